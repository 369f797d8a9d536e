"""Count how far a review has come, by one sweep over the words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from workbench.model.claims import ClaimState
from workbench.model.progress import Progress
from workbench.model.spans import Span
from workbench.text.words import bound_words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from workbench.model.claims import Claim, Passage
    from workbench.model.spans import Block
    from workbench.text.words import WordBounds

_SETTLED = (ClaimState.DECIDED, ClaimState.WAIVED)


def count_progress(
    text: str,
    claims: Iterable[Claim],
    passages: Iterable[Passage],
    scope: Collection[str],
    *,
    words: WordBounds | None = None,
) -> Progress:
    """Count the claims in scope by state, and the words accounted for.

    A word is accounted for when it lies in the extent of at least one claim in scope or waived passage, and all such
    claims are decided or waived. `words` spares finding the words again.
    """
    words = words or bound_words(text)
    counted = _in_scope(claims, scope)
    states = [claim.state for claim in counted]
    accounted = sum(_account(words, counted, passages))
    return Progress(
        open=states.count(ClaimState.OPEN),
        decided=states.count(ClaimState.DECIDED),
        waived=states.count(ClaimState.WAIVED),
        words=len(words),
        accounted=accounted,
    )


def find_unaccounted(
    text: str,
    claims: Iterable[Claim],
    passages: Iterable[Passage],
    scope: Collection[str],
    *,
    blocks: Sequence[Block] = (),
    words: WordBounds | None = None,
) -> list[Span]:
    """Find the stretches of words not accounted for, in order; a stretch ends at a block, or else at a blank line.

    The marks that stand at a stretch's first and last word belong to it: a quotation in it lies in it whole.
    """
    words = words or bound_words(text)
    accounted = _account(words, _in_scope(claims, scope), passages)
    ends = iter(sorted(block.end for block in blocks) if blocks else _find_blank_lines(text))
    limit = next(ends, len(text))
    stretches: list[Span] = []
    first = -1
    for index in range(len(words) + 1):
        inside = index < len(words) and not accounted[index]
        crossed = False
        while index < len(words) and words.starts[index] >= limit:
            crossed = True
            limit = next(ends, len(text))
        if first >= 0 and (crossed or not inside):
            stretches.append(_with_marks(text, words.starts[first], words.ends[index - 1]))
            first = -1
        if inside and first < 0:
            first = index
    return stretches


def _with_marks(text: str, start: int, end: int) -> Span:
    """Widen a stretch by the marks before and behind it that no space parts from it."""
    while start > 0 and not (text[start - 1].isalnum() or text[start - 1].isspace()):
        start -= 1
    while end < len(text) and not (text[end].isalnum() or text[end].isspace()):
        end += 1
    return Span(start, end)


def _in_scope(claims: Iterable[Claim], scope: Collection[str]) -> list[Claim]:
    kinds = frozenset(scope)
    return [claim for claim in claims if claim.kind in kinds and claim.state is not ClaimState.RETIRED]


def _account(words: WordBounds, claims: list[Claim], passages: Iterable[Passage]) -> list[bool]:
    """Say for each word whether it is accounted for."""
    covered = _cover(
        words,
        [claim.extent for claim in claims]
        + [Span(passage.start, passage.end) for passage in passages if not passage.removed],
    )
    waiting = _cover(words, [claim.extent for claim in claims if claim.state not in _SETTLED])
    return [inside > 0 and not held for inside, held in zip(covered, waiting, strict=True)]


def _cover(words: WordBounds, spans: list[Span]) -> list[int]:
    """Count for each word the spans that hold it whole."""
    changes = [0] * (len(words) + 1)
    for span in spans:
        first = bisect_left(words.starts, span.start)
        last = bisect_right(words.ends, span.end)
        if first < last:
            changes[first] += 1
            changes[last] -= 1
    return list(accumulate(changes[:-1])) if len(words) else []


def _find_blank_lines(text: str) -> Iterator[int]:
    position = text.find("\n\n")
    while position >= 0:
        yield position
        position = text.find("\n\n", position + 2)
