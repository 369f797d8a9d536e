"""Count how far a review has come: which words lie in what is settled."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import chain
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
) -> Progress:
    """Count the claims in scope by state, and the words accounted for.

    A word is accounted for when it lies in the extent of at least one claim in scope or waived passage, and all such
    claims are decided or waived.
    """
    words = bound_words(text)
    counted = _in_scope(claims, scope)
    states = [claim.state for claim in counted]
    return Progress(
        open=states.count(ClaimState.OPEN),
        decided=states.count(ClaimState.DECIDED),
        waived=states.count(ClaimState.WAIVED),
        words=len(words),
        accounted=_account(words, counted, passages).count(1),
    )


def find_unaccounted(
    text: str,
    claims: Iterable[Claim],
    passages: Iterable[Passage],
    scope: Collection[str],
    *,
    blocks: Sequence[Block] = (),
) -> list[Span]:
    """Find the stretches of words not accounted for, in order; a stretch ends at a block, or else at a blank line.

    The marks that stand at a stretch's first and last word belong to it: a quotation in it lies in it whole.
    """
    words = bound_words(text)
    accounted = _account(words, _in_scope(claims, scope), passages)
    ends = [block.end for block in blocks] if blocks else _find_blank_lines(text)
    cuts = sorted({bisect_left(words.starts, end) for end in ends} | {len(words)})
    stretches: list[Span] = []
    first = accounted.find(0)
    while first >= 0:
        held = accounted.find(1, first)
        last = min(held if held >= 0 else len(words), cuts[bisect_right(cuts, first)])
        stretches.append(_with_marks(text, words.starts[first], words.ends[last - 1]))
        first = accounted.find(0, last)
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


def _account(words: WordBounds, claims: list[Claim], passages: Iterable[Passage]) -> bytearray:
    """Say for each word whether it is accounted for: 1 or 0."""
    accounted = bytearray(len(words))
    waived = (Span(passage.start, passage.end) for passage in passages if not passage.removed)
    for first, last in _cover(words, chain((claim.extent for claim in claims), waived)):
        accounted[first:last] = b"\1" * (last - first)
    for first, last in _cover(words, (claim.extent for claim in claims if claim.state not in _SETTLED)):
        accounted[first:last] = bytes(last - first)
    return accounted


def _cover(words: WordBounds, spans: Iterable[Span]) -> Iterator[tuple[int, int]]:
    """Yield the words that lie in a span whole, as ranges (first, behind the last) that do not overlap."""
    ranges = sorted((bisect_left(words.starts, one.start), bisect_right(words.ends, one.end)) for one in spans)
    reached = 0
    for first, last in ranges:
        if last > max(first, reached):
            yield max(first, reached), last
            reached = last


def _find_blank_lines(text: str) -> Iterator[int]:
    position = text.find("\n\n")
    while position >= 0:
        yield position
        position = text.find("\n\n", position + 2)
