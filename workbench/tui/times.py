"""Write moments for people: what is stored in UTC is shown in the time of the place where one sits."""

from __future__ import annotations

from datetime import datetime


def day_and_minute(at: str) -> str:
    """Write a moment with its day ('2024-03-26 14:02'); what is no moment stays as it is."""
    return _here(at, "%Y-%m-%d %H:%M")


def minute(at: str) -> str:
    """Write the time of day alone ('14:02'); what is no moment stays as it is."""
    return _here(at, "%H:%M")


def _here(at: str, form: str) -> str:
    try:
        return datetime.fromisoformat(at).astimezone().strftime(form)
    except (ValueError, OverflowError):
        return at
