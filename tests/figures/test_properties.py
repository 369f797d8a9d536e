from __future__ import annotations

import json
from decimal import Decimal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.figures.gold_set import read_gold
from workbench.figures import compare, describe, figure_from_json, figure_to_json, find_figures, find_figures_many
from workbench.model.figures import Figure, FigureKind

# Pieces that figures are made of, so that random texts come near to them.
PIECES = [
    "one",
    "two",
    "three",
    "twenty",
    "hundred",
    "thousand",
    "million",
    "and",
    "a",
    "half",
    "point",
    "third",
    "thirds",
    "first",
    "second",
    "1",
    "2",
    "12",
    "2024",
    "1,234",
    "1.5",
    "0",
    "007",
    ",",
    ".",
    "-",
    "–",
    "—",
    "'",
    '"',
    "$",
    "£",
    "€",
    "m",
    "bn",
    "k",
    "%",
    "per",
    "cent",
    "to",
    "between",
    "from",
    "in",
    "of",
    "out",
    "the",
    "aged",
    "May",
    "5",
    "March",
    "am",
    "pm",
    "10:30",
    ":",
    "/",
    "3/4",
    "½",
    "²",
    "^",
    "e10",
    "x",
    "10^6",
    "1e400",
    "ft",
    "in",
    "6ft",
    "2in",
    "'s",
    "\n",
    "\n\n",
    "(",
    ")",
    "[",
    "]",
    "#",
    "@",
    "www.a.com",
    "+44",
    "020",
    "7946",
    "0958",
    "nan",
    "inf",
    "İ",
    "é",
    "一",
    "🎉",
    "dozens",
    "scores",
    "couple",
    "twice",
    "doubled",
    "first",
    "90s",
    "1990s",
    "mid-",
    "under-",
    "over",
    "at",
    "least",
    "up",
    "to",
    "or",
    "more",
    "°C",
    "km",
    "/h",
    "^9999",
    "o'clock",
    "minus",
    "٣",
    "３",
    "\u200b",
    "\x00",
    "\ud7ff",
]
SENTENCES = [sentence.text for sentence in read_gold()]
# Every word of the gold set besides, units, names and bounds among them.
WORDS = sorted({word for sentence in SENTENCES for word in sentence.split()})
GAPS = ["", " ", " ", " ", "-", "\n", "\u00a0", ", "]
near_figures = st.lists(
    st.tuples(st.one_of(st.sampled_from(PIECES), st.sampled_from(WORDS)), st.sampled_from(GAPS)), max_size=20
).map(lambda pairs: "".join(piece + gap for piece, gap in pairs))
texts = st.one_of(st.text(max_size=200), near_figures)


def check(text: str, figures: list[Figure]) -> None:
    behind = 0
    for figure in figures:
        assert behind <= figure.start < figure.end <= len(text)
        assert text[figure.start : figure.end] == figure.text != ""
        behind = figure.end
        if isinstance(figure.low, Decimal) and isinstance(figure.high, Decimal):
            assert figure.low <= figure.high
        for value in (figure.low, figure.high, *(figure.precision or ())):
            assert not isinstance(value, Decimal) or value.is_finite()
        if figure.qualifier_start is not None and figure.qualifier_end is not None:
            assert 0 <= figure.qualifier_start < figure.qualifier_end <= len(text)


@settings(max_examples=600, deadline=None)
@example("It took 3h20. He is 1m80, 5%20 and 3km7.")
@given(texts)
def test_any_text_gives_sound_figures(text: str) -> None:
    figures = find_figures(text)
    check(text, figures)
    for figure in figures:
        assert describe(figure)
        form = json.dumps(figure_to_json(figure), allow_nan=False)
        assert figure_from_json(json.loads(form)) == figure


@settings(max_examples=150, deadline=None)
@given(near_figures, near_figures)
def test_any_two_figures_can_be_compared(one: str, other: str) -> None:
    for claimed in find_figures(one):
        for found in find_figures(other):
            result = compare(claimed, found)
            assert result.sentence
            assert result.ratio is None or result.ratio.is_finite()


@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from(SENTENCES),
    st.sampled_from(["", "They spoke on Monday. ", "“Yes,” she said.\n\n", "È vero. "]),
    st.sampled_from(["", " They left.", "\n\nHe agreed."]),
)
def test_neutral_text_around_changes_nothing(sentence: str, before: str, after: str) -> None:
    alone = find_figures(sentence)
    placed = find_figures(before + sentence + after)
    assert [(f.text, f.kind, f.low, f.high, f.unit) for f in placed] == [
        (f.text, f.kind, f.low, f.high, f.unit) for f in alone
    ]
    assert [f.start - len(before) for f in placed] == [f.start for f in alone]


@pytest.mark.parametrize("digits", ["1" * 31, "9" * 5000, "1," * 40 + "1"])
def test_very_long_digits_are_a_name_without_a_value(digits: str) -> None:
    (figure,) = find_figures(f"serial {digits} was lost")
    assert (figure.kind, figure.low, figure.high) == (FigureKind.IDENTIFIER, None, None)


def test_thirty_digits_keep_their_value_exactly() -> None:
    digits = "123456789012345678901234567890"
    (figure,) = find_figures(f"some {digits} atoms")
    assert figure.low == Decimal(digits)
    assert figure_to_json(figure)["low_exact"] == digits


def test_many_texts_keep_their_order_on_several_processes() -> None:
    sample = SENTENCES[:60]
    assert find_figures_many(sample, workers=2) == [find_figures(text) for text in sample]
