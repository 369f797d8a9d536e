"""The terminal app: wiring only. Screens show, dialogs ask, the desk does."""

from __future__ import annotations

import asyncio
import os
from typing import TYPE_CHECKING, ClassVar

from textual.app import SuspendNotSupported
from textual.binding import Binding

from workbench.errors import UsageError
from workbench.tui.bindings import bindings_of, textual_keymap
from workbench.tui.desk_lane import DeskLane, utc_now
from workbench.tui.keeping import Keeping
from workbench.tui.keymap import load_keymap, refuse_faults
from workbench.tui.lane import Lane
from workbench.tui.screens.base import Room
from workbench.tui.signals import watch_signals
from workbench.tui.sizes import HEIGHTS, WIDTHS
from workbench.tui.terminal import copy_text, in_screen, set_mouse
from workbench.tui.themes import THEMES_DIR, choose_theme, derive_tokens
from workbench.tui.times import minute

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from textual.actions import ActionParseResult
    from textual.binding import BindingType
    from textual.dom import DOMNode

    from workbench.errors import WorkbenchError
    from workbench.settings.settings import Settings
    from workbench.store.glance import Glance
    from workbench.tui.curtain import Curtain
    from workbench.tui.screens.review.sitting import Sitting


class Workbench(Keeping, inherit_bindings=False):
    """One terminal, one library, one reviewer."""

    TITLE = "workbench"
    CSS_PATH = "app.tcss"
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings_of("everywhere"),
        Binding("ctrl+c", "help_quit", show=False, system=True),
    ]

    def __init__(
        self,
        path: Path,
        settings: Settings,
        *,
        article: int | None = None,
        glimpse: Glance | None = None,
        tour: bool = False,
        folder: Path | None = None,
        clock: Callable[[], str] = utc_now,
    ) -> None:
        super().__init__()
        self.settings = settings
        # The user's own keymaps and themes lie here.
        self._folder = folder
        choose_theme(self, settings.theme, self.theme_folders())
        self.keymap = load_keymap(settings.keymap, folder / "keymaps" if folder else None)
        refuse_faults(self.keymap)
        self.desk = DeskLane(path, Lane(self._deliver, self.ended), settings.actor, clock)
        # What was done in articles that were left again, for the end.
        self.sittings: dict[int, Sitting] = {}
        self._article = article
        self._glimpse = glimpse
        self._tour = tour
        # While GNU screen sees to a mouse it holds Escape back until the next key.
        self.takes_mouse = settings.mouse and not in_screen()

    def on_load(self) -> None:
        """Watch for signals before the terminal is taken."""
        watch_signals(self, asyncio.get_running_loop(), self.desk.flush)

    def on_mount(self) -> None:
        """Show the first screen."""
        self.set_keymap(textual_keymap(self.keymap))
        if self._article is None:
            self.action_show_library()
        else:
            self.open_article(self._article, glimpse=self._glimpse, tour=self._tour)

    def theme_folders(self) -> Sequence[Path]:
        """Return our folder of themes and the user's own."""
        return (THEMES_DIR, self._folder / "themes") if self._folder else (THEMES_DIR,)

    def give_up(self, error: WorkbenchError) -> None:
        """Leave because of an error without which nothing can be shown; `run_app` raises it."""
        self.fault = error
        self.exit(int(error.exit_code))

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Return our colour tokens, derived from the theme in use."""
        return derive_tokens(self.current_theme)

    # What works everywhere

    async def action_back(self) -> None:
        """Close what is open in the screen, else the screen; Escape never ends the program."""
        if isinstance(self.screen, Room) and not self.screen.go_back() and (self.lies_over or self.open_id is not None):
            self.action_leave()

    async def action_quit(self) -> None:
        """Say what was done and leave."""
        from workbench.tui.dialogs.farewell import Farewell

        lost = await self.keep_rest()
        told = {article: sitting.told for article, sitting in self.sittings.items()}
        told |= {
            int(screen.article_id): screen.farewell()
            for screen in self.screen_stack
            if hasattr(screen, "farewell") and hasattr(screen, "article_id")
        }
        summary = [lines for lines in told.values() if lines]
        if isinstance(self.screen, Farewell) or not (summary or lost):
            self.exit(0)
        else:
            await self.push_screen(
                Farewell(summary, lost), lambda leave: self.exit(0) if leave else self.release_keys()
            )

    def action_help_quit(self) -> None:
        """Say to hands that are used to Ctrl+C how one leaves, with the user's key."""
        key = self.keymap.first("quit")
        told = f"{key} leaves workbench" if key else "no key leaves workbench in this keymap"
        if isinstance(self.screen, Room):
            self.screen.say(told)
        else:
            self.notify(told)

    def action_palette(self) -> None:
        """Find a command, or what there is to go to."""
        from workbench.tui.screens.finding import find_anything

        # A dialog is answered first: none of its commands would be of its place.
        if isinstance(self.screen, Room):
            self.screen.soon(find_anything(self.screen), "ask")

    def action_undo(self) -> None:
        """Take the last deed back, where the screen is about something that has a history."""
        if isinstance(self.screen, Room):
            self.screen.soon(self.screen.go_through("undo"))

    def action_redo(self) -> None:
        """Do again what was taken back."""
        if isinstance(self.screen, Room):
            self.screen.soon(self.screen.go_through("redo"))

    def action_toggle_mouse(self) -> None:
        """Give the mouse back to the terminal, or take it."""
        self.takes_mouse = not self.takes_mouse
        set_mouse(self, on=self.takes_mouse)
        if isinstance(self.screen, Room):
            on = "mouse on; GNU screen takes two Escapes for one then" if in_screen() else "mouse on"
            self.screen.say(on if self.takes_mouse else "mouse off: the terminal selects text itself")

    def copy(self, text: str) -> str:
        """Copy a text by what works here, and return in words by what."""
        try:
            return copy_text(self, text)
        except UsageError as error:
            return f"{error.message}: {error.hint}"

    def edit_outside(self, text: str) -> str | None:
        """Let the user's own editor change a text; None where that did not happen, which is said."""
        from workbench.tui.outside import edit_text

        try:
            with self.suspend():
                # An exception must not leave the block: the terminal would never come back (see terminal.py).
                found, fault = edit_text(text, self.settings.editor, os.environ)
        except SuspendNotSupported:
            found, fault = None, "there is no editor to call from here"
        if fault:
            self.tell_fault(fault)
        return found

    async def run_action(
        self,
        action: str | ActionParseResult,
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """Carry out an action, and let the tour know what was tried."""
        screen = self.screen
        if isinstance(screen, Room) and screen.must_wait(action):
            return False
        done = await super().run_action(action, default_namespace, namespaces)
        if isinstance(screen, Room) and isinstance(action, str):
            screen.performed(action.rpartition(".")[2].replace("_", "-"))
        return done

    def wall_time(self) -> str:
        """Return the time of day for 'saved 14:02', by the clock given in."""
        return minute(self.desk.now)

    def log_dir(self) -> Path:
        """Return where a crash is written down."""
        from workbench.settings.paths import state_dir

        return state_dir()

    def now(self) -> str:
        """Return the time by the clock given in."""
        return self.desk.now

    def _deliver(self, call: Callable[[], object]) -> None:
        if self._loop is not None:
            self._loop.call_soon_threadsafe(call)


def run_app(
    path: Path,
    *,
    article: int | None,
    settings: Settings,
    tour: bool = False,
    seen: Glance | None = None,
    curtain: Curtain | None = None,
) -> int:
    """Run the terminal app on a database until it is left; return the exit code.

    `seen` is what was read of the article at a glance, `curtain` what holds the screen, where that was done already.
    """
    from workbench.settings.paths import config_dir
    from workbench.tui.firstpaint import hold_collector

    hold_collector()
    if seen is None and article is not None:
        from workbench.store.glance import glance

        seen = glance(path, article)
    app = Workbench(
        path,
        settings,
        article=article,
        glimpse=seen,
        tour=tour,
        folder=config_dir(),
    )
    app.curtain = curtain
    try:
        app.run(mouse=app.takes_mouse)
    finally:
        app.desk.close()
        if app.parting is not None:
            app.parting.cancel()
    if app.fault is not None:
        raise app.fault
    return app.exit_code()
