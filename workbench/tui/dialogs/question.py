"""What all dialogs share: a title, a body, the keys at the foot, and an answer or None."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual import on
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Static

from workbench.tui.bindings import binding_of, bindings_of
from workbench.tui.frames import SwiftScreen
from workbench.tui.keymap import default_keymap
from workbench.tui.plain import lines, linked, one_line
from workbench.tui.widgets.field import Field

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Unpack

    from textual import events
    from textual.app import ComposeResult
    from textual.await_complete import AwaitComplete
    from textual.binding import BindingType
    from textual.geometry import Size

    from workbench.tui.keymap import Keymap
    from workbench.tui.widgets.naming import Naming

T = TypeVar("T")
GAP = "   "
# In a window lower than this one row of keys is all there is room for: the first and the last, and what fits between.
LOW = 20
# What is pressed in fields, choices and lists: the selector of those that have the key, the key, the sentence.
FIELD_KEYS = (
    ("Line, Field, Choice", "Tab  Shift+Tab", "Go to the next field, or to the one before."),
    ("Choice", "←  →  Space", "Choose the word beside; a digit takes the word at its place."),
    ("Line", "→", "Take the path or name that is offered behind what you type."),
    ("OptionList", "↑  ↓", "Go through the list while you type; Enter takes what is lit."),
)


class Hints(Widget):
    """The keys at the foot of a dialog, in as many rows as they take; a click does what they do."""

    def __init__(self, keys: Sequence[Content], **naming: Unpack[Naming]) -> None:
        super().__init__(**naming)
        self._keys = list(keys)

    def show(self, keys: Sequence[Content]) -> None:
        """Show other keys."""
        self._keys = list(keys)
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's own
        """Return the number of rows."""
        return len(self._rows(width))

    def render(self) -> Content:
        """Return the keys; one and its words are never parted."""
        return lines(self._rows(self.size.width))

    def _rows(self, width: int) -> list[Content]:
        rows: list[list[Content]] = [[]]
        for key in self._keys:
            if rows[-1] and Content(GAP).join([*rows[-1], key]).cell_length > width:
                rows.append([])
            rows[-1].append(key)
        if len(rows) > 1 and self.app.size.height < LOW:
            rows = [self._most_in_a_row(width)]
        return [Content(GAP).join(row) for row in rows]

    def _most_in_a_row(self, width: int) -> list[Content]:
        first, *others, last = self._keys
        row = [first, last]
        for key in others:
            longer = [*row[:-1], key, last]
            if Content(GAP).join(longer).cell_length <= width:
                row = longer
        return row


class Question(ModalScreen[T | None], SwiftScreen[T | None]):
    """Ask one thing. `body` gives the widgets; `answer` what they hold, None while it cannot be taken."""

    CSS_PATH = "question.tcss"
    place = "dialog"
    # A dialog cuts off what works everywhere; its keys can be asked for all the same.
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of("dialog"), *binding_of("help", "app.")]

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

    @property
    def keymap(self) -> Keymap:
        """Return the user's keys."""
        return getattr(self.app, "keymap", None) or default_keymap()

    def body(self) -> list[Widget]:
        """Return the widgets of the question."""
        raise NotImplementedError

    def answer(self) -> T | None:
        """Return the answer as it stands; None where it cannot be taken yet (say why with `tell`)."""
        raise NotImplementedError

    def tell(self, fault: str) -> None:
        """Say under the question why the answer cannot be taken."""
        self.query_one("#question-fault", Static).update(one_line(fault, "$text-error"))

    def note(self, words: str) -> None:
        """Say something quietly in the place of a fault."""
        self.query_one("#question-fault", Static).update(one_line(words, "$page-margin"))

    def show_keys(self) -> None:
        """Show the keys again: one more or less of them does something now."""
        self.query_one(Hints).show(self._hints())

    def dismiss(self, result: T | None = None) -> AwaitComplete:
        """Close with an answer; what is typed behind it waits for what the asker does with it."""
        self.hold_keys()
        return super().dismiss(result)

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

    @on(Field.WriteOutside)
    def _write_outside(self, event: Field.WriteOutside) -> None:
        """Give the field's text to the user's editor and take back what it saved."""
        event.stop()
        edit = getattr(self.app, "edit_outside", None)
        text = edit(event.field.text) if edit is not None else None
        if text is not None:
            event.field.text = text.rstrip("\n")
            event.field.move_cursor(event.field.document.end)

    def on_click(self, event: events.Click) -> None:
        """Do what the key at the foot says that was clicked; a click beside the dialog means it too."""
        command = event.style.meta.get("dialog")
        if event.widget is self:
            self.click_beside()
        elif isinstance(command, str):
            getattr(self, f"action_{command.replace('-', '_')}")()

    def click_beside(self) -> None:
        """Close on a click beside the dialog."""
        self.action_cancel()

    def keys(self) -> list[tuple[str, str, str]]:
        """Return command, key ('' for the keymap's) and label of each key at the foot."""
        return [("accept", "", self.accept_label), ("cancel", "", "cancel")]

    def more_help(self) -> list[tuple[str, str, str]]:
        """Return the keys of the widgets that this dialog has (group, key, sentence)."""
        return [("Fields", keys, sentence) for kind, keys, sentence in FIELD_KEYS if self.query(kind)]

    def _hints(self) -> list[Content]:
        keymap = self.keymap
        parts = []
        for command, own, label in self.keys():
            key = own or keymap.first(command)
            parts.append(linked(Content.assemble((key, "bold $page-text"), f" {label}"), dialog=command))
        return parts
