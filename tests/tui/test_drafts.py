"""What is typed is not lost: it outlives the program, a full disk, and the reviewer who leaves all the same."""

from __future__ import annotations

import asyncio
import gc
from threading import Event
from typing import TYPE_CHECKING

from sqlalchemy import event
from textual.widgets import TextArea

from tests.tui.libraries import NOW, Running, running, text_of
from workbench.desk import places
from workbench.errors import StoreError
from workbench.model.claims import ClaimState
from workbench.settings.settings import Settings
from workbench.store.glance import glance
from workbench.store.opening import open_store
from workbench.tui import keeping
from workbench.tui.app import Workbench
from workbench.tui.widgets.field import Field
from workbench.tui.widgets.flash import Flash

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable
    from pathlib import Path

    import pytest


async def test_what_was_written_before_the_verdict_becomes_part_of_it(database: Path) -> None:
    async with running(database) as run:
        await run.do("edit-rationale")
        await run.type("counted twice")
        await run.do("accept")
        assert run.claim(2).state is ClaimState.OPEN
        assert "waits for the verdict" in run.text()
        await run.press("1")
        assert run.claim(2).verdict.rationale == "counted twice"
        assert places.list_drafts(run.store, 1) == ()


async def test_typing_survives_the_end_of_the_program(database: Path) -> None:
    async with running(database) as run:
        await run.do("edit-rationale")
        await run.type("half a sent")
    async with running(database) as run:
        assert "half a sent" in run.text()
        await run.do("edit-rationale")
        assert run.app.screen.query_one(Field).text == "half a sent"


async def test_a_draft_is_there_before_anything_else_was_read_and_is_not_typed_over(database: Path) -> None:
    async with running(database) as run:
        await run.do("edit-rationale")
        await run.type("half a sent")
    seen = glance(database, 1)
    app = Workbench(database, Settings(actor="ada"), article=1, glimpse=seen, clock=lambda: NOW)
    held = Event()
    app.desk._lane.submit(held.wait)
    try:
        async with app.run_test(size=(100, 30)) as pilot:
            await pilot.press("e")
            await pilot._wait_for_screen()
            assert app.screen.query_one(Field).text == "half a sent"
            assert "Your draft from before is here again." in text_of(app)
            await pilot.press("e", "n", "c", "e")
            held.set()
            await pilot.press("ctrl+s")
            await app.workers.wait_for_complete()
    finally:
        held.set()
        app.desk.close()
    store = open_store(database)
    assert [draft.text for draft in places.list_drafts(store, 1)] == ["half a sentence"]
    store.close()


async def test_a_draft_that_cannot_be_kept_is_told_and_stays_in_the_editor(database: Path) -> None:
    async with running(database) as run:
        engine = run.app.desk._store.engine
        engine.dispose()

        @event.listens_for(engine, "connect")
        def _fill_up(connection: sqlite3.Connection, _record: object) -> None:
            connection.execute(f"PRAGMA max_page_count = {connection.execute('PRAGMA page_count').fetchone()[0]}")

        await run.do("edit-rationale")
        await run.type("too long for what is left " * 4000)
        await run.press("escape")
        assert "no room left" in run.room.query_one(Flash).error
        await run.do("edit-rationale")
        assert run.app.screen.query_one(TextArea).text.startswith("too long for what is left ")


class _Disk:
    """A disk that SQLite finds full as long as `full` says so."""

    def __init__(self, run: Running) -> None:
        self.full = True
        engine = run.app.desk._store.engine
        engine.dispose()
        event.listen(engine, "checkout", self._limit)

    def _limit(self, connection: sqlite3.Connection, _record: object, _proxy: object) -> None:
        pages = connection.execute("PRAGMA page_count").fetchone()[0] if self.full else 1_000_000
        connection.execute(f"PRAGMA max_page_count = {pages}").close()


async def _until(run: Running, reached: Callable[[], bool]) -> None:
    async with asyncio.timeout(15):
        while not reached():
            await run.pilot.pause(0.02)


LONG_DRAFT = "too long for what is left " * 4000


async def test_a_draft_that_could_not_be_stored_is_tried_again_without_a_key(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "RETRY_PAUSE", 0.05)
    async with running(database) as run:
        disk = _Disk(run)
        await run.do("edit-rationale")
        await run.type(LONG_DRAFT)
        await _until(run, lambda: "no room left" in run.app.room.query_one(Flash).error)
        # What is tried again in vain is told once.
        run.app.room.query_one(Flash).dismiss()
        await run.pilot.pause(0.2)
        assert run.app.room.query_one(Flash).error == ""
        disk.full = False
        await _until(run, lambda: bool(places.list_drafts(run.store, 1)))
        assert places.list_drafts(run.store, 1)[0].text == LONG_DRAFT
        await _until(run, lambda: "What you typed is stored now" in run.text())


async def test_leaving_tries_again_and_tells_what_cannot_be_stored(database: Path) -> None:
    async with running(database) as run:
        disk = _Disk(run)
        await run.do("edit-rationale")
        await run.type(LONG_DRAFT)
        await run.press("escape", "escape")
        await run.do("quit")
        assert "What you typed about 1.2 is not stored: no room left" in " ".join(run.text().split())
        assert "Everything is saved" not in run.text()
        await run.press("escape")
        # The article is left and opened again: what was typed is still there.
        run.app.action_show_library()
        await run.settle()
        run.app.open_article(1)
        await run.settle()
        await run.do("edit-rationale")
        assert run.app.screen.query_one(TextArea).text.startswith("too long")
        await run.press("escape")
        disk.full = False
        await run.do("quit")
        assert run.app._exit
    assert run.app.fault is None
    store = open_store(database)
    assert [draft.text for draft in places.list_drafts(store, 1)] == [LONG_DRAFT]
    store.close()


async def test_leaving_all_the_same_ends_with_the_reason(database: Path) -> None:
    async with running(database) as run:
        _Disk(run)
        await run.do("edit-rationale")
        await run.type(LONG_DRAFT)
        await run.press("escape")
        await run.do("quit", "quit")
        assert run.app._exit
    assert isinstance(run.app.fault, StoreError)
    assert "What you typed about 1.2 is not stored" in run.app.fault.message


async def test_a_draft_given_up_is_not_stored_later(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "RETRY_PAUSE", 0.05)
    async with running(database) as run:
        disk = _Disk(run)
        await run.do("edit-rationale")
        await run.type(LONG_DRAFT)
        await _until(run, lambda: bool(run.app.tell_lost()))
        screen = run.app.screen
        screen.query_one(TextArea).load_text("")
        await run.do("accept")
        disk.full = False
        await run.pilot.pause(0.2)
        assert places.list_drafts(run.store, 1) == ()
        assert run.app.tell_lost() == ""


async def test_undoing_a_verdict_gives_its_texts_back_to_wait_for_the_next_one(database: Path) -> None:
    async with running(database) as run:
        await run.do("edit-rationale")
        await run.type("asked the mission")
        await run.press("ctrl+s", "6")
        assert run.claim(2).verdict.rationale == "asked the mission"
        await run.do("undo")
        assert run.claim(2).verdict is None
        assert "waits for the verdict" in run.text()
        assert [(one.field, one.text) for one in places.list_drafts(run.store, 1)] == [
            ("rationale", "asked the mission")
        ]
        await run.do("redo")
        assert run.claim(2).verdict.rationale == "asked the mission"
        assert not places.list_drafts(run.store, 1)
        run.review_screen.go(2)
        await run.do("reopen-claim")
        assert "waits for the verdict" in run.text()
        await run.press("1")
        assert run.claim(2).verdict.rationale == "asked the mission"
        assert not places.list_drafts(run.store, 1)


async def test_words_that_a_read_only_database_refuses_are_not_called_kept(
    database: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with running(database) as run:
        run.app.desk._store = open_store(database, read_only=True)
        await run.do("edit-rationale")
        await run.type("counted twice")
        await run.do("accept")
        shown = " ".join(run.text().split())
        assert "read-only" in run.room.query_one(Flash).error
        assert "Not stored: the words are kept here only until you leave." in shown
        assert "✎ not stored, here until you leave" in shown
        assert "waits for the verdict" not in shown
        await run.do("quit", "quit")
    gc.collect()
    assert "never retrieved" not in caplog.text
    assert isinstance(run.app.fault, StoreError)


async def test_what_was_typed_into_a_form_about_a_claim_outlives_the_program(database: Path) -> None:
    async with running(database) as run:
        run.review_screen.go(2)
        await run.do("edit-claim")
        run.app.screen.fill("speaker", "the clerk")
        run.app.screen.fill("wording", "the vote")
        await run.settle()
    async with running(database) as run:
        run.review_screen.go(2)
        await run.do("edit-claim")
        assert "as you left it" in run.text()
        values = run.app.screen.values()
        assert (values["speaker"], values["wording"]) == ("the clerk", "the vote")
        await run.do("drop-draft", "cancel")
    async with running(database) as run:
        run.review_screen.go(2)
        await run.do("edit-claim")
        assert "as you left it" not in run.text()


async def test_a_form_that_was_saved_leaves_nothing_behind(database: Path) -> None:
    async with running(database) as run:
        run.review_screen.go(3)
        await run.do("attach-source")
        await run.press("enter")
        await run.type("3 against")
        await run.do("cancel")
        assert [draft.text for draft in places.list_drafts(run.store, 1)] == ["3 against"]
        await run.do("attach-source")
        await run.press("enter")
        await run.do("accept")
        assert places.list_drafts(run.store, 1) == ()
        assert [one.quote for one in run.review().evidence[run.claim(3).uid]] == ["3 against"]


async def test_undo_takes_back_what_was_just_kept_for_a_verdict(database: Path) -> None:
    async with running(database) as run:
        await run.do("flag-claim", "edit-rationale")
        await run.type("first words")
        await run.do("accept", "edit-rationale")
        await run.type(" and more")
        await run.do("accept", "undo")
        assert "claim 2: took back what you wrote" in run.text()
        assert [draft.text for draft in places.list_drafts(run.store, 1)] == ["first words"]
        # What was done before is taken back by the next one.
        await run.do("undo")
        assert not run.claim(2).flagged
        assert [draft.text for draft in places.list_drafts(run.store, 1)] == ["first words"]
