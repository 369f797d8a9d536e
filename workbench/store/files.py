"""Make files and folders that only their owner can read, at any umask."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING
from urllib.parse import quote

from workbench.settings.paths import make_private

if TYPE_CHECKING:
    from pathlib import Path


def make_private_file(path: Path) -> bool:
    """Make an empty file (0600) where there is none; returns whether it was made.

    SQLite itself would make it 0644; its journal takes the file's mode.
    """
    if path.exists():
        return False
    make_private(path.parent)
    try:
        handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600)
    except FileExistsError:
        return False
    try:
        if hasattr(os, "fchmod"):
            os.fchmod(handle, 0o600)
    finally:
        os.close(handle)
    return True


def sqlite_uri(path: Path, mode: str) -> str:
    """Name a database file for SQLite, with `mode` ro or rw; marks like '?' and '#' in the path are taken literally."""
    return f"file:{quote(os.fsencode(path.as_posix()))}?mode={mode}"
