"""What is painted with a key: no more than what changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.widget import Widget

from tests.tui.libraries import running

if TYPE_CHECKING:
    from pathlib import Path

    from textual.geometry import Region
    from textual.strip import Strip


FRAMES = 1000


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_a_step_renders_nothing_above_and_below_the_panels(
    database: Path, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    rendered: list[str] = []
    render = Widget.render_lines

    def watch(widget: Widget, crop: Region) -> list[Strip]:
        rendered.append(type(widget).__name__)
        return render(widget, crop)

    async with running(database, size=size) as run:
        monkeypatch.setattr(Widget, "render_lines", watch)
        await run.press("n")
        assert "Document" in rendered
        # The card follows in a frame of its own, when the screen's timer comes round.
        for _ in range(FRAMES):
            if "ClaimCard" in rendered:
                break
            await run.pilot.pause()
        assert "ClaimCard" in rendered
        assert not {"Masthead", "Chips", "ProgressLine", "Flash", "KeyLine"} & set(rendered)


async def test_a_row_goes_through_one_filter(database: Path) -> None:
    async with running(database) as run:
        (chain,) = run.app.get_line_filters()
        assert run.app.get_line_filters() == [chain]
