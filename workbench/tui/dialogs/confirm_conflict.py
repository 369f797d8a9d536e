"""Show what someone else stored meanwhile beside what was refused, and ask which one stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import VerticalScroll
from textual.widgets import Static

from workbench.tui.dialogs.pick import Item, Pick
from workbench.tui.plain import lines, one_line, plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.widget import Widget


class ConfirmConflict(Pick):
    """Ask whether theirs stays or mine goes over it; both are in sight over the choice."""

    accept_label = "take it"

    def __init__(
        self, title: str, why: str, theirs: Sequence[tuple[str, str]], mine: Sequence[tuple[str, str]]
    ) -> None:
        super().__init__(
            title,
            [
                Item("theirs", "Keep theirs", "yours is dropped"),
                Item("mine", "Take yours", "history keeps theirs"),
            ],
            why=why,
        )
        self._sides = (("Theirs, as stored", theirs), ("Yours, not stored", mine))

    def body(self) -> list[Widget]:
        """Return both versions over the choice, which stays in sight however long they are."""
        shown = []
        for title, rows in self._sides:
            content = [one_line(title, "bold")]
            content += [
                plain(f"{label}: {value}" if label else value, "$page-margin") for label, value in rows if value
            ]
            shown.append(Static(lines(content), classes="version"))
        return [VerticalScroll(*shown, id="versions", can_focus=False), *super().body()]

    def on_key(self, event: events.Key) -> None:
        """Let the keys for a page go through the versions: the choice has but two rows."""
        versions = self.query_one("#versions")
        for way, scroll in (("page_down", versions.scroll_page_down), ("page_up", versions.scroll_page_up)):
            if event.key in self.moves[way]:
                event.prevent_default()
                event.stop()
                scroll(animate=False)
