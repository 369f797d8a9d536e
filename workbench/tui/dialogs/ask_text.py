"""Ask for a text of many lines; what is typed is told all the time, so that it can be kept as a draft."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.message import Message
from textual.widgets import Static

from workbench.tui.dialogs.form import write_outside
from workbench.tui.dialogs.question import Question
from workbench.tui.plain import plain
from workbench.tui.widgets.field import Field

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.widget import Widget


class AskText(Question[str]):
    """Ask for a text. `context` is shown above it; `drafted` is called with each new state of the text."""

    DRAFT_PAUSE = 0.4

    class Typed(Message):
        """The text changed."""

    def __init__(
        self,
        title: str,
        text: str = "",
        *,
        context: str = "",
        placeholder: str = "",
        accept: str = "save",
        drafted: Callable[[str], None] | None = None,
        restored: bool = False,
    ) -> None:
        super().__init__(classes="question--tall")
        self.title_text = title
        self.explanation = "Your draft from before is here again." if restored else ""
        self.accept_label = accept
        self._text = text
        self._above = context
        self._placeholder = placeholder
        self._drafted = drafted

    def body(self) -> list[Widget]:
        """Return the context and the field."""
        field = Field(self._text, name="text", placeholder=self._placeholder, tall=True)
        return [Static(plain(self._above, "$page-margin"), id="text-context"), field] if self._above else [field]

    def answer(self) -> str:
        """Return the text; an empty one is an answer too."""
        return self.query_one(Field).text.strip()

    def keys(self) -> list[tuple[str, str, str]]:
        """Return the keys of a text."""
        return [("accept", "", self.accept_label), ("outside", "", "in editor"), ("cancel", "", "leave, keep draft")]

    @on(Field.Changed)
    def _keep_draft(self) -> None:
        if self._drafted is not None and self.query_one(Field).text != self._text:
            self._drafted(self.query_one(Field).text)

    @on(Field.WriteOutside)
    def _write_outside(self, event: Field.WriteOutside) -> None:
        event.stop()
        write_outside(self, event.field)
