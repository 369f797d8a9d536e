"""Read numbers that are written in words: 'two hundred and five thousand', 'a million and a half', 'two-thirds'."""

from __future__ import annotations

import re
from decimal import Decimal

from workbench.figures.lexicon import (
    AGES,
    CARDINALS,
    CLOCK,
    DECADES,
    FOLDS,
    HUNDRED,
    MULTIPLES,
    NOTES,
    OH,
    ONES,
    ORDINALS,
    PARTS,
    SCALES,
    TENS,
    VAGUE,
)
from workbench.figures.spelling import is_dialled, spell
from workbench.figures.sums import Sum, Token, read_cardinal
from workbench.figures.terms import CONTEXT, Term, cardinal, divide
from workbench.model.figures import FigureKind

_WORD = re.compile(r"[a-z]+|,")
# What most phrases are: one small number.
_SMALL = {word: Decimal(value) for word, value in (ONES | TENS).items()}
_HUNDRED = 100
_TEN = 10
_DEEPEST = 4
_CENTURIES = range(15, 21)


def _word(tokens: list[Token], at: int) -> str:
    return tokens[at][0] if at < len(tokens) else ""


def _read_decimals(tokens: list[Token], at: int) -> tuple[str, int]:
    digits = ""
    while (value := 0 if _word(tokens, at) == OH else ONES.get(_word(tokens, at), _TEN)) < _TEN:
        digits += str(value)
        at += 1
    if not digits and TENS.get(_word(tokens, at)):
        number, at = read_cardinal(tokens, at)
        digits = str(number.value)
    return digits, at


def _read_scales(tokens: list[Token], at: int) -> tuple[Decimal | None, int]:
    scale: Decimal | None = None
    first = at
    while at - first < _DEEPEST and ((word := _word(tokens, at)) in SCALES or word == HUNDRED):
        scale = (scale or Decimal(1)) * SCALES.get(word, _HUNDRED)
        at += 1
    return scale, at


def _scaled(term: Term, scale: Decimal | None) -> Term:
    if scale is not None and isinstance(term.low, Decimal) and isinstance(term.high, Decimal):
        term.scale = scale
        term.low = CONTEXT.multiply(term.low, scale)
        term.high = CONTEXT.multiply(term.high, scale)
    return term


def _extend_cardinal(tokens: list[Token], first: int, at: int, number: Sum) -> tuple[Term, int]:
    """Add what may follow a whole number: decimals, 'and a half', a denominator, an ordinal ending."""
    start, value = tokens[first][1], number.value
    word = _word(tokens, at)
    if word == "point":
        digits, after = _read_decimals(tokens, at + 1)
        if digits:
            scale, after = _read_scales(tokens, after)
            term = cardinal(start, tokens[after - 1][2], Decimal(f"{value}.{digits}"), digits=False)
            return _scaled(term, scale), after
    elif word == "and" and number.last not in TENS and _word(tokens, at + 1) in ORDINALS and value >= _HUNDRED:
        # 'the one hundred and twentieth'
        ordinal = Decimal(value + ORDINALS[_word(tokens, at + 1)])
        return Term(start, tokens[at + 1][2], ordinal, ordinal, FigureKind.ORDINAL, digits=False), at + 2
    elif word == "and" and (mixed := _read_mixed(tokens, first, at, number)):
        return mixed
    elif word in PARTS and _is_denominator(word, value):
        return _read_fraction(tokens, first, at, value)
    elif word in ORDINALS and _ends_ordinal(number, ORDINALS[word]):
        total = Decimal(value + ORDINALS[word] if ORDINALS[word] < _HUNDRED else value * ORDINALS[word])
        return Term(start, tokens[at][2], total, total, FigureKind.ORDINAL, digits=False), at + 1
    decade = word in DECADES and value in _CENTURIES
    term = _name_decade(tokens, first, at, value) if decade else _name_cardinal(tokens, first, at, number)
    return term, at + decade


def _name_decade(tokens: list[Token], first: int, at: int, century: int) -> Term:
    """Return the years of 'the nineteen-eighties'."""
    year = century * _HUNDRED + DECADES[tokens[at][0]]
    return Term(tokens[first][1], tokens[at][2], str(year), str(year + 9), FigureKind.DATE, digits=False, closed=True)


def _name_cardinal(tokens: list[Token], first: int, at: int, number: Sum) -> Term:
    """Return the whole number with its scale apart from what stands in front of it; 'nineteen eighty' is a year."""
    value = number.value
    term = cardinal(tokens[first][1], tokens[at - 1][2], Decimal(value), digits=False)
    term.hundred = number.last == HUNDRED and value < _TEN * _HUNDRED
    if number.year:
        term.kind, term.low, term.high = FigureKind.DATE, str(value), str(value)
    elif at - first > 1 and tokens[at - 1][0] in SCALES and number.total == number.value:
        term.scale = Decimal(number.scale)
        term.lead = CONTEXT.divide(Decimal(value), term.scale)
    elif at - first == 1 and tokens[first][0] in SCALES:
        term.scale, term.lead = Decimal(value), Decimal(1)
    return term


def _read_mixed(tokens: list[Token], first: int, at: int, number: Sum) -> tuple[Term, int] | None:
    """Read 'and a half', 'and three quarters' behind a whole number, with the scale word behind that."""
    after = at + 1
    numerator = 1
    if _word(tokens, after) == "a":
        after += 1
    elif 0 < ONES.get(_word(tokens, after), 0) < _TEN and _word(tokens, after + 1) in PARTS:
        numerator = ONES[_word(tokens, after)]
        after += 1
    denominator = PARTS.get(_word(tokens, after))
    if denominator is None or number.year or (_word(tokens, after + 1) == "a" and after == at + 1):
        # 'six of one and half a dozen of the other'
        return None
    after += 1
    value, fraction = divide(number.value * denominator + numerator, denominator)
    scale, behind = _read_scales(tokens, after)
    term = Term(tokens[first][1], tokens[behind - 1][2], value, value, digits=False, lead=value, fraction=fraction)
    if scale is not None:
        term.fraction = None
        return _scaled(term, scale), behind
    if number.last in SCALES and at - first <= 2:  # noqa: PLR2004 - 'a million and a half': the half is of the million
        base = SCALES[number.last]
        term.lead = CONTEXT.divide(Decimal(number.value), Decimal(base)) + CONTEXT.divide(
            Decimal(numerator), Decimal(denominator)
        )
        term.low = term.high = term.lead
        term.fraction = None
        return _scaled(term, Decimal(base)), behind
    return term, behind


def _is_denominator(word: str, value: int) -> bool:
    return 0 < value <= _HUNDRED and (word.endswith("s") == (value > 1) or (word == "third" and 1 < value < _TEN))


def _ends_ordinal(number: Sum, ordinal: int) -> bool:
    if number.last in TENS:
        return ordinal < _TEN
    if number.last in SCALES or number.last == HUNDRED:
        return ordinal < _HUNDRED or (number.last == HUNDRED and not number.total and ordinal > _HUNDRED)
    # 'the two hundredth', but 'one hundredth' is a part.
    return ordinal >= _HUNDRED and 1 < number.value < _HUNDRED


def _read_fraction(tokens: list[Token], first: int, at: int, numerator: int) -> tuple[Term, int]:
    """Read numerator and denominator, and 'of a million' or 'a dozen' behind them."""
    denominator = PARTS[tokens[at][0]]
    value, fraction = divide(numerator, denominator)
    start, after = tokens[first][1], at + 1
    behind = after
    while _word(tokens, behind) in {"of", "a"}:
        behind += 1
    if _word(tokens, behind) in CARDINALS and _word(tokens, behind) not in _SMALL:
        number, behind = read_cardinal(tokens, behind)
        total = CONTEXT.multiply(value, Decimal(number.value))
        term = cardinal(start, tokens[behind - 1][2], total, digits=False)
        term.scale, term.lead = Decimal(number.value), value
        return term, behind
    term = Term(start, tokens[at][2], value, value, FigureKind.RATIO, digits=False, fraction=fraction)
    term.lead = value
    term.parts = (Decimal(numerator), Decimal(denominator))
    return term, after


def _read_vague(tokens: list[Token], at: int) -> tuple[Term, int]:
    low = Decimal(VAGUE[tokens[at][0]])
    start, end, first = tokens[at][1], tokens[at][2], at
    at += 1
    # 'hundreds of thousands', 'tens of thousands of millions': no sentence goes deeper.
    while (
        at - first < _DEEPEST
        and _word(tokens, at) == "of"
        and (_word(tokens, at + 1) in VAGUE or _word(tokens, at + 1) in SCALES)
    ):
        word, _, end = tokens[at + 1]
        low = CONTEXT.multiply(low, Decimal(VAGUE.get(word) or SCALES[word]))
        at += 2
    term = Term(start, end, low, CONTEXT.multiply(low, Decimal(_TEN)), digits=False, vague=True)
    return term, at


def _read_one(tokens: list[Token], at: int) -> tuple[Term | None, int]:
    word, start, end = tokens[at]
    if word in CARDINALS:
        number, after = read_cardinal(tokens, at)
        return _extend_cardinal(tokens, at, after, number)
    if word in VAGUE:
        return _read_vague(tokens, at)
    if word in MULTIPLES:
        value = MULTIPLES[word]
        return Term(start, end, value, value, FigureKind.MULTIPLE, digits=False), at + 1
    if word in ORDINALS and not (word in PARTS and folded_article(tokens, at)):
        value = Decimal(ORDINALS[word])
        return Term(start, end, value, value, FigureKind.ORDINAL, digits=False), at + 1
    if word in PARTS:
        return _read_fraction(tokens, at, at, 1)
    return _read_rest(word, start, end), at + 1


_NO_DECIMAL = re.compile(
    r"(?:\b(?:the|a|this|that|his|her|their|our|its|my|key|final|main|every|each|at|to|match|set|break|high|low)|[a-z]ing)[ -]$"
)
_SHARED = re.compile(r" (?:per ?cent|percent)\b")


def _read_point(folded: str, tokens: list[Token]) -> tuple[Term, int] | None:
    """Read 'point seven five' without a whole number in front; 'point two' alone only with a percentage behind."""
    start = tokens[0][1] - len("point ")
    digits, after = _read_decimals(tokens, 0)
    if not digits or folded[start - 1 : start].isalnum() or _NO_DECIMAL.search(folded, max(0, start - 12), start):
        return None
    stop = tokens[after - 1][2]
    scale, behind = _read_scales(tokens, after)
    alone = folded[stop] in ".\x00" and (start <= 1 or folded[start - 2] in ".!? ")
    if len(digits) == 1 and scale is None and not (alone or _SHARED.match(folded, stop)):
        return None
    return _scaled(cardinal(start, tokens[behind - 1][2], Decimal(f"0.{digits}"), digits=False), scale), behind


def folded_article(tokens: list[Token], at: int) -> bool:
    """Say whether an 'a' inside the phrase stands before token `at` ('a million and a third')."""
    return at > 0 and tokens[at - 1][0] == "a"


def _read_rest(word: str, start: int, end: int) -> Term | None:
    if word in FOLDS:
        value = Decimal(FOLDS[word])
        return Term(start, end, value, value, FigureKind.MULTIPLE, digits=False)
    if word in CLOCK:
        return Term(start, end, CLOCK[word], CLOCK[word], FigureKind.TIME, digits=False)
    if word in NOTES:
        value = Decimal(NOTES[word])
        return Term(start, end, value, value, FigureKind.MONEY, "GBP", digits=False)
    if word in DECADES or word in AGES:
        low = Decimal(DECADES.get(word) or AGES[word])
        return Term(start, end, low, low + 9, FigureKind.AGE, "year", digits=False)
    return None


def read_words(folded: str, start: int, end: int) -> list[Term]:
    """Return the numbers in the phrase `folded[start:end]`, in order; connecting words between them are left out."""
    word = folded[start:end]
    if word in _SMALL and folded[start - 2 : start] != "t ":
        return [cardinal(start, end, _SMALL[word], digits=False)]
    if "ble " in word and is_dialled(word):
        return [Term(start, end, None, None, FigureKind.IDENTIFIER, digits=False, closed=True)]
    tokens = [(match[0], match.start(), match.end()) for match in _WORD.finditer(folded, start, end)]
    terms: list[Term] = []
    at = 0
    if folded.endswith("point ", 0, start) and (decimal := _read_point(folded, tokens)):
        terms.append(decimal[0])
        at = decimal[1]
    while at < len(tokens):
        term, at = _read_one(tokens, at)
        if term is not None:
            terms.append(term)
    return spell(folded, terms)
