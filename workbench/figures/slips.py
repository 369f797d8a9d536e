"""Name the slip that may explain why a claimed figure differs from the one found, with the arithmetic that shows it.

The slips are those that copy desks look for first: a thousand taken for a million, digits transposed, dropped or doubled,
per cent for percentage points, 'times more' for 'times as many', a ratio upside down, off by one, a day for a week.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from workbench.figures.describing import write_number
from workbench.figures.digit_slips import find_digit_slips
from workbench.figures.terms import CONTEXT
from workbench.model.figures import SHARES, FigureKind, Slip, SlipKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.model.figures import Figure

_SCALES = {
    Decimal(10) ** 3: "thousand",
    Decimal(10) ** 6: "million",
    Decimal(10) ** 9: "billion",
}
# How many of the shorter period make the longer, in words, and what the two are called.
_PERIODS = {
    Decimal(7): ("seven days make a week", frozenset({"day", "week"})),
    Decimal(12): ("twelve months make a year", frozenset({"month", "year"})),
    Decimal(24): ("24 hours make a day", frozenset({"hour", "day"})),
    Decimal(30): ("thirty days make a month", frozenset({"day", "month"})),
    Decimal(52): ("52 weeks make a year", frozenset({"week", "year"})),
    Decimal(365): ("365 days make a year", frozenset({"day", "year"})),
    Decimal(60): ("60 minutes make an hour", frozenset({"minute", "hour"})),
}
_ONE = Decimal(1)
_HUNDRED = Decimal(100)
# How far a quotient may be from the round factor, in proportion, when one side is rounded.
_CLOSE = Decimal("0.005")
# From two digits on a rounding interval is a tenth of its value, or less.
_TOLD = 10
# Where the example of percentage points starts from.
_START = Decimal(20)
# Above this nobody mixes up times as many and times more.
_MOST_TIMES = 10


def find_slips(claimed: Figure, found: Figure, said: Decimal, real: Decimal) -> tuple[Slip, ...]:
    """Return the slips that would turn `real` (found) into `said` (claimed), both in the claimed unit, likeliest first."""
    slips = [
        *_find_points(claimed, found, real),
        *_find_scale(claimed, found, said, real),
        *(find_digit_slips(said, real) if claimed.unit == found.unit else ()),
        *_find_shares(claimed, found, said, real),
        *_find_inverse(claimed, said, real),
        *_find_off_by_one(claimed, said, real),
        *_find_period(claimed, found, said, real),
    ]
    return tuple({slip.kind: slip for slip in reversed(slips)}.values())[::-1]


def _quotient(one: Decimal, other: Decimal) -> Decimal | None:
    return CONTEXT.divide(one, other) if other else None


def _is_close(value: Decimal | None, target: Decimal) -> bool:
    return value is not None and abs(value - target) <= target * _CLOSE


# What is counted in thousands, millions and billions.
_SCALED = frozenset({FigureKind.COUNT, FigureKind.MONEY, FigureKind.MEASUREMENT})


def _find_scale(claimed: Figure, found: Figure, said: Decimal, real: Decimal) -> Iterator[Slip]:
    if claimed.kind not in _SCALED:
        return
    for factor, name in _SCALES.items():
        if _is_rounded(claimed, said, CONTEXT.multiply(real, factor)) or _is_rounded(found, real, said / factor):
            yield Slip(SlipKind.SCALE, f"{write_number(said)} ÷ 1 {name} = {write_number(said / factor)}")
        elif _is_rounded(claimed, said, real / factor) or _is_rounded(found, real, CONTEXT.multiply(said, factor)):
            yield Slip(SlipKind.SCALE, f"{write_number(said)} × 1 {name} = {write_number(said * factor)}")


def _is_rounded(figure: Figure, written: Decimal, value: Decimal) -> bool:
    """Say whether `value` is what the figure says or rounds to it; to one digit almost anything rounds."""
    low, high = figure.precision or (written, written)
    told = high - low <= written / _TOLD or _is_close(_quotient(value, written), _ONE)
    return value == written or (low <= value <= high and told)


def _find_points(claimed: Figure, found: Figure, real: Decimal) -> Iterator[Slip]:
    kinds = {claimed.kind, found.kind}
    if kinds == {FigureKind.PERCENT, FigureKind.POINTS} and claimed.low == found.low and claimed.high == found.high:
        added = CONTEXT.add(_START, real)
        grown = CONTEXT.multiply(_START, CONTEXT.add(_ONE, CONTEXT.divide(real, _HUNDRED)))
        yield Slip(
            SlipKind.PERCENT_POINTS,
            f"from {_START} %, up {write_number(real)} percentage points is {write_number(added)} %, "
            f"up {write_number(real)} per cent is {write_number(grown)} %",
        )


def _find_shares(claimed: Figure, found: Figure, said: Decimal, real: Decimal) -> Iterator[Slip]:
    """Tell 'per cent of' from 'per cent more than', 'three times as many' from 'three times more'."""
    if claimed.kind not in SHARES or found.kind not in SHARES:
        return
    whole = _HUNDRED if claimed.kind is FigureKind.PERCENT else _ONE
    if claimed.kind is FigureKind.RATIO or (claimed.kind is FigureKind.MULTIPLE and max(said, real) > _MOST_TIMES):
        return
    sign = " %" if claimed.kind is FigureKind.PERCENT else ""
    one, other, all_of_it = (f"{write_number(value)}{sign}" for value in (said, real, whole))
    if said <= 0 or real <= 0:
        return
    if said - real == whole:
        yield Slip(SlipKind.PERCENT_MORE, f"{other} more than the whole is {other} + {all_of_it} = {one} of it")
    elif real - said == whole:
        yield Slip(SlipKind.PERCENT_MORE, f"{other} of the whole is {other} − {all_of_it} = {one} more than it")


def _find_inverse(claimed: Figure, said: Decimal, real: Decimal) -> Iterator[Slip]:
    if claimed.kind not in {FigureKind.RATIO, FigureKind.MULTIPLE} and not claimed.per:
        return
    if said not in {_ONE, -_ONE} and real and _is_close(CONTEXT.multiply(said, real), _ONE):
        yield Slip(SlipKind.INVERSE, f"1 ÷ {write_number(real)} = {write_number(CONTEXT.divide(_ONE, real))}")


# What may be counted with both ends or with one.
_INCLUSIVE = frozenset({FigureKind.COUNT, FigureKind.ORDINAL, FigureKind.DURATION, FigureKind.AGE})
_FEWEST = 3


def _find_off_by_one(claimed: Figure, said: Decimal, real: Decimal) -> Iterator[Slip]:
    if abs(said - real) != 1 or claimed.kind not in _INCLUSIVE or min(said, real) < _FEWEST or said % 1:
        return
    sum_ = f"{write_number(real)} {'+' if said > real else '−'} 1 = {write_number(said)}"
    why = "a birthday between them" if claimed.kind is FigureKind.AGE else "both ends counted, or one not"
    yield Slip(SlipKind.OFF_BY_ONE, f"{sum_} ({why})")


def _find_period(claimed: Figure, found: Figure, said: Decimal, real: Decimal) -> Iterator[Slip]:
    if claimed.kind in {FigureKind.PERCENT, FigureKind.RATIO, FigureKind.SCORE}:
        return
    pers = {claimed.per, found.per} - {None}
    for factor, (words, periods) in _PERIODS.items():
        if pers.isdisjoint(periods):
            continue
        if _is_close(_quotient(said, real), factor):
            yield Slip(SlipKind.PERIOD, f"{write_number(real)} × {factor} = {write_number(said)}: {words}")
        elif _is_close(_quotient(real, said), factor):
            yield Slip(SlipKind.PERIOD, f"{write_number(real)} ÷ {factor} = {write_number(said)}: {words}")


def find_rate_slips(
    claimed: Figure, found: Figure, said: Decimal | None, reals: tuple[Decimal | None, Decimal | None]
) -> Iterator[Slip]:
    """Name the slip where the claim has the source's number over another time; `reals` are found and converted."""
    raw, converted = reals
    if said is None or raw is None or converted is None or not _is_close(_quotient(said, raw), _ONE):
        return
    for factor, (words, periods) in _PERIODS.items():
        if {claimed.per, found.per} == periods:
            sign = "×" if converted > raw else "÷"
            yield Slip(
                SlipKind.PERIOD,
                f"{write_number(raw)} per {found.per} {sign} {factor} = {write_number(converted)} per {claimed.per}: {words}",
            )
