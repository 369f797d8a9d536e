"""One quiet line: what was just done and when it was saved. An error stays there until it was read."""

from __future__ import annotations

from collections import deque
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip

from workbench.tui.widgets.columns import fit
from workbench.tui.widgets.inked import InkedWidget

ERROR_GLYPH = "✗"
# Errors kept for reading; of more than these at once the first ones say why.
MOST_ERRORS = 20


class Flash(InkedWidget):
    """The line at the foot. Errors queue up; `dismiss` takes the one that is shown away."""

    PREFIX = "flash"

    COMPONENT_CLASSES: ClassVar[set[str]] = {"flash--error", "flash--said", "flash--saved"}

    DEFAULT_CSS = """
    Flash { height: 1; width: 1fr; background: $page; color: $page-margin; }
    Flash > .flash--error { color: $claim-fail; text-style: bold; }
    Flash > .flash--said { color: $page-text; }
    Flash > .flash--saved { color: $page-margin; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._said = ""
        self._saved = ""
        self._errors: deque[str] = deque(maxlen=MOST_ERRORS)

    @property
    def error(self) -> str:
        """Return the error that waits to be read, '' for none."""
        return self._errors[0] if self._errors else ""

    def say(self, text: str) -> None:
        """Say what was done; an error that was not read yet goes first, and words that need the room before 'saved'."""
        if text != self._said:
            # A line painted for nothing makes each frame as high as the way from the article down to it.
            self._said = text
            self.refresh()

    def say_saved(self, clock: str) -> None:
        """Say when the last commit was ('14:03'), at the right."""
        if clock != self._saved:
            self._saved = clock
            self.refresh()

    def say_error(self, text: str) -> None:
        """Show an error until it is dismissed; the same one again is shown once."""
        if text not in self._errors:
            self._errors.append(text)
        self.refresh()

    def dismiss(self) -> bool:
        """Take the error away that is shown; False where there is none."""
        if not self._errors:
            return False
        self._errors.popleft()
        self.refresh()
        return True

    def render_line(self, y: int) -> Strip:  # noqa: ARG002 - it has one line
        """Return the line."""
        width, mix = self.size.width, self.mix
        saved = f" saved {self._saved}" if self._saved and width > len(self._saved) * 4 else ""
        room = width - len(saved)
        if self._errors:
            more = f" (+{len(self._errors) - 1} more)" if len(self._errors) > 1 else ""
            words = fit(f"{ERROR_GLYPH} {self.error}{more}", room)
            style = mix("error")
        else:
            if cell_len(self._said) > room:
                saved, room = "", width
            words, style = fit(self._said, room), mix("said")
        return Strip([Segment(words, style), Segment(saved, mix("saved"))]).adjust_cell_length(width, mix())

    def on_click(self) -> None:
        """Take a click as 'read'."""
        self.dismiss()
