"""What is known of a figure while it is being read."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Context, Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.model.figures import FigureKind, Qualifier, Value

CONTEXT = Context(prec=28)


@dataclass(slots=True)
class Page:
    """A text and its folded twin (see `folding.fold`), which every reader looks at together."""

    text: str
    folded: str


@dataclass(slots=True)
class Term:
    """A number with whatever has been found to belong to it; without `kind` it is bare so far."""

    start: int
    end: int
    low: Value
    high: Value
    kind: FigureKind | None = None
    unit: str | None = None
    digits: bool = True
    # The number as written, before its scale word; its exponent tells how many decimals were written.
    lead: Decimal | None = None
    scale: Decimal | None = None
    fraction: tuple[int, int] | None = None
    parts: tuple[Decimal, ...] = ()
    noun: str | None = None
    per: str | None = None
    qualifier: Qualifier | None = None
    qualifier_start: int | None = None
    qualifier_end: int | None = None
    vague: bool = False
    # A compound adjective ('15-strong', 'four-bedroom'): its noun may stand in the singular.
    compound: bool = False
    # Read in a way that nothing further may change (a date, a telephone number).
    closed: bool = False


def cardinal(start: int, end: int, value: Decimal, *, digits: bool) -> Term:
    """Return a bare term for one number."""
    return Term(start, end, value, value, digits=digits, lead=value)


def is_whole(value: Decimal) -> bool:
    """Say whether `value` has no decimals."""
    return value == value.to_integral_value()


def divide(numerator: int, denominator: int) -> tuple[Decimal, tuple[int, int] | None]:
    """Return the quotient with 28 digits, and the fraction itself where the quotient is not finite."""
    rest = denominator
    for prime in (2, 5):
        while rest and rest % prime == 0:
            rest //= prime
    value = CONTEXT.divide(Decimal(numerator), Decimal(denominator))
    return value, (None if numerator % rest == 0 else (numerator, denominator))
