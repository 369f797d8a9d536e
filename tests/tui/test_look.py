"""Every screen at four sizes as plain text: what changes in the look is seen in a review of the change.

To take new dumps after a change that is meant: NEW_DUMPS=1 pytest tests/tui/test_look.py
"""

from __future__ import annotations

import os
import re
import shutil
from decimal import Decimal
from pathlib import Path

import pytest

from tests.tui.libraries import NOW, Running, running
from workbench.desk import citing, importing, reviewing, sourcing
from workbench.model.claims import Candidate
from workbench.model.figures import Figure, FigureKind
from workbench.model.sources import SourceFields, SourceType, Stance
from workbench.model.spans import Span
from workbench.readers import read_bytes
from workbench.store.opening import open_store

SCROLL_BAR = re.compile(r"(?<= )[▁-█]$")
DUMPS = Path(__file__).parent / "dumps"
SIZES = ("40x12", "80x24", "120x40", "200x60")
ARTICLE = """---
title: Harbour vote
outlet: The Post
published: 2024-03-25
---
The council backed the harbour plan on Monday by 14 votes to 3, after a debate of six hours.

“We have waited ten years for this,” the mayor said. The port handled 40,000 containers last year.

The sea was calm that evening.
"""
MARKS = (
    ("14 votes", "figure", None),
    ("six hours", "figure", None),
    ("“We have waited ten years for this,”", "quote", "the mayor"),
    ("40,000 containers", "figure", None),
)
FIGURES = {
    "14 votes": Figure(0, 2, "14", FigureKind.COUNT, Decimal(14), Decimal(14), noun="votes"),
    "six hours": Figure(0, 3, "six", FigureKind.DURATION, Decimal(6), Decimal(6), unit="hour"),
    "40,000 containers": Figure(
        0,
        6,
        "40,000",
        FigureKind.COUNT,
        Decimal(40_000),
        Decimal(40_000),
        noun="containers",
        precision=(Decimal(35_000), Decimal(45_000)),
    ),
}
# Where each dump is taken: the keys that lead there from the review.
PLACES: dict[str, tuple[str, ...]] = {
    "review": (),
    "differs": ("n", "n", "n"),
    "card": ("tab",),
    "evidence": ("tab", "tab"),
    "source": ("o",),
    "attach": ("s",),
    "cite": ("s", "enter"),
    "claims": ("V",),
    "rationale": ("e",),
    "correction": ("C", "1", "3"),
    "filter": ("l",),
    "help": ("f1",),
    "sources": ("f3",),
    "history": ("f4",),
    "statistics": ("f5",),
    "queries": ("f6",),
    "library": ("f2",),
    "import": ("f2", "i"),
}


@pytest.fixture(scope="module")
def pictured(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library whose claims are given, so that better detection changes no dump."""
    path = tmp_path_factory.mktemp("pictured") / "workbench.db"
    store = open_store(path)
    document = read_bytes("harbour.md", ARTICLE.encode())
    candidates = []
    for words, kind, speaker in MARKS:
        start = document.text.index(words)
        extent = Span(document.text.rfind("\n", 0, start) + 1, document.text.index("\n", start))
        figure = FIGURES.get(words)
        end = start + (len(words.partition(" ")[0]) if figure else len(words))
        candidates.append(Candidate(start, end, document.text[start:end], kind, extent, speaker, words, figure=figure))
    importing.import_document(store, document, candidates=candidates, now=NOW, actor="ada")
    fields = SourceFields(
        "Minutes of the council", SourceType.PRIMARY, publisher="City of Haven", published="2024-03-25"
    )
    minutes = b"Minutes. Item 4: the plan was carried with 14 votes in favour.\n"
    source = sourcing.add_source(store, fields, content=("minutes.txt", minutes), now=NOW, actor="ada")
    citing.attach_source(store, "1.1", source.id, quote="14 votes in favour", locator="item 4", now=NOW, actor="ada")
    reviewing.decide_claim(store, "1.1", "correct", rationale="So say the minutes.", now=NOW, actor="ada")
    citing.attach_source(
        store,
        "1.4",
        source.id,
        stance=Stance.CONTRADICTS,
        quote="400,000 containers were handled",
        now=NOW,
        actor="ada",
    )
    reviewing.ask_author(store, "1.2", "Who kept the time?", now=NOW, actor="ada")
    store.close()
    return path


async def take(run: Running, keys: tuple[str, ...]) -> str:
    for key in keys:
        await run.press(key)
    # Scroll bars come a frame later than what they are about; where they end is no look worth a dump.
    await run.pilot.pause()
    shown = "\n".join(SCROLL_BAR.sub("", line).rstrip() for line in run.text().splitlines())
    # Back to the review, whatever lies over it.
    for _ in range(4):
        if run.app.screen is not run.app.screen_stack[1]:
            await run.press("escape")
    if not any(hasattr(screen, "article_id") for screen in run.app.screen_stack):
        await run.press("enter")
    run.review_screen.show_panel(0)
    run.review_screen.go(1)
    await run.settle()
    return shown


@pytest.mark.parametrize("size", SIZES)
async def test_look(size: str, pictured: Path, tmp_path: Path) -> None:
    database = tmp_path / "workbench.db"
    shutil.copyfile(pictured, database)
    width, height = (int(part) for part in size.split("x"))
    changed = []
    async with running(database, size=(width, height)) as run:
        run.review_screen.go(1)
        await run.settle()
        for place, keys in PLACES.items():
            shown = await take(run, keys) + "\n"
            dump = DUMPS / f"{place}-{size}.txt"
            assert all(len(line) <= width for line in shown.splitlines())
            if os.environ.get("NEW_DUMPS"):
                dump.parent.mkdir(exist_ok=True)
                dump.write_text(shown, encoding="utf-8")
            elif not dump.is_file() or dump.read_text(encoding="utf-8") != shown:
                changed.append(f"{dump.name}:\n{shown}")
    assert not changed, "\n".join(changed)
