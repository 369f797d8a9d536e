"""What goes wrong with a file: damage, a full disk, another hand in it."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import event

from tests.desk.desks import BY, bring_in
from workbench.desk.articles import list_articles
from workbench.desk.citing import attach_source
from workbench.desk.places import list_drafts, save_draft
from workbench.desk.reviewing import decide_claim, open_review
from workbench.desk.sourcing import add_source
from workbench.desk.undoing import history
from workbench.desk.upkeep import backup_store, check_store, restore_store
from workbench.errors import StoreError, UsageError
from workbench.model.sources import SourceFields
from workbench.store.backups import list_backups
from workbench.store.failures import DamagedStoreError, LockedStoreError, explain
from workbench.store.glance import glance
from workbench.store.legible import damage_told
from workbench.store.opening import Store, open_store
from workbench.store.purging import purge, squeeze
from workbench.store.tables import METADATA

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A database with an article, a verdict, a source and evidence."""
    path = tmp_path / "w.db"
    store = open_store(path)
    bring_in(store)
    add_source(store, SourceFields("Minutes"), content=("minutes.md", b"# Minutes\n\n14 in favour."), **BY)
    attach_source(store, ["1.3"], 1, quote="14 in favour", **BY)
    decide_claim(store, "1.3", "correct", rationale="as the minutes say", **BY)
    store.close()
    return path


def _problems(path: Path) -> tuple[str, ...]:
    store = open_store(path)
    try:
        return check_store(store)
    finally:
        store.close()


def test_a_sound_library_has_no_problems(path: Path) -> None:
    assert _problems(path) == ()


@pytest.mark.parametrize(
    ("tampering", "told"),
    [
        ("UPDATE claim SET rating_id = 'incorrect' WHERE number = 3", "the rating_id of a claim"),
        ("UPDATE claim SET kind = 'name' WHERE number = 1", "article 1 was not like this after event 1"),
        ("UPDATE anchor SET start = 0 WHERE start > 0", "article 1 was not like this after event 1"),
        ("UPDATE text SET body = replace(body, '15', '16')", "article 1 was not like this after event 1"),
        ("UPDATE evidence SET removed = 1", "the removed of a evidence"),
        ("UPDATE source SET title = 'Other minutes'", "the title of a source"),
        ("UPDATE source_version SET content = x'00'", "source 1: its bytes are not those"),
        ("UPDATE raw SET content = x'00'", "its file's bytes are not those"),
        ("UPDATE scale SET toml = ''", "it is not what was kept"),
        ("UPDATE event SET actor = 'eve' WHERE deed = 'decide_claim'", "was altered, or one before it is missing"),
        ("UPDATE event SET label = 'x' WHERE seq = 1", "was altered, or one before it is missing"),
        ("DELETE FROM event WHERE deed = 'attach_source'", "was altered, or one before it is missing"),
        ("DELETE FROM event WHERE deed = 'decide_claim'", "article 1 was not like this after event 1"),
        ("DELETE FROM event", "no event made this"),
        ("UPDATE evidence SET source_id = 9", "names a source that is not there"),
        ("INSERT INTO place VALUES (9, 0, '', '[]')", "names a article that is not there"),
        ("UPDATE article SET title = x'ff'", "the title of 1 in the table article is no text"),
        ("UPDATE anchor SET start = 'a'", "in the table anchor is no integer"),
        ("UPDATE scale SET body = '[]'", "a row of the table scale means nothing"),
        ("UPDATE article SET scope = ''", "a row of the table article means nothing"),
        ("UPDATE text SET losses = '{\"a\": 1}'", "a row of the table text means nothing"),
        ("UPDATE event SET changes = '[1]' WHERE seq = 1", "a row of the table event means nothing"),
        ("UPDATE anchor SET parts = 'null'", "a row of the table claim means nothing"),
    ],
)
def test_another_hand_in_the_file_is_found(path: Path, tampering: str, told: str) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(tampering)
    assert any(told in problem for problem in _problems(path))


@pytest.mark.parametrize(
    "tampering",
    [
        "UPDATE article SET scope = 'null'",
        "UPDATE claim SET state = 'lost'",
        "UPDATE anchor SET figure = '[]'",
        "UPDATE anchor SET extent_start = 'a'",
        "UPDATE article SET scale_sha256 = 'x'",
        "UPDATE text SET blocks = '{}'",
    ],
)
def test_a_row_that_cannot_be_read_is_told_as_damage_and_the_glance_leaves_it(path: Path, tampering: str) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(tampering)
    store = open_store(path)
    with pytest.raises(DamagedStoreError, match="is damaged: ") as told, damage_told(store):
        open_review(store, 1)
    store.close()
    assert told.value.hint
    assert glance(path, 1) is None


def _spoil(path: Path, table: str, column: str, value: str) -> bool:
    """Put a value into a column of every row; False where a key cannot hold it."""
    try:
        with closing(sqlite3.connect(path)) as connection, connection:
            connection.execute(f'UPDATE "{table}" SET "{column}" = {value}')
    except sqlite3.IntegrityError:
        return False
    return True


@pytest.mark.parametrize(
    "table", ["article", "text", "claim", "anchor", "source", "source_version", "evidence", "draft"]
)
def test_no_value_of_another_type_comes_out_of_the_store(path: Path, table: str) -> None:
    store = open_store(path)
    save_draft(store, 1, 1, "rationale", "not yet", now=BY["now"])
    store.close()
    sound = path.read_bytes()
    for column in METADATA.tables[table].columns:
        if column.type.python_type is bytes:
            continue
        # A number where text belongs becomes text: SQLite sees to that itself.
        for value in ("x'ff00'", "'spoilt'") if column.type.python_type is int else ("x'ff00'",):
            path.write_bytes(sound)
            if not _spoil(path, table, column.name, value):
                continue
            store = open_store(path)
            shown: object = None
            # A spoilt key is told as one that nothing is found under.
            with suppress(DamagedStoreError, UsageError), damage_told(store):
                shown = (open_review(store, 1, events=True), list_articles(store), list_drafts(store, 1))
            store.close()
            for told in (repr(shown), repr(glance(path, 1))):
                assert "\\xff" not in told, column
                assert "spoilt" not in told, column


def test_a_fault_of_ours_is_not_taken_for_damage(path: Path) -> None:
    store = open_store(path)
    with pytest.raises(KeyError), damage_told(store):
        raise KeyError("ours")
    store.close()


def test_a_file_that_is_no_database_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "w.db"
    path.write_bytes(b"this is no database, but somebody's notes\n" * 100)
    before = path.read_bytes()
    with pytest.raises(DamagedStoreError) as raised:
        open_store(path)
    assert "db restore" in raised.value.hint
    assert path.read_bytes() == before


def test_damage_in_the_middle_is_told_when_it_is_met(path: Path) -> None:
    store = open_store(path)
    bring_in(store, "word " * 50_000 + "and 77 more.", "long.txt")
    store.close()
    content = bytearray(path.read_bytes())
    content[8192:] = bytes(len(content) - 8192)
    path.write_bytes(content)
    with pytest.raises(DamagedStoreError):
        open_review(open_store(path), 2)


def test_an_input_output_error_is_not_taken_for_damage(tmp_path: Path) -> None:
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = sqlite3.SQLITE_IOERR_READ
    told = explain(error, tmp_path)
    assert not isinstance(told, DamagedStoreError)
    assert "cannot be read or written just now" in told.message
    error.sqlite_errorcode = sqlite3.SQLITE_BUSY_SNAPSHOT
    assert isinstance(explain(error, tmp_path), LockedStoreError)
    error.sqlite_errorcode = sqlite3.SQLITE_CORRUPT_INDEX
    assert isinstance(explain(error, tmp_path), DamagedStoreError)


def _fill_up(store: Store) -> None:
    """Let SQLite find the disk full: it may not grow the file any more."""
    store.engine.dispose()

    @event.listens_for(store.engine, "connect")
    def _limit(connection: sqlite3.Connection, _record: object) -> None:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages}")


def test_a_full_disk_keeps_what_was_acknowledged(path: Path) -> None:
    store = open_store(path)
    _fill_up(store)
    acknowledged = []

    def fill() -> None:
        for number in range(1, 200):
            decide_claim(store, "1.1", "correct", rationale=f"{number} " + "x" * 5000, **BY)
            acknowledged.append(number)

    with pytest.raises(StoreError, match="no room left"):
        fill()
    claim = open_review(store, 1).claims[0]
    last = acknowledged[-1] if acknowledged else None
    assert (claim.verdict.rationale.split()[0] if claim.verdict else None) == (str(last) if last else None)
    assert check_store(store) == ()
    store.close()
    # With room again the same deed goes through.
    store = open_store(path)
    assert decide_claim(store, "1.1", "correct", rationale="y" * 5000, **BY).verdict is not None
    store.close()


def test_restoring_keeps_a_damaged_file_as_it_is(path: Path) -> None:
    store = open_store(path)
    backup_store(store, now=BY["now"])
    decide_claim(store, "1.1", "correct", **BY)
    store.close()
    path.write_bytes(b"garbage" * 1000)
    path.with_name("w.db-journal").write_bytes(b"old journal")
    kept = restore_store(path)
    assert kept == path.with_name("w.db.damaged")
    assert kept.read_bytes() == b"garbage" * 1000
    assert kept.with_name("w.db.damaged-journal").read_bytes() == b"old journal"
    assert not path.with_name("w.db-journal").exists()
    assert _problems(path) == ()
    store = open_store(path)
    # What was done after the backup is not in it.
    assert [claim.number for claim in open_review(store, 1).claims if claim.verdict] == [3]
    store.close()
    path.write_bytes(b"garbage again")
    assert restore_store(path) == path.with_name("w.db.damaged-2")
    assert path.with_name("w.db.damaged").read_bytes() == b"garbage" * 1000


def test_restoring_keeps_a_sound_file_as_a_backup(path: Path) -> None:
    store = open_store(path)
    early = backup_store(store, now=BY["now"])
    decide_claim(store, "1.1", "correct", **BY)
    store.close()
    kept = restore_store(path, early)
    assert kept in [backup.path for backup in list_backups(path)]
    store = open_store(kept, read_only=True)
    assert len(history(store, 1)) == 4
    store.close()
    store = open_store(path)
    assert len(history(store, 1)) == 3
    store.close()


def test_a_damaged_backup_is_never_restored(path: Path) -> None:
    store = open_store(path)
    backup = backup_store(store, now=BY["now"])
    store.close()
    content = bytearray(backup.read_bytes())
    content[5000:9000] = bytes(4000)
    backup.write_bytes(content)
    before = path.read_bytes()
    with pytest.raises(DamagedStoreError):
        restore_store(path, backup)
    assert path.read_bytes() == before


def test_there_may_be_nothing_to_restore(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no backup"):
        restore_store(tmp_path / "w.db")
    with pytest.raises(StoreError, match="there is no backup"):
        restore_store(tmp_path / "w.db", tmp_path / "none.db")


def test_a_missing_database_is_restored(path: Path) -> None:
    store = open_store(path)
    backup_store(store, now=BY["now"])
    store.close()
    path.unlink()
    assert restore_store(path) is None
    assert _problems(path) == ()


@pytest.mark.parametrize("content", [b"", b"A", b"no database, but a note"])
def test_what_holds_no_library_is_never_restored(path: Path, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "note.txt").write_bytes(content)
    before = path.read_bytes()
    with pytest.raises(StoreError):
        restore_store(path, tmp_path / "note.txt")
    assert path.read_bytes() == before


def test_damage_offers_only_a_backup_that_is_there(path: Path) -> None:
    store = open_store(path)
    sound = path.read_bytes()
    path.write_bytes(b"garbage" * 1000)
    with pytest.raises(DamagedStoreError) as raised:
        open_store(path)
    assert "there is no backup beside it" in raised.value.hint
    path.write_bytes(sound)
    made = list_backups(path) or [backup_store(store, now=BY["now"])]
    path.write_bytes(b"garbage" * 1000)
    with pytest.raises(DamagedStoreError) as raised:
        open_store(path)
    assert "puts the backup of " in raised.value.hint
    assert len(made) == 1
    store.close()


def test_an_open_program_goes_on_with_the_file_that_was_put_in_place(path: Path) -> None:
    ours = open_store(path)
    early = backup_store(ours, now=BY["now"])
    decide_claim(ours, "1.1", "correct", **BY)
    restore_store(path, early)
    # What it reads and writes now is the restored file, not the one that it had open.
    assert [claim.number for claim in open_review(ours, 1).claims if claim.verdict] == [3]
    decide_claim(ours, "1.2", "correct", **BY)
    ours.close()
    store = open_store(path)
    assert [claim.number for claim in open_review(store, 1).claims if claim.verdict] == [2, 3]
    assert check_store(store) == ()
    store.close()


def test_a_file_that_is_taken_away_is_told_and_no_other_is_made(path: Path) -> None:
    store = open_store(path)
    decide_claim(store, "1.1", "correct", **BY)
    path.rename(path.with_name("elsewhere.db"))
    with pytest.raises(StoreError, match="cannot be read or written"):
        decide_claim(store, "1.2", "correct", **BY)
    assert not path.exists()
    path.with_name("elsewhere.db").rename(path)
    assert decide_claim(store, "1.2", "correct", **BY).verdict is not None
    store.close()


def test_a_purge_that_cannot_rewrite_the_file_owes_it(path: Path) -> None:
    store = open_store(path)
    bring_in(store, "word " * 5000 + "and 77 more.", "long.txt")
    with closing(sqlite3.connect(path, isolation_level=None)) as reader:
        with store.writing() as unit:
            purge(unit, unit.articles.get(2))
            unit.events.record(None, "purge_article", "purged article 2", **BY)
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM claim").fetchall()
        assert squeeze(store, patience=0.05) is False
        open_store(path, patience=0.05).close()
        assert _owed(path) == 1
        reader.execute("COMMIT")
    store.close()
    open_store(path).close()
    assert _owed(path) == 0
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA freelist_count").fetchone()[0] == 0
    assert _problems(path) == ()


def _owed(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])
