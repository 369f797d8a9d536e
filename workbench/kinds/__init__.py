"""What counts as a claim: one module per kind, listed in KINDS."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from workbench.kinds.reading import Reading, read_text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from workbench.model.claims import Candidate
    from workbench.model.spans import Block

__all__ = ["KINDS", "Kind", "Reading", "find_candidates", "find_claims", "read_text"]


@dataclass(frozen=True, slots=True)
class Kind:
    """A sort of claim. `glyph` stands for it without colour; `default` puts it into the usual scope."""

    id: str
    title: str
    plural: str
    glyph: str
    description: str
    default: bool
    detect: Callable[[Reading], list[Candidate]]


def _detect_in(module: str) -> Callable[[Reading], list[Candidate]]:
    """Return the detector of a module that is imported when it is first used: the legend needs none of them."""

    def detect(reading: Reading) -> list[Candidate]:
        found: list[Candidate] = import_module(f"{__name__}.{module}").detect(reading)
        return found

    return detect


KINDS: tuple[Kind, ...] = (
    Kind("figure", "figure", "figures", "#", "Counts, money, percentages, measurements.", True, _detect_in("figure")),
    Kind("quote", "quote", "quotes", "”", "Direct quotes and who is quoted.", True, _detect_in("quote")),
    Kind("name", "name", "names", "@", "People named with their title.", False, _detect_in("name")),
    Kind("date", "date", "dates", "◷", "Dates, times and weekdays.", False, _detect_in("date")),
    Kind(
        "superlative", "superlative", "superlatives", "!", "First, only, never, all.", False, _detect_in("superlative")
    ),
)


def find_claims(text: str, blocks: Sequence[Block]) -> list[Candidate]:
    """Find the claims of every kind in clean text, ordered by where they start."""
    return find_candidates(read_text(text, blocks))


def find_candidates(reading: Reading) -> list[Candidate]:
    """Find the claims of every kind in a text already read."""
    found = [candidate for kind in KINDS for candidate in kind.detect(reading)]
    return sorted(found, key=lambda candidate: (candidate.start, candidate.end))
