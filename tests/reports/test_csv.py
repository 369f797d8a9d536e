from __future__ import annotations

import csv
import io
from dataclasses import replace

from tests.reports.build import Wording, build_review
from workbench.reports import Options, find_report


def read(**options: bool) -> list[dict[str, str]]:
    raw = find_report("csv").write(build_review(Wording(poison="=1+1")), Options(**options)).decode()
    assert raw.count("\r\n") >= 25
    return list(csv.DictReader(io.StringIO(raw, newline=""), strict=True))


def test_every_claim_of_the_memo_is_a_row_with_its_numbers() -> None:
    rows = {row["id"]: row for row in read()}
    assert rows["3.11"]["low"] == "1400000000"
    assert rows["3.11"]["unit"] == "hour"
    assert rows["3.11"]["rating"] == "incorrect"
    assert rows["3.12"]["speaker"].startswith("Ellen Marsh")
    assert rows["3.7"]["line"] == "5"
    assert next(iter(rows)) == "3.1"


def test_cells_that_look_like_formulas_are_defused_and_raw_leaves_them() -> None:
    review = build_review(Wording(poison="x"))
    claim = review.claims[0]
    for start in "=+-@\t＝":
        poisoned = replace(review, claims=(replace(claim, question=f"{start}1+1"), *review.claims[1:]))
        for raw, wanted in ((False, f"'{start}1+1"), (True, f"{start}1+1")):
            text = find_report("csv").write(poisoned, Options(raw=raw)).decode()
            [first, *_] = csv.DictReader(io.StringIO(text, newline=""), strict=True)
            assert first["question"] == wanted


def test_desk_columns_are_not_public() -> None:
    assert "rationale" in read()[0]
    assert not {"rationale", "question", "flagged", "decided_by"} & set(read(public=True)[0])
