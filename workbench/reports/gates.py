"""What stands between a review and publication: pure questions that `--fail-on` asks."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING

from workbench.errors import UsageError
from workbench.formats.signing import is_signed
from workbench.model.claims import ClaimState
from workbench.model.verdicts import Outcome
from workbench.reports.entries import build_entry
from workbench.reports.wording import count

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from workbench.model.reviews import Review


@dataclass(frozen=True, slots=True)
class Obstacle:
    """One reason not to publish; `ref` names the claim it is about, '' for the whole review."""

    gate: str
    message: str
    ref: str = ""


def find_obstacles(review: Review, gates: Iterable[str]) -> tuple[Obstacle, ...]:
    """Ask each gate in turn; raise UsageError for one that there is not."""
    return tuple(obstacle for name in gates for obstacle in _find_gate(name)(review))


def _find_gate(name: str) -> Callable[[Review], Iterable[Obstacle]]:
    if name in GATES:
        return GATES[name]
    near = get_close_matches(name, GATES, 1)
    raise UsageError(f"no gate '{name}'", f"Did you mean '{near[0]}'?" if near else "Gates: " + ", ".join(GATES))


def _find_open(review: Review) -> list[Obstacle]:
    waiting = [claim for claim in review.claims if claim.state is ClaimState.OPEN and review.in_scope(claim)]
    return [Obstacle("open", f"{claim.ref} is open: “{claim.text}”", claim.ref) for claim in waiting]


def _find_failed(review: Review) -> list[Obstacle]:
    entries = [build_entry(review, claim) for claim in review.claims if claim.state is ClaimState.DECIDED]
    failed = [entry for entry in entries if entry.outcome is Outcome.FAIL]
    return [Obstacle("fail", f"{entry.ref} {entry.label}: “{entry.claim.text}”", entry.ref) for entry in failed]


def _find_unsigned(review: Review) -> list[Obstacle]:
    if is_signed(review):
        return []
    return [Obstacle("unsigned", "the sign-off is void" if review.signoffs else "nobody has signed off")]


def _find_unaccounted(review: Review) -> list[Obstacle]:
    missing = review.progress.words - review.progress.accounted
    return [Obstacle("unaccounted", f"{count(missing, 'word')} not accounted for")] if missing else []


GATES: dict[str, Callable[[Review], Iterable[Obstacle]]] = {
    "open": _find_open,
    "fail": _find_failed,
    "unsigned": _find_unsigned,
    "unaccounted": _find_unaccounted,
}
