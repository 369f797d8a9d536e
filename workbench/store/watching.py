"""Notice that a database was changed, by another program or by another connection of this one."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from workbench.store.opening import connect

if TYPE_CHECKING:
    from pathlib import Path


class Watch:
    """Look now and then whether a database is still as it was at the look before."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._connection: sqlite3.Connection | None = None
        # The file's device and number and SQLite's count of changes by others, at the last look.
        self._seen: tuple[int, int, int] | None = None

    def changed(self) -> bool:
        """Say whether it was changed since the last look, True at the first one.

        What cannot be looked at just now counts as unchanged: whoever reads it is told why.
        """
        try:
            now = self._look()
        except (sqlite3.Error, OSError):
            return False
        before, self._seen = self._seen, now
        return now != before

    def close(self) -> None:
        """Close the connection."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _look(self) -> tuple[int, int, int]:
        found = self._path.stat()
        if self._seen is not None and self._seen[:2] != (found.st_dev, found.st_ino):
            # A restore put another file in its place.
            self.close()
        if self._connection is None:
            # Whoever writes just now is not waited for: the next look comes soon.
            self._connection = connect(self._path, writable=False, patience=0)
        (version,) = self._connection.execute("PRAGMA data_version").fetchone()
        return found.st_dev, found.st_ino, version
