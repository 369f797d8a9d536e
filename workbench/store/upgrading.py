"""Bring an older database up to date: a verified backup first, then every step in one transaction."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from alembic.command import upgrade as run_upgrade
from alembic.config import Config
from sqlalchemy import create_engine, event
from sqlalchemy.pool import NullPool

from workbench.store.backups import back_up
from workbench.store.opening import connect
from workbench.store.schema import read_standing

if TYPE_CHECKING:
    from sqlalchemy import Connection


# Where the steps lie.
SCRIPTS = Path(__file__).parent / "migrations"


def upgrade(path: Path, patience: float, scripts: Path = SCRIPTS) -> Path | None:
    """Take the file at `path` through the steps in `scripts`; returns the backup of what it was, None if it was empty.

    All steps are one transaction: a crash leaves the old schema or the new one. Another program that upgrades at the
    same time is waited for, and then there is nothing left to do.
    """
    with closing(connect(path, writable=True, patience=patience)) as file:
        standing = read_standing(file, str(path))
    kept = None if standing.empty else back_up(path, f"schema-{standing.revision}")
    engine = create_engine(
        "sqlite://", creator=lambda: connect(path, writable=True, patience=patience), poolclass=NullPool
    )
    event.listen(engine, "begin", _begin)
    try:
        with engine.connect() as connection, connection.begin():
            run_upgrade(_configure(connection, scripts), "head")
    finally:
        engine.dispose()
    return kept


def _configure(connection: Connection, scripts: Path) -> Config:
    """Make Alembic's settings without a file."""
    config = Config()
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def _begin(connection: Connection) -> None:
    # Tables that are rebuilt would take their references with them: foreign keys are off while the steps run.
    connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
    connection.exec_driver_sql("BEGIN EXCLUSIVE")
