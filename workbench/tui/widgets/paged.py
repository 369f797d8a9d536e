"""Scrolling through a page row by row, without a height, a scrollbar or an animation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.tui.widgets.inked import InkedWidget
from workbench.tui.widgets.viewport import COLUMN, Viewport

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Unpack

    from textual import events

    from workbench.model.spans import Block, Span
    from workbench.tui.widgets.naming import Naming
    from workbench.tui.widgets.page import Page, Place

WHEEL_ROWS = 3


class Paged(InkedWidget, can_focus=True):
    """A widget that shows part of a page of text."""

    def __init__(self, text: str = "", blocks: Sequence[Block] = (), **naming: Unpack[Naming]) -> None:
        super().__init__(**naming)
        self._view = Viewport(text, blocks, COLUMN)
        self.blocks = tuple(blocks)

    @property
    def text(self) -> str:
        """Return the text, as it was given."""
        return self._page.text

    @property
    def window(self) -> Span:
        """Return what the rows on the screen cover."""
        return self._view.window

    def scroll_rows(self, rows: int) -> None:
        """Scroll down by some rows, up where negative."""
        self._go(self._page.move(self._view.top, rows))

    def scroll_to_offset(self, offset: int, *, share: float = 0.0) -> None:
        """Bring the row of `offset` to a share of the height below the top."""
        self._go(self._view.place_for(offset, share))

    def bring(self, span: Span) -> None:
        """Scroll where the stretch is not comfortably on the screen already."""
        place = self._view.place_to_bring(span)
        if place is not None:
            self._go(place)

    @property
    def _page(self) -> Page:
        return self._view.page

    def _go(self, top: Place) -> None:
        if self._view.go(top):
            self.refresh()

    def _on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self.scroll_rows(WHEEL_ROWS)

    def _on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self.scroll_rows(-WHEEL_ROWS)

    # Keys are bound by the screens; these are what they call.

    def action_line_down(self) -> None:
        """Scroll one row down."""
        self.scroll_rows(1)

    def action_line_up(self) -> None:
        """Scroll one row up."""
        self.scroll_rows(-1)

    def action_page_down(self) -> None:
        """Scroll one screen down, two rows kept."""
        self.scroll_rows(self._screenful)

    def action_page_up(self) -> None:
        """Scroll one screen up, two rows kept."""
        self.scroll_rows(-self._screenful)

    def action_top(self) -> None:
        """Go to the first row."""
        self._go(self._page.first)

    def action_bottom(self) -> None:
        """Go to the last row."""
        self._go(self._page.last)

    @property
    def _screenful(self) -> int:
        return max(1, self.size.height - 2)
