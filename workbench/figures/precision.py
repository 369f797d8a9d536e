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
_SOFT = frozenset({Qualifier.ABOUT, Qualifier.NEARLY})
_UNROUNDED = frozenset(
    {FigureKind.DATE, FigureKind.TIME, FigureKind.ORDINAL, FigureKind.SCORE, FigureKind.IDENTIFIER, FigureKind.RATIO}
)


def imply_precision(term: Term) -> tuple[Decimal, Decimal] | None:
    """Return the interval that rounds to the figure as written, or None where it is exact or a range.

    Half a unit of the last non-zero digit, or of the last decimal written; 'nearly' only from below.
    """
    value = term.low if isinstance(term.low, Decimal) else term.high
    if not isinstance(value, Decimal) or term.vague or term.kind in _UNROUNDED or term.fraction:
        return None
    if term.low is not None and term.high is not None and term.low != term.high:
        return None
    soft = term.qualifier in _SOFT
    exact = term.qualifier is Qualifier.EXACT or term.kind in {FigureKind.AGE, FigureKind.MULTIPLE}
    lead = term.lead if term.lead is not None else value
    whole = lead == lead.to_integral_value()
    if not soft and (
        exact or (term.scale is None and whole and term.kind is FigureKind.COUNT and abs(value) < _EXACT_BELOW)
    ):
        return None
    half = CONTEXT.multiply(_step(term, lead, soft=soft), _HALF)
    low, high = CONTEXT.subtract(value, half), CONTEXT.add(value, half)
    return (low, value) if term.qualifier is Qualifier.NEARLY else (low, high)


def _step(term: Term, lead: Decimal, *, soft: bool) -> Decimal:
    """Return the unit of the last digit that counts."""
    scale = term.scale or Decimal(1)
    exponent = lead.as_tuple().exponent
    if not isinstance(exponent, int):
        return Decimal(0)
    if exponent >= 0 and (soft or term.scale is not None or abs(lead) >= _EXACT_BELOW):
        digits = str(int(lead))
        exponent = len(digits) - len(digits.rstrip("0")) if lead else 0
    return CONTEXT.multiply(Decimal(1).scaleb(exponent), scale)
