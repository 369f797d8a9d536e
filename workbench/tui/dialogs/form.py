"""A form: named entries under each other, read back by name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from textual import on
from textual.containers import Horizontal, VerticalScroll
from textual.suggester import SuggestFromList
from textual.widgets import Static

from workbench.tui.dialogs.drafting import Drafting
from workbench.tui.plain import one_line
from workbench.tui.widgets.choice import Choice
from workbench.tui.widgets.field import Field, Line
from workbench.tui.widgets.paths import PathSuggester

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.widget import Widget

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: a line, a path that completes itself, a text of many lines (`long`), a choice of `options`.

    A line completes itself to one of the words that are `known`.
    """

    name: str
    label: str
    value: str = ""
    placeholder: str = ""
    path: bool = False
    long: bool = False
    options: Sequence[tuple[str, str]] = ()
    known: Sequence[str] = ()


class Form(Drafting[T]):
    """A question with several entries. Children say which (`entries`) and make an answer of the values (`read`).

    `first` names the entry to begin in, where that is not the topmost.
    """

    first = ""

    def on_mount(self) -> None:
        """Begin where most is written."""
        self._part_rows()
        if self.first:
            self.control(self.first).focus()

    def entries(self) -> Sequence[Entry]:
        """Return the entries from top to bottom."""
        raise NotImplementedError

    def read(self, values: dict[str, str]) -> T | None:
        """Make the answer; None after `tell` where it cannot be taken."""
        raise NotImplementedError

    def before(self) -> list[Widget]:
        """Return widgets to stand above the entries."""
        return []

    def body(self) -> list[Widget]:
        """Return one row per entry."""
        rows = [
            Horizontal(
                Static(one_line(entry.label), classes="form-label"),
                _control(entry),
                classes="form-row",
                name=entry.name,
            )
            for entry in self.entries()
        ]
        return [*self.before(), VerticalScroll(*rows, classes="form-rows", can_focus=False)]

    def answer(self) -> T | None:
        """Return what the entries hold."""
        return self.read(self.values())

    def show_entries(self, names: Sequence[str], *, shown: bool) -> None:
        """Show or hide some entries."""
        for row in self.query(".form-row").results(Horizontal):
            if row.name in names:
                row.display = shown
        self._part_rows()

    def _part_rows(self) -> None:
        """Tint every other row that is written in: two that touch would be one block."""
        written = [one for one in self.query(".form-row > Line, .form-row > Field").results() if _is_shown(one)]
        for place, control in enumerate(written):
            control.set_class(place % 2 == 1, "-even")

    @on(Line.Submitted)
    def _go_on(self, event: Line.Submitted) -> None:
        """Take the answer on Enter in the last line, else go to the next entry."""
        event.stop()
        lines = [line for line in self.query(Line).results() if _is_shown(line)]
        if lines and lines[-1] is event.input and not self.query(Field):
            self.action_accept()
        else:
            self.focus_next()


def _is_shown(control: Widget) -> bool:
    return control.parent is None or bool(control.parent.display)


def _control(entry: Entry) -> Widget:
    if entry.options:
        return Choice(entry.options, entry.value, name=entry.name)
    if entry.long:
        return Field(entry.value, name=entry.name, placeholder=entry.placeholder)
    suggester = PathSuggester() if entry.path else SuggestFromList(entry.known, case_sensitive=False)
    return Line(entry.value, name=entry.name, placeholder=entry.placeholder, suggester=suggester)
