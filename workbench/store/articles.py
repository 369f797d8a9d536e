"""Keep articles, their texts, the scales they use, and where a reviewer left them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, func, insert, select, update

from workbench.errors import UsageError
from workbench.store.counters import next_number
from workbench.store.jsontext import to_json
from workbench.store.rows import (
    article_from,
    article_row,
    notices_from,
    notices_text,
    place_from,
    scale_from,
    scale_row,
    text_from,
    text_row,
)
from workbench.store.stale import refuse_stale
from workbench.store.tables import (
    ArticleTable,
    ClaimTable,
    DraftTable,
    PlaceTable,
    RawTable,
    ScaleTable,
    TextTable,
    core,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Connection

    from workbench.model.articles import Article, Place, Text
    from workbench.model.reviews import Notice
    from workbench.model.verdicts import Scale
    from workbench.store.records import Records

_ARTICLE = core(ArticleTable)
_TEXT = core(TextTable)
_RAW = core(RawTable)
_CLAIM = core(ClaimTable)
_SCALE = core(ScaleTable)
_PLACE = core(PlaceTable)
_DRAFT = core(DraftTable)


@dataclass(frozen=True, slots=True)
class Articles:
    """The articles of the library."""

    records: Records

    def get(self, article_id: int) -> Article:
        """Read an article; UsageError where there is none."""
        found = self.find(article_id)
        if found is None:
            raise UsageError(f"there is no article {article_id}", "'workbench list' shows the articles")
        return found

    def find(self, article_id: int) -> Article | None:
        """Read an article by its local name."""
        query = select(_ARTICLE).where(_ARTICLE.c.id == article_id)
        row = self.records.connection.execute(query).mappings().one_or_none()
        return None if row is None else article_from(row)

    def with_uid(self, uid: str) -> Article | None:
        """Read an article by its uid."""
        row = self.records.find("article", uid)
        return None if row is None else article_from(row)

    def with_text(self, sha256: str) -> Article | None:
        """Find the article that the bytes with this hash were imported as."""
        query = (
            select(_ARTICLE)
            .join(_TEXT, _TEXT.c.article_id == _ARTICLE.c.id)
            .where(_TEXT.c.sha256 == sha256)
            .order_by(_ARTICLE.c.id)
            .limit(1)
        )
        row = self.records.connection.execute(query).mappings().one_or_none()
        return None if row is None else article_from(row)

    def all(self) -> list[Article]:
        """Read every article, the last touched first."""
        query = select(_ARTICLE).order_by(_ARTICLE.c.touched_at.desc(), _ARTICLE.c.id.desc())
        return [article_from(row) for row in self.records.connection.execute(query).mappings()]

    def sizes(self) -> dict[int, tuple[int, str]]:
        """Return the words and the file name of each article's latest text, by article."""
        columns = (_TEXT.c.article_id, _TEXT.c.words, _TEXT.c.name)
        query = select(*columns).order_by(_TEXT.c.article_id, _TEXT.c.number)
        return {article_id: (words, name) for article_id, words, name in self.records.connection.execute(query)}

    def claim_counts(self) -> list[tuple[int, str, str, int]]:
        """Count live claims as rows of (article, kind, state, count)."""
        columns = (_CLAIM.c.article_id, _CLAIM.c.kind, _CLAIM.c.state)
        query = select(*columns, func.count()).where(_CLAIM.c.state != "retired").group_by(*columns)
        return [tuple(row) for row in self.records.connection.execute(query)]

    def insert(self, article: Article) -> Article:
        """Add an article under the next free number, whatever number it came with."""
        numbered = replace(article, id=next_number(self.records.connection, "article"))
        self.records.load("article", [{**article_row(numbered), "last_claim": 0, "last_passage": 0}])
        return numbered

    def change(self, article: Article, *, expected: int | None = None, **fields: Any) -> Article:
        """Change an article that was read in this transaction; ConflictError where `expected` is a stale revision."""
        new = replace(article, **fields)
        refuse_stale(article, new, expected, f"article {article.id}")
        row = article_row(new)
        del row["revision"], row["touched_at"]
        changed = self.records.change("article", article.uid, row)
        return replace(new, revision=article.revision + changed)

    def next_claims(self, article_id: int, count: int) -> int:
        """Reserve `count` claim numbers and return the first; a number is never given twice."""
        return self._reserve(article_id, "last_claim", count)

    def next_passage(self, article_id: int) -> int:
        """Reserve one passage number."""
        return self._reserve(article_id, "last_passage", 1)

    def _reserve(self, article_id: int, counter: str, count: int) -> int:
        column = _ARTICLE.c[counter]
        connection = self.records.connection
        last = connection.execute(select(column).where(_ARTICLE.c.id == article_id)).scalar_one()
        connection.execute(update(_ARTICLE).where(_ARTICLE.c.id == article_id).values({counter: last + count}))
        return int(last) + 1


@dataclass(frozen=True, slots=True)
class Texts:
    """The numbered texts of the articles, and the bytes they came from."""

    connection: Connection

    def insert(self, text: Text, *, words: int, raw: bytes | None) -> Text:
        """Add a text with its size in words and its raw bytes (None: they are elsewhere)."""
        self.connection.execute(insert(_TEXT), text_row(text, words))
        if raw is not None:
            self.connection.execute(insert(_RAW), {"text_uid": text.uid, "content": raw})
        return text

    def current(self, article_id: int) -> Text:
        """Read an article's latest text."""
        query = select(_TEXT).where(_TEXT.c.article_id == article_id).order_by(_TEXT.c.number.desc()).limit(1)
        return text_from(self.connection.execute(query).mappings().one())

    def notices(self, text_uid: str, version: str) -> tuple[Notice, ...] | None:
        """Read what the checks of this version of the program noticed; None where they have not looked yet."""
        kept = self.connection.execute(select(_TEXT.c.notices).where(_TEXT.c.uid == text_uid)).scalar_one()
        return notices_from(kept, version)

    def keep_notices(self, text_uid: str, version: str, notices: Iterable[Notice]) -> None:
        """Keep what the checks noticed: derived from the text, so it is no part of history."""
        kept = notices_text(notices, version)
        self.connection.execute(update(_TEXT).where(_TEXT.c.uid == text_uid).values(notices=kept))

    def read_raw(self, text_uid: str) -> bytes:
        """Return the bytes that a text was read from."""
        return bytes(self.connection.execute(select(_RAW.c.content).where(_RAW.c.text_uid == text_uid)).scalar_one())


@dataclass(frozen=True, slots=True)
class Scales:
    """The scales as they were used, by their hash."""

    connection: Connection

    def get(self, sha256: str) -> Scale:
        """Read a scale as it was used."""
        return scale_from(self.connection.execute(select(_SCALE).where(_SCALE.c.sha256 == sha256)).mappings().one())

    def keep(self, scale: Scale) -> None:
        """Keep a scale unless it is kept already."""
        known = self.connection.execute(select(_SCALE.c.id).where(_SCALE.c.sha256 == scale.sha256)).first()
        if known is None:
            self.connection.execute(insert(_SCALE), scale_row(scale))


@dataclass(frozen=True, slots=True)
class Places:
    """Where the reviewer left each article; no events."""

    connection: Connection

    def get(self, article_id: int) -> Place | None:
        """Read the place, or None where the article was never opened."""
        query = select(_PLACE).where(_PLACE.c.article_id == article_id)
        row = self.connection.execute(query).mappings().one_or_none()
        return None if row is None else place_from(row)

    def save(self, article_id: int, place: Place) -> None:
        """Keep the place in place of the last one."""
        self.connection.execute(delete(_PLACE).where(_PLACE.c.article_id == article_id))
        row = {"article_id": article_id, "claim": place.claim, "filter": place.filter, "kinds": to_json(place.kinds)}
        self.connection.execute(insert(_PLACE), row)


@dataclass(frozen=True, slots=True)
class Drafts:
    """Typing that was not saved yet, by article, claim number and field; no events."""

    connection: Connection

    def save(self, article_id: int, claim: int, field: str, text: str, now: str) -> None:
        """Keep a draft in place of the last one."""
        self.drop(article_id, claim, field)
        row = {"article_id": article_id, "claim": claim, "field": field, "text": text, "saved_at": now}
        self.connection.execute(insert(_DRAFT), row)

    def drop(self, article_id: int, claim: int, field: str | None = None) -> None:
        """Drop a draft; all of the claim's where no field is named."""
        query = delete(_DRAFT).where(_DRAFT.c.article_id == article_id, _DRAFT.c.claim == claim)
        self.connection.execute(query if field is None else query.where(_DRAFT.c.field == field))

    def of_article(self, article_id: int) -> list[tuple[int, str, str, str]]:
        """List drafts as (claim number, field, text, saved at)."""
        columns = (_DRAFT.c.claim, _DRAFT.c.field, _DRAFT.c.text, _DRAFT.c.saved_at)
        query = select(*columns).where(_DRAFT.c.article_id == article_id).order_by(_DRAFT.c.claim, _DRAFT.c.field)
        return [tuple(row) for row in self.connection.execute(query)]
