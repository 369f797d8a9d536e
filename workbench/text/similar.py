"""Rank titles by likeness. A ranking only: a person decides whether two are the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

# Below this, two titles share words by chance; tried on headlines of one news day.
LIKE = 85.0


def similar_titles(title: str, titles: Sequence[str], *, least: float = LIKE) -> list[tuple[int, float]]:
    """Rank `titles` by their likeness to `title`: (index, score of 0 to 100), best first, none below `least`."""
    from rapidfuzz import fuzz, process, utils

    if not title.strip():
        return []
    found = process.extract(
        title, titles, scorer=fuzz.token_sort_ratio, processor=utils.default_process, score_cutoff=least, limit=None
    )
    return [(index, score) for _, score, index in found]
