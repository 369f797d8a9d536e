"""Read Markdown: the clean text is what a reader sees, and every block knows its line in the file."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.errors import InputError
from workbench.model.spans import Block
from workbench.readers.documents import build_document, shorten_title
from workbench.readers.frontmatter import split_front_matter
from workbench.text.cleaning import clean, decode

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from markdown_it.token import Token

    from workbench.model.articles import Document, Metadata

_BETWEEN = "\n\n"
_CELLS = " | "
# Deeper nesting than prose has (a list in a list counts twice); beyond it the parser leaves text out without a word.
_NESTING = 40


def read_markdown(name: str, raw: bytes) -> Document:
    """Read the bytes of a Markdown file."""
    decoded = decode(raw)
    cleaned = clean(decoded.text)
    front = split_front_matter(cleaned.text)
    body = cleaned.text.split("\n", front.lines)[-1] if front.lines else cleaned.text
    text, blocks = read_visible(body, front.lines)
    return build_document(
        name=name,
        media_type="text/markdown",
        encoding=decoded.encoding,
        raw=raw,
        text=text,
        blocks=blocks,
        metadata=_with_title(front.metadata, text, blocks),
        losses=decoded.losses + cleaned.losses,
    )


def read_visible(markdown: str, lines_before: int = 0) -> tuple[str, tuple[Block, ...]]:
    """Return the text without its markup, and its blocks; `lines_before` is what stood above it in the file.

    Raise InputError where quotations and lists lie so deep in one another that text would be lost.
    """
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": _NESTING}).enable(["table", "strikethrough"])
    pieces: list[str] = []
    blocks: list[Block] = []
    position = 0
    tokens = parser.parse(markdown)
    if any(token.type in _HOLDING and token.level >= _NESTING - 1 for token in tokens):
        raise InputError("its quotations or lists lie too deep in one another", "read it as plain text: --from text")
    for kind, line, content in _walk(tokens):
        # An entity (&#0;, &#27;) can bring back what cleaning took out.
        visible = clean(content).text.strip()
        if not visible:
            continue
        if pieces:
            pieces.append(_BETWEEN)
            position += len(_BETWEEN)
        pieces.append(visible)
        blocks.append(Block(position, position + len(visible), kind, lines_before + line + 1))
        position += len(visible)
    return "".join(pieces), tuple(blocks)


def _with_title(metadata: Metadata, text: str, blocks: tuple[Block, ...]) -> Metadata:
    """Take the first heading for the title, or else the first line, where the head names none."""
    if metadata.title or not blocks:
        return metadata
    first = next((block for block in blocks if block.kind == "heading"), blocks[0])
    return replace(metadata, title=shorten_title(text[first.start : first.end].split("\n", 1)[0]))


def _walk(tokens: Iterable[Token]) -> Iterator[tuple[str, int, str]]:
    """Yield (kind, line from 0, visible content) for every block; a table row is one."""
    kinds: list[str] = []
    row: list[str] | None = None
    line = 0
    for token in tokens:
        line = token.map[0] if token.map else line
        if token.type == "tr_open":
            row = []
        elif token.type == "tr_close":
            yield "item", line, _CELLS.join(row or [])
            row = None
        elif token.type in _OPENING:
            kinds.append(_OPENING[token.type])
        elif token.type in _CLOSING:
            kinds.pop()
        elif token.type in ("fence", "code_block"):
            yield "code", line, token.content
        elif token.type == "inline":
            content = "".join(_read_inline(token.children or ()))
            if row is not None:
                row.append(content.strip())
            else:
                yield _name_kind(kinds, token), line, content


_OPENING = {"heading_open": "heading", "blockquote_open": "quote", "list_item_open": "item"}
_HOLDING = frozenset({"blockquote_open", "list_item_open"})
_CLOSING = frozenset(name.replace("_open", "_close") for name in _OPENING)


def _name_kind(kinds: list[str], token: Token) -> str:
    children = [child for child in token.children or () if child.type != "text" or child.content.strip()]
    if children and all(child.type == "image" for child in children):
        return "caption"
    return kinds[-1] if kinds else "paragraph"


def _read_inline(tokens: Iterable[Token]) -> Iterator[str]:
    """Yield what a reader sees: a link's text, an image's alternative text, code without its marks."""
    for token in tokens:
        if token.type == "image":
            yield from _read_inline(token.children or ())
        elif token.type == "hardbreak":
            yield "\n"
        elif token.type == "softbreak":
            yield " "
        else:
            yield token.content
