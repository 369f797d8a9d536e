"""Take units behind a number into it: measures, durations, ages, temperatures."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from workbench.figures import units
from workbench.figures.compound_units import take_compound
from workbench.figures.nouns import STOPS
from workbench.figures.terms import CONTEXT, is_whole
from workbench.model.figures import FigureKind, Qualifier

if TYPE_CHECKING:
    from workbench.figures.terms import Page, Term


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
        take_compound(page, term)
    return False


_AGE = re.compile(r"[- ]olds?\b| of age\b")


def _take_age(page: Page, term: Term) -> None:
    if term.unit not in {"year", "month", "week", "day"}:
        return
    if match := _AGE.match(page.folded, term.end):
        term.kind, term.end = FigureKind.AGE, match.end()
    elif term.unit in {"month", "week"} and page.folded[term.end] in ",)" and _is_babys(page, term):
        term.kind = FigureKind.AGE


# 'Ella, 7, and Max, 18 months,', 'Mia (14 weeks)', but 'Smith, 18 months, suspended'.
_BABY = re.compile(r"[A-Z][a-z]+(?:,| \()[ ]?$")
_OLDEST_BABY = 36


def _is_babys(page: Page, term: Term) -> bool:
    return (
        isinstance(term.high, Decimal)
        and term.high <= _OLDEST_BABY
        and _BABY.search(page.text, max(0, term.start - 20), term.start) is not None
        and not page.folded.startswith((", suspended", ", from", ", in ", ", after"), term.end)
    )


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
        _add_arc(page, term)
    return False


_DEGREES = re.compile(r"(?: ?°?| degrees? | deg\.? |\.? )(?:([cf])\b|(celsius|centigrade|fahrenheit|kelvin)\b)")
_ANGLE = re.compile(
    r"\b(?:turn|rotate|rotating|rotation|angle|latitude|longitude|spin|spun|tilt|slop|axis|view|north|south|east|west|pan\b|panned|panning|pitch|inclin|lean|bent|bend|"
    r"bearing|heading|azimuth|elevation|arc\b|curve|clockwise|anti-?clockwise|triangle|swivel|swung|swing|corner|hinge|lens)"
)


_HEAT = re.compile(
    r"heat|oven|thermostat|temperature|warm|cool|cold|\bhot|forecast|weather|freeze|freezing|frozen|boil|mercury|degrees? [a-z]* ?zero"
)


# The minutes and seconds of 51°28'38"N, and where on the globe that is.
_ARC = re.compile(r" ?([0-5]?[0-9](?:\.[0-9]{1,9})?) ?'(?: ?([0-5]?[0-9](?:\.[0-9]{1,9})?) ?(?:\"|''))?")
_COMPASS = re.compile(r"(?: ?[0-5]?[0-9](?:\.[0-9]{1,9})? ?'.{0,12}?)? ?[NSEW]\b")


def _add_arc(page: Page, term: Term) -> None:
    match = _ARC.match(page.folded, term.end)
    if match is None or not isinstance(term.low, Decimal) or not is_whole(term.low):
        return
    seconds = Decimal(match[1]) * 60 + Decimal(match[2] or 0)
    term.low = term.high = CONTEXT.add(term.low, CONTEXT.divide(seconds, Decimal(3600)))
    term.end = match.end()


def _is_angle(page: Page, term: Term) -> bool:
    if page.folded[term.end] in " 0123456789nsew" and (
        _COMPASS.match(page.text, term.end) or _ARC.match(page.folded, term.end)
    ):
        return True
    around = page.folded[max(0, term.start - 30) : term.start] + page.folded[term.end : term.end + 20]
    if _HEAT.search(around):
        return False
    return _ANGLE.search(around) is not None or term.low in {Decimal(180), Decimal(360)}


# Behind a letter that is a unit no noun stands: '2 A at 5 V', but '2 A grades'.
UNIT_ENDS = re.compile(
    r"(?=[.,;:)\]/·⋅\x00]|-(?![a-z])| (?:[^a-z]|(?:m|at|and|or|of|in|for|per|from|to|when|through|with|is|was|are|were|on|by|than|as|if|"
    r"against|after|before|but|while|between|into|while)\b))"
)


def take_spaced(page: Page, term: Term, suffix: Suffix) -> bool:
    """Read a symbol or word that is a unit only where no noun follows: '2 A', '3.2 N', '2.4 bar', '1.5 tesla'."""
    if suffix.glue == " " and not term.digits and len(suffix.word) <= 2:  # noqa: PLR2004 - a symbol
        return False
    if suffix.word == "in" and suffix.glue:
        return _INCHES.match(page.folded, suffix.end) is not None and take_unit(page, term, suffix)
    if suffix.word == "mp" and _SEEN.match(page.folded, suffix.end):
        return take_unit(page, term, suffix)
    written = page.folded[term.start : term.end]
    if not (
        "." in written
        or term.fraction
        or "/" in written
        or UNIT_ENDS.match(page.folded, suffix.end)
        or suffix.glue != " "
    ):
        return False
    return take_unit(page, term, suffix)


# A '48 MP sensor' has no members of parliament.
_SEEN = re.compile(r" (?:sensor|camera|lens|image|photo|selfie|main|front|rear|ultra|telephoto|shooter)s?\b")
# The one place where 'in' behind a space is surely inches.
_INCHES = re.compile(
    r" (?:thick|wide|long|deep|tall|high|across|in diameter|of (?:rain|snow|water|mud|ice)|hole|drill|bits?|bolts?|pipe|hose|screws?|nails?|plywood|socket)\b| (?:x|by) [0-9]| in (?:[0-9]|an? |one )|\.(?= [a-z]|\x00)"
)


def take_cup(page: Page, term: Term, suffix: Suffix) -> bool:
    """Read cups of something, or a fraction of a cup; a bare number of cups is a row of trophies or of china."""
    fractional = term.fraction or (isinstance(term.low, Decimal) and term.low != term.low.to_integral_value())
    following = _CUP_NOUN.match(page.folded, suffix.end)
    if not (fractional or (following and (following[1] == "of" or following[1] not in STOPS))):
        return False
    return take_unit(page, term, suffix)


_CUP_NOUN = re.compile(r" ([a-z]+)")


_LETTER_AFTER = re.compile(r" (?!in|at|on|and|or|outside|below|above|to\b)[a-z]")


def take_temperature(page: Page, term: Term, suffix: Suffix) -> bool:
    """Read '25C' and '77 F', in capitals only."""
    if term.kind is not None or suffix.glue == "-":
        return False
    if suffix.glue and (not term.digits or _LETTER_AFTER.match(page.folded, suffix.end)):
        # 'three F grades'
        return False
    if suffix.value == "°C" and isinstance(term.low, Decimal) and 0 < abs(term.low) < _COLDEST_STEP:
        return take_unit(page, term, as_unit(suffix, "coulomb"))
    term.kind, term.unit, term.end = FigureKind.TEMPERATURE, str(suffix.value), suffix.end
    return False


# No thermometer tells less; a smaller number with a C is a charge.
_COLDEST_STEP = Decimal("0.0001")


_TENS = frozenset(map(Decimal, range(20, 100, 10)))


def take_aged(_page: Page, term: Term, suffix: Suffix) -> bool:
    """Read '5yo', and 'thirty-something' as 30 to 39."""
    if suffix.word.startswith("some"):
        if suffix.glue == "-" and term.kind is None and isinstance(term.low, Decimal) and term.low in _TENS:
            term.kind, term.unit, term.end, term.high = FigureKind.AGE, "year", suffix.end, term.low + 9
        return False
    if term.kind is not None or suffix.glue == "-":
        return False
    term.kind, term.unit, term.end = FigureKind.AGE, "year", suffix.end
    return False


def take_inches(page: Page, term: Term, suffix: Suffix) -> bool:
    """Read the mark of feet: 6'2", 9' high."""
    if term.kind is not None or suffix.glue:
        return False
    mark = page.text[suffix.end - 1]
    if (
        _FEET.match(page.folded, suffix.end)
        or mark == "\u2032"
        or (_is_height(term.low) and _BARE_INCHES.match(page.folded, suffix.end))
        or (mark == "'" and (_LONG.match(page.folded, suffix.end) or page.folded.endswith(_ACROSS, 0, term.start)))
    ):
        term.kind, term.unit, term.end = FigureKind.MEASUREMENT, "foot", suffix.end
    return False


_FEET = re.compile(r" ?[0-9]{1,2}(?:\.[0-9]|[ -]?[½¼¾⅛⅜⅝⅞]|[ -][0-9]/[0-9]{1,2})? ?(?:\"|'')")
_BARE_INCHES = re.compile(r"(?:1[01]|[0-9])(?![0-9.,]|[a-z])")


def _is_height(value: object) -> bool:
    """Say whether so many feet are somebody's height: 5'10."""
    return isinstance(value, Decimal) and _SMALLEST <= value <= _TALLEST


_SMALLEST, _TALLEST = 3, 8
_LONG = re.compile(r" (?:high|tall|long|wide|deep|thick|x [0-9]|by [0-9])")
_ACROSS = ("' x ", "' by ", '" x ', '" by ')
_QUOTED = 300
_CLOSING = re.compile(r"[^\s0-9]\"")


def take_inch_mark(page: Page, term: Term, suffix: Suffix) -> bool:
    """Read the mark of inches (18") where it does not close a quotation."""
    if suffix.glue or term.unit or term.kind not in {None, FigureKind.RATIO}:
        return False
    text, at = page.text, suffix.end - 1
    begin = max(text.rfind("\n", max(0, at - _QUOTED), at), at - _QUOTED, 0)
    if text[at] == '"':
        # What stands behind a space opens; inch marks and closing quotes stand behind something.
        closing = text.count(' "', begin, at) + (text[begin : begin + 1] == '"') > len(
            _CLOSING.findall(text, begin, at)
        )
    else:
        closing = text[at] == "\u201c" or text.count("\u201c", begin, at) > text.count("\u201d", begin, at)
    if not closing or text[at] == "\u2033":
        term.kind, term.unit, term.end, term.parts = FigureKind.MEASUREMENT, "inch", suffix.end, ()
    return False


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
