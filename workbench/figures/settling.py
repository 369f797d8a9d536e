"""Settle what number words and decades mean by what stands around them: 'half', 'a third', 'second', 'the 1990s'."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from workbench.figures.lexicon import MULTIPLES, PARTS, SCALES
from workbench.figures.terms import CONTEXT, Term, is_whole
from workbench.figures.wordlists import word_set
from workbench.model.figures import FigureKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from workbench.figures.terms import Page

_BEFORE = re.compile(r"([a-z]+)[ -]$")
_AFTER = re.compile(r"[ -]([a-z]+)")
_WINDOW = 16
_SEVERAL = frozenset({"several", "few", "many"})
_MID = re.compile(r"\b(mid|early|late)[ -](?:to[ -]late[ -])?$")
_PERSONAL = re.compile(r"\b(?:his|her|their|my|your|our|people)(?: (?:early|mid|late))?[ -](?:to[ -]late )?$")
_TEN = 10
_CENTURY = 100
# How many digits '90s' and '1990s' have.
_SHORT, _YEAR = 2, 4


def _word_before(page: Page, at: int) -> str:
    match = _BEFORE.search(page.folded[max(0, at - _WINDOW) : at])
    return match[1] if match else ""


def _word_after(page: Page, at: int) -> str:
    match = _AFTER.match(page.folded, at)
    return match[1] if match else ""


def settle(page: Page, term: Term, end: int) -> Term | None:
    """Return the term as it must be read here, or None where it is no figure."""
    if term.digits:
        return _settle_decade(page, term, end)
    if term.vague:
        return _settle_vague(page, term)
    if term.kind in _RULES:
        return _RULES[term.kind](page, term)
    return _settle_cardinal(page, term)


def _settle_decade(page: Page, term: Term, end: int) -> Term | None:
    """Read '1990s', "'90s", '20s', '16s'."""
    if not isinstance(term.low, Decimal) or not is_whole(term.low):
        return None
    size = term.end - term.start
    before = page.folded[max(0, term.start - 24) : term.start]
    low = int(term.low)
    if size == _YEAR and low % _TEN == 0 and page.folded[term.start] in "12":
        return _decade(term, before, end, low)
    if size == _SHORT and before.endswith(("under-", "over-", "under ", "over ")) and page.folded[term.end] == "s":
        return Term(term.start, end, term.low, term.low, FigureKind.AGE, "year")
    if (
        size != _SHORT
        or low % _TEN
        or not (before.endswith((" the ", "'")) or _MID.search(before) or _PERSONAL.search(before))
    ):
        return None
    if before.endswith("'") or (before.endswith("the ") and low >= 20 and page.folded[term.end] == "s"):  # noqa: PLR2004 - 'the 60s'
        return _decade(term, before, end, 1900 + low)
    return _age_decade(term, before, end, low)


def _decade(term: Term, before: str, end: int, low: int) -> Term:
    first, last = low, low + 9
    if low % _CENTURY == 0 and low < 2000:  # noqa: PLR2004 - 'the 1800s' is a century
        last = low + 99
    start = term.start
    if match := _MID.search(before):
        first, last = _part(match[1], first, last)
        start -= len(before) - match.start() if match[1] == "mid" else 0
    elif before.endswith("'"):
        start -= 1
    return Term(start, end, str(first), str(last), FigureKind.DATE, closed=True)


def _part(name: str, low: int, high: int) -> tuple[int, int]:
    return (low + 4, low + 6) if name == "mid" else (low, high)


def _age_decade(term: Term, before: str, end: int, low: int) -> Term:
    first, last = low, low + 9
    start = term.start
    if match := _MID.search(before):
        first, last = _part(match[1], first, last)
        start -= len(before) - match.start() if match[1] == "mid" else 0
    kind, unit = (FigureKind.AGE, "year") if _PERSONAL.search(before) or match else (FigureKind.COUNT, None)
    return Term(start, end, Decimal(first), Decimal(last), kind, unit, closed=True)


def _settle_age(page: Page, term: Term) -> Term | None:
    """Read 'the sixties' as years and 'in her sixties' as an age."""
    before = page.folded[max(0, term.start - 24) : term.start]
    low = int(term.low) if isinstance(term.low, Decimal) else 0
    if _PERSONAL.search(before):
        return _age_decade(term, before, term.end, low)
    if before.endswith("the ") or _MID.search(before):
        return _decade(term, before, term.end, 1900 + low)
    return None


def _settle_vague(page: Page, term: Term) -> Term | None:
    word = page.folded[term.start : term.end]
    if word in {"tens", "scores"} and not page.folded.startswith(" of ", term.end):
        return None
    return term


def _settle_cardinal(page: Page, term: Term) -> Term | None:
    word = page.folded[term.start : term.end].split(" ")[0].split("-")[0]
    if word in {"couple", "score"}:
        if word == "score" or not page.folded.endswith("a ", 0, term.start):
            return None
        if not page.folded.startswith((" of ", " more", " dozen", " hundred"), term.end) and term.end - term.start < 7:  # noqa: PLR2004 - 'couple'
            return None
        term.start -= 2
        if _OF_UNIT.match(page.folded, term.end):
            term.end += 3
        return term
    if word in SCALES or word in {"hundred", "dozen"}:
        return _take_article(page, term)
    return term


_OF_UNIT = re.compile(
    r" of (?=(?:years|months|weeks|days|hours|minutes|seconds|decades|centuries|miles|metres|kilometres|feet|inches|pounds|dollars|euros|nights)\b)"
)


def _take_article(page: Page, term: Term) -> Term | None:
    """Take 'a' or 'several' in front of 'dozen', 'hundred', 'million' into the number."""
    before = _word_before(page, term.start)
    if before == "a":
        term.start -= 2
    elif before in _SEVERAL and isinstance(term.low, Decimal):
        term.start -= len(before) + 1
        if before == "few" and page.folded.endswith(" a ", 0, term.start):
            term.start -= 2
        term.high = CONTEXT.multiply(term.low, Decimal(_TEN))
        term.vague = True
    elif before == "multi":
        return None
    return term


_ORDINAL_NOT = word_set(
    """aid lady ladies minister hand name names person nations responder responders class thoughts thought nature
    world party reading half place foremost year amendment fiddle guess choice rate string"""
)
_FIRST_BEFORE = frozenset(["at", "from"])
_SECOND_BEFORE = frozenset(["a", "per", "split", "every", "each", "this"])
_FRACTION_AFTER = word_set(
    """of the in since from on by to at for over more less fewer higher lower longer larger smaller off as are were
    was is have had said say believe think and or but its after when with this that compared"""
)


def _settle_ordinal(page: Page, term: Term) -> Term | None:
    word = page.folded[term.start : term.end]
    before, after = _word_before(page, term.start), _word_after(page, term.end)
    if word in PARTS and before in {"a", "one"}:
        if not after or after in _FRACTION_AFTER:
            return _fraction(term, PARTS[word], 2 if before == "a" else 4)
        return term
    if word == "second" and before in _SECOND_BEFORE:
        return (
            term
            if before in {"a", "this"}
            and after
            and after not in _FRACTION_AFTER
            and page.folded[term.end] != "-"
            and not _is_rate(page, term)
            else None
        )
    if word == "first" and (
        before in _FIRST_BEFORE
        or (after in {"of", "and"} and page.folded.startswith((" of all", " and foremost"), term.end))
    ):
        return None
    if word in {"first", "second", "third"} and after in _ORDINAL_NOT - {"half", "place", "year", "reading", "string"}:
        return None
    return term


def _is_rate(page: Page, term: Term) -> bool:
    return (
        re.search(
            r"(?:metres|meters|miles|feet|kilometres|times|m|km) a $", page.folded[max(0, term.start - 16) : term.start]
        )
        is not None
    )


def _fraction(term: Term, denominator: int, article: int) -> Term:
    value = CONTEXT.divide(Decimal(1), Decimal(denominator))
    term.start -= article
    term.kind, term.low, term.high, term.lead = FigureKind.RATIO, value, value, value
    term.parts = (Decimal(1), Decimal(denominator))
    finite = CONTEXT.multiply(value, Decimal(denominator)) == 1
    term.fraction = None if finite else (1, denominator)
    return term


_HALF_BEFORE = word_set(
    """first second other better opening closing top bottom upper lower each either final latter former northern
    southern eastern western my whose"""
)
_HALF_AFTER = word_set(
    """time way back brother sister term hearted naked empty full baked past marathon siblings brothers sisters
    finished hour board life truth mast staff asleep dead measures smile"""
)


def _settle_fraction(page: Page, term: Term) -> Term | None:
    word = page.folded[term.start : term.end]
    if " " in word or "-" in word:
        if word[0] not in "hq" or (term.parts and term.parts[0] != 1):
            return term
        word = word.split(" ")[0]
    before, after = _word_before(page, term.start), _word_after(page, term.end)
    if word == "half":
        return _settle_half(page, term, before, after)
    if word.endswith("s"):
        return None
    if before == "a":
        if word == "quarter" and after in {
            "final",
            "century",
            "pounder",
            "finals",
            "back",
            "backs",
            "mile",
            "hour",
            "pound",
        }:
            return _fraction(term, PARTS[word], 2) if after in {"century", "mile"} else None
        return _fraction(term, PARTS[word], 2)
    return None


def _settle_half(page: Page, term: Term, before: str, after: str) -> Term | None:
    if before in _HALF_BEFORE or (after in _HALF_AFTER and after != "hour"):
        return None
    unit = _HALF_UNIT.match(page.folded, term.end)
    if unit:
        # 'half an hour', 'half a mile': the article belongs to the measure.
        term.kind, term.parts = None, ()
        term.end = unit.end() - 1
        return term
    return term


_HALF_UNIT = re.compile(
    r"(?: an? |-| )(?=(?:hour|mile|century|decade|year|day|inch|metre|kilometre|pint|litre|tonne|ton|percent|per cent|percentage)\b)"
)


def _settle_multiple(page: Page, term: Term) -> Term | None:
    word = page.folded[term.start : term.end]
    after = _word_after(page, term.end)
    if word in {"double", "triple", "treble", "doubles", "triples"}:
        before = _word_before(page, term.start)
        if word in {"doubles", "triples"} or (after in _DOUBLE_NOT) or page.folded[term.end] == "-":
            return None
        if after not in {
            "the",
            "that",
            "those",
            "its",
            "their",
            "his",
            "her",
            "what",
            "in",
            "to",
            "by",
            "digit",
            "from",
            "as",
        } and before not in {
            "than",
            "to",
            "will",
            "would",
            "could",
            "nearly",
            "almost",
            "about",
            "at",
            "least",
            "can",
            "may",
            "might",
        }:
            return None
    if word == "twice" and after in {"before", "weekly", "daily", "a", "yearly"}:
        return None
    if term.start and page.folded[term.start - 1] == "-" and word in MULTIPLES:
        return None
    return term


_DOUBLE_NOT = word_set(
    """check standards standard decker agent bill click murder life edged act glazing jeopardy bass bed room vision
    fault bogey blow digits"""
)


_RULES: dict[FigureKind, Callable[[Page, Term], Term | None]] = {
    FigureKind.ORDINAL: _settle_ordinal,
    FigureKind.RATIO: _settle_fraction,
    FigureKind.MULTIPLE: _settle_multiple,
    FigureKind.AGE: _settle_age,
}
