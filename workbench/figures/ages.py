"""Recognise bare numbers that are somebody's age: 'aged 34', 'Smith, 45, said', '(62)', 'under 18', 'the age of 75'."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from workbench.figures.dates import MONTHS, WEEKDAYS
from workbench.figures.lexicon import ONES, TENS
from workbench.figures.nouns import STOPS
from workbench.figures.terms import is_whole
from workbench.figures.wordlists import word_set
from workbench.model.figures import Qualifier

if TYPE_CHECKING:
    from workbench.figures.terms import Page, Term

_OLDEST = 122
# Below this a number in brackets behind a name is likelier a place in a list.
_YOUNGEST_IN_BRACKETS = 10
_WINDOW = 40
_AGED = re.compile(
    r"\b(?:(?P<bound>over|under|above|below) the age of|aged?|ages?(?: of| between| from)?|turn(?:ed|s|ing)?|(?:his|her|their) (?:[0-9]+(?:st|nd|rd|th))|age group)"
    r"(?: (?:only|just|about|around|between|over|under|from|at least|up to|nearly|almost))?,? $",
)
_BOUNDED = re.compile(
    r"\b(?:are|is|was|were|be|those|anyone|everyone|people|children|kids|adults|women|men|girls|boys|players|voters|workers|youngsters|citizens|"
    r"patients|all|drivers|students|minors|residents|americans|britons|riders|or)(?: aged)? (?:under|over|below|above) $",
)
_NAME = re.compile(r"(?:[A-Z][\w'’-]+|\b[a-z]{2,}), $")
_BRACKET = re.compile(r"[A-Z][\w'’-]+ \($")
_TITLES = word_set(
    """today yesterday tomorrow however meanwhile then also instead said says to from of at about around and or only
    just than between"""
)
_BOUNDS = {"over": Qualifier.OVER, "above": Qualifier.OVER, "under": Qualifier.UNDER, "below": Qualifier.UNDER}


def is_age(page: Page, term: Term, before: str, after: str) -> bool:
    """Say whether the bare number is an age; sets the qualifier that 'over the age of' carries."""
    low, high = term.low, term.high
    if (
        not isinstance(low, Decimal)
        or not isinstance(high, Decimal)
        or high > _OLDEST
        or low < 0
        or term.scale
        or not is_whole(low)
    ):
        return False
    if _is_named(page, term):
        return True
    if aged := _AGED.search(before):
        if bound := aged["bound"]:
            term.qualifier = _BOUNDS[bound]
            term.qualifier_start = term.start - (len(before) - aged.start())
            term.qualifier_end = term.qualifier_start + len(bound)
        return not after or after in STOPS or before.rstrip().endswith(("aged", "of", "age"))
    return (not after or after in STOPS) and low > 2 and _BOUNDED.search(before) is not None  # noqa: PLR2004 - nobody is 'under 2'


def _is_named(page: Page, term: Term) -> bool:
    """Say whether the number stands behind a person: 'Smith, 45,' or 'Smith (45)'."""
    folded = page.folded
    following = folded[term.end]
    before = page.text[max(0, term.start - _WINDOW) : term.start]
    if following == ")":
        return (
            term.low != term.high
            or (
                _BRACKET.search(before) is not None
                and not (isinstance(term.low, Decimal) and term.low < _YOUNGEST_IN_BRACKETS)
            )
            if term.low == term.high
            else False
        )
    if following not in ",." or term.low != term.high or not before.endswith(", "):
        return False
    if following == "." or folded[term.end + 1] != " " or _is_number(folded, term.end + 2):
        return False
    word = before[:-2].rsplit(" ", 1)[-1].casefold()
    return (
        _NAME.search(before) is not None
        and word not in MONTHS
        and word not in WEEKDAYS
        and word not in _TITLES
        and not word.endswith("ly")
    )


def _is_number(folded: str, at: int) -> bool:
    """Say whether a list of numbers goes on at `at`."""
    if folded.startswith("and ", at):
        at += 4
    word = folded[at : at + 12].split(" ", 1)[0].strip(",.")
    return folded[at].isdigit() or folded[at] in "$£€" or word in ONES or word in TENS
