"""Find what a sentence dates its figures to: 'as of 3 March, 700 were held'."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.model.figures import CALENDAR, FigureKind

if TYPE_CHECKING:
    from workbench.figures.terms import Page
    from workbench.model.figures import Figure

# It begins with a space, since a literal beginning lets the search jump.
_AS_OF = re.compile(r" as (?:of|at) (?:the end of |late |early |mid-)?")
_FIRST = re.compile(_AS_OF.pattern[1:])
_DAY = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|today\b|yesterday\b|last (?:week|month|year)\b")
_SENTENCE_END = re.compile(r"[.!?][\"')\]]* |  ")
_LONGEST_SENTENCE = 600


def date_figures(page: Page, figures: list[Figure]) -> list[Figure]:
    """Return the figures with `as_of` set where their sentence says as of when they hold."""
    found = [match for match in (_FIRST.match(page.folded), *_AS_OF.finditer(page.folded)) if match]
    if not found:
        return figures
    dated = list(figures)
    at = 0
    for match in found:
        start, end = _bounds(page.folded, match.start() + 1)
        while at < len(dated) and dated[at].start < start:
            at += 1
        inside = range(at, at + sum(1 for figure in dated[at : at + _MOST] if figure.end <= end))
        when = next(
            (place for place in inside if dated[place].start == match.end() and dated[place].kind in CALENDAR),
            None,
        )
        day = _DAY.match(page.folded, match.end())
        value = dated[when].low if when is not None else page.text[day.start() : day.end()] if day else None
        if value is None:
            continue
        for place in inside:
            if place != when and dated[place].kind is not FigureKind.IDENTIFIER:
                dated[place] = replace(dated[place], as_of=str(value))
    return dated


# No sentence has more figures than this; it keeps a hostile text linear.
_MOST = 60


def _bounds(folded: str, at: int) -> tuple[int, int]:
    """Return where the sentence around `at` begins and ends."""
    begin = max(0, at - _LONGEST_SENTENCE)
    for match in _SENTENCE_END.finditer(folded, begin, at):
        begin = match.end()
    following = _SENTENCE_END.search(folded, at, at + _LONGEST_SENTENCE)
    return begin, following.start() if following else min(len(folded), at + _LONGEST_SENTENCE)
