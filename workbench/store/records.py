"""Change rows that have a history: every change is noted, and none is made on a stale copy."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sqlalchemy import insert, select, update

from workbench.errors import ConflictError, UsageError
from workbench.model.events import Change
from workbench.store import tables
from workbench.store.tables import core

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection, RowMapping, Table
    from sqlmodel import SQLModel


@dataclass(frozen=True, slots=True)
class Shape:
    """What history knows of a table: its recorded fields, and how a row that must not have been made is put away."""

    entity: str
    table: Table
    fields: tuple[str, ...]
    gone: tuple[tuple[str, Any], ...] = ()


def _shape(
    model: type[SQLModel], *, without: frozenset[str] = frozenset(), gone: tuple[str, Any] | None = None
) -> Shape:
    table = core(model)
    kept = tuple(column.name for column in table.columns if column.name not in without | {"uid", "revision"})
    return Shape(table.name, table, kept, (gone,) if gone else ())


SHAPES: dict[str, Shape] = {
    shape.entity: shape
    for shape in (
        _shape(tables.ArticleTable, without=frozenset({"touched_at", "last_claim", "last_passage"})),
        _shape(tables.ClaimTable, gone=("state", "retired")),
        _shape(tables.AnchorTable),
        _shape(tables.PassageTable, gone=("removed", 1)),
        _shape(tables.SourceTable, gone=("removed", 1)),
        _shape(tables.SourceVersionTable, without=frozenset({"content"}), gone=("removed", 1)),
        _shape(tables.EvidenceTable, gone=("removed", 1)),
        _shape(tables.SignOffTable, gone=("removed", 1)),
    )
}


@dataclass(slots=True)
class Ledger:
    """The changes of one transaction that no event has recorded yet."""

    changes: list[Change] = field(default_factory=list)

    def take(self) -> tuple[Change, ...]:
        """Hand the changes over and begin anew."""
        taken = tuple(self.changes)
        self.changes.clear()
        return taken


@dataclass(frozen=True, slots=True)
class Records:
    """Rows with a history, inside one transaction."""

    connection: Connection
    ledger: Ledger

    def find(self, entity: str, uid: str) -> RowMapping | None:
        """Read one row by its uid."""
        table = SHAPES[entity].table
        return self.connection.execute(select(table).where(table.c.uid == uid)).mappings().one_or_none()

    def add(self, entity: str, row: dict[str, Any]) -> None:
        """Add a row, and note that it was made."""
        shape = SHAPES[entity]
        self.connection.execute(insert(shape.table), row)
        self.ledger.changes.append(Change(entity, row["uid"], None, {name: row[name] for name in shape.fields}))

    def load(self, entity: str, rows: Sequence[dict[str, Any]]) -> None:
        """Add many rows without noting them: their event carries the hash of all of them instead."""
        if rows:
            self.connection.execute(insert(SHAPES[entity].table), rows)

    def change(self, entity: str, uid: str, fields: dict[str, Any]) -> bool:
        """Set fields of one row, note what they were, and count its revision up; False where all were so already."""
        table = SHAPES[entity].table
        row = self.find(entity, uid)
        if row is None:
            raise UsageError(f"there is no such {entity} any more", hint="somebody removed it meanwhile: look again")
        after = {name: value for name, value in fields.items() if row[name] != value}
        if not after:
            return False
        counted = {"revision": row["revision"] + 1} if "revision" in table.c else {}
        self.connection.execute(update(table).where(table.c.uid == uid).values({**after, **counted}))
        self.ledger.changes.append(Change(entity, uid, {name: row[name] for name in after}, after))
        return True

    def touch(self, entity: str, uid: str) -> None:
        """Count a row's revision up because something that belongs to it was changed."""
        table = SHAPES[entity].table
        self.connection.execute(update(table).where(table.c.uid == uid).values(revision=table.c.revision + 1))

    def revert(self, change: Change) -> None:
        """Put back what was before a change.

        Raises ConflictError where the present state is not what the change left.
        """
        shape = SHAPES[change.entity]
        row = self.find(change.entity, change.uid)
        present = None if row is None else {name: row[name] for name in change.after}
        if present != change.after:
            differing = "" if present is None else ", ".join(n for n in present if present[n] != change.after[n])
            raise ConflictError(
                f"the {change.entity} was changed since ({differing or 'it is gone'}), so this cannot be undone",
                "undo the later change first",
                theirs=present,
                yours=change.before,
            )
        back = dict(shape.gone) if change.before is None else change.before
        if back:
            self.change(change.entity, change.uid, back)
        if row is not None and change.entity == "anchor":
            self.touch("claim", row["claim_uid"])
