"""Count the work: verdicts by rating, claims by kind and state, deeds by day."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.model.verdicts import Outcome

if TYPE_CHECKING:
    from workbench.model.articles import Article
    from workbench.model.verdicts import Scale
    from workbench.store.opening import Store


@dataclass(frozen=True, slots=True)
class Tally:
    """A label and how often it was counted; `outcome` is a rating's, empty for anything else."""

    label: str
    count: int
    outcome: str = ""


@dataclass(frozen=True, slots=True)
class KindTally:
    """A kind of claim: how many verdicts have which outcome ('pass', 'note', 'fail', 'none'), and what has none."""

    label: str
    outcomes: dict[str, int]
    waived: int
    open: int

    @property
    def count(self) -> int:
        """Return how many claims of this kind there are."""
        return sum(self.outcomes.values()) + self.waived + self.open


@dataclass(frozen=True, slots=True)
class Statistics:
    """The work on one article or on all of the library. `days` are ISO 8601 dates, in order, without gaps filled."""

    ratings: tuple[Tally, ...]
    kinds: tuple[KindTally, ...]
    states: tuple[Tally, ...]
    days: tuple[Tally, ...]


def count_work(store: Store, article_id: int | None = None) -> Statistics:
    """Count the claims in scope and the deeds of an article.

    None counts the claims of every article that is not put away, and every deed that the library's history lists.
    """
    with store.reading() as unit:
        wanted = unit.articles.all() if article_id is None else [unit.articles.get(article_id)]
        articles = {one.id: one for one in wanted if article_id is not None or not one.archived}
        claims = [row for row in unit.articles.claim_counts() if _counts(articles, row[0], row[1])]
        ratings = [row for row in unit.claims.rating_counts() if _counts(articles, row[0], row[1])]
        days = [row for row in unit.events.day_counts() if article_id is None or row[0] == article_id]
        scales = {one.id: unit.scales.get(one.scale_sha256) for one in articles.values()}
    kinds, states, by_day = Counter[tuple[str, str]](), Counter[str](), Counter[str]()
    for _, kind, state, count in claims:
        kinds[kind, state] += count
        states[state] += count
    for _, day, count in days:
        by_day[day] += count
    return Statistics(
        ratings=_count_ratings(scales, ratings),
        kinds=_count_kinds(scales, kinds, ratings),
        states=tuple(Tally(state, states[state]) for state in ("decided", "waived", "open")),
        days=tuple(Tally(day, by_day[day]) for day in sorted(by_day)),
    )


def _counts(articles: dict[int, Article], article_id: int, kind: str) -> bool:
    return article_id in articles and kind in articles[article_id].scope


def _count_kinds(
    scales: dict[int, Scale], states: Counter[tuple[str, str]], rows: list[tuple[int, str, str, int]]
) -> tuple[KindTally, ...]:
    """Count what became of each kind of claim, the commonest kind first."""
    outcomes: dict[str, Counter[str]] = {kind: Counter({outcome.value: 0 for outcome in Outcome}) for kind, _ in states}
    for article_id, kind, rating_id, count in rows:
        known = scales[article_id].rating(rating_id)
        outcomes[kind][known.outcome.value if known else Outcome.NONE.value] += count
    tallies = [
        KindTally(kind, dict(found), states[kind, "waived"], states[kind, "open"]) for kind, found in outcomes.items()
    ]
    return tuple(sorted(tallies, key=lambda one: (-one.count, one.label)))


def _count_ratings(scales: dict[int, Scale], rows: list[tuple[int, str, str, int]]) -> tuple[Tally, ...]:
    """Count verdicts in the order of the scales, unknown ratings last."""
    counts = {(rating.label, rating.outcome.value): 0 for scale in scales.values() for rating in scale.ratings}
    for article_id, _, rating_id, count in rows:
        known = scales[article_id].rating(rating_id)
        key = (known.label, known.outcome.value) if known else (rating_id, "none")
        counts[key] = counts.get(key, 0) + count
    return tuple(Tally(label, count, outcome) for (label, outcome), count in counts.items() if count)
