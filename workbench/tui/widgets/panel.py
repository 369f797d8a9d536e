"""A panel of content that scrolls: wrapped once per change, drawn row by row, without a new layout of the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

if TYPE_CHECKING:
    from typing import Unpack

    from textual import events
    from textual.selection import Selection

    from workbench.tui.widgets.naming import Naming

# Rows that are to be in sight under one that is gone to.
UNDER = 2


class Panel(ScrollView, can_focus=True):
    """Show one piece of content; a click on a linked part is told as `Pressed`."""

    DEFAULT_CSS = """
    Panel { scrollbar-size: 0 1; scrollbar-gutter: stable; overflow-x: hidden; }
    """

    class Pressed(Message):
        """A linked part was clicked: `meta` is what the link carries."""

        def __init__(self, panel: Panel, meta: dict[str, object]) -> None:
            super().__init__()
            self.panel = panel
            self.meta = meta

        @property
        def control(self) -> Panel:
            """Return the panel that was clicked."""
            return self.panel

    def __init__(self, **naming: Unpack[Naming]) -> None:
        super().__init__(**naming)
        self.content = Content("")
        self._strips: list[Strip] | None = None
        self._blank = Strip([])

    def show(self, content: Content, *, keep_place: bool = False) -> None:
        """Show content from its beginning, or from where one was reading."""
        same = content.is_same(self.content)
        self.content = content
        if not keep_place:
            self.scroll_to(y=0, animate=False, immediate=True)
        if not same or self._strips is None:
            self._lay_out()

    def bring(self, name: str, value: object) -> None:
        """Scroll to the first row that a click reads this from, unless it is in sight with what stands under it."""
        rows = (
            row
            for row, strip in enumerate(self._strips or [])
            if any(segment.style and segment.style.meta.get(name) == value for segment in strip)
        )
        row, window = next(rows, None), self.scrollable_content_region.height
        if row is not None and not self.scroll_offset.y <= row < self.scroll_offset.y + window - UNDER:
            self.scroll_to(y=row, animate=False, immediate=True)

    def render_line(self, y: int) -> Strip:
        """Return one row of what is in sight."""
        if self._strips is None:
            self._lay_out()
        row = y + self.scroll_offset.y
        strips = self._strips or []
        return strips[row] if row < len(strips) else self._blank

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Return the selected characters; out-of-range ends are the content's own."""
        rows = self.content.plain.split("\n")
        begin, end = selection.start, selection.end
        first = min(begin.y, len(rows) - 1) if begin else 0
        last = min(end.y, len(rows) - 1) if end else len(rows) - 1
        taken = rows[first : last + 1]
        if end is not None:
            taken[-1] = taken[-1][: end.x]
        if begin is not None:
            taken[0] = taken[0][begin.x :]
        return "\n".join(taken), "\n"

    def selection_updated(self, selection: Selection | None) -> None:  # noqa: ARG002 - Textual tells it
        """Draw anew when the selection changed."""
        self._lay_out()

    def notify_style_update(self) -> None:
        """Draw anew when the theme or the focus changed."""
        super().notify_style_update()
        self._strips = None

    def on_resize(self) -> None:
        """Wrap anew for another width."""
        self._lay_out()

    def on_click(self, event: events.Click) -> None:
        """Tell what was clicked."""
        if event.style.meta and not {"offset"} >= set(event.style.meta):
            self.post_message(self.Pressed(self, dict(event.style.meta)))

    def _lay_out(self) -> None:
        width = self.scrollable_content_region.width
        if not width:
            return
        # Asking Textual for the style walks up to the screen and blends; once here, not once in every row.
        base = self.rich_style
        self._blank = Strip.blank(self.size.width, base)
        strips = Visual.to_strips(self, self.content, width, None, self.visual_style)
        self._strips = [strip.adjust_cell_length(self.size.width, base) for strip in strips]
        self._take_size(Size(width, len(strips)))
        self.refresh()

    def _take_size(self, size: Size) -> None:
        """Scroll within another size; the screen is laid out anew only where this panel is as high as its content."""
        if size == self.virtual_size:
            return
        if self.styles.is_auto_height:
            self.virtual_size = size
            return
        self.set_reactive(Panel.virtual_size, size)
        self._scroll_update(size)

    def action_line_down(self) -> None:
        """Scroll down a row."""
        self.scroll_relative(y=1, animate=False)

    def action_line_up(self) -> None:
        """Scroll up a row."""
        self.scroll_relative(y=-1, animate=False)

    def action_page_down(self) -> None:
        """Scroll down a page."""
        self.scroll_page_down(animate=False)

    def action_page_up(self) -> None:
        """Scroll up a page."""
        self.scroll_page_up(animate=False)

    def action_top(self) -> None:
        """Scroll to the beginning."""
        self.scroll_home(animate=False)

    def action_bottom(self) -> None:
        """Scroll to the end."""
        self.scroll_end(animate=False)
