"""Convert a value from one unit to another of the same dimension; currencies are never converted."""

from __future__ import annotations

from decimal import Decimal

from workbench.figures.currencies import HUNDREDTH, SUBUNIT_OF
from workbench.figures.terms import CONTEXT
from workbench.figures.units import UNITS

_ZERO_CELSIUS = Decimal("273.15")
_FREEZING = Decimal(32)
_NINE_FIFTHS = Decimal("1.8")
# A month is a twelfth of this many days: how periods of months and of days are compared.
_DAYS_A_YEAR = Decimal("365.25")
_SECONDS_A_DAY = Decimal(86400)
_MONTHS_A_YEAR = Decimal(12)


# What Americans measure with the same words; the table has the British measures.
AMERICAN = {
    "gallon": Decimal("0.003785411784"),
    "quart": Decimal("0.000946352946"),
    "pint": Decimal("0.000473176473"),
    "fluid ounce": Decimal("0.0000295735295625"),
    "ton": Decimal("907.18474"),
}


def convert(value: Decimal, unit: str | None, target: str | None, *, american: bool = False) -> Decimal | None:
    """Return `value` in `target`, or None where the units do not measure the same thing.

    `american` takes gallons, pints and tons for those of the United States.
    """
    if unit == target:
        return value
    if unit is None or target is None:
        return None
    if (subunit := _convert_money(value, unit, target)) is not None:
        return subunit
    if unit in _TO_CELSIUS and target in _TO_CELSIUS:
        return _from_celsius(_to_celsius(value, unit), target)
    one, other = _factor(unit, american=american), _factor(target, american=american)
    if one is None or other is None or one[0] != other[0]:
        return None
    return CONTEXT.divide(CONTEXT.multiply(value, one[1]), other[1])


def _convert_money(value: Decimal, unit: str, target: str) -> Decimal | None:
    """Convert pence to pounds and back."""
    if SUBUNIT_OF.get(unit) == target:
        return CONTEXT.multiply(value, HUNDREDTH)
    if SUBUNIT_OF.get(target) == unit:
        return CONTEXT.divide(value, HUNDREDTH)
    return None


_TO_CELSIUS = frozenset({"°C", "°F", "K"})


def _to_celsius(value: Decimal, unit: str) -> Decimal:
    if unit == "°F":
        return CONTEXT.divide(CONTEXT.subtract(value, _FREEZING), _NINE_FIFTHS)
    return CONTEXT.subtract(value, _ZERO_CELSIUS) if unit == "K" else value


def _from_celsius(value: Decimal, unit: str) -> Decimal:
    if unit == "°F":
        return CONTEXT.add(CONTEXT.multiply(value, _NINE_FIFTHS), _FREEZING)
    return CONTEXT.add(value, _ZERO_CELSIUS) if unit == "K" else value


def _factor(name: str, *, american: bool = False) -> tuple[str, Decimal] | None:
    """Return the dimension of a unit and what it is worth in the base of that dimension ('kilometre per hour')."""
    unit = UNITS.get(name)
    if unit is not None:
        if american and name in AMERICAN:
            return unit.dimension, AMERICAN[name]
        if unit.dimension == "month":
            seconds = CONTEXT.multiply(CONTEXT.divide(_DAYS_A_YEAR, _MONTHS_A_YEAR), _SECONDS_A_DAY)
            return "time", CONTEXT.multiply(unit.factor, seconds)
        return unit.dimension, unit.factor
    above, per, below = name.rpartition(" per ")
    if not per:
        return _EXTRA.get(name)
    upper, lower = _factor(above, american=american), _factor(below, american=american)
    if upper is None or lower is None:
        return None
    dimension = f"{upper[0]}/{lower[0]}"
    return _SPEEDS.get(dimension, dimension), CONTEXT.divide(upper[1], lower[1])


_EXTRA = {"basis point": ("share of the whole", Decimal("0.01")), "%": ("share of the whole", Decimal(1))}
_SPEEDS = {"length/time": "speed"}
