"""The ratings of the scale with their keys: what can be pressed, what was, and a way to click it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from textual.message import Message
from textual.strip import Strip

from workbench.tui.widgets.columns import fit, one_line
from workbench.tui.widgets.inked import InkedWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.geometry import Size

    from workbench.model.verdicts import Rating

GAP = 2
MOST_ROWS = 3
# Two rows are enough where labels of so many letters fit into them.
ENOUGH = 9
# Labels are cut to these lengths, the first that fits: a whole label says most.
LABEL_LENGTHS = (40, 16, 12, 9, 8, 7, 6, 5, 4, 0)


class Seat(NamedTuple):
    """Where a rating stands in the bar."""

    row: int
    start: int
    end: int
    rating: Rating
    label: str


def seat_ratings(ratings: Sequence[Rating], width: int, rows: int = MOST_ROWS) -> list[Seat]:
    """Give each rating its place, with the longest labels for which all fit: in one row, else in columns of up to `rows`."""
    whole = [one_line(rating.label) for rating in ratings]
    for length in LABEL_LENGTHS:
        labels = [label if len(label) <= length else fit(label, length).rstrip() for label in whole]
        for count in range(1, rows + (length < ENOUGH)):
            seats = _seat(ratings, labels, count)
            if max((seat.end for seat in seats), default=0) <= width or (not length and count == rows):
                return seats
    return []


def _seat(ratings: Sequence[Rating], labels: Sequence[str], rows: int) -> list[Seat]:
    """Seat the ratings row by row, each column as wide as its widest."""
    columns = max(1, -(-len(ratings) // rows))
    sizes = [
        cell_len(f"{rating.key} {rating.glyph}") + (1 + cell_len(label) if label else 0)
        for rating, label in zip(ratings, labels, strict=True)
    ]
    widths = [max(sizes[column::columns]) for column in range(min(columns, len(ratings)))]
    starts = [sum(widths[:column]) + column * GAP for column in range(len(widths))]
    return [
        Seat(index // columns, start := starts[index % columns], start + sizes[index], rating, labels[index])
        for index, rating in enumerate(ratings)
    ]


class VerdictBar(InkedWidget):
    """The ratings of one scale. `chosen` is the id of the current claim's rating, empty for none."""

    PREFIX = "verdict"
    ALLOW_SELECT = False

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *("verdict--key", "verdict--chosen"),
        *(f"verdict--{outcome}" for outcome in ("pass", "note", "fail", "none")),
    }

    DEFAULT_CSS = """
    VerdictBar { height: auto; width: 1fr; background: $page; color: $page-text; pointer: pointer; }
    VerdictBar > .verdict--key { color: $footer-key-foreground; text-style: bold; }
    VerdictBar > .verdict--chosen { text-style: bold reverse; }
    VerdictBar > .verdict--pass { color: $claim-pass; }
    VerdictBar > .verdict--note { color: $claim-note; }
    VerdictBar > .verdict--fail { color: $claim-fail; }
    VerdictBar > .verdict--none { color: $claim-none; }
    """

    class RatingPicked(Message):
        """A rating was clicked."""

        def __init__(self, rating: Rating) -> None:
            super().__init__()
            self.rating = rating

    def __init__(self, ratings: Sequence[Rating] = ()) -> None:
        super().__init__()
        self._ratings = tuple(ratings)
        self._chosen = ""

    def show_ratings(self, ratings: Sequence[Rating]) -> None:
        """Show another scale's ratings."""
        self._ratings = tuple(ratings)
        self.refresh(layout=True)

    def show_chosen(self, rating_id: str) -> None:
        """Show which rating the current claim has, '' for none."""
        if rating_id != self._chosen:
            self._chosen = rating_id
            self.refresh()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's own
        """Return the number of rows that the ratings take."""
        return max((seat.row for seat in seat_ratings(self._ratings, width)), default=0) + 1

    def render_line(self, y: int) -> Strip:
        """Return one row of ratings."""
        mix, at = self.mix, 0
        segments: list[Segment] = []
        for seat in seat_ratings(self._ratings, self.size.width):
            if seat.row != y:
                continue
            if seat.start > at:
                segments.append(Segment(" " * (seat.start - at), mix()))
            rating, at = seat.rating, seat.end
            chosen = ("chosen",) if rating.id == self._chosen else ()
            segments.append(Segment(rating.key + " ", mix("key")))
            glyph = f"{rating.glyph} " if seat.label else rating.glyph
            segments.append(Segment(glyph, mix(rating.outcome.value, *chosen)))
            if seat.label:
                segments.append(Segment(seat.label, mix(*((rating.outcome.value, "chosen") if chosen else ()))))
        return Strip(segments).adjust_cell_length(self.size.width, mix())

    def on_click(self, event: events.Click) -> None:
        """Pick the rating under the pointer."""
        for seat in seat_ratings(self._ratings, self.size.width):
            if seat.row == event.y and seat.start <= event.x < seat.end:
                self.post_message(self.RatingPicked(seat.rating))
