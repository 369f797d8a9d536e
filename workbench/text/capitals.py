"""Read runs of capitalised words: what may be a name, and what merely begins a sentence."""

from __future__ import annotations

import re
from itertools import takewhile

from workbench.text.vocabulary import (
    COURTESIES,
    HONORIFICS,
    NOT_NAMES,
    PARTICLES,
    PARTIES,
    POSTNOMINALS,
    STARTERS,
    TITLE_NOUNS,
)

_UPPER = "".join(chr(code) for code in (*range(0x41, 0x530), *range(0x1E00, 0x1F00)) if chr(code).isupper())
# One capitalised word: initials, an abbreviation, or a word whose possessive 's is left out.
TOKEN = rf"(?:(?:[{_UPPER}]\.)+|(?:Jr|Sr|St|Inc|Corp|Ltd|Co|Bros)\.|[{_UPPER}](?:[\w‑-]|[’'](?!s\b)(?=\w))*+)"
PARTICLE = rf"(?:{'|'.join(sorted(PARTICLES))})"
RUN = re.compile(rf"(?<![\w’'-]){TOKEN}(?:[ \n]+(?:{PARTICLE}[ \n]+){{0,3}}{TOKEN})*+")
_ACRONYM = re.compile(r"[^\W\d_a-z]{3,}s?")
NAME_WORDS = 4


def drop_starters(start: int, run: str) -> tuple[int, list[str]]:
    """Take off the words that merely begin a sentence; return where the rest starts, and its words."""
    words = run.split()
    first = 0
    while first < len(words) and begins_sentences(words[first]):
        start += len(words[first]) + 1
        first += 1
    return start, words[first:]


def drop_addresses(start: int, words: list[str]) -> tuple[int, list[str]]:
    """Take off 'Mr', 'Dr' and other titles in front; return where the rest starts, and its words."""
    count = len(list(takewhile(_is_address, words)))
    return start + sum(len(word) + 1 for word in words[:count]), words[count:]


def drop_postnominals(words: list[str]) -> list[str]:
    """Take off the letters behind a name ('MP', 'KC')."""
    count = len(words)
    while count > 1 and words[count - 1] in POSTNOMINALS:
        count -= 1
    return words[:count]


def is_name(words: list[str]) -> bool:
    """Say whether the words can be a person's name."""
    if any(word.lower() in TITLE_NOUNS for word in words[:-1]):
        return False
    return bool(words) and not any(
        word in NOT_NAMES or word.lower() in STARTERS or _ACRONYM.fullmatch(word) for word in words
    )


def begins_sentences(word: str) -> bool:
    """Say whether a word merely begins a sentence ('Then'; but not 'WHO')."""
    return word.lower() in STARTERS and (len(word) == 1 or not word.isupper())


def _is_address(word: str) -> bool:
    low = word.rstrip(".").lower()
    return low in COURTESIES or low in HONORIFICS or low in TITLE_NOUNS or low in PARTIES
