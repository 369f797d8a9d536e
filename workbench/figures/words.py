"""Read numbers that are written in words: 'two hundred and five thousand', 'a million and a half', 'two-thirds'."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal

from workbench.figures.lexicon import (
    CARDINALS,
    CLOCK,
    DECADES,
    FOLDS,
    GROUPS,
    HUNDRED,
    MULTIPLES,
    ONES,
    ORDINALS,
    PARTS,
    SCALES,
    TENS,
    VAGUE,
)
from workbench.figures.terms import CONTEXT, Term, cardinal, divide
from workbench.model.figures import FigureKind

_WORD = re.compile(r"[a-z]+")
_SMALL = ONES | TENS
_CENTURIES = range(13, 21)
_HUNDRED = 100
_TEN = 10

Token = tuple[str, int, int]


@dataclass(slots=True)
class _Sum:
    """A number under way: the total of the closed scale groups and the open group below it."""

    total: int = 0
    group: int | None = None
    scale: int = 10**30
    last: str = ""
    year: bool = False
    words: list[str] = field(default_factory=list)

    @property
    def value(self) -> int:
        return self.total + (self.group or 0)

    def take(self, word: str) -> bool:
        """Add `word` to the number; False where it cannot continue it."""
        taken = (
            self._take_small(_SMALL[word], word)
            if word in _SMALL
            else self._take_hundred()
            if word == HUNDRED
            else self._take_scale(SCALES[word])
            if word in SCALES
            else self._take_group(GROUPS[word])
        )
        if taken:
            self.last = word
        return taken

    def _take_small(self, value: int, word: str) -> bool:
        if self.group is None:
            self.group = value
        elif (self.last == HUNDRED and value) or (self.last in TENS and 0 < value < _TEN):
            self.group += value
        elif self.total == 0 and self.group in _CENTURIES and value >= _TEN and not self.year:
            # 'nineteen eighty-four', 'twenty twelve'
            self.group = self.group * _HUNDRED + value
            self.year = True
        else:
            return False
        return bool(word)

    def _take_hundred(self) -> bool:
        if self.group is None:
            if self.total:
                return False
            self.group = _HUNDRED
        elif 0 < self.group < _HUNDRED:
            self.group *= _HUNDRED
        else:
            return False
        return True

    def _take_scale(self, scale: int) -> bool:
        if self.year or (self.group is None and self.total) or self.group == 0:
            return False
        if scale >= self.scale:
            return False
        self.total += (self.group or 1) * scale
        self.group = None
        self.scale = scale
        return True

    def _take_group(self, size: int) -> bool:
        if self.total or self.year:
            return False
        self.group = (self.group or 1) * size
        return True


def _join_and(tokens: list[Token], at: int, number: _Sum) -> bool:
    """Say whether the 'and' at `at` continues the number ('two hundred and five') rather than joining two numbers."""
    if at + 1 >= len(tokens) or (number.last != HUNDRED and number.last not in SCALES):
        return False
    word = tokens[at + 1][0]
    if not _SMALL.get(word):
        return False
    after = at + 2
    if word in TENS and after < len(tokens) and 0 < ONES.get(tokens[after][0], 0) < _TEN:
        after += 1
    following = tokens[after][0] if after < len(tokens) else ""
    if following == HUNDRED:
        return number.last in SCALES and number.scale > _HUNDRED and not _ends_in_scale(tokens, after, number.scale)
    return not (following in SCALES and SCALES[following] >= number.scale) and following not in PARTS


def _ends_in_scale(tokens: list[Token], at: int, scale: int) -> bool:
    following = tokens[at + 1][0] if at + 1 < len(tokens) else ""
    return SCALES.get(following, 0) >= scale


def _read_cardinal(tokens: list[Token], at: int) -> tuple[_Sum, int]:
    number = _Sum()
    while at < len(tokens):
        word = tokens[at][0]
        if word in CARDINALS:
            if not number.take(word):
                break
            at += 1
        elif word == "and" and _join_and(tokens, at, number):
            at += 1
        else:
            break
    return number, at


def _word(tokens: list[Token], at: int) -> str:
    return tokens[at][0] if at < len(tokens) else ""


def _read_decimals(tokens: list[Token], at: int) -> tuple[str, int]:
    digits = ""
    while (value := ONES.get(_word(tokens, at), _TEN)) < _TEN:
        digits += str(value)
        at += 1
    if not digits and TENS.get(_word(tokens, at)):
        number, at = _read_cardinal(tokens, at)
        digits = str(number.value)
    return digits, at


def _read_scales(tokens: list[Token], at: int) -> tuple[Decimal | None, int]:
    scale: Decimal | None = None
    while (word := _word(tokens, at)) in SCALES or word == HUNDRED:
        scale = (scale or Decimal(1)) * SCALES.get(word, _HUNDRED)
        at += 1
    return scale, at


def _scaled(term: Term, scale: Decimal | None) -> Term:
    if scale is not None and isinstance(term.low, Decimal) and isinstance(term.high, Decimal):
        term.scale = scale
        term.low = CONTEXT.multiply(term.low, scale)
        term.high = CONTEXT.multiply(term.high, scale)
    return term


def _extend_cardinal(tokens: list[Token], first: int, at: int, number: _Sum) -> tuple[Term, int]:
    """Add what may follow a whole number: decimals, 'and a half', a denominator, an ordinal ending."""
    start, value = tokens[first][1], number.value
    word = _word(tokens, at)
    if word == "point":
        digits, after = _read_decimals(tokens, at + 1)
        if digits:
            scale, after = _read_scales(tokens, after)
            term = cardinal(start, tokens[after - 1][2], Decimal(f"{value}.{digits}"), digits=False)
            return _scaled(term, scale), after
    elif word == "and":
        mixed = _read_mixed(tokens, first, at, number)
        if mixed:
            return mixed
    elif word in PARTS and _is_denominator(word, value):
        return _read_fraction(tokens, first, at, value)
    elif word in ORDINALS and _ends_ordinal(number, ORDINALS[word]):
        total = Decimal(value + ORDINALS[word] if ORDINALS[word] < _HUNDRED else value * ORDINALS[word])
        return Term(start, tokens[at][2], total, total, FigureKind.ORDINAL, digits=False), at + 1
    term = cardinal(start, tokens[at - 1][2], Decimal(value), digits=False)
    if number.year:
        term.kind, term.low, term.high = FigureKind.DATE, str(value), str(value)
    elif at - first > 1 and tokens[at - 1][0] in SCALES and number.total == number.value:
        term.scale = Decimal(number.scale)
        term.lead = CONTEXT.divide(Decimal(value), term.scale)
    elif at - first == 1 and tokens[first][0] in SCALES:
        term.scale, term.lead = Decimal(value), Decimal(1)
    return term, at


def _read_mixed(tokens: list[Token], first: int, at: int, number: _Sum) -> tuple[Term, int] | None:
    """Read 'and a half', 'and three quarters' behind a whole number, with the scale word behind that."""
    after = at + 1
    numerator = 1
    if _word(tokens, after) == "a":
        after += 1
    elif 0 < ONES.get(_word(tokens, after), 0) < _TEN and _word(tokens, after + 1) in PARTS:
        numerator = ONES[_word(tokens, after)]
        after += 1
    denominator = PARTS.get(_word(tokens, after))
    if denominator is None or number.year:
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
    return 0 < value <= _HUNDRED and (word.endswith("s") == (value > 1) or (word in {"third", "half"} and value > 1))


def _ends_ordinal(number: _Sum, ordinal: int) -> bool:
    if number.last in TENS:
        return ordinal < _TEN
    return number.last == HUNDRED and ordinal < _HUNDRED


def _read_fraction(tokens: list[Token], first: int, at: int, numerator: int) -> tuple[Term, int]:
    """Read numerator and denominator, and 'of a million' or 'a dozen' behind them."""
    denominator = PARTS[tokens[at][0]]
    value, fraction = divide(numerator, denominator)
    start, after = tokens[first][1], at + 1
    behind = after
    while _word(tokens, behind) in {"of", "a"}:
        behind += 1
    if _word(tokens, behind) in CARDINALS and _word(tokens, behind) not in _SMALL:
        number, behind = _read_cardinal(tokens, behind)
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
    start, end = tokens[at][1], tokens[at][2]
    at += 1
    while _word(tokens, at) == "of" and (_word(tokens, at + 1) in VAGUE or _word(tokens, at + 1) in SCALES):
        word, _, end = tokens[at + 1]
        low = CONTEXT.multiply(low, Decimal(VAGUE.get(word) or SCALES[word]))
        at += 2
    term = Term(start, end, low, CONTEXT.multiply(low, Decimal(_TEN)), digits=False, vague=True)
    return term, at


def _read_one(tokens: list[Token], at: int) -> tuple[Term | None, int]:
    word, start, end = tokens[at]
    if word in CARDINALS:
        number, after = _read_cardinal(tokens, at)
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


def folded_article(tokens: list[Token], at: int) -> bool:
    """Say whether an 'a' inside the phrase stands before token `at` ('a million and a third')."""
    return at > 0 and tokens[at - 1][0] == "a"


def _read_rest(word: str, start: int, end: int) -> Term | None:
    if word in FOLDS:
        value = Decimal(FOLDS[word])
        return Term(start, end, value, value, FigureKind.MULTIPLE, digits=False)
    if word in CLOCK:
        return Term(start, end, CLOCK[word], CLOCK[word], FigureKind.TIME, digits=False)
    if word in DECADES:
        low = Decimal(DECADES[word])
        return Term(start, end, low, low + 9, FigureKind.AGE, "year", digits=False)
    return None


def read_words(folded: str, start: int, end: int) -> list[Term]:
    """Return the numbers in the phrase `folded[start:end]`, in order; connecting words between them are left out."""
    tokens = [(match[0], match.start(), match.end()) for match in _WORD.finditer(folded, start, end)]
    terms: list[Term] = []
    at = 0
    while at < len(tokens):
        term, at = _read_one(tokens, at)
        if term is not None:
            terms.append(term)
    return terms
