"""Fields to write in: one line, or many with a way to the user's own editor."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.message import Message
from textual.widgets import Input, TextArea

if TYPE_CHECKING:
    from textual.binding import BindingType
    from textual.suggester import Suggester


class Line(Input):
    """A field of one line."""

    DEFAULT_CSS = """
    Line, Line:focus { border: none; padding: 0 1; height: 1; background: $foreground 8%; }
    Line:focus { background: $foreground 16%; }
    Line > .input--placeholder, Line > .input--suggestion { color: $foreground 75%; }
    Line:ansi > .input--placeholder, Line:ansi > .input--suggestion { color: ansi_bright_black; }
    """

    def __init__(
        self, value: str = "", *, name: str | None = None, placeholder: str = "", suggester: Suggester | None = None
    ) -> None:
        super().__init__(value, name=name, placeholder=placeholder, suggester=suggester)


class Field(TextArea):
    """A field of many lines; Ctrl+E asks for the user's editor, Tab goes on."""

    DEFAULT_CSS = """
    Field, Field:focus { border: none; padding: 0 1; height: 4; background: $foreground 8%; }
    Field:focus { background: $foreground 16%; }
    Field.-tall { height: 1fr; }
    Field .text-area--placeholder { color: $foreground 75%; }
    Field:ansi .text-area--placeholder { color: ansi_bright_black; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+e", "write_outside", "in editor", show=False, id="outside"),
    ]

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
        """Begin after what is written already."""
        self.move_cursor(self.document.end)

    def action_write_outside(self) -> None:
        """Ask for the user's editor."""
        self.post_message(self.WriteOutside(self))
