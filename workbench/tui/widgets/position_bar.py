"""The article from end to end in one column: where claims are open or failed, and which part is on the screen."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workbench.model.spans import Span
    from workbench.tui.marks import Mark

# The look that a cell takes is the first of these among its marks, and what is drawn for it.
LOOKS: tuple[tuple[str, str], ...] = (("fail", "×"), ("open", "•"), ("note", "≈"), ("none", "?"), ("pass", "·"))
TRACK = " "


class PositionBar:
    """Counts of marks by look for each of `height` cells over a text of `length` characters."""

    def __init__(self, length: int, height: int, marks: Iterable[Mark] = ()) -> None:
        self.length = max(1, length)
        self.height = height
        self._counts: list[Counter[str]] = [Counter() for _ in range(height)]
        for mark in marks:
            self.add(mark, 1)

    def add(self, mark: Mark, count: int) -> int:
        """Count a mark in (or out, with -1); return its cell."""
        cell = self.cell_of(mark.start)
        if self.height and mark.in_scope:
            self._counts[cell][mark.look] += count
        return cell

    def cell_of(self, offset: int) -> int:
        """Return the cell that stands for an offset."""
        return max(0, min(self.height - 1, offset * self.height // self.length))

    def offset_of(self, cell: int) -> int:
        """Return the first offset that a cell stands for."""
        return max(0, min(self.length - 1, -(-cell * self.length // max(1, self.height))))

    def draw(self, cell: int, window: Span) -> tuple[str, str, bool]:
        """Return a cell's character, its look ('margin' for none) and whether the part on the screen reaches it."""
        inside = self.cell_of(window.start) <= cell <= self.cell_of(max(window.start, window.end - 1))
        counts = self._counts[cell]
        for look, glyph in LOOKS:
            if counts[look]:
                return glyph, look, inside
        return TRACK, "margin", inside
