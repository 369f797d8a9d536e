"""What the screens with a table share: rows narrowed while one types, sorted by any column, one row at hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual import on

from workbench.tui.bindings import bindings_of
from workbench.tui.screens.base import Room
from workbench.tui.widgets.field import Line
from workbench.tui.widgets.key_line import KeyLine
from workbench.tui.widgets.masthead import Masthead
from workbench.tui.widgets.table import Column, Row, Table, TableHead

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from textual.widget import Widget


class FilterLine(Line):
    """Where the words are typed that rows must have."""

    DEFAULT_CSS = "FilterLine, FilterLine:focus { display: none; margin: 0 1; } FilterLine.-open { display: block; }"


class TableRoom(Room):
    """A table of `columns`. Children say what the rows are (`found`), how one is drawn, searched and sorted."""

    BINDINGS = bindings_of("table")
    AUTO_FOCUS = "Table"

    title_text = ""
    columns: ClassVar[tuple[Column, ...]] = ()
    # One key per column; none where the order of the rows has a meaning of its own.
    sorts: ClassVar[tuple[Callable[[Any], Any], ...]] = ()
    order_told = ""
    # What is about the row at the cursor: not offered at the foot where there is none.
    row_commands: ClassVar[frozenset[str]] = frozenset()

    def __init__(self) -> None:
        super().__init__()
        self.words = ""
        self.order = (0, False)

    def contents(self) -> Iterator[Widget]:
        """Return masthead, head, rows, and the line to filter by."""
        yield Masthead(self.title_text)
        yield TableHead(self.columns)
        yield Table(self.columns, empty="")
        yield FilterLine(placeholder="words that a row must have")

    def found(self) -> Sequence[Any]:
        """Return what there is, before it is narrowed and sorted."""
        raise NotImplementedError

    def searched(self, one: Any) -> str:
        """Return what the words are looked for in."""
        raise NotImplementedError

    def draw(self, one: Any) -> Row:
        """Return the row of one thing."""
        raise NotImplementedError

    def why_empty(self) -> str:
        """Say why there is no row and what to do about it."""
        return ""

    def count(self, shown: Sequence[Any]) -> str:
        """Return in words how much is shown."""
        raise NotImplementedError

    def show(self, chosen: str = "") -> None:
        """Show what there is, narrowed and sorted; the cursor goes to the row `chosen`, else it stays."""
        wanted = self.words.casefold().split()
        shown = [one for one in self.found() if all(word in self.searched(one).casefold() for word in wanted)]
        column, down = self.order
        if self.sorts:
            shown.sort(key=self.sorts[column], reverse=down)
            self.query_one(TableHead).show_order(column, down=down)
        table = self.query_one(Table)
        table.empty = (
            f"No row has “{self.words}”. {self.keymap.first('back')} shows all." if wanted else self.why_empty()
        )
        table.show_rows([self.draw(one) for one in shown], chosen)
        self.query_one(KeyLine).show(without=() if shown else self.row_commands)
        counted = self.count(shown)
        self.query_one(Masthead).byline = f"“{self.words}” · {counted}" if self.words else counted

    def action_filter_rows(self) -> None:
        """Open the line to filter by."""
        line = self.query_one(FilterLine)
        line.add_class("-open")
        line.focus()

    @on(FilterLine.Changed)
    def _narrow(self, event: FilterLine.Changed) -> None:
        event.stop()
        self.words = event.value.strip()
        self.show()

    @on(FilterLine.Submitted)
    def _keep_words(self, event: FilterLine.Submitted) -> None:
        event.stop()
        self._close_filter()

    def _close_filter(self) -> None:
        self.query_one(FilterLine).remove_class("-open")
        self.query_one(Table).focus()

    def action_sort_rows(self) -> None:
        """Sort by the next column in sight."""
        shown = self.query_one(TableHead).shown
        later = [place for place in shown if place > self.order[0]] or shown
        if self.sorts:
            self.sort_by(later[0])
        else:
            self.say(self.order_told)

    def action_reverse_rows(self) -> None:
        """Turn the order round."""
        if self.sorts:
            self.sort_by(self.order[0])
        else:
            self.say(self.order_told)

    @on(TableHead.Clicked)
    def _sort_clicked(self, event: TableHead.Clicked) -> None:
        if self.sorts:
            self.sort_by(event.column)

    def sort_by(self, column: int) -> None:
        """Sort by a column; by the one that is sorted by already, the other way round."""
        self.order = (column, not self.order[1] if column == self.order[0] else False)
        self.show()

    def go_back(self) -> bool:
        """Close the filter's line, or drop the filter."""
        if super().go_back():
            return True
        line = self.query_one(FilterLine)
        if not self.words and not line.has_class("-open"):
            return False
        line.value = self.words = ""
        self._close_filter()
        self.show()
        return True
