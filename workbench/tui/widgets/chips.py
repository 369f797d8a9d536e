"""The chips of the filter: which kinds and states are in view, each one a switch."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from workbench.tui.plain import linked, one_line
from workbench.tui.widgets.key_line import KeyLine

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Unpack

    from textual import events

    from workbench.tui.widgets.naming import Naming


GAP = "  "


@dataclass(frozen=True, slots=True)
class Chip:
    """One switch: `part` and `value` say what it changes, `on` how it stands, `count` how many claims it is about."""

    part: str
    value: str
    label: str
    on: bool
    count: int | None = None


class Chips(Widget):
    """One row of switches; a click is told as `Switched`. Keys stand at the right end while there is room."""

    DEFAULT_CSS = """
    Chips { height: 1; padding: 0 1; color: $page-margin; }
    Chips.-none { display: none; }
    """

    class Switched(Message):
        """A chip was clicked."""

        def __init__(self, chip: Chip) -> None:
            super().__init__()
            self.chip = chip

    def __init__(self, **naming: Unpack[Naming]) -> None:
        super().__init__(**naming)
        self._chips: tuple[Chip, ...] = ()
        self._hint = Content("")

    def show(self, chips: Sequence[Chip], hints: Sequence[tuple[str, str, str]] = (), *, limited: bool = False) -> None:
        """Show these chips and, as key, word and command, what else can be done; the line goes where there is no chip."""
        self._chips = tuple(chips)
        keys = (
            linked(Content.assemble((key, "bold $page-text"), f" {word}"), command=command)
            for key, word, command in hints
        )
        self._hint = Content(GAP).join(list(keys))
        self.set_class(not self._chips, "-none")
        # What limits the view stays in sight where the row has to go.
        self.set_class(limited, "-limited")
        self.refresh()

    def render(self) -> Content:
        """Return the row, as many chips as fit; how to show all again has its room before them."""
        taken: list[Content] = []
        room = self.size.width - (self._hint.cell_length + len(GAP)) * self.has_class("-limited")
        for place, chip in enumerate(self._chips):
            drawn = linked(_draw(chip), chip=place)
            if taken and drawn.cell_length > room:
                break
            taken.append(drawn)
            room -= drawn.cell_length + len(GAP)
        row = Content(GAP).join(taken)
        room = self.size.width - row.cell_length - self._hint.cell_length
        return Content.assemble(row, " " * room, self._hint) if room >= len(GAP) else row

    def on_click(self, event: events.Click) -> None:
        """Tell which chip was clicked, or which command."""
        if command := event.style.meta.get("command"):
            self.post_message(KeyLine.Chosen(str(command)))
        place = event.style.meta.get("chip")
        if isinstance(place, int) and place < len(self._chips):
            self.post_message(self.Switched(self._chips[place]))


def _draw(chip: Chip) -> Content:
    label = one_line(chip.label, "$page-text" if chip.on else "$page-margin")
    glyph = ("● ", "$primary") if chip.on else ("○ ", "$page-margin")
    count = Content("") if chip.count is None else Content.styled(f" {chip.count}", "$page-margin")
    return Content.assemble(glyph, label, count)
