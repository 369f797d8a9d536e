"""Keep sources, their versions with the bytes, the evidence that cites them, and signatures."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import LargeBinary, bindparam, func, select, update

from workbench.errors import UsageError
from workbench.store.counters import next_number
from workbench.store.rows import (
    evidence_from,
    evidence_row,
    source_from,
    source_row,
    version_from,
    version_row,
)
from workbench.store.stale import refuse_stale
from workbench.store.tables import ClaimTable, EvidenceTable, SourceTable, SourceVersionTable, core

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workbench.model.sources import Evidence, Source, SourceVersion
    from workbench.store.records import Records

_SOURCE = core(SourceTable)
_VERSION = core(SourceVersionTable)
_EVIDENCE = core(EvidenceTable)
_CLAIM = core(ClaimTable)

# A version's columns without its bytes.
_VERSION_COLUMNS = tuple(column for column in _VERSION.c if column.name != "content")


@dataclass(frozen=True, slots=True)
class Sources:
    """The sources of the library and their versions."""

    records: Records

    def get(self, source_id: int) -> Source:
        """Read a source; UsageError where there is none."""
        query = select(_SOURCE).where(_SOURCE.c.id == source_id)
        row = self.records.connection.execute(query).mappings().one_or_none()
        if row is None:
            raise UsageError(f"there is no source {source_id}", "'workbench source list' shows the sources")
        return source_from(row)

    def by_uid(self, uid: str) -> Source:
        """Read a source by its uid."""
        found = self.find(uid)
        if found is None:
            raise UsageError("there is no such source any more", hint="somebody removed it meanwhile: look again")
        return found

    def find(self, uid: str) -> Source | None:
        """Read a source by its uid, removed or not."""
        row = self.records.find("source", uid)
        return None if row is None else source_from(row)

    def all(self) -> list[Source]:
        """Read every source that was not removed, by number."""
        query = select(_SOURCE).where(_SOURCE.c.removed == 0).order_by(_SOURCE.c.id)
        return [source_from(row) for row in self.records.connection.execute(query).mappings()]

    def of_ids(self, ids: Iterable[int]) -> dict[int, Source]:
        """Read the sources with these numbers, removed ones too."""
        wanted = sorted(set(ids))
        found: dict[int, Source] = {}
        for first in range(0, len(wanted), 500):
            query = select(_SOURCE).where(_SOURCE.c.id.in_(wanted[first : first + 500]))
            for row in self.records.connection.execute(query).mappings():
                found[row["id"]] = source_from(row)
        return found

    def insert(self, source: Source) -> Source:
        """Add a source under the next free number, whatever number it came with."""
        numbered = replace(source, id=next_number(self.records.connection, "source"))
        self.records.add("source", source_row(numbered))
        return numbered

    def change(self, source: Source, *, expected: int | None = None, **fields: Any) -> Source:
        """Change a source that was read in this transaction; ConflictError where `expected` is a stale revision."""
        new = replace(source, **fields)
        refuse_stale(source, new, expected, f"source {source.id}")
        row = source_row(new)
        del row["revision"]
        changed = self.records.change("source", source.uid, row)
        return replace(new, revision=source.revision + changed)

    def add_version(self, version: SourceVersion, content: bytes | None) -> SourceVersion:
        """Add the bytes of a source (None: they are elsewhere) under the next number of that source."""
        query = select(func.coalesce(func.max(_VERSION.c.number), 0)).where(_VERSION.c.source_id == version.source_id)
        last = self.records.connection.execute(query).scalar_one()
        numbered = replace(version, number=last + 1)
        # The row goes in without its bytes first: history keeps the hash, never the bytes.
        self.records.add("source_version", {**version_row(numbered), "content": None})
        here = update(_VERSION).where(_VERSION.c.uid == version.uid)
        self.records.connection.execute(here.values(content=bindparam("raw", type_=LargeBinary)), {"raw": content})
        return numbered

    def versions(self, source_ids: Iterable[int]) -> list[SourceVersion]:
        """Read the versions of these sources, without their bytes, by source and number; not those undone."""
        wanted = _VERSION.c.source_id.in_(sorted(set(source_ids)))
        query = select(*_VERSION_COLUMNS).where(wanted, _VERSION.c.removed == 0)
        rows = self.records.connection.execute(query.order_by(_VERSION.c.source_id, _VERSION.c.number)).mappings()
        return [version_from(row) for row in rows]

    def read_content(self, version_uid: str) -> bytes | None:
        """Return the bytes of a version, None where they are elsewhere."""
        query = select(_VERSION.c.content).where(_VERSION.c.uid == version_uid)
        content = self.records.connection.execute(query).scalar_one()
        return None if content is None else bytes(content)


@dataclass(frozen=True, slots=True)
class EvidenceLinks:
    """What ties sources to claims."""

    records: Records

    def get(self, evidence_id: int) -> Evidence:
        """Read a piece of evidence; UsageError where there is none."""
        query = select(_EVIDENCE).where(_EVIDENCE.c.id == evidence_id)
        row = self.records.connection.execute(query).mappings().one_or_none()
        if row is None:
            raise UsageError(f"there is no evidence {evidence_id}", "'workbench show ARTICLE' lists it")
        return evidence_from(row)

    def by_uid(self, uid: str) -> Evidence:
        """Read a piece of evidence by its uid."""
        query = select(_EVIDENCE).where(_EVIDENCE.c.uid == uid)
        return evidence_from(self.records.connection.execute(query).mappings().one())

    def of_claim(self, claim_uid: str) -> list[Evidence]:
        """Read a claim's live evidence in the order it was attached."""
        query = select(_EVIDENCE).where(_EVIDENCE.c.claim_uid == claim_uid, _EVIDENCE.c.removed == 0)
        rows = self.records.connection.execute(query.order_by(_EVIDENCE.c.id)).mappings()
        return [evidence_from(row) for row in rows]

    def of_article(self, article_id: int) -> list[Evidence]:
        """Read an article's live evidence in the order it was attached."""
        query = select(_EVIDENCE).join(_CLAIM, _CLAIM.c.uid == _EVIDENCE.c.claim_uid)
        here = query.where(_CLAIM.c.article_id == article_id, _EVIDENCE.c.removed == 0)
        return [evidence_from(row) for row in self.records.connection.execute(here.order_by(_EVIDENCE.c.id)).mappings()]

    def used(self) -> dict[int, int]:
        """Count the live claims that cite each source, by source."""
        query = select(_EVIDENCE.c.source_id, func.count(_EVIDENCE.c.claim_uid.distinct()))
        joined = query.join(_CLAIM, _CLAIM.c.uid == _EVIDENCE.c.claim_uid)
        live = joined.where(_EVIDENCE.c.removed == 0, _CLAIM.c.state != "retired").group_by(_EVIDENCE.c.source_id)
        rows = self.records.connection.execute(live)
        return {row[0]: row[1] for row in rows}

    def quoted(self) -> list[tuple[int, str, str]]:
        """Read which version of which source live claims quote, as rows of (source, version uid, claim uid)."""
        columns = (_EVIDENCE.c.source_id, _EVIDENCE.c.version_uid, _EVIDENCE.c.claim_uid)
        joined = select(*columns).join(_CLAIM, _CLAIM.c.uid == _EVIDENCE.c.claim_uid).distinct()
        live = joined.where(_EVIDENCE.c.removed == 0, _CLAIM.c.state != "retired", _EVIDENCE.c.version_uid.is_not(None))
        return [tuple(row) for row in self.records.connection.execute(live)]

    def citing(self, source_id: int) -> list[Evidence]:
        """Read the live evidence that cites a source, retired claims included."""
        query = select(_EVIDENCE).where(_EVIDENCE.c.source_id == source_id, _EVIDENCE.c.removed == 0)
        rows = self.records.connection.execute(query.order_by(_EVIDENCE.c.id)).mappings()
        return [evidence_from(row) for row in rows]

    def cites_version(self, version_uid: str) -> bool:
        """Say whether any live evidence cites a version."""
        query = select(_EVIDENCE.c.id).where(_EVIDENCE.c.version_uid == version_uid, _EVIDENCE.c.removed == 0)
        return self.records.connection.execute(query.limit(1)).first() is not None

    def insert(self, evidence: Evidence) -> Evidence:
        """Add a piece of evidence under the next free number."""
        numbered = replace(evidence, id=next_number(self.records.connection, "evidence"))
        self.records.add("evidence", evidence_row(numbered))
        return numbered

    def load(self, evidence: Evidence) -> None:
        """Add a piece of evidence under the next free number, without a note: its event carries a hash instead."""
        self.records.load(
            "evidence", [evidence_row(replace(evidence, id=next_number(self.records.connection, "evidence")))]
        )

    def change(self, evidence: Evidence, *, expected: int | None = None, **fields: Any) -> Evidence:
        """Change evidence that was read in this transaction; ConflictError where `expected` is a stale revision."""
        new = replace(evidence, **fields)
        refuse_stale(evidence, new, expected, f"evidence {evidence.id}")
        row = evidence_row(new)
        del row["revision"]
        changed = self.records.change("evidence", evidence.uid, row)
        return replace(new, revision=evidence.revision + changed)
