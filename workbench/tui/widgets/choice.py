"""A choice of one among a few words, all of them in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from workbench.tui.plain import linked, one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.binding import BindingType
    from textual.geometry import Size


GAP = "  "


class Choice(Widget, can_focus=True):
    """Words in a row; left and right choose, a digit takes the word at its place, a click chooses.

    Letters choose nothing: who types a text into the wrong entry must not change this one unseen.
    """

    DEFAULT_CSS = """
    Choice { height: auto; padding: 0 1; color: $page-margin; }
    Choice:focus { background: $boost; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "step(-1)", "before", show=False),
        Binding("right,space", "step(1)", "next", show=False),
    ]

    class Chosen(Message):
        """Another word was chosen."""

        def __init__(self, choice: Choice) -> None:
            super().__init__()
            self.choice = choice

    def __init__(self, options: Sequence[tuple[str, str]], value: str = "", *, name: str | None = None) -> None:
        super().__init__(name=name)
        self._options = list(options)
        values = [option for option, _ in self._options]
        self._place = values.index(value) if value in values else 0

    @property
    def value(self) -> str:
        """Return the chosen option."""
        return self._options[self._place][0] if self._options else ""

    def choose(self, value: str) -> None:
        """Choose an option by its value."""
        for place, (option, _) in enumerate(self._options):
            if option == value:
                self._go(place)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's own
        """Return the number of rows that the words take."""
        return len(self._rows(width))

    def render(self) -> Content:
        """Return all words, the chosen one with a full dot."""
        return Content("\n").join(Content(GAP).join(row) for row in self._rows(self.size.width))

    def _rows(self, width: int) -> list[list[Content]]:
        """Fill rows with words; a word and its dot are never parted."""
        rows: list[list[Content]] = [[]]
        room = width
        for place, (_, label) in enumerate(self._options):
            on = place == self._place
            dot = ("● ", "$primary") if on else ("○ ", "")
            look = "bold $page-text" if on else ""
            # Reversed, so that the eye finds where the keys go without a colour to tell it.
            if on and self.has_focus:
                look += " reverse"
            word = linked(Content.assemble(dot, one_line(label, look)), option=place)
            if rows[-1] and word.cell_length > room:
                rows.append([])
                room = width
            rows[-1].append(word)
            room -= word.cell_length + len(GAP)
        return rows

    def action_step(self, step: int) -> None:
        """Choose the word beside, round the ends."""
        self._go((self._place + step) % len(self._options))

    def on_key(self, event: events.Key) -> None:
        """Choose the word at the digit's place."""
        if event.key.isdecimal() and 0 < int(event.key) <= len(self._options):
            event.stop()
            self._go(int(event.key) - 1)

    def on_click(self, event: events.Click) -> None:
        """Choose what was clicked."""
        place = event.style.meta.get("option")
        if isinstance(place, int):
            self._go(place)

    def _go(self, place: int) -> None:
        if place != self._place:
            self._place = place
            self.refresh()
            self.post_message(self.Chosen(self))
