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
ON_THE_HOUR = re.compile(r" o'? ?clock\b(?: (?:in the )?(morning|afternoon|evening|at night))?")
# '16h00', as South Africa writes it.
_HOURS_MARKED = re.compile(r"([01][0-9]|2[0-3])h([0-5][0-9])(?![a-z0-9])()")
_TWELVE_NOON = re.compile(r"12 (noon|midday|midnight)\b")
NOON = 12
_MILITARY_DIGITS = 4


# Behind these hours, minutes and seconds with colons are how long a race took.
_TAKEN = re.compile(
    r"\b(?:in|time of|(?:best|record|mark|lap) of|clock(?:s|ed|ing)|ran|runs|running|timed at|within|under|sub|lasted|took)(?: an?)? $"
)
_LASTING = re.compile(
    r"(?:([0-9]{1,2}):)?([0-5]?[0-9]):([0-5][0-9](?:\.[0-9]{1,3})?)(?![0-9:]| ?(?:[ap]\.?m\b|hrs?\b|hours|gmt|bst|utc|ist))"
)


# What is left of a game.
_LEFT = re.compile(r" (?:left|remaining|to go|to play)\b")


def _read_race(page: Page, start: int) -> Term | None:
    """Return '2:02:16' and '3:43.13' as the seconds they last; without decimals only behind a word such as 'in'."""
    match = _LASTING.match(page.folded, start)
    if match is None:
        return None
    hours, minutes, seconds = match.groups()
    if "." not in seconds and not (
        _TAKEN.search(page.folded, max(0, start - 16), start) or _LEFT.match(page.folded, match.end())
    ):
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
    if spaced and (match := ON_THE_HOUR.match(folded, end)) and folded[start:end].isdigit():
        return tell_hour(start, int(folded[start:end]), match)
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
        return _clock_pointed(page, match) if match else _read_pointed(page, start, end)
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
        return tell_time(start, noon.end(), "T00:00" if noon[1] == "midnight" else "T12:00")
    return None


def _read_pointed(page: Page, start: int, end: int) -> Term | None:
    """Read an hour with a point that what stands around it makes one: 'the 5.42 to Leeds', 'doors open at 7.30'."""
    folded = page.folded
    if folded.endswith(("the ", " a ", " an "), 0, start):
        match = _TIMETABLE.match(page.text, start)
    elif folded.endswith(("it's ", "it is ", "it was "), 0, start):
        match = _ON_A_DAY.match(folded, start)
    elif folded.endswith(" at ", 0, start) and not _MARKET.search(folded, max(0, start - 60), start):
        match = None if _is_measured(page, end) else _HOUR_ALONE.match(folded, start)
    else:
        return None
    return tell_time(start, end, f"T{int(match[1]):02d}:{match[2]}") if match else None


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
# 'It's 8.15 on a wet Tuesday.'
_ON_A_DAY = re.compile(r"(1?[0-9]|2[0-3])\.([0-5][05])(?= (?:on an? |in the |when ))")
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
    return tell_time(match.start(), match.end(), f"T{int(hour) % NOON + (NOON if late else 0):02d}:{minutes or '00'}")


def tell_time(start: int, end: int, value: str) -> Term:
    """Return the term of a time of day."""
    return Term(start, end, value, value, FigureKind.TIME, closed=True)


def _clock_pointed(page: Page, match: re.Match[str]) -> Term | None:
    start, (hour, minutes, zone) = match.start(), match.groups()
    if zone is None and len(hour) == 1 and not page.folded.endswith(_AT_HOUR, 0, start):
        # 'for 1.25 hours'
        return None
    return tell_time(start, match.end(), f"T{int(hour):02d}:{minutes}{ZONES.get(zone or '', '')}")


def _twelve(match: re.Match[str]) -> Term | None:
    hour = int(match[1])
    if not 0 <= hour <= NOON:
        return None
    hour = hour % NOON + (NOON if match[4] == "p" else 0)
    seconds = f":{match[3]}" if match[3] else ""
    end = match.end()
    if match.string[end - 1] == "." and match.string[end - 3] != ".":
        # '9am.' ends a sentence, 'a.m.' ends itself.
        end -= 1
    return tell_time(match.start(), end, f"T{hour:02d}:{match[2] or '00'}{seconds}{ZONES.get(match[5] or '', '')}")


def _clock(match: re.Match[str], seconds: str | None) -> Term:
    tail = f":{seconds}" if seconds else ""
    zone = match[match.re.groups]
    return tell_time(match.start(), match.end(), f"T{int(match[1]):02d}:{match[2]}{tail}{ZONES.get(zone or '', '')}")


def tell_hour(start: int, hour: int, match: re.Match[str]) -> Term | None:
    """Return the time that an hour in front of "o'clock" stands for, or None."""
    if not 1 <= hour <= NOON:
        return None
    if match[1] in {"afternoon", "evening", "at night"}:
        hour = hour % NOON + NOON
    return tell_time(start, match.end(), f"T{hour:02d}:00")
