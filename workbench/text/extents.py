"""Find the stretch that a mark stands for: its sentence, or more of what is around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.model.spans import Block, Span
from workbench.text.sentences import find_sentences

if TYPE_CHECKING:
    from collections.abc import Sequence


def find_place(blocks: Sequence[Block], span: Span) -> Span:
    """Find the blocks that a stretch touches: reading a whole book for one mark would take seconds."""
    touched = [one for one in blocks if one.start < span.end and span.start < one.end]
    return Span(min([span.start, *(one.start for one in touched)]), max([span.end, *(one.end for one in touched)]))


def find_extent(text: str, blocks: Sequence[Block], span: Span) -> Span:
    """Find the sentences that a stretch lies in; they may be several, never less than the stretch itself."""
    return _hold(span, [one for one in _sentences(text, find_place(blocks, span)) if one.overlaps(span)])


def list_extents(text: str, blocks: Sequence[Block], span: Span) -> dict[str, Span]:
    """List what a mark may stand for: 'sentence', with the one 'before' or 'after', 'both' of them, 'paragraph'.

    What is the same as one named before it is left out.
    """
    place = find_place(blocks, span)
    sentences = _sentences(text, place)
    own = _hold(span, [one for one in sentences if one.overlaps(span)])
    before = [one for one in sentences if one.end <= own.start][-1:]
    after = [one for one in sentences if one.start >= own.end][:1]
    named = {
        "sentence": own,
        "before": _hold(own, before),
        "after": _hold(own, after),
        "both": _hold(own, before + after),
        "paragraph": _hold(own, sentences),
    }
    found: dict[str, Span] = {}
    for name, stretch in named.items():
        if stretch not in found.values():
            found[name] = stretch
    return found


def _sentences(text: str, place: Span) -> list[Span]:
    inner = [Block(0, len(place), "paragraph", 1)]
    found = find_sentences(place.of(text), inner)
    return [Span(place.start + one.start, place.start + one.end) for one in found]


def _hold(span: Span, others: Sequence[Span]) -> Span:
    """Return the hull of a stretch and others."""
    return Span(min([span.start, *(one.start for one in others)]), max([span.end, *(one.end for one in others)]))
