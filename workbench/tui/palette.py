"""What the command palette offers: the table's commands of the place at hand, with the user's keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import SystemCommand

from workbench.tui.commands import commands_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from workbench.tui.keymap import Keymap


def offer(place: str, keymap: Keymap, run: Callable[[str], object]) -> Iterator[SystemCommand]:
    """Return one entry per command of a place; `run` carries one out by its id."""
    for command in commands_in(place):
        if command.id in {"palette", "back"}:
            continue
        key = keymap.first(command)
        title = f"{command.group}: {command.label}" + (f"   {key}" if key else "")
        yield SystemCommand(title, command.help, lambda name=command.id: run(name))
