"""Read dates: '5 May 2024', 'May 5-7', '2024-05-05', '5/13/2024', 'Q3 2023', '2023-24'. ISO 8601, unknown parts X."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workbench.figures.terms import Term
from workbench.model.figures import FigureKind

if TYPE_CHECKING:
    from workbench.figures.terms import Page

_NAMES = "january february march april may june july august september october november december"
MONTHS = (
    {name: number for number, name in enumerate(_NAMES.split(), start=1)}
    | {name[:3]: number for number, name in enumerate(_NAMES.split(), start=1)}
    | {"sept": 9}
)
MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_DAY = r"(?:0?[1-9]|[12][0-9]|3[01])"
_TH = r"(?:st|nd|rd|th)?"
_YEAR = r"(?:1[0-9]{3}|20[0-9]{2}|21[0-9]{2})(?![0-9]|,[0-9]{3}|\.[0-9])"
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

_DAY_FIRST = re.compile(
    rf"({_DAY}){_TH}(?: ?(?:-|to|and|or|,) ?(?:(?:{'|'.join(WEEKDAYS)}),? )?({_DAY}){_TH})?[ -](?:day )?(?:of )?({MONTH})\b(?:\.(?= [12]))?(?:(?:,? |-|, of )({_YEAR})|(?: |,? of )'([0-9]{{2}})\b)?",
)
_MONTH_FIRST = re.compile(
    rf"({MONTH})\b\.?(?: the)? ({_DAY}){_TH}(?![0-9:/%]|[.,][0-9]|-[0-9]{{3}}|[a-z])(?: ?(?:-|to|and) ?({_DAY}){_TH}(?![0-9:%]|[.,][0-9]))?(?:,? ({_YEAR})|,? '([0-9]{{2}})\b)?",
)
_MONTH_YEAR = re.compile(rf"({MONTH})\b\.?(?:,? |,? of |-)({_YEAR})")
_ISO = re.compile(
    r"([0-9]{4})-(0[1-9]|1[0-2])(?:-(0[1-9]|[12][0-9]|3[01]))?(?![0-9-])"
    r"(?:[t ]([0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,9})?)?) ?(z|[+-][0-9]{2}:?[0-9]{2})?(?![0-9]))?",
)
# '20240131', as logs and file names have it.
_COMPACT = re.compile(r"((?:19|20)[0-9]{2})(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])")
_SLASHED = re.compile(r"([0-9]{1,2})([/.-])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})(?![0-9/])")
_YEAR_SLASHED = re.compile(r"([0-9]{4})([/.])([0-9]{1,2})\2([0-9]{1,2})(?![0-9/])")
_SEASON = re.compile(r"(1[89][0-9]{2}|20[0-9]{2})[-/]((?:1[89]|20)?[0-9]{2})(?![0-9/-]|[.,][0-9]|%)")
_QUARTER = re.compile(
    r"([qh][1-4])(?:[ -]?(?:of )?(?:fy)?(?:('[0-9]{2}|20[0-9]{2}|19[0-9]{2})))?(?![0-9a-z])|(fy)[ -]?((?:20)?[0-9]{2}(?:[-/][0-9]{2})?)(?![0-9a-z])"
)
# The months that are words as well: those count only with a capital.
_WORDS_TOO = frozenset({"may", "march", "mar", "jan", "dec", "sep"})
_LONGEST_MONTH = len("september")
_LAST_DAY, _LAST_MONTH = 31, 12
_CENTURY = 100
_DAY_DIGITS = _SHORT_YEAR = 2
_YEAR_DIGITS = 4
_FULL_DATE = 10
# '5.1.2020' has the fewest characters of a date with points.
_POINTS = 2
_POINTED_DIGITS = 8
# '41 is a war, '40 is to come.
_TO_COME = 40


def read_date(page: Page, start: int, end: int) -> Term | None:
    """Return the date that the digits at `start` belong to, if they belong to one."""
    folded = page.folded
    size = end - start
    term: Term | None = None
    if folded[end : end + 2] in _ERA_STARTS or folded[max(0, start - 2) : start] == "d ":
        term = _read_era(page, start, end)
    if (
        size >= _POINTED_DIGITS
        and folded.count(".", start, end) == _POINTS
        and (match := _SLASHED.match(folded, start))
    ):
        term = _read_slashed(match)
    if (
        term is None
        and size == _POINTED_DIGITS
        and folded[start] in "12"
        and (match := _COMPACT.fullmatch(folded, start, end))
    ):
        term = _date(start, end, _write(match[1], match[2], match[3]))
    if term is None and size == _YEAR_DIGITS and folded[end] in "-/." and folded[start - 1] != "y":
        term = _read_year_first(page, start)
    if term is None and size <= _DAY_DIGITS:
        term = _read_day_first(page, start, end) if _may_open_date(folded, end) else None
    if term is None and start and folded[start - 1] in " ." and (size <= _DAY_DIGITS or size == _YEAR_DIGITS):
        term = _read_month_first(page, start, size)
    if term is None and start and folded[start - 1] in "qhy":
        term = _read_quarter(page, start)
    if term is not None:
        _take_weekday(page, term)
    return term


def _may_open_date(folded: str, end: int) -> bool:
    """Say whether what follows a day could be a month, a second day or an ordinal ending."""
    following = folded[end]
    return following in "-stnr,/." or (following == " " and folded[end + 1] in _MONTH_STARTS)


_ERA_STARTS = frozenset({" b", " a", " c", "bc", "ad"})
# First letters of the months, of 'to', 'and', 'or' and 'day of'.
_MONTH_STARTS = frozenset("jfmasondt")


_ERA = re.compile(r" ?(bc|bce|ad|ce)\b")


def _read_era(page: Page, start: int, end: int) -> Term | None:
    """Read '44 BC' and 'AD 79' as years; ISO 8601 counts a year nought."""
    folded, text = page.folded, page.text
    if end - start > _YEAR_DIGITS or not folded[start:end].isdigit():
        return None
    year = int(folded[start:end])
    if (match := _ERA.match(folded, end)) and text[match.start(1) : match.end()].isupper():
        before = match[1].startswith("b")
        return _date(start, match.end(), f"-{year - 1:04d}" if before else f"{year:04d}")
    if text.startswith("AD ", max(0, start - 3)) and start >= len("AD ") and not text[start - 4 : start - 3].isalnum():
        return _date(start - 3, end, f"{year:04d}")
    return None


def _date(start: int, end: int, low: str, high: str | None = None) -> Term:
    return Term(start, end, low, high or low, FigureKind.DATE, closed=True)


def _write(year: str | int | None, month: int | str, day: str | int | None) -> str:
    head = f"{year or 'XXXX'}-{int(month):02d}"
    return f"{head}-{int(day):02d}" if day else head


def _read_year_first(page: Page, start: int) -> Term | None:
    folded = page.folded
    if match := _ISO.match(folded, start):
        year, month, day, clock, zone = match.groups()
        if day or not _SEASON.match(folded, start) or int(year[2:]) + 1 != int(month):
            value = f"{year}-{month}" + (f"-{day}" if day else "")
            if clock and day:
                return _date(start, match.end(), f"{value}T{clock}{(zone or '').upper()}")
            if day:
                return _date(start, match.end(3), value)
    if match := _YEAR_SLASHED.match(folded, start):
        year, _, month, day = match.groups()
        if _is_month(int(month)) and _is_day(int(day)):
            return _date(start, match.end(), _write(year, month, day))
    if match := _SEASON.match(folded, start):
        return _read_season(start, match)
    return None


def _read_season(start: int, match: re.Match[str]) -> Term | None:
    first = int(match[1])
    last = int(match[2]) if len(match[2]) == _YEAR_DIGITS else first - first % _CENTURY + int(match[2])
    if last < first and first % _CENTURY == _CENTURY - 1:
        last += _CENTURY
    return _date(start, match.end(), str(first), str(last)) if first < last else None


def _read_day_first(page: Page, start: int, end: int) -> Term | None:
    if page.folded[end] in "/.":
        match = _SLASHED.match(page.folded, start)
        return _read_slashed(match) if match else None
    if match := _DAY_FIRST.match(page.folded, start):
        first, last, month, year, short = match.groups()
        if month in _WORDS_TOO and page.text[match.start(3)].islower():
            return None
        if last and int(last) <= int(first):
            # 'page 12, 6 December'
            return None
        full = year or (_widen(short) if short else None)
        number = MONTHS[month]
        return _date(start, match.end(), _write(full, number, first), _write(full, number, last or first))
    match = _SLASHED.match(page.folded, start) if page.folded[end] == "-" else None
    return _read_slashed(match) if match else None


def _widen(short: str) -> str:
    return ("19" if int(short) > _TO_COME else "20") + short


def _is_day(number: int) -> bool:
    return 1 <= number <= _LAST_DAY


def _is_month(number: int) -> bool:
    return 1 <= number <= _LAST_MONTH


def _read_slashed(match: re.Match[str]) -> Term | None:
    first, mark, second, year = int(match[1]), match[2], int(match[3]), match[4]
    if mark in ".-" and len(year) == _SHORT_YEAR:
        # '10.5.24' may be a version.
        return None
    full = _widen(year) if len(year) == _SHORT_YEAR else year
    months = (_is_month(first), _is_month(second))
    if not (_is_day(first) and _is_day(second) and any(months)):
        return None
    if all(months) and first != second and mark != ".":
        # Only points are European for certain: month or day, who knows.
        return _date(match.start(), match.end(), f"{full}-XX-XX")
    day, month = (first, second) if _is_month(second) else (second, first)
    return _date(match.start(), match.end(), _write(full, month, day))


# Last letters of the months and of their short forms.
_MONTH_ENDS = frozenset("ybrhleytngpvc")


def _read_month_first(page: Page, start: int, size: int) -> Term | None:
    folded = page.folded
    stop = start - 1
    if folded.endswith(" the", 0, stop):
        stop -= 4
    stop -= folded[stop - 1] in ".,"
    begin = stop
    if stop <= 0 or folded[stop - 1] not in _MONTH_ENDS:
        return None
    while begin and stop - begin <= _LONGEST_MONTH and folded[begin - 1].isalpha():
        begin -= 1
    month = folded[begin:stop]
    if month not in MONTHS or (month in _WORDS_TOO and page.text[begin].islower()):
        return None
    pattern = _MONTH_FIRST if size <= _DAY_DIGITS else _MONTH_YEAR
    match = pattern.match(folded, begin)
    if match is None:
        return None
    if size > _DAY_DIGITS:
        return _read_months(page, begin, match)
    _, first, last, year, short = match.groups()
    year = year or (_widen(short) if short else None)
    return _date(begin, match.end(), _write(year, MONTHS[month], first), _write(year, MONTHS[month], last or first))


_FIRST_MONTH = re.compile(rf"(?<![a-z])({MONTH})\b\.?(?:-|/| - | to | through )$")
_BETWEEN_MONTHS = re.compile(rf"(?<=between )({MONTH}) and $")


def _read_months(page: Page, begin: int, match: re.Match[str]) -> Term:
    """Read 'March 2024', and 'January to March 2024' back from its last month."""
    year, last = match[2], MONTHS[match[1]]
    folded, back = page.folded, max(0, begin - _LONGEST_MONTH - len(" through "))
    if begin and folded[begin - 1] in " -/":
        first = _FIRST_MONTH.search(folded, back, begin) or _BETWEEN_MONTHS.search(folded, max(0, back - 9), begin)
        if first and page.text[first.start(1)].isupper() and MONTHS[first[1]] < last:
            return _date(first.start(1), match.end(), _write(year, MONTHS[first[1]], None), _write(year, last, None))
    return _date(begin, match.end(), _write(year, last, None))


# A session of qualifying in motor racing.
_GRID = re.compile(r"\b(?:grid|qualifying|pole|eliminated|laps?)\b")


def _read_quarter(page: Page, start: int) -> Term | None:
    folded = page.folded
    begin = start - 1 - (folded[start - 1] == "y")
    if begin < 0 or (begin and folded[begin - 1].isalnum()) or not page.text[begin].isupper():
        return None
    match = _QUARTER.match(folded, begin)
    if match is None:
        return None
    if match[3]:
        year = match[4]
        return _date(begin, match.end(), "FY" + (_widen(year) if len(year) == _SHORT_YEAR else year))
    year = match[2] or ""
    if not year and folded[begin] == "q" and _GRID.search(folded, max(0, begin - 60), match.end() + 60):
        return Term(begin, match.end(), None, None, FigureKind.IDENTIFIER, closed=True)
    full = _widen(year[1:]) if year.startswith("'") else year
    return _date(begin, match.end(), f"{full or 'XXXX'}-{match[1].upper()}")


def _take_weekday(page: Page, term: Term) -> None:
    """Take 'Monday, ' or 'Mon ' in front of the date into it."""
    folded = page.folded
    stop = term.start
    if folded.endswith(" the ", 0, stop):
        stop -= 4
    if stop == 0 or folded[stop - 1] != " " or len(str(term.low)) < _FULL_DATE:
        return
    stop -= 1
    pointed = folded[stop - 1] == "."
    stop -= pointed or folded[stop - 1] == ","
    for weekday in WEEKDAYS:
        # A point behind the whole name ends a sentence.
        for name in (weekday[:3],) if pointed else (weekday, weekday[:3]):
            if (
                folded.endswith(name, 0, stop)
                and not folded[stop - len(name) - 1 : stop - len(name)].isalpha()
                and page.text[stop - len(name)].isupper()
            ):
                term.start = stop - len(name)
                return
