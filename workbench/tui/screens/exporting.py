"""Write a report: ask for format and place, then write beside and put it there in one step."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from workbench.errors import WorkbenchError
from workbench.settings.files import write_whole
from workbench.settings.paths import typed_path

if TYPE_CHECKING:
    from pathlib import Path

    from workbench.model.articles import Article
    from workbench.tui.dialogs.ask_export import WantedReport
    from workbench.tui.screens.base import Room


async def export_article(room: Room, article: Article, lacks: str = "") -> None:
    """Ask for format and place, write the report, and say where it is and what it `lacks`."""
    from workbench.reports import REPORTS, Options
    from workbench.tui.dialogs.ask_export import AskExport

    formats = [(report.id, report.title, report.suffix) for report in REPORTS]

    async def compose(kind: str, *, public: bool, check_url: str) -> Any:
        options = Options(public=public, check_url=check_url)
        return await room.desk.read("export_review", article.id, kind, options=options)

    async def preview(kind: str, *, public: bool, check_url: str) -> str:
        made = await compose(kind, public=public, check_url=check_url)
        return "" if made.content.startswith((b"PK", b"%PDF")) else made.content.decode("utf-8", "replace")

    said = ""

    async def write(wanted: WantedReport) -> str:
        nonlocal said
        room.say("writing …")
        try:
            made = await compose(wanted.format, public=wanted.public, check_url=wanted.check_url)
            path = await asyncio.to_thread(_put, wanted.path, made.content)
        except WorkbenchError as error:
            room.say("")
            return error.in_one_line()
        said = f"written: {path}" + (f" ({made.note})" if made.note else "") + (f"; {lacks}" if lacks else "")
        return ""

    question = AskExport(article.title, formats, preview, subject=str(article.id), check=write)
    if await room.ask(question) is not None:
        room.say(said)


def _put(name: str, content: bytes) -> Path:
    """Write the file and return where it is; the dialog has said whether something was there."""
    path = typed_path(name).absolute()
    write_whole(path, content, replace=True)
    return path
