"""Measure every report on a review of thousands of claims: time, growth, size, memory.

Run from the top of the repository: `python -m tests.bench.measure_reports [claims] [format …]`.
Each report is written in a process of its own, for half the claims and for all; read the ratio (2 is linear) and the
peak memory beside that of the review alone. The PDF is measured on a hundredth: it is laid out page by page.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from dataclasses import replace
from typing import TYPE_CHECKING

from tests.reports.build import build_review
from workbench.model.spans import Span
from workbench.reports import REPORTS, Options, find_report
from workbench.text.progress import count_progress

if TYPE_CHECKING:
    from workbench.model.reviews import Review

CLAIMS = 10_000
OPTIONS = Options(check_url="https://check.example/1")


def build_long_review(claims: int) -> Review:
    """Repeat the sample until it has so many claims."""
    base = build_review()
    times, step = -(-claims // len(base.claims)), len(base.text.text)
    text = base.text.text * times
    moved, evidence = [], {}
    for turn in range(times):
        for claim in base.claims:
            uid = f"{claim.uid}-{turn}"
            moved.append(
                replace(
                    claim,
                    uid=uid,
                    number=claim.number + turn * len(base.claims),
                    start=claim.start + turn * step,
                    end=claim.end + turn * step,
                    extent=Span(claim.extent.start + turn * step, claim.extent.end + turn * step),
                    parts=tuple(Span(part.start + turn * step, part.end + turn * step) for part in claim.parts),
                )
            )
            pieces = base.evidence.get(claim.uid, ())
            evidence[uid] = tuple(replace(one, claim_uid=uid, uid=f"{one.uid}-{turn}") for one in pieces)
    blocks = tuple(
        replace(block, start=block.start + turn * step, end=block.end + turn * step, line=block.line + turn * 20)
        for turn in range(times)
        for block in base.text.blocks
    )
    kept = tuple(moved[:claims])
    return replace(
        base,
        text=replace(base.text, text=text, blocks=blocks),
        claims=kept,
        retired=(),
        evidence=evidence,
        events=base.events * times,
        progress=count_progress(text, kept, base.passages, base.article.scope),
    )


def peak() -> float:
    """Return the most memory that this process has had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measure(name: str, claims: int) -> tuple[float, float, float, float]:
    """Return seconds of processor time, MB written, peak MB, and MB before writing, in this process."""
    review = build_long_review(claims)
    before, start = peak(), time.process_time()
    raw = find_report(name).write(review, OPTIONS)
    return time.process_time() - start, len(raw) / 1e6, peak(), before


def measure_apart(name: str, claims: int) -> list[float]:
    """Measure in a process of its own."""
    command = [sys.executable, "-m", __spec__.name, "--apart", name, str(claims)]
    return [float(word) for word in subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()]


def main(arguments: list[str]) -> None:
    """Print one line for each report."""
    if arguments[:1] == ["--apart"]:
        print(*measure(arguments[1], int(arguments[2])))
        return
    claims = int(arguments.pop(0)) if arguments and arguments[0].isdigit() else CLAIMS
    print(f"{'report':14} {'claims':>7} {'seconds':>8} {'growth':>7} {'MB':>7} {'peak MB':>8} {'before':>7}")
    for name in arguments or [report.id for report in REPORTS]:
        size = max(50, claims // 100) if name == "pdf" else claims
        half, (seconds, written, most, before) = measure_apart(name, size // 2)[0], measure_apart(name, size)
        growth = seconds / half
        print(f"{name:14} {size:7,} {seconds:8.2f} {growth:7.2f} {written:7.1f} {most:8.0f} {before:7.0f}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
