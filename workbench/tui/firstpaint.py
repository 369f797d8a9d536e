"""Get `workbench review 3` to the first text on the screen, and do afterwards what need not come before it.

Four things make the way short. The article's rows are drawn before Textual is imported (`curtain`). The article is
read by plain sqlite3 (`store.glance`); SQLModel is imported behind the first paint. The command line's library is
left out where the words are the plainest ones. And the collector is off: it walks every object that imports and the
first screen make, again and again, and finds nothing; what lives at the first paint, and what is imported with the
store after it, is never walked again (`gc.freeze`).
"""

from __future__ import annotations

import gc
import os
import sys
from contextlib import nullcontext
from typing import TYPE_CHECKING

from workbench.tui.collecting import spare_collector

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


def hold_collector() -> None:
    """Let nothing be collected until `settle` is called."""
    gc.disable()


def settle() -> None:
    """Keep what is there now out of all later collections, and collect again.

    What the way here left is kept as well: to drop its half megabyte would hold the first key for 40 ms. A full walk
    comes ten times as seldom as Python has it: with 10,000 claims it holds a key or a resize for 40 ms.
    """
    spare_collector()
    gc.set_threshold(700, 10, 100)
    gc.enable()


def take_turns() -> None:
    """Let the thread of the screen have its turn soon while another reads a long article.

    Python's five milliseconds, several times to a key, make twice as much of the wait: p50 23 against 15 ms, p90 113
    against 52, while a million words are read.
    """
    sys.setswitchinterval(0.001)


def open_at_once(arguments: Sequence[str]) -> Callable[[], int] | None:
    """Return how to open the review that `review NUMBER` asks for on a terminal; None where the long way has to be gone.

    That is everywhere where something is to be said first: no such article, an older database, settings with a mistake.
    """
    if len(arguments) != 2 or arguments[0] != "review" or not arguments[1].isdecimal() or not _has_terminal():  # noqa: PLR2004 - 'review NUMBER'
        return None
    hold_collector()
    from workbench.errors import WorkbenchError
    from workbench.settings.paths import cache_dir, database_path
    from workbench.store.glance import glance

    try:
        path = database_path()
        seen = glance(path, int(arguments[1]))
        if seen is None:
            return None
        from workbench.settings.settings import load_settings

        settings = load_settings()
        folder = cache_dir()
    except WorkbenchError:
        return None

    def run() -> int:
        from workbench.tui.curtain import hold_screen

        with hold_screen(seen.review, folder) or nullcontext() as curtain:
            from workbench.tui.app import run_app

            return run_app(path, article=seen.review.article.id, settings=settings, seen=seen, curtain=curtain)

    return run


def _has_terminal() -> bool:
    # Served to a browser the app talks through pipes; that is the long way's affair.
    return "TEXTUAL_DRIVER" not in os.environ and all(
        stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr)
    )
