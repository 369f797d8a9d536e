"""What a reviewer must be able to rely on: nothing typed is lost, nothing is overwritten, nothing moves by itself."""

from __future__ import annotations

import asyncio
from contextlib import nullcontext
from threading import Event
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import event
from textual.css.query import NoMatches
from textual.widgets import TextArea
from textual.worker import WorkerFailed

from tests.tui.libraries import NOW, Running, running, text_of
from workbench.desk import importing, places, reviewing
from workbench.desk.reviewing import open_review
from workbench.errors import StoreError, UsageError
from workbench.model.articles import Place
from workbench.model.claims import ClaimState
from workbench.readers import read_bytes
from workbench.settings.settings import Settings
from workbench.store.backups import list_backups
from workbench.store.glance import glance
from workbench.store.opening import open_store
from workbench.tui import keeping
from workbench.tui.app import Workbench
from workbench.tui.desk_lane import DeskLane
from workbench.tui.dialogs.ask_evidence import AskEvidence
from workbench.tui.dialogs.confirm_conflict import ConfirmConflict
from workbench.tui.dialogs.pick import Pick
from workbench.tui.lane import Lane
from workbench.tui.limits import Limit
from workbench.tui.widgets.field import Field, Line
from workbench.tui.widgets.flash import Flash
from workbench.tui.widgets.table import Table

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable
    from pathlib import Path


async def test_a_stale_verdict_shows_both_versions_and_theirs_can_stay(database: Path) -> None:
    async with running(database) as run:
        reviewing.decide_claim(run.store, "1.2", "imprecise", rationale="by hand", now=NOW, actor="bo")
        await run.press("1")
        assert isinstance(run.app.screen, ConfirmConflict)
        shown = run.text()
        assert "Imprecise" in shown
        assert "by hand" in shown
        assert "Correct" in shown
        await run.press("enter")
        assert run.claim(2).verdict.rating_id == "imprecise"
        session = run.review_screen.session
        assert session is not None
        seen = session.find(2)
        assert seen is not None
        assert seen.verdict is not None
        assert seen.verdict.decided_by == "bo"


async def test_a_stale_verdict_can_go_over_theirs(database: Path) -> None:
    async with running(database) as run:
        reviewing.decide_claim(run.store, "1.2", "imprecise", rationale="by hand", now=NOW, actor="bo")
        await run.press("1")
        await run.press("down", "enter")
        assert run.claim(2).verdict.rating_id == "correct"
        assert run.review().progress.decided == 1


async def test_two_verdicts_in_a_row_are_no_conflict_of_ones_own(database: Path) -> None:
    async with running(database, advance=False) as run:
        for key in ("1", "3", "1"):
            run._send(key)
        await run.settle()
        assert run.claim(2).verdict.rating_id == "correct"
        assert [event.deed for event in run.review().events].count("decide_claim") == 3


async def test_a_rating_that_needs_evidence_asks_for_it_says_why_and_then_decides(database: Path) -> None:
    async with running(database) as run:
        await run.do("next-claim")
        await run.press("4")
        assert isinstance(run.app.screen, Pick)
        assert "'Incorrect' needs a source" in run.text()
        await run.press("enter")
        assert isinstance(run.app.screen, AskEvidence)
        assert "● contradicts" in run.text()
        await run.type("4 against")
        await run.press("ctrl+s")
        assert run.claim(3).verdict.rating_id == "incorrect"
        assert run.review().evidence[run.claim(3).uid][0].quote == "4 against"
        assert run.current == 4


async def test_giving_up_on_evidence_leaves_the_claim_open(database: Path) -> None:
    async with running(database) as run:
        await run.do("next-claim")
        await run.press("4", "escape")
        assert run.claim(3).state is ClaimState.OPEN
        assert run.current == 3


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


async def test_an_article_opens_where_it_was_left(database: Path) -> None:
    async with running(database) as run:
        await run.do("next-claim", "next-claim", "next-claim")
        assert run.current == 6
    async with running(database) as run:
        assert run.current == 6


async def test_a_verdict_stays_on_its_claim_where_that_is_set(database: Path) -> None:
    async with running(database, advance=False) as run:
        await run.press("1")
        assert run.current == 2


async def test_resizing_and_dialogs_keep_the_place(database: Path) -> None:
    async with running(database) as run:
        await run.do("jump-number")
        await run.type("13")
        await run.press("enter")
        for size in ((40, 12), (200, 60), (80, 24)):
            await run.pilot.resize_terminal(*size)
            await run.settle()
            await run.do("edit-rationale")
            await run.press("escape")
            assert run.current == 13
            assert "900" in run.text()


async def test_a_window_too_small_says_so_and_comes_back(database: Path) -> None:
    async with running(database) as run:
        await run.pilot.resize_terminal(30, 8)
        await run.settle()
        assert "Make this window" in run.text()
        await run.pilot.resize_terminal(80, 24)
        await run.settle()
        assert "Harbour vote" in run.text()


async def test_a_database_that_cannot_be_written_opens_for_reading_and_says_so(database: Path) -> None:
    store = open_store(database, read_only=True)
    async with running(database) as run:
        run.app.desk._store = store
        await run.press("1")
        assert "read-only" in run.room.query_one(Flash).error
        assert run.claim(2).state is ClaimState.OPEN
        session = run.review_screen.session
        assert session is not None
        seen = session.find(2)
        assert seen is not None
        assert seen.state is ClaimState.OPEN
        await run.press("escape")
        assert not run.room.query_one(Flash).error


async def test_an_error_stays_until_it_was_read(database: Path) -> None:
    async with running(database) as run:
        run.review_screen.complain(StoreError("the disk is full", "make room"))
        await run.do("next-claim", "next-claim")
        assert "the disk is full; make room" in run.text()
        await run.press("escape")
        assert "the disk is full" not in run.text()


async def test_a_glimpse_is_shown_at_once_and_the_rest_follows(database: Path) -> None:
    seen = glance(database, 1)
    assert seen is not None
    app = Workbench(database, Settings(actor="ada"), article=1, glimpse=seen, clock=lambda: NOW)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot._wait_for_screen()
        rows = app.screen._compositor.render_strips()
        assert "council backed the harbour plan" in "".join(segment.text for row in rows for segment in row)
        await app.workers.wait_for_complete()


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


async def test_marking_by_mouse_and_by_keyboard_makes_the_same_claim(database: Path) -> None:
    async with running(database) as run:
        document = run.review_screen.document
        start = document.text.index("The sea was calm")
        from workbench.model.spans import Span

        document.select_span(Span(start, start + 16))
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


async def test_the_same_file_twice_is_the_same_article(database: Path, tmp_path: Path) -> None:
    path = tmp_path / "again.md"
    document = read_bytes("again.md", b"# Again\n\nThere are 12 boats.\n")
    path.write_bytes(document.raw)
    store = open_store(database)
    importing.import_document(store, document, now=NOW, actor="ada")
    store.close()
    async with running(database, article=None) as run:
        await run.do("import-article")
        await run.type(str(path))
        await run.press("enter")
        assert run.review_screen.article_id == 2
        assert "have already" in run.text()


async def test_a_file_that_cannot_be_read_is_told_with_its_reason(database: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    async with running(database, article=None) as run:
        await run.do("import-article")
        await run.type(str(tmp_path / "empty.txt"))
        await run.press("enter")
        # The question stays with what was typed, so that a slip is mended and not typed anew.
        assert "empty" in run.text()
        assert "empty.txt" in run.app.screen.query_one(Line).value
        await run.press("escape")
        assert run.app.screen.query_one(Table).row_count == 1
        assert not run.room.query_one(Flash).error


def test_a_keymap_with_a_clash_is_refused_before_the_app_starts(database: Path, tmp_path: Path) -> None:
    (tmp_path / "keymaps").mkdir()
    (tmp_path / "keymaps" / "mine.toml").write_text('[keys]\nnext-claim = "p"\nundo = "j"\n')
    with pytest.raises(UsageError, match=r"has 2 faults:\n  .*j is both[^\n]*\n  p is both"):
        Workbench(database, Settings(actor="ada", keymap="mine"), folder=tmp_path)


async def test_the_users_keys_work_and_are_shown(database: Path, tmp_path: Path) -> None:
    (tmp_path / "keymaps").mkdir()
    (tmp_path / "keymaps" / "mine.toml").write_text('[keys]\nnext-claim = "f9"\n')
    app = Workbench(database, Settings(actor="ada", keymap="mine"), article=1, folder=tmp_path, clock=lambda: NOW)
    async with app.run_test(size=(100, 30)) as pilot:
        await app.workers.wait_for_complete()
        await pilot.press("n")
        screen = app.screen
        assert screen.session.current == 2  # type: ignore[attr-defined]  # the review
        await pilot.press("f9")
        assert screen.session.current == 3  # type: ignore[attr-defined]  # the review
        rows = screen._compositor.render_strips()
        assert "F9 next" in "".join(segment.text for segment in rows[-1])


async def test_a_rating_whose_key_a_command_has_is_told_in_the_review(database: Path, tmp_path: Path) -> None:
    (tmp_path / "keymaps").mkdir()
    (tmp_path / "keymaps" / "mine.toml").write_text('[keys]\nset-action = "1"\n')
    app = Workbench(database, Settings(actor="ada", keymap="mine"), article=1, folder=tmp_path, clock=lambda: NOW)
    async with app.run_test(size=(120, 30)):
        await app.workers.wait_for_complete()
        assert "1 is both the rating 'correct'" in app.screen.query_one(Flash).error


async def test_the_palette_waits_for_a_dialog(database: Path) -> None:
    async with running(database) as run:
        await run.do("attach-source")
        await run.press("ctrl+p")
        assert isinstance(run.app.screen, Pick)


async def test_the_place_is_kept_with_its_filter(database: Path) -> None:
    async with running(database) as run:
        await run.do("limit")
        await run.type("jobs")
        await run.do("accept")
    store = open_store(database)
    assert open_review(store, 1).place == Place(7, "kind:figure,quote text:jobs", ("figure", "quote"))
    store.close()
    async with running(database) as run:
        session = run.review_screen.session
        assert session is not None
        assert session.view.numbers == [7, 15]
        assert "text:jobs" in run.text()


async def test_nothing_is_decided_in_a_window_that_shows_nothing(database: Path) -> None:
    async with running(database, size=(20, 5)) as run:
        assert "Make this window" in run.text()
        await run.press("1")
        await run.do("waive-claim", "flag-claim")
        assert run.review().progress.decided + run.review().progress.waived == 0
        assert len(run.review().events) == 2
        await run.pilot.resize_terminal(120, 40)
        await run.press("1")
        assert run.review().progress.decided == 1


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


async def test_what_is_not_found_while_leaving_is_no_crash(database: Path) -> None:
    async with running(database) as run:
        run.app.exit(143)
        # A dialog that a signal met while it was mounted looks for its list when that has gone.
        run.app._handle_exception(NoMatches("no list"))
        run.app._handle_exception(WorkerFailed(NoMatches("no list")))
    assert run.app._exception is None
    assert run.app.return_value == 143


async def test_a_library_that_cannot_be_read_ends_the_app_with_the_reason(tmp_path: Path) -> None:
    path = tmp_path / "w.db"
    path.write_bytes(b"no database at all " * 500)
    app = Workbench(path, Settings(actor="ada"), clock=lambda: NOW)
    async with app.run_test() as pilot:
        while not app._exit:
            await pilot.pause()
    app.desk.close()
    assert isinstance(app.fault, StoreError)
    assert "is damaged" in app.fault.message
    assert app.return_value == int(app.fault.exit_code) == 4


async def test_the_app_keeps_a_backup_of_the_day(database: Path) -> None:
    assert list_backups(database) == []
    async with running(database) as run:
        assert len(list_backups(database)) == 1
        await run.press("1")
        assert run.app.return_code is None
    assert len(list_backups(database)) == 1


async def test_a_folder_is_imported_whole_and_bad_files_are_told(database: Path, tmp_path: Path) -> None:
    folder = tmp_path / "drafts"
    folder.mkdir()
    for name, raw in (
        ("a.txt", b"14 men"),
        ("b.md", b"# B\n\n15 men \xff\xe2\x80\x99"),
        ("c.txt", b""),
        ("d.png", b""),
    ):
        (folder / name).write_bytes(raw)
    async with running(database, article=None) as run:
        for said in ("2 imported, 1 could not be read", "2 already here, 1 could not be read"):
            await run.do("import-article")
            await run.type(str(folder))
            await run.press("enter")
            assert "c.txt is empty" in run.room.query_one(Flash).error
            await run.press("escape")
            assert f"{said}, 1 of other formats" in run.text()
        assert run.app.screen.query_one(Table).row_count == 3


async def test_what_was_lost_in_decoding_is_told(database: Path, tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_bytes("He said “15 men”.".encode() + b"\xff")
    async with running(database, article=None) as run:
        await run.do("import-article")
        await run.type(str(tmp_path / "b.txt"))
        await run.press("enter")
        assert "1 undecodable bytes replaced" in run.text()


async def test_a_library_that_cannot_be_written_says_so_all_the_time(database: Path) -> None:
    async with running(database, article=None) as run:
        run.app.desk.close()
        run.app.desk = DeskLane(database, Lane(run.app._deliver, run.app.ended), "ada", lambda: NOW)
        run.app.desk._store = open_store(database, read_only=True)
        await run.press("enter")
        assert "read-only" in run.text().splitlines()[0]
        await run.do("show-library")
        assert "read-only" in run.text().splitlines()[0]


async def test_what_keeps_the_editor_away_is_told_where_one_looks(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", "no-such-editor")
    async with running(database) as run:
        monkeypatch.setattr(run.app, "suspend", nullcontext)
        await run.do("edit-rationale-outside")
        assert "there is no editor 'no-such-editor'" in run.room.query_one(Flash).error
        await run.press("escape")
        await run.do("edit-rationale", "outside")
        assert "there is no editor 'no-such-editor'" in run.text()


async def test_keys_that_can_do_nothing_say_so(database: Path) -> None:
    async with running(database) as run:
        for command, told in (
            ("visit-back", "no claim that you looked at before"),
            ("visit-forward", "the last claim that you looked at"),
            ("reopen-claim", "no verdict or waiver to take off"),
        ):
            await run.do(command)
            assert told in run.text()
        await run.do("ask-author")
        await run.type("who counted?")
        await run.do("accept")
        assert "question to the author kept" in run.text()


async def test_a_claim_that_the_filter_leaves_out_is_gone_to_all_the_same(database: Path) -> None:
    async with running(database, size=(80, 12)) as run:
        review = run.review_screen
        review.limit_to(Limit(text="nothing that is there"))
        first, last = review.session.review.claims[0], review.session.review.claims[-1]
        for claim in (last, first, last):
            review.go(claim.number)
            await run.settle()
            assert review.document.window.start <= claim.start < review.document.window.end
