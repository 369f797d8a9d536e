"""The screens beside the review say what is there and what can be done about it."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from textual import events

from tests.tui.errands.registry import said
from tests.tui.libraries import NOW, running
from workbench.desk import importing
from workbench.desk.sourcing import add_source
from workbench.model.claims import ClaimState
from workbench.model.sources import SourceFields
from workbench.readers import read_bytes
from workbench.store.opening import open_store
from workbench.tui import keeping
from workbench.tui.widgets.table import Table

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


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
        await run.do("top")
        await run.press("down", "down")
        # It stands: the undoing of it was undone.
        assert "decided 1.2 correct · done again" in run.text()
        await run.press("up")
        assert "undid: decided 1.2 correct · taken back" in run.text()
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


async def test_words_are_found_in_a_source_and_dropped_again(database: Path) -> None:
    async with running(database) as run:
        await run.do("open-source", "find-words")
        await run.type("nowhere")
        await run.press("enter")
        assert "These words do not stand in this text." in run.text()
        await run.press("ctrl+u")
        await run.type("MINUTES  of")
        await run.press("enter")
        assert "found once; Esc drops it" in run.text()
        await run.do("find-words")
        await run.type("the")
        await run.press("enter")
        assert "found 43 times, n goes to the next" in run.text()
        await run.do("next-passage", "mark-passage")
        await run.press("e", "enter")
        await run.do("copy-passage")
        assert run.app.clipboard == "the"
        await run.press("escape", "escape")
        assert run.app.screen is not run.review_screen
        await run.press("escape")
        assert run.app.screen is run.review_screen


async def test_a_source_without_a_text_says_so_to_every_key(database: Path) -> None:
    store = open_store(database)
    add_source(store, SourceFields("A call"), now=NOW, actor="ada")
    store.close()
    async with running(database) as run:
        run.app.read_source(2)
        await run.settle()
        assert "m mark" not in run.text()
        for key in ("n", "p", "m", "y", "s", "/"):
            run.room.say("")
            await run.press(key)
            assert "No text of this source is kept. In the library of sources (F3) r keeps" in said(run)


async def test_the_foot_of_a_source_offers_the_quotation(database: Path) -> None:
    async with running(database, size=(80, 24)) as run:
        await run.do("open-source")
        assert "m mark  s take as quotation  / find  y copy  F1 help" in run.text()
        await run.press("escape")
        run.app.read_source(1)
        await run.settle()
        assert "take as quotation" not in run.text()


async def test_no_question_is_copied_with_a_word(database: Path) -> None:
    async with running(database) as run:
        await run.do("show-queries", "copy-queries")
        assert said(run) == "There is no question to copy yet."


async def test_every_source_of_the_library_is_found_in_the_review(database: Path) -> None:
    store = open_store(database)
    add_source(store, SourceFields("Harbour ledger"), now=NOW, actor="ada")
    store.close()
    for command in ("search", "palette"):
        async with running(database) as run:
            await run.do(command)
            await run.type("ledger")
            assert "S2 Harbour ledger" in run.text()
            await run.press("enter")
            assert "S2 Harbour ledger" in run.text().splitlines()[0]


async def test_an_archived_article_is_told_by_a_word_and_counted(database: Path) -> None:
    async with running(database, article=None, size=(60, 24)) as run:
        await run.do("archive-article")
        assert said(run) == "put away: article 1, Harbour vote"
        assert "0 articles, 1 archived, 0 claims open" in run.text()
        await run.do("show-archived")
        assert "0 articles, 1 archived, 0 claims open" in run.text()
        assert "(archived) Harbour vote" in run.text()


async def test_the_library_follows_another_program_and_the_cursor_stays(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "LOOK_PAUSE", 0.05)
    async with running(database, article=None) as run:
        table = run.app.screen.query_one(Table)
        importing.import_document(run.store, read_bytes("boats.txt", b"Seven boats.\n"), now=NOW, actor="bo")
        async with asyncio.timeout(15):
            while table.row_count == 1:
                await run.pilot.pause(0.02)
        assert "Seven boats" in run.text()
        assert table.chosen == "1"


async def test_the_library_is_read_again_when_the_terminal_is_come_back_to(database: Path) -> None:
    async with running(database, article=None) as run:
        importing.import_document(run.store, read_bytes("boats.txt", b"Seven boats.\n"), now=NOW, actor="bo")
        run.app.post_message(events.AppFocus())
        await run.settle()
        assert run.app.screen.query_one(Table).row_count == 2
