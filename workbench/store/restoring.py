"""Put a verified backup in the place of a database, and keep what was there."""

from __future__ import annotations

import shutil
from contextlib import closing
from typing import TYPE_CHECKING

from workbench.errors import StoreError
from workbench.store.backups import back_up, copy_database, verify
from workbench.store.failures import DamagedStoreError, explained
from workbench.store.opening import connect
from workbench.store.schema import read_standing

if TYPE_CHECKING:
    from pathlib import Path


def restore(path: Path, backup: Path) -> Path | None:
    """Put a copy of `backup` at `path`; returns where what was there is kept now, None where nothing was.

    A sound database is kept as a backup, a damaged one as '….damaged' with its journal, whatever state it is in. At
    no moment is there no file at `path`. Raises StoreError where the backup is damaged, newer, or no workbench file.
    """
    if not backup.is_file():
        raise StoreError(
            f"there is no backup {backup}", "'workbench db backup' makes them; they lie beside the database"
        )
    verify(backup)
    with explained(backup), closing(connect(backup, writable=False)) as connection:
        if read_standing(connection, str(backup)).empty:
            # SQLite takes a file without content for a sound database without tables.
            raise StoreError(f"there is no library in {backup}", "name a backup: 'workbench db list' shows them")
    fresh = path.with_name(f"{path.name}.restoring")
    with explained(path):
        fresh.unlink(missing_ok=True)
        copy_database(backup, fresh)
        try:
            kept = _keep(path) if path.exists() else None
            fresh.replace(path)
        finally:
            fresh.unlink(missing_ok=True)
    return kept


def _keep(path: Path) -> Path:
    """Keep what is at `path`: a copy of the damaged file and its journal as they are, or else a backup."""
    # Copied before it is opened: opening alone may roll a journal back.
    aside = _set_aside(path)
    try:
        with explained(path), closing(connect(path, writable=True)) as connection:
            # Whoever is writing now is waited for: a commit to a file that is no longer there would be lost.
            connection.execute("BEGIN EXCLUSIVE")
            connection.execute("ROLLBACK")
        verify(path)
    except DamagedStoreError:
        # It must not be rolled back into the database that comes next.
        _journal(path).unlink(missing_ok=True)
        return aside
    except StoreError:
        _forget(aside)
        raise
    _forget(aside)
    return back_up(path, "before-restore")


def _set_aside(path: Path) -> Path:
    kept = _free_name(path.with_name(f"{path.name}.damaged"))
    for found, copy in ((path, kept), (_journal(path), _journal(kept))):
        if found.exists():
            shutil.copy2(found, copy)
            copy.chmod(0o600)
    return kept


def _forget(kept: Path) -> None:
    kept.unlink(missing_ok=True)
    _journal(kept).unlink(missing_ok=True)


def _journal(path: Path) -> Path:
    return path.with_name(f"{path.name}-journal")


def _free_name(path: Path) -> Path:
    names = (path if number == 1 else path.with_name(f"{path.name}-{number}") for number in range(1, 10_000))
    return next(name for name in names if not name.exists())
