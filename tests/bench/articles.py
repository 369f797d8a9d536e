"""Articles of any length for measuring, the same ones each time."""

from __future__ import annotations

import random

OPENING = "Tensions were exposed on Monday"
_WORDS = [
    "the",
    "council",
    "vote",
    "resolution",
    "ceasefire",
    "members",
    "said",
    "of",
    "and",
    "to",
    "in",
    "a",
    "for",
    "that",
    "on",
    "was",
    "by",
    "with",
    "from",
    "as",
    "at",
    "it",
    "had",
    "were",
    "government",
    "ambassador",
    "hostages",
    "officials",
    "week",
    "decision",
    "release",
    "statement",
    "city",
    "region",
    "people",
    "aid",
    "“urgent”",
    "talks",
]


def write_article(words: int, claims: int) -> tuple[str, list[tuple[int, int]]]:
    """Return an article of so many words, and the place of as many figures spread over it."""
    chance = random.Random(2728)
    every = max(1, words // max(1, claims))
    pieces, spans, at, left = [OPENING, " "], [], len(OPENING) + 1, 40
    for number in range(words - 5):
        word = chance.choice(_WORDS)
        if number % every == every // 2 and len(spans) < claims:
            word = f"{chance.randrange(10, 99_999):,}"
            spans.append((at, at + len(word)))
        left -= 1
        mark = ".\n\n" if left < 0 else ". " if chance.random() < 0.05 else " "
        left = chance.randrange(30, 90) if left < 0 else left
        pieces += [word, mark]
        at += len(word) + len(mark)
    return "".join(pieces).rstrip(), spans
