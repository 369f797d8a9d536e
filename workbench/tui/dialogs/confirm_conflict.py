"""Show what someone else stored meanwhile beside what was refused, and ask which one stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Static

from workbench.tui.dialogs.pick import Item, Pick
from workbench.tui.plain import lines, one_line, plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.widget import Widget


class ConfirmConflict(Pick):
    """Ask whether theirs stays or mine goes over it; both are in sight."""

    accept_label = "take it"

    def __init__(self, message: str, theirs: Sequence[tuple[str, str]], mine: Sequence[tuple[str, str]]) -> None:
        super().__init__(
            "This claim was changed elsewhere meanwhile",
            [
                Item("theirs", "Keep theirs", "what you did is dropped"),
                Item("mine", "Do mine over it", "theirs stays in the history"),
            ],
            why=message,
        )
        self._sides = (("Theirs, as stored", theirs), ("Yours, not stored", mine))

    def body(self) -> list[Widget]:
        """Return both versions over the choice."""
        shown: list[Widget] = []
        for title, rows in self._sides:
            content = [one_line(title, "bold")]
            content += [
                plain(f"{label}: {value}" if label else value, "$page-margin") for label, value in rows if value
            ]
            shown.append(Static(lines(content), classes="version"))
        return [*shown, *super().body()]
