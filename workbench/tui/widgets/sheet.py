"""A long text on the Line API: rows painted when seen, kept until something over them changes.

Nothing here depends on the length of the text: a sheet knows the rows on the screen and walks from them.
The place survives a resize because it is an offset into the text, never a row number.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual.geometry import Offset, Region
from textual.strip import Strip

from workbench.tui.marks import StretchIndex
from workbench.tui.widgets.ink import Layer, paint
from workbench.tui.widgets.paged import Paged
from workbench.tui.widgets.viewport import COLUMN, Viewport, fit_column

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Unpack

    from textual.geometry import Size

    from workbench.model.spans import Block, Span
    from workbench.tui.widgets.naming import Naming
    from workbench.tui.widgets.page import Laid, Place

# Rows painted and kept before the store is emptied.
KEPT_ROWS = 400

_BASES = {"heading": "heading", "quote": "quote", "code": "code", "caption": "caption"}
_OVER_SPACES = frozenset({"marked", "caret"})
_PREFIXES = {"quote": "│ ", "item": "• "}


class Sheet(Paged):
    """A text to read, with stretches lit."""

    PREFIX = "sheet"

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "sheet--margin",
        "sheet--heading",
        "sheet--quote",
        "sheet--code",
        "sheet--caption",
        "sheet--sign",
        "sheet--found",
    }

    DEFAULT_CSS = """
    Sheet {
        width: 1fr;
        height: 1fr;
        background: $page;
        color: $page-text;
    }
    Sheet > .sheet--margin { color: $page-margin; }
    Sheet > .sheet--heading { color: $page-heading; text-style: bold; }
    Sheet > .sheet--quote { text-style: italic; }
    Sheet > .sheet--code { color: $page-margin; }
    Sheet > .sheet--caption { color: $page-margin; text-style: italic; }
    Sheet > .sheet--sign { color: $claim-note; }
    Sheet > .sheet--found { background: $page-found; color: $page-found-text; }
    """

    def __init__(self, text: str = "", blocks: Sequence[Block] = (), **naming: Unpack[Naming]) -> None:
        super().__init__(text, blocks, **naming)
        self._rows: dict[Place, list[Segment]] = {}
        self._found: StretchIndex[Span] = StretchIndex()
        # Kept, because asking Textual for a widget's size walks up to the screen.
        self._width = self._left = 0

    # What is shown

    def show_text(self, text: str, blocks: Sequence[Block] = ()) -> None:
        """Show another text, or the same one with its blocks; the place is kept where the text is the same."""
        top = self._view.offset if text == self.text else 0
        self._view = Viewport(text, blocks, COLUMN)
        self.blocks = tuple(blocks)
        self._text_changed()
        self._arrange(top)

    def show_found(self, spans: Iterable[Span]) -> None:
        """Light the hits of a search."""
        self._found = StretchIndex(spans)
        self.repaint()

    def _text_changed(self) -> None:
        """Forget what lay over the text before."""
        self._found = StretchIndex()

    # Cells and characters

    def offset_under(self, x: int, y: int) -> int | None:
        """Return the offset of the character drawn in a cell of the widget; None outside the text's rows."""
        if not 0 <= y < len(self._view.rows):
            return None
        place = self._view.rows[y]
        laid = self._page.lay(place.piece)
        if laid.span(place.row) is None:
            return None
        return laid.offset_at(place.row, max(0, x - self._text_left(laid)))

    def cell_of(self, offset: int) -> Offset | None:
        """Return the cell that shows a character; None where its row is not on the screen."""
        place = self._page.place_of(offset)
        y = self._view.lines.get(place)
        laid = self._page.lay(place.piece)
        return None if y is None else Offset(self._text_left(laid) + laid.cell_of(offset), y)

    # Painting

    def repaint(self, *spans: Span) -> None:
        """Paint the rows of some stretches again, or all."""
        if not spans:
            self._rows.clear()
            self.refresh()
        for span in spans:
            first, last = self._page.place_of(span.start), self._page.place_of(max(span.start, span.end - 1))
            for place in [place for place in self._rows if first <= place <= last]:
                del self._rows[place]
            lines = [line for place, line in self._view.lines.items() if first <= place <= last]
            if lines:
                self.refresh(Region(0, lines[0], self._width, lines[-1] - lines[0] + 1))

    def notify_style_update(self) -> None:
        """Forget every painted row: the theme or a pseudo class changed."""
        super().notify_style_update()
        self._rows.clear()

    def render_line(self, y: int) -> Strip:
        """Return one row of the screen."""
        segments = self._row(self._view.rows[y]) if y < len(self._view.rows) else self._blank_row()
        return Strip([*segments, *self._edge(y)], self._width)

    def _row(self, place: Place) -> list[Segment]:
        segments = self._rows.get(place)
        if segments is None:
            if len(self._rows) > KEPT_ROWS:
                self._rows.clear()
            segments = self._rows[place] = self._paint(place)
        return segments

    def _paint(self, place: Place) -> list[Segment]:
        laid = self._page.lay(place.piece)
        span = laid.span(place.row)
        if span is None:
            return self._blank_row()
        start, end = span
        kind, indent = laid.piece.kind, laid.indent
        segments = [Segment(" " * self._left, self.mix())] if self._left else []
        segments += self._margin(span)
        if indent:
            prefix = _PREFIXES.get(kind, "") if kind == "quote" or place.row == laid.piece.gap else ""
            segments.append(Segment(prefix.ljust(indent)[:indent], self.mix("margin")))
        space = self._room - self._text_left(laid) - laid.cells(start, end)
        # Only spaces reach past the column, one cell each.
        shown = (start, min(end, end + space))
        base = (_BASES[kind],) if kind in _BASES else ()
        segments += paint(laid, shown, _trim(self._layers(*shown), laid.ink_end(place.row)), self.mix, base)
        if space > 0:
            segments.append(Segment(" " * space, self.mix()))
        return segments

    def _layers(self, start: int, end: int) -> list[Layer]:
        """Return what lies over a stretch, lowest first."""
        return [Layer(span.start, span.end, "found") for span in self._found.within(start, end)]

    def _margin(self, span: tuple[int, int]) -> list[Segment]:  # noqa: ARG002 - a plain sheet has an empty one
        """Return what stands left of a row; always `_margin_width` cells."""
        return [Segment(" " * self._margin_width, self.mix())]

    def _edge(self, y: int) -> list[Segment]:  # noqa: ARG002 - a plain sheet has none
        """Return what stands at the right edge of a line of the screen; always `_edge_width` cells."""
        return []

    def _blank_row(self) -> list[Segment]:
        return [Segment(" " * self._room, self.mix())]

    @property
    def _margin_width(self) -> int:
        return 1

    @property
    def _edge_width(self) -> int:
        return 0

    @property
    def _room(self) -> int:
        return max(1, self._width - self._edge_width)

    def _text_left(self, laid: Laid) -> int:
        return self._left + self._margin_width + laid.indent

    def _size_updated(self, size: Size, virtual_size: Size, container_size: Size, layout: bool = True) -> bool:
        # Textual paints before it tells of a new size by a message; waiting for that would paint everything twice.
        changed = super()._size_updated(size, virtual_size, container_size, layout)
        if tuple(self.size) != (self._width, self._view.height):
            self._resized()
        return changed

    def _resized(self) -> None:
        """Keep the first offset on the screen, whatever the rows are now."""
        self._arrange(self._view.offset)

    def _arrange(self, top: int) -> None:
        """Lay the page out for the present size with `top` as the first offset on the screen."""
        self._width = self.size.width
        column, self._left = fit_column(self._room, self._margin_width)
        self._view.arrange(column, self.size.height, top)
        self.repaint()


def _trim(layers: list[Layer], end: int) -> list[Layer]:
    """Let no layer but the selection lie on the spaces at a row's end."""
    return [layer if layer.name in _OVER_SPACES else layer._replace(end=min(layer.end, end)) for layer in layers]
