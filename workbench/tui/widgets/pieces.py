"""A text cut into the stretches that are wrapped one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.model.spans import Block

# A paragraph longer than this is laid out in pieces, so that one endless line costs no more than a short one.
LONGEST_PIECE = 8_000
# A block whose lines are all at least this long (but the last) was broken by a machine, not by the writer.
HARD_WRAP = 50


class Piece(NamedTuple):
    """A stretch of text that is wrapped as one. `gap` is its number of blank rows above."""

    start: int
    end: int
    kind: str
    gap: int


def cut_pieces(text: str, blocks: Sequence[Block]) -> list[Piece]:
    """Cut a text into the pieces to wrap; together they cover every character but the white space between blocks."""
    pieces: list[Piece] = []
    done = 0
    before = ""
    for block in blocks:
        if block.start > done and text[done : block.start].strip():
            _cut_lines(text, done, block.start, "paragraph", pieces)
        start = max(block.start, done)
        if block.end > start:
            tight = block.kind == before == "item"
            _cut_block(text, start, block.end, block.kind, pieces, gap=0 if tight or not pieces else 1)
            before = block.kind
            done = block.end
    if text[done:].strip() or (not pieces and text):
        _cut_lines(text, done, len(text), "paragraph", pieces)
    return pieces


def _cut_lines(text: str, start: int, end: int, kind: str, pieces: list[Piece]) -> None:
    """Take each line as a paragraph; blank lines become the gap before the next."""
    for line in text[start:end].split("\n"):
        stop = start + len(line)
        if line and not line.isspace():
            _add(text, start, stop, kind, pieces, gap=1 if pieces else 0)
        start = stop + 1


def _cut_block(text: str, start: int, end: int, kind: str, pieces: list[Piece], *, gap: int) -> None:
    """Keep the lines of a block apart unless they were wrapped by a machine."""
    if text.find("\n", start, end) < 0 or (kind != "code" and _is_hard_wrapped(text[start:end])):
        _add(text, start, end, kind, pieces, gap=gap)
        return
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop + 1
        _add(text, start, stop, kind, pieces, gap=gap)
        start, gap = stop, 0


def _is_hard_wrapped(block: str) -> bool:
    lines = block.split("\n")
    return all(len(line) >= HARD_WRAP for line in lines[:-1])


def _add(text: str, start: int, end: int, kind: str, pieces: list[Piece], *, gap: int) -> None:
    while end - start > LONGEST_PIECE:
        cut = text.rfind(" ", start, start + LONGEST_PIECE) + 1
        cut = cut if cut > start else start + LONGEST_PIECE
        pieces.append(Piece(start, cut, kind, gap))
        start, gap = cut, 0
    pieces.append(Piece(start, end, kind, gap))
