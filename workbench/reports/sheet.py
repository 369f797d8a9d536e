"""The desk sheet: what stands in its columns, whatever file it becomes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.figures.figure_json import to_number
from workbench.reports.annotating import locate_lines
from workbench.text.phrases import in_quotes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.reports.entries import Cited, Entry
    from workbench.reports.memo import Memo
    from workbench.reports.report import Options

Cell = str | int | float | None

COLUMNS = (
    "id",
    "line",
    "text",
    "sentence",
    "kind",
    "speaker",
    "low",
    "high",
    "unit",
    "noun",
    "state",
    "rating",
    "outcome",
    "action",
    "correction",
    "explanation",
    "evidence",
    "start",
    "end",
    "decided_at",
)
# Only on sheets that stay at the desk.
DESK_COLUMNS = ("rationale", "question", "flagged", "decided_by")


def list_columns(options: Options) -> tuple[str, ...]:
    """Return the header."""
    return COLUMNS if options.public else COLUMNS + DESK_COLUMNS


def list_rows(memo: Memo) -> Iterator[tuple[Entry, dict[str, Cell]]]:
    """Yield each claim of the memo, in article order, with its cells by column; numbers are numbers."""
    review, entries = memo.review, memo.entries
    lines = locate_lines(review.text.text, review.text.blocks, [entry.claim.start for entry in entries])
    for entry, line in zip(entries, lines, strict=True):
        yield entry, _fill_row(entry, line)


def _fill_row(entry: Entry, line: int) -> dict[str, Cell]:
    claim, verdict, figure = entry.claim, entry.verdict, entry.claim.figure
    return {
        "id": entry.ref,
        "line": line or None,
        "text": claim.text,
        "sentence": "".join(entry.sentence),
        "kind": claim.kind,
        "speaker": entry.speaker,
        "low": to_number(figure.low) if figure else None,
        "high": to_number(figure.high) if figure else None,
        "unit": figure.unit if figure else None,
        "noun": figure.noun if figure else None,
        "state": claim.state,
        "rating": verdict.rating_id if verdict else None,
        "outcome": entry.outcome if verdict else None,
        "action": entry.action if verdict else None,
        "correction": entry.correction,
        "explanation": entry.explanation,
        "evidence": "\n".join(_say_evidence(cited) for cited in entry.evidence),
        "start": claim.start,
        "end": claim.end,
        "decided_at": verdict.decided_at if verdict else None,
        "rationale": entry.rationale,
        "question": claim.question,
        "flagged": "yes" if claim.flagged else "",
        "decided_by": verdict.decided_by if verdict else None,
    }


def _say_evidence(cited: Cited) -> str:
    parts = [
        f"{cited.stance}: S{cited.source.id} {cited.source.title}",
        cited.evidence.locator,
        cited.source.fields.url,
    ]
    quote = in_quotes(cited.evidence.quote) if cited.evidence.quote else ""
    return ", ".join(part for part in (*parts, quote) if part)
