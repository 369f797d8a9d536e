"""Tell millions from metres behind a number: '5m of them' and 'users rose to 12m', but 'a 3m fence' and 'cleared 6.3m'."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from workbench.figures import currencies, units
from workbench.figures.nouns import STOPS, is_plural
from workbench.figures.terms import TRACKS, is_whole
from workbench.figures.vocabulary import ATHLETICS, PEOPLE
from workbench.figures.wordlists import word_set

if TYPE_CHECKING:
    from workbench.figures.terms import Page, Term

_LENGTH_BEFORE = re.compile(
    r"deep|depth|height|high(?!est|er|ly|street| street)|tall|wide|length|long|jump|leap|threw|throw|distance|metre|cleared|radius|altitude|wave|sprint|swam|swim|ran |race|"
    r"hurdle|below|above|measur|within|yards|feet|pool|river|tide|reservoir|sea level|flood|width|title|gold|world record|personal best|buried|dug |dived|drill|[0-9]m by |[0-9]m x |metres",
)
_LENGTH_AFTER = word_set(
    "tall high long wide deep away above below from off apart thick across behind ahead radius underground beneath underwater"
)
# What is counted in millions, in front of a number that names nothing itself.
_CROWDS = re.compile(
    r"\b(?:audiences?|viewers|users|subscribers|customers|populations?|members|membership|visitors|passengers|sales|sold|copies|streams?|streamed|voters|"
    r"votes|electorate|downloads|downloaded|followers|people|homes|jobs|households|total of|number|circulation|readers|viewing figures|watched|"
    r"figures?|million|[0-9]{1,3}\.[0-9]+m|[0-9]+bn)\b[^.:!?]*$"
)
_BY_NUMBER = re.compile(r" (?:by|x) [0-9][0-9.]{0,5} ?m")
# Symbols of what comes in millions: '270m km'.
_MEASURED = frozenset({"km", "kg", "kwh", "mwh", "gwh", "ha", "sq"})
# Verbs that people do, not lengths.
_DEEDS = word_set(
    "have are were who will do did had would live lived voted signed watched tuned use used visited remain lack need face want affected displaced unemployed uninsured stranded"
)
_OF_PEOPLE = re.compile(
    r" (?:(?:of (?:them|the|its|their|our|those|these|whom)|in work|on benefits)\b|[a-z-]+ ([a-z]+))"
)
_WINDOW = 70


def is_length(page: Page, term: Term, end: int, following: str) -> bool:
    """Say whether the 'm' glued to the number and ending at `end` means metres; `following` is the word behind it."""
    folded, start = page.folded, term.start
    if page.text[end - 1] == "M":
        return False
    if following in _LENGTH_AFTER or following in ATHLETICS or _BY_NUMBER.match(folded, end):
        return True
    named = bool(following) and following not in STOPS
    if (
        following in PEOPLE
        or following in units.WORDS
        or following in _MEASURED
        or following in currencies.NAMES
        or (following in currencies.PHRASE_STARTS and _is_money(folded, end))
        or following in _DEEDS
        or (named and is_plural(following))
    ):
        return False
    if term.low in TRACKS or _LENGTH_BEFORE.search(folded, max(0, start - 40), start):
        return True
    crowd = (
        _is_crowd(folded, end) if named or following == "of" else _CROWDS.search(folded, max(0, start - _WINDOW), start)
    )
    return not crowd and isinstance(term.low, Decimal) and is_whole(term.low)


_TWO_WORDS = re.compile(r" ([a-z]+ [a-z]+)")


def _is_money(folded: str, end: int) -> bool:
    """Say whether a currency of two words stands behind: '11m Swedish kronor'."""
    behind = _TWO_WORDS.match(folded, end)
    return behind is not None and behind[1] in currencies.PHRASES


def _is_crowd(folded: str, end: int) -> bool:
    """Say whether people or things stand one word farther behind: '5m of them', '30m British users'."""
    behind = _OF_PEOPLE.match(folded, end)
    return behind is not None and (behind[1] is None or behind[1] in PEOPLE or is_plural(behind[1]))
