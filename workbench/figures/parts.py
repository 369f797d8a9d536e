"""Settle what 'half', 'a third' and 'a quarter' are: a share, part of a measure, a place, or nothing."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from workbench.figures import currencies, units
from workbench.figures.lexicon import ONES, PARTS
from workbench.figures.terms import CONTEXT, Term, divide, ends_word, word_after, word_before
from workbench.figures.wordlists import word_set
from workbench.model.figures import FigureKind

if TYPE_CHECKING:
    from workbench.figures.terms import Page

_HALF_BEFORE = word_set(
    """first second other better opening closing top bottom upper lower each either final latter former northern southern
    eastern western my own whose"""
)
_HALF_AFTER = word_set(
    """time way back brother sister term hearted naked empty full baked past marathon siblings brothers sisters finished
    board life truth mast staff asleep dead measures smile court volley backs expecting expected joking terms"""
)
# What can be halved and quartered: every unit behind 'half a', the common ones behind 'half'.
_MEASURES = frozenset(units.WORDS) | frozenset(currencies.NAMES) | word_set("percent per percentage degree cup")
_HALVED = word_set(
    """hour mile century decade year day inch metre meter kilometre kilometer pint litre liter tonne ton pound acre percent per percentage cup
    teaspoon tablespoon ounce gallon kilo gram kilogram dollar foot yard quart degree cent euro penny rupee second minute"""
)
_ARTICLE = re.compile(r"(?P<article> an? |-an?-)(?P<word>[a-z]+)|(?P<bare>[ -])(?P<near>[a-z]+)")
_AS_MUCH = re.compile(
    r" (?:as (?:many|much|big|large|long|high|likely)|the (?:size|price|cost|rate|number|amount|weight|length|speed|level|distance|height|age) )"
)
_UNIT_AND_A = re.compile(r"\b(an?|one) ([a-z]+) and a $")
_QUARTER_UNITS = _HALVED - word_set("hour day year")
_QUARTER_NOT = word_set("final finals pounder back backs hour finalist finalists deck horse master")
# Behind 'a third' these tell a share from a place in a row ('a third man').
FRACTION_AFTER = word_set(
    """of the in since from on by to at for over more less fewer higher lower longer larger smaller as are were was is
    have had said say believe think and or but its after when with this that compared off during between beyond"""
)


# 'Some 47 per cent thought it unfair; a third did not know.'
_SHARES_TOLD = re.compile(r"%|per ?cent|\bone in|\bhalf\b|\bquarters?\b")


def is_answer(page: Page, term: Term, after: str) -> bool:
    """Say whether 'a third' tells how many gave another answer where shares have been told."""
    return after in {"did", "would", "could", "do", "think", "thought"} and (
        _SHARES_TOLD.search(page.folded, max(0, term.start - 80), term.start) is not None
    )


# Before a part of something: 'rose by a third', 'made up a fifth'.
_PART_BEFORE = word_set(
    "by for of about to than nearly almost over under around is was or only just up down roughly some cost account accounted least most half"
)
_LONGEST_CLAUSE = 100


def is_next(page: Page, term: Term, place: int) -> bool:
    """Say whether 'a seventh' at a clause's end is one more than the six told before: 'killing six people and injuring a seventh'."""
    told = _TOLD_BEFORE.get(place)
    article = term.start - (3 if page.folded[term.start - 2] == "n" else 2)
    if told is None or article <= 0 or word_before(page, article) in _PART_BEFORE:
        return False
    return told.search(page.folded, max(0, article - _LONGEST_CLAUSE), article) is not None


_TOLD_BEFORE = {
    value + 1: re.compile(rf"\b(?:{word}|{value}) (?!per ?cent)[a-z][^.]*$")
    for word, value in ONES.items()
    if 1 < value < 10  # noqa: PLR2004
}


def settle_fraction(page: Page, term: Term) -> Term | None:
    """Return the share that the words stand for here, or None where they are none."""
    word = page.folded[term.start : term.end]
    before, after = word_before(page, term.start), word_after(page, term.end)
    if point := _read_point(page, term, before):
        return point
    if (" " in word or "-" in word) and term.parts and term.parts[0] != 1:
        return _settle_mixed(page, term)
    if word == "half":
        return _settle_half(page, term, before, after)
    if word.startswith("one"):
        if (
            before in _OWNED
            and term.parts
            and term.parts[1] >= _CENTURY
            and not page.folded.startswith(" of ", term.end)
        ):
            # 'the one hundredth customer'
            term.kind, term.low, term.high, term.fraction = FigureKind.ORDINAL, term.parts[1], term.parts[1], None
            term.parts = ()
        return term
    if word.endswith("s") or before != "a":
        return None
    return settle_article(page, term, PARTS[word], after)


_OWNED = word_set("the his her its their our my your this")
_CENTURY = 100
_POINT = re.compile(r"(?:[ -]|(?: of)? an? )(?:full )?(?:percentage[ -])?point\b")
_RATE = re.compile(
    r"\b(?:rate|rates|bank|fed|ecb|reserve|interest|inflation|growth|gdp|yields?|jobless|cut|hike|easing|tightening|per ?cent)\b|%"
)


def _read_point(page: Page, term: Term, before: str) -> Term | None:
    """Read 'a quarter point' and 'half a percentage point' where rates are spoken of."""
    match = _POINT.match(page.folded, term.end)
    if match is None or (
        "percentage" not in match[0] and not _RATE.search(page.folded, max(0, term.start - 80), match.end() + 40)
    ):
        return None
    if before == "a" and match[0][0] == " ":
        # 'a quarter-point cut' is one cut.
        term.start -= 2
    term.kind, term.unit, term.parts, term.fraction, term.end = FigureKind.POINTS, "%", (), None, match.end()
    return term


def _settle_mixed(page: Page, term: Term) -> Term | None:
    if term.parts[0] >= term.parts[1] and page.folded.endswith(" quarters", 0, term.end):
        # 'for six quarters running': three months each.
        term.end -= len(" quarters")
        term.kind, term.low, term.high, term.lead = None, *[term.parts[0]] * 3
        term.parts, term.fraction = (), None
        return term
    if page.folded.startswith(("three quarter", "three-quarter"), term.start) and page.folded.startswith(
        "-length", term.end
    ):
        return None
    take_unit_article(page, term)
    return term


def settle_article(page: Page, term: Term, denominator: int, after: str) -> Term | None:
    """Read 'a third', 'a quarter' with the article; None for 'a quarter-final'."""
    unit_before = _UNIT_AND_A.search(page.folded[max(0, term.start - 24) : term.start])
    if unit_before and unit_before[2] in units.WORDS:
        return _settle_unit_and(term, unit_before, denominator)
    hyphen = page.folded[term.end] == "-"
    if after in _QUARTER_NOT and hyphen:
        return None
    value, fraction = divide(1, denominator)
    # 'an eighth' or 'a third'
    term.start -= 3 if page.folded[term.start - 2] == "n" else 2
    if ends_word(page.folded, "one and ", term.start):
        return None
    term.kind, term.low, term.high, term.lead, term.fraction = FigureKind.RATIO, value, value, value, fraction
    term.parts = (Decimal(1), Decimal(denominator))
    if take_unit_article(page, term):
        pass
    elif denominator == _QUARTER and after in _QUARTER_UNITS:
        # 'a quarter mile', 'a quarter-pound'
        term.kind, term.parts = None, ()
    return term


_QUARTER = 4
_OF_A = re.compile(r" of (?:an? |(?:one|1) (?=per ?cent))(?=([a-z]+))")


def take_unit_article(page: Page, term: Term) -> bool:
    """Step over the article in 'three quarters of a mile', so that the unit behind it is taken."""
    unit = _OF_A.match(page.folded, term.end)
    if unit is None or unit[1] not in _MEASURES:
        return False
    term.kind, term.parts = None, ()
    term.end = unit.end() - 1
    return True


def _settle_unit_and(term: Term, match: re.Match[str], denominator: int) -> Term:
    """Read 'a year and a half' back from its half."""
    unit = units.WORDS[match[2]]
    value = CONTEXT.add(Decimal(1), CONTEXT.divide(Decimal(1), Decimal(denominator)))
    term.start -= len(match[0])
    term.low = term.high = term.lead = value
    term.kind, term.unit, term.parts, term.fraction = unit.kind, unit.name, (), None
    return term


def _settle_half(page: Page, term: Term, before: str, after: str) -> Term | None:
    folded = page.folded
    if (
        before in _HALF_BEFORE
        or after in _HALF_AFTER
        or (folded[term.end] == "-" and not _end_of_article(folded, term.end))
    ):
        return None
    unit_before = _UNIT_AND_A.search(folded[max(0, term.start - 24) : term.start])
    if unit_before:
        # 'a game and a half behind' is no share of anything.
        return _settle_unit_and(term, unit_before, 2) if unit_before[2] in units.WORDS else None
    if stop := _end_of_article(folded, term.end):
        # 'half an hour', 'half a mile': the article belongs to the measure.
        term.kind, term.parts = None, ()
        term.end = stop
    elif _AS_MUCH.match(folded, term.end):
        term.kind, term.parts = FigureKind.MULTIPLE, ()
    elif before == "a" and folded[term.end] != "-":
        term.start -= 2
    return term


def _end_of_article(folded: str, end: int) -> int:
    """Return where the unit behind 'half', 'half a' begins, its space left to it, or 0 where none follows."""
    match = _ARTICLE.match(folded, end)
    if match is None:
        return 0
    if match["article"]:
        return match.end("article") - 1 if match["word"] in _MEASURES else 0
    return end if match["near"] in _HALVED else 0
