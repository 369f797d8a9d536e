"""Settle what words such as 'first', 'second' and 'fifth' are: a place in an order, a part of a whole, or part of a phrase."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workbench.figures.lexicon import PARTS
from workbench.figures.names import is_name_in_words
from workbench.figures.nouns import STOPS, is_plural
from workbench.figures.parts import FRACTION_AFTER, is_answer, is_next, settle_article
from workbench.figures.terms import is_alone, word_after, word_before
from workbench.figures.wordlists import word_set

if TYPE_CHECKING:
    from workbench.figures.terms import Page, Term

_ORDINAL_NOT = word_set(
    """aid lady ladies minister ministers hand name names nations responder responders thoughts thought nature reich
    foremost amendment fiddle guess guessing guessed rate footing of cousin degree class gentleman instance glance look sight love"""
)
_NOT_HYPHENED = word_set(
    "time preference past hand rate class guess guessing guessed degree string party person come aid wave gen tier"
)
_BUT_NOT = word_set("of class degree")
_SECOND_BEFORE = word_set("per split every each")


def settle_ordinal(page: Page, term: Term) -> Term | None:
    """Return the place in an order that the word tells, the part of a whole that it is after all, or None where it is neither."""
    word = page.folded[term.start : term.end]
    if is_name_in_words(page, term.start, term.end):
        return None
    before, after = word_before(page, term.start), word_after(page, term.end)
    if (
        word in PARTS
        and before in {"a", "an"}
        and not (not after and is_next(page, term, PARTS[word]))
        and (not after or after in FRACTION_AFTER or is_answer(page, term, after))
    ):
        return settle_article(page, term, PARTS[word], after)
    if word == "second" and (before in _SECOND_BEFORE or (before == "a" and not _is_place(page, term, after))):
        return None
    if word == "eleventh" and after == "hour":
        return None
    if word == "sixth" and after in {"form", "former", "formers", "sense"}:
        return None
    return None if word in _EARLY and _is_idiom(page, term, before, after) else term


_EARLY = word_set("first second third fourth")
_IDIOM_AFTER = (" of all", " and foremost", " to none", " or last", " party ", " time lucky")


def _is_idiom(page: Page, term: Term, before: str, after: str) -> bool:
    """Say whether 'first', 'second' or 'third' is part of a phrase ('first aid', 'at first', 'the first 20 games')."""
    folded = page.folded
    if (number := _NUMBER_AFTER.match(folded, term.end)) and not _is_single(page, number.end()):
        return True
    if folded.startswith(_IDIOM_AFTER, term.end) or (after == "world" and _WORLD.match(folded, term.end)):
        return True
    if after in (_NOT_HYPHENED if folded[term.end] == "-" else _ORDINAL_NOT - _BUT_NOT):
        return True
    return (
        folded.startswith("first", term.start)
        and _is_adverb(folded, term, before, after)
        and not is_alone(page, term.start, term.end)
    )


def _is_adverb(folded: str, term: Term, before: str, after: str) -> bool:
    """Say whether 'first' tells the order of doing ('wash it first') rather than a place ('she came first')."""
    if after == "place" and folded.endswith("in the ", 0, term.start):
        return True
    if not before and after in _OPENING:
        # 'First came the thunder'
        return True
    if before in _OPENED or (folded[term.end] in ".,;:!?)\x00" and before not in _PLACED):
        return True
    if folded[term.end] != " ":
        return False
    # 'when we first met', 'it was first published in 1911'
    return before == "at" or before in _DOERS or (before in _PASSIVE and (after in _DONE or after.endswith("ed")))


_DOERS = word_set("i he she we they you")
_PASSIVE = word_set("was were is are been be being had has have")
_DONE = word_set(
    "seen shown held built made found written sung spoken heard taken known told met begun brought thought put sold worn grown given won"
)
_OPENING = word_set("came comes there he she it they we you i")
# What sides do first or second in cricket.
_OPENED = word_set("bat batted batting bowl bowled bowling field fielded fielding")
_PLACED = word_set(
    """the a an his her its their our my this that another came come coming comes finish finished finishing placed ranked rank ranks was were is are be
    been being who in only and second third joint equal st day august may june july january february march april september october november december
    of to listed scored"""
)


_WORLD = re.compile(r" world(?! cup| champ| title| record| series| final)")
# 'the first 20 games', 'the first £500 of it', but 'the first 100-day plan', 'the first $5tn company'.
_NUMBER_AFTER = re.compile(
    r" (?:[$£€]?[0-9][0-9.,]*+(?!-[a-z])(?:[a-z]{1,2}\b|[ -](?:m|b|tr)illion\b|%)?+|"
    r"(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|fifty|hundred(?! (?:in|at|for|of his|against|since|to)\b|[.,;)])|dozen)\b(?!-))"
)


def _is_single(page: Page, at: int) -> bool:
    """Say whether one thing stands behind the number: 'the first 999 call'."""
    after = word_after(page, at)
    return bool(after) and after not in STOPS and not is_plural(after) and not after.endswith(("ed", "ing"))


_RATE = re.compile(r"(?:metres|meters|miles|feet|kilometres|times|frames|m|km|bits) a $")


def _is_place(page: Page, term: Term, after: str) -> bool:
    """Say whether 'a second' is one more of its kind rather than a moment."""
    if not after or ((after in FRACTION_AFTER or after in STOPS) and page.folded[term.end] == " "):
        return False
    return _RATE.search(page.folded[max(0, term.start - 14) : term.start]) is None
