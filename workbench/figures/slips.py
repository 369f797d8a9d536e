"""Name the slip that may explain why a claimed figure differs from the one found, with the arithmetic that shows it.

The slips are those that copy desks look for first: a thousand taken for a million, digits transposed, dropped or doubled,
per cent for percentage points, 'times more' for 'times as many', a ratio upside down, off by one, a day for a week.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from workbench.figures.describing import write_number
from workbench.figures.terms import CONTEXT
from workbench.model.figures import FigureKind, Slip, SlipKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.model.figures import Figure

_SCALES = {
    Decimal(10) ** 3: "thousand",
    Decimal(10) ** 6: "million",
    Decimal(10) ** 9: "billion",
}
_PERIODS = {
    Decimal(7): "seven days make a week",
    Decimal(12): "twelve months make a year",
    Decimal(24): "24 hours make a day",
    Decimal(30): "thirty days make a month",
    Decimal(52): "52 weeks make a year",
    Decimal(365): "365 days make a year",
    Decimal(60): "60 minutes make an hour",
}
_ONE = Decimal(1)
_HUNDRED = Decimal(100)
# How far a quotient may be from the round factor, in proportion, when one side is rounded.
_CLOSE = Decimal("0.005")
_PAIR = 2
# Where the example of percentage points starts from.
_START = Decimal(20)
_SHARES = frozenset({FigureKind.PERCENT, FigureKind.RATIO, FigureKind.MULTIPLE})


def find_slips(claimed: Figure, found: Figure, said: Decimal, real: Decimal) -> tuple[Slip, ...]:
    """Return the slips that would turn `real` (found) into `said` (claimed), both in the claimed unit, likeliest first."""
    slips = [
        *_find_points(claimed, found, real),
        *_find_scale(said, real),
        *_find_digits(said, real),
        *_find_shares(claimed, found, said, real),
        *_find_inverse(said, real),
        *_find_off_by_one(claimed, said, real),
        *_find_period(claimed, found, said, real),
    ]
    return tuple({slip.kind: slip for slip in reversed(slips)}.values())[::-1]


def _quotient(one: Decimal, other: Decimal) -> Decimal | None:
    return CONTEXT.divide(one, other) if other else None


def _is_close(value: Decimal | None, target: Decimal) -> bool:
    return value is not None and abs(value - target) <= target * _CLOSE


def _find_scale(said: Decimal, real: Decimal) -> Iterator[Slip]:
    for factor, name in _SCALES.items():
        if _is_close(_quotient(said, real), factor):
            yield Slip(SlipKind.SCALE, f"{write_number(said)} ÷ 1 {name} = {write_number(said / factor)}")
        elif _is_close(_quotient(real, said), factor):
            yield Slip(SlipKind.SCALE, f"{write_number(said)} × 1 {name} = {write_number(said * factor)}")


def _digits(value: Decimal) -> str:
    return f"{abs(value):f}".replace(".", "").strip("0")


def _find_digits(said: Decimal, real: Decimal) -> Iterator[Slip]:
    """Compare the written digits: two swapped, one missing, one twice."""
    one, other = _written(said), _written(real)
    if one == other or min(len(one), len(other)) < _PAIR:
        return
    if len(one) == len(other):
        at = _swapped(one, other)
        if at is not None:
            pair = other[at : at + _PAIR]
            yield Slip(SlipKind.TRANSPOSED, f"{write_number(real)} with {pair} turned round is {write_number(said)}")
    elif len(other) == len(one) + 1:
        at = _missing(one, other)
        if at is not None and not _is_power(said, real):
            yield Slip(SlipKind.DROPPED_DIGIT, f"{write_number(real)} without the {other[at]} is {write_number(said)}")
    elif len(one) == len(other) + 1:
        at = _missing(other, one)
        doubled = at is not None and one[at] in {one[at - 1 : at], one[at + 1 : at + 2]}
        if doubled and at is not None and not _is_power(said, real):
            yield Slip(
                SlipKind.DOUBLED_DIGIT, f"{write_number(real)} with the {one[at]} written twice is {write_number(said)}"
            )


def _swapped(one: str, other: str) -> int | None:
    """Return where two neighbouring digits have changed places, or None."""
    at = next(place for place, (left, right) in enumerate(zip(one, other, strict=True)) if left != right)
    turned = one[at : at + _PAIR] == other[at : at + _PAIR][::-1]
    return at if turned and one[at + _PAIR :] == other[at + _PAIR :] else None


def _written(value: Decimal) -> str:
    digits = f"{abs(value):f}".replace(".", "")
    return digits.lstrip("0") or "0"


def _is_power(said: Decimal, real: Decimal) -> bool:
    """Say whether only noughts are missing, which is a slip of scale."""
    return _digits(said) == _digits(real) and (said / real) in _SCALES if real else False


def _missing(short: str, long: str) -> int | None:
    """Return where `long` has one digit more than `short`, or None where they differ otherwise."""
    at = next(
        (place for place, (left, right) in enumerate(zip(short, long, strict=False)) if left != right), len(short)
    )
    return at if short[at:] == long[at + 1 :] else None


def _find_points(claimed: Figure, found: Figure, real: Decimal) -> Iterator[Slip]:
    kinds = {claimed.kind, found.kind}
    if kinds == {FigureKind.PERCENT, FigureKind.POINTS}:
        added = CONTEXT.add(_START, real)
        grown = CONTEXT.multiply(_START, CONTEXT.add(_ONE, CONTEXT.divide(real, _HUNDRED)))
        yield Slip(
            SlipKind.PERCENT_POINTS,
            f"from {_START} %, up {write_number(real)} percentage points is {write_number(added)} %, "
            f"up {write_number(real)} per cent is {write_number(grown)} %",
        )


def _find_shares(claimed: Figure, found: Figure, said: Decimal, real: Decimal) -> Iterator[Slip]:
    """Tell 'per cent of' from 'per cent more than', 'three times as many' from 'three times more'."""
    if claimed.kind not in _SHARES or found.kind not in _SHARES:
        return
    whole = _HUNDRED if claimed.kind is FigureKind.PERCENT else _ONE
    if claimed.kind is FigureKind.RATIO:
        return
    if said - real == whole:
        yield Slip(
            SlipKind.PERCENT_MORE,
            f"{write_number(real)} more than the whole is {write_number(real)} + {write_number(whole)} = {write_number(said)} of it",
        )
    elif real - said == whole:
        yield Slip(
            SlipKind.PERCENT_MORE,
            f"{write_number(real)} of the whole is {write_number(real)} − {write_number(whole)} = {write_number(said)} more than it",
        )


def _find_inverse(said: Decimal, real: Decimal) -> Iterator[Slip]:
    if said not in {_ONE, -_ONE} and real and _is_close(CONTEXT.multiply(said, real), _ONE):
        yield Slip(SlipKind.INVERSE, f"1 ÷ {write_number(real)} = {write_number(CONTEXT.divide(_ONE, real))}")


# What is measured rather than counted is off by more or less, not by one.
_MEASURED = frozenset({FigureKind.PERCENT, FigureKind.POINTS, FigureKind.MONEY, FigureKind.TEMPERATURE})


def _find_off_by_one(claimed: Figure, said: Decimal, real: Decimal) -> Iterator[Slip]:
    if abs(said - real) != 1 or claimed.kind in _MEASURED:
        return
    sign = "+" if said > real else "−"
    if claimed.kind is FigureKind.DATE:
        # A year carries no thousands mark.
        yield Slip(SlipKind.OFF_BY_ONE, f"{real:f} {sign} 1 = {said:f} (a year early or late)")
    else:
        sum_ = f"{write_number(real)} {sign} 1 = {write_number(said)}"
        yield Slip(SlipKind.OFF_BY_ONE, f"{sum_} (both ends counted, or one not)")


def _find_period(claimed: Figure, found: Figure, said: Decimal, real: Decimal) -> Iterator[Slip]:
    if claimed.kind in {FigureKind.PERCENT, FigureKind.RATIO, FigureKind.SCORE}:
        return
    if not (claimed.per or found.per):
        return
    for factor, words in _PERIODS.items():
        if _is_close(_quotient(said, real), factor):
            yield Slip(SlipKind.PERIOD, f"{write_number(real)} × {factor} = {write_number(said)}: {words}")
        elif _is_close(_quotient(real, said), factor):
            yield Slip(SlipKind.PERIOD, f"{write_number(real)} ÷ {factor} = {write_number(said)}: {words}")
