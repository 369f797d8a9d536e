"""Say whether a review may pass: the gates before publication."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.formats.signing import is_signed
from workbench.model.claims import ClaimState
from workbench.model.verdicts import Outcome

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from workbench.model.reviews import Review


def find_hindrances(review: Review, gates: Iterable[str]) -> list[str]:
    """Say in a sentence each what hinders the review at these gates; nothing where it passes them all."""
    found = (GATES[gate](review) for gate in dict.fromkeys(gates))
    return [sentence for sentence in found if sentence]


def _open(review: Review) -> str:
    number = review.progress.open
    return f"open claims: {number} of {review.progress.claims}" if number else ""


def _fail(review: Review) -> str:
    failed = [
        claim.ref
        for claim in review.claims
        if claim.state is ClaimState.DECIDED
        and claim.verdict
        and _outcome(review, claim.verdict.rating_id) == Outcome.FAIL
    ]
    return f"claims that failed: {', '.join(failed)}" if failed else ""


def _outcome(review: Review, rating_id: str) -> Outcome | None:
    rating = review.scale.rating(rating_id)
    return rating.outcome if rating else None


def _unsigned(review: Review) -> str:
    return "" if is_signed(review) else "not signed off as it stands"


def _unaccounted(review: Review) -> str:
    left = review.progress.words - review.progress.accounted
    return f"words not accounted for: {left} of {review.progress.words}" if left else ""


GATES: dict[str, Callable[[Review], str]] = {
    "open": _open,
    "fail": _fail,
    "unsigned": _unsigned,
    "unaccounted": _unaccounted,
}
