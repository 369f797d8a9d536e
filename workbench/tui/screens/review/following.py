"""Following what another program does to the article that is open: it is shown, and said who did what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events, on

from workbench.tui.screens.base import Room
from workbench.tui.screens.review.base import ReviewBase
from workbench.tui.screens.review.desk_view import name_own

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.model.claims import Claim
    from workbench.model.events import Event


class Following(ReviewBase):
    """What keeps an open review abreast of the command line, and of a second window."""

    follows = True
    # The newest event that what is shown takes account of.
    _seen = 0
    _is_left = False

    async def load(self) -> None:
        """Read the review; what comes between the two readings is read again rather than missed."""
        newest = await self.fetch("history", None, 1)
        self._seen = newest[-1].seq if newest else 0
        await super().load()

    def reread(self) -> None:
        """Read the review again where somebody else changed it."""
        self.soon(self._follow(), "follow")

    @on(events.ScreenSuspend)
    def _leave(self) -> None:
        """Note whether another screen lies over the review now, or a question of its own."""
        self._is_left = isinstance(self.app.screen, Room)

    @on(events.ScreenResume)
    def _come_back(self) -> None:
        """Look at once when one comes back from another screen, which may have been told of the change."""
        if self._is_left and self.session is not None:
            self._is_left = False
            self.reread()

    async def _follow(self) -> None:
        found = await self.fetch("list_foreign_events", self.article_id, self._seen)
        if not found:
            return
        self._seen = found[-1].seq
        # Behind the deeds that are under way: what they did is shown already.
        review = await self.fetch_in_turn("open_review", self.article_id)
        if review is not None:
            changed = {change.uid for event in found for change in event.changes}
            self.leave_out([claim for claim in review.claims if claim.uid in changed])
            self.show_review(review)
            self.say(self._tell(found))

    def leave_out(self, claims: Sequence[Claim]) -> None:
        """Take claims as somebody else left them for what they were before; the screen that tells of the sitting does."""

    def _tell(self, found: Sequence[Event]) -> str:
        last = found[-1]
        who = "" if last.actor == self.desk.actor else f"{last.actor} "
        told = f"{who}elsewhere: {name_own(last.label, self.article_id)}"
        return f"{told}, and {len(found) - 1} more" if len(found) > 1 else told
