"""Frames: at once when something is to be painted, and no more than sixty a second."""

from __future__ import annotations

import asyncio
import math
from time import monotonic
from typing import TYPE_CHECKING

from textual.app import App
from textual.screen import UPDATE_PERIOD, Screen
from textual.widgets import Static

from workbench.tui.frames import SwiftScreen

if TYPE_CHECKING:
    import pytest
    from textual.app import ComposeResult


class Line(SwiftScreen[None]):
    def compose(self) -> ComposeResult:
        yield Static("first", id="line")

    @property
    def line(self) -> Static:
        return self.query_one("#line", Static)


async def test_a_change_is_painted_without_the_timer(monkeypatch: pytest.MonkeyPatch) -> None:
    async with App[None]().run_test() as pilot:
        screen = Line()
        await pilot.app.push_screen(screen)
        await asyncio.sleep(3 * UPDATE_PERIOD)
        monkeypatch.setattr(screen._update_timer, "resume", lambda: None)
        painted = []
        paint = Screen._compositor_refresh
        monkeypatch.setattr(Screen, "_compositor_refresh", lambda self: painted.append(self) or paint(self))
        screen.line.update("second")
        await pilot.pause()
        assert painted == [screen]


async def test_changes_without_end_are_painted_sixty_times_a_second_at_most(monkeypatch: pytest.MonkeyPatch) -> None:
    async with App[None]().run_test() as pilot:
        screen = Line()
        await pilot.app.push_screen(screen)
        await pilot.pause()
        painted = []
        paint = Screen._compositor_refresh
        monkeypatch.setattr(Screen, "_compositor_refresh", lambda self: painted.append(self) or paint(self))
        began = monotonic()
        for number in range(200):
            screen.line.update(str(number))
            await asyncio.sleep(0.001)
        took = monotonic() - began
        # The timer's grid may put a frame soon after one that was painted at once.
        assert 2 < len(painted) <= 2 * math.ceil(took / UPDATE_PERIOD)
        await asyncio.sleep(3 * UPDATE_PERIOD)
        assert str(screen.line.render()) == "199"
        assert not screen._dirty_widgets
