"""What a screen does with the desk: asks and does deeds in the lane, and says how they went."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any, TypeVar

from textual.css.query import NoMatches
from textual.worker import get_current_worker

from workbench.errors import ConflictError, WorkbenchError
from workbench.tui.frames import SwiftScreen
from workbench.tui.widgets.flash import ERROR_GLYPH, NOTICE_GLYPH, Flash

if TYPE_CHECKING:
    from collections.abc import Coroutine

    from textual.screen import ModalScreen

    from workbench.model.verdicts import Scale
    from workbench.tui.app import Workbench
    from workbench.tui.desk_lane import DeskLane
    from workbench.tui.keymap import Keymap

T = TypeVar("T")
# The group of workers that begin with a question.
ASKING = "ask"


class Doing(SwiftScreen[None]):
    """The part of every screen that speaks with the desk. A `Flash` at its foot says what came of it."""

    @property
    def workbench(self) -> Workbench:
        """Return the app by its own type."""
        return self.app  # type: ignore[return-value]  # the screens live in no other app

    @property
    def desk(self) -> DeskLane:
        """Return the way to the desk."""
        return self.workbench.desk

    @property
    def keymap(self) -> Keymap:
        """Return the user's keys."""
        return self.workbench.keymap

    def say(self, words: str) -> None:
        """Say something quietly at the foot; '' takes it away."""
        self.query_one(Flash).say(words)
        self.set_class(bool(words) or bool(self.query_one(Flash).error), "-saying")

    def complain(self, error: WorkbenchError) -> None:
        """Say what went wrong, until it was read."""
        self.insist(self.word(error.in_one_line()), ERROR_GLYPH)

    def insist(self, words: str, glyph: str = NOTICE_GLYPH) -> None:
        """Say something that must be read, until Escape or a click says that it was."""
        self.query_one(Flash).say_error(words, glyph)
        self.add_class("-saying")

    def word(self, told: str) -> str:
        """Return what the desk says in the words of this screen."""
        return told

    def soon(self, work: Coroutine[Any, Any, object], group: str = "deed") -> None:
        """Let something go on while the screen stays alive; deeds keep their order in the lane.

        What is typed behind a key that asks ('ask') waits for the question.
        """
        if group == ASKING:
            self.hold_keys()
            work = self._until_asked(work)
        self.run_worker(self._while_there(work), group=group)

    async def _until_asked(self, work: Coroutine[Any, Any, object]) -> None:
        """Do the work; where nothing was asked after all, keys go on."""
        try:
            await work
        finally:
            self.release_keys()

    async def load(self) -> None:
        """Read what is shown, and show it. Screens that read anything from the desk do."""

    def reread(self) -> None:
        """Read again what is shown. A reading under way is dropped: its answer may be older than what was done since."""
        self.run_worker(self._while_there(self.load()), group="load", exclusive=True)

    async def _while_there(self, work: Coroutine[Any, Any, object]) -> None:
        """Do the work; what the desk refuses is said, and a screen that is being left may lose its widgets."""
        try:
            await work
        except WorkbenchError as error:
            self.complain(error)
        except NoMatches:
            if self.is_attached and self.is_running:
                raise

    async def attempt(self, deed: str, *values: Any, **fields: Any) -> Any:
        """Do a deed and say how it went: 'saved' with the time after the commit; None where it failed.

        Raises ConflictError, which only the caller can resolve.
        """
        try:
            done = await self.desk.do(deed, *values, **fields)
        except ConflictError:
            raise
        except WorkbenchError as error:
            self.complain(error)
            return None
        self.say_saved()
        return done

    async def try_deed(self, deed: str, *values: Any, **fields: Any) -> tuple[Any, str]:
        """Do a deed for a form that is open: what came of it, and why it failed or ''. Raises ConflictError."""
        try:
            done = await self.desk.do(deed, *values, **fields)
        except ConflictError:
            raise
        except WorkbenchError as error:
            return None, error.in_one_line()
        self.say_saved()
        return done, ""

    def say_saved(self) -> None:
        """Say that a deed was done, and when: after the commit."""
        self.query_one(Flash).say_saved(self.workbench.wall_time())

    async def fetch(self, question: str, *values: Any, **fields: Any) -> Any:
        """Ask the desk for something; None where it cannot be had, which is said."""
        try:
            return await self.desk.read(question, *values, **fields)
        except WorkbenchError as error:
            self.complain(error)
            return None

    async def fetch_in_turn(self, question: str, *values: Any) -> Any:
        """Ask for something as it is after every deed so far; None where it cannot be had, which is said."""
        try:
            return await self.desk.do(question, *values)
        except WorkbenchError as error:
            self.complain(error)
            return None

    async def fetch_kinds(self) -> list[tuple[str, str]]:
        """Return the kinds of claims, id and plural; they are imported meanwhile, which takes its time."""
        return await asyncio.to_thread(_load_kinds)

    async def fetch_scales(self) -> dict[str, Scale]:
        """Return the scales that there are, by id; none where one cannot be read, which is said."""
        try:
            return await asyncio.to_thread(_load_scales)
        except WorkbenchError as error:
            self.complain(error)
            return {}

    async def ask(self, question: ModalScreen[T | None]) -> T | None:
        """Ask a question and wait for the answer. Only inside `soon`."""
        answer = await self.app.push_screen_wait(question)
        if get_current_worker().group != ASKING:
            # Nothing more is asked: who comes from a key that asks lets the keys go on at his end.
            self.release_keys()
        return answer

    async def go_through_newest(self, deed: str) -> None:
        """Undo or redo the newest deed of all that can be. Raises ConflictError."""
        if not await self.fetch("history", None, 1):
            self.say(f"There is nothing to {deed} yet.")
        elif (event := await self.attempt("undo_newest" if deed == "undo" else "redo_newest")) is not None:
            self.say(event.label)


def _load_kinds() -> list[tuple[str, str]]:
    from workbench.kinds import KINDS

    return [(kind.id, kind.plural) for kind in KINDS]


def _load_scales() -> dict[str, Scale]:
    from workbench.settings.paths import config_dir
    from workbench.settings.scales import load_scales

    return load_scales(config_dir() / "scales")
