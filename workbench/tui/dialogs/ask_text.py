"""Ask for a text of many lines; what is typed is told all the time, so that it can be kept as a draft."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.widgets import Static

from workbench.tui.dialogs.question import Question
from workbench.tui.plain import plain
from workbench.tui.widgets.field import Field

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.content import Content
    from textual.widget import Widget


class AskText(Question[str]):
    """Ask for a text. `context` is shown above it; `drafted` is called with each new state of the text.

    `preview` gives what is shown under it, in place of a context, as it is typed.
    `stored` is what the text was before the draft: the field can be set back to it.
    `begin` stands in the field at first, selected: typing replaces it, arrows go into it, left as it is it is no answer.
    """

    DRAFT_PAUSE = 0.4

    def __init__(
        self,
        title: str,
        text: str = "",
        *,
        context: str = "",
        placeholder: str = "",
        accept: str = "save",
        begin: str = "",
        preview: Callable[[str], Content] | None = None,
        drafted: Callable[[str], None] | None = None,
        stored: str | None = None,
    ) -> None:
        super().__init__(classes="question--tall question--beside")
        self.title_text = title
        self.explanation = "" if stored is None else "Your draft from before is here again."
        self.accept_label = accept
        # What was there before anything was typed, and what the draft is as far as it was told.
        self._stored = (text or begin) if stored is None else stored
        self._text = text or begin
        self._begin = begin
        self._preview = preview
        self._above = context
        self._placeholder = placeholder
        self._drafted = drafted

    def body(self) -> list[Widget]:
        """Return the context and the field."""
        field = Field(self._text, name="text", placeholder=self._placeholder, tall=True)
        above = [Static(plain(self._above, "$page-margin"), id="text-context")] if self._above else []
        shown = [Static(self._preview(self._text), id="text-preview")] if self._preview else []
        return [*above, field, *shown]

    def on_mount(self) -> None:
        """Select what stands there to begin with."""
        if self._begin:
            self.query_one(Field).select_all()

    def answer(self) -> str:
        """Return the text; an empty one is an answer too."""
        text = self.query_one(Field).text.strip()
        return "" if self._begin and text == self._begin else text

    def keys(self) -> list[tuple[str, str, str]]:
        """Return the keys of a text."""
        drop = [("drop-draft", "", "drop draft")] if self._text != self._stored else []
        return [("accept", "", self.accept_label), ("outside", "", "in editor"), *drop, ("cancel", "", "keep draft")]

    def action_drop_draft(self) -> None:
        """Put back what is stored; the field's own undo brings the draft again."""
        field = self.query_one(Field)
        field.replace(self._stored, (0, 0), field.document.end)
        field.move_cursor(field.document.end)

    @on(Field.Changed)
    def _keep_draft(self) -> None:
        text = self.query_one(Field).text
        if text != self._text:
            self._text = text
            self.show_keys()
            if self._drafted is not None:
                self._drafted("" if text == self._begin else text)
        if self._preview is not None:
            self.query_one("#text-preview", Static).update(self._preview(text))
