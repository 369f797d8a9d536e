"""Write a figure in words that are read as that figure, and read such words back."""

from __future__ import annotations

import re

from workbench.errors import UsageError
from workbench.figures.describing import write_bounds, write_noun, write_unit
from workbench.figures.finding import find_figures
from workbench.model.figures import Figure, FigureKind, Qualifier

_HINT = "write it as an article would, like: over 700 prisoners, 5 March 2024, 1 in 5 patients"
# Units whose usual sign is read without a second thought: a pound is money, and a cent needs its country.
_SIGNS = {"GBX": "p", "USX": " cents", "pound": " lb"}
_AROUND = {FigureKind.AGE: "{} old", FigureKind.MULTIPLE: "{} times as many", FigureKind.IDENTIFIER: "No. {}"}
_PARTS = frozenset({FigureKind.PERCENT, FigureKind.RATIO})
_NUMBER = re.compile(r"\d+(?!.*\d)")


def read_phrase(words: str) -> Figure:
    """Read words that say one figure; UsageError where they say none, or several.

    A number in what is counted is no figure of its own: '12 two-bedroom flats'. Offsets lie in `words`.
    """
    found = find_figures(words)
    if not found:
        raise UsageError(f"no figure is read in “{words}”", _HINT)
    counted = found[0].noun or ""
    several = [figure.text for figure in found if figure is found[0] or figure.text not in counted]
    if len(several) > 1:
        raise UsageError(f"these are several figures: {', '.join(several)}", _HINT)
    return found[0]


def phrase(figure: Figure, *known: str) -> str:
    """Return words for a figure: the first of those `known` that are read as it, else our own.

    Our own are read as the same figure where English has words for it that stand alone: a score of two bowling
    figures ('2-38') has none.
    """
    ours = _write(figure)
    # 'over two hours' is during them.
    longer = ours.replace("over ", "more than ", 1) if figure.qualifier is Qualifier.OVER else ours
    return next((words for words in (*known, ours, longer) if words and _is_read_as(words, figure)), ours)


def mean_same(one: Figure, other: Figure) -> bool:
    """Say whether two figures say the same, wherever and in whatever words."""
    return _meaning(one) == _meaning(other)


def _meaning(figure: Figure) -> tuple[object, ...]:
    noun = write_noun(figure)
    return (figure.kind, figure.low, figure.high, figure.unit, noun, figure.qualifier, figure.per, figure.parts)


def _is_read_as(words: str, figure: Figure) -> bool:
    try:
        return mean_same(read_phrase(words), figure)
    except UsageError:
        return False


def _write(figure: Figure) -> str:
    words = write_bounds(figure)
    if figure.kind is FigureKind.ORDINAL:
        words = _NUMBER.sub(lambda number: f"{number[0]}{_ending(number[0])}", words)
    elif figure.unit in _SIGNS:
        words = f"{words.removesuffix(write_unit(figure.unit, figure.kind, one=False)).rstrip()}{_SIGNS[figure.unit]}"
    words = _AROUND.get(figure.kind, "{}").format(words)
    if noun := write_noun(figure):
        joint = " of " if figure.kind in _PARTS and " in " not in words else " "
        words = f"{words}{joint}{noun}"
    return f"{words} {'an' if figure.per[0] in 'aeiou' else 'a'} {figure.per}" if figure.per else words


def _ending(number: str) -> str:
    """Return the letters behind an ordinal's digits: 1st, 22nd, 11th."""
    return "th" if number[-2:] in {"11", "12", "13"} else {"1": "st", "2": "nd", "3": "rd"}.get(number[-1], "th")
