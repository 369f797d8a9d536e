"""The claims in view in the order of the text, and which one comes next."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from typing import TYPE_CHECKING

from workbench.model.claims import ClaimState

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from workbench.model.claims import Claim
    from workbench.model.spans import Span


class View:
    """An ordered part of an article's claims; zero stands for 'no claim' wherever a number is returned."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        self._claims = {claim.number: claim for claim in claims}
        self._order = sorted(_place(claim) for claim in self._claims.values())

    @property
    def numbers(self) -> list[int]:
        """Return the numbers in the order of the text."""
        return [number for _, number in self._order]

    def add(self, claim: Claim) -> None:
        """Put a claim in, or in the place of its former self."""
        before = self._claims.get(claim.number)
        if before is None or _place(before) != _place(claim):
            self.drop(claim.number)
            insort(self._order, _place(claim))
        self._claims[claim.number] = claim

    def drop(self, number: int) -> None:
        """Take a claim out if it is in."""
        claim = self._claims.pop(number, None)
        if claim is not None:
            del self._order[bisect_left(self._order, _place(claim))]

    def after(self, claim: Claim | None) -> int:
        """Return the claim after this one; the first for None."""
        cut = bisect_right(self._order, _place(claim))
        return self._first(self._order[cut : cut + 1])

    def before(self, claim: Claim | None) -> int:
        """Return the claim before this one."""
        cut = bisect_left(self._order, _place(claim))
        return self._first(self._order[max(0, cut - 1) : cut])

    def open_after(self, claim: Claim | None) -> int:
        """Return the next open claim, from the top again after the end."""
        cut = bisect_right(self._order, _place(claim))
        return self._first(self._order[cut:], _is_open) or self._first(self._order, _is_open)

    def open_before(self, claim: Claim | None) -> int:
        """Return the open claim before, from the end again before the beginning."""
        cut = bisect_left(self._order, _place(claim))
        return self._first(reversed(self._order[:cut]), _is_open) or self._first(reversed(self._order), _is_open)

    def nearest(self, offset: int) -> int:
        """Return the claim at or after a place in the text, else the last one."""
        if not self._order:
            return 0
        return self._order[min(bisect_left(self._order, (offset, 0)), len(self._order) - 1)][1]

    def _first(self, places: Iterable[tuple[int, int]], wanted: Callable[[Claim], bool] | None = None) -> int:
        return next((number for _, number in places if wanted is None or wanted(self._claims[number])), 0)


def next_span(spans: Iterable[Span], offset: int) -> Span | None:
    """Return the first stretch that begins after a place, from the top again after the last; None where there is none."""
    ordered = sorted(spans)
    if not ordered:
        return None
    return ordered[bisect_right([span.start for span in ordered], offset) % len(ordered)]


def _place(claim: Claim | None) -> tuple[int, int]:
    return (-1, 0) if claim is None else (claim.start, claim.number)


def _is_open(claim: Claim) -> bool:
    return claim.state is ClaimState.OPEN
