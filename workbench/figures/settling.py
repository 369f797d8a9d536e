"""Settle what number words are by what stands around them: 'a couple', 'several hundred', 'six-figure', 'double'."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from workbench.figures.currencies import NAMES as PHRASE_UNITS
from workbench.figures.decades import settle_decade
from workbench.figures.lexicon import PARTS
from workbench.figures.nouns import STOPS, is_plural
from workbench.figures.ordinals import settle_ordinal
from workbench.figures.parts import settle_fraction
from workbench.figures.terms import CONTEXT, Term, ends_word, is_alone, word_after, word_before
from workbench.figures.wordlists import word_set
from workbench.model.figures import FigureKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from workbench.figures.terms import Page

_TEN = 10
_DIGITS = re.compile(r"[ -](?:figures?|digits?)\b")
_MOST_DIGITS = 12
_ALONE = word_set("hundred thousand million billion trillion dozen lakh crore quadrillion quintillion")
_OF_UNIT = re.compile(
    r" of (?=(?:years|months|weeks|days|hours|minutes|seconds|decades|centuries|miles|metres|kilometres|feet|inches|pounds|"
    r"dollars|euros|nights|degrees|percentage|percent|tonnes|tons|acres|hectares|litres|liters|gallons|barrels|yards|kilometers|meters|rupees|"
    r"pesos|yen|roubles|rubles|rand|naira|shillings|square|cubic|kilos|kilograms)\b)",
)


def settle(page: Page, term: Term) -> Term | None:
    """Return the term that number words stand for here, or None where they are no figure."""
    if term.vague:
        return _settle_vague(page, term)
    if term.kind is None:
        return _settle_cardinal(page, term)
    rule = _RULES.get(term.kind)
    return rule(page, term) if rule else term


def _settle_vague(page: Page, term: Term) -> Term | None:
    word = page.folded[term.start : term.end]
    if unit := _OF_UNIT.match(page.folded, term.end):
        # 'hundreds of miles', 'millions of pounds'
        term.end = unit.end() - 1
        return term
    if word not in {"tens", "scores"} or page.folded.startswith(" of ", term.end):
        return term
    return (
        term
        if word == "scores" and (word_before(page, term.start) in _HURT or word_after(page, term.end) == "more")
        else None
    )


# 'killed scores', but 'test scores'.
_HURT = word_set(
    "kill killed killing wound wounded wounding injure injured injuring hurt maimed arrested detained displaced left leaving trapped trapping sickened"
)


def _settle_cardinal(page: Page, term: Term) -> Term | None:
    first = page.folded[term.start : term.end].replace("-", " ").split(" ", 1)[0]
    if first == "score":
        return _settle_score(page, term)
    if first == "couple":
        return _settle_couple(page, term)
    if first in PARTS:
        return _take_part(page, term, first)
    if first in _ALONE:
        return _take_article(page, term)
    if page.folded[term.end] in " -" and (digits := _DIGITS.match(page.folded, term.end)):
        return _take_digits(term, digits.end(), term.low)
    return term


def _take_digits(term: Term, end: int, count: object) -> Term:
    """Read 'six-figure' as 100,000 to 999,999."""
    if not isinstance(count, Decimal) or not 1 <= count <= _MOST_DIGITS:
        return term
    high = Decimal(_TEN) ** int(count)
    return Term(term.start, end, high / _TEN, high - 1, FigureKind.COUNT, digits=False, closed=True)


def _settle_couple(page: Page, term: Term) -> Term | None:
    folded = page.folded
    if not ends_word(folded, "a ", term.start):
        return None
    alone = folded[term.start : term.end] == "couple"
    term.start -= 2
    if (
        alone
        and not folded.startswith((" of ", " more ", " hundred", " thousand"), term.end)
        and not is_alone(page, term.start, term.end)
    ):
        return None
    if _OF_UNIT.match(folded, term.end):
        term.end += 3
    return term


# 'a score of witnesses', but 'a score of 5'
_WITNESSES = re.compile(r" of (?!points|runs|goals|minus|plus)[a-z-]+s\b| or (?:so|more)\b")


def _settle_score(page: Page, term: Term) -> Term | None:
    if not ends_word(page.folded, "a ", term.start):
        return None
    term.start -= 2
    return term if _WITNESSES.match(page.folded, term.end) or is_alone(page, term.start, term.end) else None


def _take_part(page: Page, term: Term, first: str) -> Term | None:
    """Take the article into 'a quarter of a million'."""
    if first != "half":
        if not ends_word(page.folded, "a ", term.start):
            return None
        term.start -= 2
    return term


def _take_article(page: Page, term: Term) -> Term | None:
    """Take 'a' or 'several' in front of 'dozen', 'hundred', 'million' into the number."""
    folded = page.folded
    before = word_before(page, term.start)
    if before == "a":
        term.start -= 2
    elif before in {"several", "few", "many"} and isinstance(term.low, Decimal):
        term.start -= len(before) + 1
        if before == "few" and ends_word(folded, "a ", term.start):
            term.start -= 2
        term.high = CONTEXT.multiply(term.low, Decimal(_TEN))
        term.vague = True
    elif before == "multi" or (folded[term.start : term.end] in _ALONE and not _is_counted(page, term, before)):
        return None
    return term


def _is_counted(page: Page, term: Term, before: str) -> bool:
    """Say whether a scale word without a number counts: 'every dozen', 'hundred people', not 'million means'."""
    if before in {"half", "every", "per", "another", "one"}:
        return True
    after = word_after(page, term.end)
    return bool(after) and after not in STOPS and (is_plural(after) or after in PHRASE_UNITS)


_DOUBLE_AFTER = word_set("the that those its their his her what in to by digit digits figures from as last this")
_DOUBLE_BEFORE = word_set("than to will would could nearly almost about at least can may might did should")
_DOUBLE_NOT = word_set(
    """check standards standard decker agent bill click murder life edged act glazing jeopardy bass bed room vision fault
    bogey blow"""
)


def _settle_multiple(page: Page, term: Term) -> Term | None:
    folded = page.folded
    word = folded[term.start : term.end]
    after = word_after(page, term.end)
    if term.start and folded[term.start - 1] == "-":
        return None
    if word in {"double", "triple", "single"} and (digits := _DIGITS.match(folded, term.end)):
        return _take_digits(term, digits.end(), term.low)
    if word == "twice":
        return None if after in {"before", "weekly", "daily", "a", "yearly"} else term
    if word in {"doubles", "triples", "trebles", "halves"}:
        return term if after in {"the", "its", "their", "his", "her", "every", "to"} else None
    if word in {"double", "triple", "treble", "quadruple", "halve", "single"}:
        known = after in _DOUBLE_AFTER or word_before(page, term.start) in _DOUBLE_BEFORE
        return term if known and word != "single" and after not in _DOUBLE_NOT and folded[term.end] != "-" else None
    return term


def _settle_note(page: Page, term: Term) -> Term | None:
    if not ends_word(page.folded, "a ", term.start):
        return None
    term.start -= 2
    return term


_RULES: dict[FigureKind, Callable[[Page, Term], Term | None]] = {
    FigureKind.ORDINAL: settle_ordinal,
    FigureKind.RATIO: settle_fraction,
    FigureKind.MULTIPLE: _settle_multiple,
    FigureKind.AGE: settle_decade,
    FigureKind.MONEY: _settle_note,
}
