"""Look after the database itself: whether it is sound, and copies of it."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from workbench.errors import UsageError
from workbench.store import backups, restoring
from workbench.store.checking import find_problems

if TYPE_CHECKING:
    from pathlib import Path

    from workbench.store.backups import Backup
    from workbench.store.opening import Store

# How old the newest backup may be before another one is due.
BACKUP_AGE = timedelta(days=1)


def check_store(store: Store) -> tuple[str, ...]:
    """List what is wrong with the database, each in a line for a person; nothing where it is sound.

    Checked are its pages and references, the hashes of all bytes and of the chains of events, and whether the events
    lead to the present state. Takes long for a large library.
    """
    with store.reading() as unit:
        return tuple(find_problems(unit))


def backup_store(store: Store, target: Path | None = None, *, now: str) -> Path:
    """Write a verified copy of the database to `target`, or beside it where older copies are thinned out by age."""
    if target is not None:
        backups.copy_database(store.path, target.absolute())
        return target
    made = backups.back_up(store.path, "by-hand")
    backups.thin_backups(store.path, now)
    return made


def backup_if_due(store: Store, *, now: str) -> Path | None:
    """Write a backup where the newest one is more than a day old; returns it, or None where none is due.

    None is due of a library in which nothing was done yet, nor of one that is open read-only.
    """
    if store.read_only:
        return None
    present = datetime.fromisoformat(now)
    ages = (present - datetime.fromisoformat(one.made_at) for one in backups.list_backups(store.path))
    # Those from a far future were made by a clock that has been put back since: they say nothing of today.
    if any(abs(age) < BACKUP_AGE for age in ages):
        return None
    with store.reading() as unit:
        if not unit.events.of_chain(None, limit=1):
            return None
    made = backups.back_up(store.path, "daily")
    backups.thin_backups(store.path, now)
    return made


def list_backups(path: Path) -> list[Backup]:
    """List the backups of a database, the newest first."""
    return backups.list_backups(path)


def restore_store(path: Path, backup: Path | None = None) -> Path | None:
    """Put a backup (None: the newest) in the database's place; returns where what was there is kept.

    It works without an open store, since the database may be too damaged to open.
    """
    if backup is None:
        newest = next(iter(backups.list_backups(path)), None)
        if newest is None:
            raise UsageError(f"there is no backup of {path}", "name a file to restore from")
        backup = newest.path
    return restoring.restore(path.absolute(), backup.absolute())
