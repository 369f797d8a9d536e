"""The real program in bad surroundings: each time a clear line, the right exit code, and nothing lost."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.e2e.test_journey import DRAFT, WORKBENCH, answer, call

POSIX = pytest.mark.skipif(os.name == "nt", reason="POSIX signals and limits")


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """Import a draft, and return where the database is."""
    draft = tmp_path / "draft.md"
    draft.write_text(DRAFT, encoding="utf-8")
    call("import", str(draft))
    return Path(call("db", "path").stdout.strip())


def test_a_database_that_another_program_holds_is_said_to_be_locked(database: Path) -> None:
    with closing(sqlite3.connect(database, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        refused = call("verdict", "1.2", "correct", code=4)
    assert (refused.stdout, refused.stderr.count("\n")) == ("", 2)
    assert "locked by another program; nothing was changed" in refused.stderr
    assert answer("status", "1")["decided"] == 0


@POSIX
def test_when_the_disk_is_full_what_was_acknowledged_is_kept(database: Path) -> None:
    import resource

    call("verdict", "1.2", "correct")
    size = database.stat().st_size

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    done = subprocess.run(
        [*WORKBENCH, "annotate", "1.2", "--rationale", "a long reason " * 5000],
        capture_output=True,
        text=True,
        preexec_fn=limit,
        check=False,
    )
    assert done.returncode == 4, done.stderr
    assert done.stderr.startswith("error: ")
    assert "Traceback" not in done.stderr
    claim = next(claim for claim in answer("claims", "1")["claims"] if claim["id"] == "1.2")
    assert (claim["rating"], claim["rationale"]) == ("correct", "")
    assert call("db", "check").stderr == "the database is sound\n"


@pytest.fixture
def batch() -> subprocess.Popen[bytes]:
    """Start a batch that has answered its first line and waits for more."""
    process = subprocess.Popen(
        [*WORKBENCH, "figures", "--batch"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdin
    assert process.stdout
    process.stdin.write(b'{"id": 1, "text": "14 men"}\n')
    process.stdin.flush()
    # It streams: the answer is there before the input ends.
    assert json.loads(process.stdout.readline())["figures"][0]["text"] == "14"
    return process


@POSIX
def test_a_reader_that_leaves_ends_the_program_quietly(batch: subprocess.Popen[bytes]) -> None:
    assert batch.stdout
    batch.stdout.close()
    _, said = batch.communicate(b'{"id": 2, "text": "15 men"}\n' * 10)
    assert (batch.returncode, said) == (141, b"")


@POSIX
def test_ctrl_c_is_a_word_and_a_code(batch: subprocess.Popen[bytes]) -> None:
    batch.send_signal(signal.SIGINT)
    _, said = batch.communicate()
    assert (batch.returncode, said.strip()) == (130, b"error: interrupted")


def test_a_stdout_that_cannot_say_it_all_loses_no_json(database: Path) -> None:
    done = subprocess.run(
        [*WORKBENCH, "claims", "1", "--json"],
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
        check=True,
    )
    assert json.loads(done.stdout)["article"]["text"].startswith("Ferry line to stop")
    table = subprocess.run(
        [*WORKBENCH, "keys"], capture_output=True, env={**os.environ, "PYTHONIOENCODING": "ascii"}, check=False
    )
    assert table.returncode == 0, table.stderr


def test_the_package_says_its_version_by_either_door() -> None:
    said = call("--version").stdout
    assert said.startswith("workbench 0.")
    assert sys.version_info >= (3, 11)


@pytest.mark.parametrize(
    "spoil",
    [
        "UPDATE article SET scope = ''",
        "UPDATE claim SET state = x'ff'",
        "UPDATE claim SET wording = x'ff'",
        "UPDATE article SET title = x'ff'",
    ],
)
def test_a_row_that_another_hand_spoilt_is_damage_and_no_crash(database: Path, spoil: str) -> None:
    with closing(sqlite3.connect(database)) as other, other:
        other.execute(spoil)
    refused = call("claims", "1", code=4)
    assert (refused.stdout, refused.stderr.count("\n")) == ("", 2)
    assert "is damaged: values: " in refused.stderr
    assert "hint: 'workbench db restore' puts the backup of" in refused.stderr
    assert "the database is damaged" in call("db", "check", code=1).stderr
