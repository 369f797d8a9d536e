"""The letter to the author and the corrections note."""

from __future__ import annotations

from tests.reports.build import Wording, build_review
from workbench.reports import Options, find_report


def test_the_letter_numbers_its_questions() -> None:
    letter = find_report("queries").write(build_review(), Options()).decode()
    assert "left us with 2 questions" in letter
    assert "1. You write, said by Ellen Marsh, line 7 [3.14]:" in letter
    assert "2. You write, line 9 [3.16]:" in letter
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
    assert "- On “£172 million”: In prices of 2019." in note
    assert "zebra-secret" not in note
    assert "6 June" not in note
    assert "*30 May 2024*" in note
