"""Give a bare number what stands right in front of it or behind it: currency, scale word, unit, percent sign."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from workbench.figures import currencies
from workbench.figures.compound_units import PERIODS
from workbench.figures.parts import take_unit_article
from workbench.figures.quantities import Suffix, as_unit, take_unit
from workbench.figures.suffixes import ROLES
from workbench.figures.vocabulary import find_role
from workbench.figures.wordlists import word_set
from workbench.model.figures import FigureKind

if TYPE_CHECKING:
    from workbench.figures.terms import Page, Term
    from workbench.model.figures import Value

_WORD = re.compile(r"[a-zåμωčł]{1,24}(?:²|³|\^?[23](?![0-9a-z]))?|[\"'%°€£$¥₹¢₽₩₪₺₴₦₱]")
_PER = re.compile(r"(?:[ -](?:an?|per|each|every)[ -]|/)([a-z]+)")
# 'm.p.h.', 'r.p.m.'; the last point may end the sentence.
_DOTTED = re.compile(r"(?:m\.p\.h|r\.p\.m|p\.s\.i|p\.p\.m|k\.p\.h|m\.p\.g)\b")
_SHARES = word_set(
    """person head capita share barrel tonne ton ounce litre liter gallon household family pupil student patient unit
    bottle kilo kilogram kilogramme pound mile kilometre acre hectare customer employee worker passenger child
    night seat ticket game match"""
)
# What may stand between a country's letters and its sign ('US$', 'U.S.$').
_SIGN_LETTERS = frozenset("sacuzdkgtrxjnfbeprmbiylh.")
_LONGEST_MARK = 5
# Most words end in none of these.
_MARK_ENDS = frozenset(mark[-1] for mark in (*currencies.SIGNS, *currencies.CODES, *currencies.MARKS))
_OPENING = frozenset("([\"'“‘")
_RATES = frozenset({FigureKind.MONEY, FigureKind.COUNT, FigureKind.MEASUREMENT, FigureKind.DURATION})
# Kinds that no unit belongs to: 'the third day' is no duration.
_WHOLE = frozenset({FigureKind.ORDINAL, FigureKind.MULTIPLE, FigureKind.DATE, FigureKind.TIME})


def attach(page: Page, term: Term) -> None:
    """Extend `term` over the currency in front and the scale words and units behind, and set its kind and unit."""
    if term.low is None or term.closed or term.kind in _WHOLE:
        return
    _attach_front(page, term)
    if term.kind is FigureKind.RATIO and page.folded.startswith((" of a", " of o", " of 1"), term.end):
        take_unit_article(page, term)
    _attach_behind(page, term)
    if term.unit == "minute" and page.folded.endswith(_HOUR_AND, 0, term.start):
        _take_hour(page, term)


# 'an hour and 20 minutes'
_HOUR_AND = (" an hour and ", " an hour ")


def _take_hour(page: Page, term: Term) -> None:
    if isinstance(term.low, Decimal) and term.low == term.high and 0 < term.low < _MINUTES:
        term.start = page.folded.rindex("an hour", 0, term.start)
        term.low = term.high = term.lead = term.low + _MINUTES


_MINUTES = 60


def _attach_front(page: Page, term: Term) -> None:
    folded, start = page.folded, term.start
    previous = folded[start - 1] if start else " "
    if previous == " ":
        _attach_code(page, term, start - 1)
    elif previous in currencies.SIGNS:
        _attach_sign(page, term, start - 1)
    elif previous == "-" and start > 1 and folded[start - 2] in currencies.SIGNS and term.digits:
        # '$-5'
        _attach_sign(page, term, start - 2)
        term.low, term.high = _negate(term.low), _negate(term.high)
    elif previous.isalpha() or previous == ".":
        _attach_code(page, term, start)


def _negate(value: Value) -> Value:
    return -value if isinstance(value, Decimal) else value


def _attach_sign(page: Page, term: Term, at: int) -> None:
    folded = page.folded
    sign = folded[at]
    unit, start = currencies.SIGNS[sign], at
    for length in (4, 3, 2, 1) if at and folded[at - 1] in _SIGN_LETTERS else ():
        code = currencies.COUNTRY_SIGNS.get(folded[at - length : at + 1]) if length <= at else None
        if code and (at == length or not folded[at - length - 1].isalpha()):
            unit, start = code, at - length
            break
    term.kind, term.unit, term.start = FigureKind.MONEY, unit, start


def _attach_code(page: Page, term: Term, stop: int) -> None:
    """Read a code or mark such as 'EUR', 'Rs' or 'Dh' that ends at `stop`."""
    text = page.text
    if stop <= 0 or text[stop - 1] not in _MARK_ENDS:
        return
    if text[stop - 1] in currencies.SIGNS and stop < term.start:
        if page.folded[stop - 2 : stop - 1].isdigit():
            return
        _attach_sign(page, term, stop - 1)
        return
    # A word longer than the longest mark is none; most words end the search here.
    begin = page.folded.rfind(" ", max(0, stop - _LONGEST_MARK - 1), stop) + 1
    if not begin and stop > _LONGEST_MARK:
        return
    mark = text[begin:stop]
    if mark[:1] in _OPENING:
        begin, mark = begin + 1, mark[1:]
    code = currencies.CODES.get(mark) or (currencies.MARKS.get(mark) if term.digits else None)
    if code and not (mark in currencies.GLUED_MARKS and stop < term.start):
        term.kind, term.unit, term.start = FigureKind.MONEY, code, begin


def _attach_behind(page: Page, term: Term) -> None:
    for _ in range(4):
        folded, end = page.folded, term.end
        glue = folded[end]
        at = end + 1 if glue in " -" else end
        match = _WORD.match(folded, at)
        if match is None:
            return
        word, stop = match[0], match.end()
        if folded[stop] == "." and folded[stop + 1].isalpha() and (dotted := _DOTTED.match(folded, at)):
            word, stop = dotted[0].replace(".", ""), dotted.end()
            take_unit(page, term, as_unit(Suffix(word, stop, None, glue if at > end else ""), word))
            return
        if glue == " " and (folded[stop].isdigit() or (folded[stop] == "-" and folded[stop + 1].isdigit())):
            # 'asteroid 2024 YR4', 'twelve F-35s'
            return
        if word == "of" and isinstance(term.low, Decimal) and term.low < 1 and (whole := _OF_A.match(folded, end)):
            term.end = whole.end() - 1
            continue
        role, value = find_role(page.text[at:stop], word, glued=at == end)
        if role is None and word[-1] in "²³":
            # A footnote mark behind the word: '1.4 million²'.
            word, stop = word[:-1], stop - 1
            role, value = find_role(page.text[at:stop], word, glued=at == end)
        if role is None or not ROLES[role](page, term, Suffix(word, stop, value, glue if at > end else "")):
            return


# '0.1 of a percentage point', '0.75 of an acre'.
_OF_A = re.compile(
    r" of an? (?=(?:percentage point|per ?cent|second|minute|mile|acre|hectare|degree|inch|metre|litre|gram|tonne|millimetre|kilometre)\b)"
)


# '$310 million a year earlier' tells when, not how often.
_MOMENT = re.compile(r" (?:(?:ago|before|earlier|later|after|hence|from now|on from)\b|on[,.;])")


def attach_period(page: Page, term: Term, at: int) -> None:
    """Set what the figure is a rate over, where 'a day' or 'per person' stands at `at`, behind it or its noun."""
    joint = page.folded[at]
    if (
        not (joint == "/" or (joint in " -" and page.folded[at + 1] in "ape"))
        or term.per is not None
        or term.kind not in _RATES
    ):
        return
    match = _PER.match(page.folded, at)
    if match and not _MOMENT.match(page.folded, match.end()) and (match[1] in PERIODS or match[1] in _SHARES):
        term.per = PERIODS.get(match[1], match[1])
