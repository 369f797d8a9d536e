"""The head of a screen: what one looks at."""

from __future__ import annotations

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from workbench.tui.plain import one_line


class Masthead(Widget):
    """One row: a title on the left, a quieter line on the right while there is room for it.

    A `stamp` stands at the right end in any case; the title gives way to it.
    """

    DEFAULT_CSS = "Masthead { height: 1; padding: 0 1; }"

    heading: reactive[str] = reactive("")
    byline: reactive[str] = reactive("")
    stamp: reactive[str] = reactive("")

    def __init__(self, heading: str = "", byline: str = "") -> None:
        super().__init__()
        self.set_reactive(Masthead.heading, heading)
        self.set_reactive(Masthead.byline, byline)

    def render(self) -> Content:
        """Return the row; the byline gives way to the title, the title to the stamp."""
        stamp = Content.assemble("   ", one_line(self.stamp, "bold")) if self.stamp else Content("")
        width = max(0, self.size.width - stamp.cell_length)
        heading = one_line(self.heading, "bold").truncate(width, ellipsis=True)
        byline = one_line(self.byline, "$page-margin")
        room = width - heading.cell_length
        if not self.byline or room < byline.cell_length + 3:
            byline = Content("")
        return Content.assemble(heading, " " * (room - byline.cell_length), byline, stamp)
