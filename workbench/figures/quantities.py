"""Take units behind a number into it: measures, durations, ages, temperatures."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from workbench.figures import units
from workbench.model.figures import FigureKind, Qualifier

if TYPE_CHECKING:
    from workbench.figures.terms import Page, Term

_COMPOUND_UNIT = re.compile(r"(?:/| per |[ -]an? )(?:(square|cubic) )?([a-zμ]+)\^?([23²³])?(?![a-z])")
PERIODS = {word: unit.name for word, unit in units.WORDS.items() if unit.kind is FigureKind.DURATION}
_SUPERSCRIPTS = str.maketrans("²³", "23")
# 'sixty miles an hour' is a speed, 'ten miles a day' a distance for each day.
_SPEEDY = frozenset({"metre", "kilometre", "mile", "foot"})
_MOMENTS = frozenset({"hour", "minute", "second"})


@dataclass(slots=True)
class Suffix:
    """A word behind a number: where it ends, what it is worth, and what joins it ('' where it is glued)."""

    word: str
    end: int
    value: object
    glue: str


def take_unit(page: Page, term: Term, suffix: Suffix) -> bool:
    """Read a unit, an age ('-year-old') or a quotient of units ('km/h')."""
    unit = suffix.value
    if term.kind is FigureKind.MONEY or term.unit or not isinstance(unit, units.Unit):
        return False
    if suffix.glue == "-" and suffix.word in {"time", "m"} and page.folded[suffix.end] == "-":
        return False
    term.kind, term.unit, term.end, term.parts = unit.kind, unit.name, suffix.end, ()
    term.compound = suffix.glue == "-"
    _take_age(page, term)
    if term.kind is not FigureKind.AGE:
        _take_quotient(page, term)
    return False


_AGE = re.compile(r"[- ]olds?\b| of age\b")


def _take_age(page: Page, term: Term) -> None:
    if term.unit in {"year", "month", "week", "day"} and (match := _AGE.match(page.folded, term.end)):
        term.kind, term.end = FigureKind.AGE, match.end()


def _take_quotient(page: Page, term: Term) -> None:
    """Read '/s' or 'per hour' behind a unit."""
    match = _COMPOUND_UNIT.match(page.folded, term.end)
    if match is None:
        return
    word = match[2]
    spoken = match[0].startswith((" a", "-a"))
    below = units.WORDS.get(word) or (None if len(word) > 2 and spoken else units.SYMBOLS.get(word))  # noqa: PLR2004 - a symbol
    if below is None or term.kind is FigureKind.DURATION:
        if term.kind is FigureKind.DURATION and word in PERIODS and not match[0].startswith("/"):
            term.per = PERIODS[word]
        return
    name = below.name
    power = match[1] or {"2": "square", "3": "cubic"}.get((match[3] or "").translate(_SUPERSCRIPTS))
    if power:
        name = f"{power} {name}"
    if spoken and not (term.unit in _SPEEDY and name in _MOMENTS):
        term.per = name
        return
    term.unit, term.end = f"{term.unit} per {name}", match.end()


def take_degree(page: Page, term: Term, suffix: Suffix) -> bool:
    """Read degrees: a temperature, or an angle where the context turns."""
    if term.kind is FigureKind.MONEY or term.unit:
        return False
    match = _DEGREES.match(page.folded, suffix.end)
    scale = (match[1] or match[2] or "") if match else ""
    if not scale and suffix.word != "°" and suffix.glue == "-" and page.folded[suffix.end] == "-":
        return False
    term.end = match.end() if match and scale else suffix.end
    term.kind, term.unit, term.parts = FigureKind.TEMPERATURE, {"c": "°C", "f": "°F", "k": "K"}.get(scale[:1], "°"), ()
    if page.folded.startswith(" below zero", term.end) and isinstance(term.low, Decimal):
        term.low = term.high = -term.low
        term.end += len(" below zero")
    elif not scale and _is_angle(page, term):
        term.kind, term.unit = FigureKind.MEASUREMENT, "degree"
    return False


_DEGREES = re.compile(r"(?: ?°?| degrees? )(?:([cf])\b|(celsius|centigrade|fahrenheit|kelvin)\b)")
_ANGLE = re.compile(
    r"turn|rotate|rotation|angle|latitude|longitude|spin|tilt|slope|axis|view|north|south|east|west|camera|pan"
)


def _is_angle(page: Page, term: Term) -> bool:
    around = page.folded[max(0, term.start - 30) : term.start] + page.folded[term.end : term.end + 20]
    return _ANGLE.search(around) is not None or term.low in {Decimal(180), Decimal(360)}


_LETTER_AFTER = re.compile(r" (?!in|at|on|and|or|outside|below|above|to\b)[a-z]")


def take_temperature(page: Page, term: Term, suffix: Suffix) -> bool:
    """Read '25C' and '77 F', in capitals only."""
    if term.kind is not None or suffix.glue == "-":
        return False
    if suffix.glue and (not term.digits or _LETTER_AFTER.match(page.folded, suffix.end)):
        # 'three F grades'
        return False
    term.kind, term.unit, term.end = FigureKind.TEMPERATURE, str(suffix.value), suffix.end
    return False


def take_aged(_page: Page, term: Term, suffix: Suffix) -> bool:
    """Read '5yo'."""
    if term.kind is not None or suffix.glue == "-":
        return False
    term.kind, term.unit, term.end = FigureKind.AGE, "year", suffix.end
    return False


def take_inches(page: Page, term: Term, suffix: Suffix) -> bool:
    """Read the marks of feet and inches: 6'2", 5'."""
    if term.kind is not None or suffix.glue:
        return False
    if suffix.word == "'" and _FEET.match(page.folded, suffix.end):
        term.kind, term.unit, term.end = FigureKind.MEASUREMENT, "foot", suffix.end
    return False


_FEET = re.compile(r" ?[0-9]{1,2}(?:\.[0-9])? ?(?:\"|'')")


def take_odd(page: Page, term: Term, suffix: Suffix) -> bool:
    """Step over '-odd' in '40-odd-year' and '-plus' in '20-plus years' when a unit follows."""
    unit = _ODD_UNIT.match(page.folded, suffix.end)
    if suffix.glue == "" or term.unit or unit is None or unit[1] not in units.WORDS:
        return False
    term.qualifier = Qualifier.ABOUT if suffix.word == "odd" else Qualifier.AT_LEAST
    term.qualifier_start, term.qualifier_end = suffix.end - len(suffix.word), suffix.end
    term.end = suffix.end
    return True


_ODD_UNIT = re.compile(r"[ -]([a-z]+)")


def as_unit(suffix: Suffix, symbol: str) -> Suffix:
    """Turn the suffix into the unit of a symbol."""
    suffix.value = units.SYMBOLS.get(symbol) or units.WORDS[symbol]
    return suffix
