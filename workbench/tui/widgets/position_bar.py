"""The article from end to end in one column: where claims are open or failed, and which part is on the screen.

Where the whole article is on the screen, each cell speaks of the row beside it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from workbench.model.spans import Span
    from workbench.tui.marks import Mark

# The look that a cell takes is the first of these among its marks, and what is drawn for it.
LOOKS: tuple[tuple[str, str], ...] = (("fail", "×"), ("open", "•"), ("note", "≈"), ("none", "?"), ("pass", "·"))
TRACK = " "


class PositionBar:
    """A text of `length` characters in `height` cells, with its marks in text order.

    Where the marks of each look begin is kept, not what each cell counts: another height costs nothing then.
    """

    def __init__(self, length: int, height: int, marks: Iterable[Mark] = ()) -> None:
        self.length = max(1, length)
        self.height = height
        # Where the rows begin, where all of them are on the screen.
        self.rows: Sequence[int] = ()
        self._starts: dict[str, list[int]] = {look: [] for look, _glyph in LOOKS}
        for mark in marks:
            if mark.in_scope and (starts := self._starts.get(mark.look)) is not None:
                starts.append(mark.start)

    def change(self, old: Mark, new: Mark) -> None:
        """Let a mark in its new state stand for what it was before."""
        if old.in_scope and (starts := self._starts.get(old.look)):
            del starts[bisect_left(starts, old.start)]
        if new.in_scope and (starts := self._starts.get(new.look)) is not None:
            insort(starts, new.start)

    def cell_of(self, offset: int) -> int:
        """Return the cell that stands for an offset."""
        if self.rows:
            return max(0, bisect_right(self.rows, offset) - 1)
        return max(0, min(self.height - 1, offset * self.height // self.length))

    def offset_of(self, cell: int) -> int:
        """Return the first offset that a cell stands for; the text's end for one beside no row."""
        if self.rows:
            return self.rows[cell] if cell < len(self.rows) else self.length
        return max(0, min(self.length - 1, -(-cell * self.length // max(1, self.height))))

    def draw(self, cell: int, window: Span) -> tuple[str, str, bool]:
        """Return a cell's character, its look ('margin' for none) and whether the part on the screen reaches it."""
        last = self.cell_of(max(window.start, window.end - 1))
        inside = not self.rows and self.cell_of(window.start) <= cell <= last
        first = self.offset_of(cell)
        for look, glyph in LOOKS:
            starts = self._starts[look]
            place = bisect_left(starts, first)
            if place < len(starts) and self.cell_of(starts[place]) == cell:
                return glyph, look, inside
        return TRACK, "margin", inside
