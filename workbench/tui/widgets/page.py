"""An article laid out for a column: pieces of text wrapped into rows when somebody looks at them, and not before.

A place is `(piece, row)`. Scrolling walks from place to place, so nothing depends on how long the text is, and no
height is ever guessed. Row numbers of a piece count its blank rows above first.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from workbench.tui.widgets.cells import draw, measure
from workbench.tui.widgets.pieces import Piece, cut_pieces
from workbench.tui.widgets.wrapping import wrap_narrow, wrap_wide

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.model.spans import Block

# Laid-out pieces kept: several screens in each direction.
KEPT_PIECES = 400


class Place(NamedTuple):
    """A row: which piece, and which of its rows (blank ones above first)."""

    piece: int
    row: int


@dataclass(frozen=True, slots=True)
class Laid:
    """A piece laid out: row `r` covers `breaks[r]`..`breaks[r + 1]`; `widths` is None where each character is one cell.

    `drawn` holds the piece's characters as sent to the terminal, `breaks` are offsets into the whole text.
    """

    piece: Piece
    drawn: str
    widths: list[int] | None
    breaks: list[int]
    indent: int

    @property
    def height(self) -> int:
        """Count the rows with the blank ones above."""
        return self.piece.gap + len(self.breaks) - 1

    def span(self, row: int) -> tuple[int, int] | None:
        """Return the offsets that a row covers; None for a blank one above the text."""
        line = row - self.piece.gap
        return None if line < 0 else (self.breaks[line], self.breaks[line + 1])

    def ink_end(self, row: int) -> int:
        """Return the offset behind the last character of a row that is no space."""
        start, end = self.span(row) or (0, 0)
        base = self.piece.start
        return start + len(self.drawn[start - base : end - base].rstrip(" "))

    def row_of(self, offset: int) -> int:
        """Return the row that shows the character at `offset`."""
        last = len(self.breaks) - 2
        return self.piece.gap + max(0, min(last, bisect_right(self.breaks, offset) - 1))

    def cells(self, start: int, end: int) -> int:
        """Count the cells of `start`..`end`."""
        if self.widths is None:
            return end - start
        base = self.piece.start
        return sum(self.widths[start - base : end - base])

    def cell_of(self, offset: int) -> int:
        """Return the cell of its row in which a character is drawn; inside a cluster, the cluster's."""
        start, _end = self.span(self.row_of(offset)) or (offset, offset)
        while self.widths is not None and offset > start and not self.widths[offset - self.piece.start]:
            offset -= 1
        return self.cells(start, offset)

    def offset_at(self, row: int, cell: int) -> int:
        """Return the character under a cell of a row (its last one right of the end)."""
        span = self.span(row) or (self.breaks[0], self.breaks[0] + 1)
        start, end = span
        last = max(start, end - 1)
        if self.widths is None:
            return max(start, min(start + cell, last))
        base, found, passed = self.piece.start, start, 0
        for offset in range(start, end):
            width = self.widths[offset - base]
            if width:
                if passed > cell:
                    break
                found = offset
            passed += width
        return found


class Page:
    """A text cut into pieces, each wrapped to `width` when it is first asked for."""

    def __init__(self, text: str, blocks: Sequence[Block] = (), width: int = 76) -> None:
        self.text = text
        self.pieces = cut_pieces(text, blocks)
        self._starts = [piece.start for piece in self.pieces]
        self._laid: OrderedDict[int, Laid] = OrderedDict()
        self.width = max(4, width)

    def rewrap(self, width: int) -> None:
        """Change the column's width; nothing is wrapped until it is looked at."""
        if max(4, width) != self.width:
            self.width = max(4, width)
            self._laid.clear()

    def lay(self, index: int) -> Laid:
        """Return a piece laid out at the present width."""
        laid = self._laid.get(index)
        if laid is None:
            laid = lay_piece(self.text, self.pieces[index], self.width)
            self._laid[index] = laid
            if len(self._laid) > KEPT_PIECES:
                self._laid.popitem(last=False)
        else:
            self._laid.move_to_end(index)
        return laid

    def place_of(self, offset: int) -> Place:
        """Return the row that shows the character at `offset`."""
        if not self.pieces:
            return Place(0, 0)
        index = max(0, bisect_right(self._starts, offset) - 1)
        return Place(index, self.lay(index).row_of(offset))

    def offset_of(self, place: Place) -> int:
        """Return the first offset that a row shows (its piece's start for a blank row)."""
        if not self.pieces:
            return 0
        span = self.lay(place.piece).span(place.row)
        return span[0] if span else self.pieces[place.piece].start

    @property
    def first(self) -> Place:
        """Return the top row."""
        return Place(0, 0)

    @property
    def last(self) -> Place:
        """Return the bottom row."""
        if not self.pieces:
            return Place(0, 0)
        index = len(self.pieces) - 1
        return Place(index, self.lay(index).height - 1)

    def move(self, place: Place, rows: int) -> Place:
        """Walk `rows` down (up where negative) and stop at the text's ends."""
        piece, row = place.piece, place.row + rows
        if not self.pieces:
            return self.first
        while row < 0:
            if piece == 0:
                return self.first
            piece -= 1
            row += self.lay(piece).height
        while row >= (height := self.lay(piece).height):
            if piece == len(self.pieces) - 1:
                return Place(piece, height - 1)
            row -= height
            piece += 1
        return Place(piece, row)

    def text_row(self, place: Place, rows: int) -> Place:
        """Walk as `move` does, and on past blank rows to one with text (back from the text's end)."""
        target = self.move(place, rows)
        while self.pieces and self.lay(target.piece).span(target.row) is None:
            following = self.move(target, 1 if rows > 0 else -1)
            if following == target:
                return place
            target = following
        return target

    def rows_from(self, place: Place, count: int) -> list[Place]:
        """Return up to `count` rows from a place on."""
        rows: list[Place] = []
        piece, row = place
        while len(rows) < count and piece < len(self.pieces):
            height = self.lay(piece).height
            rows += [Place(piece, number) for number in range(row, min(height, row + count - len(rows)))]
            piece, row = piece + 1, 0
        return rows


def lay_piece(text: str, piece: Piece, width: int) -> Laid:
    """Wrap one piece for a column of `width` cells."""
    drawn = draw(text[piece.start : piece.end])
    widths = measure(drawn)
    indent = min(2, width // 8) if piece.kind in {"quote", "item", "code"} else 0
    room = max(2, width - indent)
    ends = wrap_narrow(drawn, room) if widths is None else wrap_wide(drawn, widths, room)
    return Laid(piece, drawn, widths, [piece.start + end for end in (0, *ends)], indent)
