"""An article, its numbered texts (drafts), and the row that the library shows of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.model.spans import Block

# What progress and gates count unless the article says otherwise.
DEFAULT_SCOPE = ("figure", "quote")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a document says about itself; empty strings where it says nothing."""

    title: str = ""
    outlet: str = ""
    author: str = ""
    published: str = ""
    url: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A file or page as a reader hands it over: clean text with blocks, and the bytes it came from.

    `text` is cleaned (see `workbench.text.cleaning`); every offset anywhere is a code point offset into it.
    `losses` counts, by name, what decoding and cleaning could not keep ('undecodable bytes', 'control characters').
    """

    name: str
    media_type: str
    encoding: str
    raw: bytes
    sha256: str
    text: str
    blocks: tuple[Block, ...]
    metadata: Metadata
    losses: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Text:
    """One numbered draft of an article, without its raw bytes (those are `store.texts.read_raw`)."""

    uid: str
    article_id: int
    number: int
    name: str
    media_type: str
    encoding: str
    sha256: str
    text: str
    blocks: tuple[Block, ...]
    losses: tuple[tuple[str, int], ...]
    imported_at: str


@dataclass(frozen=True, slots=True)
class Article:
    """An article under review. `id` is its local name ('3'), `uid` its name anywhere."""

    id: int
    uid: str
    title: str
    outlet: str
    author: str
    published: str
    url: str
    language: str
    scale_id: str
    scale_sha256: str
    scope: tuple[str, ...]
    created_at: str
    touched_at: str
    archived: bool = False
    revision: int = 1


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """An article as a row of the library: counts of its in-scope claims by state, and its size in words."""

    article: Article
    words: int
    claims: int
    decided: int
    waived: int
    file_name: str = ""

    @property
    def open(self) -> int:
        """Count the in-scope claims that still wait for a decision."""
        return self.claims - self.decided - self.waived


@dataclass(frozen=True, slots=True)
class Place:
    """Where a reviewer left an article: which claim (0 for none) and which filter; not an event."""

    claim: int = 0
    filter: str = ""
    kinds: tuple[str, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Draft:
    """Typing that was not saved: `claim` is the claim's number (0: the article), `field` what was being written."""

    article_id: int
    claim: int
    field: str
    text: str
    saved_at: str
