"""Measure the store against plain sqlite3 in the same run, on an article of 1,000,000 words and 10,000 claims.

    python -m tests.bench.measure_store

Read the ratios: both columns move with the machine.
"""

from __future__ import annotations

import sqlite3
import statistics
import tempfile
import time
from contextlib import closing
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench.articles import write_article
from tests.desk.desks import BY, make_document
from workbench.desk.importing import import_document
from workbench.desk.places import save_place
from workbench.desk.reviewing import decide_claim, decide_claims, open_review
from workbench.desk.undoing import undo
from workbench.model.articles import Place
from workbench.model.claims import Candidate
from workbench.model.figures import Figure, FigureKind
from workbench.model.spans import Span
from workbench.store.glance import glance
from workbench.store.opening import open_store

if TYPE_CHECKING:
    from collections.abc import Callable

CLAIMS = 10_000


def measure(task: Callable[[], object], times: int = 7) -> float:
    """Return the median time of a task in milliseconds."""
    taken = []
    for _ in range(times):
        began = time.perf_counter()
        task()
        taken.append((time.perf_counter() - began) * 1000)
    return statistics.median(taken)


def tell(what: str, ours: float, control: str, plain: float) -> None:
    """Print one row."""
    print(f"{what:<44} {ours:>9.2f} ms  {ours / plain:>7.2f} × {control} ({plain:.2f} ms)")


def build(path: Path) -> None:
    """Import the article with a claim every hundred words."""
    text, marks = write_article(1_000_000, CLAIMS)
    document = make_document(text)
    value = Decimal(14)
    candidates = [
        Candidate(
            start,
            end,
            document.text[start:end],
            "figure",
            Span(start, end),
            figure=Figure(start, end, document.text[start:end], FigureKind.COUNT, value, value, noun="people"),
        )
        for start, end in marks
    ]
    store = open_store(path)
    began = time.perf_counter()
    import_document(store, document, candidates=candidates, **BY)
    print(f"import with reading and checks {time.perf_counter() - began:.2f} s")
    store.close()


def copy_rows(path: Path, folder: Path) -> Callable[[], None]:
    """Return the control of an import: the same claims and anchors, executemany of plain sqlite3."""
    with closing(sqlite3.connect(path)) as connection:
        rows = {name: connection.execute(f"SELECT * FROM {name}").fetchall() for name in ("claim", "anchor")}

    def insert() -> None:
        target = folder / "plain.db"
        target.unlink(missing_ok=True)
        with closing(sqlite3.connect(target)) as plain, plain:
            for name, kept in rows.items():
                columns = ", ".join(f"c{number}" for number in range(len(kept[0])))
                plain.execute(f"CREATE TABLE {name} ({columns})")
                plain.executemany(f"INSERT INTO {name} VALUES ({', '.join('?' * len(kept[0]))})", kept)

    return insert


def main() -> None:
    """Print one row for each thing that a reviewer waits for."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "w.db"
        build(path)
        store = open_store(path)
        with closing(sqlite3.connect(path)) as plain:
            query = "SELECT c.*, a.* FROM anchor a JOIN claim c ON c.uid = a.claim_uid ORDER BY a.start"
            fetch = measure(lambda: plain.execute(query).fetchall())
            body = measure(lambda: plain.execute("SELECT body FROM text").fetchall())
        with store.reading() as unit:
            tell("read 10,000 claims", measure(lambda: unit.claims.of_article(1)), "plain fetchall", fetch)
        tell("open the review, words counted", measure(lambda: open_review(store, 1), 3), "plain fetchall", fetch)
        for number in (0, CLAIMS // 2, CLAIMS):
            save_place(store, 1, Place(number))
            tell(f"glance at claim {number}", measure(lambda: glance(path, 1)), "reading the text", body)
        tell("insert 10,000 claims and anchors", measure(_insert(store, folder), 3), "plain executemany",
             measure(copy_rows(path, folder), 3))  # fmt: skip
        commit = measure(_commit(folder), 21)
        tell("one verdict", measure(lambda: decide_claim(store, "1.5", "correct", **BY), 21), "plain commit", commit)
        refs = [f"1.{number}" for number in range(1, 1001)]
        tell("1,000 verdicts at one stroke", measure(lambda: decide_claims(store, refs, "correct", **BY), 3),
             "plain commit", commit)  # fmt: skip
        tell("undo of 1,000 verdicts", measure(lambda: undo(store, 1, **BY), 1), "plain commit", commit)
        store.close()


def _insert(store: object, folder: Path) -> Callable[[], None]:
    claims = open_review(store, 1).claims  # type: ignore[arg-type]  # a Store

    def insert() -> None:
        target = folder / "ours.db"
        target.unlink(missing_ok=True)
        other = open_store(target)
        import_document(other, make_document("Only 3 words."), candidates=(), **BY)
        with other.writing() as unit:
            unit.claims.load(claims, unit.texts.current(1).uid)
        other.close()

    return insert


def _commit(folder: Path) -> Callable[[], None]:
    connection = sqlite3.connect(folder / "commit.db", isolation_level=None)
    connection.execute("PRAGMA synchronous=EXTRA")
    connection.execute("CREATE TABLE one (value)")
    connection.execute("INSERT INTO one VALUES (0)")

    def commit() -> None:
        connection.execute("UPDATE one SET value = value + 1")

    return commit


if __name__ == "__main__":
    main()
