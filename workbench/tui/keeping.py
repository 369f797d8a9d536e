"""What the app keeps without being asked: the place, what is being typed, a backup of the day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from workbench.errors import WorkbenchError
from workbench.tui.going import Going
from workbench.tui.screens.base import Room

if TYPE_CHECKING:
    from workbench.model.articles import Place
    from workbench.tui.desk_lane import DeskLane
    from workbench.tui.lane import Outcome

# How often, in seconds, an open app looks whether a backup is due.
BACKUP_PAUSE = 3600


class Keeping(Going, inherit_bindings=False):
    """The part of the app that works behind the reviewer's back, and says so where it cannot."""

    desk: DeskLane

    @property
    def room(self) -> Room | None:
        """Return the screen that is open, whatever dialogs lie over it."""
        return next((screen for screen in reversed(self.screen_stack) if isinstance(screen, Room)), None)

    def painted(self) -> None:
        """See to the backup of the day, now and as long as the app is open."""
        super().painted()
        self.set_interval(BACKUP_PAUSE, self._back_up)
        self._back_up()

    def _back_up(self) -> None:
        if (room := self.room) is not None:
            room.soon(room.fetch("backup_if_due"), "backup")

    def remember(self, article_id: int, place: Place) -> None:
        """Keep the place in an article."""
        self.desk.keep("save_place", article_id, place)

    def keep_draft(self, article_id: int, claim: int, field: str, text: str) -> None:
        """Keep what is being typed."""
        self.desk.keep("save_draft", article_id, claim, field, text)

    def ended(self, outcome: Outcome[Any]) -> None:
        """Say that a draft could not be kept; of every other deed somebody waits to hear how it went."""
        if outcome.name == "save_draft" and isinstance(outcome.error, WorkbenchError) and self.room is not None:
            self.room.complain(outcome.error)
