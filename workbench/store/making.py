"""Make the tables of a new database at once, with the mark of the present schema."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from workbench.store.opening import connect
from workbench.store.schema import HEAD, read_standing
from workbench.store.tables import METADATA

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def make_tables(path: Path, patience: float) -> None:
    """Make all tables in one transaction; nothing happens where another program has made them meanwhile."""
    with closing(connect(path, writable=True, patience=patience)) as connection:
        connection.execute("PRAGMA journal_mode=DELETE").close()
        connection.execute("BEGIN IMMEDIATE")
        try:
            if read_standing(connection, str(path)).empty:
                for statement in statements():
                    connection.execute(statement)
                connection.execute("INSERT INTO alembic_version VALUES (?)", (HEAD,))
            connection.execute("COMMIT")
        finally:
            if connection.in_transaction:
                connection.execute("ROLLBACK")


def statements() -> Iterator[str]:
    """Write the statements that make the present schema, Alembic's own table included."""
    dialect = sqlite.dialect()
    yield (
        "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, "
        "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
    )
    for table in METADATA.sorted_tables:
        yield str(CreateTable(table).compile(dialect=dialect))
        for index in sorted(table.indexes, key=lambda index: str(index.name)):
            yield str(CreateIndex(index).compile(dialect=dialect))
