"""Read decades: '1990s', "'90s", 'the sixties' are years, 'his 40s' and 'mid-20s' ages, 'under-16s' a bound."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from workbench.figures.terms import Term, is_whole
from workbench.model.figures import FigureKind

if TYPE_CHECKING:
    from workbench.figures.terms import Page

_ENDING = re.compile(r"'?s(?![a-z0-9])")
_MID = re.compile(r"\b(mid|early|late|high|low)[ -](?:to[ -](?:late|mid|high)[ -])?$")
_PERSONAL = re.compile(r"\b(?:his|her|their|my|your|our|people)(?: (?:early|mid|late))?[ -](?:to[ -]late )?$")
_PERIOD = re.compile(
    r" (?:music|pop|hits?|film|films|fashion|rock|disco|style|sitcom|band|bands|star|stars|classic|icon|nostalgia|cartoon)"
)
_BOUNDED = ("under-", "over-", "under ", "over ")
_WARMTH = re.compile(r"\b(?:temperatures?|highs?|lows?|mercury|thermometers?)\b[^.;]*$")
_WINDOW = 24
_TEN, _CENTURY = 10, 100
# How many digits '90s' and '1990s' have.
_SHORT, _YEAR = 2, 4
_MILLENNIUM = 2000
_TWENTIETH = 1900


def read_decade(page: Page, term: Term) -> Term | None:
    """Return what digits with an 's' glued to them stand for, or None where they are no decade."""
    ending = _ENDING.match(page.folded, term.end)
    if ending is None or not isinstance(term.low, Decimal) or not is_whole(term.low):
        return None
    before = page.folded[max(0, term.start - _WINDOW) : term.start]
    if before.endswith("the ") and _WARMTH.search(page.folded, max(0, term.start - _WINDOW * 2), term.start):
        return Term(term.start, ending.end(), term.low, term.low + 9, FigureKind.TEMPERATURE, "°", closed=True)
    low, size, end = int(term.low), term.end - term.start, ending.end()
    if size == _YEAR and low % _TEN == 0 and page.folded[term.start] in "12":
        return _years(term, before, end, low)
    if size > _SHORT or (size < _SHORT and not before.endswith(("under-", "over-"))):
        return None
    if before.endswith(_BOUNDED) or (before[-1:] == "-" and before[-2:-1].isdigit()):
        return Term(term.start, end, term.low, term.low, FigureKind.AGE, "year")
    return None if low % _TEN else _read_short(term, before, page.folded[end : end + 16], end, low)


def _read_short(term: Term, before: str, after: str, end: int, low: int) -> Term | None:
    if before.endswith("'"):
        return _years(term, before, end, _TWENTIETH + low)
    if _PERSONAL.search(before) or _MID.search(before):
        return _ages(term, before, end, low)
    if low > _TEN and (before.endswith("the ") or _PERIOD.match(after)):
        return _years(term, before, end, (_TWENTIETH if low > _TEN * 2 else _MILLENNIUM - _CENTURY) + low)
    return None


_SHORT_YEAR = re.compile(r"\b(?:of|in|since|from|by|until|back|and|the|a|to|class|summer|winter|spring|autumn) '$")
_NEW_CENTURY = 30


def read_short_year(page: Page, term: Term) -> Term | None:
    """Return the year of 'the class of '92', or None; an apostrophe that closes again is a quotation mark."""
    folded, start = page.folded, term.start
    if (
        term.end - start != _SHORT
        or not isinstance(term.low, Decimal)
        or folded[term.end] in "'-%"
        or (folded[term.end] == "." and folded[term.end + 1].isdigit())
        or folded[term.end].isalnum()
    ):
        return None
    if not _SHORT_YEAR.search(folded, max(0, start - _WINDOW), start):
        return None
    year = str(int(term.low) + (_MILLENNIUM if term.low < _NEW_CENTURY else _TWENTIETH))
    return Term(start - 1, term.end, year, year, FigureKind.DATE, closed=True)


def settle_decade(page: Page, term: Term) -> Term | None:
    """Return 'the sixties' as years and 'in her sixties' as an age; None where the word is something else."""
    before = page.folded[max(0, term.start - _WINDOW) : term.start]
    low = int(term.low) if isinstance(term.low, Decimal) else 0
    if _PERSONAL.search(before):
        return _ages(term, before, term.end, low)
    if before.endswith(_BOUNDED):
        return Term(term.start, term.end, term.low, term.low, FigureKind.AGE, "year")
    if low < _TEN * 2:
        # 'at sixes and sevens'
        return None
    if before.endswith("the ") or _MID.search(before):
        return _years(term, before, term.end, _TWENTIETH + low)
    return None


def _span(name: str, low: int) -> tuple[int, int]:
    return (low + 4, low + 6) if name == "mid" else (low, low + 9)


def _years(term: Term, before: str, end: int, low: int) -> Term:
    first, last = low, low + (_CENTURY - 1 if low % _CENTURY == 0 and low < _MILLENNIUM else _TEN - 1)
    start = term.start
    if match := _MID.search(before):
        first, last = _span(match[1], low) if match[1] == "mid" else (first, last)
        start -= len(before) - match.start() if match[1] == "mid" else 0
    elif before.endswith("'"):
        start -= 1
    return Term(start, end, str(first), str(last), FigureKind.DATE, closed=True)


def _ages(term: Term, before: str, end: int, low: int) -> Term:
    match = _MID.search(before)
    first, last = _span(match[1] if match else "", low)
    start = term.start - (len(before) - match.start() if match and match[1] == "mid" else 0)
    if match and not _PERSONAL.search(before):
        weather = match[1] in {"high", "low"} or before[: match.start()].endswith("the ")
        if weather:
            # 'temperatures in the mid-20s'
            return Term(start, end, Decimal(first), Decimal(last), FigureKind.TEMPERATURE, "°", closed=True)
    return Term(start, end, Decimal(first), Decimal(last), FigureKind.AGE, "year", closed=True)
