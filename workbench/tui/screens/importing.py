"""Bring an article in from a file or a pasted text; reading and finding claims happen beside the screen."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbench.errors import InputError

if TYPE_CHECKING:
    from workbench.model.articles import Document
    from workbench.tui.screens.base import Room

PASTED = "pasted.md"


async def import_path(room: Room, path: str) -> Any:
    """Import a file; raises InputError with the reason where it cannot be read."""
    return await _import(room, await asyncio.to_thread(_read, path))


async def import_paste(room: Room, text: str) -> Any:
    """Import a text that was pasted."""
    return await _import(room, await asyncio.to_thread(_read_text, text))


async def _import(room: Room, document: Document) -> Any:
    from workbench.settings.paths import config_dir
    from workbench.settings.scales import load_scales

    settings = room.workbench.settings
    scale = (await asyncio.to_thread(load_scales, config_dir() / "scales")).get(settings.scale)
    return await room.desk.read("import_document", document, scale=scale, scope=settings.scope)


def _read(path: str) -> Document:
    from workbench.readers import read_file

    return read_file(Path(path).expanduser())


def _read_text(text: str) -> Document:
    from workbench.readers import read_bytes

    if not text.strip():
        raise InputError("there is no text to import", "Paste an article first.")
    return read_bytes(PASTED, text.encode("utf-8", "replace"))
