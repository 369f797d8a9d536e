"""Say at the end what was done and what is next."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.widgets import Static

from workbench.tui.dialogs.question import Question
from workbench.tui.plain import lines, one_line, plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.binding import BindingType
    from textual.widget import Widget


class Farewell(Question[bool]):
    """Show what was done; leaving again leaves."""

    title_text = "Until next time"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter,ctrl+q,q", "accept", "leave", show=False)]

    def __init__(self, summary: Sequence[str]) -> None:
        super().__init__()
        self._summary = list(summary)

    def body(self) -> list[Widget]:
        """Return the summary."""
        title, *rest = self._summary
        told = [one_line(title, "bold"), *(plain(line) for line in rest)]
        return [Static(lines([*told, plain("Everything is saved.", "$page-margin")]))]

    def answer(self) -> bool:
        """Return yes."""
        return True

    def keys(self) -> list[tuple[str, str, str]]:
        """Return the two ways."""
        return [("accept", "Enter", "leave"), ("cancel", "", "stay")]
