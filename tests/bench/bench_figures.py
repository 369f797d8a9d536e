"""Measure the finder of figures: speed beside other libraries, growth on hostile text, accuracy on the gold set.

Run from the top of the repository: `python -m tests.bench.bench_figures [speed] [growth] [accuracy]`.
`NUMBER_PEERS` may name the Python of an environment with quantulum3, recognizers-text-number-with-unit and number-parser;
what is not installed there is left out with a line, as is what does not start (recognizers-text needs `emoji<2` and
`setuptools<81`, quantulum3 no newer scikit-learn than its own). `PEER_BYTES` says how much of the text the slow ones read
(all of it: 1000000).
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from tests.figures.gold_set import Expected, Sentence, read_gold, score
from workbench.figures import find_figures
from workbench.model.figures import Figure, FigureKind

SIZE = 1_000_000
PEERS = ("quantulum3", "recognizers-text", "number-parser", "floor")
SAMPLE = Path(__file__).parents[2] / "sample_data" / "ceasefire-vote.txt"
PROGRAM = Path(__file__).parent / "programs" / "number_peers.py"
# Sentences without a figure, to give the text the density of news.
PLAIN = (
    "The minister declined to comment when reporters asked her about the plan outside the building.",
    "Residents said they had heard nothing from the council since the storm and feared the worst.",
    "“It is a hard winter, and nobody here believes that the next will be easier,” the farmer said.",
    "Critics called the decision shameful, while supporters argued that there had been no choice.",
    "The company did not respond to requests for comment, and its lawyers asked for patience.",
    "Aid agencies warned that the roads in the north were blocked and that supplies were running out.",
)
HOSTILE = (
    "one hundred and ",
    "1 1/2 ",
    "$1m to ",
    "1,",
    "9,999,",
    "1.",
    "1",
    "one ",
    "1-",
    "10, ",
    "half a ",
    "one-hundred-and-",
    "a1",
    "May 5 ",
    "1:",
    "FY24.galaxy.FY24.GMT.19",
    "one hundred twenty-",
    "half of a ",
    "5' 6\" ",
    "10 km/h·m ",
    "3 ± ",
)


def write_news(size: int, *, seed: int = 7) -> str:
    """Return news of `size` characters: the gold sentences among plain ones, in paragraphs, the same each time."""
    rng = random.Random(seed)
    gold = [sentence.text for sentence in read_gold() if not sentence.text.isupper()]
    pieces: list[str] = []
    length = 0
    while length < size:
        paragraph = " ".join([rng.choice(PLAIN), rng.choice(gold), rng.choice(PLAIN), rng.choice(PLAIN)])
        pieces.append(paragraph)
        length += len(paragraph) + 2
    return "\n\n".join(pieces)[:size]


def best_time(text: str, runs: int = 3) -> tuple[float, int]:
    """Return the shortest of some runs in seconds, and how many figures there are."""
    times = []
    count = 0
    for _ in range(runs):
        began = time.process_time()
        count = len(find_figures(text))
        times.append(time.process_time() - began)
    return min(times), count


def run_peer(peer: str, texts: list[str]) -> dict[str, Any] | None:
    python = sys.executable if peer == "floor" else os.environ.get("NUMBER_PEERS")
    if not python:
        return None
    order = json.dumps({"peer": peer, "texts": texts})
    result = subprocess.run([python, str(PROGRAM)], input=order, capture_output=True, text=True, check=False)
    return json.loads(result.stdout) if result.returncode == 0 else None


def measure_speed() -> None:
    compare_speed("gold sentences among plain ones", write_news(SIZE))
    # A whole article as it is written: gold sentences hold more figures and stranger ones than a newspaper does.
    article = SAMPLE.read_text(encoding="utf-8")
    compare_speed("the sample article, again and again", (article * (SIZE // len(article) + 1))[:SIZE])


def compare_speed(name: str, text: str) -> None:
    part = text[: int(os.environ.get("PEER_BYTES", "100000"))]
    seconds, count = best_time(text)
    ours = len(text) / seconds
    print(f"speed on {len(text):,} characters with {count:,} figures ({name})")
    print(f"  workbench.figures  {ours / 1000:10,.0f} kB/s   {seconds / count * 1e6:.1f} µs a figure")
    for peer in PEERS:
        read = text if peer == "floor" else part
        # By paragraph as well as in one piece, since some of them grow faster than their text.
        for way, texts in (("by paragraph", read.split("\n\n")), (f"{len(read):,} in one piece", [read])):
            result = run_peer(peer, texts)
            if result is None:
                print(f"  {peer:17}  left out: not installed, or it does not start")
                break
            speed = len(read) / result["seconds"]
            seconds, _ = best_time(text, 1)
            print(f"  {peer:17}  {speed / 1000:10,.0f} kB/s   ours is {len(text) / seconds / speed:.1f} × it ({way})")


def measure_growth() -> None:
    print("constant time a character")
    for size in (1_000, 10_000, 100_000, 1_000_000, 10_000_000):
        text = write_news(size)
        rounds = max(1, 100_000 // size)
        began = time.process_time()
        for _ in range(rounds):
            find_figures(text)
        print(f"  {size:>10,} characters  {(time.process_time() - began) / rounds / size * 1e9:6.0f} ns each")
    print("hostile text, doubled")
    for unit in HOSTILE:
        times = []
        count = 0
        for size in (SIZE // 4, SIZE // 2, SIZE):
            seconds, count = best_time((unit * (size // len(unit) + 1))[:size], 2)
            times.append(seconds)
        each = times[2] / max(count, 1) * 1e6
        print(
            f"  {unit!r:20} × {times[1] / times[0]:.2f}  × {times[2] / times[1]:.2f}   {count:>7,} figures, {each:,.1f} µs each, {times[2]:.2f} s"
        )


def measure_accuracy() -> None:
    gold = read_gold()
    for values, name in ((False, "span"), (True, "span and value")):
        result = score(gold, find_figures, values=values)
        print(
            f"{name:15} precision {result.precision:.4f}  recall {result.recall:.4f}  F1 {result.f1:.4f}  on {result.expected} figures"
        )
    texts = [sentence.text for sentence in gold]
    print("values of quantities, found anywhere in the figure's span (dates, times, scores and names left aside)")
    print(
        f"  workbench.figures  {describe_loose(gold, [[to_found(figure) for figure in find_figures(text)] for text in texts])}"
    )
    for peer in PEERS[:2]:
        answer = run_peer(peer, texts)
        print(
            f"  {peer:17}  {describe_loose(gold, answer['found']) if answer else 'left out: not installed, or it does not start'}"
        )


def to_found(figure: Figure) -> list[Any]:
    value = figure.low if figure.low is not None else figure.high
    return [figure.start, figure.end, float(value) if value is not None and not isinstance(value, str) else None]


ASIDE = frozenset({FigureKind.DATE, FigureKind.TIME, FigureKind.SCORE, FigureKind.IDENTIFIER, FigureKind.ORDINAL})


def describe_loose(gold: list[Sentence], found: list[list[list[Any]]]) -> str:
    """Count a figure as right where something found overlaps it and tells its low or high value."""
    wanted = right = offered = 0
    for sentence, answers in zip(gold, found, strict=True):
        aside = [mark for mark in sentence.figures if mark.kind in ASIDE]
        marks = [mark for mark in sentence.figures if mark.kind not in ASIDE]
        counted = [answer for answer in answers if not any(overlaps(mark, answer) for mark in aside)]
        wanted += len(marks)
        offered += len(counted)
        right += sum(any(overlaps(mark, answer) and tells(mark, answer[2]) for answer in counted) for mark in marks)
    precision, recall = right / max(offered, 1), right / max(wanted, 1)
    f1 = 2 * precision * recall / (precision + recall) if right else 0.0
    return f"precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}"


def overlaps(mark: Expected, answer: list[Any]) -> bool:
    return bool(answer[0] < mark.end and mark.start < answer[1])


def tells(mark: Expected, value: float | None) -> bool:
    bounds = [float(bound) for bound in (mark.low, mark.high) if bound is not None]
    return value is not None and any(abs(value - bound) <= 1e-6 * max(1, abs(bound)) for bound in bounds)


PARTS = {"speed": measure_speed, "growth": measure_growth, "accuracy": measure_accuracy}

if __name__ == "__main__":
    for part in sys.argv[1:] or PARTS:
        PARTS[part]()
