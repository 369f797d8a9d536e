"""Ask for one line: a reason, a number, a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on

from workbench.tui.dialogs.question import Question
from workbench.tui.widgets.field import Line

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.suggester import Suggester
    from textual.widget import Widget


class AskLine(Question[str]):
    """Ask for one line. `check` gives back why a line cannot be taken, or ''."""

    def __init__(
        self,
        title: str,
        value: str = "",
        *,
        why: str = "",
        placeholder: str = "",
        accept: str = "save",
        check: Callable[[str], str] | None = None,
        suggester: Suggester | None = None,
    ) -> None:
        super().__init__()
        self.title_text = title
        self.explanation = why
        self.accept_label = accept
        self._value = value
        self._placeholder = placeholder
        self._check = check
        self._suggester = suggester

    def body(self) -> list[Widget]:
        """Return the line."""
        return [Line(self._value, placeholder=self._placeholder, suggester=self._suggester)]

    def answer(self) -> str | None:
        """Return the line, unless the check has something against it."""
        value = self.query_one(Line).value.strip()
        fault = self._check(value) if self._check else ""
        if fault:
            self.tell(fault)
            return None
        return value

    def keys(self) -> list[tuple[str, str, str]]:
        """Return the keys of a line."""
        return [("accept", "Enter", self.accept_label), ("cancel", "", "cancel")]

    @on(Line.Submitted)
    def _submit(self, event: Line.Submitted) -> None:
        event.stop()
        self.action_accept()


class AskJump(AskLine):
    """Ask for the number of a claim."""

    def __init__(self, known: Callable[[int], bool]) -> None:
        def check(line: str) -> str:
            digits = line.rpartition(".")[2]
            return "" if digits.isdigit() and known(int(digits)) else f"There is no claim {line or 'without a number'}."

        super().__init__("Go to which claim?", placeholder="12", accept="go", check=check)


class AskReason(AskLine):
    """Ask why something needs no check."""

    def __init__(self, what: str, value: str = "") -> None:
        placeholder = "opinion, colour … (may stay empty)"
        super().__init__("Why does this need no check?", value, why=what, placeholder=placeholder, accept="waive")


class AskPurge(AskLine):
    """Ask for the number of the article that is to be removed for good, so that no slip of a key removes one."""

    def __init__(self, number: int, title: str) -> None:
        def check(line: str) -> str:
            return "" if line == str(number) else f"Type {number} to remove it, or leave with Esc."

        super().__init__(
            f"Remove article {number} for good: {title}",
            why="Its text, claims, history and own sources go. Nothing brings them back.",
            placeholder=f"type {number}",
            accept="remove",
            check=check,
        )
