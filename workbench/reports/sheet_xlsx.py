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
    from workbench.reports.entries import Entry
    from workbench.reports.report import Options
    from workbench.reports.sheet import Cell

# What Excel holds in one cell.
_LONGEST = 32_767
# What is read and printed comes first, in this order; the rest of the columns stands behind it.
_READ = (
    "id",
    "text",
    "sentence",
    "speaker",
    "rating",
    "action",
    "correction",
    "explanation",
    "rationale",
    "evidence",
    "question",
)
# In characters.
_WIDTHS = {
    "id": 7,
    "text": 26,
    "sentence": 42,
    "speaker": 15,
    "rating": 15,
    "action": 13,
    "correction": 26,
    "explanation": 30,
    "rationale": 32,
    "evidence": 42,
    "question": 26,
    "decided_at": 22,
    "type": 18,
    "citation": 70,
    "url": 44,
    "archived": 44,
    "cited in": 24,
    "value": 70,
}
_WIDTH = 12
# In points: a line of the default font, and the tallest row that Excel knows.
_LINE, _TALLEST = 15, 409
_A3 = 8
_OUTCOME_COLOURS = {"pass": "#E9F5EC", "note": "#FDF3DC", "fail": "#FDECEB"}
_SOURCE_COLUMNS = ("id", "type", "citation", "url", "archived", "cited in")


def compose(review: Review, options: Options) -> bytes:
    """Write the workbook; no cell is a formula and no cell a link, whatever it begins with."""
    out = io.BytesIO()
    fixed = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = _load().Workbook(out, fixed)
    memo = Memo(review, options)
    book.set_properties({"title": make_fit(memo.title)[:255], "created": read_time(review.article.touched_at)})
    columns = [name for name in _READ if name in list_columns(options)]
    printed = len(columns)
    columns += [name for name in list_columns(options) if name not in columns]
    claims = [(_describe(entry, row, columns), str(row["outcome"] or "")) for entry, row in list_rows(memo)]
    sheet = _fill(book, "Claims", columns, claims)
    sheet.print_area(0, 0, len(claims), printed - 1)
    _fill(book, "Sources", _SOURCE_COLUMNS, [(row, "") for row in _list_sources(memo)])
    _fill(book, "About", ("what", "value"), [(row, "") for row in memo.facts])
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


def _describe(entry: Entry, row: dict[str, Cell], columns: Iterable[str]) -> list[Cell]:
    """Return the cells as people read them: ratings and actions in words, as in the memo."""
    told = {
        **row,
        "rating": f"{entry.glyph} {entry.label}",
        "action": "" if entry.action == "none" else entry.action_words,
    }
    return [told[column] for column in columns]


def _fill(book: Any, title: str, columns: Sequence[str], rows: Sequence[tuple[Sequence[Cell], str]]) -> Any:
    """Write a sheet; the word beside each row shades it."""
    sheet = book.add_worksheet(title)
    heading = book.add_format({"bold": True, "bottom": 1, "valign": "top"})
    plain = {"valign": "top", "text_wrap": True}
    formats = {key: book.add_format({**plain, "bg_color": colour}) for key, colour in _OUTCOME_COLOURS.items()}
    formats[""] = book.add_format(plain)
    for column, name in enumerate(columns):
        sheet.set_column(column, column, _WIDTHS.get(name, _WIDTH))
        sheet.write_string(0, column, name.replace("_", " ").capitalize(), heading)
    for number, (row, outcome) in enumerate(rows, 1):
        shade = formats.get(outcome, formats[""])
        sheet.set_row(number, _measure(row, columns))
        for column, cell in enumerate(row):
            if isinstance(cell, str):
                sheet.write_string(number, column, make_fit(cell)[:_LONGEST], shade)
            elif cell is not None:
                sheet.write_number(number, column, cell, shade)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, len(rows), len(columns) - 1)
    sheet.set_landscape()
    sheet.set_paper(_A3)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    return sheet


def _measure(row: Sequence[Cell], columns: Sequence[str]) -> int:
    """Return the height that the fullest cell needs: not every program finds it by itself."""
    lines = 1
    for cell, name in zip(row, columns, strict=True):
        if isinstance(cell, str):
            width = _WIDTHS.get(name, _WIDTH)
            lines = max(lines, sum(1 + len(line) // width for line in cell.split("\n")))
    return min(_TALLEST, _LINE * lines)


def _list_sources(memo: Memo) -> Iterable[list[Cell]]:
    for group in memo.source_groups:
        for source, entries in group.sources:
            refs = ", ".join(entry.ref for entry in entries)
            fields = source.fields
            yield [f"S{source.id}", group.heading, cite(source), fields.url, fields.archive_url, refs]
    for source in memo.calls:
        yield [f"S{source.id}", "Calls", cite(source), "", "", ""]
