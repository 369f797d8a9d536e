"""Say in plain words how a figure was understood, for the review card."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from workbench.model.figures import Figure, FigureKind, Qualifier

if TYPE_CHECKING:
    from workbench.model.figures import Value

_WORDS = {
    Qualifier.EXACT: "exactly", Qualifier.ABOUT: "about", Qualifier.OVER: "over", Qualifier.UNDER: "under", Qualifier.AT_LEAST: "at least",
    Qualifier.AT_MOST: "at most", Qualifier.NEARLY: "nearly", Qualifier.UP_TO: "up to", Qualifier.BETWEEN: "between",
}  # fmt: skip
_KINDS = {FigureKind.POINTS: "percentage points", FigureKind.MULTIPLE: "multiple"}


def write_number(value: Value) -> str:
    """Return a value as a paper prints it: thousands marked, no idle zeros."""
    if not isinstance(value, Decimal):
        return value or ""
    if value == value.to_integral_value():
        return f"{int(value):,}"
    return f"{value:,f}".rstrip("0") if abs(value.as_tuple().exponent) < 10 else f"{value:,.4f}".rstrip("0")  # type: ignore[arg-type]  # noqa: PLR2004 - finite


def write_value(figure: Figure) -> str:
    """Return the value of a figure with its unit: '1,400,000', '20 to 30 %', '2-1', '2024-03-05'."""
    if figure.kind is FigureKind.SCORE:
        return "-".join(write_number(part) for part in figure.parts)
    if figure.kind is FigureKind.IDENTIFIER:
        return figure.text
    if figure.kind is FigureKind.RATIO and figure.parts:
        return " of ".join(write_number(part) for part in figure.parts)
    low, high = write_number(figure.low), write_number(figure.high)
    numbers = low or high if not (low and high) or low == high else f"{low} to {high}"
    return f"{numbers} {figure.unit}" if figure.unit else numbers


def describe(figure: Figure) -> str:
    """Return one line such as 'over 100,000 · count of killed and maimed · open above'."""
    qualifier = _WORDS.get(figure.qualifier, "") if figure.qualifier else ""
    value = write_value(figure)
    if figure.qualifier is Qualifier.BETWEEN:
        value = value.replace(" to ", " and ", 1)
    pieces = [f"{qualifier} {value}".strip()]
    kind = _KINDS.get(figure.kind, figure.kind.value)
    pieces.append(f"{kind} of {figure.noun}" if figure.noun else kind)
    if figure.per:
        pieces.append(f"per {figure.per}")
    pieces.extend(_describe_bounds(figure))
    if figure.as_of:
        pieces.append(f"as of {figure.as_of}")
    return " · ".join(pieces)


def _describe_bounds(figure: Figure) -> list[str]:
    if figure.kind in {FigureKind.SCORE, FigureKind.IDENTIFIER}:
        return []
    if figure.low is None:
        return ["open below"]
    if figure.high is None:
        return ["open above"]
    if figure.precision:
        low, high = (write_number(bound) for bound in figure.precision)
        return [f"stands for {low} to {high}"]
    return []
