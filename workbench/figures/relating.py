"""Relate two quantities of one kind: same, rounded, within, overlapping, in another unit, different."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from workbench.figures.conversions import AMERICAN, convert
from workbench.figures.describing import quote, shorten, write_amount, write_difference, write_number
from workbench.figures.slips import find_rate_slips, find_slips
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
    """Compare two quantities; a found one in another unit, or over another time, is converted first where it can be."""
    raw = _in_unit_of(claimed, found)
    if raw is None:
        why = (
            "different currencies, which are not converted"
            if claimed.kind is FigureKind.MONEY
            else "units that cannot be converted into each other"
        )
        return Comparison(Relation.OTHER_UNIT, f"{quote(claimed)} and {quote(found)} are in {why}.")
    said = Interval(_bound(claimed.low), _bound(claimed.high))
    if claimed.per != found.per and claimed.per and found.per:
        return _relate_rates(claimed, found, said, raw)
    result = _relate(claimed, found, said, raw)
    if claimed.unit == found.unit or claimed.kind is not found.kind:
        return result
    if result.relation is Relation.DIFFERS and (american := _relate_american(claimed, found, said)):
        return american
    return replace(
        result,
        relation=Relation.OTHER_UNIT,
        converted=result.relation,
        sentence=_convert_sentence(claimed, found, raw, result),
    )


def _relate_american(claimed: Figure, found: Figure, said: Interval) -> Comparison | None:
    """Compare once more with American gallons and tons; None unless the figures agree in them."""
    if not any(unit and unit.split(" per ", maxsplit=1)[0] in AMERICAN for unit in (claimed.unit, found.unit)):
        return None
    real = _in_unit_of(claimed, found, american=True)
    result = _relate(claimed, found, said, real) if real else None
    if real is None or result is None or result.relation is Relation.DIFFERS:
        return None
    sentence = f"In American measure, {_convert_sentence(claimed, found, real, result)}"
    return replace(result, relation=Relation.OTHER_UNIT, converted=result.relation, sentence=sentence)


def _convert_sentence(claimed: Figure, found: Figure, real: Interval, result: Comparison) -> str:
    per = f" per {claimed.per}" if claimed.per else ""
    converted = f"{quote(found)} is {_write(real, claimed)}{per}"
    return f"{converted}, as the claim says." if result.relation is Relation.SAME else f"{converted}. {result.sentence}"


def _relate_rates(claimed: Figure, found: Figure, said: Interval, raw: Interval) -> Comparison:
    """Compare '$35 a week' with '$5 a day'; the same number over another time is a slip."""
    longer = convert(_ONE, claimed.per, found.per)
    shorter = convert(_ONE, found.per, claimed.per)
    if longer is None or shorter is None or _is_pay(claimed, found):
        sentence = f"{quote(claimed)} and {quote(found)} are not rates over the same thing."
        return Comparison(Relation.INCOMPARABLE, sentence)
    # By whichever is no fraction: a seventh of 35 is 5, 0.142857… times 35 is not.
    bounds = (
        None if bound is None else CONTEXT.multiply(bound, longer) if longer >= 1 else CONTEXT.divide(bound, shorter)
        for bound in (raw.low, raw.high)
    )
    real = Interval(*bounds)
    result = _relate(claimed, replace(found, precision=None), said, real)
    sentence = _convert_sentence(claimed, found, real, result)
    if result.relation is not Relation.DIFFERS:
        return replace(result, relation=Relation.OTHER_UNIT, converted=result.relation, sentence=sentence)
    slips = tuple(find_rate_slips(claimed, found, said.single, (raw.single, real.single)))
    return replace(result, sentence=sentence, slips=slips)


def _is_pay(claimed: Figure, found: Figure) -> bool:
    """Say whether one is money by the hour and the other by a longer time: nobody says how many hours are paid."""
    hourly = [figure.per in {"hour", "minute", "second"} for figure in (claimed, found)]
    return claimed.kind is FigureKind.MONEY and hourly[0] != hourly[1]


def _bound(value: object) -> Decimal | None:
    return value if isinstance(value, Decimal) else None


def _in_unit_of(claimed: Figure, found: Figure, *, american: bool = False) -> Interval | None:
    bounds: list[Decimal | None] = []
    shares = claimed.kind is not found.kind and claimed.kind in _SHARES and found.kind in _SHARES
    for bound in (_bound(found.low), _bound(found.high)):
        if bound is None:
            bounds.append(None)
            continue
        if shares:
            value: Decimal | None = CONTEXT.divide(CONTEXT.multiply(bound, _SHARES[found.kind]), _SHARES[claimed.kind])
        else:
            value = convert(bound, found.unit, claimed.unit, american=american)
        if value is None:
            return None
        bounds.append(value)
    return Interval(*bounds)


def _write(interval: Interval, like: Figure) -> str:
    low, high = (shorten(bound) if bound is not None else None for bound in (interval.low, interval.high))
    return write_amount(low, high, like)


def _relate(claimed: Figure, found: Figure, said: Interval, real: Interval) -> Comparison:
    if said == real and (said.single is not None or claimed.qualifier == found.qualifier):
        return Comparison(Relation.SAME, _agree(claimed, found), _ONE, _ZERO)
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


def _agree(claimed: Figure, found: Figure) -> str:
    one, other = quote(claimed), quote(found)
    return f"Both say {one}." if one.casefold() == other.casefold() else f"Both say {one}: the source writes {other}."


def _relate_value(claimed: Figure, found: Figure, said: Interval, value: Decimal) -> Comparison:
    """Relate the one value found to what the claim allows."""
    exact = _nearest(said, value)
    ratio, difference = _measure(claimed, exact, value)
    if said.single is None:
        if _satisfies(claimed, said, value):
            return Comparison(Relation.WITHIN, f"{quote(found)} satisfies {_clause(claimed)}.", ratio, difference)
    elif _holds(_rounding(claimed, found), value):
        return Comparison(Relation.ROUNDS_TO, f"{quote(found)} rounds to {quote(claimed)}.", ratio, difference)
    elif claimed.unit == found.unit and _holds(found.precision, said.single):
        low, high = found.precision or (value, value)
        sentence = f"{quote(claimed)} lies within what {quote(found)} stands for ({write_number(low)} to {write_number(high)})."
        return Comparison(Relation.OVERLAPS, sentence, ratio, difference)
    return _differ(claimed, found, said, Interval(value, value))


def _clause(claimed: Figure) -> str:
    """Return the claimed figure in quotation marks, which it has already where it is bounded."""
    written = quote(claimed)
    return written if written.startswith("‘") else f"‘{written}’"


def _nearest(said: Interval, value: Decimal) -> Decimal | None:
    """Return the end of the claim that lies nearest to the value."""
    if said.low is None or said.high is None:
        return said.low if said.low is not None else said.high
    return said.high if value > said.high else said.low


def _rounding(claimed: Figure, found: Figure) -> tuple[Decimal, Decimal] | None:
    """Return what rounds to the claim; a share in words stands for the whole per cents around it."""
    low = claimed.low
    if claimed.kind is FigureKind.RATIO and found.kind is FigureKind.PERCENT and isinstance(low, Decimal):
        return CONTEXT.subtract(low, _HALF_A_POINT), CONTEXT.add(low, _HALF_A_POINT)
    return claimed.precision


_HALF_A_POINT = Decimal("0.005")


def _satisfies(claimed: Figure, said: Interval, value: Decimal) -> bool:
    """Say whether the value lies inside; 'over' and 'under' leave out their own end."""
    if claimed.qualifier is Qualifier.OVER and value == said.low:
        return False
    if claimed.qualifier is Qualifier.UNDER and value == said.high:
        return False
    return said.holds(value)


def _holds(precision: tuple[Decimal, Decimal] | None, value: Decimal) -> bool:
    return precision is not None and precision[0] <= value <= precision[1]


def _measure(claimed: Figure, said: Decimal | None, real: Decimal) -> tuple[Decimal | None, Decimal | None]:
    """Return ratio and difference; a thermometer's nought is no nothing, so that its degrees have no ratio."""
    if said is None:
        return None, None
    ratio = CONTEXT.divide(real, said) if said and claimed.unit not in _DEGREES else None
    return ratio, CONTEXT.subtract(real, said)


_DEGREES = frozenset({"°C", "°F", "°"})


def _differ(claimed: Figure, found: Figure, said: Interval, real: Interval) -> Comparison:
    other = real.low if real.low is not None else real.high
    one = _nearest(said, other) if other is not None else None
    if one is None or other is None:
        return Comparison(Relation.INCOMPARABLE, f"{quote(claimed)} and {quote(found)} cannot be compared.")
    ratio, difference = _measure(claimed, one, other)
    if not difference:
        sentence = f"{quote(found)} does not satisfy {_clause(claimed)}."
        return Comparison(Relation.DIFFERS, sentence, ratio, difference)
    sentence = f"The claim says {quote(claimed)}, the source {quote(found)}: {write_difference(claimed, found, ratio, difference)}."
    slips = (
        find_slips(claimed, found, one, other)
        if said.low is None or said.high is None or said.single is not None
        else ()
    )
    return Comparison(Relation.DIFFERS, sentence, ratio, difference, slips)
