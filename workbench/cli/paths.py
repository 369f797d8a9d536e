"""Ask the file system about names that somebody typed, whatever they are."""

from __future__ import annotations

from pathlib import Path


def is_there(name: str) -> bool:
    """Say whether there is something of that name."""
    try:
        return Path(name).exists()
    except (OSError, ValueError):
        # Too long, or with a character that no file system takes: nothing is called so.
        return False


def is_file(name: str) -> bool:
    """Say whether there is a file of that name."""
    return is_there(name) and Path(name).is_file()


def is_folder(name: str) -> bool:
    """Say whether there is a folder of that name; the empty name is none."""
    return bool(name) and is_there(name) and Path(name).is_dir()
