from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from workbench.settings import paths


@pytest.mark.parametrize("purpose", ["data", "config", "state", "cache"])
def test_xdg_folders_are_used_where_they_are_absolute(purpose: str, tmp_path: Path) -> None:
    folder = getattr(paths, f"{purpose}_dir")
    assert folder({f"XDG_{purpose.upper()}_HOME": str(tmp_path)}) == tmp_path / "workbench"
    assert folder({f"XDG_{purpose.upper()}_HOME": "relative"}).is_absolute()


def test_database_and_config_can_be_put_elsewhere(home: Path) -> None:
    assert paths.database_path({"WORKBENCH_DB": "/elsewhere/a.db"}) == Path("/elsewhere/a.db")
    assert paths.database_path() == home / "data" / "workbench" / "workbench.db"
    assert paths.config_path({"WORKBENCH_CONFIG": "/elsewhere/a.toml"}) == Path("/elsewhere/a.toml")


def test_a_home_that_nobody_has_is_no_accident(home: Path) -> None:
    assert paths.typed_path("~/a.md") == Path.home() / "a.md"
    assert paths.typed_path("~nobody-of-this-name/a.md") == Path("~nobody-of-this-name/a.md")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_every_missing_folder_is_made_private_whatever_the_umask(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        made = paths.make_private(tmp_path / "a" / "b")
    finally:
        os.umask(before)
    assert [stat.S_IMODE(folder.stat().st_mode) for folder in (made, made.parent)] == [0o700, 0o700]
    assert paths.make_private(made) == made


def test_the_sample_is_found_in_a_checkout() -> None:
    assert paths.sample_dir().name in {"sample", "sample_data"}
