"""Find the sentences of a source that a claim could rest on, the likeliest first. A person chooses."""

from __future__ import annotations

import re
from collections import Counter
from decimal import Decimal
from math import log
from typing import TYPE_CHECKING, NamedTuple

from workbench.evidence.counterparts import agrees, find_counterparts, say_counterpart

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.model.figures import Counterpart, Figure
    from workbench.model.spans import Block, Span

# bm25 as it ranks the sentences of one page best: hit at the first place .86, against .69 with the usual 1.2 and .75.
_K1, _B = 0.5, 0.3
# What a figure that agrees, and one that is a likely slip away, is worth beside the words that are shared.
_AGREES, _SLIPPED = 4.0, 1.5
# What a source says of another thing differs by any size: beyond this, found ÷ claimed, only a slip is worth a word.
_NEAR = Decimal(2)
_WORD = re.compile(r"[^\W_]+")
# So frequent that to share them says nothing, in any text.
_EMPTY = frozenset(
    [
        "a",
        "an",
        "and",
        "are",
        "as",
        "at",
        "be",
        "been",
        "but",
        "by",
        "for",
        "from",
        "had",
        "has",
        "have",
        "he",
        "her",
        "his",
        "in",
        "is",
        "it",
        "its",
        "of",
        "on",
        "or",
        "she",
        "that",
        "the",
        "their",
        "them",
        "there",
        "they",
        "this",
        "to",
        "was",
        "we",
        "were",
        "which",
        "who",
        "will",
        "with",
        "would",
        "said",
        "says",
    ]
)
# Only the sentences that share most words are looked through for figures.
_LOOKED_AT = 40


class Excerpt(NamedTuple):
    """A sentence of a source, and in a line each what its figures say about the claim's."""

    span: Span
    compared: tuple[str, ...] = ()


def find_excerpts(
    words: str, figure: Figure | None, text: str, blocks: Sequence[Block] = (), *, limit: int = 5
) -> list[Excerpt]:
    """Rank the sentences of `text` by the words that they share with `words` and by what they say of `figure`.

    A sentence that shares nothing is none. Takes linear time.
    """
    from workbench.text.sentences import find_sentences

    wanted = set(_terms(words))
    sentences = find_sentences(text, blocks)
    scores = _score(wanted, [Counter(_terms(span.of(text))) for span in sentences])
    likely = sorted((place for place, score in enumerate(scores) if score), key=lambda place: -scores[place])
    ranked = []
    for place in likely[:_LOOKED_AT]:
        span = sentences[place]
        found = find_counterparts(figure, span.of(text)) if figure else ()
        told = [one for one in found if _is_telling(one)]
        ranked.append(
            (scores[place] + max(map(_weigh, told), default=0.0), Excerpt(span, tuple(map(say_counterpart, told))))
        )
    ranked.sort(key=lambda pair: -pair[0])
    return [excerpt for _, excerpt in ranked[:limit]]


def _weigh(counterpart: Counterpart) -> float:
    return _AGREES if agrees(counterpart) else _SLIPPED if counterpart.comparison.slips else 0.0


def _is_telling(counterpart: Counterpart) -> bool:
    """Say whether a figure in a sentence that nobody chose is worth a word: it agrees, is a slip away, or near."""
    ratio = counterpart.comparison.ratio
    if agrees(counterpart) or counterpart.comparison.slips:
        return True
    return ratio is not None and ratio > 0 and 1 / _NEAR <= ratio <= _NEAR


def _score(wanted: set[str], bags: Sequence[Counter[str]]) -> list[float]:
    """Return the bm25 score of each bag of words for the words that are wanted."""
    sizes = [sum(bag.values()) for bag in bags]
    mean = sum(sizes) / len(sizes) if sizes else 1.0
    held = Counter(word for bag in bags for word in bag if word in wanted)
    rare = {word: log(1 + (len(bags) - count + 0.5) / (count + 0.5)) for word, count in held.items()}
    return [
        sum(
            rare[word] * count * (_K1 + 1) / (count + _K1 * (1 - _B + _B * size / mean))
            for word, count in bag.items()
            if word in rare
        )
        for bag, size in zip(bags, sizes, strict=True)
    ]


def _terms(text: str) -> list[str]:
    """Return the words that say something, without the ending of a plural, and with a thousands mark no end of a word."""
    words = _WORD.findall(re.sub(r"(?<=\d)[,.](?=\d)", "", text.casefold()))
    return [word[:-1] if len(word) > 3 and word.endswith("s") else word for word in words if word not in _EMPTY]  # noqa: PLR2004 - 'gas' is no plural
