"""What is painted with a key: no more than what changed."""

from __future__ import annotations

import asyncio
import gc
import sys
from typing import TYPE_CHECKING

import pytest
from textual.screen import Screen
from textual.widget import Widget

from tests.tui.libraries import running
from workbench.tui.desk_lane import DeskLane
from workbench.tui.lane import Lane
from workbench.tui.screens.base import Room

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from textual.geometry import Region, Size
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


async def test_a_resize_never_lays_the_new_size_out_by_the_classes_of_the_old_one(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    laid_out: list[tuple[int, bool]] = []
    lay_out = Screen._refresh_layout

    def watch(screen: Screen[Any], size: Size | None = None, **how: Any) -> None:
        if isinstance(screen, Room):
            laid_out.append(((size or screen.size).width, screen.has_class("-wide")))
        lay_out(screen, size, **how)

    async with running(database, size=(120, 40)) as run:
        # The start still makes the other themes known, and lays out when it is told of them.
        await run.settle()
        monkeypatch.setattr(Screen, "_refresh_layout", watch)
        await run.pilot.resize_terminal(100, 40)
        await run.pilot.pause()
    assert (100, False) in laid_out
    assert (100, True) not in laid_out


async def test_a_new_screen_is_styled_once(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    styled: list[str] = []
    work_out = Screen.update_node_styles

    def watch(screen: Screen[Any], **how: Any) -> None:
        styled.append(type(screen).__name__)
        work_out(screen, **how)

    async with running(database) as run:
        monkeypatch.setattr(Screen, "update_node_styles", watch)
        await run.press("f3")
        assert type(run.app.screen).__name__ == "SourcesScreen"
        assert "SourcesScreen" not in styled


async def test_what_comes_with_the_store_is_kept_off_the_collector(database: Path) -> None:
    lane = Lane(asyncio.get_running_loop().call_soon_threadsafe, [].append)
    desk = DeskLane(database, lane, "ada")
    gc.unfreeze()
    await desk.open()
    desk.close()
    table = sys.modules["workbench.store.tables"].ArticleTable.__table__
    assert not any(one is table for one in gc.get_objects())


async def test_the_screen_has_its_turn_soon_while_another_thread_reads(database: Path) -> None:
    before = sys.getswitchinterval()
    sys.setswitchinterval(0.005)
    try:
        async with running(database):
            assert sys.getswitchinterval() == pytest.approx(0.001)
    finally:
        sys.setswitchinterval(before)


@pytest.mark.parametrize("place", [(), ("o",), ("s",), ("f1",), ("f2",), ("f3",), ("f4",), ("f5",), ("f6",)])
async def test_a_resize_leaves_every_widget_styled_as_if_all_had_been_styled_again(
    database: Path, place: tuple[str, ...]
) -> None:
    def styled(screen: Screen[Any]) -> dict[str, Any]:
        nodes = [*screen.walk_children(with_self=True)]
        return {f"{number} {node}": node.styles.base.get_rules() for number, node in enumerate(nodes)} | {
            f"{number} {node} {name}": styles.base.get_rules()
            for number, node in enumerate(nodes)
            for name, styles in node._component_styles.items()
        }

    async with running(database, size=(120, 40)) as run:
        await run.press(*place)
        for size in [(60, 24), (170, 45), (35, 9), (100, 15), (170, 15), (121, 30)]:
            await run.pilot.resize_terminal(*size)
            await run.settle()
            for screen in run.app.screen_stack[1:]:
                found = styled(screen)
                run.app.stylesheet.update(screen)
                assert found == styled(screen), (screen, size)
