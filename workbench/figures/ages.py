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
# Below this nobody is said to be 'under' or simply to be a number.
_TODDLER = 3
# Below this a number in brackets behind a name is likelier a place in a list.
_YOUNGEST_IN_BRACKETS = 10
_WINDOW = 40
_AGED = re.compile(
    r"\b(?:(?P<bound>over|under|above|below) the age of|aged?|ages?(?: of| between| from| as| at| was| is)?|turn(?:ed|s|ing)?|(?:his|her|their) (?:[0-9]+(?:st|nd|rd|th))|age group|(?:boy|girl|man|woman|lad|youth|child) of)"
    r"(?: (?:only|just|about|around|between|over|under|from|at least|up to|nearly|almost))?,? (?:[0-9]{1,3}(?:, | and | or | to )){0,4}$",
)
_BOUNDED = re.compile(
    r"\b(?:are|is|was|were|be|those|anyone|everyone|people|children|kids|adults|women|men|girls|boys|players|voters|workers|youngsters|citizens|"
    r"patients|all|drivers|students|minors|residents|americans|britons|riders|or|them|someone|anybody|everybody|teenagers|youths)(?: aged)? (?:under|over|below|above) $",
)
# 'Jones, then 45,' and 'Lee, just 16.', 'his passengers, both 17,'
_NOW = re.compile(r", (?:then|now|just|only|still|nearly|almost|about|around|both|all) $")
# Who somebody is, by the ending of the word: 'Jamie Lee Curtis, actor, 67;'.
_PERSON = re.compile(
    r"\b(?!number|paper|order|quarter|water|power|over|under|other|after|later|earlier|ever|never|however|further|former|together|another|rather|"
    r"member|winner|minister|summer|winter|border|river|matter|offer|manner|dinner|weather|whether|letter|centre|car|year|for|or|floor|door|tour|hour|"
    r"four|error|terror|major|minor|list|least|most|past|cost|west|east|northwest|test|best|rest|man\b|woman\b)[a-z]{2,}(?:er|or|ist|ian|man|woman|"
    r"athlete|chef|model|judge|coach|pilot|nurse|student|poet|critic|priest|king|queen|host|star)(?:, $)"
)
_NAME = re.compile(r"(?:[A-Z][\w'’-]+|\b[a-z]{2,}), $")
_SURNAME = re.compile(r"[A-Z][\w'’-]+, $")
_BRACKET = re.compile(r"[A-Z][\w'’-]+ \($")
_NO_PERSON = word_set(
    """today yesterday tomorrow however meanwhile then also instead said says to from of at about around and or only
    just than between"""
)
_AGE_ENDS = word_set(
    """aged age ages aged, age, of between from turn turned turns turning group only just about around over under least up
    to nearly almost and or 18th 21st 30th 40th 50th 60th"""
)
_BEING = word_set(
    "be nearly almost at as oldest youngest eldest those is was were am i'm he's she's only just now still turns"
)
_PERSON_IS = re.compile(
    r"(?:\b(?:mr|mrs|ms|miss|dr|sir|dame|lord|lady)\.? [a-z'-]+ (?:is|was) $)|"
    r"\b(?:i'm|he's|she's|(?:he|she|i|who|daughter|son|mother|father|brother|sister|wife|husband|boy|girl|man|woman|"
    r"buyer|driver|victim|suspect|patient|player|teacher|actor|actress|singer|pilot|officer|soldier|student|pensioner|teenager|(?:his|her|my|their) age|groom|bride|defendant|"
    r"gunman|attacker|widow|widower|candidate|survivor|passenger|member|mum|dad|baby) (?:is|was|am)|(?:he|she|i|who)(?:'ll be| will be| would be| would have been))(?: (?:only|just|now|still|nearly|almost))? $"
)
_AT = re.compile(
    r"\b(?:died|dies|dead|retired?|married|school|orphaned|widowed|debut|began|started|home|bride|mother|father)(?: [a-z]+){0,2} at $"
)
_GROWN_AT = re.compile(
    r"\b(?:moved|left|joined|became|signed|emigrated|enlisted|diagnosed|graduated|divorced|fled|pregnant|arrived|debuted|widower|captain|champion)(?: [a-z']+){0,3} at $",
    re.IGNORECASE,
)
# 'He won a scholarship at 11.'
_WON_AT = re.compile(
    r"\b(?:he|she|who|and) (?:first )?(?:won|joined|wrote|published|inherited|entered|took up|qualified|left|lost|became|got|learned|learnt|founded) (?:[a-z'-]+ ){1,4}at $"
)
# 'The median age is 15.1.'
_MEAN = re.compile(r"\b(?:median|average|mean) age (?:is|was|of|at|rose to|reached)(?: now| just| about| around)? $")
# 'the age of criminal responsibility from 15 to 13'
_LEGAL = re.compile(r"\bage (?:of|for) [a-z ]{3,30} (?:from|to|is|was|at)(?: [0-9]{1,2} to)? $")
_FAR = 90
_GROWN = 13
_BOUNDS = {"over": Qualifier.OVER, "above": Qualifier.OVER, "under": Qualifier.UNDER, "below": Qualifier.UNDER}
_CUES = _AGE_ENDS | _BEING | frozenset(_BOUNDS)


_OLDER = re.compile(r" (?:and|or) (?:(older|younger)|over|under|above|up|below)\b(?! the\b)")
_PEOPLE = word_set(
    "those anyone everyone people adults children kids women men girls boys voters residents students players pupils patients"
)


def _is_bounded(page: Page, term: Term, last: str) -> bool:
    """Say whether the words behind bound an age: 'those 18 and over', 'adults 65 or older'."""
    older = _OLDER.match(page.folded, term.end)
    return older is not None and (older[1] is not None or last in _PEOPLE) and _is_span_of_life(term)


def is_age(page: Page, term: Term, before: str, after: str) -> bool:
    """Say whether the bare number is an age; sets the qualifier that 'over the age of' carries."""
    last = before[:-1].rsplit(" ", 1)[-1].lstrip('("')
    if page.folded.startswith((" or ", " and "), term.end) and _is_bounded(page, term, last):
        return True
    if page.folded[term.end] not in "),.;" and last not in _CUES and last[-1:] != ",":
        return False
    if not _is_span_of_life(term):
        return term.digits and not term.scale and _MEAN.search(before) is not None
    if _is_told(page, term, before, last, after) or _is_named(page, term):
        return True
    return _is_said(term, before, last, alone=not after or after in STOPS or page.folded.startswith(" (", term.end))


# 'At 21, he is the youngest.'
_SOMEBODY = (", the youngest", ", the oldest", " the youngest", ", he ", ", she ", ", his ", ", her ", ", i ")
# 'She was 10 when she won.'
_WHEN = (
    " when he",
    " when she",
    " when they",
    " when i ",
    " when his",
    " when her",
    " when their",
    " when we ",
    " when you ",
)
# 'The pair, 46 and 51, live in Swindon', but 'of the men, 46 died'.
_PAIR = re.compile(
    r"\b(?:pair|couple|men|women|boys|girls|brothers|sisters|twins|teenagers|suspects|victims|children|sons|daughters|defendants|youths|parents|killers|friends|cousins|passengers|"
    r"nephews|nieces|siblings|officers|pensioners|students|soldiers|workers|americans|britons), (?:both |all |aged )?(?:[0-9]{1,3}(?:, | and )){0,3}$"
)
_PAIR_BEHIND = re.compile(r"(?:,? and [0-9]{1,3})?[,;.)]")


def _is_told(page: Page, term: Term, before: str, last: str, after: str) -> bool:
    """Say whether the sentence around the number makes it an age: 'At 21, he', 'was 10 when she', 'the pair, 46 and 51,'."""
    folded, end = page.folded, term.end
    if last in _TOLD:
        return _is_told_by(page, term, before, last, after)
    if last not in {"and", "both", "all"} and last[-1:] != ",":
        return False
    return _PAIR.search(before) is not None and _PAIR_BEHIND.match(folded, end) is not None


_TOLD = word_set("at as those oldest youngest eldest by was is were")


def _is_told_by(page: Page, term: Term, before: str, last: str, after: str) -> bool:
    """Say whether the word in front and what stands behind make an age of it."""
    folded, end = page.folded, term.end
    if last == "at":
        told = folded.startswith(_SOMEBODY, end)
    elif last == "as":
        told = before.endswith(("as young as ", "as old as ", " age as "))
    elif last == "those":
        # 'for those 20 to 24'
        told = term.low != term.high and folded[end] in " ,.;)" and (not after or after in STOPS)
    elif last == "by":
        # 'By the age of five it is one in six; by 11, one in four.'
        told = folded[end] == "," and folded.rfind("the age of ", max(0, term.start - _FAR), term.start) >= 0
    elif last in {"oldest", "youngest", "eldest"}:
        told = before[: -len(last) - 1].endswith(("the ", "her ", "his ")) and folded[end] in ",.;)\x00"
    else:
        told = folded.startswith(_WHEN, end)
    return told


def _is_span_of_life(term: Term) -> bool:
    low, high = term.low, term.high
    if not isinstance(low, Decimal) or not isinstance(high, Decimal) or term.scale:
        return False
    # 'two and a half', but no '12.5'.
    return low >= 0 and high <= _OLDEST and (is_whole(low) or (not term.digits and is_whole(low * 2)))


def _is_said(term: Term, before: str, last: str, *, alone: bool) -> bool:
    """Say whether the words in front tell an age; `alone` says that nothing is counted behind."""
    if last in _AGE_ENDS and (aged := _AGED.search(before)):
        if bound := aged["bound"]:
            term.qualifier = _BOUNDS[bound]
            term.qualifier_start = term.start - (len(before) - aged.start())
            term.qualifier_end = term.qualifier_start + len(bound)
        return alone or before.rstrip().endswith(("aged", "of", "age", "aged between", "aged from"))
    if not alone or not isinstance(term.low, Decimal) or term.low < _TODDLER:
        return False
    if last in {"from", "to", "is", "was", "at"} and _LEGAL.search(before):
        return True
    if last == "at" and _WON_AT.search(before):
        return True
    if last == "at":
        return _AT.search(before) is not None or (term.low >= _GROWN and _GROWN_AT.search(before) is not None)
    pattern = _PERSON_IS if last in _BEING else _BOUNDED if last in _BOUNDS else None
    return pattern is not None and pattern.search(before) is not None


# One age of several: 'shifts, six, sometimes seven days a week'.
_OF_SEVERAL = re.compile(r"(?<![A-Za-z'’])[a-z]{2,}(?<!s)s, $")


def _is_named(page: Page, term: Term) -> bool:
    """Say whether the number stands behind a person: 'Smith, 45,' or 'Smith (45)'."""
    folded = page.folded
    following = folded[term.end]
    if term.low != term.high or following not in "),.;" or not isinstance(term.low, Decimal):
        return False
    written = page.text[max(0, term.start - _WINDOW) : term.start]
    before = _NOW.sub(", ", written)
    if following == ")":
        return term.low >= _YOUNGEST_IN_BRACKETS and _BRACKET.search(before) is not None
    if not before.endswith(", ") or (before == written and _OF_SEVERAL.search(before)):
        return False
    if following == ",":
        return folded[term.end + 1] == " " and not _is_number(folded, term.end + 2) and _is_person(before, _NAME)
    if folded[term.end + 1] not in " \x00" or term.low < _YOUNGEST_IN_BRACKETS:
        return False
    return _is_person(before, _SURNAME) or _PERSON.search(before) is not None


def _is_person(before: str, pattern: re.Pattern[str]) -> bool:
    """Say whether the text in front of the comma can end with somebody."""
    name = before[:-2].rsplit(" ", 1)[-1]
    word = name.casefold()
    # 'Kelly, 38,' is somebody, 'nearly, 38,' nobody.
    known = (
        word in MONTHS
        or word in WEEKDAYS
        or word in _NO_PERSON
        or word in ONES
        or word in TENS
        or (name.endswith("ly") and name.islower())
    )
    return not known and pattern.search(before) is not None


def _is_number(folded: str, at: int) -> bool:
    """Say whether a list of numbers goes on at `at`."""
    if folded.startswith("and ", at):
        at += 4
    word = folded[at : at + 12].split(" ", 1)[0].strip(",.")
    return folded[at].isdigit() or folded[at] in "$£€" or word in ONES or word in TENS
