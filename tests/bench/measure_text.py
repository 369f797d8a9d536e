"""Print how the time of reading a text grows when the text doubles, on prose and on the worst strings known.

Run it as `python -m tests.bench.measure_text`; wanted is a ratio of at most 2.5 everywhere.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from workbench.evidence import locate_quote
from workbench.kinds import find_claims
from workbench.readers.markdown import read_visible
from workbench.readers.plain import find_blocks
from workbench.settings.paths import sample_dir
from workbench.text.cleaning import clean
from workbench.text.progress import count_progress
from workbench.text.sentences import find_sentences

if TYPE_CHECKING:
    from collections.abc import Callable

HOSTILE = (
    "“",
    "“a. ",
    '"a" ',
    "‘a’ ",
    "A ",
    "Mr ",
    "said ",
    "said, ",
    "Aa, 42, said ",
    "“a,” he said. ",
    "President of the ",
    "minister of ",
    "according to the a ",
    "Aa and ",
    ". ",
    "...",
    "U.S. ",
    "\n",
    "- a\n",
    "[",
    "*a_ ",
    "> ",
    "by one estimate ",
    "condemned by ",
    "he said, and ",
)
SIZE = 50_000
WANTED = 2.5


def read_claims(text: str) -> None:
    """Find all claims as an import does."""
    find_claims(text, tuple(find_blocks(text)))


DEEDS: tuple[tuple[str, Callable[[str], object]], ...] = (
    ("clean", clean),
    ("sentences", lambda text: find_sentences(text, ())),
    ("markdown", read_visible),
    ("progress", lambda text: count_progress(text, (), (), ())),
    ("locate", lambda text: locate_quote("no such words", text)),
    ("claims", read_claims),
)


def spend(deed: Callable[[str], object], text: str) -> float:
    """Return the least CPU time of three runs, in seconds."""
    times = []
    for _ in range(3):
        started = time.process_time()
        deed(text)
        times.append(time.process_time() - started)
    return min(times)


def main() -> None:
    """Print one line for each deed and text that takes measurable time."""
    prose = (sample_dir() / "ceasefire-vote.txt").read_text(encoding="utf-8") + "\n\n"
    for name, deed in DEEDS:
        for pattern in (prose, *HOSTILE):
            size = max(SIZE, len(pattern) * 20)
            once, twice = (
                spend(deed, (pattern * (length // len(pattern) + 1))[:length]) for length in (size, 2 * size)
            )
            mark = "  <- grows too fast" if twice > WANTED * once and twice > 0.02 else ""
            print(
                f"{name:10} {pattern[:20]!r:24} {once * 1000:8.1f} ms {twice * 1000:8.1f} ms {twice / max(once, 1e-9):5.2f}{mark}"
            )


if __name__ == "__main__":
    main()
