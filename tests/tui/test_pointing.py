"""By mouse: what is clicked does what its key does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.tui.libraries import running
from workbench.tui.widgets.document import Document

if TYPE_CHECKING:
    from pathlib import Path


async def test_what_the_mouse_passed_over_becomes_a_claim(database: Path) -> None:
    async with running(database) as run:
        document = run.review_screen.document
        start = document.text.index("The sea was calm")
        ends = [document.cell_of(offset) for offset in (start, start + len("The sea was calm") - 1)]
        assert ends[0] is not None
        assert ends[1] is not None
        await run.pilot.mouse_down(Document, offset=ends[0])
        await run.pilot.hover(Document, offset=ends[1])
        await run.pilot.mouse_up(Document, offset=ends[1])
        await run.do("mark-text")
        assert run.claim(16).text == "The sea was calm"


async def test_a_click_on_a_rating_decides(database: Path) -> None:
    async with running(database) as run:
        await run.pilot.click("VerdictBar", offset=(4, 0))
        await run.settle()
        assert run.claim(2).verdict.rating_id == "correct"


async def test_a_click_on_the_foot_does_what_its_key_does(database: Path) -> None:
    async with running(database) as run:
        await run.pilot.click("KeyLine", offset=(3, 0))
        await run.settle()
        assert run.current == 3


async def test_a_click_on_a_chip_shows_another_kind(database: Path) -> None:
    async with running(database) as run:
        at = run.text().splitlines()[1].index("names")
        await run.pilot.click("Chips", offset=(at, 0))
        await run.settle()
        session = run.review_screen.session
        assert session is not None
        assert 5 in session.view.numbers
