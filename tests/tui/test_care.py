"""What a reviewer must be able to rely on: nothing typed is lost, nothing is overwritten, nothing moves by itself."""

from __future__ import annotations

import asyncio
from contextlib import nullcontext
from typing import TYPE_CHECKING

from textual.css.query import NoMatches
from textual.worker import WorkerFailed

from tests.tui.libraries import NOW, running
from workbench.desk import reviewing
from workbench.desk.reviewing import open_review
from workbench.errors import StoreError
from workbench.model.articles import Place
from workbench.model.claims import ClaimState
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
from workbench.tui.widgets.flash import Flash

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


async def test_a_stale_verdict_shows_both_versions_and_theirs_can_stay(database: Path) -> None:
    async with running(database) as run:
        reviewing.decide_claim(run.store, "1.2", "imprecise", rationale="by hand", now=NOW, actor="bo")
        await run.press("1")
        assert isinstance(run.app.screen, ConfirmConflict)
        shown = run.text()
        assert "Imprecise" in shown
        assert "by hand" in shown
        assert "Correct" in shown
        assert "claim 2: Correct" not in shown
        await run.press("enter")
        assert "claim 2: theirs stands, Imprecise" in run.text()
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
        assert "words: jobs" in run.text()


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


async def test_a_card_that_is_due_after_the_article_was_left_is_no_crash(database: Path) -> None:
    async with running(database) as run:
        review = run.review_screen
        run.app.action_show_library()
        await run.settle()
        review._show_due_claim()


async def test_the_review_follows_another_program_and_says_who_did_what(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "LOOK_PAUSE", 0.05)
    async with running(database) as run:
        run.review_screen.go(4)
        reviewing.decide_claim(run.store, "1.2", "correct", now=NOW, actor="bo")
        async with asyncio.timeout(15):
            while "bo elsewhere" not in run.text():
                await run.pilot.pause(0.02)
        assert "bo elsewhere: decided claim 2 correct" in run.text()
        assert run.review_screen.session.find(2).verdict is not None
        assert run.current == 4
        # What was seen is no longer stale.
        await run.do("previous-claim", "previous-claim", "edit-rationale")
        await run.type("as counted")
        await run.do("accept")
        assert run.claim(2).verdict.rationale == "as counted"


async def test_what_one_does_oneself_is_no_news(database: Path) -> None:
    async with running(database) as run:
        await run.press("1")
        run.app.look_around()
        await run.settle()
        assert "elsewhere" not in run.text()
        reviewing.flag_claim(run.store, "1.4", now=NOW, actor="bo")
        reviewing.flag_claim(run.store, "1.3", now=NOW, actor="bo")
        run.app.look_around()
        await run.settle()
        assert "bo elsewhere: flagged claim 3, and 1 more" in run.text()


async def test_what_was_done_elsewhere_is_seen_when_one_comes_back_from_another_screen(database: Path) -> None:
    async with running(database) as run:
        await run.do("show-sources")
        reviewing.flag_claim(run.store, "1.4", now=NOW, actor="bo")
        await run.do("back")
        assert run.review_screen.session.find(4).flagged


async def test_the_same_verdict_given_elsewhere_is_no_conflict(database: Path) -> None:
    async with running(database) as run:
        reviewing.decide_claim(run.store, "1.2", "correct", now=NOW, actor="bo")
        await run.press("1")
        assert not isinstance(run.app.screen, ConfirmConflict)
        assert "claim 2: bo has given it the same rating already" in run.text()
        assert run.claim(2).verdict.decided_by == "bo"


async def test_undoing_what_another_did_says_whose_it_was(database: Path) -> None:
    async with running(database) as run:
        reviewing.decide_claim(run.store, "1.2", "correct", now=NOW, actor="bo")
        await run.do("undo")
        assert "undid: decided claim 2 correct (by bo)" in run.text()


async def test_the_end_tells_what_waits_and_nothing_that_another_did(database: Path) -> None:
    async with running(database) as run:
        run.review_screen.go(4)
        await run.press("1")
        run.review_screen.go(3)
        await run.do("edit-rationale")
        await run.type("still to be asked")
        await run.do("accept")
        reviewing.decide_claim(run.store, "1.2", "correct", now=NOW, actor="bo")
        run.app.look_around()
        await run.settle()
        told = run.review_screen.farewell()
        assert told[1].startswith("1 settled in this sitting")
        assert "Settled: 4 Correct" in told
        assert "Written, and waiting for a verdict: 3" in told


async def test_the_same_verdict_twice_in_one_second_is_no_conflict_of_ones_own(database: Path) -> None:
    async with running(database, advance=False) as run:
        for key in ("1", "1", "3", "3", "2"):
            run._send(key)
        await run.settle()
        assert not isinstance(run.app.screen, ConfirmConflict)
        assert run.claim(2).verdict.rating_id == run.review().scale.ratings[1].id
        assert run.review_screen.session.find(2).revision == run.claim(2).revision


async def test_what_was_written_stays_where_the_same_again_is_refused(database: Path) -> None:
    async with running(database, advance=False) as run:
        await run.press("1")
        await run.do("next-claim", "edit-rationale")
        await run.type("not counted yet")
        await run.do("accept")
        reviewing.flag_claim(run.store, "1.3", now=NOW, actor="bo")
        await run.do("repeat-verdict")
        assert run.claim(3).verdict is None
        assert "claim 3: Correct" not in run.text()
        assert run.review_screen.drafts[3, "rationale"] == "not counted yet"


async def test_a_rating_for_all_is_refused_where_one_was_changed_meanwhile_and_that_is_shown(database: Path) -> None:
    async with running(database) as run:
        run.review_screen.select(3, 4)
        reviewing.decide_claim(run.store, "1.4", "opinion", now=NOW, actor="bo")
        await run.press("1")
        assert [run.claim(number).verdict and run.claim(number).verdict.rating_id for number in (3, 4)] == [
            None,
            "opinion",
        ]
        assert "✗" in run.text()
        assert run.review_screen.session.find(4).verdict.decided_by == "bo"
