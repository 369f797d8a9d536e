"""Turn rows of the command table into what Textual binds; each binding's id is the command's, so keymaps reach it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding

from workbench.tui.commands import COMMANDS

if TYPE_CHECKING:
    from textual.binding import BindingType

    from workbench.tui.commands import Command
    from workbench.tui.keymap import Keymap


def bindings_of(*places: str, target: str = "") -> list[BindingType]:
    """Return the bindings of some places' own commands, with their default keys; `target` ('screen.') does the action."""
    return [_bind(command, target) for command in COMMANDS if command.place in places]


def binding_of(name: str, target: str) -> list[BindingType]:
    """Return the binding of one command in a place that is not its own."""
    return [_bind(command, target) for command in COMMANDS if command.id == name]


def textual_keymap(keymap: Keymap) -> dict[str, str]:
    """Return what a keymap changes, in Textual's form: command ids to keys between commas."""
    # Textual goes through all bindings for every entry at every key that is pressed, so the default keys stay out.
    # It takes an empty entry for 'as it was'; a key that no terminal sends takes the default ones away.
    return {command.id: ",".join(keys) or "f24" for command in COMMANDS if (keys := keymap.of(command)) != command.keys}


def _bind(command: Command, target: str) -> Binding:
    return Binding(
        ",".join(command.keys),
        target + command.action,
        command.label,
        show=False,
        priority=command.priority,
        tooltip=command.help,
        id=command.id,
    )
