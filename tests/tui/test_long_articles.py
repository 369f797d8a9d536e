"""An article with more claims than a window shows, and more speakers than can be chosen among in rows."""

from __future__ import annotations

from threading import get_ident
from typing import TYPE_CHECKING

import pytest

from tests.tui.libraries import NOW, running
from workbench.desk import importing
from workbench.readers import read_bytes
from workbench.store.opening import open_store
from workbench.tui.dialogs.ask_limit import AskLimit
from workbench.tui.screens.review.screen import ReviewScreen
from workbench.tui.widgets.document import Document

if TYPE_CHECKING:
    from pathlib import Path

NAMES = [
    "Abel",
    "Barnes",
    "Cole",
    "Dunn",
    "Ellis",
    "Ford",
    "Grant",
    "Hale",
    "Ingram",
    "Jarvis",
    "Keane",
    "Lowe",
    "Marsh",
    "Nolan",
    "Owens",
    "Price",
]


@pytest.fixture
def long(tmp_path: Path) -> Path:
    """Make a library with an article of some 240 claims by sixteen people."""
    paragraphs = [
        f"{name} Harbour counted {100 + place} boats. “The {place} men of the {name.lower()} quay went home,” "
        f"said Anna {name}. They had {2 + place} nets and {3 + place} baskets."
        for place, name in enumerate(NAMES * 3)
    ]
    path = tmp_path / "workbench.db"
    store = open_store(path)
    importing.import_document(store, read_bytes("long.txt", "\n\n".join(paragraphs).encode()), now=NOW, actor="ada")
    store.close()
    return path


async def test_all_claims_are_selected_and_dropped_with_one_drawing(
    long: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[int] = []
    repaint = Document.repaint
    monkeypatch.setattr(Document, "repaint", lambda document, *spans: (drawn.append(1), repaint(document, *spans)))
    async with running(long) as run:
        assert run.review_screen.session is not None
        every = set(run.review_screen.session.view.numbers)
        assert len(every) > 100
        drawn.clear()
        await run.do("select-all")
        assert run.review_screen.session.selected == every
        assert all(mark.selected for mark in run.review_screen.document._marks if mark.number in every)
        await run.do("select-all")
        assert not run.review_screen.session.selected
        assert not any(mark.selected for mark in run.review_screen.document._marks)
        assert len(drawn) < 20


async def test_a_verdict_on_all_claims_wraps_no_more_than_what_is_on_the_screen(long: Path) -> None:
    async with running(long) as run:
        laid = run.review_screen.document._page._laid
        await run.do("select-all")
        seen = len(laid)
        assert seen < len(NAMES) * 3
        await run.press("1")
        session = run.review_screen.session
        assert session is not None
        assert session.review.progress.open == 0
        assert len(laid) == seen
        marks = [mark for mark in run.review_screen.document._marks if mark.number in session.view.numbers]
        assert {mark.look for mark in marks} == {"pass"}


@pytest.mark.parametrize("command", ["palette", "search"])
async def test_what_can_be_found_is_gathered_beside_the_screen(
    long: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    gathered: list[int] = []
    findable = ReviewScreen.findable
    monkeypatch.setattr(ReviewScreen, "findable", lambda screen: (gathered.append(get_ident()), findable(screen))[1])
    async with running(long) as run:
        await run.do(command)
        await run.type("41 baskets")
        assert "41" in run.text()
    assert len(gathered) == 1
    assert get_ident() not in gathered


async def test_one_of_many_speakers_is_typed_and_completed(long: Path) -> None:
    async with running(long) as run:
        await run.do("limit")
        dialog = run.app.screen
        assert isinstance(dialog, AskLimit)
        dialog.control("speaker").focus()
        await run.press("a", "n", "n", "a", " ", "k")
        await run.press("right", "ctrl+s")
        assert run.review_screen.session is not None
        shown = run.review_screen.session.view.numbers
        speakers = {claim.speaker for claim in run.review().claims if claim.number in shown}
        assert speakers == {"Anna Keane"}
