"""Work out the rounding interval that the wording of a figure implies."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from workbench.figures.terms import CONTEXT
from workbench.model.figures import FigureKind, Qualifier

if TYPE_CHECKING:
    from workbench.figures.terms import Term

_EXACT_BELOW = 1000
_HALF = Decimal("0.5")
_EXACT_KINDS = frozenset({FigureKind.AGE, FigureKind.MULTIPLE})
_SOFT = frozenset({Qualifier.ABOUT, Qualifier.NEARLY})
_UNROUNDED = frozenset(
    {FigureKind.DATE, FigureKind.TIME, FigureKind.ORDINAL, FigureKind.SCORE, FigureKind.IDENTIFIER, FigureKind.RATIO}
)


def imply_precision(term: Term) -> tuple[Decimal, Decimal] | None:
    """Return the interval that rounds to the figure as written, or None where it is exact or a range.

    Half a unit of the last non-zero digit, or of the last decimal written; 'nearly' only from below.
    """
    if term.kind in _UNROUNDED or term.vague or term.fraction:
        return None
    low, high = term.low, term.high
    value = high if low is None else low
    if not isinstance(value, Decimal) or (low is not high and low is not None and high is not None and low != high):
        return None
    soft = term.qualifier in _SOFT
    if not soft and term.kind in _EXACT_KINDS:
        return None
    lead = term.lead if term.lead is not None else value
    written = f"{lead:f}"
    exponent = written.find(".") + 1 - len(written) if "." in written else 0
    if not soft and _is_exact(term, value, exponent):
        return None
    if exponent >= 0 and (soft or term.scale is not None or abs(lead) >= _EXACT_BELOW):
        # The noughts that a number ends in do not count as written digits.
        exponent += len(written) - len(written.rstrip("0")) if lead else 0
    half = _HALF.scaleb(exponent)
    if term.scale is not None:
        half = CONTEXT.multiply(half, term.scale)
    least = CONTEXT.subtract(value, half)
    return (least, value) if term.qualifier is Qualifier.NEARLY else (least, CONTEXT.add(value, half))


def _is_exact(term: Term, value: Decimal, exponent: int) -> bool:
    """Say whether the figure stands for itself alone: 'exactly 5,000', a small count without a scale word."""
    if term.qualifier is Qualifier.EXACT:
        return True
    return term.scale is None and exponent >= 0 and term.kind is FigureKind.COUNT and abs(value) < _EXACT_BELOW
