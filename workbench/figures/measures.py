"""Give a bare number what stands right in front of it or behind it: currency, scale word, unit, percent sign."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from workbench.figures import currencies, units
from workbench.figures.lexicon import SCALES
from workbench.figures.terms import CONTEXT, is_whole
from workbench.figures.vocabulary import ATHLETICS, CONTEXT_MASS, PEOPLE, Role, find_role
from workbench.figures.wordlists import word_set
from workbench.model.figures import FigureKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from workbench.figures.terms import Page, Term

_WORD = re.compile(r"[a-zåμω]+(?:²|³|[23](?![0-9a-z]))?|[\"'%°€£$¥₹¢₽₩₪₺₴₦₱]")
_NEXT = re.compile(r"([ -])([a-zåμω]+)")
_COMPOUND_UNIT = re.compile(r"(?:/| per |[ -]an? )(?:(square|cubic) )?([a-zμ]+)([23²³])?(?![a-z])")
_PER = re.compile(r"(?:[ -](?:an?|per|each|every)[ -]|/)([a-z]+)")
_PERIODS = {word: unit.name for word, unit in units.WORDS.items() if unit.kind is FigureKind.DURATION}
_SHARES = word_set(
    """person head capita share barrel tonne ton ounce litre liter gallon household family pupil student patient unit
    bottle kilo kilogram kilogramme pound mile kilometre acre hectare customer employee worker passenger child
    night seat ticket game match"""
)
_SUPERSCRIPTS = str.maketrans("²³", "23")


def attach(page: Page, term: Term) -> None:
    """Extend `term` over the currency in front and the scale words and units behind, and set its kind and unit."""
    if term.low is None or term.closed:
        return
    _attach_front(page, term)
    _attach_behind(page, term)
    if term.kind is FigureKind.MONEY or term.kind is None:
        _attach_period(page, term)


def _attach_front(page: Page, term: Term) -> None:
    folded, start = page.folded, term.start
    previous = folded[start - 1] if start else " "
    if previous == " ":
        _attach_code(page, term, start - 1)
    elif previous in currencies.SIGNS:
        _attach_sign(page, term, start - 1)
    elif previous.isalpha() or previous == ".":
        _attach_code(page, term, start)


def _attach_sign(page: Page, term: Term, at: int) -> None:
    folded = page.folded
    sign = folded[at]
    unit, start = currencies.SIGNS[sign], at
    for length in (4, 3, 2, 1):
        code = currencies.COUNTRY_SIGNS.get(folded[max(0, at - length) : at + 1])
        if code and (at == length or not folded[at - length - 1].isalpha()):
            unit, start = code, at - length
            break
    term.kind, term.unit, term.start = FigureKind.MONEY, unit, start


def _attach_code(page: Page, term: Term, stop: int) -> None:
    """Read a code or mark such as 'EUR', 'Rs' or 'Dh' that ends at `stop`."""
    if stop <= 0:
        return
    text = page.text
    if text[stop - 1] in currencies.SIGNS and stop < term.start:
        if page.folded[stop - 2 : stop - 1].isdigit():
            return
        _attach_sign(page, term, stop - 1)
        return
    if not (text[stop - 1].isalpha() or text[stop - 1] in "./"):
        return
    begin = stop - 1
    while begin > 0 and stop - begin < 5 and (text[begin - 1].isalpha() or text[begin - 1] == "."):  # noqa: PLR2004 - the longest mark
        begin -= 1
    if begin and text[begin - 1].isalnum():
        return
    mark = text[begin:stop]
    code = currencies.CODES.get(mark) or (currencies.MARKS.get(mark) if term.digits else None)
    if code and not (mark in currencies.GLUED_MARKS and stop < term.start):
        term.kind, term.unit, term.start = FigureKind.MONEY, code, begin


def _attach_behind(page: Page, term: Term) -> None:
    for _ in range(4):
        folded, end = page.folded, term.end
        glue = folded[end]
        at = end + 1 if glue in " -" else end
        match = _WORD.match(folded, at)
        if match is None:
            return
        role, value = find_role(page.text[at : match.end()], match[0], glued=at == end)
        if role is None or not _ROLES[role](page, term, _Place(match, value, glue if at > end else "")):
            return


class _Place:
    """Where a suffix stands and what it is."""

    __slots__ = ("end", "glue", "value", "word")

    def __init__(self, match: re.Match[str], value: object, glue: str) -> None:
        self.word: str = match[0]
        self.end: int = match.end()
        self.value = value
        self.glue = glue


def _multiply(term: Term, scale: Decimal) -> None:
    if isinstance(term.low, Decimal) and isinstance(term.high, Decimal):
        term.low = CONTEXT.multiply(term.low, scale)
        term.high = CONTEXT.multiply(term.high, scale)
        term.scale = scale * (term.scale or 1)
        term.fraction = None


def _next_word(page: Page, at: int) -> str:
    match = _NEXT.match(page.folded, at)
    return match[2] if match else ""


def _take_scale(_page: Page, term: Term, place: _Place) -> bool:
    if term.unit and term.kind is not FigureKind.MONEY:
        return False
    if term.kind is FigureKind.RATIO and term.unit is None:
        term.kind, term.parts = None, ()
    _multiply(term, Decimal(place.value))  # type: ignore[arg-type]  # the role says that it is a number
    term.end = place.end
    return True


def _take_letter(page: Page, term: Term, place: _Place) -> bool:
    """Read 'm', 'k', 'b' and 't', which are scales for money and people, units for things."""
    scale = {"m": SCALES["million"], "k": SCALES["thousand"], "b": SCALES["billion"], "t": SCALES["trillion"]}[
        place.word
    ]
    original = page.text[place.end - 1]
    following = _next_word(page, place.end)
    counted = following not in ATHLETICS and (
        following in PEOPLE or (following.endswith("s") and len(following) > 3) or following in units.WORDS  # noqa: PLR2004 - 'is', 'was'
    )
    if term.kind is FigureKind.MONEY:
        take = not term.scale
    elif place.glue:
        return place.word == "m" and original == "m" and _take_unit(page, term, _as_unit(place, "m"))
    elif place.word == "m":
        take = original == "M" or counted
    elif place.word == "t":
        take = False
    else:
        take = True
    if take and not term.scale:
        return _take_scale(page, term, _as_scale(place, scale))
    return place.word in "mt" and not term.unit and _take_unit(page, term, _as_unit(place, place.word))


def _as_scale(place: _Place, scale: int) -> _Place:
    place.value = Decimal(scale)
    return place


def _as_unit(place: _Place, symbol: str) -> _Place:
    place.value = units.SYMBOLS[symbol]
    return place


def _take_percent(page: Page, term: Term, place: _Place) -> bool:
    if term.kind is FigureKind.MONEY or term.unit:
        return False
    end = place.end
    if place.word == "per":
        if page.folded[end : end + 5] not in {" cent", "-cent"}:
            return False
        end += 5
    if page.folded[end].isalpha():
        return False
    term.kind, term.unit, term.end, term.parts = FigureKind.PERCENT, "%", end, ()
    points = _POINTS.match(page.folded, end)
    if points:
        term.kind, term.end = FigureKind.POINTS, points.end()
    return False


_POINTS = re.compile(r"(?:age)?[ -]points?\b")


def _take_points(page: Page, term: Term, place: _Place) -> bool:
    if term.kind is FigureKind.MONEY or term.unit:
        return False
    end = place.end
    if place.word in {"basis", "percentage"}:
        match = _POINTS.match(page.folded, end)
        if match is None:
            return False
        end = match.end()
    term.kind, term.unit, term.end, term.parts = FigureKind.POINTS, str(place.value), end, ()
    return False


def _take_currency(page: Page, term: Term, place: _Place) -> bool:
    folded = page.folded
    code, end = str(place.value), place.end
    if term.kind is FigureKind.MONEY:
        # '$5 US', '£5 sterling', 'US$5 dollars' say it twice.
        return False
    if place.word in currencies.DOUBTFUL and term.scale is None and folded[end : end + 1] != "-":
        return False
    if place.word in {"pound", "pounds"} and _is_mass(page, term, end):
        return _take_unit(page, term, _as_unit(place, "lb"))
    if folded[end : end + 9] == " sterling":
        end += 9
    term.kind, term.unit, term.end, term.parts = FigureKind.MONEY, code, end, ()
    return False


def _is_mass(page: Page, term: Term, end: int) -> bool:
    if term.scale is not None and term.scale >= SCALES["million"]:
        return False
    around = page.folded[max(0, term.start - 40) : term.start] + "|" + page.folded[end : end + 24]
    return CONTEXT_MASS.search(around) is not None


def _take_code(_page: Page, term: Term, place: _Place) -> bool:
    if term.kind is FigureKind.MONEY and place.word != "usd":
        return False
    term.kind, term.unit, term.end = FigureKind.MONEY, str(place.value), place.end
    return False


def _take_sign(page: Page, term: Term, place: _Place) -> bool:
    if (
        term.kind is not None
        or page.folded[place.end].isdigit()
        or place.glue == "-"
        or (place.glue == " " and place.word == "$")
    ):
        return False
    term.kind, term.unit, term.end = FigureKind.MONEY, str(place.value), place.end
    return False


def _take_phrase(page: Page, term: Term, place: _Place) -> bool:
    """Read a currency or unit of two or three words ('Canadian dollars', 'square miles')."""
    folded = page.folded
    match = _TWO_WORDS.match(folded, place.end - len(place.word))
    while match:
        phrase = match[0].replace("-", " ").replace(". ", " ")
        if phrase in currencies.PHRASES and term.unit is None:
            term.kind, term.unit, term.end, term.parts = FigureKind.MONEY, currencies.PHRASES[phrase], match.end(), ()
            return False
        if phrase in units.PHRASES:
            place.value, place.end = units.UNITS[units.PHRASES[phrase]], match.end()
            return _take_unit(page, term, place)
        match = _TWO_WORDS.match(folded, match.start(), match.end() - 1) if match[0].count(" ") > 1 else None
        if match and " " not in match[0] and "-" not in match[0]:
            break
    plain = find_role(place.word, place.word, glued=not place.glue, phrases=False)
    if plain[0] is None:
        return False
    place.value = plain[1]
    return _ROLES[plain[0]](page, term, place)


_TWO_WORDS = re.compile(r"[a-z]+\.?[ -][a-z]+(?: [a-z]+)?")


def _take_unit(page: Page, term: Term, place: _Place) -> bool:
    unit = place.value
    if term.kind is FigureKind.MONEY or term.unit or not isinstance(unit, units.Unit):
        return False
    if place.glue == "-" and place.word in {"time", "m"} and page.folded[place.end] == "-":
        return False
    term.kind, term.unit, term.end, term.parts = unit.kind, unit.name, place.end, ()
    term.compound = place.glue == "-"
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
        if term.kind is FigureKind.DURATION and word in _PERIODS and not match[0].startswith("/"):
            term.per = _PERIODS[word]
        return
    name = below.name
    power = match[1] or {"2": "square", "3": "cubic"}.get((match[3] or "").translate(_SUPERSCRIPTS))
    if power:
        name = f"{power} {name}"
    if spoken and term.unit not in {"metre", "kilometre", "mile", "foot"}:
        term.per = name
        return
    term.unit, term.end = f"{term.unit} per {name}", match.end()


def _take_degree(page: Page, term: Term, place: _Place) -> bool:
    if term.kind is FigureKind.MONEY or term.unit:
        return False
    match = _DEGREES.match(page.folded, place.end)
    scale = (match[1] or match[2] or "") if match else ""
    if not scale and place.word != "°" and place.glue == "-" and page.folded[place.end] == "-":
        return False
    term.end = match.end() if match and scale else place.end
    term.kind, term.unit, term.parts = FigureKind.TEMPERATURE, {"c": "°C", "f": "°F", "k": "K"}.get(scale[:1], "°"), ()
    if not scale and _is_angle(page, term):
        term.kind, term.unit = FigureKind.MEASUREMENT, "degree"
    return False


_DEGREES = re.compile(r"(?: ?°?| degrees? )(?:([cf])\b|(celsius|centigrade|fahrenheit|kelvin)\b)")
_ANGLE = re.compile(
    r"turn|rotate|rotation|angle|latitude|longitude|spin|tilt|slope|axis|view|north|south|east|west|camera|pan"
)


def _is_angle(page: Page, term: Term) -> bool:
    around = page.folded[max(0, term.start - 30) : term.start] + page.folded[term.end : term.end + 20]
    return _ANGLE.search(around) is not None or term.low in {Decimal(180), Decimal(360)}


def _take_temperature(_page: Page, term: Term, place: _Place) -> bool:
    """Read '25C' and '77F', glued and in capitals only."""
    if term.kind is not None or place.glue:
        return False
    term.kind, term.unit, term.end = FigureKind.TEMPERATURE, str(place.value), place.end
    return False


def _take_cents(_page: Page, term: Term, place: _Place) -> bool:
    if term.kind is not None or place.glue:
        return False
    term.kind, term.unit, term.end = FigureKind.MONEY, str(place.value), place.end
    return False


def _take_ordinal(_page: Page, term: Term, place: _Place) -> bool:
    if term.kind is not None or place.glue or not isinstance(term.low, Decimal) or not is_whole(term.low):
        return False
    term.kind, term.end = FigureKind.ORDINAL, place.end
    return False


def _take_times(page: Page, term: Term, place: _Place) -> bool:
    """Read 'three times as many' and '10x' as multiples; 'three times' alone counts occasions."""
    if term.kind is not None:
        return False
    if place.word in {"fold", "x"}:
        if place.word == "x" and (
            place.glue or page.folded[place.end].isalnum() or page.folded[place.end : place.end + 2].strip().isdigit()
        ):
            return False
        term.kind, term.end = FigureKind.MULTIPLE, place.end
        return False
    if _MULTIPLE.match(page.folded, place.end):
        term.kind, term.end = FigureKind.MULTIPLE, place.end
    return False


_MULTIPLE = re.compile(
    r" (?:as (?!a |the |an )|more|less|fewer|higher|lower|bigger|larger|greater|smaller|faster|longer|richer|heavier|taller|hotter|wider|deadlier|"
    r"stronger|cheaper|the |its |their |his |her |that |what |over\b|likelier|worse|better|older|younger|closer|slower)",
)


def _take_aged(_page: Page, term: Term, place: _Place) -> bool:
    if term.kind is not None or place.glue == "-":
        return False
    term.kind, term.unit, term.end = FigureKind.AGE, "year", place.end
    return False


def _take_inches(page: Page, term: Term, place: _Place) -> bool:
    """Read the marks of feet and inches: 6'2", 5'."""
    if term.kind is not None or place.glue:
        return False
    if place.word == "'" and _FEET.match(page.folded, place.end):
        term.kind, term.unit, term.end = FigureKind.MEASUREMENT, "foot", place.end
    return False


_FEET = re.compile(r" ?[0-9]{1,2}(?:\.[0-9])? ?(?:\"|'')")


def _attach_period(page: Page, term: Term) -> None:
    match = _PER.match(page.folded, term.end)
    if match and (match[1] in _PERIODS or match[1] in _SHARES):
        term.per = _PERIODS.get(match[1], match[1])


_ROLES: dict[Role, Callable[[Page, Term, _Place], bool]] = {
    Role.SCALE: _take_scale,
    Role.LETTER: _take_letter,
    Role.PERCENT: _take_percent,
    Role.POINTS: _take_points,
    Role.CURRENCY: _take_currency,
    Role.CODE: _take_code,
    Role.SIGN: _take_sign,
    Role.PHRASE: _take_phrase,
    Role.UNIT: _take_unit,
    Role.DEGREE: _take_degree,
    Role.TEMPERATURE: _take_temperature,
    Role.CENTS: _take_cents,
    Role.ORDINAL: _take_ordinal,
    Role.TIMES: _take_times,
    Role.AGED: _take_aged,
    Role.FEET: _take_inches,
}
