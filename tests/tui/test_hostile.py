"""Text that would be obeyed, parsed or misdrawn, through every screen and dialog: what is shown is what is stored."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tui.libraries import NOW, running
from workbench.desk import citing, claiming, importing, library, reviewing, sourcing
from workbench.model.sources import SourceFields, SourceType
from workbench.readers import read_bytes
from workbench.store.opening import open_store

if TYPE_CHECKING:
    from pathlib import Path

HOSTILE = {
    "markup": "[bold]40 boats[/bold] [/] 40 [/x] [ score [b + c [@click=app.quit]40[/] $text [$primary] %s {0} 40\\",
    "controls": "\x1b]0;title\x07 40 \x1b[2J boats \x9b31m 40 \x00 boats \x7f",
    "unicode": "\u202e40 boats\u2066\u200f 4\u200b0 b\ufeffoats 船40隻 👩\u200d👩\u200d👧 é\u0301\u0301 =cmd|'/c calc'!A1",
}
# What a terminal would obey, and what would turn the row round.
OBEYED = {*map(chr, range(0x20)), *map(chr, range(0x7F, 0xA0)), "\u202e", "\u2066"} - {"\n"}


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
    library.edit_article(store, 1, title=text, outlet=text, author=text, now=NOW, actor=text)
    fields = SourceFields(
        title=text, type=SourceType.CALL, publisher=text, note=text, asked=text, answer=text, url=text
    )
    source = sourcing.add_source(
        store, fields, content=("a.txt", f"It says {text}.".encode("utf-8", "replace")), now=NOW, actor=text
    )
    claim = claiming.add_claim(store, 1, body.index("40 boats") - 2, body.index("40 boats") + 6, now=NOW, actor="ada")
    claiming.edit_claim(store, claim.ref, speaker=text, wording=text, now=NOW, actor="ada")
    citing.attach_source(store, claim.ref, source.id, quote=text, locator=text, note=text, now=NOW, actor="ada")
    reviewing.decide_claim(
        store, claim.ref, "incorrect", rationale=text, explanation=text, correction=text, now=NOW, actor=text
    )
    reviewing.ask_author(store, claim.ref, text, now=NOW, actor="ada")
    store.close()


@pytest.mark.parametrize("sort", HOSTILE)
async def test_nothing_is_obeyed_and_nothing_vanishes(sort: str, tmp_path: Path) -> None:
    text = HOSTILE[sort]
    database = tmp_path / "workbench.db"
    make_hostile_library(database, text)
    async with running(database, article=None, size=(140, 44)) as run:
        shown = [run.text()]
        errands = (
            ["enter", "p", "n"],
            ["tab", "tab", "tab"],
            ["l", "escape"],
            ["slash", "escape"],
            ["s", "escape"],
            ["e", "escape"],
            ["C", "escape"],
            ["Q", "escape"],
            ["K", "escape"],
            ["A", "escape"],
            ["W", "escape"],
            ["o", "escape"],
            ["x", "escape"],
            ["ctrl+p", "escape"],
            ["f1", "escape"],
            ["f3", "e", "escape", "w", "escape", "enter", "escape", "escape"],
            ["f4", "escape"],
            ["f5", "escape"],
            ["f6", "y", "escape"],
            ["u"],
            ["ctrl+q", "escape"],
        )
        for keys in errands:
            for key in keys:
                await run.press(key)
                shown.append(run.text())
    assert run.app._exception is None
    obeyed = [line for page in shown for line in page.split("\n") if OBEYED & set(line)]
    assert not obeyed
    if sort == "markup":
        assert any(text in page for page in shown)
