"""Say where the sample article and its sources lie."""

from __future__ import annotations

from pathlib import Path

from workbench.errors import InputError

_PACKAGE = Path(__file__).resolve().parent.parent


def sample_dir() -> Path:
    """Return the packaged folder of sample data, or the checkout's where nothing was packaged."""
    for folder in (_PACKAGE / "data" / "sample", _PACKAGE.parent / "sample_data"):
        if (folder / "ceasefire-vote.md").is_file():
            return folder
    raise InputError("the sample data are missing", "install the program again")
