"""Rewrite the file after a purge, at once or when it is opened next."""

from __future__ import annotations

import sqlite3
from contextlib import suppress

# The file's own mark (`user_version`) of a purge after which it was not rewritten yet.
UNREWRITTEN = 1


def rewrite(connection: sqlite3.Connection) -> None:
    """Rewrite the file without its free space, and take the mark away."""
    connection.execute("VACUUM").close()
    connection.execute("PRAGMA user_version = 0").close()


def rewrite_if_owed(connection: sqlite3.Connection) -> None:
    """Rewrite a file that carries the mark; where that cannot be done now, the mark stays for the next time."""
    if connection.execute("PRAGMA user_version").fetchone()[0] == UNREWRITTEN:
        with suppress(sqlite3.OperationalError):
            rewrite(connection)
