"""Attack the store for longer than the suite has time for, and say what was found.

    python -m tests.bench.attack_store [kills] [writes]

* kills: a program that decides claims is killed with SIGKILL at a random moment, some hundred times on one file;
* hammer: three programs write to the same claim at once;
* full: the same on a small file system of its own until it is full (needs to be root on Linux; skipped elsewhere).

Wanted each time: no acknowledged work lost, a sound database, events that lead to the present state.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.desk.desks import BY, bring_in
from workbench.desk.reviewing import decide_claim, open_review
from workbench.desk.undoing import history
from workbench.desk.upkeep import check_store
from workbench.errors import StoreError
from workbench.store.opening import open_store

ROOT = Path(__file__).parents[2]


def _start(path: Path, name: str, count: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.store.hammer", str(path), name, str(count)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def _prepare(folder: Path) -> Path:
    path = folder / "w.db"
    store = open_store(path)
    bring_in(store)
    store.close()
    return path


def _judge(path: Path, acknowledged: list[str], spare: int) -> tuple[int, int, tuple[str, ...]]:
    """Return how many acknowledged lines are lost, how many more than allowed are there, and what is wrong."""
    store = open_store(path)
    stored = open_review(store, 1).claims[0].question.split("\n")
    problems = check_store(store)
    assert len(history(store, 1)) == len(stored) + 1
    store.close()
    return len(set(acknowledged) - set(stored)), max(0, len(stored) - len(acknowledged) - spare), problems


def kill(folder: Path, kills: int) -> None:
    """Kill a writing program again and again, at any moment of its work, its start included."""
    path = _prepare(folder)
    chance = random.Random(kills)
    acknowledged: list[str] = []
    for run in range(kills):
        process = _start(path, f"r{run}x", 10_000)
        assert process.stdout is not None
        if chance.random() < 0.9:
            acknowledged += [process.stdout.readline().strip() for _ in range(chance.randint(1, 8))]
            time.sleep(chance.random() * 0.004)
        else:
            time.sleep(chance.random() * 0.6)
        process.kill()
        rest, errors = process.communicate()
        assert errors == "", errors
        acknowledged += rest.split()
    lost, extra, problems = _judge(path, acknowledged, kills)
    print(f"kills {kills}: {len(acknowledged)} acknowledged, {lost} lost, {extra} unexplained, problems {problems}")


def hammer(folder: Path, count: int) -> None:
    """Let three programs write to one claim at once."""
    path = _prepare(folder)
    running = [_start(path, name, count) for name in ("a", "b", "c")]
    told = [process.communicate() for process in running]
    acknowledged = [line for lines, _ in told for line in lines.split()]
    lost, extra, problems = _judge(path, acknowledged, 0)
    print(
        f"hammer 3 × {count}: {len(acknowledged)} acknowledged, {lost} lost, {extra} unexplained, problems {problems}"
    )


def fill(folder: Path) -> None:
    """Write until a file system of 3 MB is full, make room, and go on."""
    if not sys.platform.startswith("linux") or os.getuid() != 0:
        print("full: skipped, needs to be root on Linux")
        return
    disk = folder / "disk"
    disk.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", str(disk)], check=False).returncode:
        print("full: skipped, may not mount")
        return
    try:
        path = _prepare(disk)
        ballast = disk / "ballast"
        ballast.write_bytes(bytes(1_000_000))
        store = open_store(path)
        refused, last = 0, ""
        for turn in range(400):
            try:
                decide_claim(store, "1.1", "correct", rationale=f"{turn} " + "x" * 9000, **BY)
                last = str(turn)
            except StoreError as error:
                refused += 1
                told = error.message
                if refused == 3:
                    ballast.unlink()
                if refused > 10:
                    break
        verdict = open_review(store, 1).claims[0].verdict
        assert verdict is not None
        kept = verdict.rationale.split()[0] == last
        print(f"full: {turn} turns, {refused} refused ({told!r}), last acknowledged kept {kept}, {check_store(store)}")
        store.close()
    finally:
        subprocess.run(["umount", str(disk)], check=False)


def main(kills: int, count: int) -> None:
    """Attack in each way, in a folder of its own."""
    for attack, size in ((kill, kills), (hammer, count)):
        with tempfile.TemporaryDirectory() as folder:
            attack(Path(folder), size)
    with tempfile.TemporaryDirectory() as folder:
        fill(Path(folder))


if __name__ == "__main__":
    main(*(int(one) for one in (*sys.argv[1:], "200", "200")[:2]))
