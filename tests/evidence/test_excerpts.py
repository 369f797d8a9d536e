from __future__ import annotations

from workbench.evidence import find_excerpts
from workbench.figures import find_figures

SOURCE = (
    "The council met on Monday in New York. The vote was 14 in favour, 0 against and 1 abstention. "
    "The council has 15 members. About 1.4 million people shelter in Rafah. The weather was mild."
)


def test_the_sentence_that_says_the_same_comes_first() -> None:
    claim = "The resolution passed the council with 14 votes"
    found = find_excerpts(claim, find_figures(claim)[0], SOURCE)
    assert found[0].span.of(SOURCE).startswith("The vote was 14 in favour")
    assert found[0].compared[0].startswith("= Both say 14")


def test_a_slip_of_scale_is_found_beside_its_sentence() -> None:
    claim = "About 1.4 billion people are sheltering in Rafah"
    first, *_ = find_excerpts(claim, find_figures(claim)[0], SOURCE)
    assert first.span.of(SOURCE) == "About 1.4 million people shelter in Rafah."
    assert first.compared[0].startswith("≠")
    assert "million and billion mixed up" in first.compared[0]


def test_sentences_that_share_nothing_are_not_offered() -> None:
    assert find_excerpts("Harbour dues doubled", None, SOURCE) == []
    assert find_excerpts("Harbour dues doubled", None, "") == []


def test_no_more_are_offered_than_were_asked_for() -> None:
    assert len(find_excerpts("The council met in Rafah, and its members vote", None, SOURCE, limit=2)) == 2


def test_a_figure_of_another_thing_is_not_laid_beside_the_claims() -> None:
    claim = "two of his advisers shelter in Rafah"
    first, *_ = find_excerpts(claim, find_figures(claim)[0], SOURCE)
    assert first.span.of(SOURCE) == "About 1.4 million people shelter in Rafah."
    assert first.compared == ()
