from __future__ import annotations

import os
import stat
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.cli.conftest import Run

_NOBODY = 65534


def test_the_database_is_where_it_is_said(run: Run, home: Path, article: dict[str, Any], tmp_path: Path) -> None:
    assert run("db", "path").out == f"{home}/data/workbench/workbench.db\n"
    elsewhere = str(tmp_path / "other.db")
    assert run("--db", elsewhere, "db", "path", "--json").json == {"path": elsewhere}
    assert run("--db", elsewhere, "list", "--json").json == {"articles": []}
    assert len(run("list", "--json").json["articles"]) == 1
    if os.name != "nt":
        assert stat.S_IMODE(Path(elsewhere).stat().st_mode) == 0o600


def test_a_place_where_no_file_can_be_is_a_store_error(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    result = run("--db", str(tmp_path / "file" / "my.db"), "list")
    assert (result.code, result.out) == (4, "")
    assert result.err.startswith(f"error: the database {tmp_path / 'file' / 'my.db'} cannot be ")


def test_a_backup_is_a_database_and_can_be_put_back(run: Run, article: dict[str, Any], tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    assert run("db", "backup", str(copy)).out == f"{copy}\n"
    run("verdict", "1.2", "correct")
    assert run("--db", str(copy), "status", "1", "--json").json["decided"] == 0
    assert run("db", "restore", str(copy)).code == 2
    assert run("status", "1", "--json").json["decided"] == 1
    kept = run("db", "restore", str(copy), "--yes", "--json").json["kept"]
    assert run("status", "1", "--json").json["decided"] == 0
    assert run("--db", kept, "status", "1", "--json").json["decided"] == 1


def test_backups_are_listed_and_the_newest_is_restored(run: Run, article: dict[str, Any]) -> None:
    made = run("db", "backup", "--json").json["path"]
    assert [one["path"] for one in run("db", "list", "--json").json["backups"]] == [made]
    assert made in run("db", "list").out
    run("verdict", "1.2", "correct")
    assert run("db", "restore", "--yes").code == 0
    assert run("status", "1", "--json").json["decided"] == 0


def test_a_sound_database_is_said_to_be(run: Run, article: dict[str, Any]) -> None:
    assert run("db", "check").code == 0
    assert run("db", "check", "--json").json["sound"] is True


def test_a_damaged_database_is_told_and_left_alone(run: Run, article: dict[str, Any], home: Path) -> None:
    path = home / "data" / "workbench" / "workbench.db"
    run("db", "backup")
    path.write_bytes(b"no database at all " * 500)
    before = path.read_bytes()
    for arguments in (("list",), ("show", "1"), ("verdict", "1.2", "correct")):
        result = run(*arguments)
        assert (result.code, result.out) == (4, "")
        assert "damaged" in result.err
        assert "workbench db restore" in result.err
    assert path.read_bytes() == before
    assert run("db", "restore", "--yes").code == 0
    assert len(run("list", "--json").json["articles"]) == 1
    assert any(".damaged" in other.name and other.read_bytes() == before for other in path.parent.iterdir())


def test_a_purge_is_asked_for_and_leaves_nothing(run: Run, article: dict[str, Any], home: Path, draft: Path) -> None:
    backup = run("db", "backup", "--json").json["path"]
    assert run("purge", "1").code == 2
    purged = run("purge", "1", "--yes", "--json").json
    assert purged == {"id": "1", "purged": True, "sources": [], "backups": [backup], "rewritten": True}
    assert run("list", "--json").json == {"articles": []}
    assert b"Harbour bridge" not in (home / "data" / "workbench" / "workbench.db").read_bytes()
    again = run("import", str(draft))
    assert again.out == "2\n"


def test_a_purge_names_the_backups_that_hold_it(run: Run, article: dict[str, Any]) -> None:
    backup = run("db", "backup").out.strip()
    assert f"this backup still holds it: {backup}" in run("purge", "1", "--yes").err


@contextmanager
def nobody() -> Iterator[None]:
    """Act as a user without rights for a while, where the tests run as root, whom no file mode stops."""
    if os.geteuid() != 0:
        yield
        return
    os.setresuid(_NOBODY, _NOBODY, 0)
    try:
        yield
    finally:
        os.setresuid(0, 0, 0)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_a_read_only_database_is_read_and_nothing_is_lost(
    run: Run, draft: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with TemporaryDirectory() as folder:
        # The test's own home is out of reach for nobody.
        monkeypatch.setenv("WORKBENCH_CONFIG", f"{folder}/config.toml")
        path = Path(folder) / "workbench.db"
        on_it = ("--db", str(path))
        run(*on_it, "import", str(draft))
        before = path.read_bytes()
        # Everything that the commands import is imported once while that is allowed.
        run(*on_it, "verdict", "1.99", "correct")
        path.chmod(0o444)
        Path(folder).chmod(0o555)
        with nobody():
            listed, refused = run(*on_it, "list", "--json"), run(*on_it, "verdict", "1.2", "correct")
        Path(folder).chmod(0o700)
        assert listed.code == 0, listed.err
        assert len(listed.json["articles"]) == 1
        assert (refused.code, refused.out) == (4, "")
        assert "read-only" in refused.err
        assert path.read_bytes() == before


def test_a_backup_is_kept_once_a_day_without_being_asked_for(run: Run, draft: Path, home: Path) -> None:
    folder = home / "data" / "workbench" / "backups"
    run("list")
    assert not folder.exists()
    run("import", str(draft))
    run("verdict", "1.2", "correct")
    run("show", "1")
    made = [Path(one["path"]) for one in run("db", "list", "--json").json["backups"]]
    assert len(made) == 1
    assert run("--db", str(made[0]), "status", "1", "--json").json["decided"] == 0


def test_that_no_backup_could_be_kept_is_said_and_stops_nothing(run: Run, draft: Path, home: Path) -> None:
    run("list")
    (home / "data" / "workbench" / "backups").write_bytes(b"in the way")
    result = run("import", str(draft))
    assert (result.code, result.out) == (0, "1\n")
    assert "note: there is no backup of today: " in result.err


def test_the_check_finds_a_file_that_cannot_even_be_opened(run: Run, article: dict[str, Any], home: Path) -> None:
    path = home / "data" / "workbench" / "workbench.db"
    path.write_bytes(b"no database at all " * 500)
    result = run("db", "check", "--json")
    assert (result.code, result.json["sound"]) == (1, False)
    assert "is damaged" in result.json["findings"][0]
    assert "workbench db restore" in result.err
    assert run("db", "check").out.rstrip() == result.json["findings"][0]
