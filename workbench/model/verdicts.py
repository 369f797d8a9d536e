"""Two axes: what is true (a rating from a scale) and what the desk does about it (an action)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Outcome(StrEnum):
    """What a rating means for gates, 'findings first' and other programs."""

    PASS = "pass"  # noqa: S105 - the word is an outcome, no secret
    NOTE = "note"
    FAIL = "fail"
    NONE = "none"


class Action(StrEnum):
    """What the desk does about a claim."""

    NONE = "none"
    FIX = "fix"
    CUT = "cut"
    QUERY = "query"
    ADD_CONTEXT = "add-context"


@dataclass(frozen=True, slots=True)
class Rating:
    """One step of a scale. `key` is its digit, `letter` its second key, `value` its number where the scale has one."""

    id: str
    label: str
    description: str
    outcome: Outcome
    key: str
    letter: str
    glyph: str
    needs_evidence: bool = False
    value: float | None = None


@dataclass(frozen=True, slots=True)
class Scale:
    """An ordered set of ratings, read from TOML. `best` and `worst` bound the numbers where it has them."""

    id: str
    title: str
    description: str
    ratings: tuple[Rating, ...]
    sha256: str
    toml: str
    best: float | None = None
    worst: float | None = None

    def rating(self, rating_id: str) -> Rating | None:
        """Find a rating by its id."""
        return next((rating for rating in self.ratings if rating.id == rating_id), None)


@dataclass(frozen=True, slots=True)
class Verdict:
    """A decision on a claim. `rationale` is for the desk, `explanation` for readers, `correction` the proposed wording."""

    scale_id: str
    rating_id: str
    action: Action = Action.NONE
    rationale: str = ""
    explanation: str = ""
    correction: str = ""
    decided_at: str = ""
    decided_by: str = ""
