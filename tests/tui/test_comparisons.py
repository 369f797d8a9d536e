from __future__ import annotations

from typing import TYPE_CHECKING

from tests.tui.libraries import running

if TYPE_CHECKING:
    from pathlib import Path


async def test_a_quoted_figure_is_laid_beside_the_claims(database: Path) -> None:
    async with running(database) as run:
        assert run.current == 2
        assert "= Both say 14" in run.text()
        await run.do("next-claim", "attach-source")
        await run.press("enter")
        await run.type("none of these")
        await run.press("enter")
        await run.type("4 against")
        await run.do("accept")
        shown = run.text()
        assert "≠ The claim says 3," in shown
        assert "off by one" in run.review_screen.evidence.content.plain
