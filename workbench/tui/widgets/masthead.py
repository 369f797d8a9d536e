"""The head of a screen: what one looks at."""

from __future__ import annotations

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from workbench.tui.plain import one_line


class Masthead(Widget):
    """One row: a title on the left, a quieter line on the right while there is room for it."""

    DEFAULT_CSS = "Masthead { height: 1; padding: 0 1; }"

    heading: reactive[str] = reactive("")
    byline: reactive[str] = reactive("")

    def __init__(self, heading: str = "", byline: str = "") -> None:
        super().__init__()
        self.set_reactive(Masthead.heading, heading)
        self.set_reactive(Masthead.byline, byline)

    def render(self) -> Content:
        """Return the row; the byline gives way to the title."""
        width = self.size.width
        heading = one_line(self.heading, "bold").truncate(width, ellipsis=True)
        byline = one_line(self.byline, "$page-margin")
        room = width - heading.cell_length
        if not self.byline or room < byline.cell_length + 3:
            return heading
        return Content.assemble(heading, " " * (room - byline.cell_length), byline)
