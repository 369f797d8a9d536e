"""Review to bytes: one module per format, listed in REPORTS."""

from __future__ import annotations

from difflib import get_close_matches

from workbench.errors import UsageError
from workbench.reports.report import Options, Report

__all__ = ["REPORTS", "Options", "Report", "find_report"]

_HERE = "workbench.reports"

REPORTS: tuple[Report, ...] = (
    Report(
        "md",
        "Memo (Markdown)",
        ".md",
        "text/markdown",
        "Findings first, then claim by claim with evidence, sources and history.",
        f"{_HERE}.memo_markdown",
    ),
    Report(
        "html",
        "Memo (web page)",
        ".html",
        "text/html",
        "The memo as one file for the browser, with the annotated article beside the notes; prints well.",
        f"{_HERE}.memo_html",
    ),
    Report(
        "json",
        "Review (JSON)",
        ".json",
        "application/json",
        "Everything, by the published schema; `workbench import` restores it on another machine.",
        f"{_HERE}.review",
    ),
    Report(
        "csv",
        "Desk sheet (CSV)",
        ".csv",
        "text/csv",
        "One claim a row, RFC 4180; cells that a spreadsheet would take for a formula are defused by an apostrophe.",
        f"{_HERE}.sheet_csv",
    ),
)


def find_report(name: str) -> Report:
    """Find a format by its id; raise UsageError naming the nearest one."""
    for report in REPORTS:
        if report.id == name:
            return report
    names = [report.id for report in REPORTS]
    near = get_close_matches(name, names, 1)
    hint = f"Did you mean '{near[0]}'?" if near else "Formats: " + ", ".join(names)
    raise UsageError(f"no export format '{name}'", hint)
