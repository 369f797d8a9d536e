"""Fields to write in: one line, or many with a way to the user's own editor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Input, TextArea

from workbench.tui.commands import commands_in
from workbench.tui.keymap import default_keymap

if TYPE_CHECKING:
    from textual import events
    from textual.suggester import Suggester


def _write_no_chord(event: events.Key) -> None:
    """Leave Alt with a letter to the keys that are bound: a legacy terminal sends the letter with it, to be written."""
    if "alt" in event.key.split("+")[:-1]:
        event.prevent_default()


def _leave_keys_to_dialog(field: Input | TextArea) -> None:
    """Take the keys of the dialog's commands from a field, where Textual's own for editing would answer first."""
    if isinstance(field.screen, ModalScreen):
        keymap = getattr(field.app, "keymap", None) or default_keymap()
        for command in commands_in("dialog"):
            for key in keymap.of(command):
                field._bindings.key_to_bindings.pop(key, None)  # noqa: SLF001 - a copy of its own; there is no other way


def is_of_many_lines(pasted: str) -> bool:
    """Say whether a pasted text has several lines with words in them; some terminals part them by CR alone."""
    return len(list(filter(str.strip, pasted.splitlines()))) > 1


class Line(Input):
    """A field of one line; pasted lines are joined, so that none is lost."""

    is_written_in = True
    DEFAULT_CSS = """
    Line, Line:focus { border: none; padding: 0 1; height: 1; background: $foreground 8%; }
    Line:focus { background: $foreground 16%; }
    Line > .input--suggestion { color: $foreground 75%; }
    Line > .input--placeholder { color: $foreground 55%; text-style: italic; }
    Line:ansi { border-left: wide ansi_bright_black; padding: 0 1 0 0; }
    Line:ansi:focus { border-left: wide ansi_blue; }
    Line:ansi > .input--selection { background: ansi_blue; color: ansi_bright_white; }
    Line:ansi > .input--placeholder, Line:ansi > .input--suggestion { color: ansi_bright_black; }
    """

    def __init__(
        self, value: str = "", *, name: str | None = None, placeholder: str = "", suggester: Suggester | None = None
    ) -> None:
        super().__init__(value, name=name, placeholder=placeholder, suggester=suggester)

    def on_mount(self) -> None:
        """Leave its keys to the dialog."""
        _leave_keys_to_dialog(self)

    async def _on_key(self, event: events.Key) -> None:
        _write_no_chord(event)

    def _on_paste(self, event: events.Paste) -> None:
        # Textual takes the first line alone, be it empty.
        event.prevent_default()
        event.stop()
        lines = event.text.splitlines()
        self.replace(
            " ".join(filter(None, map(str.strip, lines))) if len(lines) > 1 else "".join(lines), *self.selection
        )


class Field(TextArea):
    """A field of many lines; Ctrl+E asks for the user's editor, Tab goes on."""

    is_written_in = True
    DEFAULT_CSS = """
    Field, Field:focus { border: none; padding: 0 1; height: 4; background: $foreground 8%; }
    Field:focus { background: $foreground 16%; }
    Field.-tall { height: 1fr; }
    Field .text-area--placeholder { color: $foreground 55%; text-style: italic; }
    Field:ansi { border-left: wide ansi_bright_black; padding: 0 1 0 0; }
    Field:ansi:focus { border-left: wide ansi_blue; }
    Field:ansi .text-area--selection { background: ansi_blue; color: ansi_bright_white; }
    Field:ansi .text-area--placeholder { color: ansi_bright_black; }
    """

    class WriteOutside(Message):
        """The text is to be written in the user's own editor."""

        def __init__(self, field: Field) -> None:
            super().__init__()
            self.field = field

    def __init__(self, text: str = "", *, name: str | None = None, placeholder: str = "", tall: bool = False) -> None:
        super().__init__(
            text,
            name=name,
            placeholder=placeholder,
            soft_wrap=True,
            tab_behavior="focus",
            classes="-tall" if tall else None,
        )

    def on_mount(self) -> None:
        """Begin after what is written already, and leave its keys to the dialog."""
        _leave_keys_to_dialog(self)
        self.move_cursor(self.document.end)

    async def _on_key(self, event: events.Key) -> None:
        _write_no_chord(event)

    def action_write_outside(self) -> None:
        """Ask for the user's editor."""
        self.post_message(self.WriteOutside(self))
