"""Where one can go: the library and the review take each other's place, everything else lies over them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events

from workbench.errors import InputError
from workbench.tui.screens.base import Room
from workbench.tui.typing_ahead import TypingAhead

if TYPE_CHECKING:
    from workbench.model.claims import Claim
    from workbench.model.sources import Evidence
    from workbench.store.glance import Glance
    from workbench.tui.keymap import Keymap

# Textual's own screen, and over it the library or the review.
_LOWEST = 2


def show_review(article_id: int, claim: int = 0, glimpse: Glance | None = None) -> Room:
    """Return the screen of an article, at a claim or where one left it; `glimpse` is shown until all is read."""
    from workbench.tui.screens.review.screen import ReviewScreen

    return ReviewScreen(article_id, claim=claim, glimpse=glimpse)


class Going(TypingAhead[int], inherit_bindings=False):
    """The part of the app that changes screens."""

    keymap: Keymap

    def __init__(self) -> None:
        super().__init__()
        # The keys that move, by the place where they do.
        self._moving: dict[str, frozenset[str]] = {}

    def is_move(self, event: events.Key | events.Paste) -> bool:
        """Say whether a key moves within the screen that is open, or is a letter that is written; others may lead away."""
        screen = self.screen
        # By a mark of theirs: to import the fields takes as long as all else of the first screen.
        if getattr(self.focused, "is_written_in", False):
            return isinstance(event, events.Key) and event.is_printable
        if not isinstance(screen, Room) or not isinstance(event, events.Key):
            return False
        if screen.place not in self._moving:
            self._moving[screen.place] = self.keymap.moving(screen.place)
        return event.key in self._moving[screen.place]

    def open_article(
        self, article_id: int, claim: int = 0, *, glimpse: Glance | None = None, tour: bool = False, told: str = ""
    ) -> None:
        """Go to an article, at a claim or where one left it; with the tour where that is wanted.

        `told` is what must be read about how the article came in.
        """
        screen = show_review(article_id, claim, glimpse)
        self.go_to(screen)
        if tour:
            screen.call_after_refresh(screen.run_command, "take-tour")
        if told:
            screen.call_after_refresh(screen.insist, told)

    def action_show_library(self) -> None:
        """Go to the library."""
        from workbench.tui.screens.articles import LibraryScreen

        self.go_to(LibraryScreen())

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
        elif isinstance(self.screen, Room):
            self.screen.say("Open an article first: the questions are those to its author.")

    def action_help(self) -> None:
        """Show the keys of this screen, or of the dialog that is open over it."""
        from workbench.tui.dialogs.question import Question
        from workbench.tui.screens.help import HelpScreen

        if isinstance(self.screen, Room | Question):
            self.push_screen(HelpScreen(self.screen.place, self.keymap, self.screen.more_help()))

    def action_choose_theme(self) -> None:
        """Choose the colours."""
        from workbench.tui.screens.theming import choose_colours

        if isinstance(self.screen, Room):
            self.screen.soon(choose_colours(self.screen), "ask")

    def tell_fault(self, fault: str) -> None:
        """Say what went wrong where it is looked for: in the dialog that is open, else at the foot of the screen."""
        from workbench.tui.dialogs.question import Question

        if isinstance(self.screen, Question):
            self.screen.tell(fault)
        elif isinstance(self.screen, Room):
            self.screen.complain(InputError(fault))

    @property
    def open_id(self) -> int | None:
        """Return the article under review, None in the library."""
        return next((int(screen.article_id) for screen in self.screen_stack if hasattr(screen, "article_id")), None)

    @property
    def lies_over(self) -> bool:
        """Say whether something lies over the library or the review."""
        return len(self.screen_stack) > _LOWEST

    def go_to(self, screen: Room) -> None:
        """Let a screen take the place of the one below which nothing lies, and drop what lies over it."""
        while self.lies_over:
            self.pop_screen()
        if len(self.screen_stack) > 1:
            self.switch_screen(screen)
        else:
            self.push_screen(screen)

    def _put_over(self, screen: Room) -> None:
        """Show a screen over the others; one of its kind that is there already goes, with all that lies over it."""
        shown = self.screen
        while any(type(there) is type(screen) for there in self.screen_stack):
            self.pop_screen()
        if type(shown) is not type(screen):
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

    def action_leave(self) -> None:
        """Leave the screen for the one before it, the review for the library, the library for good."""
        if self.lies_over:
            self.pop_screen()
        elif self.open_id is not None:
            self.action_show_library()
        else:
            self.call_later(self.run_action, "app.quit")
