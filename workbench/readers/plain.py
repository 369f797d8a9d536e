"""Read plain text: paragraphs become blocks, the first line the title."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workbench.model.articles import Metadata
from workbench.model.spans import Block
from workbench.readers.documents import build_document, shorten_title
from workbench.text.cleaning import clean, decode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.model.articles import Document

# A line longer than this was not broken by a program that wraps at a column: then every line is a paragraph.
_WRAPPED = 100
# How long a heading may be: the first line of a file, and one further down.
_TITLE_LENGTH = 140
_HEADING_LENGTH = 60
_ITEM = re.compile(r"[ ]*(?:[-*•–][ ]+|\d{1,2}[.)][ ]+)\S")
_SENTENCE_END = (".", "!", "?", "…", ",", ";", ":", "”", '"')


def read_plain(name: str, raw: bytes) -> Document:
    """Read the bytes of a text file."""
    decoded = decode(raw)
    cleaned = clean(decoded.text)
    text = cleaned.text
    blocks = tuple(find_blocks(text))
    title = shorten_title(text[blocks[0].start : blocks[0].end].split("\n", 1)[0]) if blocks else ""
    return build_document(
        name=name,
        media_type="text/plain",
        encoding=decoded.encoding,
        raw=raw,
        text=text,
        blocks=blocks,
        metadata=Metadata(title=title),
        losses=decoded.losses + cleaned.losses,
    )


def find_blocks(text: str) -> Iterator[Block]:
    """Find the paragraphs of a plain text.

    A blank line ends one. Where the file was not wrapped at a column every line is one; so is a list item.
    """
    wrapped = all(len(line) <= _WRAPPED for line in text.split("\n"))
    start = -1
    first_line = 0
    previous = 0
    found = 0
    for number, (begin, line) in enumerate(_find_lines(text), 1):
        blank = not line.strip()
        if start >= 0 and (blank or not wrapped or _ITEM.match(line)):
            yield _make_block(text, start, previous, first_line, found)
            found += 1
            start = -1
        if blank:
            continue
        if start < 0:
            start = begin + len(line) - len(line.lstrip())
            first_line = number
        previous = begin + len(line.rstrip())
    if start >= 0:
        yield _make_block(text, start, previous, first_line, found)


def _find_lines(text: str) -> Iterator[tuple[int, str]]:
    begin = 0
    for line in text.split("\n"):
        yield begin, line
        begin += len(line) + 1


def _make_block(text: str, start: int, end: int, line: int, found: int) -> Block:
    """Make a block; one that is short, one line, no sentence and not the last is a heading."""
    if _ITEM.match(text, start, min(end, start + 80)):
        return Block(start, end, "item", line)
    is_heading = (
        end - start <= (_HEADING_LENGTH if found else _TITLE_LENGTH)
        and text.find("\n", start, end) < 0
        and not text.endswith(_SENTENCE_END, start, end)
        and end < len(text.rstrip())
    )
    return Block(start, end, "heading" if is_heading else "paragraph", line)
