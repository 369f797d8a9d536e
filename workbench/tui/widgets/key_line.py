"""The foot of a screen: the few keys that matter there, read from the command table and the user's keymap."""

from __future__ import annotations

from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING

from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from workbench.tui.commands import commands_in, find_command
from workbench.tui.plain import linked

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from textual import events

    from workbench.tui.commands import Command
    from workbench.tui.keymap import Keymap

# As many keys as a foot shows.
SHOWN = 5

GAP = "  "


def choose_commands(
    place: str, keymap: Keymap, others: Sequence[str] = (), without: Collection[str] = ()
) -> list[Command]:
    """Return the commands for the foot of a place: its own but for those `without`, filled up from `others`, then help."""
    shown = [
        command for command in commands_in(place) if command.footer and keymap.of(command) and command.id not in without
    ]
    filling = [command for name in others if (command := find_command(name)) and keymap.of(command)]
    # A keymap may take every key of the place away.
    own, last = shown[:-1], shown[-1:]
    return [*own, *filling[: max(0, SHOWN - len(shown))], *last]


class KeyLine(Widget):
    """One row of keys and what they do; a click does it."""

    DEFAULT_CSS = "KeyLine { height: 1; padding: 0 1; color: $page-margin; }"

    class Chosen(Message):
        """A command was clicked."""

        def __init__(self, command: str) -> None:
            super().__init__()
            self.command = command

    def __init__(self, place: str, keymap: Keymap, others: Sequence[str] = ()) -> None:
        super().__init__()
        self._keymap = keymap
        self._choose = partial(choose_commands, place, keymap, others)
        self._items: list[Content] = []
        self.show()

    def show(
        self,
        names: Sequence[str] = (),
        *,
        without: Collection[str] = (),
        labels: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        """Show these commands, or those of the place again but for some; `labels` say what one does just now."""
        named = [command for name in names if (command := find_command(name)) and self._keymap.of(command)]
        commands = named or self._choose(without)
        items = [self._draw(command, labels.get(command.id, command.label)) for command in commands]
        if items != self._items:
            self._items = items
            self.refresh()

    def _draw(self, command: Command, label: str) -> Content:
        key = (self._keymap.first(command), "bold $page-text")
        return linked(Content.assemble(key, " ", (label, "")), command=command.id)

    def render(self) -> Content:
        """Return as many keys as fit; help, the last one, always does."""
        if not self._items:
            return Content()
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
