"""How far the review has come, in one line: claims by state, and words accounted for."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual.strip import Strip

from workbench.tui.widgets.columns import share_cells
from workbench.tui.widgets.inked import InkedWidget

if TYPE_CHECKING:
    from workbench.model.progress import Progress

SHORT_WIDTH = 44
LONG_WIDTH = 76
# Heavy, dashed and light lines tell the parts apart without colour.
DECIDED, WAIVED, OPEN = "━", "╍", "─"


class ProgressLine(InkedWidget):
    """Claims decided, waived and open, and the share of words accounted for."""

    PREFIX = "progress"
    ALLOW_SELECT = False

    COMPONENT_CLASSES: ClassVar[set[str]] = {"progress--decided", "progress--waived", "progress--open"}

    DEFAULT_CSS = """
    ProgressLine { height: 1; width: 1fr; background: $page; color: $page-margin; }
    ProgressLine > .progress--decided { color: $claim-pass; }
    ProgressLine > .progress--waived { color: $claim-waived; }
    ProgressLine > .progress--open { color: $claim-open; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._progress: Progress | None = None

    def show_progress(self, progress: Progress) -> None:
        """Show how far the review has come."""
        if progress != self._progress:
            self._progress = progress
            self.refresh()

    def render_line(self, y: int) -> Strip:  # noqa: ARG002 - it has one line
        """Return the line."""
        width, mix = self.size.width, self.mix
        progress = self._progress
        if progress is None:
            return Strip.blank(width, mix())
        words = progress.accounted * 100 // progress.words if progress.words else 100
        done = progress.decided + progress.waived
        if width < SHORT_WIDTH:
            left, right = f"{done}/{progress.claims} ", f" {words}%"
        elif width < LONG_WIDTH:
            left, right = f"{done} of {progress.claims} claims ", f" {words}% of words"
        else:
            left = f"{progress.decided} decided · {progress.waived} waived · {progress.open} open "
            right = f" {words}% of words accounted for"
        cells = max(0, width - len(left) - len(right))
        shares = share_cells((progress.decided, progress.waived, progress.open), cells)
        bars = zip(("decided", "waived", "open"), (DECIDED, WAIVED, OPEN), shares, strict=True)
        middle = [Segment(line * share, mix(name)) for name, line, share in bars if share]
        segments = [Segment(left, mix()), *(middle or [Segment(" " * cells, mix())])]
        return Strip([*segments, Segment(right, mix())]).adjust_cell_length(width, mix())
