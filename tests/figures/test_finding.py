from __future__ import annotations

from decimal import Decimal

import pytest

from workbench.figures import describe, figure_from_json, figure_to_json, find_figures
from workbench.model.figures import FigureKind, Qualifier

VOTE = """The council's 14 other members backed the text, drafted by the 10 elected members of the 15-strong body.
Two of his senior advisers stayed at home, two officials in the capital said.

One US official called it an overreaction. Six months of war had left "over 100,000 killed and maimed" and two million
displaced, with 1.4 million people sheltering in the south. Under the deal around 700 prisoners, 100 of them serving
life sentences, would go free in exchange for 40 hostages."""


def test_every_figure_of_a_report_is_found_with_its_value() -> None:
    found = [(figure.text, figure.low, figure.high, figure.unit) for figure in find_figures(VOTE)]
    assert found == [
        ("14", 14, 14, None),
        ("10", 10, 10, None),
        ("15", 15, 15, None),
        ("Two", 2, 2, None),
        ("two", 2, 2, None),
        ("One", 1, 1, None),
        ("Six months", 6, 6, "month"),
        ("100,000", 100_000, None, None),
        ("two million", 2_000_000, 2_000_000, None),
        ("1.4 million", 1_400_000, 1_400_000, None),
        ("700", 700, 700, None),
        ("100", 100, 100, None),
        ("40", 40, 40, None),
    ]


def test_spans_are_code_points_into_the_text() -> None:
    text = "🎉 “İstanbul” had 1.4\u00a0million visitors"
    (figure,) = find_figures(text)
    assert text[figure.start : figure.end] == figure.text == "1.4\u00a0million"


def test_the_qualifier_and_what_is_counted_are_told_apart() -> None:
    (figure,) = find_figures("the release of around 700 Palestinian prisoners, they said")
    assert (figure.text, figure.noun, figure.qualifier) == ("700", "Palestinian prisoners", Qualifier.ABOUT)
    assert figure.precision == (Decimal(650), Decimal(750))


def test_the_card_says_how_a_figure_was_understood() -> None:
    (figure,) = find_figures("over 100,000 killed and maimed")
    assert describe(figure) == "over 100,000 · count of killed and maimed · open above"


@pytest.mark.parametrize("text", [VOTE, "9 a.m. on 3 March 2024", "two-thirds", "won 2-1", "up to 40", "$3.5bn", "G7"])
def test_json_gives_the_figure_back(text: str) -> None:
    figures = find_figures(text)
    assert figures
    assert [figure_from_json(figure_to_json(figure)) for figure in figures] == figures


def test_whole_numbers_stay_whole_in_json() -> None:
    (figure,) = find_figures("1.4 million people")
    form = figure_to_json(figure)
    assert repr(form["low"]) == "1400000"
    assert form["low_exact"] == "1400000"
    assert figure.kind is FigureKind.COUNT


@pytest.mark.parametrize("space", ["\n", "\u00a0", "\u202f"])
def test_the_counted_noun_is_read_across_any_space(space: str) -> None:
    (figure,) = find_figures(f"They sold 12{space}old{space}red{space}cars.")
    assert figure.noun == f"old{space}red{space}cars"
