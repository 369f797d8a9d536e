"""Rank labels by what someone types, slips of typing allowed."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

# Below this a likeness is chance: half of a short word's letters occur anywhere.
LEAST_LIKENESS = 72


def rank(query: str, folded: Sequence[str], limit: int = 50) -> list[int]:
    """Return the places of the labels that fit, best first: those with every word, then those that are alike as a whole.

    Where there is none of either, those in which something is like each of the words.

    `folded` are the labels by `str.casefold`: they are folded once, and asked for with every key.
    """
    words = query.casefold().split()
    if not words:
        return list(range(min(limit, len(folded))))
    exact = [place for place, label in enumerate(folded) if all(word in label for word in words)]
    exact.sort(key=lambda place: (_first_place(folded[place], words[0]), place))
    if len(exact) >= limit:
        return exact[:limit]
    known = set(exact)
    alike = [place for place in _alike(" ".join(words), folded, limit) if place not in known]
    return [*exact, *alike][:limit] or _alike_in_words(words, folded)[:limit]


def _alike(query: str, folded: Sequence[str], limit: int | None = None) -> dict[int, float]:
    """Return how alike the labels are that are alike at all, by their places, best first."""
    from rapidfuzz import fuzz, process

    found = process.extract(query, folded, scorer=fuzz.partial_ratio, limit=limit, score_cutoff=LEAST_LIKENESS)
    return {place: likeness for _, likeness, place in found}


def _alike_in_words(words: Sequence[str], folded: Sequence[str]) -> list[int]:
    """Return the labels that have something like every word, wherever it stands in them."""
    likenesses = [_alike(word, folded) for word in words]
    places = set.intersection(*map(set, likenesses))
    return sorted(places, key=lambda place: (-sum(one[place] for one in likenesses), place))


def _first_place(label: str, word: str) -> int:
    place = label.find(word)
    # A match at the beginning of a word is worth more than one inside.
    return place if place == 0 or not label[place - 1].isalnum() else place + 1000
