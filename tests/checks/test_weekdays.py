from __future__ import annotations

import pytest

from workbench.checks import CHECKS, run_checks
from workbench.kinds import read_text


def messages(text: str, published: str = "") -> list[str]:
    return [notice.message for notice in run_checks(read_text(text, (), published=published))]


@pytest.mark.parametrize(
    "text",
    [
        "The council voted on Friday, 25 March 2024, in New York.",
        "The council voted on Friday, March 25, 2024, in New York.",
        "The council voted on 25 March 2024 (a Friday).",
        "The council voted on Friday evening, 25 March 2024.",
        "The council voted on Friday the 25th of March 2024.",
    ],
)
def test_a_weekday_that_is_another_day_is_noticed(text: str) -> None:
    assert messages(text) == ["25 March 2024 was a Monday, not a Friday."]


@pytest.mark.parametrize(
    "text",
    [
        "The council voted on Monday, 25 March 2024, in New York.",
        "On Friday the council recalled its vote of 25 March 2024.",
        "The council voted on Friday, 25 March, in New York.",
        "It was Friday in the year 2024.",
        "On Friday, 31 February 2024, nothing happened.",
    ],
)
def test_nothing_is_said_where_the_days_agree_or_cannot_be_compared(text: str) -> None:
    assert messages(text) == []


def test_a_missing_year_comes_from_the_articles_own_date() -> None:
    text = "The council voted on Friday, 25 March, in New York."
    assert messages(text, "2024-03-26") == ["25 March 2024 was a Monday, not a Friday."]
    assert messages("It met on Sunday, 31 December.", "2024-01-02T08:00:00Z") == []
    assert messages("It met on Monday, 31 December.", "2024-01-02") == ["31 December 2023 was a Sunday, not a Monday."]


def test_the_notice_marks_weekday_and_date() -> None:
    text = "The council voted on Friday, 25 March 2024, in New York."
    (notice,) = run_checks(read_text(text, ()))
    assert [span.of(text) for span in notice.spans] == ["Friday, 25 March 2024"]
    assert notice.check == CHECKS[0].id
