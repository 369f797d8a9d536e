"""What the foot of the screen says: claims by the names they have there, times of this place, nothing more than is so."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from tests.tui.libraries import NOW, running
from workbench.desk import claiming, importing, reviewing
from workbench.model.claims import ClaimState
from workbench.readers import read_bytes
from workbench.store.opening import open_store
from workbench.tui.dialogs.confirm_conflict import ConfirmConflict
from workbench.tui.screens.review.desk_view import name_own
from workbench.tui.times import day_and_minute, minute
from workbench.tui.widgets.flash import Flash
from workbench.tui.widgets.table import Table

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def in_nepal(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "XST-5:45")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


async def test_escape_drops_the_selected_words_and_says_no_more(database: Path) -> None:
    async with running(database) as run:
        await run.do("next-unaccounted")
        assert run.review_screen.document.selected_span() is not None
        await run.press("escape")
        assert run.review_screen.document.selected_span() is None
        assert run.room.query_one(Flash)._said == ""
        await run.press("escape")
        assert "leaves for the library" in run.text()


async def test_escape_in_a_source_drops_the_selection_before_it_leaves(database: Path) -> None:
    async with running(database) as run:
        await run.do("open-source")
        source = run.app.screen
        await run.do("mark-passage")
        await run.press("w", "enter", "escape")
        assert run.app.screen is source
        await run.press("escape")
        assert run.app.screen is run.review_screen


async def test_the_review_names_its_claims_by_number_alone(database: Path) -> None:
    async with running(database) as run:
        await run.press("1")
        await run.do("undo")
        assert run.room.query_one(Flash)._said == "undid: decided claim 2 correct"
        reviewing.decide_claim(run.store, "1.2", "imprecise", now=NOW, actor="bo")
        await run.press("1")
        assert isinstance(run.app.screen, ConfirmConflict)
        assert "claim 1.2" not in run.text()


@pytest.mark.parametrize(
    ("told", "named"),
    [
        ("undid: decided 1.3 correct", "undid: decided claim 3 correct"),
        ("merged 1.14, 1.16 into 1.56", "merged claim 14, claim 16 into claim 56"),
        ("added claim 1.57 (figure)", "added claim 57 (figure)"),
        ("split 11.3 and 2.1", "split 11.3 and 2.1"),
        ("to 1.5-fold, 3,1.2 or 1.2.3", "to claim 5-fold, 3,1.2 or 1.2.3"),
    ],
)
def test_own_claims_are_named_and_others_are_not(told: str, named: str) -> None:
    assert name_own(told, 1) == named


@pytest.mark.parametrize("size", [(40, 12), (80, 24)])
async def test_the_choice_in_a_conflict_stays_in_sight_under_long_versions(
    database: Path, size: tuple[int, int]
) -> None:
    async with running(database, size=size) as run:
        reviewing.decide_claim(run.store, "1.2", "imprecise", rationale="why " * 900, now=NOW, actor="bo")
        await run.press("1")
        shown = run.text()
        assert "Theirs, as stored" in shown
        assert "Yours, not stored" not in shown
        assert "Keep theirs" in shown
        assert "Take yours" in shown
        while "Yours, not stored" not in run.text():
            await run.press("pagedown")
        assert "Keep theirs" in run.text()
        await run.press("down", "enter")
        assert run.claim(2).verdict.rating_id == "correct"


async def test_a_conflict_and_the_history_tell_the_time_of_this_place(database: Path, in_nepal: None) -> None:
    async with running(database) as run:
        reviewing.decide_claim(run.store, "1.2", "imprecise", now=NOW, actor="bo")
        await run.press("1")
        assert "by: bo, 2024-03-26 14:45" in run.text()
        await run.press("escape")
        await run.do("show-history")
        assert "2024-03-26 14:45" in run.text()


def test_what_is_no_moment_stays_as_it_is(in_nepal: None) -> None:
    assert (day_and_minute(NOW), minute(NOW)) == ("2024-03-26 14:45", "14:45")
    assert (day_and_minute("March"), minute("")) == ("March", "")


async def test_a_reason_is_asked_for_with_one_pair_of_quotation_marks(tmp_path: Path) -> None:
    database = tmp_path / "workbench.db"
    store = open_store(database)
    importing.import_document(store, read_bytes("a.txt", "“We have 14 boats.”\n".encode()), now=NOW, actor="ada")
    store.close()
    async with running(database) as run:
        await run.do("waive-passage")
        assert "“We have 14 boats.”" in run.text()
        assert "““" not in run.text()
        await run.press("enter")
        await run.do("lift-passage")
        assert "the waiver is off" in run.text()


async def test_a_guessed_kind_is_said_to_be_one(database: Path) -> None:
    async with running(database) as run:
        for words, guessed in (("The sea was calm", True), ("900 members", False)):
            start = run.review_screen.document.text.index(words)
            from workbench.model.spans import Span

            run.review_screen.document.select_span(Span(start, start + len(words)))
            await run.do("mark-text")
            said = run.room.query_one(Flash)._said
            assert "figure" in said
            assert ("want of a sign" in said) is guessed


async def test_a_quotation_that_the_kept_text_lacks_is_attached_and_told(database: Path) -> None:
    async with running(database) as run:
        for quote, lacking in (("14 votes in favour", False), ("15 votes in favour", True)):
            await run.do("attach-source")
            await run.press("enter")
            await run.type(quote)
            await run.do("accept")
            said = run.room.query_one(Flash)._said
            assert said.startswith("attached S1 to claim 2")
            assert ("does not have these words" in said) is lacking


async def test_what_an_import_came_with_must_be_read(database: Path, tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_bytes("He said “15 men”.".encode() + b"\xff")
    async with running(database, article=None) as run:
        await run.do("import-article")
        await run.type(str(tmp_path / "b.txt"))
        await run.press("enter")
        assert run.room is run.review_screen
        assert run.room.query_one(Flash).error == "In the file: 1 undecodable bytes replaced."
        assert not run.app._notifications


async def test_what_a_folder_gave_is_read_under_what_failed(database: Path, tmp_path: Path) -> None:
    folder = tmp_path / "drafts"
    folder.mkdir()
    (folder / "a.txt").write_bytes(b"14 men")
    (folder / "c.txt").write_bytes(b"")
    async with running(database, article=None) as run:
        await run.do("import-article")
        await run.type(str(folder))
        await run.press("enter")
        # The foot grows by a row, which is laid out a frame later.
        await run.pilot.pause()
        foot = run.text()
        assert "c.txt is empty" in foot
        assert "1 imported, 1 could not be read" in foot
        assert run.room.query_one(Table).row_count == 2


async def test_leaving_tells_of_another_rating_on_a_claim_that_was_decided_before(database: Path) -> None:
    async with running(database) as run:
        await run.press("1")
    async with running(database) as run:
        await run.do("previous-claim")
        assert run.review_screen.current is not None
        assert run.review_screen.current.verdict is not None
        await run.press("4")
        await run.do("quit")
        assert "1 changed in this sitting; " in run.text()


async def test_leaving_says_nothing_of_what_was_taken_back(database: Path) -> None:
    async with running(database) as run:
        await run.press("1")
        await run.do("undo", "flag-claim", "flag-claim", "quit")
        assert run.app.return_value == 0


async def test_escape_on_the_tour_drops_the_words_first_and_then_says_how_it_is_had_again(database: Path) -> None:
    async with running(database) as run:
        await run.do("take-tour", "next-unaccounted")
        await run.press("escape")
        assert run.review_screen.document.selected_span() is None
        assert "1/8" in run.text()
        await run.press("escape")
        assert "1/8" not in run.text()
        assert run.room.query_one(Flash)._said == "the tour is closed; F7 begins it again"


async def test_a_key_that_needs_a_row_says_where_there_is_none(tmp_path: Path) -> None:
    database = tmp_path / "workbench.db"
    open_store(database).close()
    async with running(database, article=None) as run:
        for command in ("open-article", "edit-article", "archive-article", "purge-article", "export-article"):
            run.room.say("")
            await run.do(command)
            assert "There is no article at the cursor." in run.text(), command
        await run.do("show-queries")
        assert "Open an article first" in run.text()
        await run.do("show-sources")
        for command in ("read-source", "edit-source", "remove-source", "show-uses", "renew-source"):
            run.room.say("")
            await run.do(command)
            assert "There is no source at the cursor." in run.text(), command


async def test_a_text_that_was_left_as_it_is_is_not_said_to_be_kept(database: Path) -> None:
    async with running(database) as run:
        await run.press("1")
        await run.do("previous-claim")
        for command in ("edit-correction", "edit-rationale", "ask-author"):
            await run.do(command, "accept")
            assert run.room.query_one(Flash)._said == "Nothing was changed."
        assert run.review().events[-1].label == "decided 1.2 correct"


async def test_without_a_claim_no_evidence_is_offered_and_one_that_does_not_count_is_not_next(tmp_path: Path) -> None:
    database = tmp_path / "workbench.db"
    store = open_store(database)
    note = b"A plain note. Here is something else to read.\n"
    importing.import_document(store, read_bytes("a.txt", note), now=NOW, actor="ada")
    store.close()
    async with running(database) as run:
        assert "No claim here" in run.text()
        assert "attach a source" not in run.text()
        claim = claiming.add_claim(run.store, 1, 0, 7, kind="name", now=NOW, actor="ada")
        run.review_screen.refresh_from_desk()
        await run.settle()
        run.review_screen.go(claim.number)
        await run.settle()
        assert "attach a source" in run.text()
        await run.do("quit")
        assert "Next:" not in run.text()


async def test_a_quote_is_not_called_a_figure_that_is_said_once(database: Path) -> None:
    async with running(database) as run:
        quote = next(claim for claim in run.review().claims if claim.kind == "quote")
        run.review_screen.go(quote.number)
        await run.do("decide-same")
        assert run.room.query_one(Flash)._said == "This claim has no figure that could be said again."


async def test_a_flag_stays_beside_its_glyph_behind_a_long_rating(database: Path) -> None:
    async with running(database, size=(80, 24)) as run:
        await run.do("flag-claim")
        assert "open  ⚑ flagged" in run.text()
        await run.press("2")
        await run.do("previous-claim")
        assert "⚑ flagged" in run.text()
        assert "Correct with context  ⚑" not in run.text()


async def test_a_digit_that_is_no_ratings_key_says_which_are(database: Path) -> None:
    async with running(database) as run:
        await run.press("9")
        assert "9 is no rating's key: 1, 2, 3, 4, 5, 6, 7" in run.text()
        assert run.claim(2).state is ClaimState.OPEN


async def test_what_was_done_is_told_at_the_end_whichever_way_one_leaves(database: Path) -> None:
    async with running(database) as run:
        await run.press("1", "2")
        await run.do("leave")
        await run.press("enter", "3")
        await run.do("flag-claim", "leave", "quit")
        page = run.text()
        assert "3 settled, 1 changed in this sitting" in page
        assert "Settled: 2 Correct · 3 Correct with context · 4 Imprecise" in page


async def test_the_foot_tells_the_keys_of_the_evidence_where_they_go_there(database: Path) -> None:
    async with running(database) as run:
        assert "Enter edit" not in run.text().splitlines()[-1]
        run.review_screen.evidence.focus()
        await run.settle()
        foot = run.text().splitlines()[-1]
        assert "Enter edit" in foot
        assert "Del detach" in foot
        run.review_screen.document.focus()
        await run.settle()
        assert "n next" in run.text().splitlines()[-1]


async def test_what_was_just_written_is_in_sight(database: Path) -> None:
    async with running(database, size=(80, 24), advance=False) as run:
        await run.press("1")
        for command in ("edit-rationale", "edit-explanation"):
            await run.do(command)
            await run.type("a long reason that takes some rows of the card " * 6)
            await run.do("accept")
        await run.do("ask-author")
        await run.type("Who counted them?")
        await run.do("accept")
        assert "Who counted them?" in run.text()


async def test_what_is_being_marked_in_a_source_is_taken_at_one_key(database: Path) -> None:
    async with running(database) as run:
        await run.do("open-source", "mark-passage")
        await run.press("w", "w")
        await run.do("cite-passage")
        assert run.review().evidence[run.claim(2).uid][0].quote == "14 votes"
