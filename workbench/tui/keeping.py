"""What the app keeps without being asked: the place, what is being typed, a backup of the day."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from workbench.errors import StoreError, WorkbenchError
from workbench.tui.going import Going
from workbench.tui.left_forms import LeftForms
from workbench.tui.screens.base import Room
from workbench.tui.signals import part_at_last

if TYPE_CHECKING:
    import threading
    from concurrent.futures import Future

    from textual.timer import Timer

    from workbench.model.articles import Place
    from workbench.tui.desk_lane import DeskLane
    from workbench.tui.lane import Outcome

# How often, in seconds, an open app looks whether a backup is due, and tries again to store what was typed.
BACKUP_PAUSE = 3600
RETRY_PAUSE = 5
# How often, in seconds, a screen that follows other programs looks whether they changed anything.
LOOK_PAUSE = 2
# How long, in seconds, leaving waits to hear that what was typed is stored.
LAST_WAIT = 1

# An article, the number of a claim and a field.
_Where = tuple[int, int, str]


class Keeping(Going, inherit_bindings=False):
    """The part of the app that works behind the reviewer's back, and says so where it cannot."""

    desk: DeskLane
    _retry: Timer | None = None
    _told = ""

    def __init__(self) -> None:
        super().__init__()
        # Without what nothing can be shown, or nothing typed be stored; `run_app` raises it.
        self.fault: WorkbenchError | None = None
        # What ends the program where a thread would not.
        self.parting: threading.Timer | None = None
        # What was typed last, with how storing it will have gone.
        self._typed: dict[_Where, tuple[str, Future[Any] | None]] = {}
        self.left_forms = LeftForms(self.keep_draft, self._drop_draft)

    @property
    def room(self) -> Room | None:
        """Return the screen that is open, whatever dialogs lie over it."""
        return next((screen for screen in reversed(self.screen_stack) if isinstance(screen, Room)), None)

    def painted(self) -> None:
        """See to the backup of the day, now and as long as the app is open."""
        super().painted()
        self.set_interval(BACKUP_PAUSE, self._back_up)
        self._back_up()
        self.set_interval(LOOK_PAUSE, self.look_around)

    def on_app_focus(self) -> None:
        """Look at once when the terminal is come back to: something was done elsewhere."""
        self.look_around()

    def look_around(self) -> None:
        """Let the screen that is open read again what another program changed; what lies under a dialog waits."""
        if isinstance(self.screen, Room) and self.screen.follows and not self._exit:
            self.screen.soon(self._follow(self.screen), "watch")

    async def _follow(self, room: Room) -> None:
        if await self.desk.changed() and room is self.screen:
            room.reread()

    def _back_up(self) -> None:
        if (room := self.room) is not None:
            room.soon(room.fetch("backup_if_due"), "backup")

    def remember(self, article_id: int, place: Place) -> None:
        """Keep the place in an article."""
        self.desk.keep("save_place", article_id, place)

    def keep_draft(self, article_id: int, claim: int, field: str, text: str) -> None:
        """Keep what is being typed; what cannot be stored now is tried again until it can."""
        self._told = ""
        self._store((article_id, claim, field), text)

    def forget_draft(self, article_id: int, claim: int, field: str) -> None:
        """Try no more to store what was typed: it is stored elsewhere, or given up."""
        self._typed.pop((article_id, claim, field), None)

    def drafts_at_hand(self, article_id: int) -> dict[tuple[int, str], str]:
        """Return what was typed about an article and is not stored, by claim and field."""
        return {
            (claim, field): text
            for (article, claim, field), (text, kept) in self._typed.items()
            if article == article_id and not _is_stored(kept)
        }

    def drafts_lost(self, article_id: int) -> frozenset[tuple[int, str]]:
        """Name what was typed about an article and could not be stored, by claim and field."""
        return frozenset((claim, field) for (article, claim, field), _ in self._not_stored() if article == article_id)

    async def keep_rest(self) -> str:
        """Try once more to store what was typed; returns in one line what could not be stored and why, '' for nothing."""
        for screen in self.screen_stack:
            if hasattr(screen, "draft_now"):
                screen.draft_now()
        self.keep_again()
        under_way = [asyncio.wrap_future(kept) for _, kept in self._typed.values() if kept is not None]
        if under_way:
            # Gathered, so that each failure is taken note of: what failed is told by `tell_lost`, not by asyncio.
            told = asyncio.gather(*under_way, return_exceptions=True)
            await asyncio.wait([told], timeout=LAST_WAIT)
        answers = await self.desk.wait_for_all(LAST_WAIT)
        return self.tell_lost() or ("" if answers else "What you did last is still to be stored: the database is slow.")

    def keep_again(self) -> None:
        """Store what was typed and could not be stored before; where all of it is, no more is tried."""
        lost = self._not_stored()
        for where, text in lost:
            self._store(where, text)
        if self._retry is not None and not lost and not self._exit:
            self._retry.stop()
            self._retry = None
            if self.room is not None:
                self.room.say("What you typed is stored now.")
            self.review_changed()

    def tell_lost(self) -> str:
        """Say in one line what was typed and is not stored, and why; '' where all is."""
        lost = self._not_stored()
        if not lost:
            return ""
        claims = ", ".join(sorted({f"{article}.{claim}" for (article, claim, _), _ in lost}))
        error = next((found for where, _ in lost if (found := _failure(self._typed[where][1])) is not None), None)
        why = error.in_one_line() if isinstance(error, WorkbenchError) else "the database is not to be reached"
        return f"What you typed about {claims} is not stored: {why}"

    def ended(self, outcome: Outcome[Any]) -> None:
        """Say that a draft could not be kept; of every other deed somebody waits to hear how it went."""
        if outcome.name != "save_draft" or outcome.error is None or self._exit:
            return
        # In the app's own turn: a timer that is made here would not know its app.
        self.call_later(self._try_again_soon)
        if isinstance(outcome.error, WorkbenchError) and self.room is not None and self._told != str(outcome.error):
            # What is tried again in vain was told already.
            self._told = str(outcome.error)
            self.room.complain(outcome.error)

    async def run_async(self, **how: Any) -> int | None:
        """Run, and end soon after the terminal was given back, whatever is still read from a disk that is silent."""
        try:
            return await super().run_async(**how)
        finally:
            words = f"error: {self.fault.in_one_line()}\n" if self.fault else ""
            self.parting = part_at_last(self.exit_code(), words)

    def exit_code(self) -> int:
        """Return what the shell is told."""
        return int(self.fault.exit_code) if self.fault else self.return_value or self.return_code or 0

    def on_unmount(self) -> None:
        """Let the lane finish and close the store; what was typed has a last chance to be stored."""
        self.keep_again()
        self.desk.close()
        if self.fault is None:
            lost = self.tell_lost()
            self.fault = StoreError(lost) if lost else self.desk.failed()

    def _try_again_soon(self) -> None:
        if self._retry is None:
            self._retry = self.set_interval(RETRY_PAUSE, self.keep_again)

    def _store(self, where: _Where, text: str) -> None:
        self._typed[where] = (text, self.desk.keep("save_draft", *where, text))

    def _drop_draft(self, article_id: int, claim: int, field: str) -> None:
        self.forget_draft(article_id, claim, field)
        self.desk.keep("drop_draft", article_id, claim, field)

    def _not_stored(self) -> list[tuple[_Where, str]]:
        """Return what could not be stored; what was stored is no longer thought of."""
        self._typed = {where: one for where, one in self._typed.items() if not _is_stored(one[1])}
        return [(where, text) for where, (text, kept) in self._typed.items() if kept is None or kept.done()]


def _is_stored(kept: Future[Any] | None) -> bool:
    return kept is not None and kept.done() and kept.exception() is None


def _failure(kept: Future[Any] | None) -> BaseException | None:
    return kept.exception() if kept is not None and kept.done() else None
