"""The units of measurement: what they are called, what they are worth in the base unit of their dimension."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from workbench.figures.unit_table import TABLE
from workbench.figures.wordlists import word_set
from workbench.model.figures import FigureKind


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit under its normal name; `factor` base units of `dimension` make one."""

    name: str
    dimension: str
    factor: Decimal
    kind: FigureKind = FigureKind.MEASUREMENT


_PREFIXES = (
    ("kilo", "k", "1e3"), ("mega", "M", "1e6"), ("giga", "G", "1e9"), ("tera", "T", "1e12"), ("peta", "P", "1e15"), ("exa", "E", "1e18"),
    ("hecto", "h", "1e2"), ("deci", "d", "1e-1"), ("centi", "c", "1e-2"), ("milli", "m", "1e-3"), ("micro", "μ", "1e-6"), ("nano", "n", "1e-9"),
    ("pico", "p", "1e-12"), ("femto", "f", "1e-15"),
)  # fmt: skip
_VARIANTS = {"kms": "km", "mcg": "μg", "kgs": "kg", "cms": "cm", "kilo": "kg", "kilos": "kg", "kw": "kW", "mw": "MW", "kwh": "kWh", "ghz": "GHz", "kb": "kB", "mb": "MB", "gb": "GB", "tb": "TB", "KB": "kB", "gwh": "GWh", "mwh": "MWh", "Km": "km", "KM": "km", "Kg": "kg", "KG": "kg", "mbps": "Mbps", "gbps": "Gbps", "Mb": "Mbit", "Gb": "Gbit", "mah": "mAh", "MAH": "mAh", "mhz": "MHz", "khz": "kHz", "KHz": "kHz", "KWh": "kWh", "KW": "kW", "KV": "kV", "kva": "kVA", "ML": "mL", "hz": "Hz", "HZ": "Hz", "Mw": "MW", "HP": "hp", "Lbs": "lbs", "LBS": "lbs", "Mph": "mph", "MPH": "mph" }  # fmt: skip

_KINDS = {"time": FigureKind.DURATION, "month": FigureKind.DURATION, "night": FigureKind.DURATION}
_POWERS = {"square": 2, "cubic": 3}


# Plurals that count things: rods of gold, cars, men.
_THINGS = word_set("bars grays teslas henrys leagues rads")


def _read_table() -> tuple[dict[str, Unit], dict[str, Unit], dict[str, Unit]]:
    by_name: dict[str, Unit] = {}
    words: dict[str, Unit] = {}
    symbols: dict[str, Unit] = {}
    for line in TABLE.strip().splitlines():
        head, _, forms = line.partition(":")
        name, _, worth = head.partition(" = ")
        dimension, factor = worth.split()
        unit = Unit(name, dimension, Decimal(factor), _KINDS.get(dimension, FigureKind.MEASUREMENT))
        full, short, prefixes = (column.split() for column in (*forms.split("|"), "", "")[:3])
        by_name[name] = unit
        words.update(dict.fromkeys(full, unit))
        symbols.update(dict.fromkeys(short, unit))
        if prefixes:
            _add_prefixed(unit, full, (short + prefixes[1:], prefixes[0]), (by_name, words, symbols))
    for short_form, symbol in _VARIANTS.items():
        symbols[short_form] = symbols[symbol]
    _add_powers(by_name, symbols)
    # The micro sign is a letter of its own.
    micro = {symbol: unit for symbol, unit in symbols.items() if "μ" in symbol}
    symbols.update({symbol.replace("μ", "µ"): unit for symbol, unit in micro.items()})
    # What is typed where there is no Greek: '3 um', '50 uL'; 'us' is a word.
    symbols.update({symbol.replace("μ", "u"): unit for symbol, unit in micro.items() if symbol != "μs"})
    return by_name, {word: unit for word, unit in words.items() if word not in _THINGS}, symbols


def _add_prefixed(
    unit: Unit, full: list[str], short: tuple[list[str], str], tables: tuple[dict[str, Unit], ...]
) -> None:
    by_name, words, symbols = tables
    for prefix, letter, factor in _PREFIXES:
        made = Unit(prefix + unit.name, unit.dimension, unit.factor * Decimal(factor), unit.kind)
        by_name.setdefault(made.name, made)
        words.update({prefix + word: made for word in full})
        if letter in short[1]:
            symbols.update({letter + symbol: made for symbol in short[0]})


def _add_powers(by_name: dict[str, Unit], symbols: dict[str, Unit]) -> None:
    for base in [unit for unit in by_name.values() if unit.dimension == "length"]:
        square = by_name[f"square {base.name}"] = Unit(f"square {base.name}", "area", base.factor**2)
        cube = by_name[f"cubic {base.name}"] = Unit(f"cubic {base.name}", "volume", base.factor**3)
        for symbol in [symbol for symbol, unit in symbols.items() if unit is base and symbol.isascii()]:
            symbols[f"{symbol}2"], symbols[f"{symbol}3"] = square, cube


UNITS, WORDS, SYMBOLS = _read_table()
for _short, _of in (("cc", "cubic centimetre"), ("ccs", "cubic centimetre"), ("sqm", "square metre"), ("sqft", "square foot"), ("sqkm", "square kilometre"), ("cfs", "cubic foot")):  # fmt: skip
    SYMBOLS[_short] = UNITS[_of]

# As the papers of India and Australia call the flow of a river.
WORDS.update(dict.fromkeys(("cusec", "cusecs"), Unit("cubic foot per second", "flow", Decimal("0.028316846592"))))
WORDS.update(dict.fromkeys(("cumec", "cumecs"), Unit("cubic metre per second", "flow", Decimal(1))))
WORDS.update(dict.fromkeys(("micron", "microns"), UNITS["micrometre"]))
WORDS.update(
    dict.fromkeys(("kilohm", "kilohms"), UNITS["kiloohm"]) | dict.fromkeys(("megohm", "megohms"), UNITS["megaohm"])
)

# Units of two words; a hyphen counts as a space.
PHRASES = {
    "nautical mile": "nautical mile", "light year": "light year", "astronomical unit": "astronomical unit", "metric ton": "tonne",
    "metric tonne": "tonne", "long ton": "ton", "short ton": "ton", "us ton": "ton", "us gallon": "gallon", "imperial gallon": "gallon",
    "fluid ounce": "fluid ounce", "troy ounce": "troy ounce", "kilowatt hour": "kilowatt hour", "megawatt hour": "megawatt hour",
    "gigawatt hour": "gigawatt hour", "terawatt hour": "terawatt hour", "watt hour": "watt hour", "electron volt": "electronvolt",
    "volt ampere": "volt ampere", "volt amp": "volt ampere", "ampere hour": "ampere hour", "amp hour": "ampere hour",
    "milliamp hour": "milliampere hour", "milliampere hour": "milliampere hour", "newton metre": "newton metre", "newton meter": "newton metre",
    "foot pound": "foot pound", "inch pound": "inch pound", "solar mass": "solar mass", "us pint": "pint", "us quart": "quart", "us gal": "gallon", "imperial gal": "gallon",
    "british thermal unit": "British thermal unit", "international unit": "international unit",
}  # fmt: skip
PHRASES.update(
    {f"{phrase}es" if phrase.endswith("s") else f"{phrase}s": name for phrase, name in PHRASES.items()}
    | {
        "tmc ft": "thousand million cubic foot", "tmc feet": "thousand million cubic foot", "acre feet": "acre foot", "acre foot": "acre foot", "fl oz": "fluid ounce", "fl ozs": "fluid ounce", "troy oz": "troy ounce", "horse power": "horsepower", "pound feet": "foot pound",
        "pound foot": "foot pound", "lb ft": "foot pound", "ft lb": "foot pound", "ft lbs": "foot pound", "foot lbs": "foot pound",
        "in lb": "inch pound", "parts per million": "part per million", "parts per billion": "part per billion",
        "parts per trillion": "part per trillion", "revolutions per minute": "revolution per minute", "revs per minute": "revolution per minute", "frames per second": "frame per second",
        "beats per minute": "beat per minute", "dots per inch": "dot per inch", "pixels per inch": "pixel per inch",
        "km h": "kilometre per hour", "millimetres of mercury": "millimetre of mercury",
        "inches of mercury": "inch of mercury", "millimeters of mercury": "millimetre of mercury",
    }
)  # fmt: skip
_PHRASE_FORMS = [(word, unit) for word, unit in WORDS.items()] + [
    (symbol, unit) for symbol, unit in SYMBOLS.items() if symbol.isalpha() and symbol.islower()
]
for _form, _unit in _PHRASE_FORMS:
    if _unit.dimension == "length":
        for _power, _words in (("square", ("square", "sq")), ("cubic", ("cubic", "cu"))):
            PHRASES.update({f"{_word} {_form}": f"{_power} {_unit.name}" for _word in _words})
PHRASE_STARTS = frozenset(phrase.split()[0] for phrase in PHRASES)

# Symbols and words that are units only where nothing that they could count or name follows: '2 A', '5 bar', '1.5 tesla'.
SPACED = word_set("in s h t d A T N ct px MP ns bar tesla gray henry rad rem Da cd ps fs gauss sr")
# Never a unit behind a space: a preposition, a cup, a letter.
GLUED_ONLY = word_set("B")
# Never one without it: '3d' is a picture.
SPACED_ONLY = word_set("d")
# Named after somebody; with a capital they are people, cars and companies.
EPONYMS = word_set("tesla gray henry siemens weber gauss dalton curie")
