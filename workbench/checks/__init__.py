"""Whole-article checks: one module each, listed in CHECKS. They notice, they decide nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.checks import weekdays

if TYPE_CHECKING:
    from collections.abc import Callable

    from workbench.kinds.reading import Reading
    from workbench.model.reviews import Notice


@dataclass(frozen=True, slots=True)
class Check:
    """A check over a whole article."""

    id: str
    title: str
    description: str
    run: Callable[[Reading], list[Notice]]


CHECKS: tuple[Check, ...] = (
    Check(weekdays.ID, "Weekday and date", "Does the weekday fit the date beside it?", weekdays.run),
)


def run_checks(reading: Reading) -> tuple[Notice, ...]:
    """Run every check, in the order of CHECKS."""
    return tuple(notice for check in CHECKS for notice in check.run(reading))
