"""Read times of day: '9 a.m.', '10:30 GMT', '0900 hours', "six o'clock". ISO 8601 with T, the zone where one is given."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from workbench.figures.terms import Term
from workbench.figures.vocabulary import find_role
from workbench.model.figures import FigureKind

if TYPE_CHECKING:
    from workbench.figures.terms import Page

ZONES = {
    "gmt": "Z", "utc": "Z", "bst": "+01:00", "cet": "+01:00", "cest": "+02:00", "est": "-05:00", "edt": "-04:00", "cst": "-06:00",
    "cdt": "-05:00", "mst": "-07:00", "mdt": "-06:00", "pst": "-08:00", "pdt": "-07:00", "ist": "+05:30", "jst": "+09:00", "aest": "+10:00",
    "aedt": "+11:00", "msk": "+03:00", "et": "", "pt": "", "ct": "", "mt": "", "eastern": "", "pacific": "", "local time": "", "eastern time": "",
}  # fmt: skip
_ZONE = r"(?: \(?(gmt|utc|bst|ces?t|[ecmp][sd]?t|ist|jst|ae[sd]t|msk|local time|eastern(?: time)?)\b)?"
_TWELVE = re.compile(rf"([0-9]{{1,2}})(?:[:.]([0-5][0-9]))?(?:[:.]([0-5][0-9]))? ?([ap])(?:\.? ?m\b\.?|m\b){_ZONE}")
_CLOCK = re.compile(
    rf"([01]?[0-9]|2[0-4]):([0-5][0-9])(?::([0-5][0-9])(?:\.[0-9]+)?)?(?![0-9:]|/|,[0-9]{3})(?: ?(?:hrs?|hours)\b)?{_ZONE}"
)
_POINTED = re.compile(
    r"([01]?[0-9]|2[0-3])\.([0-5][0-9]) ?(?:hrs?|hours|(gmt|bst|utc|ces?t|[ecmp][sd]?t|ist|jst|ae[sd]t|msk))\b"
)
_MILITARY = re.compile(rf"([01][0-9]|2[0-3])([0-5][0-9])(?: ?h(?:ou)?rs?\b)?{_ZONE}")
_OCLOCK = re.compile(r" o'? ?clock\b(?: (?:in the )?(morning|afternoon|evening|at night))?")
# '16h00', as South Africa writes it.
_HOURS_MARKED = re.compile(r"([01][0-9]|2[0-3])h([0-5][0-9])(?![a-z0-9])()")
_TWELVE_NOON = re.compile(r"12 (noon|midday|midnight)\b")
_NOON = 12
_MILITARY_DIGITS = 4


# Behind these hours, minutes and seconds with colons are how long a race took.
_TAKEN = re.compile(
    r"\b(?:in|time of|(?:best|record|mark|lap) of|clock(?:s|ed|ing)|ran|runs|running|timed at|within|under|sub|lasted|took)(?: an?)? $"
)
_LASTING = re.compile(
    r"(?:([0-9]{1,2}):)?([0-5]?[0-9]):([0-5][0-9](?:\.[0-9]{1,3})?)(?![0-9:]| ?(?:[ap]\.?m\b|hrs?\b|hours|gmt|bst|utc|ist))"
)


def _read_race(page: Page, start: int) -> Term | None:
    """Return '2:02:16' and '3:43.13' as the seconds they last; without decimals only behind a word such as 'in'."""
    match = _LASTING.match(page.folded, start)
    if match is None:
        return None
    hours, minutes, seconds = match.groups()
    if "." not in seconds and not _TAKEN.search(page.folded, max(0, start - 16), start):
        return None
    value = int(hours or 0) * 3600 + int(minutes) * 60 + Decimal(seconds)
    term = Term(start, match.end(), value, value, FigureKind.DURATION, "second", closed=True)
    term.lead = value
    return term


def read_time(page: Page, start: int, end: int) -> Term | None:
    """Return the time of day that begins with the digits at `start`, or None."""
    folded = page.folded
    following = folded[end]
    # 'p' and 'a' for p.m. and a.m., 'o' for o'clock: most digits need no further look.
    spaced = following == " " and folded[end + 1] in "apo"
    if (spaced or following in "ap:" or "." in folded[start:end]) and (match := _TWELVE.match(folded, start)):
        return _twelve(match)
    if following == ":":
        return _read_colon(page, start, end)
    if following == "h" and (match := _HOURS_MARKED.match(folded, start)):
        return None if _TAKEN.search(folded, max(0, start - 16), start) else _clock(match, None)
    if spaced and (match := _OCLOCK.match(folded, end)) and folded[start:end].isdigit():
        return _oclock(start, int(folded[start:end]), match)
    return _read_rare(page, start, end)


_WINDOW = 24
# 'a slope of 1:12', 'the odds are 7:30'.
_RATIO_WORDS = re.compile(r"\b(?:ratio|scale|slope|gradient|odds|dilut\w*|mix\w*|proportion\w*|gear)\b[^.;]*$")


_RATIO_BEHIND = re.compile(r":[0-9]{1,3} (?:scale|ratio|slope|gradient|odds|dilution|mixture|split|aspect)\b")


def _read_colon(page: Page, start: int, end: int) -> Term | None:
    """Read '10:30 GMT', '3:45 in the afternoon', and '2:02:16' as the time a race took; '1:12' may be a ratio."""
    folded = page.folded
    if _RATIO_WORDS.search(folded, max(0, start - _WINDOW), start) or _RATIO_BEHIND.match(folded, end):
        return None
    if spoken := _SPOKEN.match(folded, start):
        return _speak(spoken)
    if race := _read_race(page, start):
        return race
    match = _CLOCK.match(folded, start)
    return _clock(match, match[3]) if match else None


def _read_rare(page: Page, start: int, end: int) -> Term | None:
    """Read '14.30 GMT', '0900 hours', '12 noon' and '5.30 in the morning'."""
    folded = page.folded
    pointed = "." in folded[start:end]
    if (pointed or (folded[end] == " " and folded[end + 1] in "oiaty")) and (spoken := _SPOKEN.match(folded, start)):
        return _speak(spoken)
    if pointed:
        match = _POINTED.match(folded, start)
        return _clock_pointed(match) if match else _read_pointed(page, start, end)
    if (
        end - start == _MILITARY_DIGITS
        and folded[start] == "0"
        and folded.endswith(_AT_HOUR, 0, start)
        and not (folded[end] == " " and folded[end + 1].isdigit())
    ):
        match = _MILITARY.match(folded, start)
        return _clock(match, None) if match else None
    if end - start == _MILITARY_DIGITS and (match := _MILITARY.match(folded, start)) and match.end() > end:
        return _clock(match, None)
    if folded.startswith("12 ", start) and (noon := _TWELVE_NOON.match(folded, start)):
        return _time(start, noon.end(), "T00:00" if noon[1] == "midnight" else "T12:00")
    return None


def _read_pointed(page: Page, start: int, end: int) -> Term | None:
    """Read an hour with a point that what stands around it makes one: 'the 5.42 to Leeds', 'doors open at 7.30'."""
    folded = page.folded
    if folded.endswith(("the ", " a ", " an "), 0, start):
        match = _TIMETABLE.match(page.text, start)
    elif folded.endswith(" at ", 0, start) and not _MARKET.search(folded, max(0, start - 60), start):
        match = None if _is_measured(page, end) else _HOUR_ALONE.match(folded, start)
    else:
        return None
    return _time(start, end, f"T{int(match[1]):02d}:{match[2]}") if match else None


_SUFFIX = re.compile(r" ([a-z]+)")


def _is_measured(page: Page, end: int) -> bool:
    """Say whether a unit stands behind the digits: 'at 0.05 AU', 'at 2.50 metres'."""
    match = _SUFFIX.match(page.folded, end)
    return (
        match is not None and find_role(page.text[match.start(1) : match.end()], match[1], glued=False)[0] is not None
    )


# Trains, races and matches go at a point's hour: 'the 5.42 to Leeds', 'a 12.30 start'.
_TIMETABLE = re.compile(
    r"([01]?[0-9]|2[0-3])\.([0-5][0-9]) (?:(?:to|from|at) (?=[A-Z])|(?:ran|left|departed|train|service|start|kick-off|race|express|ferry|flight|departure|tee time|news|bulletin)\b)"
)
_AT_HOUR = (" at ", " by ", " from ", " until ", " till ", " around ", " about ", " before ", " after ")
_HOUR_ALONE = re.compile(
    r"(1?[0-9]|2[0-3])\.([0-5][05])(?:[.,;)]?(?: |\x00)(?!per|to|on average|degrees|million|billion|against|in the (?:second|third)|a (?:share|barrel))|\x00)"
)
_MARKET = re.compile(
    r"\b(?:rupee|dollar|pound|sterling|euro|yen|rand|naira|shilling|currency|shares?|stock|index|rate|rates|trad(?:ed|ing)|priced?|averag(?:e|ed|ing)|"
    r"yield|scored?|rated?|odds|ratio|times)\b"
)
_SPOKEN = re.compile(
    r"(1[0-2]|[1-9])(?:[.:]([0-5][0-9]))? (?:o'?clock )?(?:in the (morning|afternoon|evening)|at (night)(?!s)|(?:this|yesterday|tomorrow) (morning|afternoon|evening)|(tonight))\b"
)


def _speak(match: re.Match[str]) -> Term | None:
    hour, minutes, *parts = match.groups()
    if not minutes and parts[1:] != [None, None, None] and not parts[1]:
        return None
    late = "morning" not in parts
    return _time(match.start(), match.end(), f"T{int(hour) % _NOON + (_NOON if late else 0):02d}:{minutes or '00'}")


def _time(start: int, end: int, value: str) -> Term:
    return Term(start, end, value, value, FigureKind.TIME, closed=True)


def _clock_pointed(match: re.Match[str]) -> Term:
    return _time(match.start(), match.end(), f"T{int(match[1]):02d}:{match[2]}{ZONES.get(match[3] or '', '')}")


def _twelve(match: re.Match[str]) -> Term | None:
    hour = int(match[1])
    if not 0 <= hour <= _NOON:
        return None
    hour = hour % _NOON + (_NOON if match[4] == "p" else 0)
    seconds = f":{match[3]}" if match[3] else ""
    end = match.end()
    if match.string[end - 1] == "." and match.string[end - 3] != ".":
        # '9am.' ends a sentence, 'a.m.' ends itself.
        end -= 1
    return _time(match.start(), end, f"T{hour:02d}:{match[2] or '00'}{seconds}{ZONES.get(match[5] or '', '')}")


def _clock(match: re.Match[str], seconds: str | None) -> Term:
    tail = f":{seconds}" if seconds else ""
    zone = match[match.re.groups]
    return _time(match.start(), match.end(), f"T{int(match[1]):02d}:{match[2]}{tail}{ZONES.get(zone or '', '')}")


def _oclock(start: int, hour: int, match: re.Match[str]) -> Term | None:
    if not 1 <= hour <= _NOON:
        return None
    if match[1] in {"afternoon", "evening", "at night"}:
        hour = hour % _NOON + _NOON
    return _time(start, match.end(), f"T{hour:02d}:00")


def read_oclock(page: Page, term: Term) -> Term | None:
    """Return the time that a number word in front of "o'clock" stands for, or None."""
    folded, end = page.folded, term.end
    if folded[end] != " " or folded[end + 1] not in "oapi":
        return None
    if spoken := _SPOKEN_HALF.match(folded, end):
        return _spoken(page, term, 0, spoken)
    match = _OCLOCK.match(folded, end)
    return _oclock(term.start, int(str(term.low)), match) if match and str(term.low).isdigit() else None


_PAST = re.compile(
    r"\b(?:(half) past|(?:a )?(quarter) (past|to)|(five|ten|twenty|twenty[ -]five)(?: minutes)? (past|to)) $"
)
_MINUTES = {"half": 30, "quarter": 15, "five": 5, "ten": 10, "twenty": 20, "twenty five": 25, "twenty-five": 25}
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
    if match is None or not 1 <= hour <= _NOON:
        return None
    half, quarter, sense, spoken, way = match.groups()
    if "to" in {sense, way} and _COUNTED.match(folded, term.end):
        return None
    if spoken and way == "to" and not _AT.search(folded, max(0, match.start() - 7), match.start()):
        return None
    minutes = _MINUTES[half or quarter or spoken]
    total = hour * _HOUR + (minutes if "past" in {sense, way} or half else -minutes)
    return _time(match.start(), term.end, f"T{total // _HOUR % _DAY:02d}:{total % _HOUR:02d}")


def _read_half(page: Page, term: Term) -> Term | None:
    """Read 'at half five' as half past five."""
    folded, start = page.folded, term.start - len("half ")
    hour = int(str(term.low)) if str(term.low).isdigit() else 0
    if not 1 <= hour <= _NOON or not _AT.search(folded, max(0, start - 7), start) or _COUNTED.match(folded, term.end):
        return None
    return _time(start, term.end, f"T{hour:02d}:30")


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
    if not 1 <= hour <= _NOON or term.digits:
        return None
    if match["part"] and not _BEFORE_CLOCK.search(page.folded, max(0, term.start - 8), term.start):
        return None
    later = (match["half"] or match["part"]) not in _MORNINGS
    return _time(term.start, match.end(), f"T{hour % _NOON + (_NOON if later else 0):02d}:{minutes:02d}")


def join_spoken(page: Page, left: Term, right: Term) -> Term | None:
    """Return the time that 'six forty-five' tells behind 'at' or in front of 'p.m.'."""
    hour, minutes = (int(str(term.low)) if str(term.low).isdigit() else 0 for term in (left, right))
    if (
        left.digits
        or right.digits
        or left.kind
        or right.kind
        or not 1 <= hour <= _NOON
        or minutes not in _MINUTES_SPOKEN
    ):
        return None
    if match := _SPOKEN_HALF.match(page.folded, right.end):
        return _spoken(page, left, minutes, match)
    known = _BEFORE_CLOCK.search(page.folded, max(0, left.start - 8), left.start)
    if known is None or not _SPOKEN_DAY.match(page.folded, right.end):
        return None
    return _time(left.start, right.end, f"T{hour:02d}:{minutes:02d}")
