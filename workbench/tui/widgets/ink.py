"""Rows as segments: layers of style over one row's characters, the later layer over the earlier."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from rich.segment import Segment
from rich.style import Style

from workbench.tui.widgets.cells import DRAWN_MARKS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from workbench.tui.widgets.page import Laid


class Layer(NamedTuple):
    """A style, by name, over `start`..`end` of the text."""

    start: int
    end: int
    name: str


class Ink:
    """The styles of a widget's layers, mixed once per combination. `look_up` gives the style of one layer."""

    def __init__(self, look_up: Callable[[str], Style]) -> None:
        self._look_up = look_up
        self._mixed: dict[tuple[str, ...], Style] = {}

    def mix(self, *names: str) -> Style:
        """Return the style of some layers on top of each other, the first at the bottom."""
        style = self._mixed.get(names)
        if style is None:
            style = Style.combine(self._look_up(name) for name in names)
            self._mixed[names] = style
        return style


def paint(
    laid: Laid, span: tuple[int, int], layers: Sequence[Layer], mix: Callable[..., Style], base: tuple[str, ...]
) -> list[Segment]:
    """Return the segments of the row that covers `span` of the text; `base` names the layers under all others."""
    start, end = span
    origin = laid.piece.start
    drawn = laid.drawn[start - origin : end - origin]
    cuts = {start, end}
    for layer in layers:
        cuts.add(min(max(layer.start, start), end))
        cuts.add(min(max(layer.end, start), end))
    odd = laid.widths is not None or not DRAWN_MARKS.isdisjoint(drawn)
    if odd:
        cuts = _keep_clusters(laid, span, cuts, drawn)
    segments = []
    for left, right in pairwise(sorted(cuts)):
        names = [layer.name for layer in layers if layer.start <= left < layer.end]
        text = drawn[left - start : right - start]
        if odd and text[0] in DRAWN_MARKS:
            names.append("sign")
        segments.append(Segment(text, mix(*base, *names)))
    return segments


def _keep_clusters(laid: Laid, span: tuple[int, int], cuts: set[int], drawn: str) -> set[int]:
    """Move cuts out of clusters (a split one has another width), and cut around the signs for unseen characters."""
    start, end = span
    for place, character in enumerate(drawn, start):
        if character in DRAWN_MARKS:
            cuts |= {place, place + 1}
    if laid.widths is None:
        return cuts
    kept = {start, end}
    for place in cuts:
        snapped = place
        while start < snapped < end and laid.widths[snapped - laid.piece.start] == 0:
            snapped -= 1
        kept.add(snapped)
    return kept


def overlay(segments: list[Segment], labels: Mapping[int, str], style: Style) -> list[Segment]:
    """Write short labels over the cells of a row; `labels` maps the first cell to one-cell characters."""
    for first, label in sorted(labels.items()):
        left, rest = _split(segments, first)
        _under, right = _split(rest, len(label))
        segments = [*left, Segment(label, style), *right]
    return segments


def _split(segments: list[Segment], cell: int) -> tuple[list[Segment], list[Segment]]:
    left: list[Segment] = []
    for index, segment in enumerate(segments):
        width = segment.cell_length
        if cell < width:
            if cell <= 0:
                return left, segments[index:]
            before, after = segment.split_cells(cell)
            return [*left, before], [after, *segments[index + 1 :]]
        cell -= width
        left.append(segment)
    return left, []
