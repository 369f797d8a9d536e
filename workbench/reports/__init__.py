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
    Report(
        "annotated",
        "Annotated article (web page)",
        ".html",
        "text/html",
        "The article itself with changes in the text and comments in the margin.",
        f"{_HERE}.annotated_html",
    ),
    Report(
        "docx",
        "Annotated article (Word)",
        ".docx",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "The article with native comments on the exact words and corrections as tracked changes.",
        f"{_HERE}.annotated_docx",
    ),
    Report(
        "pdf",
        "Memo (PDF)",
        ".pdf",
        "application/pdf",
        "The memo printed: tagged, paged, the same bytes each time.",
        f"{_HERE}.memo_pdf",
        extra="pdf-report",
    ),
    Report(
        "xlsx",
        "Desk sheet (Excel)",
        ".xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "Claims, sources and provenance as a workbook; no cell is a formula.",
        f"{_HERE}.sheet_xlsx",
        extra="xlsx",
    ),
    Report(
        "jsonl",
        "Claims (JSON Lines)",
        ".jsonl",
        "application/jsonl",
        "One claim a line, each complete by itself.",
        f"{_HERE}.claims_jsonl",
    ),
    Report(
        "claimreview",
        "ClaimReview (schema.org)",
        ".jsonld",
        "application/ld+json",
        "One object for each decided claim that somebody else makes; needs the public address of the check.",
        f"{_HERE}.claimreview",
    ),
    Report(
        "webannotation",
        "Web Annotations (W3C)",
        ".jsonld",
        "application/ld+json",
        "Verdicts, sources, questions and corrections as annotations on the article.",
        f"{_HERE}.webannotation",
    ),
    Report(
        "sarif",
        "Findings (SARIF)",
        ".sarif",
        "application/sarif+json",
        "Claims and notices at their lines, for editors and continuous integration.",
        f"{_HERE}.sarif",
    ),
    Report(
        "corrections",
        "Corrections note",
        ".md",
        "text/markdown",
        "What was wrong and what is right, for readers; never holds what was written for the desk.",
        f"{_HERE}.corrections",
    ),
    Report(
        "queries",
        "Questions to the author",
        ".txt",
        "text/plain",
        "A numbered letter in plain text.",
        f"{_HERE}.queries",
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
