"""Keep verified copies of the database beside it, and thin them out as they age."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from glob import escape
from typing import TYPE_CHECKING

from workbench.errors import StoreError
from workbench.settings.paths import make_private
from workbench.store.failures import DamagedStoreError, LockedStoreError, explain, explained
from workbench.store.files import make_private_file, sqlite_uri

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_SUFFIX = ".backup.db"
_UNFINISHED = ".unfinished"
# No copy takes so long: what is older was left by a program that was killed.
_STALE = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Backup:
    """A verified copy. `made_at` is when its content was last changed, RFC 3339 UTC."""

    path: Path
    made_at: str


def backup_folder(path: Path) -> Path:
    """Name the folder in which the backups of a database lie."""
    return path.parent / "backups"


def back_up(path: Path, reason: str, *, folder: Path | None = None) -> Path:
    """Copy the database into the folder of its backups, verify the copy, and return its path.

    The name carries the time of the content, so that the same state is copied once and a clock is not needed. A copy
    that fails verification is taken away again and nothing else is touched: DamagedStoreError.
    """
    folder = folder or backup_folder(path)
    moment = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    name = f"{path.stem}-{moment:%Y%m%dT%H%M%S}-{moment.microsecond:06}Z"
    known = next(iter(folder.glob(f"{escape(name)}-*{_SUFFIX}")), None)
    if known is not None:
        return known
    target = folder / f"{name}-{reason}{_SUFFIX}"
    copy_database(path, target)
    return target


def copy_database(path: Path, target: Path) -> None:
    """Copy a database as of one moment to a file that does not exist yet, and verify the copy before it has its name."""
    if target.exists():
        raise StoreError(f"{target} is there already", "name a file that does not exist")
    # Two programs may be at the same copy.
    unfinished = target.with_name(f"{target.name}.{os.getpid()}{_UNFINISHED}")
    with explained(target):
        make_private(target.parent)
        unfinished.unlink(missing_ok=True)
        make_private_file(unfinished)
    try:
        with explained(path), closing(_open(path, "ro")) as source:
            _write_copy(source, path, unfinished)
            _verify_copy(unfinished, path)
            unfinished.rename(target)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise


def _write_copy(source: sqlite3.Connection, path: Path, target: Path) -> None:
    try:
        with closing(_open(target, "rw")) as copy:
            source.backup(copy)
            # A copy of a file in another journal mode would carry that mode with it.
            copy.execute("PRAGMA journal_mode=DELETE").close()
    except sqlite3.Error as error:
        told = explain(error, path)
        if isinstance(told, DamagedStoreError | LockedStoreError):
            raise told from error
        raise StoreError(
            f"no copy of the database could be written to {target.parent}: {error}",
            "make room there, or name another place: workbench db backup FILE",
        ) from error


def _verify_copy(copy: Path, path: Path) -> None:
    try:
        verify(copy)
    except DamagedStoreError:
        # A copy has what is wrong with its original, whose name means something to a person.
        verify(path)
        raise


def verify(path: Path) -> None:
    """Read a whole database and its references; DamagedStoreError where anything is wrong."""
    with explained(path), closing(_open(path, "ro")) as connection:
        found = [row[0] for row in connection.execute("PRAGMA integrity_check(3)")]
        broken = connection.execute("PRAGMA foreign_key_check").fetchall()
    if found != ["ok"] or broken:
        told = "; ".join(found) if found != ["ok"] else f"{len(broken)} references lead nowhere"
        raise DamagedStoreError(f"the database {path} is damaged: {told}", "restore a verified backup")


def list_backups(path: Path) -> list[Backup]:
    """List the backups of a database, the newest first."""
    folder = backup_folder(path)
    found = folder.glob(f"{escape(path.stem)}-*{_SUFFIX}") if folder.is_dir() else []
    backups = [Backup(one, made_at) for one in found if (made_at := _moment(one.name.removeprefix(f"{path.stem}-")))]
    return sorted(backups, key=lambda backup: (backup.made_at, backup.path.name), reverse=True)


def thin_backups(path: Path, now: str) -> list[Path]:
    """Take away backups that age has made too many: all of 2 days stay, then 12 daily, 10 weekly, 9 monthly ones.

    Copies that a killed program left unfinished go as well.
    """
    backups = list_backups(path)
    kept = {backup.path for backup in keep_by_age(backups, now)}
    gone = [backup.path for backup in backups if backup.path not in kept]
    gone += [one for one in backup_folder(path).glob(f"{escape(path.stem)}-*{_UNFINISHED}") if _is_stale(one, now)]
    for one in gone:
        one.unlink(missing_ok=True)
    return gone


def keep_by_age(backups: Iterable[Backup], now: str) -> list[Backup]:
    """Choose the backups that stay. Those from the future (a clock that jumped back) stay, and so does the newest."""
    present = datetime.fromisoformat(now)
    ordered = sorted(backups, key=lambda backup: backup.made_at, reverse=True)
    kept = ordered[:1]
    rooms: dict[tuple[str, int], Backup] = {}
    limits = {"day": 12, "week": 10, "month": 9}
    for backup in ordered:
        moment = datetime.fromisoformat(backup.made_at)
        if present - moment <= timedelta(days=2):
            kept.append(backup)
            continue
        # The newest of each day, week and month stands for it; the first free room of the finest kind takes it.
        for kind, number in (
            ("day", moment.toordinal()),
            ("week", (moment.toordinal() - 1) // 7),
            ("month", moment.year * 12 + moment.month),
        ):
            if (kind, number) in rooms:
                continue
            if sum(1 for room in rooms if room[0] == kind) < limits[kind]:
                rooms[kind, number] = backup
    return list({backup.path: backup for backup in (*kept, *rooms.values())}.values())


def _is_stale(path: Path, now: str) -> bool:
    try:
        made = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    except FileNotFoundError:
        return False
    return datetime.fromisoformat(now) - made > _STALE


def _open(path: Path, mode: str) -> sqlite3.Connection:
    connection = sqlite3.connect(sqlite_uri(path, mode), uri=True, isolation_level=None)
    connection.execute("PRAGMA temp_store=MEMORY").close()
    return connection


def _moment(name: str) -> str:
    """Read the time out of a backup's name (less the stem), empty where it is not one."""
    try:
        day, fraction = name.split("-")[:2]
        moment = datetime.strptime(f"{day}{fraction[:-1]}+0000", "%Y%m%dT%H%M%S%f%z")
    except ValueError:
        return ""
    return f"{moment:%Y-%m-%dT%H:%M:%S.%fZ}"
