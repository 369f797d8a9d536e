"""Every screen at four sizes as plain text: what changes in the look is seen in a review of the change.

To take new dumps after a change that is meant: NEW_DUMPS=1 pytest tests/tui/test_look.py
"""

from __future__ import annotations

import os
import re
import shutil
from contextlib import asynccontextmanager
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from textual.color import Color

from tests.tui.libraries import NOW, Running, running
from workbench.desk import citing, importing, reviewing, sourcing
from workbench.model.claims import Candidate
from workbench.model.figures import Figure, FigureKind
from workbench.model.sources import SourceFields, SourceType, Stance
from workbench.model.spans import Span
from workbench.readers import read_bytes
from workbench.store.opening import open_store
from workbench.tui.screens.articles import LibraryScreen

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

SCROLL_BAR = re.compile(r"(?<= )[▁-█]$")
# What stands for the tint of dialogs and fields in the terminal's own colours.
EDGES = re.compile(r"[╭╮╰╯│─▎]")
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
    "export": ("x",),
    "sign": ("S",),
    "number": ("number_sign",),
    "jump": ("J",),
    "split": ("n", "n", "T"),
    "marking": ("m", "w", "w"),
    "selected": ("space", "n", "space"),
    "limited": ("l", "v", "o", "t", "e", "ctrl+s"),
    "rationale": ("e",),
    "correction": ("C", "1", "3"),
    "filter": ("l",),
    "help": ("f1",),
    "sources": ("f3",),
    "history": ("f4",),
    "statistics": ("f5",),
    "queries": ("f6",),
    "search": ("slash",),
    "claim": ("K",),
    "verdict": ("p", "A"),
    "palette": ("ctrl+p",),
    "colours": ("f8",),
    "tour": ("f7",),
    "new-source": ("f3", "i"),
    "used-where": ("f3", "w"),
    "library": ("f2",),
    "filtered": ("f2", "slash", "x", "y"),
    "article": ("f2", "e"),
    "import": ("f2", "i"),
    "purge": ("f2", "delete"),
}
# One theme of each family beside the default: light, high contrast, for the colour-blind, the terminal's own.
FAMILIES = ("workbench-paper", "workbench-contrast", "workbench-clear", "ansi-dark", "textual-light")
# What a family is looked at on: a dialog lies over a screen, and that is faint behind it on purpose.
SCREENS = ("review", "claims", "marking", "source", "sources", "history", "statistics", "queries", "help", "library")
DIALOGS = (
    *("attach", "cite", "rationale", "correction", "filter", "search", "claim", "palette"),
    *("new-source", "used-where", "article", "import", "purge", "export", "sign", "split"),
)
# Words are read at this contrast (WCAG 2.2 asks as much of large text and of what is not text).
LEAST_CONTRAST = 2.9


@pytest.fixture(autouse=True)
def _at_the_root(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand where every machine has the same folder: the export names it."""
    monkeypatch.chdir("/")


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
    citing.attach_source(store, ["1.1"], source.id, quote="14 votes in favour", locator="item 4", now=NOW, actor="ada")
    reviewing.decide_claim(store, "1.1", "correct", rationale="So say the minutes.", now=NOW, actor="ada")
    citing.attach_source(
        store,
        ["1.4"],
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
    return "\n".join(SCROLL_BAR.sub("", line).rstrip() for line in run.text().splitlines()) + "\n"


async def go_home(run: Running) -> None:
    """Go back to the review, whatever lies over it."""
    for _ in range(5):
        if run.app.screen is not run.app.screen_stack[1]:
            await run.press("escape")
    if isinstance(run.app.screen, LibraryScreen):
        await run.press("escape", "enter")
    if "1/8" in run.text():
        await run.press("escape")
    await run.press("escape")
    await run.do("clear-limit")
    run.review_screen.show_panel(0)
    run.review_screen.go(1)
    # No dump tells of the way from the one before.
    run.review_screen.say("")
    await run.settle()


def contrast(one: Color, other: Color) -> float:
    """Return the contrast of two colours, 1 to 21. Source: WCAG 2.2, 'contrast ratio' and 'relative luminance'."""

    def luminance(colour: Color) -> float:
        parts = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.normalized)
        return sum(part * weight for part, weight in zip(parts, (0.2126, 0.7152, 0.0722), strict=True))

    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def faint_words(run: Running, within: str = "") -> list[str]:
    """List the words on the screen, or in a widget, that stand out too little from what is behind them."""
    page = run.app.theme_variables["page"]
    found = []
    region = run.app.screen.query_one(within).region if within else run.app.screen.region
    for row in run.app.screen._compositor.render_strips()[region.y : region.bottom]:
        for text, style, _ in row.crop(region.x, region.right):
            if style is None or not any(map(str.isalnum, text)):
                continue
            ink, paper = style.color, style.bgcolor
            colours = [Color.from_rich_color(one) if one and not one.is_default else None for one in (ink, paper)]
            front, back = colours[0], colours[1] or Color.parse(page)
            if style.reverse:
                front, back = back, front or back
            if front is not None and contrast(front, back) < LEAST_CONTRAST:
                found.append(f"{text.strip()} ({front.hex} on {back.hex})")
    return found


@pytest.mark.parametrize("size", SIZES)
async def test_look(size: str, pictured: Path, tmp_path: Path) -> None:
    changed = []
    async with shown(pictured, tmp_path, size) as run:
        for place, keys in PLACES.items():
            drawn = await take(run, keys)
            await go_home(run)
            dump = DUMPS / f"{place}-{size}.txt"
            assert all(len(line) <= run.app.size.width for line in drawn.splitlines())
            if os.environ.get("NEW_DUMPS"):
                dump.parent.mkdir(exist_ok=True)
                dump.write_text(drawn, encoding="utf-8")
            elif not dump.is_file() or dump.read_text(encoding="utf-8") != drawn:
                changed.append(f"{dump.name}:\n{drawn}")
    assert not changed, "\n".join(changed)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("theme", FAMILIES)
async def test_every_family_of_themes_shows_the_same_words_to_be_read(
    theme: str, size: str, pictured: Path, tmp_path: Path
) -> None:
    async with shown(pictured, tmp_path, size, theme=theme) as run:
        faint = {}
        for place in SCREENS:
            drawn = await take(run, PLACES[place])
            assert drawn == (DUMPS / f"{place}-{size}.txt").read_text(encoding="utf-8")
            # The terminal's own colours are known to the terminal alone.
            if not theme.startswith("ansi"):
                faint[place] = faint_words(run)
            await go_home(run)
        assert not any(faint.values()), faint


@pytest.mark.parametrize("theme", FAMILIES)
async def test_every_family_of_themes_shows_the_same_dialogs_to_be_read(
    theme: str, pictured: Path, tmp_path: Path
) -> None:
    async with shown(pictured, tmp_path, "80x24", theme=theme) as run:
        faint = {}
        for place in DIALOGS:
            drawn = await take(run, PLACES[place])
            dump = (DUMPS / f"{place}-80x24.txt").read_text(encoding="utf-8")
            dialog = run.app.screen.query_one("#question").region
            rows = [
                "\n".join(
                    EDGES.sub(" ", line[dialog.x : dialog.right]).rstrip()
                    for line in text.splitlines()[dialog.y : dialog.bottom]
                ).rstrip()
                for text in (drawn, dump)
            ]
            assert rows[0] == rows[1]
            # The terminal's own colours are known to the terminal alone.
            if not theme.startswith("ansi"):
                faint[place] = faint_words(run, "#question")
            await go_home(run)
        assert not any(faint.values()), faint


@pytest.mark.parametrize("size", SIZES)
async def test_the_library_without_an_article(size: str, tmp_path: Path) -> None:
    open_store(tmp_path / "workbench.db").close()
    width, height = (int(part) for part in size.split("x"))
    async with running(tmp_path / "workbench.db", article=None, size=(width, height)) as run:
        drawn = await take(run, ())
        dump = DUMPS / f"empty-{size}.txt"
        if os.environ.get("NEW_DUMPS"):
            dump.write_text(drawn, encoding="utf-8")
        assert drawn == dump.read_text(encoding="utf-8")


@asynccontextmanager
async def shown(pictured: Path, folder: Path, size: str, **settings: str) -> AsyncIterator[Running]:
    """Run the app on a copy of the pictured library, at its first claim."""
    database = folder / "workbench.db"
    shutil.copyfile(pictured, database)
    width, height = (int(part) for part in size.split("x"))
    async with running(database, size=(width, height), **settings) as run:
        run.review_screen.go(1)
        await run.settle()
        yield run
