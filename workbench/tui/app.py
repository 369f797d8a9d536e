"""The terminal app: wiring only. Screens show, dialogs ask, the desk does."""

from __future__ import annotations

import os
from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import SuspendNotSupported
from textual.binding import Binding

from workbench.errors import UsageError, WorkbenchError
from workbench.tui.bindings import bindings_of, textual_keymap
from workbench.tui.desk_lane import DeskLane, utc_now
from workbench.tui.keymap import check_keymap, load_keymap
from workbench.tui.lane import Lane
from workbench.tui.screens.base import Room
from workbench.tui.steady import SteadyApp

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from textual.app import SystemCommand
    from textual.binding import BindingType
    from textual.notifications import SeverityLevel
    from textual.screen import Screen

    from workbench.model.articles import Place
    from workbench.model.claims import Claim
    from workbench.model.sources import Evidence
    from workbench.settings.settings import Settings

SMALLEST = (40, 10)


class Workbench(SteadyApp[int], inherit_bindings=False):
    """One terminal, one library, one reviewer."""

    TITLE = "workbench"
    CSS_PATH = "app.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (80, "-medium"), (120, "-wide"), (160, "-vast")]  # noqa: RUF012 - as App's
    VERTICAL_BREAKPOINTS = [(0, "-short"), (20, "-high")]  # noqa: RUF012 - as App's
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
        keymaps: Path | None = None,
        clock: Callable[[], str] = utc_now,
    ) -> None:
        super().__init__()
        self.settings = settings
        self.keymap = load_keymap(settings.keymap, keymaps)
        if faults := check_keymap(self.keymap):
            raise UsageError(
                f"keymap {self.keymap.name!r}: {faults[0]}", "; ".join(faults[1:]) or "See: workbench keys"
            )
        self.desk = DeskLane(path, Lane(self._deliver, lambda _outcome: None), settings.actor, clock)
        self._article = article
        self.decided_before: dict[int, int] = {}

    def on_mount(self) -> None:
        """Show the first screen."""
        from workbench.tui.themes import DEFAULT_THEME, register_themes

        register_themes(self)
        wanted = self.settings.theme or DEFAULT_THEME
        self.theme = wanted if wanted in self.available_themes else DEFAULT_THEME
        self.set_keymap(textual_keymap(self.keymap))
        if self._article is None:
            self.action_show_library()
        else:
            self.open_article(self._article)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Return our colour tokens, derived from the theme in use."""
        from workbench.tui.themes import derive_tokens

        return derive_tokens(self.current_theme)

    # Where to go

    def open_article(self, article_id: int, claim: int = 0) -> None:
        """Go to an article, at a claim or where one left it."""
        from workbench.tui.screens.review.screen import ReviewScreen

        self._go_to(ReviewScreen(article_id, claim=claim))

    def action_show_library(self) -> None:
        """Go to the library."""
        from workbench.tui.screens.library import LibraryScreen

        self._go_to(LibraryScreen())

    def action_show_sources(self) -> None:
        """Go to the sources, over what is open."""
        from workbench.tui.screens.sources import SourcesScreen

        self._put_over(SourcesScreen())

    def action_show_history(self) -> None:
        """Show who did what: of the open article, else of the library."""
        from workbench.tui.screens.history import HistoryScreen

        self._put_over(HistoryScreen(self.open_id))

    def action_show_statistics(self) -> None:
        """Show the work counted up: of the open article, else of the library."""
        from workbench.tui.screens.statistics import StatisticsScreen

        self._put_over(StatisticsScreen(self.open_id))

    def action_show_queries(self) -> None:
        """Show the questions to the author of the open article."""
        from workbench.tui.screens.queries import QueriesScreen

        if self.open_id is not None:
            self._put_over(QueriesScreen(self.open_id))

    def action_help(self) -> None:
        """Show the keys of this screen."""
        from workbench.tui.screens.help import HelpScreen

        if isinstance(self.screen, Room):
            self.push_screen(HelpScreen(self.screen.place, self.keymap))

    @property
    def open_id(self) -> int | None:
        """Return the article under review, None in the library."""
        return next((int(screen.article_id) for screen in self.screen_stack if hasattr(screen, "article_id")), None)

    def _go_to(self, screen: Room) -> None:
        while len(self.screen_stack) > 2:  # noqa: PLR2004 - Textual's own screen and the one that is left
            self.pop_screen()
        if len(self.screen_stack) > 1:
            self.switch_screen(screen)
        else:
            self.push_screen(screen)

    def _put_over(self, screen: Room) -> None:
        if type(self.screen) is type(screen):
            self.pop_screen()
        else:
            self.push_screen(screen)

    def read_source(self, source_id: int, *, evidence: Evidence | None = None, claim: Claim | None = None) -> None:
        """Read a source, its quoted passage lit, beside the claim that it is cited for."""
        from workbench.tui.screens.source import SourceScreen

        self.push_screen(SourceScreen(source_id, evidence=evidence, claim=claim))

    def review_changed(self) -> None:
        """Let an open review be read again: something behind it changed."""
        for screen in self.screen_stack:
            if isinstance(screen, Room):
                screen.refresh_from_desk()

    # What is kept without being a deed of anybody's

    def remember(self, article_id: int, place: Place) -> None:
        """Keep the place in an article."""
        self.desk.keep("save_place", article_id, place)

    def keep_draft(self, article_id: int, claim: int, field: str, text: str) -> None:
        """Keep what is being typed."""
        self.desk.keep("save_draft", article_id, claim, field, text)

    # What works everywhere

    async def action_back(self) -> None:
        """Close what is open in the screen, else the screen."""
        if isinstance(self.screen, Room) and not self.screen.go_back():
            self.action_leave()

    def action_leave(self) -> None:
        """Leave the screen for the one before it; the review is left for the library."""
        if len(self.screen_stack) > 2:  # noqa: PLR2004 - something lies over the library or the review
            self.pop_screen()
        elif self.open_id is not None:
            self.action_show_library()

    async def action_quit(self) -> None:
        """Say what was done and leave."""
        from workbench.tui.dialogs.farewell import Farewell

        summary = [line for screen in self.screen_stack if hasattr(screen, "farewell") for line in screen.farewell()]
        if not summary or isinstance(self.screen, Farewell):
            self.exit(0)
        else:
            await self.push_screen(Farewell(summary), lambda leave: self.exit(0) if leave else None)

    def action_palette(self) -> None:
        """Open the palette."""
        from textual.command import CommandPalette

        if not isinstance(self.screen, CommandPalette):
            self.push_screen(CommandPalette(id="--command-palette"))

    def action_toggle_mouse(self) -> None:
        """Give the mouse back to the terminal, or take it."""
        from workbench.tui.terminal import set_mouse

        self.settings_mouse = not getattr(self, "settings_mouse", self.settings.mouse)
        set_mouse(self, on=self.settings_mouse)
        if isinstance(self.screen, Room):
            self.screen.say("mouse on" if self.settings_mouse else "mouse off: the terminal selects text itself")

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """Offer the table's commands of this place in the palette."""
        from workbench.tui.palette import offer

        if isinstance(screen, Room):
            yield from offer(self, screen.place, self.keymap, screen.run_command)

    def notify(  # noqa: D102 - as Textual's, but markup is off unless asked for
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = False,
    ) -> None:
        super().notify(message, title=title, severity=severity, timeout=timeout, markup=markup)

    def copy(self, text: str) -> str:
        """Copy a text by what works here, and return in words by what."""
        from workbench.tui.terminal import copy_text

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
            self.notify(fault, severity="error", timeout=60)
        return found

    def wall_time(self) -> str:
        """Return the time of day for 'saved 14:02', by the clock given in."""
        now = datetime.fromisoformat(self.desk.now)
        return now.astimezone().strftime("%H:%M")

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

    def on_unmount(self) -> None:
        """Let the lane finish and close the store."""
        self.desk.close()


def run_app(path: Path, *, article: int | None, settings: Settings) -> int:
    """Run the terminal app on a database until it is left; return the exit code."""
    from workbench.settings.paths import config_dir

    app = Workbench(path, settings, article=article, keymaps=config_dir() / "keymaps")
    try:
        return app.run(mouse=settings.mouse) or 0
    except WorkbenchError:
        app.desk.close()
        raise
