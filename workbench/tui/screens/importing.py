"""Bring in an article, or a review from another machine; reading and finding claims happen beside the screen."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbench.errors import InputError
from workbench.settings.files import read_whole, refuse_endless
from workbench.settings.paths import typed_path

if TYPE_CHECKING:
    from workbench.model.articles import Document
    from workbench.model.reviews import Review
    from workbench.tui.dialogs.ask_import import Wanted
    from workbench.tui.screens.base import Room

PASTED = "pasted.md"
# What an export to JSON writes.
_REVIEW = ".json"


async def import_wanted(room: Room, wanted: Wanted) -> Any:
    """Import what was asked for; None for a folder, whose files are to be imported one by one.

    Raises InputError with the reason where it cannot be read; that is so of a folder without any file to import.
    """
    if await asyncio.to_thread(_is_folder, wanted.path):
        await asyncio.to_thread(_refuse_empty, wanted.path)
        return None
    room.say("importing …")
    if wanted.path:
        return await import_path(room, wanted.path)
    return await _import(room, await asyncio.to_thread(_read_text, wanted.text))


async def import_path(room: Room, path: str) -> Any:
    """Import a file, or take in a review that was exported as JSON; InputError with the reason where it cannot be read.

    Raises ConflictError where that review's article is here already.
    """
    if Path(path).suffix.lower() == _REVIEW:
        return await room.desk.read("restore_review", await asyncio.to_thread(_read_review, path))
    return await _import(room, await asyncio.to_thread(_read, path))


async def import_folder(room: Room, folder: str) -> None:
    """Import every readable file of a folder; what could not be read is said with its reason, and the rest goes on."""
    known, others = await asyncio.to_thread(_list_folder, folder)
    made = here = 0
    for number, file in enumerate(known, 1):
        room.say(f"importing {number} of {len(known)} …")
        try:
            imported = await import_path(room, str(file))
        except InputError as error:
            room.complain(error)
            continue
        made += imported.new
        here += not imported.new
    counted = ((made, "imported"), (here, "already here"), (len(known) - made - here, "could not be read"))
    told = [f"{count} {what}" for count, what in (*counted, (len(others), "of other formats")) if count]
    room.say(", ".join(told))


def tell_import(imported: Any) -> str:
    """Say what a reviewer would not expect of an import; '' where there is nothing."""
    if hasattr(imported, "conflicts"):
        return "; ".join(imported.conflicts)
    losses = ", ".join(f"{number} {what} replaced" for what, number in imported.text.losses)
    known = "" if imported.new else f"This is article {imported.article.id}, which you have already."
    return " ".join(filter(None, (known, f"In the file: {losses}." if losses else "")))


async def _import(room: Room, document: Document) -> Any:
    from workbench.settings.paths import config_dir
    from workbench.settings.scales import load_scales

    settings = room.workbench.settings
    scale = (await asyncio.to_thread(load_scales, config_dir() / "scales")).get(settings.scale)
    return await room.desk.read("import_document", document, scale=scale, scope=settings.scope)


def _is_folder(path: str) -> bool:
    try:
        return bool(path) and typed_path(path).is_dir()
    except (OSError, ValueError):
        # Too long, or a character that no name has: whoever reads it says so.
        return False


def _refuse_empty(folder: str) -> None:
    known, others = _list_folder(folder)
    if not known:
        what = f"{len(others)} of other formats" if others else "no file"
        raise InputError(f"nothing to import in this folder: {what}", "Name another folder, or a file.")


def _list_folder(folder: str) -> tuple[list[Path], list[Path]]:
    from workbench.readers import list_folder

    return list_folder(typed_path(folder))


def _read(path: str) -> Document:
    from workbench.readers import read_file

    return read_file(refuse_endless(typed_path(path)))


def _read_review(path: str) -> Review:
    from workbench.formats.review_reading import parse_review

    return parse_review(read_whole(refuse_endless(typed_path(path))))


def _read_text(text: str) -> Document:
    from workbench.readers import read_bytes

    if not text.strip():
        raise InputError("there is no text to import", "Paste an article first.")
    return read_bytes(PASTED, text.encode("utf-8", "replace"))
