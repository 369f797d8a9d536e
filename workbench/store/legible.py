"""Tell rows that cannot be read (another hand put in what no column of ours holds) from a fault of our own."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

from sqlalchemy import select
from sqlalchemy.exc import NoResultFound

from workbench.errors import StoreError
from workbench.store.claim_rows import ANCHOR_COLUMNS, CLAIM_COLUMNS, claims_from
from workbench.store.failures import DamagedStoreError, offer_backup
from workbench.store.rows import (
    article_from,
    event_from,
    evidence_from,
    notices_from,
    place_from,
    scale_from,
    source_from,
    text_from,
)
from workbench.store.tables import (
    METADATA,
    AnchorTable,
    ArticleTable,
    ClaimTable,
    EventTable,
    EvidenceTable,
    PlaceTable,
    ScaleTable,
    SourceTable,
    TextTable,
    core,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from workbench.store.opening import Store
    from workbench.store.units import Unit

# What reading a value raises that is none.
UNREADABLE = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError, NoResultFound)
_TYPES: dict[type, str] = {str: "text", int: "integer", bytes: "blob"}


def find_illegible(unit: Unit) -> Iterator[str]:
    """Say which columns hold another type than theirs, and which tables hold a row that means nothing."""
    for table in METADATA.sorted_tables:
        for column in table.columns:
            kind = _TYPES[column.type.python_type]
            allowed = f"'{kind}'" + ", 'null'" * bool(column.nullable)
            query = f'SELECT count(*) FROM "{table.name}" WHERE typeof("{column.name}") NOT IN ({allowed})'  # noqa: S608 - the names are ours
            if count := unit.connection.exec_driver_sql(query).scalar():
                yield f"values: the {column.name} of {count} in the table {table.name} is no {kind}"
    for name, read in _READ:
        try:
            read(unit)
        except UNREADABLE:
            yield f"values: a row of the table {name} means nothing"


@contextmanager
def damage_told(store: Store) -> Iterator[None]:
    """Where an error that nobody foresaw leaves the block, raise DamagedStoreError if the database explains it."""
    try:
        yield
    except UNREADABLE as error:
        from workbench.store.checking import find_problems

        problem = None
        with suppress(StoreError), store.reading() as unit:
            problem = next(find_problems(unit), None)
        if problem is None:
            raise
        raise DamagedStoreError(f"the database {store.path} is damaged: {problem}", offer_backup(store.path)) from error


def _each(table: type, read: Callable[[Any], object]) -> Callable[[Unit], None]:
    def read_all(unit: Unit) -> None:
        for row in unit.connection.execute(select(core(table))).mappings():
            read(row)

    return read_all


def _read_claims(unit: Unit) -> None:
    claim, anchor = core(ClaimTable), core(AnchorTable)
    columns = [claim.c[name] for name in CLAIM_COLUMNS] + [anchor.c[name] for name in ANCHOR_COLUMNS]
    claims_from(
        tuple(row) for row in unit.connection.execute(select(*columns).where(anchor.c.claim_uid == claim.c.uid))
    )


_READ: tuple[tuple[str, Callable[[Unit], None]], ...] = (
    ("scale", _each(ScaleTable, scale_from)),
    ("article", _each(ArticleTable, article_from)),
    ("text", _each(TextTable, lambda row: (text_from(row), notices_from(row["notices"], "")))),
    ("claim", _read_claims),
    ("source", _each(SourceTable, source_from)),
    ("evidence", _each(EvidenceTable, evidence_from)),
    ("place", _each(PlaceTable, place_from)),
    ("event", _each(EventTable, event_from)),
)
