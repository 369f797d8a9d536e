"""Add up the words of one whole number: 'two hundred and five thousand'."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.figures.lexicon import CARDINALS, GROUPS, HUNDRED, OH, ONES, ORDINALS, PARTS, PLURAL_SCALES, SCALES, TENS

_SMALL = ONES | TENS
_CENTURIES = range(13, 21)
_HUNDRED = 100
_TEN = 10
_LOOK_AHEAD = 6
# What smaller numbers are added to.
_ROUND = frozenset({HUNDRED, "score"})

Token = tuple[str, int, int]


@dataclass(slots=True)
class Sum:
    """A number under way: the total of the closed scale groups and the open group below it."""

    total: int = 0
    group: int | None = None
    scale: int = 10**36
    last: str = ""
    year: bool = False

    @property
    def value(self) -> int:
        """Return the number so far."""
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
        elif (self.last in _ROUND and value) or (self.last in TENS and 0 < value < _TEN):
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

    def take_oh(self, value: int) -> bool:
        """Add 'oh five' to a century or to hundreds: 'nineteen oh five', 'one oh five'."""
        if self.total or self.group is None or not 0 < value < _TEN:
            return False
        if self.group not in _CENTURIES and not 0 < self.group < _TEN:
            return False
        self.year = self.group in _CENTURIES
        self.group = self.group * _HUNDRED + value
        return True

    def _take_group(self, size: int) -> bool:
        if self.total or self.year:
            return False
        self.group = (self.group or 1) * size
        return True


def _join_comma(tokens: list[Token], at: int, number: Sum) -> bool:
    """Say whether a smaller scale follows the comma: 'eleven million, four hundred thousand'."""
    if number.last not in SCALES:
        return False
    for word, _, _ in tokens[at + 1 : at + _LOOK_AHEAD]:
        if word in SCALES or word == HUNDRED:
            return SCALES.get(word, _HUNDRED) < number.scale
        if word not in _SMALL:
            return False
    return False


def _join_and(tokens: list[Token], at: int, number: Sum) -> bool:
    """Say whether the 'and' at `at` continues the number ('two hundred and five') rather than joining two numbers."""
    if at + 1 >= len(tokens) or (number.last not in _ROUND and number.last not in SCALES):
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
    if following in PARTS and not (word in TENS and ORDINALS.get(following, _TEN) < _TEN):
        # 'a hundred and three fifths', but 'a hundred and twenty-fifth'
        return False
    return not (following in SCALES and SCALES[following] >= number.scale)


def _ends_in_scale(tokens: list[Token], at: int, scale: int) -> bool:
    following = tokens[at + 1][0] if at + 1 < len(tokens) else ""
    return SCALES.get(following, 0) >= scale


def _is_multiplied(tokens: list[Token], at: int) -> bool:
    word = tokens[at][0] if at < len(tokens) else ""
    return word in SCALES or word in {HUNDRED, "dozen"}


def read_cardinal(tokens: list[Token], at: int) -> tuple[Sum, int]:
    """Read the longest whole number from token `at`; return it and where it ends."""
    number = Sum()
    while at < len(tokens):
        word = tokens[at][0]
        word = PLURAL_SCALES.get(word, word) if number.group else word
        if word in CARDINALS:
            if not number.take(word):
                break
            at += 1
        elif word == "of" and number.last == "couple" and _is_multiplied(tokens, at + 1):
            # 'a couple of hundred'
            at += 1
        elif word == OH and number.take_oh(ONES.get(tokens[at + 1][0], _TEN) if at + 1 < len(tokens) else _TEN):
            at += 2
        elif (word == "," and _join_comma(tokens, at, number)) or (word == "and" and _join_and(tokens, at, number)):
            at += 1
        else:
            break
    return number, at
