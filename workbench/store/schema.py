"""Know which schema this program speaks, without importing Alembic."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.errors import StoreError

if TYPE_CHECKING:
    import sqlite3

# All revisions in order, the newest last; a test holds them against the files in `migrations/versions`.
REVISIONS = ("0001",)
HEAD = REVISIONS[-1]


@dataclass(frozen=True, slots=True)
class Standing:
    """What a file holds: nothing yet, an older schema, or the present one."""

    revision: str | None

    @property
    def empty(self) -> bool:
        """Say whether the file holds no tables at all."""
        return self.revision is None

    @property
    def current(self) -> bool:
        """Say whether nothing has to be done."""
        return self.revision == HEAD


def read_standing(connection: sqlite3.Connection, name: str) -> Standing:
    """Read the schema's revision by plain SQL.

    Raises StoreError when the file was made by a newer workbench, or by another program.
    """
    tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if not tables:
        return Standing(None)
    if "alembic_version" not in tables or "article" not in tables:
        raise StoreError(f"{name} is a database of another program", "name another file with --db or WORKBENCH_DB")
    row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    revision = row[0] if row else ""
    if revision not in REVISIONS:
        raise StoreError(
            f"{name} was made by a newer workbench (its schema is {revision!r}, this program knows up to {HEAD!r}); "
            "it was left as it is",
            "upgrade workbench, or name another file with WORKBENCH_DB",
        )
    return Standing(revision)
