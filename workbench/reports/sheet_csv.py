"""The desk sheet as CSV: RFC 4180, UTF-8, CRLF, one header."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from workbench.formats.canonical import make_fit, to_bytes
from workbench.reports.memo import Memo
from workbench.reports.sheet import Cell, list_columns, list_rows

if TYPE_CHECKING:
    from workbench.model.reviews import Review
    from workbench.reports.report import Options

# A spreadsheet takes a cell that begins so for a formula (OWASP, 'CSV Injection'); the full-width forms in some locales.
_FORMULA = tuple("=+-@\t\r\n\0＝＋－＠")


def compose(review: Review, options: Options) -> bytes:
    """Write the sheet; text cells that look like formulas get an apostrophe in front unless `options.raw`."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, strict=True)
    columns = list_columns(options)
    writer.writerow(columns)
    for _, row in list_rows(Memo(review, options)):
        writer.writerow([_defuse(row[column], raw=options.raw) for column in columns])
    return to_bytes(out.getvalue())


def _defuse(cell: Cell, *, raw: bool) -> Cell:
    if not isinstance(cell, str):
        return cell
    return make_fit(cell if raw or not cell.startswith(_FORMULA) else f"'{cell}")
