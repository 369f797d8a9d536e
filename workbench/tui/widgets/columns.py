"""Text fitted into cells of a table row."""

from __future__ import annotations

from rich.cells import cell_len, set_cell_size

from workbench.tui.widgets.cells import draw

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
