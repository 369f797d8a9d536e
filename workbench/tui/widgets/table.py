"""A table of few columns on the row list: a head, fitted cells, columns that go when there is no room."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from workbench.tui.plain import linked
from workbench.tui.widgets.columns import fit
from workbench.tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Unpack

    from rich.style import Style
    from textual import events

    from workbench.tui.widgets.naming import Naming

GAP = 2
PERCENT_WIDTH = 5
FULL = 100


@dataclass(frozen=True, slots=True)
class Column:
    """A column of `width` cells, 0 for what is left.

    It is shown in tables that are `least` to `most` cells wide. In a `bar` column a cell is a share in percent, '31', and drawn as one.
    """

    title: str
    width: int = 0
    least: int = 0
    most: int = 9999
    right: bool = False
    bar: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its id, and one text per column. `quiet` rows are drawn softly."""

    id: str
    cells: tuple[str, ...]
    quiet: bool = False


def lay_columns(columns: Sequence[Column], width: int) -> list[tuple[int, int]]:
    """Return place and width of each column that is shown; those of width 0 share what the others leave."""
    shown = [place for place, column in enumerate(columns) if column.least <= width <= column.most]
    fixed = sum(columns[place].width for place in shown) + GAP * (len(shown) - 1) + 1
    open_ended = sum(1 for place in shown if not columns[place].width) or 1
    share = max(8, (width - fixed) // open_ended)
    return [(place, columns[place].width or share) for place in shown]


class Table(RowList):
    """Rows of cells. The cursor stays on its row, by id, whatever else changes."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"rows--done", "rows--rest"}
    DEFAULT_CSS = """
    Table > .rows--done { color: $claim-pass; }
    Table > .rows--rest { color: $page-margin; }
    """

    def __init__(self, columns: Sequence[Column], *, empty: str = "Nothing here.", **naming: Unpack[Naming]) -> None:
        super().__init__(empty=empty, **naming)
        self.columns = tuple(columns)
        self._rows_shown: list[Row] = []

    @property
    def row_count(self) -> int:
        """Count the rows."""
        return len(self._rows_shown)

    @property
    def chosen(self) -> str:
        """Return the id of the row at hand, '' for none."""
        return self._rows_shown[self.cursor].id if 0 <= self.cursor < len(self._rows_shown) else ""

    def show_rows(self, rows: Sequence[Row], chosen: str = "") -> None:
        """Show these rows; the cursor goes to `chosen`, or stays on its row, or near where it was."""
        wanted, at = chosen or self.chosen, self.cursor
        self._rows_shown = list(rows)
        places = {row.id: place for place, row in enumerate(self._rows_shown)}
        self.rows_changed(places.get(wanted, max(0, min(at, len(self._rows_shown) - 1))))

    def paint_row(self, index: int, width: int) -> list[Segment]:
        """Return a row's cells."""
        row = self._rows_shown[index]
        style = self.mix("quiet") if row.quiet else self.mix()
        segments = [Segment(" ", style)]
        for place, room in lay_columns(self.columns, width):
            if self.columns[place].bar:
                segments += [*self._paint_bar(int(row.cells[place]), room, style), Segment(" " * GAP, style)]
                continue
            text = fit(row.cells[place], room)
            if self.columns[place].right:
                text = text.rstrip().rjust(room)
            segments.append(Segment(text + " " * GAP, style))
        return segments

    def _paint_bar(self, share: int, width: int, style: Style) -> list[Segment]:
        cells = width - PERCENT_WIDTH
        # Neither begun nor finished is told from both by a cell.
        done = max(0, min(cells - (share < FULL), max(share > 0, cells * share // FULL)))
        return [
            Segment("━" * done, style + self._ink.mix("done")),
            Segment("─" * (cells - done), style + self._ink.mix("rest")),
            Segment(f"{share:>{PERCENT_WIDTH - 1}}%", style),
        ]


class TableHead(Widget):
    """The titles of a table's columns; a click asks to sort by one."""

    DEFAULT_CSS = "TableHead { height: 1; color: $page-margin; }"

    class Clicked(Message):
        """A column's title was clicked."""

        def __init__(self, column: int) -> None:
            super().__init__()
            self.column = column

    def __init__(self, columns: Sequence[Column]) -> None:
        super().__init__()
        self._columns = tuple(columns)
        self._sorted = (-1, False)

    @property
    def shown(self) -> list[int]:
        """Return the places of the columns that there is room for."""
        return [place for place, _ in lay_columns(self._columns, max(1, self.size.width - 1))]

    def show_order(self, column: int, *, down: bool) -> None:
        """Mark the column that the rows are sorted by."""
        self._sorted = (column, down)
        self.refresh()

    def render(self) -> Content:
        """Return the titles over their columns."""
        parts = [Content(" ")]
        for place, room in lay_columns(self._columns, max(1, self.size.width - 1)):
            column = self._columns[place]
            arrow = (" ↓" if self._sorted[1] else " ↑") if place == self._sorted[0] else ""
            title = fit(column.title + arrow, room)
            title = title.rstrip().rjust(room) if column.right else title
            parts.append(linked(Content(title + " " * GAP), column=place))
        return Content("").join(parts)

    def on_click(self, event: events.Click) -> None:
        """Ask to sort."""
        column = event.style.meta.get("column")
        if isinstance(column, int):
            self.post_message(self.Clicked(column))
