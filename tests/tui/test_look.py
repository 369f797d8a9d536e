"""Every screen at four sizes as plain text: what changes in the look is seen in a review of the change.

To take new dumps after a change that is meant: NEW_DUMPS=1 pytest tests/tui/test_look.py
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tui.libraries import running
from tests.tui.looks import (
    CALM_PLACES,
    EMPTY_PLACES,
    PLACES,
    SIZES,
    differ,
    go_home,
    make_calm,
    measure,
    seldom,
    shown,
    take,
)
from workbench.store.opening import open_store

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("at_the_root")
# In each of these there is no room for anything but the wish for more of it.
TOO_SMALL = ("36x9", "39x24", "80x9", "20x5")


@pytest.mark.parametrize("size", SIZES)
async def test_look(size: str, pictured: Path, tmp_path: Path) -> None:
    changed = []
    async with shown(pictured, tmp_path, size) as run:
        for place, keys in PLACES.items():
            changed.append(differ(run, place, size, await take(run, keys)))
            await go_home(run)
    assert not any(changed), "\n".join(changed)


@pytest.mark.parametrize("size", SIZES)
async def test_the_look_of_what_goes_wrong_and_of_the_end(
    size: str, pictured: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with shown(pictured, tmp_path, size) as run:
        changed = [differ(run, place, size, drawn) async for place, drawn in seldom(run, monkeypatch)]
    assert not any(changed), "\n".join(changed)


@pytest.mark.parametrize("size", SIZES)
async def test_the_look_where_there_is_nothing_yet(size: str, tmp_path: Path) -> None:
    changed = []
    open_store(tmp_path / "empty.db").close()
    async with running(tmp_path / "empty.db", article=None, size=measure(size)) as run:
        for place, keys in EMPTY_PLACES.items():
            changed.append(differ(run, place, size, await take(run, keys)))
            await run.press("escape")
    make_calm(tmp_path / "calm.db")
    async with running(tmp_path / "calm.db", size=measure(size)) as run:
        for place, keys in CALM_PLACES.items():
            changed.append(differ(run, place, size, await take(run, keys)))
            await go_home(run)
    assert not any(changed), "\n".join(changed)


async def test_the_look_of_a_window_that_is_too_small(pictured: Path, tmp_path: Path) -> None:
    changed = []
    async with shown(pictured, tmp_path, TOO_SMALL[0]) as run:
        for size in TOO_SMALL:
            await run.pilot.resize_terminal(*measure(size))
            changed.append(differ(run, "too-small", size, await take(run, ())))
    assert not any(changed), "\n".join(changed)
