"""Which words behind a number mean something to it, and what."""

from __future__ import annotations

import re
from enum import IntEnum

from workbench.figures import currencies, units
from workbench.figures.lexicon import GROUPS, HUNDRED, SCALES
from workbench.figures.wordlists import word_set


class Role(IntEnum):
    """What a word does to the number in front of it."""

    SCALE = 1
    LETTER = 2
    PERCENT = 3
    POINTS = 4
    CURRENCY = 5
    CODE = 6
    SIGN = 7
    PHRASE = 8
    UNIT = 9
    DEGREE = 10
    TEMPERATURE = 11
    CENTS = 12
    ORDINAL = 13
    TIMES = 14
    AGED = 15
    FEET = 16
    ODD = 17
    SPACED = 18
    CUP = 19
    INCH = 20
    KELVIN = 21
    GRAND = 22


_SCALES = SCALES | {
    HUNDRED: 100, "dozen": GROUPS["dozen"], "mn": 10**6, "mln": 10**6, "mil": 10**6, "mm": 10**6, "bn": 10**9, "bln": 10**9,
    "tn": 10**12, "trn": 10**12, "lakhs": 10**5, "crores": 10**7, "lac": 10**5, "cr": 10**7, "thousands": 10**3, "millions": 10**6,
    "billions": 10**9,
}  # fmt: skip

_LOWER: dict[str, tuple[Role, object]] = {}
_LOWER.update({word: (Role.UNIT, unit) for word, unit in units.WORDS.items()})
_LOWER.update({word: (Role.CURRENCY, code) for word, code in currencies.NAMES.items()})
_LOWER.update({word: (Role.SCALE, value) for word, value in _SCALES.items() if word != "mm"})
_LOWER.update(dict.fromkeys("mkbt", (Role.LETTER, None)))
_LOWER.update(dict.fromkeys(("%", "percent", "per", "pc", "pct", "percentage"), (Role.PERCENT, None)))
_LOWER.update(
    {"basis": (Role.POINTS, "basis point"), "bps": (Role.POINTS, "basis point"), "bp": (Role.POINTS, "basis point")}
)
_LOWER.update(
    {
        "percentage": (Role.POINTS, "%"),
        "ppt": (Role.POINTS, "%"),
        "ppts": (Role.POINTS, "%"),
        "pp": (Role.POINTS, "%"),
        "pps": (Role.POINTS, "%"),
    }
)
_LOWER.update({sign: (Role.SIGN, code) for sign, code in currencies.SIGNS.items()})
_LOWER.update(
    {
        "°": (Role.DEGREE, None),
        "degree": (Role.DEGREE, None),
        "degrees": (Role.DEGREE, None),
        "deg": (Role.DEGREE, None),
        "degs": (Role.DEGREE, None),
        "celsius": (Role.TEMPERATURE, "°C"),
    }
)
_LOWER.update({"c": (Role.CENTS, "USX"), "p": (Role.CENTS, "GBX"), "¢": (Role.CENTS, "USX")})
_LOWER.update(dict.fromkeys(("st", "nd", "rd", "th"), (Role.ORDINAL, None)))
_LOWER.update(dict.fromkeys(("times", "fold", "x"), (Role.TIMES, None)))
_LOWER.update(dict.fromkeys(("yo", "yrold", "something", "somethings"), (Role.AGED, None)))
_LOWER.update(dict.fromkeys(("kelvin", "kelvins"), (Role.TEMPERATURE, "K")))
_LOWER["grand"] = (Role.GRAND, None)
_LOWER.update(dict.fromkeys(("cup", "cups"), (Role.CUP, units.UNITS["cup"])))
_LOWER.update({"'": (Role.FEET, None), '"': (Role.INCH, None), "odd": (Role.ODD, None), "plus": (Role.ODD, None)})

_EXACT: dict[str, tuple[Role, object]] = {
    symbol: (Role.UNIT, unit) for symbol, unit in units.SYMBOLS.items() if symbol not in {*"mkbtcpBT", "bps"}
}
_EXACT.update({code: (Role.CODE, value) for code, value in currencies.CODES.items()})
_EXACT.update(
    {
        "C": (Role.TEMPERATURE, "°C"),
        "F": (Role.TEMPERATURE, "°F"),
        "K": (Role.KELVIN, "K"),
        # Bankers write '$1.5MM'.
        "MM": (Role.SCALE, 10**6),
        "Kč": (Role.CODE, "CZK"),
        "zł": (Role.CODE, "PLN"),
        "kr": (Role.CODE, "SEK"),
    }
)

# Glued capitals that name a model or a standard: '5G', '3D', '2X'.
_MODELS = frozenset("GDXSH")
_PHRASES = currencies.PHRASE_STARTS | units.PHRASE_STARTS
_NOTHING = (None, None)


def find_role(written: str, folded: str, *, glued: bool, phrases: bool = True) -> tuple[Role | None, object]:
    """Return what the word behind a number does to it, and the unit, code or scale it stands for."""
    if phrases and folded in _PHRASES:
        return Role.PHRASE, None
    if folded in units.EPONYMS and written != folded:
        return _NOTHING
    found = _EXACT.get(written)
    if found is None and not (glued and written in _MODELS):
        found = _LOWER.get(folded)
    if found is None:
        return _find_rare(written, folded, glued=glued) if glued or folded[-1] in _POWERS else _NOTHING
    if not glued and written in units.SPACED:
        return Role.SPACED, units.SYMBOLS.get(written) or units.WORDS[written]
    return _NOTHING if written in (units.SPACED_ONLY if glued else units.GLUED_ONLY) else found


_POWERS = {"2": "2", "3": "3", "²": "2", "³": "3"}


def _find_rare(written: str, folded: str, *, glued: bool) -> tuple[Role | None, object]:
    """Find 'm²' and 'km^2', and the capitals of headlines ('5KM')."""
    unit = None
    if folded[-1] in _POWERS and len(folded) > 1:
        symbol, power = written[:-1].rstrip("^"), _POWERS[folded[-1]]
        unit = units.SYMBOLS.get(symbol + power) or units.SYMBOLS.get(symbol.lower() + power)
    elif glued and len(folded) > 1 and written.isupper():
        unit = units.SYMBOLS.get(folded)
    return (Role.UNIT, unit) if unit else _NOTHING


# After 'm': tracks and pools, where it means metres.
ATHLETICS = word_set(
    """hurdles freestyle butterfly breaststroke backstroke runners sprinters hurdlers champions finals heats relays
    races runs sprints records medals swims metres freestylers steeplechase wins waves swimmers events
    lengths pools"""
)
# Behind 'm' they are counted in millions; they have no plural 's'.
PEOPLE = word_set(
    "people men women children police fish cattle sheep households homes dead more jobless unemployed poor"
)
CONTEXT_MASS = re.compile(
    r"weigh|stone \||lost |lose |losing |gain|lift|bench|heavi|lighter|\|[^|]{0,3} of (?!debt|saving|cash|money|tax|fund|public|revenue|income|damage|invest)|"
    r"\|-?(?:[ -](?:man|woman|bomb|baby|boy|bombs|shell|dog|fish|turkey|weight|lineman|linebacker|quarterback|tackle|boulder|bear|pig|alligator|"
    r"body|frame|package|bag|box|limit|payload|warhead|per (?:square|cubic)))",
)
