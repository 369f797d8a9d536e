"""Rank labels by what someone types, slips of typing allowed."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

# Below this a likeness is chance: half of a short word's letters occur anywhere.
LEAST_LIKENESS = 72


def rank(query: str, folded: Sequence[str], limit: int = 50) -> list[int]:
    """Return the places of the labels that fit, best first: those with every word, then those that are alike.

    `folded` are the labels by `str.casefold`: they are folded once, and asked for with every key.
    """
    words = query.casefold().split()
    if not words:
        return list(range(min(limit, len(folded))))
    exact = [place for place, label in enumerate(folded) if all(word in label for word in words)]
    exact.sort(key=lambda place: (_first_place(folded[place], words[0]), place))
    if len(exact) >= limit:
        return exact[:limit]
    from rapidfuzz import fuzz, process

    found = process.extract(
        " ".join(words), folded, scorer=fuzz.partial_ratio, limit=limit, score_cutoff=LEAST_LIKENESS
    )
    known = set(exact)
    return [*exact, *(place for _, _, place in found if place not in known)][:limit]


def _first_place(label: str, word: str) -> int:
    place = label.find(word)
    # A match at the beginning of a word is worth more than one inside.
    return place if place == 0 or not label[place - 1].isalnum() else place + 1000
