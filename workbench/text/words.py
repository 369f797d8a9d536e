"""Say what a word is; progress, the library's counts and the reports all ask here."""

from __future__ import annotations

import re
from array import array
from dataclasses import dataclass
from functools import lru_cache

from workbench.model.spans import Span

# Apostrophes, hyphens, points and invisible joiners hold a word together; a comma does so between digits.
_WORD = re.compile(r"\w+(?:(?:['’.\-‐‑/&\u00ad\u200b-\u200d\u2060]|(?<=\d),(?=\d))\w+)*")


@dataclass(frozen=True, slots=True)
class WordBounds:
    """Where the words of a text start and end, as two arrays of equal length."""

    starts: array[int]
    ends: array[int]

    def __len__(self) -> int:
        return len(self.starts)


@lru_cache(maxsize=2)
def bound_words(text: str) -> WordBounds:
    """Find the bounds of every word; the last texts' are kept, since one text is counted after each deed.

    A loop in Python on purpose: inside one call in C another thread would wait half a second for its turn.
    """
    starts, ends = array("I"), array("I")
    for match in _WORD.finditer(text):
        starts.append(match.start())
        ends.append(match.end())
    return WordBounds(starts, ends)


def find_words(text: str) -> list[Span]:
    """Find every word, in order."""
    return [Span(*match.span()) for match in _WORD.finditer(text)]


def count_words(text: str) -> int:
    """Count the words."""
    return sum(1 for _ in _WORD.finditer(text))
