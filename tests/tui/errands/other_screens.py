"""Errands about the program and on the screens beside the review: sources, history, statistics, questions, reports."""

from __future__ import annotations

from tests.tui.errands.registry import exercise, said
from tests.tui.libraries import NOW, Running
from workbench.desk import importing as importing_deed
from workbench.desk import sourcing
from workbench.model.claims import ClaimState
from workbench.model.sources import SourceFields
from workbench.readers import read_bytes
from workbench.tui.screens.articles import LibraryScreen
from workbench.tui.screens.history import HistoryScreen
from workbench.tui.screens.queries import QueriesScreen
from workbench.tui.screens.sources import SourcesScreen
from workbench.tui.screens.statistics import StatisticsScreen
from workbench.tui.widgets.table import Table


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
    assert "1 settled in this sitting; " in run.text()
    assert f"Next: {run.current} " in run.text()
    await run.press("enter")
    assert run.app.return_value == 0


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
    assert said(run) == "S2 is in the library now; u takes it out"
    await run.do("edit-source")
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
    await run.do("accept", "previous-claim", "show-queries")
    assert "who counted?" in run.text()
    await run.do("copy-queries")
    assert "1. “3”\n   who counted?" in run.app.clipboard
    await run.do("open-query")
    assert run.current == 3
