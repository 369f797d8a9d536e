"""What the size of the window makes of a screen: the classes that the style sheets go by."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.geometry import Size

# From how many columns or rows on which class holds, as Textual's breakpoints.
WIDTHS = [(0, "-narrow"), (80, "-medium"), (120, "-wide"), (160, "-vast")]
HEIGHTS = [(0, "-short"), (20, "-high")]
LEAST_WIDTH, LEAST_HEIGHT = 40, 10


def size_classes(size: Size) -> dict[str, bool]:
    """Return for each class whether it holds in a window of this size."""
    return {
        **_reached(size.width, WIDTHS),
        **_reached(size.height, HEIGHTS),
        "-tiny": size.width < LEAST_WIDTH or size.height < LEAST_HEIGHT,
    }


def _reached(cells: int, breakpoints: Sequence[tuple[int, str]]) -> dict[str, bool]:
    last = max(least for least, _ in breakpoints if least <= cells)
    return {name: least == last for least, name in breakpoints}
