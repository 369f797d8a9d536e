"""Figures: counts, money, percentages, measurements and whatever else can be counted."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workbench.kinds.wording import shorten
from workbench.model.claims import Candidate
from workbench.model.figures import FigureKind

if TYPE_CHECKING:
    from workbench.kinds.reading import Reading
    from workbench.model.figures import Figure

# Dates and times are claims of their own kind; ordinals and identifiers state nothing that can be counted.
_OTHERS = frozenset((FigureKind.DATE, FigureKind.TIME, FigureKind.ORDINAL, FigureKind.IDENTIFIER))
_LONGEST_NOUN = 60
# What a hyphen ties to the number, and the noun behind it: '15-strong council'.
_COMPOUND = re.compile(r"(?:-[^\W\d_]{1,30}){1,3}(?: [^\W\d_]{1,30})?")


def detect(reading: Reading) -> list[Candidate]:
    """Find the figures that claim a quantity."""
    return [
        Candidate(
            start=figure.start,
            end=figure.end,
            text=figure.text,
            kind="figure",
            extent=reading.extent_of(figure.start, figure.end),
            speaker=_name_speaker(reading, figure),
            wording=_word(reading.text, figure),
            figure=figure,
        )
        for figure in reading.figures
        if figure.kind not in _OTHERS
    ]


def _name_speaker(reading: Reading, figure: Figure) -> str | None:
    """Name who says so; an age in commas ('Smith, 42, said') is the article's own, unless it is quoted."""
    apposed = (
        reading.text[figure.start - 2 : figure.start] == ", " and reading.text[figure.end : figure.end + 1] in ",.;"
    )
    if apposed and figure.kind in (FigureKind.AGE, FigureKind.COUNT):
        return reading.quoted_speaker(figure.start, figure.end)
    return reading.speaker_of(figure.start, figure.end)


def _word(text: str, figure: Figure) -> str:
    """Word a figure with its qualifier and its noun: 'around 700 Palestinian prisoners'."""
    start, end = figure.start, figure.end
    if figure.qualifier_start is not None and figure.qualifier_end is not None:
        start, end = min(start, figure.qualifier_start), max(end, figure.qualifier_end)
    if compound := _COMPOUND.match(text, figure.end):
        end = max(end, compound.end())
    if figure.noun:
        found = text.find(figure.noun, figure.end, figure.end + _LONGEST_NOUN + len(figure.noun))
        end = max(end, found + len(figure.noun)) if found >= 0 else end
    return shorten(text[start:end])
