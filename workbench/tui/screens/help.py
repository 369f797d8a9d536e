"""Every key of a screen, as the user has it, generated from the command table; then a page to read."""

from __future__ import annotations

from importlib import resources
from typing import TYPE_CHECKING

from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from workbench.tui.bindings import bindings_of
from workbench.tui.commands import commands_in
from workbench.tui.keymap import show_key
from workbench.tui.plain import lines, plain
from workbench.tui.widgets.panel import Panel

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from workbench.tui.commands import Command
    from workbench.tui.keymap import Keymap

LABEL_WIDTH = 18


class HelpScreen(ModalScreen[None]):
    """The keys of the place that one came from."""

    CSS_PATH = "help.tcss"
    BINDINGS = [*bindings_of("dialog", "reading", "help")]  # noqa: RUF012 - Textual declares it so
    AUTO_FOCUS = "#help-text"

    def __init__(self, place: str, keymap: Keymap) -> None:
        super().__init__()
        self._place = place
        self._keymap = keymap

    def compose(self) -> ComposeResult:
        """Show the help over the screen."""
        yield Static(Content.styled(f"Keys: {self._place}", "bold"), id="help-title")
        panel = Panel(id="help-text")
        yield panel
        yield Static(Content.styled("Esc closes   / and letters do nothing here", "$page-margin"), id="help-foot")

    def on_mount(self) -> None:
        """Write the help."""
        self.query_one(Panel).show(write_help(self._place, self._keymap))

    def on_key(self) -> None:
        """Take every other key, so that nothing happens below."""

    def action_cancel(self) -> None:
        """Close."""
        self.dismiss(None)

    def action_accept(self) -> None:
        """Close."""
        self.dismiss(None)

    def on_click(self) -> None:
        """Keep clicks here."""


def write_help(place: str, keymap: Keymap) -> Content:
    """Return the keys by group, each with its sentence, after the place's own page."""
    groups: dict[str, list[Command]] = {}
    for command in commands_in(place):
        groups.setdefault(command.group, []).append(command)
    parts = [plain(read_page(place))] if read_page(place) else []
    for group, commands in groups.items():
        rows = [Content.styled(group, "bold $primary")]
        for command in commands:
            keys = "  ".join(show_key(key) for key in keymap.of(command)) or "–"
            rows.append(Content.assemble((f"{keys:>{LABEL_WIDTH}}", "bold"), "  ", (command.help, "")))
        parts.append(lines(rows))
    return Content("\n\n").join(parts)


def read_page(place: str) -> str:
    """Return the page written about a place, '' where there is none."""
    page = resources.files("workbench") / "data" / "help" / f"{place}.md"
    return page.read_text(encoding="utf-8").strip() if page.is_file() else ""
