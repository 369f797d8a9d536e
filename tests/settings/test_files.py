from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

import pytest

from workbench.errors import ConflictError, InputError
from workbench.settings.files import read_whole, write_whole

if TYPE_CHECKING:
    from pathlib import Path


def test_a_file_is_written_private_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    write_whole(tmp_path / "report.md", b"words")
    assert (tmp_path / "report.md").read_bytes() == b"words"
    assert [path.name for path in tmp_path.iterdir()] == ["report.md"]
    if os.name != "nt":
        assert stat.S_IMODE((tmp_path / "report.md").stat().st_mode) == 0o600


def test_what_is_there_is_only_replaced_when_told(tmp_path: Path) -> None:
    path = tmp_path / "report.md"
    path.write_bytes(b"mine")
    with pytest.raises(ConflictError, match="is there already"):
        write_whole(path, b"new")
    assert path.read_bytes() == b"mine"
    write_whole(path, b"new", replace=True)
    assert path.read_bytes() == b"new"


@pytest.mark.skipif(os.name == "nt", reason="Windows needs a right for links")
def test_a_link_is_not_followed(tmp_path: Path) -> None:
    target = tmp_path / "target"
    target.write_bytes(b"mine")
    link = tmp_path / "report.md"
    link.symlink_to(target)
    with pytest.raises(ConflictError):
        write_whole(link, b"new")
    write_whole(link, b"new", replace=True)
    assert target.read_bytes() == b"mine"
    assert not link.is_symlink()


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be written"):
        write_whole(tmp_path / "no" / "report.md", b"words")


def test_a_folder_in_the_place_of_the_file_leaves_no_draft(tmp_path: Path) -> None:
    (tmp_path / "report.md").mkdir()
    with pytest.raises(InputError, match="cannot be written"):
        write_whole(tmp_path / "report.md", b"words", replace=True)
    assert [path.name for path in tmp_path.iterdir()] == ["report.md"]


@pytest.mark.parametrize("name", ["missing.md", "", "a\0b"])
def test_what_cannot_be_read_is_said_with_its_reason(name: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"cannot be read: .+"):
        read_whole(tmp_path / name)
