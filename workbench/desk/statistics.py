"""Count the work: verdicts by rating, claims by kind and state, deeds by day."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.desk.library import list_articles
from workbench.desk.reviewing import open_review
from workbench.desk.undoing import history
from workbench.model.claims import ClaimState

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workbench.model.reviews import Review
    from workbench.store.opening import Store


@dataclass(frozen=True, slots=True)
class Tally:
    """A label and how often it was counted; `outcome` is a rating's, empty for anything else."""

    label: str
    count: int
    outcome: str = ""


@dataclass(frozen=True, slots=True)
class Statistics:
    """The work on one article or on all of the library. `days` are ISO 8601 dates, in order, without gaps filled."""

    ratings: tuple[Tally, ...]
    kinds: tuple[Tally, ...]
    states: tuple[Tally, ...]
    days: tuple[Tally, ...]


def count_work(store: Store, article_id: int | None = None) -> Statistics:
    """Count the claims in scope and the deeds of an article; None for every article that is not put away."""
    ids = [article_id] if article_id is not None else [row.article.id for row in list_articles(store)]
    reviews = [open_review(store, one) for one in ids]
    days = Counter(event.at[:10] for one in ids for event in history(store, one))
    return Statistics(
        ratings=_count_ratings(reviews),
        kinds=_tally(claim.kind for review in reviews for claim in review.claims if review.in_scope(claim)),
        states=tuple(
            Tally(state.value, sum(int(getattr(review.progress, state.value)) for review in reviews))
            for state in (ClaimState.DECIDED, ClaimState.WAIVED, ClaimState.OPEN)
        ),
        days=tuple(Tally(day, days[day]) for day in sorted(days)),
    )


def _count_ratings(reviews: Iterable[Review]) -> tuple[Tally, ...]:
    """Count verdicts in the order of the scales, unknown ratings last."""
    counts: dict[tuple[str, str], int] = {}
    for review in reviews:
        for rating in review.scale.ratings:
            counts.setdefault((rating.label, rating.outcome.value), 0)
        for claim in review.claims:
            if claim.verdict is not None and review.in_scope(claim):
                known = review.scale.rating(claim.verdict.rating_id)
                key = (known.label, known.outcome.value) if known else (claim.verdict.rating_id, "none")
                counts[key] = counts.get(key, 0) + 1
    return tuple(Tally(label, count, outcome) for (label, outcome), count in counts.items() if count)


def _tally(words: Iterable[str]) -> tuple[Tally, ...]:
    return tuple(Tally(word, count) for word, count in Counter(words).most_common())
