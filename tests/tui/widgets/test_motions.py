from __future__ import annotations

import pytest

from workbench.tui.widgets.motions import last_sentence, next_sentence, sentence_at, sentence_end

TEXT = (
    "Mr. Smith met Dr. Jones at 5 p.m. on Monday in the U.S. Capitol to discuss $1.4 million. “Go away!” he said.  \n\n"
    "Gov. Brown left."
)
FIRST = "Mr. Smith met Dr. Jones at 5 p.m. on Monday in the U.S. Capitol to discuss $1.4 million."


@pytest.mark.parametrize(
    ("word", "sentence"),
    [("Smith", FIRST), ("Capitol", FIRST), ("away", "“Go away!” he said."), ("Brown", "Gov. Brown left.")],
)
def test_a_sentence_ends_where_a_claims_sentence_does(word: str, sentence: str) -> None:
    assert sentence_at(TEXT, TEXT.index(word)).of(TEXT) == sentence


def test_white_space_belongs_to_the_sentence_that_follows_and_at_the_end_to_the_one_before() -> None:
    assert sentence_at(TEXT, TEXT.index("“") - 1).of(TEXT) == "“Go away!” he said."
    assert sentence_at(TEXT, TEXT.index("said.") + 6).of(TEXT) == "“Go away!” he said."
    assert sentence_at("\n\nOne.", 0).of("\n\nOne.") == "\n"


def test_motions_go_from_sentence_to_sentence() -> None:
    away, brown = TEXT.index("“Go"), TEXT.index("Gov.")
    assert next_sentence(TEXT, 3) == away
    assert next_sentence(TEXT, away + 3) == brown
    assert last_sentence(TEXT, brown) == away
    assert last_sentence(TEXT, away + 3) == away
    assert sentence_end(TEXT, 3) == away - 2
    assert sentence_end(TEXT, away - 2) == TEXT.index("said.") + 4
