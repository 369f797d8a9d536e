"""Lay out the tables. Times are RFC 3339 text, lists are canonical JSON text: the same on SQLite and PostgreSQL.

Tables of things with history carry `uid` and `revision`; what an event records of them is in `records.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Column, ForeignKey, Index, LargeBinary, UniqueConstraint
from sqlmodel import Field, SQLModel

from workbench.store.columns import Whole, Words

if TYPE_CHECKING:
    from sqlalchemy import MetaData, Table

# All tables, for whoever makes or compares them.
METADATA: MetaData = SQLModel.metadata


def core(model: type[SQLModel]) -> Table:
    """Return the table behind a model: rows by the thousand go through SQLAlchemy's core."""
    return METADATA.tables[str(model.__tablename__)]


def _text() -> Column[str]:
    return Column(Words(), nullable=False)


class StoredRow(SQLModel):
    """What all tables are. SQLModel validates no table's rows: pydantic's validators wait to be asked for.

    They would take half a megabyte and some milliseconds of each start.
    """

    model_config = {"defer_build": True}


class CounterTable(StoredRow, table=True):
    """The last number given to articles, sources, evidence and events: none is given twice, even after a purge."""

    __tablename__ = "counter"

    name: str = Field(sa_column=Column(Words(), primary_key=True))
    value: int = Field(sa_column=Column(Whole(), nullable=False))


class ScaleTable(StoredRow, table=True):
    """A scale as it was used, kept by its hash."""

    __tablename__ = "scale"

    sha256: str = Field(sa_column=Column(Words(), primary_key=True))
    id: str = Field(sa_column=_text())
    title: str = Field(sa_column=_text())
    description: str = Field(sa_column=_text())
    body: str = Field(sa_column=_text())
    toml: str = Field(sa_column=_text())


class ArticleTable(StoredRow, table=True):
    """An article under review; the two counters name its claims and passages and never go back."""

    __tablename__ = "article"

    id: int = Field(sa_column=Column(Whole(), primary_key=True, autoincrement=False))
    uid: str = Field(sa_column=Column(Words(), nullable=False, unique=True))
    title: str = Field(sa_column=_text())
    outlet: str = Field(sa_column=_text())
    author: str = Field(sa_column=_text())
    published: str = Field(sa_column=_text())
    url: str = Field(sa_column=_text())
    language: str = Field(sa_column=_text())
    scale_id: str = Field(sa_column=_text())
    scale_sha256: str = Field(sa_column=Column(Words(), ForeignKey("scale.sha256"), nullable=False))
    scope: str = Field(sa_column=_text())
    created_at: str = Field(sa_column=_text())
    touched_at: str = Field(sa_column=_text())
    archived: int = Field(sa_column=Column(Whole(), nullable=False))
    revision: int = Field(sa_column=Column(Whole(), nullable=False))
    last_claim: int = Field(sa_column=Column(Whole(), nullable=False))
    last_passage: int = Field(sa_column=Column(Whole(), nullable=False))


class TextTable(StoredRow, table=True):
    """One numbered draft of an article; `body` is the clean text and comes last, so that short reads skip it."""

    __tablename__ = "text"
    __table_args__ = (UniqueConstraint("article_id", "number"),)

    uid: str = Field(sa_column=Column(Words(), primary_key=True))
    article_id: int = Field(sa_column=Column(Whole(), ForeignKey("article.id"), nullable=False))
    number: int = Field(sa_column=Column(Whole(), nullable=False))
    name: str = Field(sa_column=_text())
    media_type: str = Field(sa_column=_text())
    encoding: str = Field(sa_column=_text())
    sha256: str = Field(sa_column=Column(Words(), nullable=False, index=True))
    losses: str = Field(sa_column=_text())
    imported_at: str = Field(sa_column=_text())
    words: int = Field(sa_column=Column(Whole(), nullable=False))
    notices: str = Field(sa_column=_text())
    blocks: str = Field(sa_column=_text())
    body: str = Field(sa_column=_text())


class RawTable(StoredRow, table=True):
    """The bytes that a text was read from."""

    __tablename__ = "raw"

    text_uid: str = Field(sa_column=Column(Words(), ForeignKey("text.uid"), primary_key=True))
    content: bytes = Field(sa_column=Column(LargeBinary, nullable=False))


class ClaimTable(StoredRow, table=True):
    """A claim without its place: that is an anchor in each text."""

    __tablename__ = "claim"
    __table_args__ = (UniqueConstraint("article_id", "number"), Index("ix_claim_counts", "article_id", "kind", "state"))

    uid: str = Field(sa_column=Column(Words(), primary_key=True))
    article_id: int = Field(sa_column=Column(Whole(), ForeignKey("article.id"), nullable=False))
    number: int = Field(sa_column=Column(Whole(), nullable=False))
    kind: str = Field(sa_column=_text())
    speaker: str | None = Field(sa_column=Column(Words(missing=True)))
    wording: str = Field(sa_column=_text())
    origin: str = Field(sa_column=_text())
    state: str = Field(sa_column=_text())
    waive_reason: str | None = Field(sa_column=Column(Words(missing=True)))
    question: str = Field(sa_column=_text())
    flagged: int = Field(sa_column=Column(Whole(), nullable=False))
    scale_id: str | None = Field(sa_column=Column(Words(missing=True)))
    rating_id: str | None = Field(sa_column=Column(Words(missing=True)))
    action: str | None = Field(sa_column=Column(Words(missing=True)))
    rationale: str = Field(sa_column=_text())
    explanation: str = Field(sa_column=_text())
    correction: str = Field(sa_column=_text())
    decided_at: str = Field(sa_column=_text())
    decided_by: str = Field(sa_column=_text())
    revision: int = Field(sa_column=Column(Whole(), nullable=False))


class AnchorTable(StoredRow, table=True):
    """Where a claim stands in one text, and the figure as that text gives it."""

    __tablename__ = "anchor"
    __table_args__ = (UniqueConstraint("claim_uid", "text_uid"), Index("ix_anchor_place", "text_uid", "start"))

    uid: str = Field(sa_column=Column(Words(), primary_key=True))
    claim_uid: str = Field(sa_column=Column(Words(), ForeignKey("claim.uid"), nullable=False))
    text_uid: str = Field(sa_column=Column(Words(), ForeignKey("text.uid"), nullable=False))
    start: int = Field(sa_column=Column(Whole(), nullable=False))
    end: int = Field(sa_column=Column(Whole(), nullable=False))
    text: str = Field(sa_column=_text())
    parts: str = Field(sa_column=_text())
    extent_start: int = Field(sa_column=Column(Whole(), nullable=False))
    extent_end: int = Field(sa_column=Column(Whole(), nullable=False))
    figure: str | None = Field(sa_column=Column(Words(missing=True)))


class PassageTable(StoredRow, table=True):
    """A stretch waived as a whole."""

    __tablename__ = "passage"
    __table_args__ = (UniqueConstraint("article_id", "number"),)

    uid: str = Field(sa_column=Column(Words(), primary_key=True))
    article_id: int = Field(sa_column=Column(Whole(), ForeignKey("article.id"), nullable=False))
    text_uid: str = Field(sa_column=Column(Words(), ForeignKey("text.uid"), nullable=False))
    number: int = Field(sa_column=Column(Whole(), nullable=False))
    start: int = Field(sa_column=Column(Whole(), nullable=False))
    end: int = Field(sa_column=Column(Whole(), nullable=False))
    reason: str = Field(sa_column=_text())
    removed: int = Field(sa_column=Column(Whole(), nullable=False))
    revision: int = Field(sa_column=Column(Whole(), nullable=False))


class SourceTable(StoredRow, table=True):
    """A source of the library; a call-log entry is one too."""

    __tablename__ = "source"

    id: int = Field(sa_column=Column(Whole(), primary_key=True, autoincrement=False))
    uid: str = Field(sa_column=Column(Words(), nullable=False, unique=True))
    title: str = Field(sa_column=_text())
    type: str = Field(sa_column=_text())
    url: str = Field(sa_column=_text())
    path: str = Field(sa_column=_text())
    publisher: str = Field(sa_column=_text())
    author: str = Field(sa_column=_text())
    published: str = Field(sa_column=_text())
    accessed: str = Field(sa_column=_text())
    archive_url: str = Field(sa_column=_text())
    note: str = Field(sa_column=_text())
    confidential: int = Field(sa_column=Column(Whole(), nullable=False))
    asked: str = Field(sa_column=_text())
    asked_at: str = Field(sa_column=_text())
    channel: str = Field(sa_column=_text())
    answer: str = Field(sa_column=_text())
    deadline: str = Field(sa_column=_text())
    created_at: str = Field(sa_column=_text())
    removed: int = Field(sa_column=Column(Whole(), nullable=False))
    revision: int = Field(sa_column=Column(Whole(), nullable=False))


class SourceVersionTable(StoredRow, table=True):
    """The bytes of a source as they were at one time, named and hashed; none where they stayed on another machine."""

    __tablename__ = "source_version"
    __table_args__ = (UniqueConstraint("source_id", "number"),)

    uid: str = Field(sa_column=Column(Words(), primary_key=True))
    source_id: int = Field(sa_column=Column(Whole(), ForeignKey("source.id"), nullable=False))
    number: int = Field(sa_column=Column(Whole(), nullable=False))
    name: str = Field(sa_column=_text())
    media_type: str = Field(sa_column=_text())
    sha256: str = Field(sa_column=_text())
    fetched_at: str = Field(sa_column=_text())
    removed: int = Field(sa_column=Column(Whole(), nullable=False))
    content: bytes | None = Field(sa_column=Column(LargeBinary))


class EvidenceTable(StoredRow, table=True):
    """A source attached to a claim."""

    __tablename__ = "evidence"

    id: int = Field(sa_column=Column(Whole(), primary_key=True, autoincrement=False))
    uid: str = Field(sa_column=Column(Words(), nullable=False, unique=True))
    claim_uid: str = Field(sa_column=Column(Words(), ForeignKey("claim.uid"), nullable=False, index=True))
    source_id: int = Field(sa_column=Column(Whole(), ForeignKey("source.id"), nullable=False, index=True))
    stance: str = Field(sa_column=_text())
    quote: str = Field(sa_column=_text())
    locator: str = Field(sa_column=_text())
    note: str = Field(sa_column=_text())
    version_uid: str | None = Field(sa_column=Column(Words(missing=True), ForeignKey("source_version.uid")))
    removed: int = Field(sa_column=Column(Whole(), nullable=False))
    revision: int = Field(sa_column=Column(Whole(), nullable=False))


class SignOffTable(StoredRow, table=True):
    """A signature, bound to the hash of what was signed."""

    __tablename__ = "signoff"

    uid: str = Field(sa_column=Column(Words(), primary_key=True))
    article_id: int = Field(sa_column=Column(Whole(), ForeignKey("article.id"), nullable=False, index=True))
    sha256: str = Field(sa_column=_text())
    at: str = Field(sa_column=_text())
    actor: str = Field(sa_column=_text())
    note: str = Field(sa_column=_text())
    removed: int = Field(sa_column=Column(Whole(), nullable=False))
    revision: int = Field(sa_column=Column(Whole(), nullable=False))


class EventTable(StoredRow, table=True):
    """One deed. `redacted` holds the hash of a body that a purge took out, so that the chain still closes."""

    __tablename__ = "event"
    __table_args__ = (Index("ix_event_chain", "chain", "seq"),)

    seq: int = Field(sa_column=Column(Whole(), primary_key=True, autoincrement=False))
    uid: str = Field(sa_column=Column(Words(), nullable=False, unique=True))
    chain: str = Field(sa_column=_text())
    article_id: int | None = Field(sa_column=Column(Whole(missing=True), ForeignKey("article.id"), index=True))
    deed: str = Field(sa_column=_text())
    label: str = Field(sa_column=_text())
    subject: str = Field(sa_column=_text())
    at: str = Field(sa_column=_text())
    actor: str = Field(sa_column=_text())
    changes: str = Field(sa_column=_text())
    undoes: int | None = Field(sa_column=Column(Whole(missing=True)))
    prev: str = Field(sa_column=_text())
    hash: str = Field(sa_column=_text())
    redacted: str = Field(sa_column=_text())


class PlaceTable(StoredRow, table=True):
    """Where a reviewer left an article; no event."""

    __tablename__ = "place"

    article_id: int = Field(sa_column=Column(Whole(), ForeignKey("article.id"), primary_key=True, autoincrement=False))
    claim: int = Field(sa_column=Column(Whole(), nullable=False))
    filter: str = Field(sa_column=_text())
    kinds: str = Field(sa_column=_text())


class DraftTable(StoredRow, table=True):
    """Typing that was not saved yet; no event."""

    __tablename__ = "draft"

    article_id: int = Field(sa_column=Column(Whole(), ForeignKey("article.id"), primary_key=True, autoincrement=False))
    claim: int = Field(sa_column=Column(Whole(), primary_key=True, autoincrement=False))
    field: str = Field(sa_column=Column(Words(), primary_key=True))
    text: str = Field(sa_column=_text())
    saved_at: str = Field(sa_column=_text())
