"""Errands in the library: taking in articles, putting them away, removing them, sorting and narrowing."""

from __future__ import annotations

from tests.tui.errands.registry import exercise
from tests.tui.libraries import NOW, Running
from workbench.desk import importing as importing_deed
from workbench.desk import reviewing, sourcing
from workbench.desk.articles import list_articles
from workbench.desk.reviewing import open_review
from workbench.model.claims import ClaimState
from workbench.readers import read_bytes
from workbench.reports import Options, find_report
from workbench.tui.widgets.table import Table


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


@exercise("purge-article", article=None)
async def removing_for_good(run: Running) -> None:
    await run.do("purge-article")
    await run.type("2")
    await run.press("enter")
    assert "Type 1 to remove it" in run.text()
    await run.press("backspace")
    await run.type("1")
    await run.press("enter")
    assert "removed for good: article 1, Harbour vote" in run.text()
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
