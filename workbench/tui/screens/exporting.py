"""Write a report: ask for format and place, then write beside and put it there in one step."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbench.errors import InputError, WorkbenchError

if TYPE_CHECKING:
    from workbench.model.articles import Article
    from workbench.tui.screens.base import Room


async def export_article(room: Room, article: Article) -> None:
    """Ask for format and place, write the report, and say where it is."""
    from workbench.reports import REPORTS
    from workbench.tui.dialogs.ask_export import AskExport

    formats = [(report.id, report.title, report.suffix) for report in REPORTS]

    async def preview(kind: str, *, public: bool) -> str:
        made = await room.desk.read("export_review", article.id, kind, public=public)
        return made.content.decode("utf-8", "replace") if made.media_type.startswith("text/") or kind == "json" else ""

    wanted = await room.ask(AskExport(article.title, formats, preview))
    if wanted is None:
        return
    room.say("writing …")
    try:
        made: Any = await room.desk.read("export_review", article.id, wanted.format, public=wanted.public)
        path = await asyncio.to_thread(write_whole, wanted.path, made.content)
    except WorkbenchError as error:
        room.say("")
        room.complain(error)
        return
    room.say(f"written: {path}")


def write_whole(name: str, content: bytes) -> Path:
    """Write a file all at once or not at all and return where it is; raises InputError with the reason."""
    path = Path(name).expanduser().absolute()
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)
    try:
        with os.fdopen(os.open(draft, flags, 0o600), "wb") as file:
            file.write(content)
        draft.replace(path)
    except OSError as error:
        draft.unlink(missing_ok=True)
        raise InputError(f"{path} cannot be written: {error.strerror}", "Give another place.") from error
    return path
