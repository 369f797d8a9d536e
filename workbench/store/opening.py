"""Open the database: make it, check it, bring it up to date, and hand out transactions."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import create_engine, event
from sqlalchemy.exc import DBAPIError, DisconnectionError
from sqlalchemy.pool import QueuePool

from workbench.errors import StoreError, UsageError
from workbench.store.failures import explain, explained
from workbench.store.files import make_private_file, sqlite_uri
from workbench.store.rewriting import rewrite_if_owed
from workbench.store.schema import HEAD, read_standing
from workbench.store.units import Unit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection, Engine
    from sqlalchemy.pool import ConnectionPoolEntry

# How long a writer waits for another program's transaction before it gives up, in seconds.
PATIENCE = 5.0


@dataclass(frozen=True, slots=True)
class Store:
    """An open database. Safe to share between threads: each transaction has a connection of its own."""

    path: Path
    read_only: bool
    engine: Engine
    # The numbers of the events that were recorded through it: all others are other programs'.
    own_events: set[int] = field(default_factory=set)

    @contextmanager
    def reading(self) -> Iterator[Unit]:
        """Give a unit to read from: one moment of the database. Read whole results and leave soon."""
        with self._transaction(writing=False) as connection:
            yield Unit(connection)

    @contextmanager
    def writing(self) -> Iterator[Unit]:
        """Give a unit to write with: all of the block is stored when it ends well, nothing of it otherwise."""
        if self.read_only:
            raise StoreError(
                f"the database {self.path} is open read-only; nothing was changed",
                "check the permissions of the file and its folder",
            )
        with self._transaction(writing=True) as connection:
            unit = Unit(connection)
            yield unit
            if unit.ledger.changes:
                raise AssertionError("a deed changed something and recorded no event of it")
        # Behind the commit: the number of one that failed is another program's next.
        self.own_events.update(unit.events.recorded)

    def close(self) -> None:
        """Close all connections."""
        self.engine.dispose()

    @contextmanager
    def _transaction(self, *, writing: bool) -> Iterator[Connection]:
        try:
            with self.engine.connect().execution_options(writing=writing) as connection, connection.begin():
                yield connection
        except DBAPIError as error:
            if isinstance(error.orig, sqlite3.Error):
                raise explain(error.orig, self.path) from error
            raise
        except OverflowError as error:
            # Somebody typed a number that no database can hold: it names nothing here.
            raise UsageError(
                "there is nothing of so large a number", hint="ids are those that the lists show"
            ) from error


def open_store(path: Path | str, *, read_only: bool = False, patience: float = PATIENCE) -> Store:
    """Open the database at `path`; a missing one is made, an older one brought up to date after a backup.

    A file that cannot be written is opened read-only (`Store.read_only` says so). `patience` is how many seconds a
    transaction waits for another program's. Raises StoreError: newer schema, other program's file, locked, damaged.
    """
    place = Path(path).absolute()
    with explained(place):
        if place.is_dir():
            raise StoreError(f"{place} is a folder, and no database", "name a file with --db or WORKBENCH_DB")
        writable = not read_only and _prepare(place, patience)
        engine = _make_engine(place, writable=writable, patience=patience)
    return Store(place, not writable, engine)


def _prepare(path: Path, patience: float) -> bool:
    """Make the file or bring its schema up to date; returns whether it can be written."""
    if make_private_file(path):
        pass
    elif not _can_write(path):
        return False
    with closing(connect(path, writable=True, patience=patience)) as connection:
        standing = read_standing(connection, str(path))
        if standing.current:
            rewrite_if_owed(connection)
    if standing.empty:
        from workbench.store.making import make_tables

        make_tables(path, patience)
    elif not standing.current:
        from workbench.store.upgrading import upgrade

        upgrade(path, patience)
    return True


def _can_write(path: Path) -> bool:
    # The folder counts as well: the journal is written beside the file.
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def connect(path: Path, *, writable: bool, patience: float = PATIENCE) -> sqlite3.Connection:
    """Open one connection with the house's settings; a missing file is never made here."""
    connection = sqlite3.connect(
        sqlite_uri(path, "rw" if writable else "ro"),
        uri=True,
        timeout=patience,
        isolation_level=None,
        check_same_thread=False,
    )
    # `temp_store`: no article text in files that SQLite would make elsewhere. `secure_delete`: none in freed pages.
    pragmas = ["foreign_keys=ON", "temp_store=MEMORY", "secure_delete=ON", "trusted_schema=OFF"]
    try:
        for pragma in [*pragmas, "synchronous=EXTRA"] if writable else pragmas:
            connection.execute(f"PRAGMA {pragma}").close()
    except sqlite3.Error:
        # A damaged file is met here first.
        connection.close()
        raise
    return connection


def _make_engine(path: Path, *, writable: bool, patience: float) -> Engine:
    if not writable:
        with closing(connect(path, writable=False, patience=patience)) as connection:
            _refuse_unless_current(connection, path)
    engine = create_engine(
        "sqlite://", creator=lambda: connect(path, writable=writable, patience=patience), poolclass=QueuePool
    )
    event.listen(engine, "begin", _begin)
    _follow(engine, path)
    return engine


def _follow(engine: Engine, path: Path) -> None:
    """Open the file anew where another one was put in its place: a restore must not leave us with what it replaced."""

    @event.listens_for(engine, "connect")
    def _note(_connection: object, record: ConnectionPoolEntry) -> None:
        record.info["file"] = _identify(path)

    @event.listens_for(engine, "checkout")
    def _compare(_connection: object, record: ConnectionPoolEntry, _proxy: object) -> None:
        if record.info["file"] != _identify(path):
            raise DisconnectionError("another file is in the database's place")


def _identify(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        # Whatever is wrong with it, SQLite says it better.
        return None
    return found.st_dev, found.st_ino


def _refuse_unless_current(connection: sqlite3.Connection, path: Path) -> None:
    standing = read_standing(connection, str(path))
    if not standing.current:
        raise StoreError(
            f"the database {path} has schema {standing.revision or 'none'}, not {HEAD}, and cannot be upgraded read-only",
            "make it writable and open it once",
        )


def _begin(connection: Connection) -> None:
    # The driver's own BEGIN is off (isolation_level None). A writer takes its lock at once: two writers that both
    # read first and write later would lose an update.
    writing = connection.get_execution_options().get("writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")
