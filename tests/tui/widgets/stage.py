"""One widget alone on a screen, and what the screen then shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import App, ComposeResult

from workbench.tui import themes

if TYPE_CHECKING:
    from textual.widget import Widget


class Stage(App[None]):
    """An app that shows one widget in one of our themes and keeps the messages that reach it."""

    def __init__(self, widget: Widget, theme: str = "workbench-night") -> None:
        super().__init__()
        self.widget = widget
        self.heard: list[object] = []
        themes.register_themes(self)
        self.theme = theme

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return themes.derive_tokens(self.current_theme)

    def compose(self) -> ComposeResult:
        yield self.widget

    def heard_of(self, kind: type) -> list[object]:
        return [message for message in self.heard if isinstance(message, kind)]


def rows(widget: Widget) -> list[str]:
    """Return the characters of each line of a widget."""
    return [widget.render_line(y).text for y in range(widget.size.height)]
