"""Every screen and dialog in every family of themes: the same words, and all of them to be read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from rich.color import ColorType

from tests.tui.libraries import running
from tests.tui.looks import (
    CALM_PLACES,
    PLACES,
    faint_words,
    go_home,
    make_calm,
    measure,
    painted,
    read_dump,
    seldom,
    shown,
    take,
)
from workbench.tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from pathlib import Path

    from rich.color import Color
    from textual.widgets import OptionList

    from tests.tui.libraries import Running

pytestmark = pytest.mark.usefixtures("at_the_root")
# One theme of each family: light, high contrast, for the colour-blind, the terminal's own on both grounds.
# The default, a dark one, is what the dumps are taken in.
FAMILIES = ("workbench-paper", "workbench-contrast", "workbench-clear", "ansi-dark", "ansi-light")
# What NO_COLOR is looked at with: colours that become greys, and those of the terminal, of which nothing is left.
COLOURLESS = ("workbench-night", "ansi-dark")
SIZE = "80x24"
# What stands for the tint of dialogs and fields in the terminal's own colours.
EDGES = re.compile(r"[╭╮╰╯│─▎]")


def read_part(run: Running, place: str, drawn: str) -> tuple[str, str]:
    """Return what is drawn and what the dump has of it: of a dialog itself alone, for its screen is faint behind it."""
    dump = read_dump(place, SIZE)
    part = run.app.screen.query("#question") or run.app.screen.query("FilterLine.-open")
    if not part:
        return drawn, dump
    region = part.first().region
    parts = [
        [EDGES.sub(" ", line[region.x : region.right]).rstrip() for line in text.splitlines()[region.y : region.bottom]]
        for text in (drawn, dump)
    ]
    return "\n".join(parts[0]).rstrip(), "\n".join(parts[1]).rstrip()


def misfits(run: Running) -> list[str]:
    """List what is not to be read in the theme in use: of a dialog itself alone, for its screen is faint behind it."""
    within = "#question" if run.app.screen.query("#question") else ""
    drawn = painted(run, within)
    if not run.app.theme.startswith("ansi"):
        coloured = [one for one in drawn if run.app.no_color and any(map(has_hue, (one[1].color, one[1].bgcolor)))]
        return faint_words(run, within) + [f"{text} ({style})" for text, style in coloured]
    # Which colours these are the terminal alone knows: they may not be mixed, nor be words and ground in one.
    kinds = {ColorType.DEFAULT} if run.app.no_color else {ColorType.DEFAULT, ColorType.STANDARD}
    return [
        f"{text.strip()} ({style})"
        for text, style in drawn
        if not {one.type for one in (style.color, style.bgcolor) if one} <= kinds
        or (text.strip() and style.color and style.color == style.bgcolor and not style.color.is_default)
    ]


def has_hue(colour: Color | None) -> bool:
    """Say whether a colour is more than a grey."""
    return colour is not None and colour.triplet is not None and len(set(colour.triplet)) > 1


def unlit_rows(run: Running) -> list[str]:
    """List the rows at the cursor of a list that are drawn as the row beside them is."""
    found = []
    painting = run.app.screen._compositor.render_strips()
    for one in run.app.screen.query("RowList, OptionList").results():
        at, count = (one.cursor - one._top, one.row_count) if isinstance(one, RowList) else row_of_option(one)
        beside = at - 1 if at else 1
        if one.region.height and at >= 0 and 0 <= beside < min(count, one.region.height):
            looks = [
                {(part.style.bgcolor, part.style.reverse, part.style.bold, part.style.underline) for part in row}
                for row in (painting[one.region.y + y].crop(one.region.x, one.region.right) for y in (at, beside))
            ]
            found += [painting[one.region.y + at].text.strip()] if looks[0] == looks[1] else []
    return found


def row_of_option(options: OptionList) -> tuple[int, int]:
    """Return the row on the screen of the option at the cursor, -1 for none, and the number of rows."""
    if options.highlighted is None:
        return -1, 0
    return options._index_to_line[options.highlighted] - int(options.scroll_y), len(options._lines)


class Look:
    """A look at places in a theme, and what was wrong there."""

    def __init__(self) -> None:
        self.unlike: dict[str, str] = {}
        self.unread: dict[str, list[str]] = {}
        self.unlit: dict[str, list[str]] = {}

    def at(self, run: Running, place: str, drawn: str) -> None:
        """Look at what stands on the screen."""
        mine, dump = read_part(run, place, drawn)
        # The list of colours begins at the one in use.
        if mine != dump and place != "colours":
            self.unlike[place] = mine
        if words := misfits(run):
            self.unread[place] = words
        if rows := unlit_rows(run):
            self.unlit[place] = rows


async def look_around(theme: str, pictured: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Go to every place and look at it in a theme."""
    look = Look()
    async with shown(pictured, folder, SIZE, theme=theme) as run:
        for place, keys in PLACES.items():
            look.at(run, place, await take(run, keys))
            await go_home(run)
    async with shown(pictured, folder, SIZE, theme=theme) as run:
        async for place, drawn in seldom(run, monkeypatch):
            look.at(run, place, drawn)
    make_calm(folder / "calm.db")
    async with running(folder / "calm.db", size=measure(SIZE), theme=theme) as run:
        for place, keys in CALM_PLACES.items():
            look.at(run, place, await take(run, keys))
            await go_home(run)
    assert not look.unlike, "\n".join(look.unlike.values())
    assert not look.unread
    assert not look.unlit


@pytest.mark.parametrize("theme", FAMILIES)
async def test_every_family_shows_the_same_words_to_be_read(
    theme: str, pictured: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await look_around(theme, pictured, tmp_path, monkeypatch)


@pytest.mark.parametrize("theme", COLOURLESS)
async def test_without_colours_the_same_words_are_to_be_read(
    theme: str, pictured: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    await look_around(theme, pictured, tmp_path, monkeypatch)
