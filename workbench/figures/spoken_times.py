"""Read times of day that are told in words: "six o'clock", 'half past six in the evening', 'at six forty-five'."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from workbench.figures.lexicon import ONES, TENS
from workbench.figures.times import NOON, ON_THE_HOUR, tell_hour, tell_time
from workbench.model.figures import FigureKind

if TYPE_CHECKING:
    from workbench.figures.terms import Page, Term


def read_oclock(page: Page, term: Term) -> Term | None:
    """Return the time that a number word in front of "o'clock" stands for, or None."""
    folded, end = page.folded, term.end
    if folded[end] != " " or folded[end + 1] not in "oapi":
        return None
    if spoken := _SPOKEN_HALF.match(folded, end):
        return read_past(page, term) or _spoken(page, term, 0, spoken)
    match = ON_THE_HOUR.match(folded, end)
    return tell_hour(term.start, int(str(term.low)), match) if match and str(term.low).isdigit() else None


_PAST = re.compile(
    r"\b(?:(half) past|(?:a )?(quarter) (past|to)|(five|ten|twenty|twenty[ -]five)(?: minutes)? (past|to)|"
    rf"((?:(?:{'|'.join(TENS)})[ -])?(?:{'|'.join(list(ONES)[1:10])})|{'|'.join(list(ONES)[10:20])}|[0-9]{{1,2}}) minutes? (past|to)) $"
)
_MINUTES = {"half": 30, "quarter": 15}
_HOUR = 60
_DAY = 24


def read_past(page: Page, term: Term) -> Term | None:
    """Return the time that 'half past six' or 'a quarter to nine' tells, read from its hour, or None."""
    folded, start = page.folded, term.start
    if folded[start - 2] == "f" and folded.endswith(" half ", 0, start):
        return _read_half(page, term)
    if folded[start - 2] not in "to" or not folded.endswith((" past ", " to "), 0, start) or folded[term.end] == "-":
        return None
    match = _PAST.search(folded, max(0, term.start - 24), term.start)
    hour = int(str(term.low)) if str(term.low).isdigit() else 0
    if match is None or not 1 <= hour <= NOON:
        return None
    half, quarter, sense, spoken, way, said, direction = match.groups()
    spoken, way = spoken or said, way or direction
    if "to" in {sense, way} and _COUNTED.match(folded, term.end):
        return None
    if spoken and way == "to" and not _AT.search(folded, max(0, match.start() - 7), match.start()):
        return None
    minutes = _MINUTES.get(half or quarter) or _count_minutes(spoken)
    total = hour * _HOUR + (minutes if "past" in {sense, way} or half else -minutes)
    end = term.end
    if spoken := _SPOKEN_HALF.match(folded, end):
        later = (spoken["half"] or spoken["part"]) not in _MORNINGS
        total, end = total % (NOON * _HOUR) + (NOON * _HOUR if later else 0), spoken.end()
    return tell_time(match.start(), end, f"T{total // _HOUR % _DAY:02d}:{total % _HOUR:02d}")


def _count_minutes(words: str) -> int:
    """Return what 'eleven', 'twenty-three' or '17' is worth."""
    return int(words) if words.isdigit() else sum(ONES.get(word) or TENS[word] for word in re.split("[ -]", words))


def _read_half(page: Page, term: Term) -> Term | None:
    """Read 'at half five' as half past five."""
    folded, start = page.folded, term.start - len("half ")
    hour = int(str(term.low)) if str(term.low).isdigit() else 0
    if not 1 <= hour <= NOON or not _AT.search(folded, max(0, start - 7), start) or _COUNTED.match(folded, term.end):
        return None
    return tell_time(start, term.end, f"T{hour:02d}:30")


# A noun behind the hour makes 'five to ten years' a range; only 'at five to ten' is surely a time.
_COUNTED = re.compile(
    r" (?!(?:in|on|and|or|this|that|when|but|as|at|by|with|for|to|after|before|he|she|they|we|it|o|local|last|next|every|each)\b)[a-z]"
)
_AT = re.compile(r"\b(?:it's|at|about|around|by|until|till|after|before) $")


_SPOKEN_HALF = re.compile(
    r" ?(?P<half>[ap])\.? ?m\b\.?| (?P<part>in the morning|in the afternoon|in the evening|at night)\b"
)
_SPOKEN_DAY = re.compile(r" (?:sharp|tomorrow|today|tonight|this|on|every|each|local|o'?clock)\b|[.,;?!)]")
_BEFORE_CLOCK = re.compile(r"\b(?:at|by|until|till|around|about|before|after|past|since|from|it's|for) $")
_MORNINGS = frozenset({"a", "in the morning"})
_MINUTES_SPOKEN = range(10, 60)


def _spoken(page: Page, term: Term, minutes: int, match: re.Match[str]) -> Term | None:
    """Return the time of an hour in words with its half of the day."""
    hour = int(str(term.low)) if str(term.low).isdigit() else 0
    if not 1 <= hour <= NOON or term.digits:
        return None
    if match["part"] and not _BEFORE_CLOCK.search(page.folded, max(0, term.start - 8), term.start):
        return None
    later = (match["half"] or match["part"]) not in _MORNINGS
    return tell_time(term.start, match.end(), f"T{hour % NOON + (NOON if later else 0):02d}:{minutes:02d}")


def join_spoken(page: Page, left: Term, right: Term) -> Term | None:
    """Return the time that 'six forty-five' tells behind 'at' or in front of 'p.m.'."""
    if left.digits or right.digits or left.kind or right.kind:
        return None
    hour, minutes = (int(str(term.low)) if str(term.low).isdigit() else 0 for term in (left, right))
    if not 1 <= hour <= NOON or minutes not in _MINUTES_SPOKEN:
        return None
    if match := _SPOKEN_HALF.match(page.folded, right.end):
        return _spoken(page, left, minutes, match)
    known = _BEFORE_CLOCK.search(page.folded, max(0, left.start - 8), left.start)
    if known is None or not _SPOKEN_DAY.match(page.folded, right.end):
        return None
    return tell_time(left.start, right.end, f"T{hour:02d}:{minutes:02d}")


def join_midnight(page: Page, left: Term, right: Term) -> Term | None:
    """Return 'one minute past midnight' as a time."""
    if (
        right.kind is not FigureKind.TIME
        or left.unit != "minute"
        or not isinstance(left.low, Decimal)
        or left.low != left.high
    ):
        return None
    if page.folded[right.start : right.end] not in {"midnight", "noon", "midday"} or not 0 < left.low < _HOUR:
        return None
    minutes = int(left.low) * (-1 if page.folded[left.end : right.start] == " before " else 1)
    moment = (int(str(right.low)[1:3]) * _HOUR + minutes) % (_DAY * _HOUR)
    return tell_time(left.start, right.end, f"T{moment // _HOUR:02d}:{moment % _HOUR:02d}")
