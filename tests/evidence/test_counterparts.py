from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.evidence import compare_quote
from workbench.figures import find_figures


def compare(claim: str, quote: str) -> list[tuple[str, str]]:
    """Return sign and words for the first figure of the claim."""
    [figure, *_] = find_figures(claim)
    return [(line[0], line[2:]) for line in compare_quote(figure, quote)]


@pytest.mark.parametrize(
    ("claim", "quote", "sign", "words"),
    [
        ("14 of them voted yes", "Fourteen voted in favour", "=", "Both say 14"),
        ("1.4 million people shelter there", "1,436,000 people are in the city", "≈", "rounds to"),
        ("over 100,000 killed and maimed", "106,000 killed and maimed", "≈", "satisfies"),
        ("a 5 km march", "they walked 3.1 miles", "≈", "rounds to 5 km"),
        ("half the council", "50 per cent of the council", "=", "Both say"),
        ("13 votes in favour", "14 votes in favour", "≠", "off by one"),
        ("1.4 billion dollars", "1.4 million dollars", "≠", "thousand, million and billion"),
        ("1.4 billion people", "1,436,000 people", "≠", "thousand, million and billion"),
        ("a third of voters", "40 per cent of voters", "≠", "‘40 per cent of voters’"),
        ("rose by 5 per cent", "rose by 5 percentage points", "≠", "percentage points"),
    ],
)
def test_a_figure_is_laid_beside_the_one_quoted(claim: str, quote: str, sign: str, words: str) -> None:
    [(shown, sentence)] = compare(claim, quote)
    assert shown == sign
    assert words in sentence


def test_what_counts_the_same_thing_comes_before_what_has_the_same_value() -> None:
    first, second = compare("700 prisoners go free", "40 prisoners in the first stage, 700 in all")
    assert first[0] == "≠"
    assert "‘40 prisoners’" in first[1]
    assert second[0] == "="


def test_no_slip_is_named_beside_a_figure_that_bears_the_claim_out() -> None:
    differs, same = compare("14 members voted yes", "14 in favour, 0 against; the council has 15 members")
    assert ("‘15 members’" in differs[1], same[0]) == (True, "=")
    assert "Likely slip" not in differs[1]
    missed, chance = compare("It received 13 votes", "14 votes in favour, read out by 13 clerks")
    assert "Likely slip" in missed[1]
    assert chance[0] == "="


def test_the_nearest_answers_where_no_noun_tells() -> None:
    [(sign, sentence)] = compare("It received 13 votes", "14 in favour, 0 against, 1 abstention; 15 sat in the room")
    assert sign == "≠"
    assert "the source 14" in sentence


@pytest.mark.parametrize(
    "quote",
    ["", "“…”", "nobody was counted", "about €5", "in Resolution 2728", "on 25 March 2024"],
)
def test_a_quotation_without_a_figure_to_compare_says_nothing(quote: str) -> None:
    assert compare("They paid $1.2m", quote) == []


def test_names_with_numbers_are_not_compared() -> None:
    [name] = find_figures("Resolution 2728")
    assert compare_quote(name, "Resolution 2712") == ()


@given(st.text(), st.sampled_from(["1.4 million", "two-thirds", "3 p.m.", "2-1", "over 40 kg", "5 percentage points"]))
def test_any_quotation_is_borne(quote: str, claim: str) -> None:
    [figure] = find_figures(claim)
    assert len(compare_quote(figure, quote)) <= 2
