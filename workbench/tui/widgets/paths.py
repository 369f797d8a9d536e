"""Complete a path while it is typed."""

from __future__ import annotations

import asyncio

from textual.suggester import Suggester

from workbench.settings.paths import typed_path

# A drive that does not answer holds so many threads, not one more with each letter: others wait for threads as well.
_MOST_LOOKING = 2


class PathSuggester(Suggester):
    """Complete a path by the first file or folder that goes on from what is typed."""

    def __init__(self) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._turns = asyncio.Semaphore(_MOST_LOOKING)
        self._newest = ""

    async def get_suggestion(self, value: str) -> str | None:
        """Return the completed path; None as well where more was typed before its turn came."""
        self._newest = value
        await self._turns.acquire()
        if value != self._newest:
            self._turns.release()
            return None
        look = asyncio.create_task(asyncio.to_thread(complete_path, value))
        # The turn ends with the look itself: its thread goes on when nobody waits any more.
        look.add_done_callback(lambda _: self._turns.release())
        return await asyncio.shield(look)


def complete_path(typed: str) -> str | None:
    """Return the path that what is typed begins; folders end in a slash, hidden files are named only when asked for."""
    if not typed or typed == "~":
        return None
    folder, slash, begun = typed.rpartition("/")
    try:
        there = typed_path(f"{folder}{slash}" or ".")
        names = sorted(path.name + ("/" if path.is_dir() else "") for path in there.iterdir())
    except (OSError, ValueError):
        return None
    fitting = (name for name in names if name.startswith(begun) and (begun.startswith(".") or not name.startswith(".")))
    found = next(fitting, None)
    return None if found is None or found == begun else f"{folder}{slash}{found}"
