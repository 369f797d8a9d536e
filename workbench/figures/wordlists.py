"""Write sets of words as prose, so that a list of a hundred takes five lines."""

from __future__ import annotations


def word_set(text: str) -> frozenset[str]:
    """Return the words of `text`, which are divided by white space."""
    return frozenset(text.split())
