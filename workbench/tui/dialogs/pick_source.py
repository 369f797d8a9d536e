"""Pick a source of the library, or ask for a new one with what was typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.tui.dialogs.pick import Item, Pick
from workbench.tui.widgets.field import Line

if TYPE_CHECKING:
    from collections.abc import Sequence

NEW = "new"


class PickSource(Pick):
    """Give back a source's id, or 'new:' and what was typed."""

    def __init__(self, items: Sequence[Item], *, why: str = "") -> None:
        new = Item(NEW, "A new source …", "page, file, call, interview", fixed=True)
        super().__init__("Which source?", [*items, new], why=why, placeholder="title or address")

    def answer(self) -> str | None:
        """Return the lit source, or what a new one begins with."""
        found = super().answer()
        return f"{NEW}:{self.query_one(Line).value.strip()}" if found == NEW else found
