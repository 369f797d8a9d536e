"""Turn rows into the words of the trade and back. A row is any mapping: `sqlite3.Row` or SQLAlchemy's."""

from __future__ import annotations

import json
from dataclasses import asdict, fields
from typing import TYPE_CHECKING, Any, Protocol

from workbench.model.articles import Article, Place, Text
from workbench.model.claims import Passage
from workbench.model.events import Change, Event
from workbench.model.reviews import Notice
from workbench.model.signoff import SignOff
from workbench.model.sources import Evidence, Source, SourceFields, SourceType, SourceVersion, Stance
from workbench.model.spans import Block, Span
from workbench.model.verdicts import Outcome, Rating, Scale
from workbench.store.jsontext import to_json

if TYPE_CHECKING:
    from collections.abc import Iterable


class Row(Protocol):
    """What every driver's row can do."""

    def __getitem__(self, key: str, /) -> Any:
        """Return the column named `key`."""


def article_from(row: Row) -> Article:
    """Read an article."""
    return Article(
        id=row["id"],
        uid=row["uid"],
        title=row["title"],
        outlet=row["outlet"],
        author=row["author"],
        published=row["published"],
        url=row["url"],
        language=row["language"],
        scale_id=row["scale_id"],
        scale_sha256=row["scale_sha256"],
        scope=tuple(json.loads(row["scope"])),
        created_at=row["created_at"],
        touched_at=row["touched_at"],
        archived=bool(row["archived"]),
        revision=row["revision"],
    )


def article_row(article: Article) -> dict[str, Any]:
    """Write an article; its counters are not part of it."""
    return {**asdict(article), "scope": to_json(article.scope), "archived": int(article.archived)}


def blocks_from(text: str) -> tuple[Block, ...]:
    """Read blocks from their columns: a long article has tens of thousands of them."""
    columns = json.loads(text)
    return tuple(map(Block, columns["start"], columns["end"], columns["kind"], columns["line"], columns["locator"]))


def blocks_text(blocks: Iterable[Block]) -> str:
    """Write blocks as columns."""
    kept = tuple(blocks)
    return to_json({field.name: [getattr(block, field.name) for block in kept] for field in fields(Block)})


def text_from(row: Row, blocks: tuple[Block, ...] | None = None) -> Text:
    """Read a text; `blocks` stand in for the stored ones where the caller has read a part of them."""
    return Text(
        uid=row["uid"],
        article_id=row["article_id"],
        number=row["number"],
        name=row["name"],
        media_type=row["media_type"],
        encoding=row["encoding"],
        sha256=row["sha256"],
        text=row["body"],
        blocks=blocks_from(row["blocks"]) if blocks is None else blocks,
        losses=tuple((name, count) for name, count in json.loads(row["losses"])),
        imported_at=row["imported_at"],
    )


def notices_from(text: str, version: str) -> tuple[Notice, ...] | None:
    """Read what the checks of this version of the program noticed; None where another version looked, or none."""
    kept = json.loads(text)
    if kept["version"] != version:
        return None
    return tuple(Notice(check, told, tuple(Span(*span) for span in spans)) for check, told, spans in kept["found"])


def notices_text(notices: Iterable[Notice], version: str) -> str:
    """Write what the checks of one version of the program noticed; an empty version is no look at all."""
    found = [[one.check, one.message, [[span.start, span.end] for span in one.spans]] for one in notices]
    return to_json({"version": version, "found": found})


def text_row(text: Text, words: int) -> dict[str, Any]:
    """Write a text with its size in words, and without what checks notice in it."""
    return {
        "uid": text.uid,
        "article_id": text.article_id,
        "number": text.number,
        "name": text.name,
        "media_type": text.media_type,
        "encoding": text.encoding,
        "sha256": text.sha256,
        "losses": to_json(text.losses),
        "imported_at": text.imported_at,
        "words": words,
        "notices": notices_text((), ""),
        "blocks": blocks_text(text.blocks),
        "body": text.text,
    }


def passage_from(row: Row) -> Passage:
    """Read a waived passage."""
    return Passage(
        uid=row["uid"],
        article_id=row["article_id"],
        number=row["number"],
        start=row["start"],
        end=row["end"],
        reason=row["reason"],
        removed=bool(row["removed"]),
        revision=row["revision"],
    )


def passage_row(passage: Passage) -> dict[str, Any]:
    """Write a waived passage, without the text that it lies in."""
    return {**asdict(passage), "removed": int(passage.removed)}


_SOURCE_WORDS = tuple(field.name for field in fields(SourceFields) if field.name not in {"type", "confidential"})


def source_from(row: Row) -> Source:
    """Read a source."""
    words = {name: row[name] for name in _SOURCE_WORDS}
    said = SourceFields(**words, type=SourceType(row["type"]), confidential=bool(row["confidential"]))
    return Source(
        id=row["id"],
        uid=row["uid"],
        fields=said,
        created_at=row["created_at"],
        removed=bool(row["removed"]),
        revision=row["revision"],
    )


def source_row(source: Source) -> dict[str, Any]:
    """Write a source."""
    return {
        **asdict(source.fields),
        "type": source.fields.type.value,
        "confidential": int(source.fields.confidential),
        "id": source.id,
        "uid": source.uid,
        "created_at": source.created_at,
        "removed": int(source.removed),
        "revision": source.revision,
    }


def version_from(row: Row) -> SourceVersion:
    """Read a source's version, without its bytes."""
    return SourceVersion(**{field.name: row[field.name] for field in fields(SourceVersion)})


def version_row(version: SourceVersion) -> dict[str, Any]:
    """Write a source's version, without its bytes."""
    return {**asdict(version), "removed": 0}


def evidence_from(row: Row) -> Evidence:
    """Read a piece of evidence."""
    return Evidence(
        id=row["id"],
        uid=row["uid"],
        claim_uid=row["claim_uid"],
        source_id=row["source_id"],
        stance=Stance(row["stance"]),
        quote=row["quote"],
        locator=row["locator"],
        note=row["note"],
        version_uid=row["version_uid"],
        removed=bool(row["removed"]),
        revision=row["revision"],
    )


def evidence_row(evidence: Evidence) -> dict[str, Any]:
    """Write a piece of evidence."""
    return {**asdict(evidence), "stance": evidence.stance.value, "removed": int(evidence.removed)}


def scale_from(row: Row) -> Scale:
    """Read a scale as it was used."""
    body = json.loads(row["body"])
    ratings = tuple(Rating(**{**rating, "outcome": Outcome(rating["outcome"])}) for rating in body["ratings"])
    return Scale(
        id=row["id"],
        title=row["title"],
        description=row["description"],
        ratings=ratings,
        sha256=row["sha256"],
        toml=row["toml"],
        best=body["best"],
        worst=body["worst"],
    )


def scale_row(scale: Scale) -> dict[str, Any]:
    """Write a scale; its ratings go in as JSON so that no later reader of TOML can understand them otherwise."""
    body = {"ratings": [asdict(rating) for rating in scale.ratings], "best": scale.best, "worst": scale.worst}
    return {
        "sha256": scale.sha256,
        "id": scale.id,
        "title": scale.title,
        "description": scale.description,
        "body": to_json(body),
        "toml": scale.toml,
    }


def signoff_from(row: Row) -> SignOff:
    """Read a signature; whether it still holds is for others to judge."""
    return SignOff(
        uid=row["uid"],
        article_id=row["article_id"],
        at=row["at"],
        actor=row["actor"],
        note=row["note"],
        sha256=row["sha256"],
    )


def signoff_row(signoff: SignOff) -> dict[str, Any]:
    """Write a signature."""
    row = asdict(signoff)
    del row["void"]
    return {**row, "removed": 0, "revision": 1}


def place_from(row: Row) -> Place:
    """Read where a reviewer left an article."""
    return Place(claim=row["claim"], filter=row["filter"], kinds=tuple(json.loads(row["kinds"])))


def changes_from(text: str) -> tuple[Change, ...]:
    """Read an event's changes."""
    return tuple(Change(**change) for change in json.loads(text))


def event_from(row: Row) -> Event:
    """Read an event."""
    return Event(
        seq=row["seq"],
        uid=row["uid"],
        chain=row["chain"],
        article_id=row["article_id"],
        deed=row["deed"],
        label=row["label"],
        subject=row["subject"],
        at=row["at"],
        actor=row["actor"],
        changes=changes_from(row["changes"]),
        undoes=row["undoes"],
        prev=row["prev"],
        hash=row["hash"],
    )
