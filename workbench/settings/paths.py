"""Say where the program keeps its things: XDG folders where they are set, the platform's own elsewhere.

Source of the rules: XDG Base Directory Specification 0.8 (relative values are ignored, folders are made 0700).
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

APP = "workbench"
PRIVATE_DIR = 0o700


def data_dir(environ: Mapping[str, str] = os.environ) -> Path:
    """Return the folder of the database and its backups."""
    return _folder("data", environ)


def config_dir(environ: Mapping[str, str] = os.environ) -> Path:
    """Return the folder of `config.toml` and the user's own scales, keymaps and templates."""
    return _folder("config", environ)


def state_dir(environ: Mapping[str, str] = os.environ) -> Path:
    """Return the folder of logs and crash notes."""
    return _folder("state", environ)


def cache_dir(environ: Mapping[str, str] = os.environ) -> Path:
    """Return the folder of what can be thrown away at any time."""
    return _folder("cache", environ)


def database_path(environ: Mapping[str, str] = os.environ) -> Path:
    """Return the path of the database; `$WORKBENCH_DB` overrides it."""
    chosen = environ.get("WORKBENCH_DB")
    return typed_path(chosen) if chosen else data_dir(environ) / "workbench.db"


def config_path(environ: Mapping[str, str] = os.environ) -> Path:
    """Return the path of the settings file; `$WORKBENCH_CONFIG` overrides it."""
    chosen = environ.get("WORKBENCH_CONFIG")
    return typed_path(chosen) if chosen else config_dir(environ) / "config.toml"


def typed_path(name: str) -> Path:
    """Return the path that somebody typed; one in the home of nobody stays as it is, and nothing is there."""
    return Path(os.path.expanduser(name))  # noqa: PTH111 - Path's own raises RuntimeError for the home of nobody


def package_data() -> Path:
    """Return the folder of the files that travel inside the package."""
    return Path(__file__).parent.parent / "data"


def sample_dir() -> Path:
    """Return the folder of the sample article: inside a wheel, or beside the package in a checkout."""
    packed = package_data() / "sample"
    return packed if packed.is_dir() else Path(__file__).parent.parent.parent / "sample_data"


def make_private(folder: Path) -> Path:
    """Create the folder, and those above it that are missing, readable by their owner alone at any umask.

    One that exists keeps its mode.
    """
    for path in reversed([path for path in (folder, *folder.parents) if not path.exists()]):
        path.mkdir(mode=PRIVATE_DIR, exist_ok=True)
        # At once: the umask may have taken our own right to make the next one in it.
        path.chmod(PRIVATE_DIR)
    return folder


def _folder(purpose: str, environ: Mapping[str, str]) -> Path:
    chosen = environ.get(f"XDG_{purpose.upper()}_HOME", "")
    if chosen and Path(chosen).is_absolute():
        return Path(chosen) / APP
    import platformdirs

    dirs = platformdirs.PlatformDirs(APP, appauthor=False)
    found: Path = getattr(dirs, f"user_{purpose}_path")
    return found
