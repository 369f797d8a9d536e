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
    """Show what was done, a group of lines per article, and what could not be stored; leaving again leaves."""

    title_text = "Until next time"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter,ctrl+q,q", "accept", "leave", show=False)]

    def __init__(self, summary: Sequence[Sequence[str]], lost: str = "") -> None:
        super().__init__()
        self._summary = list(summary)
        self._lost = lost

    def body(self) -> list[Widget]:
        """Return the summary."""
        told = []
        for title, *rest in self._summary:
            told += [one_line(title, "bold"), *map(plain, rest), plain("")]
        end = plain(self._lost, "bold $claim-fail") if self._lost else plain("Everything is saved.", "$page-margin")
        return [Static(lines([*told, end]))]

    def answer(self) -> bool:
        """Return yes."""
        return True

    def keys(self) -> list[tuple[str, str, str]]:
        """Return the two ways."""
        return [("accept", "Enter", "leave"), ("cancel", "", "stay")]
