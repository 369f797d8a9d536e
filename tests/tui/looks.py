"""What the looks are taken of, and how: the pictured library, the ways to each place, what a screen is drawn with."""

from __future__ import annotations

import os
import re
import shutil
from contextlib import asynccontextmanager, nullcontext
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from textual.color import Color

from tests.tui.libraries import NOW, Running, running
from workbench.desk import citing, importing, reviewing, sourcing
from workbench.model.claims import Candidate
from workbench.model.figures import Figure, FigureKind
from workbench.model.sources import SourceFields, SourceType, Stance
from workbench.model.spans import Span
from workbench.readers import read_bytes
from workbench.store.opening import open_store
from workbench.tui.limits import Limit
from workbench.tui.screens.articles import LibraryScreen

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    import pytest
    from rich.style import Style

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
    "export": ("x",),
    "sign": ("S",),
    "waive": ("W",),
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
    "renew": ("f3", "r"),
    "library": ("f2",),
    "filtered": ("f2", "slash", "x", "y"),
    "article": ("f2", "e"),
    "import": ("f2", "i"),
    "purge": ("f2", "delete"),
}
# The same in an article without a claim.
CALM_PLACES: dict[str, tuple[str, ...]] = {
    "no-claims": (),
    "no-claim-card": ("tab",),
    "no-claim-list": ("V",),
    "no-sources": ("f3",),
    "no-verdicts": ("f5",),
    "no-queries": ("f6",),
}
# The same in a library without an article, from the library.
EMPTY_PLACES: dict[str, tuple[str, ...]] = {"empty": (), "no-history": ("f4",), "no-statistics": ("f5",)}
# Words are read at this contrast (WCAG 2.2 asks as much of large text and of what is not text).
LEAST_CONTRAST = 2.9


def make_pictured(path: Path) -> None:
    """Make a library whose claims are given, so that better detection changes no dump."""
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


@asynccontextmanager
async def shown(pictured: Path, folder: Path, size: str, **settings: str) -> AsyncIterator[Running]:
    """Run the app on a copy of the pictured library, at its first claim."""
    database = folder / "workbench.db"
    shutil.copyfile(pictured, database)
    async with running(database, size=measure(size), **settings) as run:
        run.review_screen.go(1)
        await run.settle()
        yield run


def measure(size: str) -> tuple[int, int]:
    """Return width and height of a size's name."""
    width, _, height = size.partition("x")
    return int(width), int(height)


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
    session = run.review_screen.session
    if session is not None and session.limit != Limit():
        await run.do("clear-limit")
    run.review_screen.show_panel(0)
    run.review_screen.go(1)
    # No dump tells of the way from the one before.
    run.review_screen.say("")
    await run.settle()


async def seldom(run: Running, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[tuple[str, str]]:
    """Go to what comes of faults and of the end, from the review: yields each place's name, and what is drawn."""
    # Two faults, of which the second waits until the first was read.
    monkeypatch.setattr(run.app, "suspend", nullcontext)
    for editor in ("no-such-editor --wait", "nor-this-one"):
        monkeypatch.setenv("EDITOR", editor)
        drawn = await take(run, ("E",))
    yield "error", drawn
    await run.press("escape")
    await go_home(run)
    # Another program decides the claim that is on the screen here.
    reviewing.decide_claim(run.store, "1.2", "imprecise", rationale="Seven, by the log.", now=NOW, actor="bo")
    run.review_screen.go(2)
    yield "conflict", await take(run, ("1",))
    await run.press("escape", "1", "3")
    yield "farewell", await take(run, ("ctrl+q",))


def make_calm(path: Path) -> None:
    """Make a library of one article without a claim."""
    store = open_store(path)
    calm = read_bytes("calm.md", b"# Calm\n\nThe sea was calm that evening, and nobody counted anything.\n")
    importing.import_document(store, calm, candidates=[], now=NOW, actor="ada")
    store.close()


def read_dump(place: str, size: str) -> str:
    """Return a dump as it was taken last, '' for none."""
    path = DUMPS / f"{place}-{size}.txt"
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def differ(run: Running, place: str, size: str, drawn: str) -> str:
    """Return what is drawn where that is not as the dump has it, '' where it is; take a new dump where one is wanted."""
    assert all(len(line) <= run.app.size.width for line in drawn.splitlines())
    if os.environ.get("NEW_DUMPS"):
        DUMPS.mkdir(exist_ok=True)
        (DUMPS / f"{place}-{size}.txt").write_text(drawn, encoding="utf-8")
    return "" if read_dump(place, size) == drawn else f"{place}-{size}.txt:\n{drawn}"


def contrast(one: Color, other: Color) -> float:
    """Return the contrast of two colours, 1 to 21. Source: WCAG 2.2, 'contrast ratio' and 'relative luminance'."""

    def luminance(colour: Color) -> float:
        parts = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.normalized)
        return sum(part * weight for part, weight in zip(parts, (0.2126, 0.7152, 0.0722), strict=True))

    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def painted(run: Running, within: str = "") -> list[tuple[str, Style]]:
    """List what stands on the screen, or in a widget, as the terminal gets it: words and their style."""
    region = run.app.screen.query_one(within).region if within else run.app.screen.region
    rows = run.app.screen._compositor.render_strips()[region.y : region.bottom]
    return [(part.text, part.style) for row in rows for part in row.crop(region.x, region.right) if part.style]


def faint_words(run: Running, within: str = "") -> list[str]:
    """List the words on the screen, or in a widget, that stand out too little from what is behind them."""
    page = run.app.theme_variables["page"]
    found = []
    for text, style in painted(run, within):
        if not any(map(str.isalnum, text)):
            continue
        ink, paper = style.color, style.bgcolor
        colours = [Color.from_rich_color(one) if one and not one.is_default else None for one in (ink, paper)]
        front, back = colours[0], colours[1] or Color.parse(page)
        if style.reverse:
            front, back = back, front or back
        if front is not None and contrast(front, back) < LEAST_CONTRAST:
            found.append(f"{text.strip()} ({front.hex} on {back.hex})")
    return found
