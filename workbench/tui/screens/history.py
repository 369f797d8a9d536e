"""Who changed what, and when; any single deed can be taken back while nothing later depends on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.widgets import Static

from workbench.errors import ConflictError
from workbench.tui.bindings import bindings_of
from workbench.tui.plain import one_line
from workbench.tui.screens.table_room import TableRoom
from workbench.tui.times import day_and_minute
from workbench.tui.widgets.row_list import RowList
from workbench.tui.widgets.table import Column, Row, Table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.widget import Widget

    from workbench.model.events import Event

COLUMNS = (
    Column("", 1),
    Column("When", 11, most=59),
    Column("When", 16, 60),
    Column("Who", 12, 60),
    Column("What"),
    Column("", 11, 70),
)
LIMIT = 5_000
# What the cursor's row may take below the table.
MOST_DETAIL = 3
# What can be taken back, and what was undone and can be done again: as arrows, which the Linux console has too.
BACK, AGAIN = "←", "→"
# A narrow window has no room for the year of a deed ('2024-').
_YEAR = 5


class HistoryScreen(TableRoom):
    """The deeds on an article, or on the library, latest first."""

    place = "history"
    BINDINGS = bindings_of("history")

    title_text = "History"
    columns = COLUMNS
    order_told = "The history is in the order of time."
    row_commands = frozenset({"undo-event"})
    DEFAULT_CSS = f"""
    HistoryScreen #deed {{
        height: auto; min-height: 1; max-height: {MOST_DETAIL}; padding: 0 1; color: $page-margin;
    }}
    """

    def __init__(self, about: int | None) -> None:
        super().__init__()
        self._article = about
        self._about = about
        self._events: tuple[Event, ...] = ()
        self._undoable: frozenset[int] = frozenset()
        # What became of the deeds that were taken back: by their number, in words.
        self._fates: dict[int, str] = {}

    def contents(self) -> Iterator[Widget]:
        """Return the table, and under it the deed at the cursor in full."""
        yield from super().contents()
        yield Static(id="deed")

    def on_mount(self) -> None:
        """Read the history."""
        self.reread()

    async def load(self) -> None:
        """Read what is shown, and show it."""
        events = await self.fetch("history", self._about, LIMIT)
        undoable = await self.fetch("undoable_events", self._about)
        if events is None or undoable is None:
            return
        self._events, self._undoable = tuple(sorted(events, key=lambda event: -event.seq)), undoable
        self._fates = _tell_fates(self._events)
        self.show()

    def found(self) -> Sequence[Event]:
        """Return the deeds."""
        return self._events

    def searched(self, one: Event) -> str:
        """Return a deed in words, who did it and when."""
        return f"{one.label} {one.actor} {day_and_minute(one.at)}"

    def draw(self, one: Event) -> Row:
        """Return a deed's row."""
        possible = one.seq in self._undoable
        sign = (BACK if one.deed != "undo" else AGAIN) if possible else ""
        back = "" if possible else self._fates.get(one.seq, "")
        return Row(
            str(one.seq),
            (sign, day_and_minute(one.at)[_YEAR:], day_and_minute(one.at), one.actor, one.label, back),
            quiet=not possible,
        )

    def show(self, chosen: str = "") -> None:
        """Show the deeds, and the one at the cursor in full."""
        super().show(chosen)
        self._show_deed()

    @on(RowList.Highlighted)
    def _show_deed(self) -> None:
        chosen = self.query_one(Table).chosen
        event = next((one for one in self._events if str(one.seq) == chosen), None)
        told = "" if event is None else f"{event.label} · {self._fate(event)}"
        self.query_one("#deed", Static).update(one_line(told))

    def _fate(self, event: Event) -> str:
        """Say what can be done about a deed."""
        if event.seq in self._undoable:
            key = self.keymap.first("undo-event") or "the palette"
            return f"{key} does it again" if event.deed == "undo" else f"{key} takes it back"
        return self._fates.get(event.seq, "cannot be taken back")

    def count(self, shown: Sequence[Event]) -> str:
        """Return what the deeds are about, and how many there are."""
        place = "of the library" if self._about is None else f"of article {self._about}"
        latest = "the latest " if len(self._events) == LIMIT else ""
        return f"{place} · {latest}{len(shown):,} deed{'' if len(shown) == 1 else 's'}"

    def why_empty(self) -> str:
        """Say that there is nothing."""
        return "Nothing was done here yet."

    def action_widen_history(self) -> None:
        """Show what was done in all of the library, or to the open article alone."""
        if self._article is None:
            self.say("This is the history of the whole library already.")
            return
        self._about = self._article if self._about is None else None
        self.reread()

    def action_undo_event(self) -> None:
        """Take back the deed at the cursor."""
        chosen = self.query_one(Table).chosen
        if chosen:
            self.soon(self._undo("undo_event", int(chosen)))

    @on(RowList.Chosen)
    def _enter(self) -> None:
        self.say(f"{self.keymap.first('undo-event') or 'the palette'} takes this deed back")

    async def go_through(self, deed: str) -> None:
        """Undo or redo the last deed of those shown."""
        if self._about is not None:
            await self._undo(deed, self._about)
            return
        await self.go_through_newest(deed)
        self._renew()

    async def _undo(self, deed: str, which: int) -> None:
        try:
            event = await self.attempt(deed, which)
        except ConflictError as error:
            self.complain(error)
            return
        if event is not None:
            self.say(event.label)
            self._renew()

    def _renew(self) -> None:
        self.workbench.review_changed()
        self.reread()


def _tell_fates(events: Sequence[Event]) -> dict[int, str]:
    """Say of each deed that was taken back whether it still is: undoing an undoing does it again."""
    fates: dict[int, str] = {}
    # From the newest on, so that whether an undoing stands is known before what it took back is judged.
    for event in sorted(events, key=lambda event: -event.seq):
        if event.undoes is not None and fates.get(event.seq) != "taken back":
            fates[event.undoes] = "taken back"
        elif event.undoes is not None:
            fates.setdefault(event.undoes, "done again")
    return fates
