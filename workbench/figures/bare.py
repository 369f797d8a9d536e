"""Decide what a number without a unit is: a year, an age, a name's number, a count, or nothing."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from workbench.figures.ages import is_age
from workbench.figures.context import (
    BRANDS,
    HEADS,
    IDIOMS,
    LOWER_HEADS,
    ONE_AFTER,
    POINTED_HEADS,
    SOFT_HEADS,
    YEAR_AFTER,
    YEAR_BEFORE,
    YEARLY,
)
from workbench.figures.dates import MONTHS
from workbench.figures.names import is_address, is_name_in_words
from workbench.figures.nouns import STOPS, is_plural
from workbench.figures.ones import is_counting_one, is_shared_out
from workbench.figures.phones import is_short_number
from workbench.figures.terms import ends_word, is_alone, is_whole, word_after
from workbench.figures.wordlists import word_set
from workbench.model.figures import FigureKind

if TYPE_CHECKING:
    from workbench.figures.terms import Page, Term

_FIRST_YEAR, _MODERN, _LAST_YEAR = 1000, 1500, 2100
_WINDOW = 44
# What people count to: '1500 to 1900 people'.
_ROUND = 50
_NEXT = re.compile(r"[ -]\(?\"?([a-z][a-z']*)")
# Words that make four digits a year only where nothing is counted behind them ('of 2019', but 'of 1500 people').
_WEAK = word_set("from by to than about around of for and on between during its his her their our that this through")
_ZIP = re.compile(r"[A-Z]{2} [0-9]{5}")
_LIST_START = re.compile(r"\(?[0-9]{1,2}[.)]\s")
_LIST_MARK = re.compile(r"(?:\n|(?<=[.;:!?] ))\(?[0-9]{1,2}[.)]\s|\([0-9]\)")


def classify(page: Page, term: Term) -> bool:
    """Set the kind of a bare term; False where it is no figure."""
    before = page.folded[max(0, term.start - _WINDOW) : term.start]
    word = _last_word(before)
    following = _NEXT.match(page.folded, term.end)
    after = following[1] if following else ""
    if term.digits and (
        is_address(page, term.start, term.end)
        or ((not _is_counted(after) or after == "calls") and is_short_number(page, term.start, term.end, word))
    ):
        term.kind, term.low, term.high = FigureKind.IDENTIFIER, None, None
    elif term.digits and _is_year(page, term, word, after):
        term.kind, term.low, term.high = FigureKind.DATE, str(term.low), str(term.high)
    elif not term.vague and is_age(page, term, before, after):
        term.kind, term.unit = FigureKind.AGE, "year"
    elif term.digits and _is_identifier(page, term, word, after):
        term.kind, term.low, term.high = FigureKind.IDENTIFIER, None, None
    elif not term.digits and word in _COINS and (not after or after in STOPS) and _is_change(page, term, word):
        pass
    elif not term.digits and word in _IN_YEAR and _is_spoken_year(page, term, after):
        term.kind, term.low, term.high = FigureKind.DATE, str(term.low), str(term.high)
    else:
        term.kind = FigureKind.COUNT
        return term.digits or _counts_in_words(page, term, word, after)
    return True


_COINS = {"dollar": "USD", "pound": "GBP", "euro": "EUR"}
_CENTS = 100


def _is_change(page: Page, term: Term, word: str) -> bool:
    """Say whether the number words are the cents of 'a dollar fifty', and take the dollar in."""
    start = term.start - len(word) - len("a  ")
    if (
        not isinstance(term.low, Decimal)
        or not 0 < term.low < _CENTS
        or not ends_word(page.folded, f"a {word} ", term.start)
    ):
        return False
    term.kind, term.unit, term.start = FigureKind.MONEY, _COINS[word], start
    term.low = term.high = term.lead = 1 + term.low / _CENTS
    return True


_IN_YEAR = word_set("in since until by early late summer winter spring autumn")
_SPOKEN_YEARS = frozenset(map(Decimal, (*range(1900, 2000), *range(2001, 2051))))


def _is_spoken_year(page: Page, term: Term, after: str) -> bool:
    """Say whether number words tell a year: 'in two thousand and eight', 'since nineteen hundred'."""
    return (
        term.low == term.high
        and term.low in _SPOKEN_YEARS
        and (not after or after in STOPS)
        and page.folded.startswith(("two thousand ", "nineteen hundred"), term.start)
    )


def _last_word(before: str) -> str:
    """Return the word in front of a number, past an opening quote or bracket."""
    words = before.rstrip(" -(\"'").rsplit(" ", 1)
    word = words[-1]
    return (
        word.lstrip("(\"'—-").rsplit("-", 1)[-1].rsplit("/", 1)[-1] if word[-1:].isalnum() or word[-1:] in "&." else ""
    )


def _is_year(page: Page, term: Term, word: str, after: str) -> bool:
    low, high = term.low, term.high
    if not isinstance(low, Decimal) or not isinstance(high, Decimal) or term.scale:
        return False
    if not (_FIRST_YEAR <= low <= high <= _LAST_YEAR) or not _is_four_digits(page, term):
        return False
    # From one number that is not round, without a thousands mark, to another is from year to year: 'between 2010 and 2019 rents doubled'.
    spans = low < high and (low % _ROUND or high % _ROUND)
    counted = _is_counted(after) and after not in YEAR_AFTER and not spans
    if word in YEARLY and low >= _MODERN and page.text[term.start - 1 - len(word)].isupper():
        return True
    if word == "by" and low >= _MODERN and page.text.startswith("By ", term.start - 3):
        # 'By 2050 summers could be drier.'
        return True
    if word in YEAR_BEFORE or word in MONTHS or word.endswith("'s"):
        return not (counted and word in _WEAK)
    return low >= _MODERN and not counted and word not in HEADS


def _is_four_digits(page: Page, term: Term) -> bool:
    written = page.folded[term.start : term.end]
    return "," not in written and "." not in written and written[:4].isdigit() and not written[4:5].isdigit()


def _is_counted(word: str) -> bool:
    """Say whether `word` reads like something counted."""
    return bool(word) and word not in STOPS and is_plural(word)


def _is_identifier(page: Page, term: Term, word: str, after: str) -> bool:
    if _is_list_mark(page, term):
        return True
    if page.folded[term.start - 1] not in " -" or term.scale:
        return False
    if not isinstance(term.low, Decimal) or not (is_whole(term.low) or word in POINTED_HEADS):
        return False
    return _is_listed(page, term, word) or (bool(word) and _is_named(page, term, word, after))


def _is_listed(page: Page, term: Term, word: str) -> bool:
    """Say whether the number belongs to a label in the plural: 'Junctions 10 and 12'."""
    if word not in _LINKS and word[-1] != "s":
        return False
    label = _LABELS.search(page.text, max(0, term.start - _WINDOW), term.start)
    alone = label is not None and label.end(1) + 1 == term.start and term.low == term.high
    more = _MORE.match(page.folded, term.end)
    if label is None or more is None or (alone and not more[1]) or _is_counted(more[2] or ""):
        # 'Bills 26, Steelers 7' is a result, 'seats two, three or four people' counts.
        return False
    plural, heads = label[1].lower(), HEADS if label[1][0].isupper() else LOWER_HEADS
    return plural in LOWER_HEADS or plural[:-1] in heads


def _is_named(page: Page, term: Term, word: str, after: str) -> bool:
    """Say whether the word in front makes the number a name: 'Boeing 737', 'Article 5', 'CA 90210'."""
    start = term.start
    plain = word.rstrip(".")
    capital = page.text[start - 1 - len(word)].isupper()
    if plain in LOWER_HEADS or (capital and plain in HEADS):
        counts = _is_counted(after) and (plain == "no" or (plain == "class" and not capital))
        if plain == "no" and capital and page.folded[start : term.end] in {"10", "11"}:
            return True
        return not (counts or _NUMBERING.search(page.folded, max(0, start - 20), start))
    if plain in SOFT_HEADS:
        return not after or after in STOPS
    return (
        (plain in BRANDS and (capital or plain[0] == "i"))
        or (plain == "of" and page.text.endswith("Group of ", 0, start))
        or page.folded.endswith(("gas mark ", "/gas ", ", gas ", "(gas "), 0, start)
        or (plain == "the" and _LINE.match(page.folded, term.end) is not None)
        or _ZIP.fullmatch(page.text[max(0, start - 3) : term.end]) is not None
    )


# 'the 7 train', but 'the 12 bus drivers'
_LINE = re.compile(
    r" (?:train|bus|tram|freeway|subway line)\b(?! (?:drivers|stations|stops|routes|crews|operators|companies|workers|lines|firms)\b)"
)
_LINKS = frozenset({"", "and", "or", "to"})
# A label in the plural and the numbers between it and this one.
_NUMBER = r"(?:[0-9]{1,4}[A-Za-z]?|one|two|three|four|five|six|seven|eight|nine|ten)"
_LABELS = re.compile(rf"\b([A-Za-z][a-z]{{1,11}}s) (?:{_NUMBER}(?:,? and |,? or | to |, )){{0,6}}$")
_MORE = re.compile(rf"((?:(?:,? and |,? or | to |, |-){_NUMBER}){{0,6}})(?: ([a-z]+))?")
# 'They number 40,000', where the word is a verb.
_NUMBERING = re.compile(r"(?:\b(?:they|who|which|that|now|could|may|might|would|will|to|dead)|[^'s]s) number $")


def _is_list_mark(page: Page, term: Term) -> bool:
    """Say whether the number opens a line ('1. ', '2) ') or stands alone in brackets ('(3)')."""
    if term.end - term.start > 2 or page.folded[term.end] not in ".)":  # noqa: PLR2004 - lists are short
        return False
    mark = page.text[max(0, term.start - 2) : term.end + 2]
    return (_LIST_START.fullmatch(mark) is not None and term.start <= 1) or _LIST_MARK.search(mark) is not None


def _counts_in_words(page: Page, term: Term, word: str, after: str) -> bool:
    text = page.folded[term.start : term.end]
    if page.text[term.start].isupper() and _is_headed(page, term, word):
        term.kind, term.low, term.high = FigureKind.IDENTIFIER, None, None
        return True
    if is_name_in_words(page, term.start, term.end):
        return False
    idiom = IDIOMS.get(text)
    if idiom is not None and (word in idiom[0] or after in idiom[1]):
        return False
    if _is_labelled(page, term, word, after):
        term.kind, term.low, term.high = FigureKind.IDENTIFIER, None, None
        return True
    return (
        text != "one"
        or term.low != 1
        or is_counting_one(page, term, word, after)
        or is_alone(page, term.start, term.end)
        or is_shared_out(page, term)
    )


def _is_labelled(page: Page, term: Term, word: str, after: str) -> bool:
    """Say whether a common noun in front makes the number word a label: 'stage two', 'pages one and two', 'series three'."""
    capital = page.text[term.start - 1 - len(word)].isupper()
    # 'Year six pupils' are in one year, 'stage two people' are two.
    if page.folded[term.start - 1] not in " -" or (_is_counted(after) and not (capital and word == "year")):
        return False
    if word in (HEADS if capital else LOWER_HEADS):
        # 'no one', 'number one', 'the question one must ask'
        named = _THE_LABEL.search(page.folded, max(0, term.start - 30), term.start)
        return term.low != 1 or not (word in {"no", "number"} or (named and after in ONE_AFTER))
    soft = word in SOFT_HEADS or (word == "day" and page.folded.endswith(_ON_DAY, 0, term.start))
    return (soft and (not after or after in STOPS)) or _is_listed(page, term, word)


# 'at stumps on day two', but 'so many a day'.
_ON_DAY = (" on day ", " of day ", " by day ", " closed day ", " after day ", " from day ", " until day ", " into day ")
_THE_LABEL = re.compile(r"\b(?:the|an?|this|that|any|every|each|no) [a-z]+ $")


def _is_headed(page: Page, term: Term, word: str) -> bool:
    """Say whether a capital noun in front makes the capital number word a label: 'Article Five', 'Court One'."""
    if page.text[term.end + 1 : term.end + 2].isupper() and _is_counted(word_after(page, term.end)):
        # A headline: 'Police Fire Two Shots'.
        return False
    return word in HEADS and page.folded[term.start - 1] == " " and page.text[term.start - 1 - len(word)].isupper()
