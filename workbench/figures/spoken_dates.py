"""Read days whose ordinal is written in words: 'the twenty-third of March', 'July the fourth, 1776', 'May first'."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from workbench.figures.dates import MONTH, MONTHS
from workbench.figures.nouns import STOPS
from workbench.figures.terms import Term, word_after
from workbench.model.figures import FigureKind

if TYPE_CHECKING:
    from workbench.figures.terms import Page

_YEAR = r"(?:,? (1[0-9]{3}|20[0-9]{2})(?![0-9]|,[0-9]{3}))?"
_OF_MONTH = re.compile(rf" (?:day )?of ({MONTH})\b{_YEAR}")
_BEHIND_MONTH = re.compile(rf"\b({MONTH}) (the )?$")
_BEHIND_DAY = re.compile(_YEAR)
_LONGEST = 14
_LAST_DAY = 31


def read_spoken_date(page: Page, term: Term) -> Term | None:
    """Return the date that an ordinal in words belongs to, or None; the name of the month has its capital."""
    folded, text = page.folded, page.text
    if term.kind is not FigureKind.ORDINAL or not isinstance(term.low, Decimal) or not 1 <= term.low <= _LAST_DAY:
        return None
    if (behind := _OF_MONTH.match(folded, term.end)) and text[behind.start(1)].isupper():
        return _date(term.start, behind.end(), term.low, behind[1], behind[2])
    before = _BEHIND_MONTH.search(folded, max(0, term.start - _LONGEST), term.start)
    if before is None or not text[before.start(1)].isupper():
        return None
    following = word_after(page, term.end)
    if following and following not in STOPS and not before[2]:
        # 'In March first results came.'
        return None
    year = _BEHIND_DAY.match(folded, term.end)
    return _date(before.start(1), year.end() if year else term.end, term.low, before[1], year[1] if year else None)


def _date(start: int, end: int, day: Decimal, month: str, year: str | None) -> Term:
    value = f"{year or 'XXXX'}-{MONTHS[month]:02d}-{int(day):02d}"
    return Term(start, end, value, value, FigureKind.DATE, digits=False, closed=True)
