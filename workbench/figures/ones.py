"""Tell where 'one' counts ('one US official', 'the Greens one') from where it stands for somebody or something."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workbench.figures.context import ONE_AFTER, ONE_BEFORE, ONE_HYPHENED
from workbench.figures.nouns import STOPS
from workbench.figures.wordlists import word_set

if TYPE_CHECKING:
    from workbench.figures.terms import Page, Term

_WINDOW = 44
# 'The SNP took nine seats, the Greens one.'
_WON = re.compile(r"(?:\bthe (?:[A-Z][\w'’]+ ){1,3}|\b[A-Z][a-z]+s |\b[A-Z]{2,5} )$")
_SCORED = re.compile(
    r"\b(?:won|lost|drawn|drew|held|gained|kept|missed|saved|admitted|denied|(?:cleared|guilty|acquitted|convicted) of) $"
)
# '17 people were hurt and one, a pensioner, died'
_APART = re.compile(r", an? ")
_OTHERS_WON = re.compile(r"[0-9]|\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve)\b")
_CLAUSE_ENDS = re.compile(r"[.,;)]|\x00| and\b")


def is_shared_out(page: Page, term: Term) -> bool:
    """Say whether 'one' is what one side of several got."""
    start = term.start
    return (
        page.text[term.start] == "o"
        and _CLAUSE_ENDS.match(page.folded, term.end) is not None
        and (
            (
                page.folded.endswith((" and ", " but ", " while "), 0, start)
                and _APART.match(page.folded, term.end) is not None
            )
            or _WON.search(page.text, max(0, start - _WINDOW), start) is not None
            or _SCORED.search(page.folded, max(0, start - _WINDOW), start) is not None
        )
        and _OTHERS_WON.search(page.folded, max(0, start - _WINDOW - _WINDOW), term.end + _WINDOW) is not None
    )


# 'told MPs that one hotel had cost more', 'a crash in which one person died'
_SAYING = re.compile(r"[a-z] that $|\b(?:in|of|for|by|from|at|with|after|during|on|,) which $")
_PREFERRED = word_set("best better first costs cost works looks goes came went got most out up down")


def _is_said(page: Page, term: Term, word: str, after: str) -> bool:
    """Say whether 'that' or 'which' opens a clause."""
    return (
        word in {"that", "which"}
        and after not in _PREFERRED
        and _SAYING.search(page.folded, max(0, term.start - 14), term.start) is not None
    )


# 'I have one or two ideas'
_OR_TWO = re.compile(r"(?: or (?:two|three)|, two)\b(?!-)")
# But 'one more time', 'one more than'.
_ONE_MORE = re.compile(
    r" more (?!(?:time|thing|step|reason|push|chance|go|day|night|sign|example|way|or|and|to|in|for|of|piece|twist|question|round)\b)[a-z]+\b"
)
_DOING = re.compile(r" of (?!being|doing|having|bring)[a-z]{3,}ing\b")

# 'ninety-nine plus one', 'more than one'.
_SUM = re.compile(r"\b(?:plus|minus|equals|times|(?:more|less|fewer) than) $")


def is_counting_one(page: Page, term: Term, word: str, after: str) -> bool:
    """Say whether 'one' counts ('one US official') rather than stands for something."""
    if page.folded[term.end] == "-":
        return after not in ONE_HYPHENED
    if (
        (word == "but" and page.folded.endswith("all but ", 0, term.start))
        or _DOING.match(page.folded, term.end)
        or _OR_TWO.match(page.folded, term.end)
        or (word not in ONE_BEFORE and _ONE_MORE.match(page.folded, term.end))
    ):
        # 'two counts of theft and one of handling stolen goods', 'one more body'
        return True
    if word == "at" and after in {"point", "stage", "time"}:
        return False
    if after == "us" and page.text.startswith("US ", term.end + 1):
        return True
    if _SUM.search(page.folded, max(0, term.start - 12), term.start):
        return not after or after not in ONE_AFTER
    return (
        bool(after)
        and after not in STOPS
        and after not in ONE_AFTER
        and (word not in ONE_BEFORE or _is_said(page, term, word, after))
    )
