"""What is typed or pasted into a form stays: every line of it, while its faults are mended, and when it is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tui.libraries import running
from workbench.tui.widgets.field import Field, Line

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
async def test_an_article_pasted_over_the_path_is_a_text_whole(end: str, database: Path) -> None:
    async with running(database, article=None) as run:
        await run.do("import-article")
        await run.type(end.join(("# The ferry", "", "There are 12 boats.")))
        assert run.app.screen.query_one(Line).value == ""
        await run.do("accept")
        assert run.review_screen.article_id == 2
        assert run.review_screen.document.text.splitlines() == ["The ferry", "", "There are 12 boats."]


async def test_a_path_and_a_text_are_not_both_taken_one_of_them_unsaid(database: Path) -> None:
    async with running(database, article=None) as run:
        await run.do("import-article")
        await run.type("vote.md\n")
        await run.type("# The ferry\nThere are 12 boats.\n")
        await run.do("accept")
        assert "leave one of them empty" in run.text()
        assert run.app.screen.query_one(Line).value == "vote.md"
        assert "12 boats" in run.app.screen.query_one(Field).text


async def test_lines_pasted_into_a_field_of_one_are_joined(database: Path) -> None:
    async with running(database) as run:
        await run.do("search")
        await run.type("six\r  hours\r\n")
        assert run.app.screen.query_one(Line).value == "six hours"
