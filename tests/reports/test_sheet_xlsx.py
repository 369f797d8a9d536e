from __future__ import annotations

import io
from dataclasses import replace

import openpyxl

from tests.reports.build import build_review
from workbench.reports import Options, find_report


def open_book(**options: bool) -> openpyxl.Workbook:
    review = build_review()
    poisoned = replace(review.claims[0], question='=HYPERLINK("http://evil.example")', wording="x" * 40_000)
    review = replace(review, claims=(poisoned, *review.claims[1:]))
    return openpyxl.load_workbook(io.BytesIO(find_report("xlsx").write(review, Options(**options))))


def test_the_sheets_hold_claims_sources_and_where_they_come_from() -> None:
    book = open_book()
    assert book.sheetnames == ["Claims", "Sources", "About"]
    header, *rows = book["Claims"].iter_rows(values_only=True)
    claims = {row[0]: dict(zip(header, row, strict=True)) for row in rows}
    assert len(claims) == 24
    assert claims["3.11"]["Low"] == 1_400_000_000
    assert claims["3.11"]["Correction"] == "1.4 million hours"
    assert (claims["3.11"]["Rating"], claims["3.8"]["Action"]) == ("✗ incorrect", "add context")
    about = dict(book["About"].iter_rows(values_only=True))
    assert about["SHA-256"] == build_review().text.sha256


def test_no_cell_is_a_formula_or_a_link() -> None:
    for sheet in open_book().worksheets:
        for row in sheet.iter_rows():
            assert all(cell.data_type in {"s", "n"} and cell.hyperlink is None for cell in row)
    question = [cell.value for cell in open_book()["Claims"][2]]
    assert '=HYPERLINK("http://evil.example")' in question


def test_the_header_stays_and_the_desk_columns_go() -> None:
    book = open_book(public=True)
    assert book["Claims"].freeze_panes == "B2"
    header = [cell.value for cell in book["Claims"][1]]
    assert header[:5] == ["Id", "Text", "Sentence", "Speaker", "Rating"]
    assert "Rationale" not in header
