from __future__ import annotations

import os
import shutil
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.desk.desks import BY, bring_in
from workbench.desk.reviewing import decide_claim, open_review
from workbench.desk.upkeep import check_store
from workbench.errors import StoreError
from workbench.store.failures import DamagedStoreError, LockedStoreError
from workbench.store.making import statements
from workbench.store.opening import connect, open_store
from workbench.store.schema import HEAD, REVISIONS
from workbench.store.upgrading import SCRIPTS, upgrade

POSIX = pytest.mark.skipif(os.name != "posix", reason="file modes are POSIX's")


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@POSIX
@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077, 0o777])
def test_files_are_their_owners_alone_at_any_umask(tmp_path: Path, umask: int) -> None:
    path = tmp_path / "a" / "b" / "workbench.db"
    before = os.umask(umask)
    try:
        store = open_store(path)
        with store.writing() as unit:
            unit.drafts.drop(1, 1)
            bring_in_now = path.with_name("workbench.db-journal")
            unit.connection.exec_driver_sql("INSERT INTO counter VALUES ('x', 1)")
            journal = _mode(bring_in_now)
    finally:
        os.umask(before)
    store.close()
    assert (_mode(path), journal) == (0o600, 0o600)
    assert (_mode(tmp_path / "a"), _mode(tmp_path / "a" / "b")) == (0o700, 0o700)


@pytest.mark.parametrize("name", ["a b.db", "what?.db", "no#1.db", "100%.db", "ärger – 1.db", "a'b\"c.db", "\udcff.db"])
def test_any_file_name_will_do(tmp_path: Path, name: str) -> None:
    if (os.name == "nt" and set(name) & set('?"')) or (sys.platform == "darwin" and not name.isprintable()):
        pytest.skip("no such names here")
    store = open_store(tmp_path / name)
    bring_in(store)
    store.close()
    assert [entry.name for entry in tmp_path.iterdir()] == [name]
    again = open_store(tmp_path / name)
    assert len(open_review(again, 1).claims) == 4
    again.close()


def test_the_settings_that_keep_work_safe(tmp_path: Path) -> None:
    store = open_store(tmp_path / "w.db")
    with store.writing() as unit:
        found = {name: unit.connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in
                 ("journal_mode", "synchronous", "foreign_keys", "secure_delete", "temp_store")}  # fmt: skip
    store.close()
    assert found == {"journal_mode": "delete", "synchronous": 3, "foreign_keys": 1, "secure_delete": 1, "temp_store": 2}


def test_references_are_kept(tmp_path: Path) -> None:
    store = open_store(tmp_path / "w.db")
    with pytest.raises(StoreError), store.writing() as unit:
        unit.connection.exec_driver_sql("INSERT INTO place VALUES (7, 0, '', '[]')")
    store.close()


def test_a_block_that_fails_stores_nothing(tmp_path: Path) -> None:
    store = open_store(tmp_path / "w.db")
    bring_in(store)

    def stop_halfway() -> None:
        with store.writing() as unit:
            unit.drafts.save(1, 1, "rationale", "half", BY["now"])
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stop_halfway()
    with store.reading() as unit:
        assert unit.drafts.of_article(1) == []
    store.close()


def test_a_deed_without_an_event_is_a_mistake_of_ours(tmp_path: Path) -> None:
    store = open_store(tmp_path / "w.db")
    bring_in(store)
    with pytest.raises(AssertionError, match="no event"), store.writing() as unit:
        unit.articles.change(unit.articles.get(1), title="silent")
    assert open_review(store, 1).article.title != "silent"
    store.close()


def test_a_writer_waits_and_then_says_that_the_file_is_locked(tmp_path: Path) -> None:
    path = tmp_path / "w.db"
    store = open_store(path, patience=0.05)
    bring_in(store)
    with closing(connect(path, writable=True)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LockedStoreError, match="locked by another program"):
            decide_claim(store, "1.1", "correct", **BY)
        # Reading goes on meanwhile.
        assert open_review(store, 1).progress.open == 4
        other.execute("ROLLBACK")
    assert decide_claim(store, "1.1", "correct", **BY).revision == 2
    store.close()


def test_a_commit_that_a_reader_keeps_waiting_stores_nothing(tmp_path: Path) -> None:
    path = tmp_path / "w.db"
    store = open_store(path, patience=0.05)
    bring_in(store)
    with closing(connect(path, writable=True)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM claim").fetchall()
        with pytest.raises(LockedStoreError):
            decide_claim(store, "1.1", "correct", **BY)
        assert open_review(store, 1).progress.decided == 0
        reader.execute("COMMIT")
    assert decide_claim(store, "1.1", "correct", **BY).revision == 2
    store.close()


def test_a_newer_file_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "w.db"
    open_store(path).close()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    before = path.read_bytes()
    for read_only in (False, True):
        with pytest.raises(StoreError, match="made by a newer workbench"):
            open_store(path, read_only=read_only)
    assert path.read_bytes() == before
    assert [entry.name for entry in tmp_path.iterdir()] == ["w.db"]


def test_another_programs_database_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "places.sqlite"
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE bookmarks (url TEXT)")
    before = path.read_bytes()
    with pytest.raises(StoreError, match="another program"):
        open_store(path)
    assert path.read_bytes() == before


def test_a_folder_or_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(StoreError):
        open_store(tmp_path)
    with pytest.raises(StoreError):
        open_store(tmp_path / "none.db", read_only=True)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    for path in (tmp_path / "file" / "w.db", tmp_path / ("x" * 300) / "w.db"):
        with pytest.raises(StoreError, match="cannot be made or read"):
            open_store(path)


def test_a_write_that_was_cut_off_is_not_taken_for_damage(tmp_path: Path) -> None:
    path = tmp_path / "w.db"
    store = open_store(path)
    bring_in(store)
    store.close()
    code = (
        "import os, sys; from workbench.store.opening import connect; from pathlib import Path; "
        "file = connect(Path(sys.argv[1]), writable=True); file.execute('PRAGMA cache_size = 1'); "
        "file.execute('BEGIN IMMEDIATE'); file.execute('UPDATE text SET body = body || hex(zeroblob(90000))'); "
        "os.kill(os.getpid(), 9)"
    )
    assert subprocess.run([sys.executable, "-c", code, path], check=False).returncode == -9
    assert path.with_name("w.db-journal").exists()
    with pytest.raises(StoreError, match="cut off") as raised:
        open_store(path, read_only=True)
    assert not isinstance(raised.value, DamagedStoreError)
    # Opened to be written, the file is what it was before.
    store = open_store(path)
    assert len(open_review(store, 1).text.text) < 200
    assert check_store(store) == ()
    store.close()


def test_read_only_reads_and_refuses_to_write(tmp_path: Path) -> None:
    path = tmp_path / "w.db"
    store = open_store(path)
    bring_in(store)
    store.close()
    before = path.read_bytes()
    store = open_store(path, read_only=True)
    assert store.read_only
    assert len(open_review(store, 1).claims) == 4
    with pytest.raises(StoreError, match="read-only"):
        decide_claim(store, "1.1", "correct", **BY)
    store.close()
    assert path.read_bytes() == before


@POSIX
def test_a_file_that_cannot_be_written_opens_read_only(tmp_path: Path) -> None:
    store = open_store(tmp_path / "w.db")
    bring_in(store)
    store.close()
    (tmp_path / "w.db").chmod(0o444)
    # Modes do not bind the superuser: a child that is somebody else has to look, and has to be let into the folder.
    for folder in (tmp_path, *tmp_path.parents):
        if folder.stat().st_uid == os.getuid() and os.getuid() == 0 and folder != Path(folder.anchor):
            folder.chmod(_mode(folder) | 0o055)
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        told = "failed"
        try:
            if os.getuid() == 0:
                os.setgroups([])
                os.setgid(65534)
                os.setuid(65534)
            store = open_store(tmp_path / "w.db")
            told = f"{store.read_only} {len(open_review(store, 1).claims)}"
        finally:
            os.write(writing, told.encode())
            os._exit(0)
    os.waitpid(child, 0)
    os.close(writing)
    with os.fdopen(reading) as answer:
        assert answer.read() == "True 4"


def _schema(path: Path) -> list[tuple[str, ...]]:
    """What the tables are, whatever the spelling of the statements that made them."""
    with closing(sqlite3.connect(path)) as connection:
        tables = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type='table' ORDER BY 1")]
        found: list[tuple[str, ...]] = [("revision", *connection.execute("SELECT * FROM alembic_version").fetchone())]
        for table in tables:
            for pragma in ("table_xinfo", "foreign_key_list", "index_list"):
                rows = connection.execute(f"PRAGMA {pragma}('{table}')").fetchall()
                found += sorted((table, pragma, *(str(cell) for cell in row[1:])) for row in rows)
            for (index,) in connection.execute("SELECT name FROM pragma_index_list(?) ORDER BY name", (table,)):
                rows = connection.execute(f"PRAGMA index_info('{index}')").fetchall()
                found += [(table, index, *(str(cell) for cell in row)) for row in rows]
    return found


def test_a_migrated_file_equals_a_fresh_one(tmp_path: Path) -> None:
    fresh, migrated = tmp_path / "fresh.db", tmp_path / "migrated.db"
    open_store(fresh).close()
    migrated.touch()
    assert upgrade(migrated, 1.0) is None
    assert _schema(migrated) == _schema(fresh)
    assert len(list(statements())) > 15


def test_the_known_revisions_are_those_of_the_steps() -> None:
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(SCRIPTS))
    steps = list(ScriptDirectory.from_config(config).walk_revisions())
    assert tuple(step.revision for step in reversed(steps)) == REVISIONS
    assert steps[0].revision == HEAD


_STEP = '''"""A step of a later release."""

import os

from alembic import op

revision = "{revision}"
down_revision = "{after}"


def upgrade() -> None:
    op.execute("ALTER TABLE article ADD COLUMN {column} TEXT NOT NULL DEFAULT ''")
    {end}
'''


@pytest.fixture
def later(tmp_path: Path) -> Path:
    """The steps of a later release: one more that works."""
    scripts = tmp_path / "later"
    shutil.copytree(SCRIPTS, scripts, ignore=shutil.ignore_patterns("__pycache__"))
    step = _STEP.format(revision="0098", after=HEAD, column="slug", end="pass")
    (scripts / "versions" / "0098.py").write_text(step)
    return scripts


def test_an_older_file_is_backed_up_and_then_brought_up_to_date(tmp_path: Path, later: Path) -> None:
    path = tmp_path / "w.db"
    store = open_store(path)
    bring_in(store)
    store.close()
    kept = upgrade(path, 1.0, later)
    assert kept is not None
    assert _mode(kept) == 0o600
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT slug, title FROM article").fetchone()[0] == ""
        assert connection.execute("SELECT version_num FROM alembic_version").fetchone() == ("0098",)
    old = open_store(kept, read_only=True)
    assert len(open_review(old, 1).claims) == 4
    old.close()


def test_a_crash_among_the_steps_leaves_the_old_schema(tmp_path: Path, later: Path) -> None:
    path = tmp_path / "w.db"
    store = open_store(path)
    bring_in(store)
    store.close()
    before = _schema(path)
    crash = _STEP.format(revision="0099", after="0098", column="desk", end="os.kill(os.getpid(), 9)")
    (later / "versions" / "0099.py").write_text(crash)
    code = (
        "import sys; from pathlib import Path; from workbench.store.upgrading import upgrade; "
        "upgrade(Path(sys.argv[1]), 1.0, Path(sys.argv[2]))"
    )
    ran = subprocess.run([sys.executable, "-c", code, path, later], check=False, timeout=60)
    assert ran.returncode == -9
    again = open_store(path)
    assert len(open_review(again, 1).claims) == 4
    again.close()
    assert _schema(path) == before


def test_two_programs_may_make_the_file_at_once(tmp_path: Path) -> None:
    code = "import sys; from workbench.store.opening import open_store; open_store(sys.argv[1]).close()"
    command = [sys.executable, "-c", code, str(tmp_path / "w.db")]
    running = [subprocess.Popen(command, stderr=subprocess.PIPE, text=True) for _ in range(3)]
    assert [(process.communicate()[1], process.returncode) for process in running] == [("", 0)] * 3
    store = open_store(tmp_path / "w.db")
    assert bring_in(store).new
    store.close()


def test_an_empty_file_is_taken_for_a_new_library(tmp_path: Path) -> None:
    (tmp_path / "w.db").touch(mode=0o600)
    store = open_store(tmp_path / "w.db")
    assert bring_in(store).new
    store.close()
