"""Write a figure as JSON with the same names, and read it back exactly."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from workbench.model.figures import CALENDAR, Figure, FigureKind, Qualifier, Value

_WORDS = ("unit", "noun", "per", "as_of")
_PLACES = ("qualifier_start", "qualifier_end")
# No figure in print has more digits; written out, a large enough exponent fills the memory.
_MOST_DIGITS = 5000


def figure_to_json(figure: Figure) -> dict[str, Any]:
    """Return the figure with `low` and `high` as JSON numbers, and exactly as strings under `…_exact`."""
    return {
        "start": figure.start,
        "end": figure.end,
        "text": figure.text,
        "kind": figure.kind.value,
        "low": to_number(figure.low),
        "high": to_number(figure.high),
        "low_exact": _to_text(figure.low),
        "high_exact": _to_text(figure.high),
        "unit": figure.unit,
        "noun": figure.noun,
        "per": figure.per,
        "qualifier": figure.qualifier.value if figure.qualifier else None,
        "qualifier_start": figure.qualifier_start,
        "qualifier_end": figure.qualifier_end,
        "precision": [to_number(edge) for edge in figure.precision] if figure.precision else None,
        "precision_exact": [_to_text(edge) for edge in figure.precision] if figure.precision else None,
        "fraction": list(figure.fraction) if figure.fraction else None,
        "parts": [to_number(part) for part in figure.parts],
        "as_of": figure.as_of,
    }


def figure_from_json(value: dict[str, Any]) -> Figure:
    """Build the figure that `figure_to_json` wrote; raise LookupError, TypeError or ValueError where it is none."""
    kind = FigureKind(value["kind"])
    precision, fraction = value.get("precision_exact") or value.get("precision"), value.get("fraction")
    for names, wanted in ((_WORDS, str), (_PLACES, int)):
        for name in names:
            if not isinstance(value.get(name), wanted | None):
                raise TypeError(f"{name}: {wanted.__name__} or null wanted")
    return Figure(
        start=int(value["start"]),
        end=int(value["end"]),
        text=str(value["text"]),
        kind=kind,
        low=_from_text(value.get("low_exact", value.get("low")), kind),
        high=_from_text(value.get("high_exact", value.get("high")), kind),
        unit=value.get("unit"),
        noun=value.get("noun"),
        qualifier=Qualifier(value["qualifier"]) if value.get("qualifier") else None,
        qualifier_start=value.get("qualifier_start"),
        qualifier_end=value.get("qualifier_end"),
        precision=(_to_decimal(precision[0]), _to_decimal(precision[1])) if precision else None,
        fraction=(int(fraction[0]), int(fraction[1])) if fraction else None,
        parts=tuple(_to_decimal(part) for part in value.get("parts", ())),
        as_of=value.get("as_of"),
        per=value.get("per"),
    )


def to_number(value: Value) -> int | float | str | None:
    """Return a value as JSON and sheets write it: whole where it is whole, a date as its text."""
    if not isinstance(value, Decimal):
        return value
    return int(value) if value == value.to_integral_value() else float(value)


def _to_text(value: Value) -> str | None:
    """Write a Decimal without an exponent and without zeros that say nothing."""
    if not isinstance(value, Decimal):
        return value
    plain = format(value, "f")
    return plain.rstrip("0").rstrip(".") if "." in plain else plain


def _from_text(value: str | float | None, kind: FigureKind) -> Value:
    if value is None:
        return None
    return str(value) if kind in CALENDAR else _to_decimal(value)


def _to_decimal(value: str | float) -> Decimal:
    try:
        number = Decimal(str(value))
    except ArithmeticError as error:
        raise ValueError(f"not a number: {value!r}") from error
    if not number.is_finite() or abs(number.adjusted()) > _MOST_DIGITS:
        raise ValueError(f"not a finite number: {value!r}")
    return number
