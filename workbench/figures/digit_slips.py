"""Name the slips of the hand: two digits that have changed places, one dropped, one written twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.figures.describing import write_number
from workbench.model.figures import Slip, SlipKind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

_PAIR = 2
_SCALES = frozenset({10**3, 10**6, 10**9})


def find_digit_slips(said: Decimal, real: Decimal) -> Iterator[Slip]:
    """Compare what the claim says with the source's number digit by digit, the decimal point among them."""
    one, other = _write(said), _write(real)
    if (said < 0) != (real < 0) or min(_count(one), _count(other)) < _PAIR or said == real:
        return
    if len(one) == len(other):
        yield from _find_swapped(one, other, said, real)
    elif abs(_count(one) - _count(other)) == 1 and not _is_scaled(said, real) and _tells(one, other):
        yield from _find_missing(one, other, said, real)


def _write(value: Decimal) -> str:
    text = f"{abs(value):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _count(written: str) -> int:
    return len(written) - written.count(".")


def _tells(one: str, other: str) -> bool:
    """Say whether it tells something that one is the other without a digit: many numbers share two digits."""
    return min(_count(one), _count(other)) > _PAIR or one[0] == other[0]


def _is_scaled(said: Decimal, real: Decimal) -> bool:
    """Say whether only the noughts of a thousand or a million are missing, which is a slip of scale."""
    larger, smaller = max(abs(said), abs(real)), min(abs(said), abs(real))
    return bool(smaller) and larger / smaller in _SCALES


def _find_swapped(one: str, other: str, said: Decimal, real: Decimal) -> Iterator[Slip]:
    at = next(place for place, (left, right) in enumerate(zip(one, other, strict=True)) if left != right)
    pair = other[at : at + _PAIR]
    if "." in pair or one[at : at + _PAIR] != pair[::-1] or one[at + _PAIR :] != other[at + _PAIR :]:
        return
    turned = pair if pair == other else f"{write_number(real)} with {pair}"
    yield Slip(SlipKind.TRANSPOSED, f"{turned} turned round is {write_number(said)}")


def _find_missing(one: str, other: str, said: Decimal, real: Decimal) -> Iterator[Slip]:
    short, long = sorted((one, other), key=_count)
    at = _find_extra(short, long)
    if at is None:
        return
    digit = long[at]
    if long == other:
        yield Slip(SlipKind.DROPPED_DIGIT, f"{write_number(real)} without the {digit} is {write_number(said)}")
    elif digit in {long[at - 1 : at], long[at + 1 : at + 2]}:
        yield Slip(
            SlipKind.DOUBLED_DIGIT, f"{write_number(real)} with the {digit} written twice is {write_number(said)}"
        )


def _find_extra(short: str, long: str) -> int | None:
    """Return which digit of `long` is left out in `short`, or None where they differ otherwise."""
    for at, char in enumerate(long):
        if char != "." and (long[:at] + long[at + 1 :]).rstrip(".") == short:
            return at
    return None
