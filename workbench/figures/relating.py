"""Relate two quantities of one kind: same, rounded, within, overlapping, in another unit, different."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from workbench.figures.conversions import convert
from workbench.figures.describing import quote, write_amount, write_number
from workbench.figures.slips import find_slips
from workbench.figures.terms import CONTEXT
from workbench.model.figures import Comparison, FigureKind, Qualifier, Relation

if TYPE_CHECKING:
    from workbench.model.figures import Figure

# Shares in per cent: 'a quarter' is 25 %.
_SHARES = {FigureKind.RATIO: Decimal(100), FigureKind.PERCENT: Decimal(1)}
_ONE, _ZERO = Decimal(1), Decimal(0)


@dataclass(frozen=True, slots=True)
class Interval:
    """The values that a figure allows; None is open."""

    low: Decimal | None
    high: Decimal | None

    @property
    def single(self) -> Decimal | None:
        """Return the one value, or None where there are more."""
        return self.low if self.low == self.high else None

    def holds(self, value: Decimal) -> bool:
        """Say whether `value` is allowed."""
        return (self.low is None or self.low <= value) and (self.high is None or value <= self.high)

    def contains(self, other: Interval) -> bool:
        """Say whether everything that `other` allows is allowed."""
        low = self.low is None or (other.low is not None and self.low <= other.low)
        high = self.high is None or (other.high is not None and other.high <= self.high)
        return low and high

    def meets(self, other: Interval) -> bool:
        """Say whether both allow a value."""
        low = self.high is None or other.low is None or other.low <= self.high
        high = self.low is None or other.high is None or self.low <= other.high
        return low and high


def compare_values(claimed: Figure, found: Figure) -> Comparison:
    """Compare two quantities; a found one in another unit is converted first where it can be."""
    real = _in_unit_of(claimed, found)
    if real is None:
        why = (
            "different currencies, which are not converted"
            if claimed.kind is FigureKind.MONEY
            else "units that cannot be converted into each other"
        )
        return Comparison(Relation.OTHER_UNIT, f"{quote(claimed)} and {quote(found)} are in {why}.")
    said = Interval(_bound(claimed.low), _bound(claimed.high))
    result = _relate(claimed, found, said, real)
    if claimed.unit == found.unit or claimed.kind is not found.kind:
        return result
    note = f"{quote(found)} is {_write(real, claimed)}. "
    return replace(result, relation=Relation.OTHER_UNIT, sentence=note + result.sentence, converted=result.relation)


def _bound(value: object) -> Decimal | None:
    return value if isinstance(value, Decimal) else None


def _in_unit_of(claimed: Figure, found: Figure) -> Interval | None:
    bounds: list[Decimal | None] = []
    shares = claimed.kind is not found.kind and claimed.kind in _SHARES and found.kind in _SHARES
    for bound in (_bound(found.low), _bound(found.high)):
        if bound is None:
            bounds.append(None)
            continue
        if shares:
            value: Decimal | None = CONTEXT.divide(CONTEXT.multiply(bound, _SHARES[found.kind]), _SHARES[claimed.kind])
        else:
            value = convert(bound, found.unit, claimed.unit)
        if value is None:
            return None
        bounds.append(value)
    return Interval(*bounds)


def _write(interval: Interval, like: Figure) -> str:
    low, high = (_shorten(bound) if bound is not None else None for bound in (interval.low, interval.high))
    return write_amount(low, high, like)


def _shorten(value: Decimal) -> Decimal:
    """Round a converted value to six digits for reading."""
    return CONTEXT.create_decimal(f"{value:.6g}") if value != value.to_integral_value() else value


def _relate(claimed: Figure, found: Figure, said: Interval, real: Interval) -> Comparison:
    if said == real and (said.single is not None or claimed.qualifier == found.qualifier):
        return Comparison(Relation.SAME, f"Both say {quote(claimed)}.", _ONE, _ZERO)
    value = real.single
    if value is not None:
        return _relate_value(claimed, found, said, value)
    if said.single is not None and real.holds(said.single):
        return Comparison(Relation.OVERLAPS, f"{quote(claimed)} lies within {quote(found)}.")
    if said.contains(real):
        return Comparison(Relation.WITHIN, f"{quote(found)} lies within {quote(claimed)}.")
    if said.single is None and said.meets(real):
        return Comparison(Relation.OVERLAPS, f"{quote(claimed)} and {quote(found)} overlap.")
    return _differ(claimed, found, said, real)


def _relate_value(claimed: Figure, found: Figure, said: Interval, value: Decimal) -> Comparison:
    """Relate the one value found to what the claim allows."""
    exact = said.low if said.low is not None else said.high
    ratio, difference = _measure(exact, value)
    if said.single is None:
        if _satisfies(claimed, said, value):
            return Comparison(Relation.WITHIN, f"{quote(found)} satisfies ‘{quote(claimed)}’.", ratio, difference)
    elif _holds(claimed.precision, value):
        return Comparison(Relation.ROUNDS_TO, f"{quote(found)} rounds to {quote(claimed)}.", ratio, difference)
    elif claimed.unit == found.unit and _holds(found.precision, said.single):
        low, high = found.precision or (value, value)
        sentence = f"{quote(claimed)} lies within what {quote(found)} stands for ({write_number(low)} to {write_number(high)})."
        return Comparison(Relation.OVERLAPS, sentence, ratio, difference)
    return _differ(claimed, found, said, Interval(value, value))


def _satisfies(claimed: Figure, said: Interval, value: Decimal) -> bool:
    """Say whether the value lies inside; 'over' and 'under' leave out their own end."""
    if claimed.qualifier is Qualifier.OVER and value == said.low:
        return False
    if claimed.qualifier is Qualifier.UNDER and value == said.high:
        return False
    return said.holds(value)


def _holds(precision: tuple[Decimal, Decimal] | None, value: Decimal) -> bool:
    return precision is not None and precision[0] <= value <= precision[1]


def _measure(said: Decimal | None, real: Decimal) -> tuple[Decimal | None, Decimal | None]:
    if said is None:
        return None, None
    return (CONTEXT.divide(real, said) if said else None), CONTEXT.subtract(real, said)


def _differ(claimed: Figure, found: Figure, said: Interval, real: Interval) -> Comparison:
    one = said.low if said.low is not None else said.high
    other = real.low if real.low is not None else real.high
    if one is None or other is None:
        return Comparison(Relation.INCOMPARABLE, f"{quote(claimed)} and {quote(found)} cannot be compared.")
    ratio, difference = CONTEXT.divide(other, one) if one else None, CONTEXT.subtract(other, one)
    if not difference:
        sentence = f"{quote(found)} does not satisfy ‘{quote(claimed)}’."
        return Comparison(Relation.DIFFERS, sentence, ratio, difference)
    distance = write_amount(_shorten(abs(difference)), None, claimed)
    times = f", {write_number(_shorten(ratio))} times the claim" if ratio is not None and ratio > 0 else ""
    sentence = f"The claim says {quote(claimed)}, the source {quote(found)}: {distance} {'more' if difference > 0 else 'less'}{times}."
    return Comparison(Relation.DIFFERS, sentence, ratio, difference, find_slips(claimed, found, one, other))
