"""Write a date or a time as a paper prints it."""

from __future__ import annotations

import re

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_MOMENT = re.compile(
    r"(?:(?P<year>\d{4}|XXXX)(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?)?"
    r"(?:T(?P<clock>\d\d:\d\d(?::\d\d)?)(?:(?P<utc>Z)|(?P<offset>[+-]\d\d:\d\d))?)?",
    re.ASCII,
)
_QUARTER = re.compile(r"(\d{4}|XXXX)-(Q[1-4])", re.ASCII)
_BEFORE_CHRIST = re.compile(r"-(\d{4})", re.ASCII)


def write_moment(value: str) -> str:
    """Return an ISO 8601 value in words: '5 March 2024', '9 December', '17:30 on 9 December', '11:24 UTC', '44 BC', 'AD 410'.

    What has no common wording ('FY2024') stays as it is.
    """
    if quarter := _QUARTER.fullmatch(value):
        return f"{quarter[2]} {quarter[1]}".removesuffix(" XXXX")
    if year := _BEFORE_CHRIST.fullmatch(value):
        # ISO 8601 has a year 0, which is 1 BC.
        return f"{int(year[1]) + 1} BC"
    found = _MOMENT.fullmatch(value)
    if found is None:
        return value
    day, clock = _write_day(found), _write_clock(found)
    return f"{clock} on {day}" if day and clock else day or clock or value


def _write_day(found: re.Match[str]) -> str:
    year, month, day = found["year"] or "", found["month"], found["day"]
    if year.startswith("0"):
        year = f"AD {int(year)}"
    if month is None:
        return year
    if not 1 <= int(month) <= len(_MONTHS):
        return f"{year}-{month}" + (f"-{day}" if day else "")
    words = f"{int(day)} {_MONTHS[int(month) - 1]}" if day else _MONTHS[int(month) - 1]
    return words if year == "XXXX" else f"{words} {year}"


def _write_clock(found: re.Match[str]) -> str:
    clock = found["clock"] or ""
    zone = " UTC" if found["utc"] else f" UTC{found['offset']}" if found["offset"] else ""
    return clock + zone
