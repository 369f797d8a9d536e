"""The foot of a screen: the few keys that matter there, read from the command table and the user's keymap."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from workbench.tui.commands import commands_in
from workbench.tui.plain import linked

if TYPE_CHECKING:
    from textual import events

    from workbench.tui.keymap import Keymap

GAP = "  "


class KeyLine(Widget):
    """One row of keys and what they do; a click does it."""

    DEFAULT_CSS = "KeyLine { height: 1; padding: 0 1; color: $page-margin; }"

    class Chosen(Message):
        """A command was clicked."""

        def __init__(self, command: str) -> None:
            super().__init__()
            self.command = command

    def __init__(self, place: str, keymap: Keymap) -> None:
        super().__init__()
        shown = [command for command in commands_in(place) if command.footer and keymap.of(command)]
        self._items = [
            linked(
                Content.assemble((keymap.first(command), "bold $page-text"), " ", (command.label, "")),
                command=command.id,
            )
            for command in shown
        ]

    def render(self) -> Content:
        """Return as many keys as fit; help, the last one, always does."""
        *items, last = self._items
        room = self.size.width - last.cell_length
        taken = []
        for item in items:
            room -= item.cell_length + len(GAP)
            if room < 0:
                break
            taken.append(item)
        return Content(GAP).join([*taken, last])

    def on_click(self, event: events.Click) -> None:
        """Carry out what was clicked."""
        if command := event.style.meta.get("command"):
            self.post_message(self.Chosen(str(command)))
