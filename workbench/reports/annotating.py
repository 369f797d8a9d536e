"""Lay claims over the article: one sweep over sorted marks, block by block, crossing marks cut so that they nest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from workbench.model.spans import Block, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from workbench.model.claims import Claim

# Marks deeper than this are not drawn (their numbers are): it keeps hostile input linear, and nobody could read it.
MAX_DEPTH = 8


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one claim's mark. `first` carries the claim's anchor, `last` its number."""

    start: int
    end: int
    claim: Claim
    first: bool
    last: bool


@dataclass(frozen=True, slots=True)
class Token:
    """A step through an annotated block: plain text, or where a claim's mark opens or closes.

    On 'open' `edge` says that the mark begins here (and is not carried on), on 'close' that it ends here for good.
    """

    step: Literal["text", "open", "close"]
    text: str = ""
    claim: Claim | None = None
    edge: bool = False


@dataclass(frozen=True, slots=True)
class AnnotatedBlock:
    """A block of the article with its marks."""

    block: Block
    tokens: tuple[Token, ...]


def annotate(text: str, blocks: Sequence[Block], claims: Iterable[Claim]) -> tuple[AnnotatedBlock, ...]:
    """Return every block with the claims' marks nested in it. Linear in text and marks."""
    pieces = cut_pieces(claims)
    result, carried, at = [], [], 0
    for block in cover(text, blocks):
        inside = [piece for piece in carried if piece.end > block.start]
        while at < len(pieces) and pieces[at].start < block.end:
            if pieces[at].end > block.start:
                inside.append(pieces[at])
            at += 1
        carried = [piece for piece in inside if piece.end > block.end]
        result.append(AnnotatedBlock(block, tuple(_nest(text, block, inside))))
    return tuple(result)


def cut_pieces(claims: Iterable[Claim]) -> list[Piece]:
    """Return the marks' pieces by start, the longer before the shorter; an interrupted quotation has several."""
    pieces = []
    for claim in claims:
        spans = claim.parts or (claim.span,)
        last = len(spans) - 1
        pieces += [Piece(span.start, span.end, claim, i == 0, i == last) for i, span in enumerate(spans)]
    return sorted(pieces, key=lambda piece: (piece.start, -piece.end, piece.claim.number))


def cover(text: str, blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield the blocks, and a paragraph for each line of text that no block holds."""
    at = 0
    for block in sorted(blocks, key=lambda block: (block.start, block.end)):
        if block.start < at or block.end <= block.start:
            continue
        yield from _lines(text, at, block.start)
        yield block
        at = block.end
    yield from _lines(text, at, len(text))


def _lines(text: str, start: int, end: int) -> Iterator[Block]:
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        if text[start:stop].strip():
            yield Block(start, stop, "paragraph", 0)
        start = stop + 1


def _nest(text: str, block: Block, pieces: list[Piece]) -> Iterator[Token]:
    """Walk through one block; where two marks cross, the inner one is closed and opened again."""
    # Ends come before starts at the same place, so that neighbours do not nest.
    starts = [(max(piece.start, block.start), 1, i) for i, piece in enumerate(pieces)]
    ends = [(min(piece.end, block.end), 0, i) for i, piece in enumerate(pieces)]
    open_now: list[Piece] = []
    at = block.start
    for place, is_start, index in sorted(starts + ends):
        if place > at:
            yield Token("text", text[at:place])
            at = place
        piece = pieces[index]
        if is_start:
            yield from _open(piece, block, open_now)
        else:
            yield from _close(piece, block, open_now)
    if at < block.end:
        yield Token("text", text[at : block.end])


def _open(piece: Piece, block: Block, open_now: list[Piece]) -> Iterator[Token]:
    if len(open_now) >= MAX_DEPTH:
        return
    open_now.append(piece)
    yield Token("open", claim=piece.claim, edge=piece.first and piece.start >= block.start)


def _close(piece: Piece, block: Block, open_now: list[Piece]) -> Iterator[Token]:
    ends = piece.last and piece.end <= block.end
    if piece not in open_now:
        if ends:
            yield Token("open", claim=piece.claim, edge=True)
            yield Token("close", claim=piece.claim, edge=True)
        return
    above = open_now[open_now.index(piece) + 1 :]
    yield from (Token("close", claim=other.claim) for other in reversed(above))
    yield Token("close", claim=piece.claim, edge=ends)
    open_now.remove(piece)
    yield from (Token("open", claim=other.claim) for other in above)


def split_runs(text: str, block: Block, claims: Sequence[Claim]) -> Iterator[Span]:
    """Cut a block wherever a mark of `claims` begins or ends."""
    edges = {block.start, block.end}
    for claim in claims:
        for span in claim.parts or (claim.span,):
            edges |= {min(max(span.start, block.start), block.end), min(max(span.end, block.start), block.end)}
    ordered = sorted(edges)
    return (Span(start, end) for start, end in zip(ordered, ordered[1:], strict=False))
