"""The article on the screen before Textual is imported: the rows that it will paint, in plain text, in their place.

Textual takes most of the time to the first paint to import itself. What it will show is known after a tenth of that:
the article from a glance at the database, and the pane's place from the last time at this size. Keys pressed in the
meantime wait in the terminal. Nothing of the article is kept anywhere for this.
"""

from __future__ import annotations

import json
import os
import re
import signal
import sys
from contextlib import suppress
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Self

from workbench.model.spans import Span
from workbench.tui.glyphs import draw_plain, lacks_glyphs
from workbench.tui.session import Session
from workbench.tui.signals import ending_signals
from workbench.tui.widgets.viewport import Viewport, fit_column, fit_margin

if TYPE_CHECKING:
    from pathlib import Path

    from workbench.model.reviews import Review

FILE = "stage.json"
# Sizes of terminals kept: a laptop, a monitor, a split of each.
KEPT_SIZES = 12
# The position bar at the right of the article.
_EDGE = 1
_OFF = "\x1b[0m"
_COLOUR = re.compile("#[0-9a-fA-F]{6}")


@dataclass(frozen=True, slots=True)
class Stage:
    """Where the article's pane was in a terminal of some size, and its colours ('#rrggbb', '' for the terminal's)."""

    x: int
    y: int
    width: int
    height: int
    page: str = ""
    text: str = ""


def read_stage(folder: Path, columns: int, lines: int) -> Stage | None:
    """Return what was kept for a terminal of this size; None where nothing was, or nothing that can be read."""
    try:
        stage = Stage(**json.loads((folder / FILE).read_text(encoding="utf-8"))[f"{columns}x{lines}"])
        fits = 0 <= stage.x < stage.x + stage.width <= columns and 0 <= stage.y < stage.y + stage.height <= lines
    except (OSError, ValueError, TypeError, LookupError):
        return None
    return stage if fits else None


def keep_stage(folder: Path, columns: int, lines: int, stage: Stage) -> None:
    """Keep the pane's place for a terminal of this size; where that cannot be done, the next start is a little later."""
    name = f"{columns}x{lines}"
    with suppress(OSError, ValueError):
        path = folder / FILE
        kept: dict[str, object] = {}
        with suppress(OSError, ValueError):
            found = json.loads(path.read_text(encoding="utf-8"))
            kept = {size: value for size, value in found.items() if size != name} if isinstance(found, dict) else {}
        for size in list(kept)[: max(0, len(kept) - KEPT_SIZES + 1)]:
            del kept[size]
        kept[name] = asdict(stage)
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        aside = path.with_suffix(".new")
        aside.write_text(json.dumps(kept), encoding="utf-8")
        aside.replace(path)


def draw_article(review: Review, stage: Stage, *, colours: bool) -> str:
    """Return the sequences that write the article's rows where the review screen will paint them."""
    session = Session(review)
    session.current = session.first_stop()
    shown = {*session.view.numbers, session.current}
    margin = fit_margin(stage.width, len(str(max(shown, default=0))))
    column, left = fit_column(stage.width - _EDGE, margin)
    view = Viewport(review.text.text, review.text.blocks, column)
    view.arrange(column, stage.height, 0)
    claim = session.claim
    place = view.place_to_bring(Span(claim.start, claim.end)) if claim else None
    if place is not None:
        view.go(place)
    ink = _sgr(stage.text, 38) + _sgr(stage.page, 48) if colours else ""
    written = [_OFF, ink, "\x1b[2J"]
    for line, row in enumerate(view.rows):
        laid = view.page.lay(row.piece)
        span = laid.span(row.row)
        if span is not None:
            base = laid.piece.start
            words = laid.drawn[span[0] - base : laid.ink_end(row.row) - base]
            words = draw_plain(words) if lacks_glyphs() else words
            written.append(f"\x1b[{stage.y + line + 1};{stage.x + left + margin + laid.indent + 1}H{words}")
    return "".join([*written, _OFF])


def _sgr(colour: str, plane: int) -> str:
    if not _COLOUR.fullmatch(colour):
        return ""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return f"\x1b[{plane};2;{red};{green};{blue}m"


class Curtain:
    """The screen held for the app that is about to start. `lift` hands the terminal over as it was found."""

    def __init__(self, drawn: str) -> None:
        self._drawn = drawn
        self._descriptor = sys.__stderr__.fileno() if sys.__stderr__ else 2
        self._before: list[object] | None = None

    def __enter__(self) -> Self:
        for number in ending_signals():
            # Until the app watches them itself.
            signal.signal(number, self._end)
        try:
            self._draw()
        except BaseException:
            # An interrupt comes right behind the writing as well, where 'with' does not know yet what to leave.
            self.lift()
            self._leave()
            raise
        return self

    def _draw(self) -> None:
        import termios

        with suppress(termios.error):
            self._before = termios.tcgetattr(self._descriptor)
            quiet = list(self._before)
            # Keys pressed now are for the app; they must not be written into the article.
            quiet[3] = int(str(quiet[3])) & ~termios.ECHO
            termios.tcsetattr(self._descriptor, termios.TCSANOW, quiet)  # type: ignore[arg-type]
        os.write(self._descriptor, f"\x1b[?1049h\x1b[?25l{self._drawn}".encode("utf-8", "replace"))

    def lift(self) -> None:
        """Give the terminal its echo back, before Textual notes how it found it. A second call does no harm."""
        import termios

        before, self._before = self._before, None
        if before is not None:
            with suppress(termios.error):
                termios.tcsetattr(self._descriptor, termios.TCSANOW, before)  # type: ignore[arg-type]

    def __exit__(self, kind: object, error: object, trace: object) -> None:
        self.lift()
        if kind is not None:
            self._leave()

    def _leave(self) -> None:
        with suppress(OSError):
            os.write(self._descriptor, b"\x1b[?1049l\x1b[?25h")

    def _end(self, number: int, _frame: object) -> None:
        """Clear the terminal up, and let the signal do what it does."""
        self.lift()
        self._leave()
        signal.signal(number, signal.SIG_DFL)
        signal.raise_signal(number)


def hold_screen(review: Review, folder: Path) -> Curtain | None:
    """Return the curtain with the article on it; None where the pane's place in this terminal is not known."""
    try:
        columns, lines = os.get_terminal_size(sys.__stderr__.fileno() if sys.__stderr__ else 2)
    except OSError:
        return None
    stage = read_stage(folder, columns, lines)
    if stage is None:
        return None
    colours = "NO_COLOR" not in os.environ and os.environ.get("COLORTERM", "") in {"truecolor", "24bit"}
    return Curtain(draw_article(review, stage, colours=colours))
