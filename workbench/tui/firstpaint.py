"""Get to the first text on the screen, and do afterwards what need not come before it.

The collector walks every object that imports and the first screen make, again and again, and finds nothing: it is off
until the first paint, and what lives by then is never walked again (`gc.freeze`).
"""

from __future__ import annotations

import gc
import threading
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

# What the desk needs and the first paint does not.
BEHIND = ("workbench.desk", "sqlmodel", "workbench.store.opening")


def hold_collector() -> None:
    """Let nothing be collected until `settle` is called."""
    gc.disable()


def settle() -> None:
    """Keep what lives now out of all later collections, and collect again. A second call does no harm."""
    gc.freeze()
    gc.enable()


def load_behind(modules: Sequence[str] = BEHIND) -> threading.Thread:
    """Import in a thread what is needed soon; an import that fails is left for its user to report."""

    def load() -> None:
        for name in modules:
            try:
                import_module(name)
            except ImportError:
                return
        gc.freeze()

    thread = threading.Thread(target=load, name="load-behind", daemon=True)
    thread.start()
    return thread
