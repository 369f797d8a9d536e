"""Cells of a line: text fitted into them, and cells shared out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len, set_cell_size

from workbench.tui.widgets.cells import draw

if TYPE_CHECKING:
    from collections.abc import Sequence

ELLIPSIS = "…"


def one_line(text: str) -> str:
    """Return a text on one line, as it may be sent to a terminal."""
    return draw(" ".join(text.split()))


def fit(text: str, width: int) -> str:
    """Return a text of exactly `width` cells: padded, or cut with an ellipsis."""
    if width <= 0:
        return ""
    # A cell holds at least a seventh of a character in any script; no need to measure a whole page for one row.
    drawn = one_line(text[: width * 8])
    if cell_len(drawn) > width or len(text) > width * 8:
        return set_cell_size(set_cell_size(drawn, width - 1).rstrip() + ELLIPSIS, width)
    return set_cell_size(drawn, width)


def share_cells(counts: Sequence[int], cells: int) -> list[int]:
    """Divide `cells` among counts: nothing that is there gets no cell while there are any, and all fill the line."""
    total = sum(counts)
    if not total or cells <= 0:
        return [0] * len(counts)
    shares = [max(1, count * cells // total) if count else 0 for count in counts]
    largest = max(range(len(counts)), key=lambda place: counts[place])
    shares[largest] = max(0, shares[largest] + cells - sum(shares))
    return shares


def share_percent(counts: Sequence[int]) -> list[int]:
    """Return the percentages of counts, rounded so that they make a hundred: by the largest remainder."""
    total = sum(counts)
    if not total:
        return [0] * len(counts)
    shares = [count * 100 // total for count in counts]
    by_remainder = sorted(range(len(counts)), key=lambda place: -(counts[place] * 100 % total))
    for place in by_remainder[: 100 - sum(shares)]:
        shares[place] += 1
    return shares
