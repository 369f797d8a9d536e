"""Every key of a screen, as the user has it, generated from the command table; then a page to read."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from workbench.settings.paths import package_data
from workbench.tui.bindings import bindings_of
from workbench.tui.commands import commands_in
from workbench.tui.frames import SwiftScreen
from workbench.tui.keys import show_key
from workbench.tui.plain import lines, plain
from workbench.tui.widgets.panel import Panel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from workbench.tui.keymap import Keymap

KEYS_WIDTH = 18
WIDEST = 100
FIRST = "Ratings"


class HelpScreen(ModalScreen[None], SwiftScreen[None]):
    """The keys of the place that one came from."""

    CSS_PATH = "help.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of("dialog", "help"), *bindings_of("reading", target="focused.")]
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

    def on_resize(self) -> None:
        """Write the help for the width there is."""
        # After the panel's own layout: the place of its scroll bar is not text.
        self.call_after_refresh(self._write)

    def _write(self) -> None:
        panel = self.query_one(Panel)
        width = panel.scrollable_content_region.width
        panel.show(write_help(self._place, self._keymap, self._more, width=width), keep_place=True)

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


def write_help(
    place: str, keymap: Keymap, more: Sequence[tuple[str, str, str]] = (), *, width: int = WIDEST
) -> Content:
    """Return the place's own page, then the keys by group, each with its sentence beside it."""
    table = [
        (command.group, "  ".join(show_key(key) for key in keymap.of(command)) or "–", command.help)
        for command in commands_in(place)
    ]
    # Ratings are what is pressed most; what is true while marking alone stands behind all else.
    first = [one for one in more if one[0] == FIRST]
    groups: dict[str, list[tuple[str, str]]] = {}
    for group, keys, sentence in (*first, *table, *(one for one in more if one[0] != FIRST)):
        groups.setdefault(group, []).append((keys, sentence))
    parts = [lines(plain(text).wrap(min(width, WIDEST))) for text in read_page(place, keymap)]
    room = min(KEYS_WIDTH, width // 3)
    for group, rows in groups.items():
        lined = (_beside(keys, plain(text), room, min(width, WIDEST)) for keys, text in rows)
        parts.append(lines([Content.styled(group, "bold $primary"), *lined]))
    return Content("\n\n").join(parts)


def _beside(keys: str, text: Content, room: int, width: int) -> Content:
    """Put a sentence beside its keys; what does not fit goes on under its own beginning."""
    first = Content.assemble((f"{keys:>{room}}", "bold"), "  ")
    rows = text.wrap(max(8, width - first.cell_length)) or [text]
    rest = (Content.assemble(" " * (room + 2), row) for row in rows[1:])
    return lines([Content.assemble(first, rows[0]), *rest])


def read_page(place: str, keymap: Keymap) -> list[str]:
    """Return the paragraphs written about a place, with the user's keys for `{command}`; none where there is no page."""
    page = package_data() / "help" / f"{place}.md"
    if not page.is_file():
        return []
    text = keymap.name_keys(page.read_text(encoding="utf-8"))
    return [" ".join(paragraph.split()) for paragraph in text.strip().split("\n\n")]
