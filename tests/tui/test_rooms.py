"""The screens beside the review say what is there and what can be done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.tui.libraries import running
from workbench.model.claims import ClaimState
from workbench.store.opening import open_store

if TYPE_CHECKING:
    from pathlib import Path


async def test_the_history_takes_a_deed_back_and_the_undoing_too(database: Path) -> None:
    async with running(database, size=(80, 24)) as run:
        await run.press("1")
        await run.do("show-history")
        assert "←  2024-03-26" in run.text()
        assert "decided 1.2 correct · Enter takes it back" in run.text()
        await run.do("undo-event")
        assert run.claim(2).state is ClaimState.OPEN
        await run.do("top")
        assert "→  2024-03-26" in run.text()
        assert "undid: decided 1.2 correct · Enter does it again" in run.text()
        await run.do("undo-event")
        assert run.claim(2).state is ClaimState.DECIDED
        await run.do("bottom")
        assert "· cannot be taken back" in run.text()


async def test_the_history_says_why_it_is_not_sorted(database: Path) -> None:
    async with running(database) as run:
        await run.do("show-history", "sort-rows")
        assert "The history is in the order of time." in run.text()


async def test_the_foot_offers_nothing_for_a_row_where_there_is_none(database: Path, tmp_path: Path) -> None:
    open_store(tmp_path / "empty.db").close()
    async with running(tmp_path / "empty.db", article=None) as run:
        await run.do("show-history")
        assert "take back" not in run.text()
        await run.do("show-library", "show-sources")
        assert "Enter read" not in run.text()
        assert "i new" in run.text()
    async with running(database) as run:
        await run.do("show-sources")
        assert "Enter read" in run.text()


async def test_the_statistics_offer_what_is_not_shown(database: Path) -> None:
    async with running(database) as run:
        await run.do("show-statistics")
        assert "a whole library" in run.text()
        await run.do("widen-statistics")
        assert "a article 1 alone" in run.text()
    async with running(database, article=None) as run:
        await run.do("show-statistics")
        assert "whole library" not in run.text()


async def test_an_article_gets_another_scale_where_its_verdicts_have_a_place_in_it(database: Path) -> None:
    async with running(database, article=None) as run:
        await run.do("edit-article")
        run.app.screen.control("scale").choose("five-step")
        await run.do("accept")
        assert run.review().scale.id == "five-step"
    async with running(database) as run:
        await run.press("1")
        await run.do("show-library", "edit-article")
        await run.press("end")
        await run.type(" again")
        run.app.screen.control("scale").choose("desk")
        await run.do("accept")
        # What was typed is still there, under the reason.
        assert "claim 1.2 is rated 'false', which the scale" in run.text()
        assert "Harbour vote again" in run.text()
        run.app.screen.control("scale").choose("five-step")
        await run.do("accept")
        assert (run.review().article.title, run.review().scale.id) == ("Harbour vote again", "five-step")
