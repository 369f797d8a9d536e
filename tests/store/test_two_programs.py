"""Two programs on one file, and programs that die in the middle."""

from __future__ import annotations

import random
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from tests.desk.desks import BY, bring_in
from workbench.desk.reviewing import decide_claim, open_review
from workbench.desk.undoing import history
from workbench.desk.upkeep import check_store
from workbench.errors import ConflictError
from workbench.store.opening import open_store

ROOT = Path(__file__).parents[2]


def _start(path: Path, name: str, count: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.store.hammer", str(path), name, str(count)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "w.db"
    store = open_store(path)
    bring_in(store)
    store.close()
    return path


def test_no_update_is_lost_between_two_programs(path: Path) -> None:
    running = [_start(path, name, 40) for name in ("a", "b")]
    told = [process.communicate(timeout=60) for process in running]
    assert [errors for _, errors in told] == ["", ""]
    acknowledged = [line for lines, _ in told for line in lines.split()]
    store = open_store(path)
    claim = open_review(store, 1).claims[0]
    assert sorted(claim.question.split("\n")) == sorted(acknowledged)
    assert len(acknowledged) == 80
    assert claim.revision == 81
    assert check_store(store) == ()
    store.close()


def test_nothing_acknowledged_is_lost_to_kill_9(path: Path) -> None:
    chance = random.Random(25032024)
    acknowledged: list[str] = []
    for run in range(5):
        process = _start(path, f"r{run}x", 10_000)
        assert process.stdout is not None
        lines = [process.stdout.readline().strip() for _ in range(chance.randint(1, 25))]
        process.kill()
        rest, errors = process.communicate()
        assert errors == ""
        acknowledged += lines + rest.split()
    store = open_store(path)
    stored = open_review(store, 1).claims[0].question.split("\n")
    # At most one more a run: committed, and killed before it could say so.
    assert set(acknowledged) <= set(stored)
    assert len(stored) <= len(acknowledged) + 5
    assert len(history(store, 1)) == len(stored) + 1
    assert check_store(store) == ()
    store.close()


def test_threads_share_a_store(path: Path) -> None:
    store = open_store(path)
    failures: list[Exception] = []
    won: list[int] = []

    def decide(number: int) -> None:
        for turn in range(15):
            try:
                decide_claim(store, f"1.{number % 4 + 1}", "correct", rationale=f"{number} {turn}", **BY)
                won.append(number)
                open_review(store, 1)
            except Exception as error:  # noqa: BLE001 - whatever it is, the test tells it
                failures.append(error)

    threads = [threading.Thread(target=decide, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert len(won) == 90
    assert sum(claim.revision - 1 for claim in open_review(store, 1).claims) == 90
    assert check_store(store) == ()
    store.close()


def test_of_two_who_saw_the_same_one_is_refused(path: Path) -> None:
    ours, theirs = open_store(path), open_store(path)
    seen = open_review(ours, 1).claims[0]
    decide_claim(theirs, "1.1", "imprecise", revision=seen.revision, now=BY["now"], actor="bob")
    with pytest.raises(ConflictError) as raised:
        decide_claim(ours, "1.1", "correct", revision=seen.revision, **BY)
    assert raised.value.theirs.verdict.decided_by == "bob"
    assert raised.value.yours.verdict.rating_id == "correct"
    ours.close()
    theirs.close()
