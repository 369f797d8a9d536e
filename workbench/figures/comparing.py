"""Compare a claimed figure with one found in a source: same, rounded, within, overlapping, different; never a verdict."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from workbench.figures.days import differ_in_days
from workbench.figures.describing import end_sentence, quote, write_number, write_value
from workbench.figures.relating import compare_values
from workbench.figures.slips import find_slips
from workbench.figures.terms import CONTEXT
from workbench.model.figures import CALENDAR, Comparison, FigureKind, Relation

if TYPE_CHECKING:
    from workbench.model.figures import Figure

_SIZELESS = frozenset({FigureKind.SCORE, FigureKind.IDENTIFIER})
_MULTIPLES = frozenset({FigureKind.MULTIPLE, FigureKind.PERCENT})
_HUNDRED = Decimal(100)
_POINTS = frozenset({FigureKind.PERCENT, FigureKind.POINTS})
# Kinds that can tell the same thing: 'a quarter' and '25 %', 'three years' and 'three years old'.
_FAMILIES = (
    frozenset({FigureKind.RATIO, FigureKind.PERCENT}),
    _POINTS,
    frozenset({FigureKind.DURATION, FigureKind.AGE}),
    frozenset({FigureKind.MULTIPLE, FigureKind.RATIO}),
    frozenset({FigureKind.COUNT, FigureKind.ORDINAL}),
    frozenset({FigureKind.MULTIPLE, FigureKind.PERCENT}),
)


def compare(claimed: Figure, found: Figure) -> Comparison:
    """Say what `found` says about `claimed`: a relation, a sentence for a person, and the slips that would explain it.

    `ratio` is found ÷ claimed and `difference` found − claimed, in the claimed unit, where they can be computed.
    """
    kinds = {claimed.kind, found.kind}
    if len(kinds) > 1 and not any(kinds <= family for family in _FAMILIES):
        sentence = f"{quote(claimed)} and {quote(found)} are not of one kind: {claimed.kind} and {found.kind}."
        return Comparison(Relation.INCOMPARABLE, sentence)
    if claimed.kind in CALENDAR:
        return _compare_calendar(claimed, found)
    if claimed.kind in _SIZELESS:
        return _compare_written(claimed, found)
    if kinds == _MULTIPLES:
        return _compare_multiples(claimed, found)
    return _compare_points(claimed, found) if kinds == _POINTS else compare_values(claimed, found)


def _compare_multiples(claimed: Figure, found: Figure) -> Comparison:
    """Compare 'tripled' with '200%': three times is 300 % of what was, or 200 % more."""
    values = [figure.low if isinstance(figure.low, Decimal) else figure.high for figure in (claimed, found)]
    times, percent = values if claimed.kind is FigureKind.MULTIPLE else values[::-1]
    if not isinstance(times, Decimal) or not isinstance(percent, Decimal):
        return Comparison(Relation.INCOMPARABLE, f"{quote(claimed)} and {quote(found)} cannot be compared.")
    whole = CONTEXT.multiply(times, _HUNDRED)
    change = whole - _HUNDRED
    word = quote(claimed if claimed.kind is FigureKind.MULTIPLE else found)
    way = f"{write_number(abs(change))} % {'more' if change > 0 else 'less'}"
    sentence = f"{word} is {write_number(whole)} % of the whole, or {way}"
    if percent in {whole, abs(change)}:
        fits = "of the whole" if percent == whole else "more" if change > 0 else "less"
        both = f"{sentence}: it agrees with {write_number(percent)} % {fits}."
        return Comparison(Relation.SAME, f"{both[:1].upper()}{both[1:]}")
    other = quote(found if claimed.kind is FigureKind.MULTIPLE else claimed)
    who = "source" if claimed.kind is FigureKind.MULTIPLE else "claim"
    full = f"{sentence}; the {who} says {other}."
    return Comparison(Relation.DIFFERS, f"{full[:1].upper()}{full[1:]}")


def _compare_written(claimed: Figure, found: Figure) -> Comparison:
    """Compare scores and identifiers, which have no size."""
    if (claimed.parts or claimed.text.casefold()) == (found.parts or found.text.casefold()):
        return Comparison(Relation.SAME, f"Both say {write_value(found)}.")
    turned = ", the other way round" if claimed.parts and claimed.parts == found.parts[::-1] else ""
    return Comparison(
        Relation.DIFFERS, end_sentence(f"The claim says {quote(claimed)}, the source {quote(found)}{turned}")
    )


def _compare_calendar(claimed: Figure, found: Figure) -> Comparison:
    said, real = (str(claimed.low), str(claimed.high)), (str(found.low), str(found.high))
    one, other = quote(claimed), quote(found)
    if said == real:
        alike = (
            f"Both say {one}" if one.casefold() == other.casefold() else f"Both say {one}: the source writes {other}"
        )
        return Comparison(Relation.SAME, end_sentence(alike))
    if all(map(_agrees, said, real)):
        return Comparison(Relation.WITHIN, f"{other} and {one} agree as far as both go.")
    if "X" not in "".join((*said, *real)):
        if said[0] <= real[0] and real[1][: len(said[1])] <= said[1]:
            return Comparison(Relation.WITHIN, end_sentence(f"{other} lies within {one}"))
        if said[0] <= real[1] and real[0] <= said[1]:
            return Comparison(Relation.OVERLAPS, f"{one} and {other} overlap.")
    return differ_in_days(claimed, found, said[0], real[0])


def _agrees(one: str, other: str) -> bool:
    """Say whether two dates agree in every part that both of them know."""
    return all(left == right or "X" in {left, right} for left, right in zip(one, other, strict=False))


def _compare_points(claimed: Figure, found: Figure) -> Comparison:
    said, real = (figure.low if isinstance(figure.low, Decimal) else figure.high for figure in (claimed, found))
    slips = find_slips(claimed, found, said, real) if isinstance(said, Decimal) and isinstance(real, Decimal) else ()
    sentence = f"{quote(claimed)} is not {quote(found)}: per cent and percentage points are different things."
    return Comparison(Relation.DIFFERS, sentence, slips=slips)
