"""Each command of the table, by its default key, on a real store: one scenario per errand, none left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tui.libraries import NOW, Running, running
from workbench.desk import importing as importing_deed
from workbench.desk import reviewing, sourcing
from workbench.desk.articles import list_articles
from workbench.desk.places import list_drafts
from workbench.desk.reviewing import open_review
from workbench.model.claims import ClaimState
from workbench.model.sources import SourceFields, Stance
from workbench.model.verdicts import Action
from workbench.readers import read_bytes
from workbench.reports import Options, find_report
from workbench.tui.commands import COMMANDS
from workbench.tui.dialogs.ask_evidence import AskEvidence
from workbench.tui.dialogs.ask_text import AskText
from workbench.tui.dialogs.pick import Pick
from workbench.tui.screens.history import HistoryScreen
from workbench.tui.screens.library import LibraryScreen
from workbench.tui.screens.queries import QueriesScreen
from workbench.tui.screens.source import SourceScreen
from workbench.tui.screens.sources import SourcesScreen
from workbench.tui.screens.statistics import StatisticsScreen
from workbench.tui.widgets.claim_list import ClaimList
from workbench.tui.widgets.field import Field
from workbench.tui.widgets.flash import Flash
from workbench.tui.widgets.table import Table

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path

    Scenario = Callable[[Path], Awaitable[set[str]]]

SCENARIOS: dict[str, tuple[Scenario, frozenset[str]]] = {}


def exercise(*commands: str, article: int | None = 1) -> Callable[[Callable[[Running], Awaitable[None]]], None]:
    """Register a scenario with the commands that it must press."""

    def register(scenario: Callable[[Running], Awaitable[None]]) -> None:
        async def run(path: Path) -> set[str]:
            async with running(path, article=article) as app:
                await scenario(app)
                return app.pressed

        SCENARIOS[scenario.__name__] = run, frozenset(commands)

    return register


def said(run: Running) -> str:
    flash = run.room.query_one(Flash)
    return flash.error or flash._said


@exercise(
    "next-claim",
    "previous-claim",
    "next-open",
    "previous-open",
    "visit-back",
    "visit-forward",
    "jump-number",
    "jump-label",
)
async def moving(run: Running) -> None:
    assert run.current == 2
    await run.do("next-claim")
    assert run.current == 3
    await run.do("previous-claim")
    assert run.current == 2
    await run.do("next-open", "next-open")
    assert run.current == 4
    await run.do("previous-open")
    assert run.current == 3
    await run.do("visit-back")
    assert run.current == 4
    await run.do("visit-forward")
    assert run.current == 3
    await run.do("jump-number")
    await run.type("13")
    await run.press("enter")
    assert run.current == 13
    await run.do("jump-label")
    first, *_ = run.review_screen.document.marks_on_screen()
    await run.press("f")
    assert run.current == first.number


@exercise("line-down", "line-up", "page-down", "page-up", "top", "bottom", "next-panel")
async def reading(run: Running) -> None:
    await run.pilot.resize_terminal(60, 16)
    document = run.review_screen.document
    await run.do("top")
    top = document.window.start
    await run.do("line-down")
    assert document.window.start > top
    await run.do("line-up")
    assert document.window.start == top
    await run.do("page-down")
    assert document.window.start > top
    await run.do("page-up")
    assert document.window.start == top
    await run.do("bottom")
    assert "promised for" in run.text()
    await run.do("next-panel")
    assert "open" in run.text()
    assert "14 · count of votes" in run.text()
    assert "promised for" not in run.text()
    await run.do("next-panel")
    assert "No evidence yet" in run.text() or "Minutes" in run.text()
    await run.do("next-panel")
    assert "promised for" in run.text()


@exercise("limit", "clear-limit", "search", "select-claim", "back")
async def finding(run: Running) -> None:
    await run.do("limit")
    await run.type("jobs")
    await run.do("accept")
    session = run.review_screen.session
    assert session is not None
    assert session.limit.text == "jobs"
    await run.do("clear-limit")
    assert len(session.view.numbers) == 12
    await run.do("search")
    await run.type("900")
    await run.press("enter")
    assert run.current == 13
    await run.do("select-claim")
    assert session.selected == {13}
    await run.do("back")
    assert not session.selected


@exercise("next-unaccounted", "waive-passage", "lift-passage")
async def accounting_for_words(run: Running) -> None:
    screen = run.review_screen
    for _ in range(8):
        await run.do("next-unaccounted")
        span = screen.document.selected_span()
        assert span is not None
        if "sea was calm" in span.of(screen.document.text):
            break
    before = screen.session.review.progress.accounted if screen.session else 0
    await run.do("waive-passage")
    await run.type("colour")
    await run.press("enter")
    passage = run.review().passages[0]
    assert passage.reason == "colour"
    assert "sea was calm" in run.review().text.text[passage.start : passage.end]
    assert screen.session is not None
    assert screen.session.review.progress.accounted > before
    screen.document.select_span(span)
    await run.do("lift-passage")
    assert not [one for one in run.review().passages if not one.removed]


@exercise("repeat-verdict", "set-action", "reopen-claim", "flag-claim", "waive-claim", "undo", "redo")
async def deciding(run: Running) -> None:
    await run.press("1")
    decided = run.claim(2)
    assert decided.state is ClaimState.DECIDED
    assert decided.verdict.rating_id == "correct"
    assert decided.verdict.decided_by == "ada"
    assert run.current == 3
    assert run.room.query_one(Flash)._saved
    await run.do("repeat-verdict")
    assert run.claim(3).verdict.rating_id == "correct"
    await run.do("undo")
    assert run.claim(3).state is ClaimState.OPEN
    await run.do("redo")
    assert run.claim(3).state is ClaimState.DECIDED
    await run.do("set-action")
    await run.type("fix")
    await run.press("enter")
    assert run.claim(3).verdict.action is Action.FIX
    await run.do("flag-claim")
    assert run.claim(3).flagged
    await run.do("reopen-claim")
    assert run.claim(3).verdict is None
    await run.do("waive-claim")
    assert run.claim(3).state is ClaimState.WAIVED
    assert run.current == 4
    await run.press("i")
    assert run.claim(4).verdict.rating_id == "imprecise"


@exercise("decide-same")
async def deciding_what_is_said_again(run: Running) -> None:
    run.review_screen.go(7)
    await run.settle()
    assert "Same figure in 15" in run.text()
    await run.press("1")
    assert "claim 7: Correct; = decides 15 too: the same figure" in run.text()
    assert run.current != 7
    await run.do("decide-same")
    assert run.claim(15).verdict.rating_id == "correct"
    await run.do("decide-same")
    assert "Nothing that is open" in run.text()


@exercise("select-claim")
async def deciding_several_at_once(run: Running) -> None:
    await run.do("select-claim", "select-claim")
    await run.press("1")
    assert [run.claim(number).state for number in (2, 3, 4)] == [
        ClaimState.DECIDED,
        ClaimState.DECIDED,
        ClaimState.OPEN,
    ]
    assert run.review().events[-1].deed == "decide_claims"


@exercise(
    "edit-rationale",
    "edit-rationale-outside",
    "edit-correction",
    "edit-explanation",
    "ask-author",
    "accept",
    "cancel",
    "outside",
)
async def writing(run: Running) -> None:
    await run.press("1")
    await run.do("previous-claim", "edit-rationale")
    await run.type("so say the minutes")
    await run.do("accept")
    assert run.claim(2).verdict.rationale == "so say the minutes"
    await run.do("edit-correction")
    await run.type("fourteen")
    await run.do("accept")
    assert run.claim(2).verdict.correction == "fourteen"
    await run.do("edit-explanation")
    await run.type("It is so.")
    await run.do("accept")
    assert run.claim(2).verdict.explanation == "It is so."
    await run.do("ask-author")
    await run.type("who counted?")
    await run.do("cancel")
    assert run.claim(2).question == ""
    await run.do("ask-author")
    assert isinstance(run.app.screen, AskText)
    assert run.app.screen.query_one(Field).text == "who counted?"
    await run.do("outside")
    await run.do("accept")
    assert run.claim(2).question == "who counted?"
    await run.do("edit-rationale-outside")


@exercise(
    "attach-source",
    "open-source",
    "edit-evidence",
    "detach-evidence",
    "next-passage",
    "previous-passage",
    "copy-passage",
)
async def citing(run: Running) -> None:
    assert run.current == 2
    await run.do("open-source")
    assert isinstance(run.app.screen, SourceScreen)
    assert "The debate took six hours" in run.text()
    await run.do("next-passage", "previous-passage", "copy-passage")
    assert run.app.clipboard == "14 votes in favour"
    await run.do("back", "next-claim", "attach-source")
    assert isinstance(run.app.screen, Pick)
    await run.press("enter")
    assert isinstance(run.app.screen, AskEvidence)
    await run.type("3 against")
    await run.press("shift+tab", "right")
    await run.do("accept")
    evidence = run.review().evidence[run.claim(3).uid][0]
    assert (evidence.stance, evidence.quote) == (Stance.CONTRADICTS, "3 against")
    run.review_screen.evidence.focus()
    await run.do("edit-evidence")
    await run.press("shift+tab", "left")
    await run.do("accept")
    assert run.review().evidence[run.claim(3).uid][0].stance is Stance.SUPPORTS
    await run.do("detach-evidence")
    assert run.claim(3).uid not in run.review().evidence
    await run.do("undo")
    assert run.claim(3).uid in run.review().evidence


@exercise("open-source", "mark-passage", "cite-passage")
async def quoting(run: Running) -> None:
    await run.do("open-source", "mark-passage")
    await run.press("w", "w", "enter")
    await run.do("cite-passage")
    assert run.review().evidence[run.claim(2).uid][0].quote == "14 votes"
    await run.do("back", "undo")
    assert run.review().evidence[run.claim(2).uid][0].quote == "14 votes in favour"


@exercise("show-claims", "go-to-claim", "select-all", "line-down")
async def listing(run: Running) -> None:
    screen = run.review_screen
    await run.do("show-claims")
    assert screen.query_one(ClaimList).display
    assert not screen.document.display
    await run.do("line-down")
    assert run.current == 3
    await run.press("1")
    assert "Correct" in run.text()
    assert run.claim(3).verdict.rating_id == "correct"
    assert run.current == screen.query_one(ClaimList).current == 4
    await run.do("select-all")
    assert screen.session is not None
    assert screen.session.selected == set(screen.session.view.numbers)
    await run.do("select-all")
    assert not screen.session.selected
    await run.do("go-to-claim")
    assert screen.document.display
    assert screen.focused is screen.document
    assert run.current == 4


@exercise("mark-text", "edit-claim", "split-claim", "merge-claims", "copy-claim")
async def making_claims(run: Running) -> None:
    await run.do("mark-text")
    await run.press("e", "enter")
    made = max(run.review().claims, key=lambda claim: claim.number)
    assert made.number == run.current == 16
    assert made.text.startswith("14")
    await run.do("edit-claim")
    await run.press("tab", "tab")
    await run.type("Nobody")
    await run.do("accept")
    assert run.claim(16).speaker == "Nobody"
    await run.do("copy-claim")
    assert run.app.clipboard == run.claim(16).text
    run.review_screen.go(8)
    await run.do("split-claim")
    await run.type("ten")
    await run.press("enter")
    numbers = {claim.number for claim in run.review().claims}
    assert {17, 18} <= numbers
    assert 8 not in numbers
    run.review_screen.go(17)
    session = run.review_screen.session
    assert session is not None
    session.selected = {17, 18}
    await run.do("merge-claims")
    assert "ten years" in run.claim(19).text


@exercise(
    "help",
    "palette",
    "toggle-mouse",
    "choose-theme",
    "show-library",
    "show-sources",
    "show-history",
    "show-statistics",
    "show-queries",
    "leave",
)
async def going_about(run: Running) -> None:
    await run.do("help")
    assert "Go to the next claim." in run.text()
    await run.press("escape")
    await run.do("palette")
    await run.type("flag")
    assert "Put a flag on the claim" in run.text()
    await run.press("escape")
    await run.do("toggle-mouse")
    assert said(run).startswith("mouse off")
    await run.do("choose-theme")
    await run.type("dracula")
    await run.press("enter")
    assert run.app.theme == "dracula"
    for command, screen in (
        ("show-sources", SourcesScreen),
        ("show-history", HistoryScreen),
        ("show-statistics", StatisticsScreen),
        ("show-queries", QueriesScreen),
    ):
        await run.do(command)
        assert isinstance(run.app.screen, screen)
        await run.do("leave")
        assert run.app.screen is run.review_screen
    await run.do("show-library")
    assert isinstance(run.app.screen, LibraryScreen)


@exercise("export", "accept")
async def exporting(run: Running) -> None:
    folder = run.store.path.parent
    await run.do("export")
    await run.press("tab", "tab")
    for _ in range(60):
        await run.press("backspace")
    await run.type(str(folder / "report.md"))
    await run.do("accept")
    await run.settle()
    assert "Harbour vote" in (folder / "report.md").read_text()


@exercise("take-tour", "next-claim", "next-panel", "attach-source", "undo", "next-unaccounted", "help")
async def taking_the_tour(run: Running) -> None:
    await run.do("take-tour")
    assert "1/8" in run.text()
    await run.do("next-claim", "next-panel", "attach-source")
    await run.press("escape")
    assert "4/8" in run.text()
    await run.press("1")
    assert "5/8" in run.text()
    await run.do("undo", "next-unaccounted", "help")
    await run.press("escape")
    assert "8/8" in run.text()
    await run.press("escape")
    assert "8/8" not in run.text()
    assert run.app.screen is run.review_screen


@exercise("sign-article")
async def signing_off(run: Running) -> None:
    await run.do("sign-article")
    await run.type("read twice")
    await run.press("enter")
    signoff = run.review().signoffs[-1]
    assert (signoff.actor, signoff.note) == ("ada", "read twice")
    assert "✓ signed off by ada" in run.text()
    await run.press("1")
    assert "✗ ada's signature is void" in run.text()
    await run.do("undo")
    assert "✓ signed off by ada" in run.text()


@exercise("quit")
async def leaving(run: Running) -> None:
    await run.press("1")
    await run.do("quit")
    assert "1 settled in this sitting" in run.text()
    await run.press("enter")
    assert run.app.return_value == 0


@exercise(
    "open-article",
    "archive-article",
    "show-archived",
    "filter-rows",
    "sort-rows",
    "reverse-rows",
    "edit-article",
    "export-article",
    article=None,
)
async def keeping_the_library(run: Running) -> None:
    table = run.app.screen.query_one(Table)
    await run.do("sort-rows")
    assert table.row_count == 1
    await run.do("reverse-rows")
    await run.do("edit-article")
    await run.press("end")
    await run.type(" again")
    await run.do("accept")
    assert run.review().article.title == "Harbour vote again"
    await run.do("archive-article")
    assert table.row_count == 0
    await run.do("show-archived")
    assert table.row_count == 1
    await run.do("archive-article")
    assert not run.review().article.archived
    await run.do("filter-rows")
    await run.type("nothing like it")
    await run.press("enter")
    assert table.row_count == 0
    await run.press("escape")
    assert table.row_count == 1
    await run.do("export-article")
    assert "Write a report" in run.text()
    await run.press("escape")
    await run.do("open-article")
    assert run.current == 2


@exercise("import-article", article=None)
async def importing(run: Running) -> None:
    path = run.store.path.parent / "small.txt"
    path.write_text("Seven boats\n\nSeven boats left the harbour on Sunday.\n")
    await run.do("import-article")
    await run.type(str(path))
    await run.press("enter")
    await run.settle()
    assert run.review_screen.article_id == 2
    assert "Seven boats" in run.text()


@exercise("edit-rationale", "drop-draft", "cancel")
async def dropping_a_draft(run: Running) -> None:
    await run.do("next-claim")
    number = run.current
    reviewing.decide_claim(run.store, f"1.{number}", "correct", rationale="as stored", now=NOW, actor="ada")
    run.review_screen.refresh_from_desk()
    await run.settle()
    await run.do("edit-rationale")
    await run.type(", and more")
    await run.do("cancel")
    assert run.review_screen.drafts == {(number, "rationale"): "as stored, and more"}
    await run.do("edit-rationale")
    assert "drop draft" in run.text()
    await run.do("drop-draft")
    assert run.app.screen.query_one(Field).text == "as stored"
    await run.do("cancel")
    assert run.review_screen.drafts == {}
    assert list_drafts(run.store, 1) == ()


@exercise("purge-article", article=None)
async def removing_for_good(run: Running) -> None:
    await run.do("purge-article")
    await run.type("2")
    await run.press("enter")
    assert "Type 1 to remove it" in run.text()
    await run.press("backspace")
    await run.type("1")
    await run.press("enter")
    assert "removed for good: Harbour vote" in run.text()
    assert list_articles(run.store) == []
    assert "No article yet." in run.text()


@exercise("import-article", "purge-article", article=None)
async def taking_in_a_review_from_another_machine(run: Running) -> None:
    path = run.store.path.parent / "review.json"
    reviewing.decide_claim(run.store, "1.2", "correct", now=NOW, actor="bea")
    path.write_bytes(find_report("json").write(open_review(run.store, 1, events=True), Options()))
    await run.do("import-article")
    await run.type(str(path))
    await run.press("enter")
    assert "here already" in run.text()
    await run.press("escape")
    await run.do("purge-article")
    await run.type("1")
    await run.press("enter")
    await run.do("import-article")
    await run.type(str(path))
    await run.press("enter")
    await run.settle()
    assert run.review_screen.article_id == 2
    received = open_review(run.store, 2)
    assert [claim.state for claim in received.claims if claim.number == 2] == [ClaimState.DECIDED]
    assert [piece.quote for pieces in received.evidence.values() for piece in pieces] == ["14 votes in favour"]


@exercise("open-sample", article=None)
async def opening_the_sample(run: Running) -> None:
    await run.do("open-sample")
    await run.settle()
    assert run.review_screen.article_id == 2
    assert len(sourcing.list_sources(run.store)) > 3


@exercise("open-tour", article=None)
async def taking_the_tour_from_the_library(run: Running) -> None:
    await run.do("open-tour")
    await run.settle()
    assert "Draft: " in run.text()
    assert "1/8" in run.text()
    assert len(sourcing.list_sources(run.store)) > 3


def first_cells(run: Running) -> list[str]:
    """Return the first cell of each row of the table in sight."""
    return [row.cells[0] for row in run.app.screen.query_one(Table)._rows_shown]


@exercise("sort-rows", "reverse-rows", "filter-rows", article=None)
async def sorting_and_narrowing(run: Running) -> None:
    for title, outlet, at in (("Zebra", "Alpha", "2024-03-27"), ("Apples", "Gazette", "2024-03-28")):
        text = f"---\ntitle: {title}\noutlet: {outlet}\n---\nIt has 4 words.\n".encode()
        importing_deed.import_document(run.store, read_bytes(f"{title}.md", text), now=f"{at}T09:00:00Z", actor="ada")
    await run.do("show-sources", "leave")
    assert first_cells(run) == ["3", "2", "1"]
    await run.do("sort-rows")
    assert first_cells(run) == ["1", "2", "3"]
    await run.do("sort-rows")
    assert first_cells(run) == ["3", "1", "2"]
    assert "Article ↑" in run.text()
    await run.do("reverse-rows")
    assert first_cells(run) == ["2", "1", "3"]
    assert "Article ↓" in run.text()
    await run.do("sort-rows")
    assert first_cells(run) == ["2", "3", "1"]
    # Rows go while one types, words in any order; the cursor can be moved meanwhile.
    await run.do("filter-rows")
    await run.type("gazette appl")
    assert first_cells(run) == ["3"]
    await run.press("backspace", "backspace", "backspace", "backspace", "backspace")
    assert first_cells(run) == ["3"]
    await run.press("escape")
    assert first_cells(run) == ["2", "3", "1"]
    await run.do("filter-rows")
    await run.type("e")
    await run.press("down", "enter")
    assert "“e”" in run.text()
    assert run.app.screen.query_one(Table).chosen == "1"
    await run.press("s")
    assert "“e”" in run.text()
    await run.do("back")
    assert "“e”" not in run.text()


@exercise("leave", article=None)
async def leaving_for_good(run: Running) -> None:
    await run.press("escape", "escape")
    assert not run.app._exit
    await run.do("leave")
    assert run.app._exit


@exercise("undo-event", "filter-rows")
async def going_through_the_history(run: Running) -> None:
    await run.press("1", "1")
    await run.do("show-history")
    await run.do("filter-rows")
    await run.type("1.2 correct")
    await run.press("enter")
    assert run.app.screen.query_one(Table).row_count == 1
    await run.do("undo-event")
    assert run.claim(2).state is ClaimState.OPEN
    assert run.claim(3).state is ClaimState.DECIDED
    await run.do("leave")
    session = run.review_screen.session
    assert session is not None
    assert session.review.progress.decided == 1


@exercise("widen-history", "undo-event", "undo", "redo")
async def taking_back_from_the_history_of_all(run: Running) -> None:
    await run.press("1", "1")
    await run.do("show-history", "widen-history")
    assert "of the library" in run.text()
    assert "added source 1" in run.text()
    await run.do("undo")
    assert run.claim(3).state is ClaimState.OPEN
    await run.do("redo")
    assert run.claim(3).state is ClaimState.DECIDED
    await run.do("filter-rows")
    await run.type("decided 1.2")
    await run.press("enter")
    await run.do("undo-event")
    assert run.claim(2).state is ClaimState.OPEN
    assert "taken back" in run.text()
    await run.do("back", "widen-history")
    assert "of article 1" in run.text()
    assert "added source 1" not in run.text()


@exercise("show-statistics", "widen-statistics")
async def counting_all_of_the_library(run: Running) -> None:
    other = b"# Boats\n\nSeven boats and 12 nets, 40 men and 50 women.\n"
    importing_deed.import_document(run.store, read_bytes("boats.md", other), now=NOW, actor="ada")
    await run.do("show-statistics")
    assert "of article 1" in run.text()
    alone = run.text()
    await run.do("widen-statistics")
    assert "of the library" in run.text()
    assert [line for line in run.text().splitlines() if "figure" in line] != [
        line for line in alone.splitlines() if "figure" in line
    ]
    await run.do("widen-statistics")
    assert "of article 1" in run.text()


@exercise("renew-source", "show-uses", "show-sources")
async def keeping_a_newer_copy(run: Running) -> None:
    path = run.store.path.parent / "minutes.txt"
    path.write_text("Minutes, corrected: 15 votes.\n")
    await run.do("show-sources")
    await run.do("renew-source")
    await run.type(str(path))
    await run.press("enter")
    assert "kept as copy 2" in said(run)
    assert [one.number for one in sourcing.list_versions(run.store, 1)] == [1, 2]
    assert "1 quote older" in run.text()
    assert "1 with a stale copy" in run.text()
    await run.do("show-uses")
    assert "quotes an older copy" in run.text()


@exercise("renew-source", "show-sources")
async def seeing_that_a_file_has_changed(run: Running) -> None:
    path = run.store.path.parent / "figures.txt"
    path.write_text("40,000 containers\n")
    fields = SourceFields("Port figures", path=str(path))
    sourcing.add_source(run.store, fields, content=("figures.txt", path.read_bytes()), now=NOW, actor="ada")
    await run.do("show-sources")
    assert "file changed" not in run.text()
    await run.do("leave")
    path.write_text("41,000 containers\n")
    await run.do("show-sources", "bottom")
    assert "file changed" in run.text()
    await run.do("renew-source")
    assert "file changed" not in run.text()
    assert "2 copies" in run.text()
    await run.do("renew-source")
    assert "still the same" in said(run)


@exercise("read-source", "add-source", "edit-source", "remove-source", "filter-rows", "show-uses")
async def keeping_sources(run: Running) -> None:
    await run.do("show-sources", "read-source")
    assert "The debate took six hours" in run.text()
    await run.do("leave", "show-uses")
    assert "1.2" in run.text()
    await run.press("escape")
    await run.do("add-source")
    await run.type("Port figures 2023")
    await run.do("accept")
    await run.settle()
    assert "Port figures 2023" in run.text()
    await run.do("bottom", "edit-source")
    await run.press("end")
    await run.type(" bis")
    await run.do("accept")
    assert "Port figures 2023 bis" in run.text()
    await run.do("filter-rows")
    await run.type("minutes")
    await run.press("enter")
    assert "Port figures" not in run.text()
    await run.do("remove-source")
    assert "is cited by 1.2" in said(run)
    await run.press("escape")
    await run.do("filter-rows")
    for _ in range(10):
        await run.press("backspace")
    await run.press("enter")
    await run.do("bottom", "remove-source")
    assert "Port figures" not in run.text()


@exercise("open-query", "copy-queries")
async def handing_over_questions(run: Running) -> None:
    await run.do("next-claim", "ask-author")
    await run.type("who counted?")
    await run.do("accept", "show-queries")
    assert "who counted?" in run.text()
    await run.do("copy-queries")
    assert "1. “3”\n   who counted?" in run.app.clipboard
    await run.do("open-query")
    assert run.current == 3


@pytest.mark.parametrize("name", SCENARIOS)
async def test_errand(name: str, database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    scenario, commands = SCENARIOS[name]
    assert commands <= await scenario(database)


@pytest.mark.parametrize("command", [command.id for command in COMMANDS])
def test_every_command_is_on_an_errand(command: str) -> None:
    assert any(command in commands for _, commands in SCENARIOS.values())
