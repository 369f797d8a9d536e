"""The letter to the author and the corrections note."""

from __future__ import annotations

import dataclasses

import pytest

from tests.reports.build import Wording, build_review
from workbench.reports import Options, find_report
from workbench.reports.wording import end_sentence
from workbench.text.phrases import in_quotes


def test_the_letter_numbers_its_questions() -> None:
    letter = find_report("queries").write(build_review(), Options()).decode()
    assert "left us with 2 questions" in letter
    assert "1. In line 7 you have Ellen Marsh say" in letter
    assert "2. In line 9 you write" in letter
    assert "How do you know?" in letter
    assert "rationale" not in letter
    assert max(map(len, letter.splitlines())) <= 76


def test_the_letter_moves_no_terminal() -> None:
    letter = find_report("queries").write(build_review(Wording(poison="\x1b[2J\u202e\x9b")), Options()).decode()
    assert letter.isprintable() or not {"\x1b", "\u202e", "\x9b"} & set(letter)


def test_the_note_says_what_was_wrong_and_what_is_right() -> None:
    note = find_report("corrections").write(build_review(), Options()).decode()
    assert "- “about 40 per cent” should read “about 23 per cent”. 40 of 172 is 23 %." in note
    assert "- “longest of its kind in the country” has been removed." in note
    assert "- In “The article says: £172 million”, “£172 million”: In prices of 2019." in note
    said = (
        "- In what Ellen Marsh is reported to have said, “1.4 billion hours” should read “1.4 million hours”. A slip."
    )
    assert said in note
    assert "zebra-secret" not in note
    assert "6 June" not in note
    assert "*30 May 2024*" in note


def test_a_mark_that_says_too_little_is_told_by_its_wording() -> None:
    review = build_review()
    vague = [dataclasses.replace(claim, wording=f"{claim.text} to be exact") for claim in review.claims]
    note = find_report("corrections").write(dataclasses.replace(review, claims=tuple(vague)), Options()).decode()
    assert "- In “Ms Reed to be exact”, “Ms Reed” should read “Mr Reed”. Tomas Reed is a man." in note
    assert "- “about 40 per cent” should read" in note


@pytest.mark.parametrize(
    ("words", "quoted", "sentence"),
    [
        ("two", "“two”", "“two”."),
        ("“we won.”", "“we won.”", "“we won.”"),
        ("“we won,”", "“we won,”", "“we won,”."),
        ("‘we won!’", "‘we won!’", "‘we won!’"),
    ],
)
def test_nothing_is_quoted_or_stopped_twice(words: str, quoted: str, sentence: str) -> None:
    assert in_quotes(words) == quoted
    assert end_sentence(quoted) == sentence
