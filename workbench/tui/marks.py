"""Claims as the document draws them: where each mark lies, in which state, found by position without a scan."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Generic, NamedTuple, Protocol, TypeVar

from workbench.model.claims import ClaimState
from workbench.model.spans import Span

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from workbench.model.claims import Claim
    from workbench.model.verdicts import Scale

OPEN_GLYPH = "○"
WAIVED_GLYPH = "–"
# A rating that the scale no longer has still shows that something was decided.
DECIDED_GLYPH = "●"

_DECIDED, _WAIVED = ClaimState.DECIDED.value, ClaimState.WAIVED.value


class Mark(NamedTuple):
    """One claim's mark. `outcome` is the rating's, empty while nothing is decided; `parts` where the mark has gaps."""

    number: int
    start: int
    end: int
    kind: str
    state: str = ClaimState.OPEN.value
    outcome: str = ""
    glyph: str = OPEN_GLYPH
    in_scope: bool = True
    label: str = ""
    parts: tuple[Span, ...] = ()
    flagged: bool = False
    selected: bool = False

    @property
    def look(self) -> str:
        """Name the way the mark is drawn: 'open', 'pass', 'note', 'fail', 'none', 'waived' or 'aside'."""
        if self.state == _DECIDED:
            return self.outcome or "none"
        if self.state == _WAIVED:
            return "waived"
        return "open" if self.in_scope else "aside"

    @property
    def spans(self) -> tuple[Span, ...]:
        """Return what is drawn: the parts, or the hull where there are none."""
        return self.parts or (Span(self.start, self.end),)


def judge(claim: Claim, scale: Scale) -> tuple[str, str]:
    """Return the outcome of a claim's rating ('' where nothing is decided) and the glyph that stands for its state."""
    if claim.state is ClaimState.WAIVED:
        return "", WAIVED_GLYPH
    if claim.state is ClaimState.DECIDED and claim.verdict is not None:
        rating = scale.rating(claim.verdict.rating_id)
        return (rating.outcome.value, rating.glyph) if rating else ("none", DECIDED_GLYPH)
    return "", OPEN_GLYPH


def mark_claim(claim: Claim, scale: Scale, scope: Collection[str], *, selected: bool = False) -> Mark:
    """Return the mark that stands for a claim; `selected` where a verdict is to be given to several at once."""
    outcome, glyph = judge(claim, scale)
    return Mark(
        number=claim.number,
        start=claim.start,
        end=claim.end,
        kind=claim.kind,
        state=claim.state,
        outcome=outcome,
        glyph=glyph,
        in_scope=claim.kind in scope,
        label=claim.wording or claim.text,
        parts=claim.parts,
        flagged=claim.flagged,
        selected=selected,
    )


class Stretch(Protocol):
    """Anything that lies over a stretch of the text."""

    @property
    def start(self) -> int:
        """Return the first offset."""

    @property
    def end(self) -> int:
        """Return the offset behind the last."""


S = TypeVar("S", bound="Stretch")


class StretchIndex(Generic[S]):
    """Stretches in text order, with the furthest end kept per subtree: a look-up costs O(log n) and what it finds."""

    def __init__(self, stretches: Iterable[S] = ()) -> None:
        self._items = sorted(stretches, key=lambda item: (item.start, -item.end))
        self._starts = [item.start for item in self._items]
        self._leaves = 1 << max(0, len(self._items) - 1).bit_length()
        self._reach = [0] * self._leaves + [item.end for item in self._items]
        self._reach += [0] * (2 * self._leaves - len(self._reach))
        # A row is asked for more than once while it is painted.
        self._last: tuple[tuple[int, int], list[S]] = (-1, -1), []
        for node in range(self._leaves - 1, 0, -1):
            self._reach[node] = max(self._reach[2 * node], self._reach[2 * node + 1])

    def __len__(self) -> int:
        return len(self._items)

    def __iter__(self) -> Iterator[S]:
        return iter(self._items)

    def within(self, start: int, end: int) -> list[S]:
        """Return what shares a character with `start`..`end`, in text order; not to be changed."""
        asked, found = self._last
        if asked == (start, end) or not self._items:
            return found
        found = []
        stop = bisect_left(self._starts, end)
        stack = [(1, 0, self._leaves)]
        while stack:
            node, low, high = stack.pop()
            if low >= stop or self._reach[node] <= start:
                continue
            if node >= self._leaves:
                found.append(self._items[low])
                continue
            middle = (low + high) // 2
            stack.append((2 * node + 1, middle, high))
            stack.append((2 * node, low, middle))
        self._last = (start, end), found
        return found


class MarkIndex(StretchIndex[Mark]):
    """The marks of an article, by position and by number."""

    def __init__(self, marks: Iterable[Mark] = ()) -> None:
        super().__init__(marks)
        self._places = {mark.number: place for place, mark in enumerate(self._items)}

    def find(self, number: int) -> Mark | None:
        """Return the mark with this number."""
        place = self._places.get(number)
        return None if place is None else self._items[place]

    def replace(self, mark: Mark) -> bool:
        """Put a mark in the place of its predecessor; False where its bounds moved or the number is new."""
        place = self._places.get(mark.number)
        if place is None or (self._items[place].start, self._items[place].end) != (mark.start, mark.end):
            return False
        self._items[place] = mark
        self._last = (-1, -1), []
        return True

    def at(self, offset: int) -> list[Mark]:
        """Return the marks drawn over one character, innermost first."""
        marks = [
            mark
            for mark in self.within(offset, offset + 1)
            if any(span.start <= offset < span.end for span in mark.spans)
        ]
        return sorted(marks, key=lambda mark: (mark.end - mark.start, mark.number))
