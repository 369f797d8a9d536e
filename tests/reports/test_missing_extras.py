from __future__ import annotations

import sys
from dataclasses import replace

import pytest

from tests.reports.build import build_review
from workbench.errors import MissingExtraError, UsageError
from workbench.reports import REPORTS, Options, find_report


@pytest.mark.parametrize(("report", "module"), [("pdf", "weasyprint"), ("xlsx", "xlsxwriter")])
def test_a_missing_extra_is_named_with_the_command(report: str, module: str, monkeypatch: pytest.MonkeyPatch) -> None:
    found = find_report(report)
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(MissingExtraError) as caught:
        found.write(build_review(), Options())
    assert f"pip install 'workbench-factcheck[{found.extra}]'" in caught.value.hint


def test_only_reports_with_an_extra_need_one() -> None:
    assert {report.id for report in REPORTS if report.extra} == {"pdf", "xlsx"}


def test_a_pdf_that_would_take_gigabytes_is_refused_at_once() -> None:
    review = build_review()
    with pytest.raises(UsageError, match="2,500 claims are too many"):
        find_report("pdf").write(replace(review, claims=review.claims * 100), Options())
