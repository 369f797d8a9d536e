"""Say what the database's own errors mean: full, locked, read-only, damaged, or something else."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

from workbench.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class DamagedStoreError(StoreError):
    """The file is not, or no longer, a sound database."""


class LockedStoreError(StoreError):
    """Another program holds the database; the same deed may well succeed a moment later."""


# SQLite's result codes, https://sqlite.org/rescode.html: what each means for a person, and what to do about it.
_LOCKED = (
    LockedStoreError,
    "the database {path} is locked by another program; nothing was changed",
    "wait a moment and try again, or close the other program",
)
_DAMAGED = (DamagedStoreError, "the database {path} is damaged: {error}", "")
# An input/output error is not taken for damage: the disk may be gone, and the file on it sound.
_UNREACHABLE = (
    StoreError,
    "the database {path} cannot be read or written just now: {error}",
    "check the disk, its free space and the permissions of the folder",
)
_MEANINGS: dict[int, tuple[type[StoreError], str, str]] = {
    sqlite3.SQLITE_BUSY: _LOCKED,
    sqlite3.SQLITE_LOCKED: _LOCKED,
    sqlite3.SQLITE_CORRUPT: _DAMAGED,
    sqlite3.SQLITE_NOTADB: _DAMAGED,
    sqlite3.SQLITE_IOERR: _UNREACHABLE,
    sqlite3.SQLITE_CANTOPEN: _UNREACHABLE,
    sqlite3.SQLITE_FULL: (
        StoreError,
        "no room left for the database {path}; this change was not saved, everything before it was",
        "make room on the disk and do it again",
    ),
    sqlite3.SQLITE_READONLY: (
        StoreError,
        "the database {path} is read-only; nothing was changed",
        "check the permissions of the file and its folder",
    ),
    sqlite3.SQLITE_READONLY_DBMOVED: (
        StoreError,
        "the database {path} was moved or replaced while it was open; nothing was changed",
        "do it again: it goes to the file that is there now",
    ),
    sqlite3.SQLITE_READONLY_ROLLBACK: (
        StoreError,
        "the database {path} holds a write that was cut off, and it cannot be put right read-only",
        "make the file and its folder writable and open it once",
    ),
}
_UNKNOWN = (StoreError, "the database {path} reports: {error}", "")


def explain(error: sqlite3.Error, path: Path) -> StoreError:
    """Turn a driver's error into one that a person can act on; an extended code counts before its primary one."""
    code = getattr(error, "sqlite_errorcode", 0)
    kind, message, hint = _MEANINGS.get(code) or _MEANINGS.get(code & 0xFF) or _UNKNOWN
    if kind is DamagedStoreError:
        hint = offer_backup(path)
    return kind(message.format(path=path, error=error), hint)


def offer_backup(path: Path) -> str:
    """Say which backup could take the place of a damaged database."""
    from workbench.store.backups import list_backups

    newest = next(iter(list_backups(path)), None)
    if newest is None:
        return "there is no backup beside it; 'workbench db restore FILE' puts a copy from elsewhere in its place"
    made = f"{newest.made_at[:10]} {newest.made_at[11:16]}Z"
    return f"'workbench db restore' puts the backup of {made} in its place and keeps the damaged file"


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Let errors of the driver and the file system leave the block as a `StoreError`."""
    try:
        yield
    except sqlite3.Error as error:
        raise explain(error, path) from error
    except OSError as error:
        raise StoreError(
            f"the database {path} cannot be made or read: {error.strerror or error}",
            "check the folder, its permissions and the free space, or name another file with WORKBENCH_DB",
        ) from error
