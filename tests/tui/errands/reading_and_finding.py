"""Errands in the open article: going about in it, finding, the words that nobody has accounted for, the list of claims."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.tui.errands.registry import exercise
from workbench.tui.widgets.claim_list import ClaimList

if TYPE_CHECKING:
    from tests.tui.libraries import Running


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
    assert document.window.start > top
    await run.do("top")
    assert document.window.start == top
    await run.do("bottom", "next-panel")
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
