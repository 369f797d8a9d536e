"""What is known of a figure while it is being read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Context, Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.model.figures import FigureKind, Qualifier, Value

CONTEXT = Context(prec=28)
# How far people run and swim in metres.
TRACKS = frozenset(map(Decimal, (50, 60, 100, 110, 200, 400, 800, 1500, 3000, 5000, 10000)))
_YEAR_DIGITS = 4
_FIRST_YEAR, _LAST_YEAR = 1500, 2100


@dataclass(slots=True)
class Page:
    """A text and its folded twin (see `folding.fold`), which every reader looks at together."""

    text: str
    folded: str


@dataclass(slots=True)
class Term:
    """A number with whatever has been found to belong to it; without `kind` it is bare so far."""

    start: int
    end: int
    low: Value
    high: Value
    kind: FigureKind | None = None
    unit: str | None = None
    digits: bool = True
    # The number as written, before its scale word; its exponent tells how many decimals were written.
    lead: Decimal | None = None
    scale: Decimal | None = None
    fraction: tuple[int, int] | None = None
    parts: tuple[Decimal, ...] = ()
    noun: str | None = None
    per: str | None = None
    qualifier: Qualifier | None = None
    qualifier_start: int | None = None
    qualifier_end: int | None = None
    vague: bool = False
    # Words that end in 'hundred', which a smaller number in front shares ('one or two hundred').
    hundred: bool = False
    # A compound adjective ('15-strong', 'four-bedroom'): its noun may stand in the singular.
    compound: bool = False
    # Read in a way that nothing further may change (a date, a telephone number).
    closed: bool = False


def cardinal(start: int, end: int, value: Decimal, *, digits: bool) -> Term:
    """Return a bare term for one number."""
    return Term(start, end, value, value, digits=digits, lead=value)


def is_whole(value: Decimal) -> bool:
    """Say whether `value` has no decimals."""
    return value == value.to_integral_value()


def single(term: Term) -> Decimal | None:
    """Return the one value of `term`, or None where it is a range, a date or nothing."""
    return term.low if isinstance(term.low, Decimal) and term.low == term.high else None


def is_bare(term: Term) -> bool:
    """Say whether nothing has been found to belong to the number yet."""
    return term.kind is None and not term.vague and not term.closed


def is_year_like(term: Term) -> bool:
    """Say whether the term is four bare digits of a year between 1500 and 2099."""
    value = single(term) if is_bare(term) and term.digits and term.end - term.start == _YEAR_DIGITS else None
    return value is not None and _FIRST_YEAR <= value < _LAST_YEAR


_BEFORE = re.compile(r"([a-z]+)[ -]$")
_AFTER = re.compile(r"[ -]([a-z]+)")
_LONGEST_WORD = 20


def word_before(page: Page, at: int) -> str:
    """Return the word that a space or hyphen divides from what begins at `at`, or nothing."""
    match = _BEFORE.search(page.folded[max(0, at - _LONGEST_WORD) : at])
    return match[1] if match else ""


def word_after(page: Page, at: int) -> str:
    """Return the word that a space or hyphen divides from what ends at `at`, or nothing."""
    match = _AFTER.match(page.folded, at)
    return match[1] if match else ""


def ends_word(folded: str, words: str, at: int) -> bool:
    """Say whether whole `words` end at `at`."""
    begin = at - len(words)
    return begin >= 0 and folded.startswith(words, begin) and not (begin and folded[begin - 1].isalnum())


def is_alone(page: Page, start: int, end: int) -> bool:
    """Say whether the words are all that there is to a sentence ('one', 'A couple.')."""
    folded = page.folded
    opens = not start or (folded[start - 1] == " " and (start == 1 or page.text[start - 2] in ".!?\n"))
    return opens and (folded[end] == "\x00" or (folded[end] in ".!?" and folded[end + 1] in " \x00"))


def divide(numerator: int, denominator: int) -> tuple[Decimal, tuple[int, int] | None]:
    """Return the quotient with 28 digits, and the fraction itself where the quotient is not finite."""
    rest = denominator
    for prime in (2, 5):
        while rest and rest % prime == 0:
            rest //= prime
    value = CONTEXT.divide(Decimal(numerator), Decimal(denominator))
    return value, (None if numerator % rest == 0 else (numerator, denominator))
