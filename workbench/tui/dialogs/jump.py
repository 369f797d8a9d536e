"""Go to one of the things in sight by the letter that stands on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from workbench.tui.frames import SwiftScreen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.app import ComposeResult

# In the order in which a hand at rest finds them.
LETTERS = "fjdkslaghrueiwotybvncmxzpq"


def label_numbers(numbers: Sequence[int]) -> dict[str, int]:
    """Give each number a label: one letter while they last, else two."""
    if len(numbers) <= len(LETTERS):
        return dict(zip(LETTERS, numbers, strict=False))
    pairs = [first + second for first in LETTERS for second in LETTERS]
    return dict(zip(pairs, numbers, strict=False))


class JumpLabels(ModalScreen[int | None], SwiftScreen[int | None]):
    """Wait for a label; anything else leaves everything as it is."""

    # A file, not DEFAULT_CSS: the app's own rule for all screens would win over that, and hide the article.
    CSS_PATH = "jump.tcss"

    def __init__(self, labels: dict[str, int]) -> None:
        super().__init__()
        self._labels = labels
        self._typed = ""

    def compose(self) -> ComposeResult:
        """Say what is waited for; the letters stand in the text behind."""
        yield Static(Content("the letter on a claim goes there   any other key leaves"), id="jump-hint")

    def on_key(self, event: events.Key) -> None:
        """Take a letter."""
        event.stop()
        self._typed += (event.character or "").casefold()
        if self._typed in self._labels:
            self.dismiss(self._labels[self._typed])
        elif not self._typed or not any(label.startswith(self._typed) for label in self._labels):
            self.dismiss(None)

    def on_click(self) -> None:
        """Give up on a click."""
        self.dismiss(None)
