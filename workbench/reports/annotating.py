"""Lay claims over the article: one sweep over sorted marks, block by block, crossing marks cut so that they nest."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from workbench.model.spans import Block

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from workbench.model.claims import Claim

# Marks deeper than this are not drawn (their numbers are): it keeps hostile input linear, and nobody could read it.
MAX_DEPTH = 8


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one claim's mark; the `last` carries its number."""

    start: int
    end: int
    claim: Claim
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

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Return the claims whose marks begin here."""
        return tuple(token.claim for token in self.tokens if token.claim and token.edge and token.step == "open")


def annotate(text: str, blocks: Sequence[Block], claims: Iterable[Claim]) -> tuple[AnnotatedBlock, ...]:
    """Return every block with the claims' marks nested in it. Linear in text and marks."""
    pieces, covering = cut_pieces(claims), list(cover(text, blocks))
    carried: list[Piece] = []
    result: list[AnnotatedBlock] = []
    begun: set[int] = set()
    at = 0
    for number, block in enumerate(covering):
        inside = [piece for piece in carried if piece.end > block.start]
        while at < len(pieces) and pieces[at].start < block.end:
            if pieces[at].end > block.start:
                inside.append(pieces[at])
            at += 1
        carried = [piece for piece in inside if piece.end > block.end]
        following = covering[number + 1].start if number + 1 < len(covering) else len(text)
        result.append(AnnotatedBlock(block, tuple(_Nesting(block, begun, following).walk(text, inside))))
    return tuple(result)


def cut_pieces(claims: Iterable[Claim]) -> list[Piece]:
    """Return the marks' pieces by start, the longer before the shorter; an interrupted quotation has several."""
    pieces = []
    for claim in claims:
        spans = claim.parts or (claim.span,)
        last = len(spans) - 1
        pieces += [Piece(span.start, span.end, claim, i == last) for i, span in enumerate(spans)]
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


@dataclass(slots=True)
class _Nesting:
    """The walk through one block: `begun` are the claims drawn so far, `following` begins what is drawn after."""

    block: Block
    begun: set[int]
    following: int
    open_now: list[Piece] = field(default_factory=list)

    def walk(self, text: str, pieces: list[Piece]) -> Iterator[Token]:
        """Yield the tokens; where two marks cross, the inner one is closed and opened again."""
        # Ends come before starts at the same place, so that neighbours do not nest; of several, the inner one first.
        starts = [(max(piece.start, self.block.start), 1, i) for i, piece in enumerate(pieces)]
        ends = [(min(piece.end, self.block.end), 0, -i) for i, piece in enumerate(pieces)]
        at = self.block.start
        for place, is_start, index in sorted(starts + ends):
            if place > at:
                yield Token("text", text[at:place])
                at = place
            yield from self._open(pieces[index]) if is_start else self._close(pieces[-index])
        if at < self.block.end:
            yield Token("text", text[at : self.block.end])

    def _open(self, piece: Piece) -> Iterator[Token]:
        if len(self.open_now) < MAX_DEPTH:
            self.open_now.append(piece)
            yield Token("open", claim=piece.claim, edge=self._begins(piece))

    def _begins(self, piece: Piece) -> bool:
        """Say whether the claim is drawn for the first time: it may have been too deep in the block where it begins."""
        known = piece.claim.number in self.begun
        self.begun.add(piece.claim.number)
        return not known

    def _close(self, piece: Piece) -> Iterator[Token]:
        ends = piece.last and piece.end <= self.following
        if piece not in self.open_now:
            # Too deep to draw: its anchor and its number are shown where it ends.
            if ends:
                yield Token("open", claim=piece.claim, edge=self._begins(piece))
                yield Token("close", claim=piece.claim, edge=True)
            return
        above = self.open_now[self.open_now.index(piece) + 1 :]
        yield from (Token("close", claim=other.claim) for other in reversed(above))
        yield Token("close", claim=piece.claim, edge=ends)
        self.open_now.remove(piece)
        yield from (Token("open", claim=other.claim) for other in above)


def locate_lines(text: str, blocks: Sequence[Block], starts: Sequence[int]) -> list[int]:
    """Return the file's line for each of the ascending offsets, 0 where no block is known."""
    ordered = sorted(blocks, key=lambda block: block.start)
    breaks = [found.start() for found in re.finditer("\n", text)]
    lines, at = [], 0
    for start in starts:
        while at + 1 < len(ordered) and ordered[at + 1].start <= start:
            at += 1
        inside = bisect_left(breaks, start) - bisect_left(breaks, ordered[at].start) if ordered else 0
        lines.append(ordered[at].line + inside if ordered else 0)
    return lines
