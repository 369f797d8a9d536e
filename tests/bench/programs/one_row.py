"""The control of keys: Textual with one widget of one row that counts them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.app import App
from textual.strip import Strip
from textual.widget import Widget

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult


class Row(Widget, can_focus=True):
    DEFAULT_CSS = "Row { height: 1; }"
    at = 101

    def on_key(self, event: events.Key) -> None:
        self.at += {"n": 1, "p": -1}.get(event.key, 0)
        self.refresh()

    def render_line(self, y: int) -> Strip:
        return Strip([Segment(f"▶{self.at} Tensions".ljust(self.size.width))], self.size.width)


class Control(App[None]):
    def compose(self) -> ComposeResult:
        yield Row()

    def on_mount(self) -> None:
        self.query_one(Row).focus()


Control().run()
