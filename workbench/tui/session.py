"""What is open in the review: the claims in view, the current one, where one has been, what is selected."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from workbench.model.claims import ClaimState
from workbench.tui.limits import Limit
from workbench.tui.view import View

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workbench.model.claims import Claim
    from workbench.model.progress import Progress
    from workbench.model.reviews import Review
    from workbench.model.sources import Evidence, Source
    from workbench.model.spans import Block
    from workbench.model.verdicts import Rating, Scale, Verdict

# Up to so many claims are put where they belong one by one: ordering ten thousand is felt behind a key.
_FEW = 8
_COUNTED = (ClaimState.OPEN, ClaimState.DECIDED, ClaimState.WAIVED)


@dataclass(frozen=True, slots=True)
class Repeat:
    """The last verdict given, and the claim that it was given to, for 'same again'."""

    verdict: Verdict | None = None
    claim: int = 0


@dataclass(slots=True)
class Trail:
    """The claims that were looked at, like the pages of a browser."""

    behind: list[int] = field(default_factory=list)
    ahead: list[int] = field(default_factory=list)

    def leave(self, number: int) -> None:
        """Remember a claim that is left for another one."""
        if number and (not self.behind or self.behind[-1] != number):
            self.behind.append(number)
        self.ahead.clear()

    def back(self, current: int) -> int:
        """Return the claim looked at before (0 where there is none) and remember the current one ahead."""
        return _step(self.behind, self.ahead, current)

    def forward(self, current: int) -> int:
        """Return the claim that `back` came from, 0 where there is none."""
        return _step(self.ahead, self.behind, current)


class Session:
    """One article under review as the screen sees it; it knows neither Textual nor the store."""

    def __init__(self, review: Review, limit: Limit | None = None) -> None:
        self.limit = limit or Limit(kinds=frozenset(review.article.scope))
        self.trail = Trail()
        self.repeat = Repeat()
        self.selected: set[int] = set()
        self.current = 0
        self.review = review
        self.view = View(())
        self._by_number: dict[int, Claim] = {}
        # The numbers of the claims that have a value, as the keys of a dictionary: in order, each once.
        self._by_figure: dict[object, dict[int, None]] = {}
        self._headings: list[Block] = []
        self._read(review)

    @property
    def claim(self) -> Claim | None:
        """Return the current claim."""
        return self.find(self.current)

    @property
    def chosen(self) -> tuple[Claim, ...]:
        """Return what a verdict is for: the selected claims, or else the current one."""
        if self.selected:
            return tuple(claim for claim in self.review.claims if claim.number in self.selected)
        return () if self.claim is None else (self.claim,)

    def find(self, number: int) -> Claim | None:
        """Return a live claim by its number."""
        return self._by_number.get(number)

    def first_stop(self) -> int:
        """Return where to begin: where the reviewer left, else the first open claim in view, else the first."""
        if self.find(self.review.place.claim) is not None:
            return self.review.place.claim
        return self.view.open_after(None) or self.view.after(None)

    def go(self, number: int) -> Claim | None:
        """Make a claim the current one and remember the one that is left; nothing happens for an unknown number."""
        claim = self.find(number)
        if claim is not None and number != self.current:
            self.trail.leave(self.current)
            self.current = number
        return claim

    def visit(self, *, forward: bool = False) -> int:
        """Make the claim current that was looked at before (or after going back); return it, 0 where there is none."""
        number = self.trail.forward(self.current) if forward else self.trail.back(self.current)
        if self.find(number) is None:
            return 0
        self.current = number
        return number

    def limit_to(self, limit: Limit) -> None:
        """Let only some claims be in view."""
        self.limit = limit
        self.view = View(claim for claim in self.review.claims if self._shows(claim))

    def apply(self, *changed: Claim) -> None:
        """Put changed, new or retired claims in the place of what was there, with one walk through all claims."""
        numbers = {claim.number for claim in changed}
        live = [claim for claim in changed if claim.state is not ClaimState.RETIRED]
        claims = [claim for claim in self.review.claims if claim.number not in numbers]
        if len(live) <= _FEW:
            for claim in live:
                insort(claims, claim, key=_place)
        else:
            claims = sorted([*claims, *live], key=_place)
        progress = self._progress([one for one in map(self.find, numbers) if one is not None], live)
        for number in numbers:
            self._by_number.pop(number, None)
        self.selected -= numbers - {claim.number for claim in live}
        for claim in live:
            self._by_number[claim.number] = claim
            self._by_figure.setdefault(_value_of(claim), {})[claim.number] = None
        for claim in changed:
            # A claim that a verdict takes out of the limit stays in view until one has moved on.
            if claim.number in self._by_number and (self._shows(claim) or claim.number == self.current):
                self.view.add(claim)
            else:
                self.view.drop(claim.number)
        self.review = replace(self.review, claims=tuple(claims), progress=progress)

    def cite(self, claim: Claim, evidence: Evidence, source: Source | None = None) -> None:
        """Put new or changed evidence on a claim; removed evidence goes."""
        before = evidence_of(self.review, claim)
        there = [one for one in before if one.uid != evidence.uid]
        if not evidence.removed:
            position = next((i for i, one in enumerate(before) if one.uid == evidence.uid), len(there))
            there.insert(position, evidence)
        sources = self.review.sources if source is None else {**self.review.sources, source.id: source}
        self.review = replace(self.review, evidence={**self.review.evidence, claim.uid: tuple(there)}, sources=sources)

    def reload(self, review: Review) -> None:
        """Take the whole review anew, and keep the place, the limit and what is selected."""
        at = self.claim.start if self.claim else 0
        self._read(review)
        self.selected &= set(self._by_number)
        if self.find(self.current) is None:
            self.current = self.view.nearest(at)

    def said_again(self, claim: Claim) -> tuple[Claim, ...]:
        """List the other claims that state the same figure: same kind, unit and value, and noun where both name one."""
        alike = (self.find(number) for number in self._by_figure.get(_value_of(claim), ()))
        return tuple(other for other in alike if other and other.number != claim.number and _same_noun(claim, other))

    def section_of(self, claim: Claim) -> str:
        """Return the heading that a claim stands under, '' for none; the article's headline is none."""
        at = bisect_right(self._headings, claim.start, key=lambda block: block.start)
        heading = self._headings[at - 1] if at else None
        if heading is None or heading.end > claim.start:
            return ""
        return " ".join(self.review.text.text[heading.start : heading.end].split())

    def _read(self, review: Review) -> None:
        self.review = review
        # What the text begins with is its headline.
        self._headings = [block for block in review.text.blocks[1:] if block.kind == "heading"]
        self._by_number = {claim.number: claim for claim in review.claims}
        self._by_figure = {}
        for claim in review.claims:
            self._by_figure.setdefault(_value_of(claim), {})[claim.number] = None
        self.limit_to(self.limit)

    def _shows(self, claim: Claim) -> bool:
        return self.limit.lets(claim, evidence_of(self.review, claim))

    def _progress(self, gone: Iterable[Claim], come: Iterable[Claim]) -> Progress:
        counts = Counter({state: int(getattr(self.review.progress, state)) for state in _COUNTED})
        counts.subtract(claim.state for claim in gone if self.review.in_scope(claim))
        counts.update(claim.state for claim in come if self.review.in_scope(claim))
        return replace(self.review.progress, **{state.value: counts[state] for state in _COUNTED})


def _place(claim: Claim) -> tuple[int, int]:
    return claim.start, claim.number


def evidence_of(review: Review, claim: Claim) -> tuple[Evidence, ...]:
    """Return a claim's evidence in the order it was attached."""
    return review.evidence.get(claim.uid, ())


def rating_of(review: Review, claim: Claim) -> Rating | None:
    """Return the rating that the claim has on this article's scale."""
    return None if claim.verdict is None else review.scale.rating(claim.verdict.rating_id)


def rating_for_key(scale: Scale, key: str) -> Rating | None:
    """Find the rating that a pressed key stands for."""
    return next((rating for rating in scale.ratings if key and key in {rating.key, rating.letter}), None)


def _step(taken: list[int], given: list[int], current: int) -> int:
    while taken:
        number = taken.pop()
        if number != current:
            given.append(current)
            return number
    return 0


def _value_of(claim: Claim) -> object:
    figure = claim.figure
    if figure is None or (figure.low is None and figure.high is None):
        return claim.uid
    return figure.kind, figure.unit, figure.low, figure.high


def _same_noun(one: Claim, other: Claim) -> bool:
    here, there = one.figure, other.figure
    if here is None or there is None or _value_of(one) != _value_of(other):
        return False
    return not (here.noun and there.noun) or here.noun.casefold() == there.noun.casefold()
