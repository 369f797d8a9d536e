"""Dates, times and weekdays."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workbench.kinds.wording import shorten
from workbench.model.claims import Candidate
from workbench.model.figures import FigureKind
from workbench.text.vocabulary import SPEECH_VERBS

if TYPE_CHECKING:
    from workbench.kinds.reading import Reading
    from workbench.model.figures import Figure

_WEEKDAY = re.compile(
    r"(?<![\w’'-])(?:(?:last|next|this)[ \n])?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?\b"
    r"(?:[ \n](?:morning|afternoon|evening|night))?"
)

# A month by itself, where it can be nothing else: 'in March', 'since last May', 'mid-June'; not 'March said'.
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_MONTH = re.compile(
    rf"(?<![\w’'-])(?:(?i:in|since|until|till|during|by|from|through|before|after)[ \n](?:the[ \n](?:end|start|middle|beginning)[ \n]of[ \n])?"
    rf"(?P<first>(?:(?:early|late|mid|last|next|this)[ \n-])?(?:{_MONTHS}))|(?P<second>(?i:early|late|mid|last|next|this)[ \n-](?:{_MONTHS})))(?![\w’'-])"
)

# 'Katz said on Monday': the day is the article's, not Katz's.
_JUST_SAID = re.compile(rf"\b(?:{'|'.join(sorted(SPEECH_VERBS))})[ \n](?:on[ \n]|late[ \n]|early[ \n])*$")
_JUST = 24


def detect(reading: Reading) -> list[Candidate]:
    """Find the figures that are dates or times, and the weekdays and months outside them."""
    dated = [figure for figure in reading.figures if figure.kind in (FigureKind.DATE, FigureKind.TIME)]
    found = [_make(reading, figure.start, figure.end, figure) for figure in dated]
    taken = iter(sorted((figure.start, figure.end) for figure in dated))
    start, end = next(taken, (len(reading.text), len(reading.text)))
    for word_start, word_end in _find_words(reading.text):
        while end <= word_start and start < len(reading.text):
            start, end = next(taken, (len(reading.text), len(reading.text)))
        if word_end <= start:
            found.append(_make(reading, word_start, word_end, None))
    return found


def _find_words(text: str) -> list[tuple[int, int]]:
    """Find the weekdays and the months that stand for themselves, in order."""
    days = [match.span() for match in _WEEKDAY.finditer(text)]
    months = [match.span(match.lastgroup or 0) for match in _MONTH.finditer(text)]
    return sorted(days + months)


def _make(reading: Reading, start: int, end: int, figure: Figure | None) -> Candidate:
    just_said = _JUST_SAID.search(reading.text, max(0, start - _JUST), start)
    return Candidate(
        start=start,
        end=end,
        text=reading.text[start:end],
        kind="date",
        extent=reading.extent_of(start, end),
        speaker=reading.quoted_speaker(start, end) if just_said else reading.speaker_of(start, end),
        wording=shorten(reading.text[start:end]),
        figure=figure,
    )
