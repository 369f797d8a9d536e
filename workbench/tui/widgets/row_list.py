"""A list on the Line API: ten thousand rows cost what the rows on the screen cost."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual.geometry import Region
from textual.message import Message
from textual.reactive import var
from textual.strip import Strip

from workbench.tui.plain import plain
from workbench.tui.widgets.inked import InkedWidget

if TYPE_CHECKING:
    from typing import Unpack

    from textual import events

    from workbench.tui.widgets.naming import Naming

WHEEL_ROWS = 3
THUMB = "▐"


class RowList(InkedWidget, can_focus=True):
    """Rows with a cursor. A subclass says how many there are and paints one; both must be cheap.

    `cursor` is the index of the row at hand, -1 for none. Setting it scrolls and posts `Highlighted`.
    """

    PREFIX = "rows"
    ALLOW_SELECT = False

    COMPONENT_CLASSES: ClassVar[set[str]] = {"rows--cursor", "rows--thumb", "rows--quiet", "rows--empty"}

    DEFAULT_CSS = """
    RowList {
        width: 1fr;
        height: 1fr;
        background: $page;
        color: $page-text;
        pointer: pointer;
    }
    RowList > .rows--cursor { background: $claim-extent; }
    RowList:focus > .rows--cursor {
        background: $block-cursor-background;
        color: $block-cursor-foreground;
        text-style: $block-cursor-text-style;
    }
    RowList > .rows--thumb { color: $page-margin; }
    RowList > .rows--quiet { color: $page-margin; }
    RowList > .rows--empty { color: $page-margin; text-style: italic; }
    """

    cursor: var[int] = var(-1, init=False)

    class Highlighted(Message):
        """The cursor came to a row."""

        def __init__(self, row_list: RowList, index: int) -> None:
            super().__init__()
            self.row_list = row_list
            self.index = index

        @property
        def control(self) -> RowList:
            """Return the list, for `@on` with a selector."""
            return self.row_list

    class Chosen(Highlighted):
        """A row was chosen, by enter or by a click."""

    def __init__(self, *, empty: str = "Nothing here.", **naming: Unpack[Naming]) -> None:
        super().__init__(**naming)
        self.empty = empty
        self._top = 0
        self._painted: dict[tuple[int, bool], list[Segment]] = {}

    @property
    def row_count(self) -> int:
        """Count the rows."""
        return 0

    def paint_row(self, index: int, width: int) -> list[Segment]:  # noqa: ARG002 - a subclass looks at it
        """Return a row's segments; they are cut or padded to `width`."""
        return []

    def rows_changed(self, cursor: int = -1) -> None:
        """Take note that the rows are others, and put the cursor on one without telling anybody."""
        self._painted.clear()
        self.set_reactive(RowList.cursor, max(-1, min(cursor, self.row_count - 1)))
        self._show_cursor()
        self.refresh()

    def row_changed(self, index: int) -> None:
        """Paint one row again."""
        for at_cursor in (False, True):
            self._painted.pop((index, at_cursor), None)
        self._refresh_row(index)

    def validate_cursor(self, cursor: int) -> int:
        """Keep the cursor inside the rows."""
        return max(-1, min(cursor, self.row_count - 1))

    def watch_cursor(self, old: int, new: int) -> None:
        """Show the row at hand."""
        if not self._show_cursor():
            self._refresh_row(old)
            self._refresh_row(new)
        if new >= 0:
            self.post_message(self.Highlighted(self, new))

    def render_line(self, y: int) -> Strip:
        """Return one line of the screen."""
        width = max(1, self.size.width - 1)
        index = self._top + y
        base = self.mix()
        if index >= self.row_count:
            said = [] if self.row_count else self._say_empty(width)
            strip = Strip([Segment(said[y], self.mix("empty"))] if y < len(said) else [])
            return strip.adjust_cell_length(self.size.width, base)
        at_cursor = index == self.cursor
        segments = self._painted.get((index, at_cursor))
        if segments is None:
            segments = self._paint(index, width, at_cursor=at_cursor)
        return Strip([*segments, self._thumb(y)], width + 1)

    def _say_empty(self, width: int) -> list[str]:
        """Return what stands in place of rows, as far in as their cells do."""
        lines = plain(self.empty).split("\n")
        return [f" {row.plain}" for line in lines for row in line.wrap(max(1, width - 1))]

    def _paint(self, index: int, width: int, *, at_cursor: bool) -> list[Segment]:
        if len(self._painted) > WHEEL_ROWS * 200:
            self._painted.clear()
        base = self.mix("cursor") if at_cursor else self.mix()
        strip = Strip(self.paint_row(index, width)).adjust_cell_length(width, base)
        segments = list(strip)
        if at_cursor:
            # The row keeps its colours only where the cursor has none of its own.
            cursor = self._ink.mix("cursor")
            segments = [Segment(text, (style + cursor) if style else cursor) for text, style, _ in segments]
        self._painted[index, at_cursor] = segments
        return segments

    def _thumb(self, y: int) -> Segment:
        height, count = self.size.height, self.row_count
        if count <= height:
            return Segment(" ", self.mix())
        size = max(1, height * height // count)
        first = self._top * (height - size) // max(1, count - height)
        inside = first <= y < first + size
        return Segment(THUMB if inside else " ", self.mix("thumb"))

    def _show_cursor(self) -> bool:
        """Scroll until the row at hand is in sight; say whether that moved anything."""
        height = max(1, self.size.height)
        top = self._top
        if self.cursor >= 0:
            top = min(max(top, self.cursor - height + 1), self.cursor)
        top = max(0, min(top, self.row_count - height))
        if top == self._top:
            return False
        self._top = top
        self.refresh()
        return True

    def _refresh_row(self, index: int) -> None:
        if 0 <= index - self._top < self.size.height:
            self.refresh(Region(0, index - self._top, self.size.width, 1))

    def notify_style_update(self) -> None:
        """Forget every painted row: the theme or the focus changed."""
        super().notify_style_update()
        self._painted.clear()

    def on_resize(self) -> None:
        """Paint the rows for another width and keep the cursor in sight."""
        self._painted.clear()
        self._show_cursor()
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Choose the row under the pointer."""
        index = self._top + event.y
        if 0 <= index < self.row_count:
            self.cursor = index
            self.post_message(self.Chosen(self, index))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Show later rows."""
        event.stop()
        self._scroll(WHEEL_ROWS)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Show earlier rows."""
        event.stop()
        self._scroll(-WHEEL_ROWS)

    def _scroll(self, rows: int) -> None:
        self._top = max(0, min(self._top + rows, self.row_count - self.size.height))
        self.refresh()

    # Keys are bound by the screens; these are what they call.

    def action_line_down(self) -> None:
        """Go one row down."""
        self.cursor = min(self.cursor + 1, self.row_count - 1)

    def action_line_up(self) -> None:
        """Go one row up."""
        self.cursor = max(0, self.cursor - 1)

    def action_page_down(self) -> None:
        """Go a screen down."""
        self.cursor = min(self.cursor + max(1, self.size.height - 1), self.row_count - 1)

    def action_page_up(self) -> None:
        """Go a screen up."""
        self.cursor = max(0, self.cursor - max(1, self.size.height - 1))

    def action_top(self) -> None:
        """Go to the first row."""
        self.cursor = min(0, self.row_count - 1)

    def action_bottom(self) -> None:
        """Go to the last row."""
        self.cursor = self.row_count - 1

    def action_choose(self) -> None:
        """Choose the row at hand."""
        if self.cursor >= 0:
            self.post_message(self.Chosen(self, self.cursor))
