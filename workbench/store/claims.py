"""Keep claims with their anchors, and the passages that were waived as a whole."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from sqlalchemy import func, select, type_coerce
from sqlalchemy.types import NULLTYPE

from workbench.errors import UsageError
from workbench.store.claim_rows import ANCHOR_COLUMNS, CLAIM_COLUMNS, anchor_row, claim_row, claims_from
from workbench.store.rows import passage_from, passage_row
from workbench.store.stale import refuse_stale
from workbench.store.tables import AnchorTable, ClaimTable, PassageTable, TextTable, core

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import ColumnElement, Select

    from workbench.model.claims import Claim, Passage
    from workbench.store.records import Records

_CLAIM = core(ClaimTable)
_ANCHOR = core(AnchorTable)
_PASSAGE = core(PassageTable)
_TEXT = core(TextTable)


@dataclass(frozen=True, slots=True)
class Claims:
    """The claims of all articles, each where it stands in its article's latest text."""

    records: Records

    def get(self, uid: str) -> Claim:
        """Read a claim by its uid; UsageError where there is none."""
        return self._one(_CLAIM.c.uid == uid, uid)

    def numbered(self, article_id: int, number: int) -> Claim:
        """Read a claim by its local name; UsageError where there is none."""
        here = (_CLAIM.c.article_id == article_id) & (_CLAIM.c.number == number)
        return self._one(here, f"{article_id}.{number}")

    def of_article(self, article_id: int) -> list[Claim]:
        """Read an article's claims, retired ones too, by start and number."""
        latest = select(_TEXT.c.uid).where(_TEXT.c.article_id == article_id).order_by(_TEXT.c.number.desc()).limit(1)
        query = _joined().where(_ANCHOR.c.text_uid == latest.scalar_subquery())
        return claims_from(self.records.connection.execute(query.order_by(_ANCHOR.c.start, _CLAIM.c.number)).all())

    def count(self, article_id: int) -> int:
        """Count an article's live claims, of every kind."""
        query = select(func.count()).where(_CLAIM.c.article_id == article_id, _CLAIM.c.state != "retired")
        return int(self.records.connection.execute(query).scalar_one())

    def rating_counts(self) -> list[tuple[int, str, str, int]]:
        """Count decided claims as rows of (article, kind, rating, count)."""
        columns = (_CLAIM.c.article_id, _CLAIM.c.kind, _CLAIM.c.rating_id)
        query = select(*columns, func.count()).where(_CLAIM.c.state == "decided").group_by(*columns).order_by(*columns)
        return [tuple(row) for row in self.records.connection.execute(query)]

    def insert(self, claim: Claim, text_uid: str) -> Claim:
        """Add a claim and its anchor in one text."""
        self.records.add("claim", claim_row(claim))
        names = {"uid": str(uuid4()), "claim_uid": claim.uid, "text_uid": text_uid}
        self.records.add("anchor", {**names, **anchor_row(claim)})
        return claim

    def load(self, claims: Iterable[Claim], text_uid: str) -> None:
        """Add the claims that were found at import, all at once and without a note for each."""
        kept = list(claims)
        self.records.load("claim", [claim_row(claim) for claim in kept])
        names = [{"uid": str(uuid4()), "claim_uid": claim.uid, "text_uid": text_uid} for claim in kept]
        self.records.load("anchor", [{**name, **anchor_row(claim)} for name, claim in zip(names, kept, strict=True)])

    def change(self, claim: Claim, *, expected: int | None = None, **fields: Any) -> Claim:
        """Change a claim that was read in this transaction; ConflictError where `expected` is a stale revision.

        Its revision counts up even if only its place changes.
        """
        new = replace(claim, **fields)
        refuse_stale(claim, new, expected, f"claim {claim.ref}")
        row = claim_row(new)
        del row["revision"]
        changed = self.records.change("claim", claim.uid, row)
        if anchor_row(new) != anchor_row(claim):
            self.records.change("anchor", self._anchor_uid(claim), anchor_row(new))
            if not changed:
                self.records.touch("claim", claim.uid)
        elif not changed:
            return claim
        return replace(new, revision=claim.revision + 1)

    def _anchor_uid(self, claim: Claim) -> str:
        query = select(_ANCHOR.c.uid).join_from(_ANCHOR, _CLAIM, _CLAIM.c.uid == _ANCHOR.c.claim_uid)
        here = query.where(_CLAIM.c.uid == claim.uid, _ANCHOR.c.text_uid == _current_text())
        return str(self.records.connection.execute(here).scalar_one())

    def _one(self, where: ColumnElement[bool], name: str) -> Claim:
        query = _joined().where(where, _ANCHOR.c.text_uid == _current_text())
        found = claims_from(self.records.connection.execute(query).all())
        if not found:
            raise UsageError(f"there is no claim {name}", "'workbench claims ARTICLE' lists the claims")
        return found[0]


def _joined() -> Select[Any]:
    columns = [_CLAIM.c[name] for name in CLAIM_COLUMNS] + [_ANCHOR.c[name] for name in ANCHOR_COLUMNS]
    # As they come: `claims_from` looks at their types, all of a column at once.
    raw: list[Any] = [type_coerce(column, NULLTYPE) for column in columns]
    return select(*raw).join_from(_ANCHOR, _CLAIM, _ANCHOR.c.claim_uid == _CLAIM.c.uid)


def _current_text() -> Any:
    latest = select(_TEXT.c.uid).where(_TEXT.c.article_id == _CLAIM.c.article_id)
    return latest.order_by(_TEXT.c.number.desc()).limit(1).correlate(_CLAIM).scalar_subquery()


@dataclass(frozen=True, slots=True)
class Passages:
    """The passages that were waived as a whole."""

    records: Records

    def get(self, uid: str) -> Passage:
        """Read a passage; UsageError where there is none."""
        row = self.records.find("passage", uid)
        if row is None:
            raise UsageError("there is no such passage", hint="'workbench show ARTICLE --json' lists the passages")
        return passage_from(row)

    def of_article(self, article_id: int) -> list[Passage]:
        """Read an article's passages, lifted ones too, by start."""
        query = (
            select(_PASSAGE).where(_PASSAGE.c.article_id == article_id).order_by(_PASSAGE.c.start, _PASSAGE.c.number)
        )
        return [passage_from(row) for row in self.records.connection.execute(query).mappings()]

    def insert(self, passage: Passage, text_uid: str) -> Passage:
        """Add a passage of one text."""
        self.records.add("passage", {**passage_row(passage), "text_uid": text_uid})
        return passage

    def change(self, passage: Passage, *, expected: int | None = None, **fields: Any) -> Passage:
        """Change a passage that was read in this transaction; ConflictError where `expected` is a stale revision."""
        new = replace(passage, **fields)
        refuse_stale(passage, new, expected, f"passage {passage.number} of article {passage.article_id}")
        row = passage_row(new)
        del row["revision"]
        changed = self.records.change("passage", passage.uid, row)
        return replace(new, revision=passage.revision + changed)
