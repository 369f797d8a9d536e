"""Decide what a number without a unit is: a year, an age, a name's number, a count, or nothing."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from workbench.figures.context import BRANDS, HEADS, LOWER_HEADS, NO_FIGURE, YEAR_BEFORE
from workbench.figures.dates import MONTHS, WEEKDAYS
from workbench.figures.nouns import STOPS
from workbench.figures.terms import is_whole
from workbench.figures.wordlists import word_set
from workbench.model.figures import FigureKind

if TYPE_CHECKING:
    from workbench.figures.terms import Page, Term

_FIRST_YEAR, _LAST_YEAR = 1000, 2100
_OLDEST = 122
# Below this a number in brackets behind a name is likelier a place in a list.
_YOUNGEST = 10
_BEFORE = re.compile(r"([a-z0-9'&.]+)[ -]?[(\"']*$")
_NEXT = re.compile(r"[ -]\(?\"?([a-z][a-z']*)")
_AGED = re.compile(
    r"\b(?:aged?|age of|ages|turn(?:ed|s|ing)?|ages of)(?: (?:only|just|about|around|between|over|under|from|at least|nearly|almost))? $"
)
_NAME_COMMA = re.compile(r"(?:[A-Z][\w'’-]+|who is|is|was), $")
_NAME_BRACKET = re.compile(r"[A-Z][\w'’-]+ \($")
_LIST_MARK = re.compile(r"\(?[0-9]{1,2}[.)]\s")
_LIST_LINE = re.compile(r"\n\(?[0-9]{1,2}[.)]\s|\([0-9]\)")


def classify(page: Page, term: Term) -> bool:
    """Set the kind of a bare term; False where it is no figure."""
    before = page.folded[max(0, term.start - 32) : term.start]
    match = _BEFORE.search(before)
    word = match[1] if match else ""
    following = _NEXT.match(page.folded, term.end)
    after = following[1] if following else ""
    if not term.digits:
        return _classify_words(page, term, word, after)
    if _is_year(page, term, word, after):
        term.kind, term.low, term.high = FigureKind.DATE, str(term.low), str(term.high)
    elif _is_age(page, term, before):
        term.kind, term.unit = FigureKind.AGE, "year"
    elif _is_identifier(page, term, word, after):
        term.kind = FigureKind.IDENTIFIER
        term.low = term.high = None
    else:
        term.kind = FigureKind.COUNT
    return True


def _is_year(page: Page, term: Term, word: str, after: str) -> bool:
    low, high = term.low, term.high
    if (
        not isinstance(low, Decimal)
        or not isinstance(high, Decimal)
        or term.scale
        or not (is_whole(low) and is_whole(high))
    ):
        return False
    if (
        not (_FIRST_YEAR <= low <= _LAST_YEAR and _FIRST_YEAR <= high <= _LAST_YEAR)
        or "," in page.folded[term.start : term.end]
    ):
        return False
    if "." in page.folded[term.start : term.end] or " " in page.folded[term.start : term.start + 4]:
        return False
    if word in YEAR_BEFORE or word in MONTHS or word.endswith("'s"):
        return not (word in {"from", "by", "to", "than", "about", "around", "some", "over", "of"} and _counts(after))
    if low < 1500:  # noqa: PLR2004 - an older year needs a preposition
        return False
    return not _counts(after) and word not in HEADS


def _counts(word: str) -> bool:
    """Say whether `word` reads like something counted."""
    return word in {"people", "men", "women", "children", "troops", "police"} or (
        word not in STOPS and word.endswith("s") and not word.endswith(("'s", "ss", "us", "is")) and len(word) > 3  # noqa: PLR2004 - 'was'
    )


def _is_age(page: Page, term: Term, before: str) -> bool:
    if (
        not isinstance(term.low, Decimal)
        or not isinstance(term.high, Decimal)
        or term.high > _OLDEST
        or not is_whole(term.low)
        or term.scale
    ):
        return False
    if _AGED.search(before):
        return True
    following = page.folded[term.end]
    if following == "," or (following in ".;" and before.endswith(", ")):
        return (
            following == ","
            and _NAME_COMMA.search(page.text[max(0, term.start - 24) : term.start]) is not None
            and _ends_name(page, term)
        )
    return (
        following == ")"
        and _NAME_BRACKET.search(page.text[max(0, term.start - 24) : term.start]) is not None
        and term.low >= _YOUNGEST
    )


def _ends_name(page: Page, term: Term) -> bool:
    """Say whether the capitalised word before the comma is a person's rather than a month's or a weekday's."""
    word = page.folded[max(0, term.start - 24) : term.start - 2].rsplit(" ", 1)[-1]
    return word not in MONTHS and word not in WEEKDAYS and not page.folded[term.end + 2].isdigit()


def _is_identifier(page: Page, term: Term, word: str, after: str) -> bool:
    start = term.start
    if _is_list_mark(page, term):
        return True
    if not word or start < 2 or page.folded[start - 1] not in " -" or term.scale:  # noqa: PLR2004 - a word and a space
        return False
    if not isinstance(term.low, Decimal) or (term.low != term.high and word not in HEADS):
        return False
    begin = start - 1 - len(word)
    capital = page.text[begin : begin + 1].isupper()
    plain = word.rstrip(".")
    if plain in LOWER_HEADS or (capital and plain in HEADS):
        return not (_counts(after) and plain in {"no", "type", "class"})
    return capital and plain in BRANDS


def _is_list_mark(page: Page, term: Term) -> bool:
    """Say whether the number opens a line ('1. ', '2) ') or stands alone in brackets ('(3)')."""
    if term.end - term.start > 2 or page.folded[term.end] not in ".)":  # noqa: PLR2004 - lists are short
        return False
    mark = page.text[max(0, term.start - 2) : term.end + 2]
    return (_LIST_MARK.fullmatch(mark) is not None and term.start - 2 <= 0) or _LIST_LINE.search(mark) is not None


def _classify_words(page: Page, term: Term, word: str, after: str) -> bool:
    term.kind = FigureKind.COUNT
    text = page.folded[term.start : term.end]
    if text == "one":
        return _is_counting_one(page, term, word, after)
    rule = NO_FIGURE.get(text)
    if rule is not None and (word in rule[0] or after in rule[1]):
        return False
    if word in LOWER_HEADS and not _counts(after):
        term.kind, term.low, term.high = FigureKind.IDENTIFIER, None, None
    elif _AGED.search(page.folded[max(0, term.start - 32) : term.start]) and not after:
        term.kind, term.unit = FigureKind.AGE, "year"
    return True


_ONE_BEFORE = word_set(
    """no any every each this that which another some the only such loved last next first other a good bad big new
    old little former latter single everyone dear young right wrong better best same different evil"""
)


def _is_counting_one(page: Page, term: Term, word: str, after: str) -> bool:
    """Say whether 'one' counts ('one US official') rather than stands for something."""
    if term.compound:
        return True
    hyphen = page.folded[term.end] == "-"
    if hyphen:
        return after not in {
            "time",
            "off",
            "on",
            "sided",
            "size",
            "way",
            "upmanship",
            "liner",
            "to",
            "handed",
            "armed",
            "eyed",
            "and",
            "stop",
            "dimensional",
            "trick",
            "horse",
        }
    if after == "us" and page.text.startswith("US ", term.end + 1):
        return True
    if not after or after in STOPS or after in NO_FIGURE["one"][1]:
        return False
    return word not in _ONE_BEFORE
