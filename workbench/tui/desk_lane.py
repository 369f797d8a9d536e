"""Carry deeds to the desk and answers back: the store is opened in the lane, and no deed runs on the UI thread."""

from __future__ import annotations

import asyncio
import inspect
from contextlib import suppress
from datetime import UTC, datetime
from importlib import import_module
from typing import TYPE_CHECKING, Any

from workbench.errors import UsageError, WorkbenchError
from workbench.tui.collecting import spare_collector

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future
    from pathlib import Path

    from workbench.tui.lane import Lane

# Where the desk keeps what it offers. Imported when first asked for: SQLModel must not delay the first paint.
ROOMS = (
    "reviewing",
    "claiming",
    "waiving",
    "sourcing",
    "citing",
    "undoing",
    "places",
    "articles",
    "importing",
    "receiving",
    "exporting",
    "statistics",
    "signing",
    "samples",
    "upkeep",
)


# What loses nothing where it fails at the end; what was typed is told by whoever typed it.
_KEPT_BESIDE = frozenset({"", "open_review", "list_drafts", "save_place", "save_draft", "drop_draft"})


def utc_now() -> str:
    """Return the time as RFC 3339 in UTC, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def find_deed(name: str) -> Callable[..., Any]:
    """Find a function of the desk by its name; raise LookupError where there is none."""
    for room in ROOMS:
        found = getattr(import_module(f"workbench.desk.{room}"), name, None)
        if found is not None:
            function: Callable[..., Any] = found
            return function
    raise LookupError(f"the desk offers no {name!r}")


class DeskLane:
    """The desk as the screens reach it: `do` in order through the lane, `read` beside it."""

    def __init__(self, path: Path, lane: Lane, actor: str, clock: Callable[[], str] = utc_now) -> None:
        self.path = path
        self.actor = actor
        self._lane = lane
        self._clock = clock
        self._store: Any = None
        self._watch: Any = None
        self._is_looking = False

    @property
    def now(self) -> str:
        """Return the time by the clock that was given in."""
        return self._clock()

    @property
    def read_only(self) -> bool:
        """Say whether the store, once open, refuses to be written to."""
        return bool(self._store is not None and self._store.read_only)

    @property
    def waiting(self) -> int:
        """Count the deeds that have not ended yet."""
        return self._lane.waiting

    async def open(self) -> None:
        """Open the store, in the lane; raises StoreError."""
        await self._answer(self._lane.submit(self._opened))

    async def do(self, deed: str, *values: Any, **fields: Any) -> Any:
        """Do a deed in its turn and return what it returns, after the commit."""
        now, actor = self._clock(), self.actor
        return await self._answer(self._lane.submit(lambda: self._call(deed, values, fields, now, actor), name=deed))

    def keep(self, deed: str, *values: Any) -> Future[Any] | None:
        """Do something small that nobody waits for. Returns how it will have gone."""
        now, actor = self._clock(), self.actor
        # A closed lane takes nothing more: the program is leaving, and what was under way is stored.
        with suppress(UsageError):
            return self._lane.submit(lambda: self._call(deed, values, {}, now, actor), name=deed)
        return None

    async def read(self, question: str, *values: Any, **fields: Any) -> Any:
        """Ask the desk for something, or let it do something long, in a thread beside the lane."""
        if self._store is None:
            await self.open()
        return await asyncio.to_thread(self._call, question, values, fields, self._clock(), self.actor)

    async def changed(self) -> bool:
        """Say whether the database was changed by anybody since this was asked last; looked at beside the lane."""
        # A drive that is silent must not take one thread after the other.
        if self._store is None or self._is_looking:
            return False
        self._is_looking = True
        return await asyncio.to_thread(self._look)

    def _look(self) -> bool:
        from workbench.store.watching import Watch

        try:
            self._watch = self._watch or Watch(self.path)
            return bool(self._watch.changed())
        finally:
            self._is_looking = False

    async def wait_for_all(self, seconds: float) -> bool:
        """Wait until what was asked for so far has ended, so many seconds at most; False where that took longer."""
        if not self.waiting:
            return True
        # In its turn, and not in a thread: there may be none left that does not wait for a silent drive.
        turn = asyncio.wrap_future(self._lane.submit(lambda: None))
        _, under_way = await asyncio.wait([turn], timeout=seconds)
        return not under_way

    def failed(self) -> WorkbenchError | None:
        """Return why a deed failed that was still to be done when the lane was closed; None where none did."""
        errors = (outcome.error for outcome in self._lane.failed if outcome.name not in _KEPT_BESIDE)
        return next((error for error in errors if isinstance(error, WorkbenchError)), None)

    def flush(self, seconds: float) -> bool:
        """Wait until what was asked for so far is stored; False where that took longer than so many seconds."""
        return self._lane.flush(seconds)

    def close(self) -> None:
        """Close the store; what was submitted is done first."""
        self._lane.close()
        if self._watch is not None:
            self._watch.close()
        if self._store is not None:
            self._store.close()

    @staticmethod
    async def _answer(future: Future[Any]) -> Any:
        # Shielded: when a screen goes, its worker is cancelled, but what was asked for is done all the same.
        return await asyncio.shield(asyncio.wrap_future(future))

    def _opened(self) -> Any:
        if self._store is None:
            from workbench.store.opening import open_store

            self._store = open_store(self.path)
            spare_collector()
        return self._store

    def _call(self, name: str, values: tuple[Any, ...], fields: dict[str, Any], now: str, actor: str) -> Any:
        function = find_deed(name)
        wanted = inspect.signature(function).parameters
        told = {key: value for key, value in (("now", now), ("actor", actor)) if key in wanted}
        from workbench.store.legible import damage_told

        store = self._opened()
        with damage_told(store):
            return function(store, *values, **{**told, **fields})
