"""A screen that reads again while an older reading is under way shows what it was asked for last."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from tests.tui.libraries import NOW, running
from workbench.desk.articles import edit_article
from workbench.tui.screens.articles import LibraryScreen

if TYPE_CHECKING:
    from pathlib import Path


class SlowOnce(LibraryScreen):
    """A library whose first reading ends with an answer that is late."""

    def __init__(self, late: asyncio.Event) -> None:
        super().__init__()
        self._late = late
        self._readings = 0

    async def fetch(self, question: str, *values: Any, **fields: Any) -> Any:
        self._readings += 1
        slow = self._readings == 1
        answer = await super().fetch(question, *values, **fields)
        if slow:
            await self._late.wait()
        return answer


async def test_an_older_answer_does_not_cover_a_newer_one(database: Path) -> None:
    late = asyncio.Event()
    async with running(database) as run:
        screen = SlowOnce(late)
        run.app.push_screen(screen)
        while screen._readings == 0:
            await run.pilot.pause()
        edit_article(run.store, 1, now=NOW, actor="bea", title="Harbour vote, corrected")
        screen.reread()
        while "Harbour vote, corrected" not in run.text():
            await run.pilot.pause()
        late.set()
        await run.settle()
        assert "Harbour vote, corrected" in run.text()
