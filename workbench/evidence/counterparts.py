"""Lay the figures of a quotation beside the claim's figure. Nothing is decided: a person sees the two and what differs."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from workbench.model.figures import SHARES, Counterpart, FigureKind, Relation, SlipKind

if TYPE_CHECKING:
    from workbench.model.figures import Figure

_AGREEING = frozenset({Relation.SAME, Relation.ROUNDS_TO, Relation.WITHIN, Relation.OVERLAPS})
_GLYPHS = {Relation.SAME: "=", Relation.DIFFERS: "≠"}
_SLIP_WORDS = {
    SlipKind.SCALE: "thousand, million and billion mixed up",
    SlipKind.TRANSPOSED: "two digits changed places",
    SlipKind.DROPPED_DIGIT: "a digit dropped",
    SlipKind.DOUBLED_DIGIT: "a digit written twice",
    SlipKind.PERCENT_POINTS: "per cent taken for percentage points",
    SlipKind.PERCENT_MORE: "‘of’ taken for ‘more than’",
    SlipKind.INVERSE: "the ratio upside down",
    SlipKind.OFF_BY_ONE: "off by one",
    SlipKind.PERIOD: "another period",
}
# Titles of things and places in a row are no answer to a quantity.
_MUTE = frozenset({FigureKind.IDENTIFIER})
# A quotation longer than this is a passage, and its first figures are enough for a glance.
_READ = 4_000
# Shorter words of a noun (of, and, the) tell nothing.
_TELLING = 4
_FARTHEST = Decimal("Infinity")


@lru_cache(maxsize=512)
def compare_quote(claimed: Figure | None, quote: str) -> tuple[str, ...]:
    """Say in a line each how a claim's figure and those of a quotation compare; see `find_counterparts`."""
    if claimed is None or not any(character.isalnum() for character in quote):
        return ()
    found = find_counterparts(claimed, quote)
    # Where a figure bears the claim out and does not count another thing, nobody slipped.
    sure = any(agrees(one) and (one.figure.noun is None or _same_noun(claimed, one)) for one in found)
    return tuple(say_counterpart(one, slip=not sure) for one in found)


def find_counterparts(claimed: Figure, quote: str) -> tuple[Counterpart, ...]:
    """Return the figures of `quote` that answer `claimed`: at most two, the one that counts the same thing first.

    Where the figure with the claim's noun differs and another one agrees, both are returned: the words around them
    tell a person which is meant. Empty where the quotation has no figure that can be compared.
    """
    from workbench.figures import compare, find_figures

    if claimed.kind in _MUTE:
        return ()
    found = [Counterpart(figure, compare(claimed, figure)) for figure in find_figures(quote[:_READ])]
    ranked = sorted(
        (one for one in found if _answers(one)), key=lambda one: (not _same_noun(claimed, one), *_rank(one))
    )
    if not ranked:
        return ()
    first = ranked[0]
    agreeing = next((one for one in ranked[1:] if agrees(one)), None)
    return (first,) if agreeing is None or agrees(first) else (first, agreeing)


def agrees(counterpart: Counterpart) -> bool:
    """Say whether the found figure bears the claimed one out, in whichever unit."""
    return _relation(counterpart) in _AGREEING


def say_counterpart(counterpart: Counterpart, *, slip: bool = True) -> str:
    """Return the comparison in a line: a sign, the sentence, what the found figure counts, the likely slip if wanted."""
    comparison, noun = counterpart.comparison, counterpart.figure.noun
    sign = _GLYPHS.get(_relation(counterpart), "≈")
    link = " of " if counterpart.figure.kind in SHARES else " "
    counted = f" (‘{counterpart.figure.text}{link}{noun}’)" if noun else ""
    line = f"{sign} {comparison.sentence}{counted}"
    if slip and comparison.slips:
        likely = comparison.slips[0]
        line += f" Likely slip: {_SLIP_WORDS[likely.kind]}, {likely.arithmetic}."
    return line


def _relation(counterpart: Counterpart) -> Relation:
    """Return how the two stand; currencies that nobody converted cannot be compared."""
    comparison = counterpart.comparison
    if comparison.relation is Relation.OTHER_UNIT:
        return comparison.converted or Relation.INCOMPARABLE
    return comparison.relation


def _answers(one: Counterpart) -> bool:
    return one.figure.kind not in _MUTE and _relation(one) is not Relation.INCOMPARABLE


def _same_noun(claimed: Figure, one: Counterpart) -> bool:
    return bool(_words(claimed.noun) & _words(one.figure.noun))


def _words(noun: str | None) -> frozenset[str]:
    """Return the words of a noun without their plural."""
    return frozenset(word.rstrip("s") for word in (noun or "").casefold().split() if len(word) >= _TELLING)


def _rank(one: Counterpart) -> tuple[bool, Decimal, int]:
    """Rank what agrees first, then what is near, then what is said first."""
    ratio = one.comparison.ratio
    distance = _FARTHEST if ratio is None or ratio <= 0 else max(ratio, 1 / ratio)
    return not agrees(one), distance, one.figure.start
