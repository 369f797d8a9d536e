"""Who changed what, and when; any single deed can be taken back while nothing later depends on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on

from workbench.errors import ConflictError
from workbench.tui.bindings import bindings_of
from workbench.tui.dialogs.ask_line import AskLine
from workbench.tui.screens.base import Room
from workbench.tui.widgets.masthead import Masthead
from workbench.tui.widgets.row_list import RowList
from workbench.tui.widgets.table import Column, Row, Table, TableHead

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.widget import Widget

    from workbench.model.events import Event

COLUMNS = (Column("When", 16), Column("Who", 12, 60), Column("What"), Column("", 11, 70))
LIMIT = 5_000


class HistoryScreen(Room):
    """The deeds on an article, or on the library, latest first."""

    place = "history"
    BINDINGS = bindings_of("history")
    AUTO_FOCUS = "#deeds"

    def __init__(self, about: int | None) -> None:
        super().__init__()
        self._about = about
        self._events: tuple[Event, ...] = ()
        self._undoable: frozenset[int] = frozenset()
        self._words = ""

    def contents(self) -> Iterator[Widget]:
        """Return masthead, head and rows."""
        yield Masthead("History")
        yield TableHead(COLUMNS)
        yield Table(COLUMNS, empty=" Nothing was done here yet.", id="deeds")

    def on_mount(self) -> None:
        """Read the history."""
        self.soon(self._load(), "load")

    async def _load(self) -> None:
        events = await self.fetch("history", self._about, LIMIT)
        undoable = await self.fetch("undoable_events", self._about)
        if events is None or undoable is None:
            return
        self._events, self._undoable = tuple(sorted(events, key=lambda event: -event.seq)), undoable
        self._show()

    def _show(self) -> None:
        undone = {event.undoes: event for event in self._events if event.undoes is not None}
        rows = [
            Row(
                str(event.seq),
                (
                    event.at[:16].replace("T", " "),
                    event.actor,
                    event.label,
                    "" if event.seq in self._undoable else "taken back" if event.seq in undone else "",
                ),
                quiet=event.seq not in self._undoable,
            )
            for event in self._events
            if self._words.casefold() in f"{event.label} {event.actor} {event.at}".casefold()
        ]
        self.query_one(Table).show_rows(rows)
        place = "of the library" if self._about is None else f"of article {self._about}"
        count = f"{len(rows)} deed{'' if len(rows) == 1 else 's'}"
        self.query_one(Masthead).byline = f"{place} · {count}" + (f" · “{self._words}”" if self._words else "")

    def action_undo_event(self) -> None:
        """Take back the deed at the cursor."""
        chosen = self.query_one(Table).chosen
        if chosen:
            self.soon(self._undo("undo_event", int(chosen)))

    @on(RowList.Chosen)
    def _enter(self) -> None:
        self.say(f"{self.keymap.first('undo-event')} takes this deed back")

    async def go_through(self, deed: str) -> None:
        """Undo or redo the last deed."""
        await self._undo(deed, self._about)

    async def _undo(self, deed: str, which: int | None) -> None:
        try:
            event = await self.attempt(deed, which)
        except ConflictError as error:
            self.complain(error)
            return
        if event is not None:
            self.say(event.label)
            self.workbench.review_changed()
            await self._load()

    def action_filter_history(self) -> None:
        """Ask for words."""
        self.soon(self._filter(), "ask")

    async def _filter(self) -> None:
        words = await self.ask(AskLine("Show only deeds with …", self._words, accept="show"))
        if words is not None:
            self._words = words
            self._show()
