from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

import pytest

from workbench.errors import ConflictError, InputError, UsageError
from workbench.settings.files import read_whole, refuse_endless, write_whole
from workbench.settings.settings import load_settings, write_setting

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


TOO_DEEP = f"actor = {'[' * 3000}{']' * 3000}"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"actor = \xff", "is not UTF-8"),
        (b"#" * 100_001, "is over 100 kB"),
        (TOO_DEEP.encode(), "nested too deeply"),
        (b"actor = 1" + b"0" * 5000, "is not valid TOML"),
        (b"actor = [", "is not valid TOML"),
        (None, "cannot be read: Is a directory"),
    ],
)
def test_whatever_a_settings_file_holds_is_said_and_nothing_is_written_over_it(
    tmp_path: Path, content: bytes | None, said: str
) -> None:
    path = tmp_path / "config.toml"
    path.mkdir() if content is None else path.write_bytes(content)
    for deed in (lambda: load_settings(path, {}), lambda: write_setting(path, "mouse", value=False)):
        with pytest.raises(UsageError) as refused:
            deed()
        assert refused.value.message.startswith(f"{path} ")
        assert said in refused.value.message
        assert refused.value.hint
    assert content is None or path.read_bytes() == content


def test_what_cannot_be_changed_without_loss_stays(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    # tomllib takes it, and what keeps comments does not.
    path.write_text(f'actor = "ada"\n{".".join("a" * 2000)} = 1\n', encoding="utf-8")
    with pytest.raises(UsageError, match="cannot be changed"):
        write_setting(path, "mouse", value=False)
    assert path.read_text(encoding="utf-8").startswith('actor = "ada"')


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_folders_are_private_at_any_umask(tmp_path: Path) -> None:
    before = os.umask(0o777)
    try:
        write_setting(tmp_path / "a" / "b" / "config.toml", "mouse", value=False)
    finally:
        os.umask(before)
    modes = [stat.S_IMODE((tmp_path / name).stat().st_mode) for name in ("a", "a/b", "a/b/config.toml")]
    assert modes == [0o700, 0o700, 0o600]


@pytest.mark.skipif(os.name == "nt", reason="Windows needs a right for links")
def test_a_setting_below_a_file_or_a_loop_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    for folder in ("file", "loop"):
        with pytest.raises(
            (InputError, UsageError), match=r"config\.toml cannot be (read|written): (Not a|Too many|Symlink loop)"
        ):
            write_setting(tmp_path / folder / "config.toml", "mouse", value=False)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with a name here")
def test_what_never_ends_is_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    (tmp_path / "zero.md").symlink_to("/dev/zero")
    for name in ("pipe.md", "zero.md"):
        with pytest.raises(InputError, match="is a pipe or a device"):
            refuse_endless(tmp_path / name)
    for name in (".", "missing.md", "a\0b"):
        assert refuse_endless(tmp_path / name) == tmp_path / name
    monkeypatch.setattr("workbench.settings.files.LONGEST", 1_000_000)
    with pytest.raises(InputError, match="is over 1 MB"):
        read_whole(tmp_path / "zero.md")
