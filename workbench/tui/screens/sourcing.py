"""Choose a source: one of the library, or a new one, with what looks like it offered first."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.errors import WorkbenchError
from workbench.model.sources import Source, SourceFields
from workbench.settings.files import read_whole, refuse_endless
from workbench.settings.paths import typed_path

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.model.sources import SourceRow
    from workbench.tui.dialogs.pick import Item
    from workbench.tui.screens.base import Room

NEW = "new"


async def choose_source(room: Room, *, why: str = "") -> Source | None:
    """Ask for a source of the library or a new one; None where nobody wanted any."""
    from workbench.tui.dialogs.pick_source import PickSource

    rows: list[SourceRow] | None = await room.fetch("list_sources")
    if rows is None:
        return None
    answer = await room.ask(PickSource(source_items(rows), why=why))
    if answer is None:
        return None
    if answer.startswith(NEW):
        return await make_source(room, answer.partition(":")[2])
    return next(row.source for row in rows if str(row.source.id) == answer)


async def make_source(room: Room, typed: str = "") -> Source | None:
    """Ask for a new source, offer what looks like it, and store it."""
    from workbench.tui.dialogs.ask_source import AskSource

    today = room.desk.now[:10]
    page = "://" in typed
    begun = SourceFields(title="" if page else typed, url=typed if page else "", accessed=today)
    made: Source | None = None

    async def store(fields: SourceFields) -> str:
        nonlocal made
        try:
            content = await asyncio.to_thread(read_content, fields.path) if fields.path else None
            answer, made = await _offer_known(room, fields)
            if answer is None:
                return "Nothing is stored yet."
            if made is None:
                fields = replace(fields, title=fields.title or (content[0] if content else ""))
                made = await room.desk.do("add_source", fields, content=content)
                room.say_saved()
        except WorkbenchError as error:
            return error.in_one_line()
        return ""

    await room.ask(AskSource(begun, new=True, check=store))
    return made


def source_items(rows: Sequence[SourceRow]) -> list[Item]:
    """Return sources to pick from."""
    from workbench.tui.dialogs.pick import Item

    return [
        Item(
            str(row.source.id),
            f"S{row.source.id}  {row.source.title}",
            " · ".join(filter(None, (row.source.fields.publisher, row.source.fields.published, row.source.fields.url))),
        )
        for row in rows
    ]


async def _offer_known(room: Room, fields: SourceFields) -> tuple[str | None, Source | None]:
    """Ask whether a source that looks the same is meant: the answer, None for 'never mind', and that source, if any."""
    from workbench.tui.dialogs.pick import Item, Pick

    alike = await room.fetch("find_similar_sources", fields)
    if not alike:
        return NEW, None
    items = [Item(str(one.id), f"Use S{one.id}  {one.title}", one.fields.url) for one in alike]
    items.append(Item(NEW, "No, this is another one", fixed=True))
    answer = await room.ask(Pick("This looks like a source that you have", items))
    return answer, next((one for one in alike if str(one.id) == answer), None)


def read_content(path: str) -> tuple[str, bytes]:
    """Read a source's file; raise the reason in words where that cannot be done."""
    file = refuse_endless(typed_path(path))
    return file.name, read_whole(file)
