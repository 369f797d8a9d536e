"""A checkable claim: where it stands, what sort it is, who says it, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from workbench.model.spans import Span

if TYPE_CHECKING:
    from workbench.model.figures import Figure
    from workbench.model.verdicts import Verdict


class ClaimState(StrEnum):
    """The work state of a claim. Stale and signed-off are derived, never stored."""

    OPEN = "open"
    DECIDED = "decided"
    WAIVED = "waived"
    RETIRED = "retired"


class WaiveReason(StrEnum):
    """Why a claim needs no check."""

    NOT_CHECKABLE = "not-checkable"
    PASSAGE = "passage"


class Origin(StrEnum):
    """How a claim came to be."""

    FOUND = "found"
    ADDED = "added"
    SPLIT = "split"
    MERGED = "merged"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A claim that a kind's detector found and nothing has stored yet.

    `start`, `end` is the mark (one hull; `parts` where a quotation is interrupted), `extent` the sentence around it,
    `speaker` who says it in the article (None for the article itself), `wording` a short stand-alone form for reports.
    """

    start: int
    end: int
    text: str
    kind: str
    extent: Span
    speaker: str | None = None
    wording: str = ""
    parts: tuple[Span, ...] = ()
    figure: Figure | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """A stored claim in the article's current text. `number` is its local name inside the article and never changes."""

    uid: str
    article_id: int
    number: int
    kind: str
    start: int
    end: int
    text: str
    extent: Span
    parts: tuple[Span, ...] = ()
    speaker: str | None = None
    wording: str = ""
    figure: Figure | None = None
    origin: Origin = Origin.FOUND
    state: ClaimState = ClaimState.OPEN
    waive_reason: WaiveReason | None = None
    verdict: Verdict | None = None
    question: str = ""
    flagged: bool = False
    revision: int = 1

    @property
    def ref(self) -> str:
        """Return the name that the program shows and the command line takes ('3.12')."""
        return f"{self.article_id}.{self.number}"

    @property
    def span(self) -> Span:
        """Return the mark's hull."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch that was waived as a whole: nothing in it needs a check."""

    uid: str
    article_id: int
    number: int
    start: int
    end: int
    reason: str = ""
    removed: bool = False
    revision: int = 1
