"""Every key of a screen, as the user has it, generated from the command table; then a page to read."""

from __future__ import annotations

import re
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
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from workbench.tui.keymap import Keymap

KEYS_WIDTH = 18
_COMMAND = re.compile(r"\{([a-z-]+)\}")


class HelpScreen(ModalScreen[None]):
    """The keys of the place that one came from."""

    CSS_PATH = "help.tcss"
    BINDINGS = [*bindings_of("dialog", "reading", "help")]  # noqa: RUF012 - Textual declares it so
    AUTO_FOCUS = "#help-text"

    def __init__(self, place: str, keymap: Keymap, more: Sequence[tuple[str, str, str]] = ()) -> None:
        super().__init__()
        self._place = place
        self._keymap = keymap
        self._more = tuple(more)

    def compose(self) -> ComposeResult:
        """Show the help over the screen."""
        yield Static(Content.styled(f"Keys: {self._place}", "bold"), id="help-title")
        panel = Panel(id="help-text")
        yield panel
        yield Static(
            Content.assemble((self._keymap.first("cancel"), "bold"), (" close", "$page-margin")), id="help-foot"
        )

    def on_mount(self) -> None:
        """Write the help."""
        self.query_one(Panel).show(write_help(self._place, self._keymap, self._more))

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


def write_help(place: str, keymap: Keymap, more: Sequence[tuple[str, str, str]] = ()) -> Content:
    """Return the place's own page, then the keys by group, each with its sentence."""
    groups: dict[str, list[tuple[str, str]]] = {}
    for group, keys, sentence in more:
        groups.setdefault(group, []).append((keys, sentence))
    for command in commands_in(place):
        keys = "  ".join(show_key(key) for key in keymap.of(command)) or "–"
        groups.setdefault(command.group, []).append((keys, command.help))
    parts = [plain(paragraph) for paragraph in read_page(place, keymap)]
    for group, rows in groups.items():
        lined = (Content.assemble((f"{keys:>{KEYS_WIDTH}}", "bold"), "  ", plain(text)) for keys, text in rows)
        parts.append(lines([Content.styled(group, "bold $primary"), *lined]))
    return Content("\n\n").join(parts)


def read_page(place: str, keymap: Keymap) -> list[str]:
    """Return the paragraphs written about a place, with the user's keys for `{command}`; none where there is no page."""
    page = resources.files("workbench") / "data" / "help" / f"{place}.md"
    if not page.is_file():
        return []
    text = _COMMAND.sub(lambda found: keymap.first(found[1]), page.read_text(encoding="utf-8"))
    return [" ".join(paragraph.split()) for paragraph in text.strip().split("\n\n")]
