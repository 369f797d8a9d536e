"""The desk sheet as a workbook (extra 'xlsx'): claims, sources, and where it all comes from."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from workbench.errors import MissingExtraError
from workbench.formats.canonical import make_fit
from workbench.formats.zips import freeze_zip
from workbench.reports.memo import Memo
from workbench.reports.sheet import list_columns, list_rows
from workbench.reports.wording import cite, read_time

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from workbench.model.reviews import Review
    from workbench.reports.report import Options
    from workbench.reports.sheet import Cell

# What Excel holds in one cell.
_LONGEST = 32_767
_WIDTHS = {
    "text": 32,
    "sentence": 60,
    "correction": 32,
    "explanation": 40,
    "evidence": 50,
    "rationale": 40,
    "question": 32,
}
_OUTCOME_COLOURS = {"pass": "#E9F5EC", "note": "#FDF3DC", "fail": "#FDECEB"}
_SOURCE_COLUMNS = ("id", "type", "citation", "url", "archived", "cited in")


def compose(review: Review, options: Options) -> bytes:
    """Write the workbook; no cell is a formula and no cell a link, whatever it begins with."""
    out = io.BytesIO()
    fixed = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = _load().Workbook(out, fixed)
    memo = Memo(review, options)
    book.set_properties({"title": make_fit(memo.title)[:255], "created": read_time(review.article.touched_at)})
    _fill(book, "Claims", list_columns(options), list_rows(review, options))
    _fill(book, "Sources", _SOURCE_COLUMNS, _list_sources(memo))
    _fill(book, "About", ("what", "value"), memo.facts)
    book.close()
    return freeze_zip(out.getvalue())


def _load() -> Any:
    try:
        import xlsxwriter
    except ImportError:
        raise MissingExtraError(
            "writing XLSX needs XlsxWriter, which is not installed",
            "pip install 'workbench-factcheck[xlsx]', or export csv.",
        ) from None
    return xlsxwriter


def _fill(book: Any, title: str, columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> None:
    sheet = book.add_worksheet(title)
    heading = book.add_format({"bold": True, "bottom": 1, "valign": "top"})
    plain = {"valign": "top", "text_wrap": True}
    formats = {key: book.add_format({**plain, "bg_color": colour}) for key, colour in _OUTCOME_COLOURS.items()}
    formats[""] = book.add_format(plain)
    for column, name in enumerate(columns):
        sheet.set_column(column, column, _WIDTHS.get(name, 60 if title != "Claims" and column else 14))
        sheet.write_string(0, column, name, heading)
    outcome = columns.index("outcome") if "outcome" in columns else None
    last = 0
    for last, row in enumerate(rows, 1):
        shade = formats.get(str(row[outcome]) if outcome is not None else "", formats[""])
        for column, cell in enumerate(row):
            if isinstance(cell, str):
                sheet.write_string(last, column, make_fit(cell)[:_LONGEST], shade)
            elif cell is not None:
                sheet.write_number(last, column, cell, shade)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, last, len(columns) - 1)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _list_sources(memo: Memo) -> Iterable[list[Cell]]:
    for group in memo.source_groups:
        for source, entries in group.sources:
            refs = ", ".join(entry.ref for entry in entries)
            fields = source.fields
            yield [f"S{source.id}", group.heading, cite(source), fields.url, fields.archive_url, refs]
    for source in memo.calls:
        yield [f"S{source.id}", "Calls", cite(source), "", "", ""]
