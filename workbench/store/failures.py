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


# SQLite's primary result codes (the low byte of what it reports), https://sqlite.org/rescode.html.
_BUSY, _LOCKED, _READ_ONLY, _IO, _CORRUPT, _FULL, _CANNOT_OPEN, _NOT_A_DATABASE = 5, 6, 8, 10, 11, 13, 14, 26


def explain(error: sqlite3.Error, path: Path) -> StoreError:
    """Turn a driver's error into one that a person can act on. An input/output error is not taken for damage."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in {_BUSY, _LOCKED}:
        return LockedStoreError(
            f"the database {path} is locked by another program; nothing was changed",
            "wait a moment and try again, or close the other program",
        )
    if code in {_CORRUPT, _NOT_A_DATABASE}:
        return DamagedStoreError(
            f"the database {path} is damaged: {error}",
            "'workbench db restore' puts a verified backup in its place and keeps the damaged file",
        )
    if code == _FULL:
        return StoreError(
            f"no room left for the database {path}; this change was not saved, everything before it was",
            "make room on the disk and do it again",
        )
    if code == _READ_ONLY:
        return StoreError(
            f"the database {path} is read-only; nothing was changed", "check the permissions of the file and its folder"
        )
    if code in {_IO, _CANNOT_OPEN}:
        return StoreError(
            f"the database {path} cannot be read or written just now: {error}",
            "check the disk, its free space and the permissions of the folder",
        )
    return StoreError(f"the database {path} reports: {error}")


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Let driver errors leave the block as a `StoreError`."""
    try:
        yield
    except sqlite3.Error as error:
        raise explain(error, path) from error
