"""The units of measurement: what they are called, what they are worth in the base unit of their dimension."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from workbench.figures.wordlists import word_set
from workbench.model.figures import FigureKind


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit under its normal name; `factor` base units of `dimension` make one."""

    name: str
    dimension: str
    factor: Decimal
    kind: FigureKind = FigureKind.MEASUREMENT


# name = dimension factor: words | symbols (symbols keep their case)
_TABLE = """
second = time 1: second seconds sec secs | s
minute = time 60: minute minutes min mins |
hour = time 3600: hour hours hr hrs | h
day = time 86400: day days |
night = night 1: night nights |
week = time 604800: week weeks wk wks |
fortnight = time 1209600: fortnight fortnights |
month = month 1: month months mth mths |
quarter = month 3: |
year = month 12: year years yr yrs |
decade = month 120: decade decades |
century = month 1200: century centuries |
millennium = month 12000: millennium millennia millenniums |
millisecond = time 0.001: millisecond milliseconds | ms
microsecond = time 0.000001: microsecond microseconds | μs
nanosecond = time 0.000000001: nanosecond nanoseconds | ns
metre = length 1: metre metres meter meters | m
inch = length 0.0254: inch inches | in
foot = length 0.3048: foot feet | ft
yard = length 0.9144: yard yards | yd yds
mile = length 1609.344: mile miles | mi
nautical mile = length 1852: |  nmi
furlong = length 201.168: furlong furlongs |
light year = length 9460730472580800: light-year | ly
astronomical unit = length 149597870700: | AU
ångström = length 0.0000000001: angstrom angstroms | Å
gram = mass 0.001: gram grams gramme grammes | g gm
tonne = mass 1000: tonne tonnes | t
ton = mass 1000: ton tons |
pound = mass 0.45359237: | lb lbs
ounce = mass 0.028349523125: ounce ounces | oz
stone = mass 6.35029318: stone |
carat = mass 0.0002: carat carats | ct
hectare = area 10000: hectare hectares | ha
acre = area 4046.8564224: acre acres |
litre = volume 0.001: litre litres liter liters | l L
gallon = volume 0.00454609: gallon gallons | gal
pint = volume 0.00056826125: pint pints |
quart = volume 0.00113652: quart quarts |
barrel = volume 0.158987294928: barrel barrels | bbl
bushel = volume 0.03523907016688: bushel bushels |
teaspoon = volume 0.000005: teaspoon teaspoons | tsp
tablespoon = volume 0.000015: tablespoon tablespoons | tbsp
cup = cup 1: |
mile per hour = speed 0.44704: | mph
kilometre per hour = speed 0.27777777777777777778: | kph kmh kmph
knot = speed 0.51444444444444444444: knot knots | kn kt kts
watt = power 1: watt watts | W
horsepower = power 745.69987158227022: horsepower | hp bhp
joule = energy 1: joule joules | J
watt hour = energy 3600: | Wh
calorie = energy 4.184: calorie calories | cal
kilocalorie = energy 4184: kilocalorie kilocalories | kcal kcals
electronvolt = energy 0.0000000000000000001602176634: electronvolt electronvolts | eV
btu = energy 1055.05585262: | Btu BTU
volt = voltage 1: volt volts | V
ampere = current 1: amp amps ampere amperes | A
ohm = resistance 1: ohm ohms | Ω
hertz = frequency 1: hertz | Hz
revolution per minute = frequency 0.016666666666666666667: | rpm
newton = force 1: newton newtons | N
pascal = pressure 1: pascal pascals | Pa
bar = pressure 100000: | bar
millimetre of mercury = pressure 133.322387415: | mmHg
pound per square inch = pressure 6894.757293168: | psi
atmosphere = pressure 101325: |
byte = data 8: byte bytes | B
bit = data 1: bit bits |
bit per second = rate 1: | bps bit/s
decibel = level 1: decibel decibels | dB
pixel = pixel 1: pixel pixels megapixels| px
megapixel = pixel 1000000: megapixel | MP
tesla = field 1: | T
becquerel = activity 1: becquerel becquerels | Bq
sievert = dose 1: sievert sieverts | Sv
gray = absorbed 1: | Gy
mole = amount 1: mole moles | mol
lumen = light 1: lumen lumens | lm
lux = brightness 1: lux | lx
parsec = length 30856775814913673: parsec parsecs |
flop = flop 1: flop flops |
coulomb = charge 1: coulomb coulombs |
farad = capacitance 1: farad farads |
degree = angle 1: |
part per million = share 0.000001: | ppm
part per billion = share 0.000000001: | ppb
"""

_PREFIXES = (
    ("kilo", "k", "1e3"), ("mega", "M", "1e6"), ("giga", "G", "1e9"), ("tera", "T", "1e12"), ("peta", "P", "1e15"), ("exa", "E", "1e18"),
    ("hecto", "h", "1e2"), ("deci", "d", "1e-1"), ("centi", "c", "1e-2"), ("milli", "m", "1e-3"), ("micro", "μ", "1e-6"), ("nano", "n", "1e-9"),
    ("pico", "p", "1e-12"),
)  # fmt: skip
_PREFIXED = {
    "metre", "gram", "litre", "watt", "joule", "watt hour", "electronvolt", "volt", "ampere", "ohm", "hertz", "newton", "pascal", "byte",
    "bit", "tesla", "becquerel", "sievert", "ton", "mole", "bit per second", "bar", "flop",
}  # fmt: skip
# Prefixed symbols that would be read as something commoner.
_CLASHES = word_set(
    "pm cal hm Em pA dB mt Mm Pm Gm Tm dm TV EV PA MA GA EL ET PT MT GT EN PN TN MN TT kT EW PV TA ML EA",
)
_PLURAL_ABBREVIATIONS = {"kms": "km", "kgs": "kg", "cms": "cm", "hrs": "hr", "kilo": "kg", "kilos": "kg", "kw": "kW", "mw": "MW", "kwh": "kWh", "km.": "km", "kph": "kph", "ghz": "GHz", "mhz": "MHz", "kb": "kB", "mb": "MB", "gb": "GB", "tb": "TB", "KB": "kB", "gwh": "GWh", "mwh": "MWh", "Km": "km", "KM": "km", "Kg": "kg", "KG": "kg", "mbps": "Mbps", "gbps": "Gbps", "Mbit/s": "Mbps", "cc": "cm3", "sqm": "m2", "sqft": "ft2", "sqkm": "km2"}  # fmt: skip

_KINDS = {"time": FigureKind.DURATION, "month": FigureKind.DURATION, "night": FigureKind.DURATION}
_POWERS = {"square": 2, "cubic": 3}


def _read_table() -> tuple[dict[str, Unit], dict[str, Unit], dict[str, Unit]]:
    by_name: dict[str, Unit] = {}
    words: dict[str, Unit] = {}
    symbols: dict[str, Unit] = {}
    for line in _TABLE.strip().splitlines():
        head, _, forms = line.partition(":")
        name, _, worth = head.partition(" = ")
        dimension, factor = worth.split()
        unit = Unit(name, dimension, Decimal(factor), _KINDS.get(dimension, FigureKind.MEASUREMENT))
        full, _, short = forms.partition("|")
        by_name[name] = unit
        words.update(dict.fromkeys(full.split(), unit))
        symbols.update(dict.fromkeys(short.split(), unit))
        if name in _PREFIXED:
            _add_prefixed(unit, full.split(), short.split(), (by_name, words, symbols))
    for short, symbol in _PLURAL_ABBREVIATIONS.items():
        if symbol in symbols:
            symbols[short] = symbols[symbol]
    for power_name, power in _POWERS.items():
        for base in [unit for unit in by_name.values() if unit.dimension == "length"]:
            unit = Unit(f"{power_name} {base.name}", "area" if power == 2 else "volume", base.factor**power)  # noqa: PLR2004 - a square
            by_name[unit.name] = unit
    return by_name, words, symbols


def _add_prefixed(unit: Unit, full: list[str], short: list[str], tables: tuple[dict[str, Unit], ...]) -> None:
    by_name, words, symbols = tables
    for prefix, letter, factor in _PREFIXES:
        made = Unit(prefix + unit.name, unit.dimension, unit.factor * Decimal(factor), unit.kind)
        by_name[made.name] = made
        words.update({prefix + word: made for word in full})
        symbols.update(
            {
                letter + symbol: made
                for symbol in short
                if letter + symbol not in _CLASHES and symbol not in symbols.keys() - short
            }
        )


UNITS, WORDS, SYMBOLS = _read_table()
for _short, _of in (("m2", "square metre"), ("m3", "cubic metre"), ("km2", "square kilometre"), ("cm2", "square centimetre"), ("cm3", "cubic centimetre"), ("ft2", "square foot"), ("ft3", "cubic foot"), ("mm2", "square millimetre"), ("cc", "cubic centimetre"), ("sqm", "square metre"), ("sqft", "square foot"), ("sqkm", "square kilometre"), ("cfs", "cubic foot")):  # fmt: skip
    SYMBOLS[_short] = UNITS[_of]

WORDS.update(dict.fromkeys(("micron", "microns"), UNITS["micrometre"]))

# Units of two words; a hyphen counts as a space.
PHRASES = {
    "nautical mile": "nautical mile", "nautical miles": "nautical mile", "light year": "light year", "light years": "light year",
    "astronomical units": "astronomical unit", "astronomical unit": "astronomical unit", "metric ton": "tonne", "metric tons": "tonne",
    "metric tonnes": "tonne", "metric tonne": "tonne", "long tons": "ton", "short tons": "ton", "us tons": "ton", "us gallons": "gallon",
    "fluid ounces": "fluid ounce", "fluid ounce": "fluid ounce", "fl oz": "fluid ounce", "troy ounces": "troy ounce", "troy ounce": "troy ounce",
    "kilowatt hours": "kilowatt hour", "kilowatt hour": "kilowatt hour", "megawatt hours": "megawatt hour", "megawatt hour": "megawatt hour",
    "gigawatt hours": "gigawatt hour", "gigawatt hour": "gigawatt hour", "terawatt hours": "terawatt hour", "terawatt hour": "terawatt hour",
    "watt hours": "watt hour", "horse power": "horsepower", "electron volts": "electronvolt", "parts per million": "part per million",
    "parts per billion": "part per billion", "sq ft": "square foot", "sq m": "square metre", "sq km": "square kilometre", "sq miles": "square mile",
    "sq mi": "square mile", "sq mile": "square mile", "sq metres": "square metre", "sq feet": "square foot", "sq yards": "square yard",
    "cu ft": "cubic foot", "cu m": "cubic metre", "degrees angle": "degree", "km h": "kilometre per hour",
}  # fmt: skip
for _base in ("metre", "kilometre", "foot", "inch", "yard", "mile", "centimetre", "millimetre"):
    for _form in [form for form, unit in WORDS.items() if unit.name == _base] + [
        form for form, unit in SYMBOLS.items() if unit.name == _base
    ]:
        PHRASES[f"square {_form}"] = f"square {_base}"
        PHRASES[f"cubic {_form}"] = f"cubic {_base}"
UNITS["fluid ounce"] = Unit("fluid ounce", "volume", Decimal("0.0000284130625"))
UNITS["troy ounce"] = Unit("troy ounce", "mass", Decimal("0.0311034768"))
for _prefix, _power in (("kilo", 3), ("mega", 6), ("giga", 9), ("tera", 12)):
    UNITS.setdefault(f"{_prefix}watt hour", Unit(f"{_prefix}watt hour", "energy", Decimal(3600).scaleb(_power)))
PHRASE_STARTS = frozenset(phrase.split()[0] for phrase in PHRASES)

# Symbols that are words of their own unless they are glued to the number ('5in', not '5 in').
GLUED_ONLY = word_set("in s h t A T N B ct px MP ns bar cup d")
