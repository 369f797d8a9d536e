"""The control of first paint and memory: Textual with one Static."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import App
from textual.widgets import Static

if TYPE_CHECKING:
    from textual.app import ComposeResult


class Bare(App[None]):
    def compose(self) -> ComposeResult:
        yield Static("Tensions were exposed on Monday")


Bare().run()
