"""Say in plain words how a figure was understood, for the review card."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from workbench.figures.lexicon import VOCABULARY
from workbench.figures.moments import write_moment
from workbench.figures.nouns import PARTICIPLES, is_plural
from workbench.figures.terms import CONTEXT
from workbench.model.figures import Figure, FigureKind, Qualifier

if TYPE_CHECKING:
    from workbench.model.figures import Value

_WORDS = {
    Qualifier.EXACT: "exactly", Qualifier.ABOUT: "about", Qualifier.OVER: "over", Qualifier.UNDER: "under", Qualifier.AT_LEAST: "at least",
    Qualifier.AT_MOST: "at most", Qualifier.NEARLY: "nearly", Qualifier.UP_TO: "up to", Qualifier.BETWEEN: "between",
}  # fmt: skip
_PLURALS = {"foot": "feet", "inch": "inches", "century": "centuries", "millennium": "millennia"}
# Units that have no plural, besides codes and signs.
_INVARIABLE = frozenset({"horsepower", "stone", "K", "part per million", "part per billion"})
_JOINED = re.compile(r" (?:per|of) ")
_LONGEST_TAIL = 10


def write_number(value: Value) -> str:
    """Return a value as a paper prints it: thousands marked, no idle zeros; a date or a time in words."""
    if not isinstance(value, Decimal):
        return write_moment(value) if value else ""
    if value == value.to_integral_value():
        return f"{int(value):,}"
    exponent = value.as_tuple().exponent
    short = isinstance(exponent, int) and -exponent <= _LONGEST_TAIL
    return f"{value:,f}".rstrip("0") if short else f"{value:,.4g}"


def write_unit(unit: str | None, kind: FigureKind, *, one: bool) -> str:
    """Return a unit as it is read behind a number: '%', 'USD', 'months', 'kilometres per hour', 'percentage points'."""
    if unit is None:
        return ""
    if kind is FigureKind.POINTS and unit == "%":
        unit = "percentage point"
    if one or kind is FigureKind.MONEY or not unit[-1:].isalpha() or unit in _INVARIABLE or not unit[:1].isalpha():
        return unit
    # 'kilometres per hour', 'millimetres of mercury': the first thing is counted.
    head = _JOINED.split(unit, maxsplit=1)[0]
    first, _, last = head.rpartition(" ")
    plural = _PLURALS.get(last) or (last if last.endswith("hertz") or last in _INVARIABLE else f"{last}s")
    return f"{first} {plural}".strip() + unit[len(head) :]


def write_amount(low: Value, high: Value, like: Figure) -> str:
    """Return one value or two with the unit of `like`: '1,400,000', '20 to 30 %', '6 months'."""
    one, other = write_number(low), write_number(high)
    numbers = one or other if not (one and other) or one == other else f"{one} to {other}"
    return f"{numbers} {write_unit(like.unit, like.kind, one=numbers == '1')}".strip()


def shorten(value: Decimal) -> Decimal:
    """Round a converted or divided value to six digits for reading."""
    return CONTEXT.create_decimal(f"{value:.6g}") if value != value.to_integral_value() else value


def write_difference(claimed: Figure, found: Figure, ratio: Decimal | None, difference: Decimal) -> str:
    """Return how far the found value is off: '1,500 less, or 1.5 %', '11,111 more, 10 times the claim'."""
    way = "more" if difference > 0 else "less"
    distance = abs(difference)
    if FigureKind.PERCENT in {claimed.kind, found.kind} or (claimed.kind is FigureKind.RATIO and distance < 1):
        points = distance if claimed.kind is FigureKind.PERCENT else CONTEXT.multiply(distance, Decimal(100))
        number = write_number(_round(points))
        return f"{number} percentage point{'' if number == '1' else 's'} {way}"
    if claimed.kind in _WAYS and claimed.unit in {None, "year"}:
        noun, more, less = _WAYS[claimed.kind]
        return f"{write_number(distance)} {noun}{'' if distance == 1 else 's'} {more if difference > 0 else less}"
    if claimed.kind is FigureKind.RATIO and ratio is not None:
        return f"{write_number(_round(ratio))} times the claim"
    written = f"{write_amount(shorten(distance), None, claimed)} {way}"
    if ratio is None or ratio <= 0:
        return written
    if _HALF <= ratio <= _DOUBLE:
        return f"{written}, or {write_number(_round(CONTEXT.multiply(abs(ratio - 1), Decimal(100))))} %"
    return f"{written}, {write_number(_round(ratio))} times the claim"


# What is said of more and less, where it is not 'more' and 'less'.
_WAYS = {FigureKind.ORDINAL: ("place", "later", "earlier"), FigureKind.AGE: ("year", "older", "younger")}


def _round(value: Decimal) -> Decimal:
    return CONTEXT.create_decimal(f"{value:.3g}") if value < _THOUSAND else value.to_integral_value()


_HALF, _DOUBLE, _THOUSAND = Decimal("0.5"), Decimal(2), Decimal(1000)


def write_value(figure: Figure) -> str:
    """Return the value of a figure with its unit: '1,400,000', '20 to 30 %', '2-1', '2024-03-05'."""
    if figure.kind is FigureKind.SCORE:
        return "-".join(write_number(part) for part in figure.parts)
    if figure.kind is FigureKind.IDENTIFIER:
        return figure.text
    if figure.kind is FigureKind.RATIO and figure.parts:
        return _link(figure).join(write_number(part) for part in figure.parts)
    return write_amount(figure.low, figure.high, figure)


def _link(figure: Figure) -> str:
    """Return how a ratio links its parts: '1 in 5', '14 of 15', '3 to 1', '2/3'."""
    words = figure.text.replace("-", " ").split()
    if figure.parts[0] > figure.parts[-1] or ":" in figure.text:
        return " to "
    return next((f" {word} " for word in ("in", "of") if word in words), "/")


def write_bounds(figure: Figure) -> str:
    """Return the value with the words that bound it: 'over 100,000', 'between 20 and 30'."""
    value = write_value(figure)
    if figure.qualifier is None:
        return value
    if figure.qualifier is Qualifier.BETWEEN:
        value = value.replace(" to ", " and ", 1)
    return f"{_WORDS[figure.qualifier]} {value}"


def quote(figure: Figure) -> str:
    """Return the figure as it is written, with the words that bound it: '1.4 million', '‘over 100,000’', '$5 per day'."""
    text = write_text(figure)
    return f"‘{_WORDS[figure.qualifier]} {text}’" if figure.qualifier else text


def write_text(figure: Figure) -> str:
    """Return the figure as it is written, fit for the middle of a sentence, with what it is a rate over."""
    text = " ".join(figure.text.split())
    # A number word that opened a sentence does not open this one.
    if (
        text[:1].isupper()
        and not text[1:2].isupper()
        and _FIRST_WORD.split(text.lower(), maxsplit=1)[0] in VOCABULARY | {"a", "minus"}
    ):
        text = text[:1].lower() + text[1:]
    return f"{text} per {figure.per}" if figure.per else text


def end_sentence(text: str) -> str:
    """Return the text with one full stop at its end, also behind 'p.m.'."""
    return text if text.endswith(".") else f"{text}."


_FIRST_WORD = re.compile(r"[^a-z]")


def describe(figure: Figure) -> str:
    """Return one line such as 'over 100,000 · count of killed and maimed · open above'."""
    kind = "percentage points" if figure.kind is FigureKind.POINTS else figure.kind.value
    pieces = [write_bounds(figure), f"{kind} of {write_noun(figure)}" if figure.noun else kind]
    if figure.per:
        pieces.append(f"per {figure.per}")
    pieces.extend(_describe_bounds(figure))
    if figure.as_of:
        pieces.append(f"as of {write_moment(figure.as_of)}")
    return " · ".join(pieces)


_SEVERAL = {"man": "men", "woman": "women", "child": "children", "person": "people", "storey": "storeys"}


def write_noun(figure: Figure) -> str:
    """Return what is counted, in the plural where a compound has it in the singular: the points of 'a 28-point plan'."""
    noun = figure.noun or ""
    if (
        figure.kind is not FigureKind.COUNT
        or figure.low == 1 == figure.high
        or not noun.isalpha()
        or not noun.islower()
    ):
        return noun
    if noun in PARTICIPLES or is_plural(noun):
        return noun
    return _SEVERAL.get(noun) or (f"{noun[:-1]}ies" if noun[-1] == "y" and noun[-2] not in "aeo" else f"{noun}s")


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
