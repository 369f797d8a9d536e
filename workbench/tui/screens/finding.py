"""Find anything by a part of its name: the commands of a screen, the articles, and what the screen itself holds."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from workbench.tui.commands import commands_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.model.articles import ArticleRow
    from workbench.model.sources import SourceRow
    from workbench.tui.dialogs.pick import Item
    from workbench.tui.screens.base import Room

# What finds is not found, and what closes has nothing to close.
_LEFT_OUT = frozenset({"palette", "search", "back"})


async def find_anything(room: Room) -> None:
    """Ask for a command, an article or something of the screen's own, and go there or do it."""
    from workbench.tui.dialogs.pick import Pick

    rows: list[ArticleRow] = await room.fetch("list_articles") or []
    # Ten thousand claims take their time to be named.
    found_here = await asyncio.to_thread(room.findable)
    items = [*command_items(room), *found_here, *await source_items(room, found_here), *article_items(rows)]
    title = "Find a command, a claim, an article"
    found = await room.ask(Pick(title, items, placeholder="words, also with slips of typing", wide=True))
    if found is not None:
        open_found(room, found)


def open_found(room: Room, found: str) -> None:
    """Go to what was found, or do it."""
    what, _, where = found.partition(":")
    if what == "command":
        room.run_command(where)
    elif what == "article":
        room.workbench.open_article(int(where))
    elif what == "source":
        room.workbench.read_source(int(where))
    else:
        room.go_to_found(what, where)


def command_items(room: Room) -> list[Item]:
    """Return what can be done here, each with the user's key."""
    from workbench.tui.dialogs.pick import Item

    return [
        Item(f"command:{one.id}", f"{one.label}: {one.help}", room.keymap.first(one), "›")
        for one in commands_in(room.place)
        if one.id not in _LEFT_OUT
    ]


async def source_items(room: Room, found: Sequence[Item]) -> list[Item]:
    """Return the sources of the library that are not among what was found on the screen itself."""
    from workbench.tui.dialogs.pick import Item

    rows: list[SourceRow] = await room.fetch("list_sources") or []
    cited = {item.id for item in found}
    detail = "source, not cited here" if cited else "source"
    items = [Item(f"source:{row.source.id}", f"S{row.source.id}  {row.source.title}", detail, "§") for row in rows]
    return [item for item in items if item.id not in cited]


def article_items(rows: list[ArticleRow]) -> list[Item]:
    """Return the articles of the library."""
    from workbench.tui.dialogs.pick import Item

    return [
        Item(f"article:{row.article.id}", f"{row.article.id}  {row.article.title}", row.article.outlet, "▤")
        for row in rows
    ]
