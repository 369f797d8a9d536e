"""Text that would be obeyed, parsed or misdrawn, through every screen and dialog: what is shown is what is stored."""

from __future__ import annotations

import importlib
import pkgutil
from typing import TYPE_CHECKING

import pytest
from textual.screen import Screen

from tests.tui.hostile import HOSTILE, LARGE, TOLD, Walk
from tests.tui.libraries import NOW, running
from workbench.desk import articles, citing, claiming, importing, reviewing, sourcing
from workbench.model.sources import SourceFields, SourceType
from workbench.readers import read_bytes
from workbench.store.opening import open_store
from workbench.tui import dialogs, screens
from workbench.tui.dialogs.ask_line import AskLine
from workbench.tui.dialogs.pick import Pick

if TYPE_CHECKING:
    from pathlib import Path


def make_hostile_library(path: Path, text: str) -> None:
    store = open_store(path)
    body = f"# {text}\n\nThe harbour has 40 boats, {text}, he said. “{text} is 12 percent,” said Ada {text}.\n"
    importing.import_document(
        store,
        read_bytes(
            f"{text.replace('/', '')}.md".replace("\x00", ""), body.replace("\x00", "").encode("utf-8", "replace")
        ),
        now=NOW,
        actor="ada",
    )
    articles.edit_article(store, 1, title=text, outlet=text, author=text, now=NOW, actor=text)
    fields = SourceFields(
        title=text, type=SourceType.CALL, publisher=text, note=text, asked=text, answer=text, url=text
    )
    source = sourcing.add_source(
        store, fields, content=("a.txt", f"It says {text}.".encode("utf-8", "replace")), now=NOW, actor=text
    )
    claim = claiming.add_claim(store, 1, body.index("40 boats") - 2, body.index("40 boats") + 6, now=NOW, actor="ada")
    claiming.edit_claim(store, claim.ref, speaker=text, wording=text, now=NOW, actor="ada")
    citing.attach_source(store, [claim.ref], source.id, quote=text, locator=text, note=text, now=NOW, actor="ada")
    reviewing.decide_claim(
        store, claim.ref, "incorrect", rationale=text, explanation=text, correction=text, now=NOW, actor=text
    )
    reviewing.ask_author(store, claim.ref, text, now=NOW, actor="ada")
    store.close()


async def walk_the_library(walk: Walk) -> None:
    await walk.go("e", shows=True)
    await walk.go("escape", "delete", shows=True)
    await walk.go("escape", "x", "escape", "i", "escape", "f1", "escape", "f8", "escape", "ctrl+p", "escape")
    await walk.go("slash")
    await walk.write()
    await walk.go("end", "enter", shows=walk.told != TOLD["controls"])
    await walk.go("escape", shows=True)
    await walk.go("f3", shows=True)
    await walk.go("e", shows=True)
    await walk.go("escape", "w", shows=True)
    await walk.go("escape", "i")
    await walk.write()
    await walk.go("ctrl+s", shows=True)
    assert "looks like a source that you have" in walk.run.text()
    await walk.go("escape", "escape", "enter", shows=True)
    await walk.go("escape", "f4", shows=True)
    await walk.go("f5", "escape", "escape", "escape", "escape")


async def walk_the_review(walk: Walk) -> None:
    await walk.go("enter", shows=True)
    await walk.go("number_sign")
    await walk.run.type(str(max(claim.number for claim in walk.run.review().claims)))
    await walk.go("enter", shows=True)
    for key in ("e", "C", "R", "Q", "K", "slash", "s"):
        await walk.go(key, shows=True)
        await walk.go("escape")
    await walk.go("s", "enter", "escape", "escape", "l", "escape", "A", "escape", "W", "escape", "T", "escape")
    await walk.go("J", "escape", "m", "escape", "S", "escape", "y", "x", "escape")
    await walk.go("tab", "tab", "enter", shows=True)
    await walk.go("escape", "tab", "o", shows=True)
    await walk.go("n", "y", "escape", "f6", shows=True)
    await walk.go("y", "enter")
    current = f"1.{walk.run.current}"
    reviewing.decide_claim(walk.run.store, current, "correct", rationale=walk.text, now=NOW, actor="bo")
    await walk.go("2", shows=True)
    await walk.go("escape", "u", "V", shows=True)
    await walk.go("V", "space", "n", "space", "escape", "l")
    await walk.write()
    await walk.go("ctrl+s", "L", "N", "1", "ctrl+q", "escape")


def every_screen_and_dialog() -> set[type]:
    """Find the screens and dialogs by themselves: a new one belongs into the walk."""
    for package in (dialogs, screens):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            importlib.import_module(module.name)
    found, known = {Screen}, set[type]()
    while found:
        known |= found
        found = {child for one in found for child in one.__subclasses__()} - known
    leaves = {one for one in known if one.__module__.startswith("workbench.tui.") and not one.__subclasses__()}
    return leaves | {AskLine, Pick}


@pytest.mark.parametrize("size", [(140, 44), (80, 24), (42, 14)])
@pytest.mark.parametrize("sort", HOSTILE)
async def test_nothing_is_obeyed_and_nothing_vanishes_on_any_screen_or_dialog(
    sort: str, size: tuple[int, int], tmp_path: Path
) -> None:
    text = HOSTILE[sort]
    database = tmp_path / "workbench.db"
    make_hostile_library(database, text)
    async with running(database, article=None, size=size) as run:
        walk = Walk(run, text, TOLD[sort])
        await walk.go("home", shows=True)
        await walk_the_library(walk)
        await walk_the_review(walk)
    assert run.app._exception is None
    assert size[0] < LARGE or every_screen_and_dialog() <= walk.visited
