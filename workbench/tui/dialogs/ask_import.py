"""Ask for an article: a path, completed while it is typed, or a text that is pasted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on
from textual.widgets import Static

from workbench.tui.dialogs.drafting import Drafting
from workbench.tui.plain import one_line
from workbench.tui.widgets.field import Field, Line, is_of_many_lines
from workbench.tui.widgets.paths import PathSuggester

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from textual import events
    from textual.widget import Widget


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be imported: a path, or a text."""

    path: str = ""
    text: str = ""


class _PathLine(Line):
    """The path; a pasted text of many lines is none, and left to the dialog."""

    def _on_paste(self, event: events.Paste) -> None:
        if is_of_many_lines(event.text):
            event.prevent_default()


class AskImport(Drafting[Wanted]):
    """Ask for an article to import."""

    title_text = "Import an article"
    accept_label = "import"

    def __init__(self, check: Callable[[Wanted], Awaitable[str]] | None = None) -> None:
        super().__init__(classes="question--tall", subject="an article", check=check)

    def body(self) -> list[Widget]:
        """Return the path and the text."""
        return [
            Static(one_line("A file or folder (→ completes, Enter imports)", "$page-margin")),
            _PathLine(name="path", placeholder="~/articles/vote.md", suggester=PathSuggester()),
            Static(one_line(" ", "")),
            Static(one_line("… or paste a text; a line “# Title” at its head names it", "$page-margin")),
            Field(name="text", tall=True),
        ]

    def answer(self) -> Wanted | None:
        """Return the path, else the text."""
        path, text = self.values()["path"], self.query_one(Field).text
        if path and text.strip():
            self.tell("There is a path and a text: leave one of them empty.")
            return None
        if path:
            return Wanted(path=path)
        if text.strip():
            return Wanted(text=text)
        self.tell("Give a path or paste a text.")
        return None

    @on(Line.Submitted)
    def _submit(self, event: Line.Submitted) -> None:
        event.stop()
        self.action_accept()

    def on_paste(self, event: events.Paste) -> None:
        """Take a pasted article of many lines into the text, wherever the cursor is."""
        field = self.query_one(Field)
        if is_of_many_lines(event.text) and self.focused is not field:
            event.stop()
            field.insert(event.text)
            field.focus()
