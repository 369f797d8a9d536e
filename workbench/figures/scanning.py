"""Find every place in a text where a figure may begin: one fast pass over digits, one over number words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workbench.figures.lexicon import VOCABULARY

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

VULGAR = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒"


def build_trie(words: Iterable[str]) -> str:
    """Return a pattern that matches any of `words`, the longest first, with one branch a letter."""
    root: dict[str, dict] = {}  # type: ignore[type-arg]  # a trie is a dict of itself
    for word in sorted(words):
        node = root
        for char in word:
            node = node.setdefault(char, {})
        node[""] = {}

    def write(node: dict) -> str:  # type: ignore[type-arg]  # as above
        branches = [re.escape(char) + write(below) for char, below in node.items() if char]
        if not branches:
            return ""
        body = branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"
        return f"(?:{body})?" if "" in node else body

    return write(root)


_WORD = build_trie(VOCABULARY)
# What may stand between two words of one number: 'twenty-five', 'two hundred and five', 'a million and a half',
# 'half a dozen', 'hundreds of thousands', 'nought point five'.
_LINK = r"(?:[ -](?:oh[ -]){0,3}|, |,? and (?:a )?| an? | of (?:an? )?| point (?:oh ){0,5}|-and-(?:a-)?|-a-)"
_PHRASE = rf"{_WORD}\b(?:{_LINK}{_WORD}\b)*+"
# A phrase stands behind a character that is no letter; matching that character makes the search jump from one to the next.
_WORDS = re.compile(rf"[^a-z0-9]{_PHRASE}")
_FIRST = re.compile(_PHRASE)
# Possessive, so that a megabyte of digits keeps no trail to go back on.
_DIGITS = re.compile(rf"[0-9{VULGAR}][0-9]*+(?:[.,][0-9]++)*+")

Atom = tuple[int, int]


def scan(folded: str) -> list[Atom]:
    """Return start and end of each run of digits and each phrase of number words, which begins with a letter, in text order."""
    atoms = [match.span() for match in _DIGITS.finditer(folded)]
    atoms.extend(_scan_words(folded))
    atoms.sort()
    return atoms


def _scan_words(folded: str) -> Iterator[Atom]:
    behind = 0
    if first := _FIRST.match(folded):
        behind = first.end()
        yield (0, behind)
    for match in _WORDS.finditer(folded, behind):
        start, end = match.span()
        if not folded[start].isalpha():
            yield (start + 1, end)
