"""Dates as a person types them into a form, ISO 8601 as exact as they are known; the names of months and weekdays."""

from __future__ import annotations

import re
from datetime import date

# Not the standard library's: those are in the language of whoever runs the program.
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_DATE = re.compile(
    r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ]([01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?)?)?"
)


def is_iso_date(text: str) -> bool:
    """Say whether a text is a year, a month, a day or a day with a time, and one that the calendar has."""
    found = _DATE.fullmatch(text)
    if found is None:
        return False
    year, month, day = (int(part) if part else 1 for part in found.groups()[:3])
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
