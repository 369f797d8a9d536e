"""Which rows of a page are on the screen, and how one gets to others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.model.spans import Span
from workbench.tui.widgets.page import Page, Place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.model.spans import Block

# Narrower than this the margin shows the glyph without the number.
NARROW = 44
# Where a claim that was off the screen is put: this share of the height below the top.
STOP = 0.3


# The longest line that reads well, in cells.
COLUMN = 76


def fit_column(room: int, margin: int) -> tuple[int, int]:
    """Return the width of the text's column and the blank cells left of its margin, in `room` cells."""
    column = min(COLUMN, room - margin - 1)
    return column, max(0, (room - margin - column - 1) // 2)


def fit_margin(width: int, digits: int) -> int:
    """Return how many cells the numbers and states of claims take in a widget of `width` cells."""
    return 3 if width < NARROW else digits + 5


class Viewport:
    """The rows of a page that a screen of `height` rows shows, from `top` on; `window` is what they cover."""

    def __init__(self, text: str = "", blocks: Sequence[Block] = (), width: int = 76) -> None:
        self.page = Page(text, blocks, width)
        self.height = 0
        self.top = self.page.first
        self.rows: list[Place] = []
        self.lines: dict[Place, int] = {}
        self.window = Span(0, 0)

    @property
    def offset(self) -> int:
        """Return the first offset on the screen."""
        return self.page.offset_of(self.top)

    def arrange(self, width: int, height: int, offset: int) -> None:
        """Lay the page out anew with the row of `offset` on top (as far as the text fills the screen)."""
        self.page.rewrap(width)
        self.height = height
        self.go(self.page.place_of(offset) if offset else self.page.first)

    def go(self, top: Place) -> bool:
        """Put a row on top, or the last rows on the screen where fewer follow; False where nothing moved."""
        rows = self.page.rows_from(top, self.height)
        if len(rows) < self.height and top != self.page.first:
            top = self.page.move(self.page.last, 1 - self.height)
            rows = self.page.rows_from(top, self.height)
        moved = rows != self.rows
        self.top, self.rows = top, rows
        self.lines = {place: line for line, place in enumerate(rows)}
        self.window = self._cover(rows)
        return moved

    def place_for(self, offset: int, share: float = 0.0) -> Place:
        """Return the top row that puts the row of `offset` at a share of the height."""
        return self.page.move(self.page.place_of(offset), -int(self.height * share))

    def place_to_bring(self, span: Span) -> Place | None:
        """Return the top row that brings a stretch into sight; None where it is comfortably there already."""
        if not self.rows:
            return None
        margin = min(2, self.height // 6)
        low = 0 if self.rows[0] == self.page.first else margin
        high = self.height - 1 if self.rows[-1] == self.page.last else self.height - 1 - margin
        first = self.lines.get(self.page.place_of(span.start), -1)
        last = self.lines.get(self.page.place_of(max(span.start, span.end - 1)), self.height)
        # A stretch taller than the screen is in sight when it begins near the top.
        if low <= first and (last <= high or first <= margin):
            return None
        start, end = self.page.place_of(span.start), self.page.place_of(max(span.start, span.end - 1))
        tall = end > self.page.move(start, int(self.height * (1 - STOP)) - 1)
        return self.place_for(span.start, 0.0 if tall else STOP)

    def _cover(self, rows: list[Place]) -> Span:
        """Return what some rows cover."""
        if not rows:
            return Span(0, 0)
        last = rows[-1]
        span = self.page.lay(last.piece).span(last.row)
        return Span(self.page.offset_of(rows[0]), span[1] if span else self.page.offset_of(last))
