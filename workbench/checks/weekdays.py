"""Check every weekday that stands beside a date against the calendar."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from workbench.model.figures import FigureKind
from workbench.model.reviews import Notice
from workbench.model.spans import Span
from workbench.text.dates import MONTHS, WEEKDAYS

if TYPE_CHECKING:
    from workbench.kinds.reading import Reading
    from workbench.model.figures import Figure

ID = "weekday-date"
_DAY = re.compile(
    r"\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)(?:day)\b|\b(Mon|Tue|Tues|Wed|Thu|Thur|Thurs|Fri|Sat|Sun)\b\.?(?=,? \d|,? [A-Z][a-z]{2})"
)
# What may stand between a weekday and the date that it names.
_BETWEEN = re.compile(
    r"(?:[\s,(–—-]|\b(?:the|of|on|a|was|is|morning|afternoon|evening|night|noon|early|late|which|fell|falls|this|last|next)\b)*"
)
_REACH = 40
_ISO = re.compile(r"(\d{4}|XXXX)-(\d\d)-(\d\d)$")
_HALF_YEAR = 183


def run(reading: Reading) -> list[Notice]:
    """Notice each date whose weekday is another day of the week.

    A date without a year takes the year that brings it nearest to the article's own date, and is passed over where
    the article has none.
    """
    notices = []
    for figure in reading.figures:
        if figure.kind is not FigureKind.DATE or figure.low != figure.high:
            continue
        day = _resolve(figure, reading.published)
        weekday = _find_weekday(reading.text, figure)
        if day is None or weekday is None:
            continue
        span, index = weekday
        if index != day.weekday():
            notices.append(
                Notice(
                    ID,
                    f"{day.day} {MONTHS[day.month - 1]} {day.year} was a {WEEKDAYS[day.weekday()]}, not a {WEEKDAYS[index]}.",
                    (Span(min(span.start, figure.start), max(span.end, figure.end)),),
                )
            )
    return notices


def _resolve(figure: Figure, published: str) -> date | None:
    match = _ISO.match(str(figure.low))
    if match is None:
        return None
    year, month, day = match.groups()
    if year != "XXXX":
        return _make_date(int(year), int(month), int(day))
    own = _ISO.match(published[:10])
    if own is None or own[1] == "XXXX":
        return None
    today = _make_date(*map(int, own.groups()))
    if today is None:
        return None
    nearby = [_make_date(today.year + offset, int(month), int(day)) for offset in (-1, 0, 1)]
    near = [found for found in nearby if found and abs((found - today).days) <= _HALF_YEAR]
    return near[0] if near else None


def _make_date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _find_weekday(text: str, figure: Figure) -> tuple[Span, int] | None:
    """Find the weekday inside the date or beside it, and its number from Monday."""
    inside = _DAY.search(text, figure.start, figure.end)
    if inside:
        return _number(inside)
    before = list(_DAY.finditer(text, max(0, figure.start - _REACH), figure.start))
    if before and _BETWEEN.fullmatch(text, before[-1].end(), figure.start):
        return _number(before[-1])
    behind = _DAY.search(text, figure.end, figure.end + _REACH)
    if behind is not None and _BETWEEN.fullmatch(text, figure.end, behind.start()):
        return _number(behind)
    return None


def _number(match: re.Match[str]) -> tuple[Span, int]:
    beginning = (match[1] or match[2])[:3]
    return Span(*match.span()), next(index for index, day in enumerate(WEEKDAYS) if day.startswith(beginning))
