"""What was changed in a sitting, in words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from workbench.model.claims import ClaimState
from workbench.tui.session import rating_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from workbench.model.claims import Claim
    from workbench.model.reviews import Review

# Claims that are named one by one; of more the list would be longer than anyone reads at leaving.
MOST_NAMED = 12
SETTLED = frozenset({ClaimState.DECIDED, ClaimState.WAIVED})


@dataclass(frozen=True, slots=True)
class Sitting:
    """An article that was left: its claims by number as they were when it was first opened, and what to tell of it."""

    before: Mapping[int, Claim]
    told: Sequence[str]


def tell_changes(before: Mapping[int, Claim], review: Review) -> list[str]:
    """Return how many claims were settled, opened again, changed otherwise and added ('2 settled'); nothing for none.

    `before` holds the claims by number as they were at first. Claims that the article does not count are not settled.
    """
    counts = dict.fromkeys(("settled", "opened again", "changed", "added"), 0)
    for claim in review.claims:
        what = _compare(before.get(claim.number), claim)
        if what and (review.in_scope(claim) or what in {"changed", "added"}):
            counts[what] += 1
    return [f"{count:,} {what}" for what, count in counts.items() if count]


def name_settled(before: Mapping[int, Claim], review: Review) -> str:
    """Name the claims that were settled and how: '3 Correct · 7 waived'; the first ones of many."""
    settled = [
        claim
        for claim in review.claims
        if review.in_scope(claim) and _compare(before.get(claim.number), claim) == "settled"
    ]
    told = [f"{claim.number} {_name_state(review, claim)}" for claim in settled[:MOST_NAMED]]
    if len(settled) > MOST_NAMED:
        told.append(f"and {len(settled) - MOST_NAMED} more")
    return " · ".join(told)


def _name_state(review: Review, claim: Claim) -> str:
    rating = rating_of(review, claim)
    return rating.label if rating is not None and claim.state is ClaimState.DECIDED else claim.state.value


def _compare(old: Claim | None, new: Claim) -> str:
    """Return what became of a claim, '' for nothing."""
    settled = new.state in SETTLED
    if settled != (old is not None and old.state in SETTLED):
        return "settled" if settled else "opened again"
    if old is None:
        return "" if new.state is ClaimState.RETIRED else "added"
    # What was done and taken back has other revisions and is the same.
    return "changed" if old.revision != new.revision and replace(old, revision=new.revision) != new else ""
