"""One quiet line: what was just done and when it was saved. An error stands over it until it was read."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip

from workbench.tui.plain import one_line
from workbench.tui.widgets.columns import fit
from workbench.tui.widgets.inked import InkedWidget

if TYPE_CHECKING:
    from textual.geometry import Size

ERROR_GLYPH, NOTICE_GLYPH = "✗", "!"
# Errors kept for reading; of more than these at once the first ones say why.
MOST_ERRORS = 20
# Rows that an error may take, and what was done; what goes beyond that is cut.
MOST_ROWS, MOST_SAID = 4, 2
# 'Saved' is shown where the line is so many times as long.
LEAST_SHARE = 3


class Flash(InkedWidget):
    """The line at the foot. Errors queue up; `dismiss` takes the one that is shown away."""

    PREFIX = "flash"

    COMPONENT_CLASSES: ClassVar[set[str]] = {"flash--error", "flash--notice", "flash--said", "flash--saved"}

    DEFAULT_CSS = """
    Flash { height: auto; width: 1fr; background: $page; color: $page-margin; }
    Flash > .flash--error { color: $claim-fail; text-style: bold; }
    Flash > .flash--notice { color: $claim-note; text-style: bold; }
    Flash > .flash--said { color: $page-text; }
    Flash > .flash--saved { color: $page-margin; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._said = ""
        self._saved = ""
        # Each with its glyph.
        self._errors: deque[tuple[str, str]] = deque(maxlen=MOST_ERRORS)

    @property
    def error(self) -> str:
        """Return the error or notice that waits to be read, '' for none."""
        return self._errors[0][1] if self._errors else ""

    def say(self, text: str) -> None:
        """Say what was done, under an error that was not read yet; words that need the room go before 'saved'."""
        if text != self._said:
            # A line painted for nothing makes each frame as high as the way from the article down to it.
            before = len(self._rows(self.size.width))
            self._said = text
            self.refresh(layout=len(self._rows(self.size.width)) != before)

    def say_saved(self, clock: str) -> None:
        """Say when the last commit was ('14:03'), at the right."""
        if clock != self._saved:
            self._saved = clock
            self.refresh()

    def say_error(self, text: str, glyph: str = ERROR_GLYPH) -> None:
        """Show an error, or a notice that must be read, until it is dismissed; the same one again is shown once."""
        # What was said before the fault is not about it, nor is it true of a deed that is refused again.
        self._said = ""
        if (glyph, text) not in self._errors:
            self._errors.append((glyph, text))
        self.refresh(layout=True)

    def dismiss(self) -> bool:
        """Take the error away that is shown; False where there is none."""
        if not self._errors:
            return False
        self._errors.popleft()
        self.refresh(layout=True)
        return True

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's own
        """Return one line, or as many as an unread error takes and one for what was said since."""
        return len(self._rows(width))

    def render_line(self, y: int) -> Strip:
        """Return a line; 'saved' stands in the last one, where that leaves it room."""
        width, mix = self.size.width, self.mix
        rows = self._rows(width)
        if y >= len(rows):
            return Strip.blank(width, mix())
        words, style = rows[y]
        saved = f" saved {self._saved}" if self._saved and y == len(rows) - 1 else ""
        if width <= len(saved) * LEAST_SHARE or cell_len(words) > width - len(saved):
            saved = ""
        segments = [Segment(fit(words, width - len(saved)), mix(style)), Segment(saved, mix("saved"))]
        return Strip(segments).adjust_cell_length(width, mix())

    def _rows(self, width: int) -> list[tuple[str, str]]:
        """Return the lines with the names of their styles."""
        said = [(row, "said") for row in _wrap(self._said, width, MOST_SAID)]
        if not self._errors:
            return said
        more = f" (+{len(self._errors) - 1} more)" if len(self._errors) > 1 else ""
        glyph, text = self._errors[0]
        style = "error" if glyph == ERROR_GLYPH else "notice"
        error = _wrap(f"{glyph} {text}{more}", width, MOST_ROWS)
        return [*((row, style) for row in error), *(said if self._said else ())]

    def on_click(self) -> None:
        """Take a click as 'read'."""
        self.dismiss()


def _wrap(text: str, width: int, most: int) -> list[str]:
    """Return a text in rows, the last of so many with all that is left."""
    if cell_len(text) <= width:
        return [text]
    rows = [row.plain for row in one_line(text).wrap(max(1, width))]
    return rows if len(rows) <= most else [*rows[: most - 1], " ".join(rows[most - 1 :])]
