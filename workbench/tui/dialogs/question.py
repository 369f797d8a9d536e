"""What all dialogs share: a title, a body, the keys at the foot, and an answer or None."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from workbench.tui.bindings import bindings_of
from workbench.tui.keymap import default_keymap
from workbench.tui.plain import linked, one_line
from workbench.tui.widgets.field import Field

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult
    from textual.widget import Widget

    from workbench.tui.keymap import Keymap

T = TypeVar("T")
# The cells that a dialog's padding takes where the window is low or narrow.
EDGES = 4


class Hints(Static):
    """The keys at the foot of a dialog; a click does what they do."""


class Question(ModalScreen[T | None]):
    """Ask one thing. `body` gives the widgets; `answer` what they hold, None while it cannot be taken."""

    CSS_PATH = "question.tcss"
    BINDINGS = bindings_of("dialog")

    title_text = ""
    explanation = ""
    accept_label = "save"

    def compose(self) -> ComposeResult:
        """Put the title over the body over the keys."""
        with Vertical(id="question"):
            yield Static(one_line(self.title_text, "bold"), id="question-title")
            if self.explanation:
                yield Static(one_line(self.explanation, "$page-margin"), id="question-why")
            with Vertical(id="question-body"):
                yield from self.body()
            yield Static("", id="question-fault")
            yield Hints(self._hints(), id="question-keys")

    def body(self) -> list[Widget]:
        """Return the widgets of the question."""
        raise NotImplementedError

    def answer(self) -> T | None:
        """Return the answer as it stands; None where it cannot be taken yet (say why with `tell`)."""
        raise NotImplementedError

    def tell(self, fault: str) -> None:
        """Say under the question why the answer cannot be taken."""
        self.query_one("#question-fault", Static).update(one_line(fault, "$text-error"))

    def action_accept(self) -> None:
        """Take the answer, if it can be taken."""
        found = self.answer()
        if found is not None:
            self.dismiss(found)

    def action_cancel(self) -> None:
        """Close without an answer."""
        self.dismiss(None)

    def action_outside(self) -> None:
        """Give the field that is being written in to the user's editor."""
        if isinstance(self.focused, Field):
            self.focused.action_write_outside()

    def on_click(self, event: events.Click) -> None:
        """Close on a click beside the dialog, and do what the keys at the foot say."""
        if event.widget is self:
            self.action_cancel()
        elif event.style.meta.get("dialog") == "accept":
            self.action_accept()
        elif event.style.meta.get("dialog") == "cancel":
            self.action_cancel()

    def keys(self) -> list[tuple[str, str, str]]:
        """Return command, key ('' for the keymap's) and label of each key at the foot."""
        return [("accept", "", self.accept_label), ("cancel", "", "cancel")]

    def _hints(self) -> Content:
        keymap: Keymap = getattr(self.app, "keymap", None) or default_keymap()
        parts = []
        for command, own, label in self.keys():
            key = own or keymap.first(command)
            parts.append(linked(Content.assemble((key, "bold $page-text"), f" {label}"), dialog=command))
        shown = Content("   ").join(parts)
        if shown.cell_length > self.app.size.width - EDGES and len(parts) > 2:  # noqa: PLR2004 - the first and the last
            return Content("   ").join([parts[0], parts[-1]])
        return shown
