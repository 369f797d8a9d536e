"""Measure the terminal app from outside: keys written to a pseudo-terminal, its screen read with an emulator.

Run from the top of the repository: `python -m tests.bench.measure_tui [paint] [keys] [resize] [memory]`.
Every figure is the median of interleaved runs, printed beside the control of the same run: read the ratios.
`BESIDE` may name virtual environments with posting and harlequin (with `:` between), to be measured beside ours.
"""

from __future__ import annotations

import os
import pickle
import re
import statistics
import subprocess
import sys
import tempfile
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pyte

from tests.bench.articles import OPENING, write_article
from tests.terminal.console import ROOT, Console, python

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

PROGRAMS = Path(__file__).parent / "programs"
SIZE = (120, 40)
SIZES = (1_000, 100_000, 1_000_000)
RUNS = int(os.environ.get("RUNS", "7"))


class Contender(NamedTuple):
    """A program to measure: its command, what shows that it is there, and its environment."""

    name: str
    command: Sequence[str]
    seen: str
    environ: dict[str, str]


def program(name: str, *arguments: object, seen: str = "Tensions", label: str = "") -> Contender:
    """Return one of the programs beside this file."""
    return Contender(label or name, python(str(PROGRAMS / f"{name}.py"), *map(str, arguments)), seen, {})


def pane(words: int, claims: int, home: Path) -> Contender:
    """Return the document pane alone, with an article made beforehand."""
    article = home / f"{words}.pickle"
    article.write_bytes(pickle.dumps(write_article(words, claims)))
    return program("document", article, label=f"document pane, {words:,} words")


def open_console(contender: Contender) -> Console:
    """Start a contender and read raw bytes: the emulator is too slow to be in the way of a clock."""
    return Console(contender.command, size=SIZE, environ=contender.environ, emulate=False)


def first_paint(contender: Contender) -> float:
    """Return the milliseconds from the program's start to its first text on the screen."""
    with open_console(contender) as console:
        seen = contender.seen.encode()
        return console.wait_for(lambda: seen in console.raw, 60) * 1000


def workbench(words: int, claims: int, home: Path) -> Contender:
    """Import an article into a library of its own and return `workbench review` of it."""
    folder = home / f"{words}-{claims}"
    folder.mkdir()
    article = folder / "article.txt"
    article.write_text(write_article(words, claims)[0], encoding="utf-8")
    environ = {f"XDG_{name}_HOME": str(folder / name) for name in ("DATA", "CONFIG", "STATE", "CACHE")}
    command = python("-m", "workbench")
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    subprocess.run(
        [*command, "import", str(article)], env={**kept, **environ}, cwd=ROOT, check=True, stdout=subprocess.DEVNULL
    )
    review = Contender(f"workbench review, {words:,} words", [*command, "review", "1"], OPENING.split()[0], environ)
    with open_console(review) as console:
        # The first start notes where the article stands on the screen; every later one begins with that.
        note = folder / "CACHE" / "workbench" / "stage.json"
        while not note.exists():
            console.read(0.1)
    return review


def beside(home: Path) -> list[Contender]:
    """Return what else is installed to be measured beside ours."""
    folders = [Path(folder) / "bin" for folder in os.environ.get("BESIDE", "").split(os.pathsep) if folder]
    environ = {f"XDG_{name}_HOME": str(home / "beside" / name) for name in ("DATA", "CONFIG", "STATE", "CACHE")}
    known = (("posting", "Collection"), ("harlequin", "Query Editor"))
    found = [Contender(name, [str(folder / name)], seen, environ) for folder in folders for name, seen in known]
    return [one for one in found if Path(one.command[0]).exists()]


class Chunks:
    """What a program wrote, with the time of each piece, to be read with the emulator afterwards."""

    def __init__(self, console: Console) -> None:
        self.console = console
        self.pieces: list[tuple[float, bytes]] = []

    def collect(self, quiet: float) -> None:
        """Read until nothing comes for a while."""
        while data := self.console.read(quiet):
            self.pieces.append((time.perf_counter(), data))


def walk(keys: int) -> list[tuple[str, int]]:
    """Return keys that go eight claims down and eight up again, and how far down each one leads: as in a long article."""
    steps, at = [], 0
    for number in range(keys):
        key = "n" if number // 8 % 2 == 0 else "p"
        at += 1 if key == "n" else -1
        steps.append((key, at))
    return steps


def press(console: Console, key: str, at: int) -> int:
    """Press a key and return the number of the claim that is current then."""
    mark = len(console.raw)
    console.send(key)
    console.wait_for(lambda: last_number(console.raw[mark:]) not in {0, at}, 10)
    return last_number(console.raw[mark:])


def find_stops(console: Console) -> list[int]:
    """Return the numbers of nine claims that follow each other, and go back to the first."""
    stops = [wait_until_idle(console)]
    for key, _ in walk(16):
        stops.append(press(console, key, stops[-1]))
        console.settle(0.02)
    return stops[:9]


def key_times(contender: Contender, keys: int = 96) -> list[float]:
    """Return the milliseconds from each key to the screen that shows the claim it goes to."""
    times = []
    with open_console(contender) as console:
        stops = find_stops(console)
        for key, place in walk(keys):
            mark, began = len(console.raw), time.perf_counter()
            console.send(key)
            console.wait_for(lambda stop=stops[place], mark=mark: last_number(console.raw[mark:]) == stop, 10)
            times.append((time.perf_counter() - began) * 1000)
            console.settle(0.02)
    return times


def held_keys(contender: Contender, keys: int = 200) -> tuple[float, float]:
    """Return how many milliseconds the screen lags behind keys held at 30 a second, and how long as many at once take."""
    with open_console(contender) as console:
        stops = find_stops(console)
        steps = walk(keys)
        began = time.perf_counter()
        for number, (key, _) in enumerate(steps):
            console.send(key)
            while number < keys - 1 and (left := began + (number + 1) / 30 - time.perf_counter()) > 0:
                console.read(left)
        mark, sent = len(console.raw), time.perf_counter()
        console.wait_for(lambda: last_number(console.raw[mark:]) == stops[steps[-1][1]], 10)
        lag = time.perf_counter() - sent
        console.settle(0.3)
        mark, sent = len(console.raw), time.perf_counter()
        console.send("".join("p" if key == "n" else "n" for key, _ in reversed(steps)))
        console.wait_for(lambda: last_number(console.raw[mark:]) == stops[0], 10)
        return lag * 1000, (time.perf_counter() - sent) * 1000


def wait_until_idle(console: Console) -> int:
    """Wait until a claim is current and nothing more is read or written; return its number."""
    console.wait_for(lambda: "▶".encode() in console.raw, 60)
    wait_until_at_rest(console)
    return last_number(console.raw)


def wait_until_at_rest(console: Console) -> None:
    """Read on until the program has used no processor for a while: a long article is read whole behind the first paint."""
    stat = Path(f"/proc/{console.process.pid}/stat")
    used, quiet = -1, 0
    while quiet < 3:
        console.settle(0.3)
        now = sum(map(int, stat.read_text(encoding="ascii").rpartition(")")[2].split()[11:13]))
        quiet = quiet + 1 if now - used <= 1 else 0
        used = now


def last_number(raw: bytes | bytearray) -> int:
    """Return the number of the claim last painted as the current one, 0 for none."""
    found = re.findall("▶ *(\\d+)".encode(), raw)
    return int(found[-1]) if found else 0


def resize_time(contender: Contender) -> float:
    """Return the milliseconds from a resize to the article standing as it stays (its first 45 columns)."""
    with open_console(contender) as console:
        console.wait_for(lambda: contender.seen.encode() in console.raw, 60)
        wait_until_at_rest(console)
        before = bytes(console.raw)
        chunks = Chunks(console)
        began = time.perf_counter()
        console.resize((100, 35))
        chunks.collect(0.6)
        screen = pyte.Screen(*SIZE)
        stream = pyte.ByteStream(screen)
        stream.feed(before)
        screen.resize(35, 100)
        states = [(began, [row[:45] for row in screen.display])]
        for at, data in chunks.pieces:
            stream.feed(data)
            states.append((at, [row[:45] for row in screen.display]))
        final = states[-1][1]
        return (next(at for at, state in states if state == final) - began) * 1000


def memory(contender: Contender, measure: str = "Rss", quiet: float = 2.0) -> float:
    """Return the megabytes held some seconds after the first paint: `Rss` as `ps` tells it, or `Pss`.

    The proportional set size counts what is shared with this very bench by half, and so depends on who else runs Python.
    """
    with open_console(contender) as console:
        console.wait_for(lambda: contender.seen.encode() in console.raw, 60)
        if quiet:
            console.settle(quiet)
        rollup = Path(f"/proc/{console.process.pid}/smaps_rollup").read_text(encoding="ascii")
        return int(re.search(rf"^{measure}:\s+(\d+)", rollup, re.MULTILINE)[1]) / 1024  # type: ignore[index]


def compare(title: str, contenders: Sequence[Contender], take: Callable[[Contender], float], unit: str) -> None:
    """Measure all contenders in turn, several times, and print medians with the ratio to the first."""
    values: dict[str, list[float]] = {}
    for contender in contenders:
        try:
            take(contender)
        except TimeoutError:
            print(f"{contender.name} does not come up here", file=sys.stderr)
        else:
            values[contender.name] = []
    for _ in range(RUNS):
        for contender in (one for one in contenders if one.name in values):
            values[contender.name].append(take(contender))
    control = statistics.median(values[contenders[0].name]), min(values[contenders[0].name])
    print(f"\n{title}: median, best")
    for name, taken in values.items():
        median, best = statistics.median(taken), min(taken)
        ratios = f"×{median / control[0]:.2f} ×{best / control[1]:.2f}"
        print(f"  {name:40} {median:8.1f} {best:8.1f} {unit}  {ratios}")


def compare_keys(contenders: Sequence[Contender]) -> None:
    """Print percentiles of the time from key to screen over interleaved runs, and how the screen follows held keys."""
    print("\nkey to painted screen (ms): p50, p95; lag behind 200 held keys; 200 keys at once")
    times: dict[str, list[float]] = {one.name: [] for one in contenders}
    for _ in range(RUNS):
        for contender in contenders:
            times[contender.name] += key_times(contender)
    control = statistics.median(times[contenders[0].name])
    for contender in contenders:
        taken = sorted(times[contender.name])
        p50, p95 = statistics.median(taken), taken[int(len(taken) * 0.95)]
        lag, burst = held_keys(contender)
        print(f"  {contender.name:40} {p50:6.1f} {p95:6.1f}  ×{p50 / control:.2f}  {lag:6.0f} {burst:6.0f}")


def main(wanted: Sequence[str]) -> None:
    """Measure what was asked for, or everything."""
    wanted = wanted or ("paint", "keys", "resize", "memory")
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        # One claim in a hundred words, so that the next one is as far away in each.
        panes = [pane(words, words // 100, home) for words in SIZES]
        try:
            reviews = [workbench(words, words // 100, home) for words in SIZES]
        except subprocess.CalledProcessError:
            print("`workbench import` does not run here: the panes alone are measured", file=sys.stderr)
            reviews = []
        bare, others = program("bare"), beside(home)
        painted = [one._replace(seen="▶") for one in reviews]
        if "paint" in wanted:
            compare("first text on the screen", [bare, *panes, *reviews, *others], first_paint, "ms")
            compare("first paint of the app itself", [bare, *panes, *painted], first_paint, "ms")
        if "keys" in wanted:
            compare_keys([program("one_row"), *panes, *reviews])
        if "resize" in wanted:
            compare("resize to the article in its place", [bare, *panes, *reviews], resize_time, "ms")
        if "memory" in wanted:
            compare("memory at the first paint, before SQLModel", [bare, *painted], partial(memory, quiet=0), "MB")
            compare("memory with SQLModel", [bare, *panes, *reviews], memory, "MB")
            compare("memory with SQLModel, by PSS", [bare, *reviews], partial(memory, measure="Pss"), "MB")


if __name__ == "__main__":
    main(sys.argv[1:])
