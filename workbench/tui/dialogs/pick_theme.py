"""Pick the colours; each theme is shown while the cursor is on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.widgets import OptionList

from workbench.tui.dialogs.pick import EDGES, Item, Pick

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.theme import Theme

# As in question.tcss: it stands aside, so that the colours are seen, but is as wide as the keys at its foot.
WIDTH = 48


class PickTheme(Pick):
    """Give back a theme's name. Without an answer the colours are what they were."""

    accept_label = "keep"

    def __init__(self, themes: Iterable[Theme], chosen: str) -> None:
        ordered = sorted(themes, key=lambda theme: (not theme.name.startswith("workbench"), theme.name))
        items = [Item(theme.name, theme.name, _describe(theme)) for theme in ordered]
        super().__init__("Which colours?", items, chosen=chosen, placeholder="name, light or dark")
        self._before = chosen
        self.add_class("question--aside")

    def _row_width(self) -> int:
        return min(WIDTH, self.app.size.width * 7 // 10) - EDGES

    @on(OptionList.OptionHighlighted)
    def _show(self, event: OptionList.OptionHighlighted) -> None:
        if event.option_id:
            self.app.theme = event.option_id

    def action_cancel(self) -> None:
        """Put the colours back."""
        self.app.theme = self._before
        super().action_cancel()


def _describe(theme: Theme) -> str:
    side = "dark" if theme.dark else "light"
    return f"{side}, the terminal's own colours" if theme.ansi else side
