"""Build the Document that every reader hands over."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

from workbench.errors import InputError
from workbench.model.articles import Document, Metadata

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workbench.model.spans import Block

_TITLE_LENGTH = 100
_SPACE = re.compile(r"\s+")


def build_document(
    *,
    name: str,
    media_type: str,
    encoding: str,
    raw: bytes,
    text: str,
    blocks: tuple[Block, ...],
    metadata: Metadata,
    losses: Iterable[tuple[str, int]],
) -> Document:
    """Build a Document; `text` is clean. Raise InputError when no word is left to read."""
    if not any(character.isalnum() for character in text):
        raise InputError(f"there is no text in {name}", "choose a file with an article in it")
    return Document(
        name=name,
        media_type=media_type,
        encoding=encoding,
        raw=raw,
        sha256=hashlib.sha256(raw).hexdigest(),
        text=text,
        blocks=blocks,
        metadata=metadata,
        losses=tuple(losses),
    )


def shorten_title(line: str) -> str:
    """Return a title of at most 100 characters, whole words, from the first line of a text."""
    title = _SPACE.sub(" ", line[: 4 * _TITLE_LENGTH]).strip()
    if len(title) <= _TITLE_LENGTH:
        return title
    head = title[: _TITLE_LENGTH - 1]
    return (head.rsplit(" ", 1)[0] if " " in head else head).rstrip(" ,;:–—-") + "…"
