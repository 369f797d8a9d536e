"""What was changed since an article was opened, in words."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.model.claims import ClaimState

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workbench.model.claims import Claim
    from workbench.model.reviews import Review

SETTLED = frozenset({ClaimState.DECIDED, ClaimState.WAIVED})


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


def _compare(old: Claim | None, new: Claim) -> str:
    """Return what became of a claim, '' for nothing."""
    settled = new.state in SETTLED
    if settled != (old is not None and old.state in SETTLED):
        return "settled" if settled else "opened again"
    if old is None:
        return "" if new.state is ClaimState.RETIRED else "added"
    # What was done and taken back has other revisions and is the same.
    return "changed" if old.revision != new.revision and replace(old, revision=new.revision) != new else ""
