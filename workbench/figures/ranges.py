"""Read two numbers as a range, or as a before and an after, and share the unit and scale that only one of them carries."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from workbench.figures.compounds import join_compound, join_inches
from workbench.figures.conversions import convert
from workbench.figures.currencies import SUBUNIT_OF
from workbench.figures.nouns import find_noun
from workbench.figures.ratios import join_odds, join_score
from workbench.figures.terms import CONTEXT, Term, is_bare, is_whole, is_year_like, single, word_before
from workbench.figures.wordlists import word_set
from workbench.model.figures import FigureKind, Qualifier

if TYPE_CHECKING:
    from workbench.figures.terms import Page

QUANTITIES = frozenset(
    {
        FigureKind.MONEY,
        FigureKind.PERCENT,
        FigureKind.POINTS,
        FigureKind.MEASUREMENT,
        FigureKind.DURATION,
        FigureKind.AGE,
        FigureKind.TEMPERATURE,
    },
)
# Verbs and adverbs of change: behind them 'from 21 to 34' tells a before and an after, not a range.
CHANGES = word_set(
    """rise rises rose risen rising fall falls fell fallen falling drop drops dropped dropping grow grows grew grown
    growing growth climb climbs climbed climbing increase increases increased increasing decrease decreases decreased
    decreasing up down raise raises raised raising cut cuts cutting jump jumps jumped jumping decline declines declined
    declining slide slides slid sliding slip slips slipped slipping surge surges surged surging soar soars soared soaring
    plunge plunges plunged plunging edge edges edged edging go goes went gone going change changes changed changing move
    moves moved moving improve improves improved improving widen widens widened widening narrow narrows narrowed narrowing
    shrink shrinks shrank shrunk shrinking lower lowers lowered lowering lift lifts lifted lifting double doubles doubled
    doubling swell swelled swollen reduce reduces reduced reducing reduction extend extends extended extending expand
    expands expanded expanding upgrade upgraded shift shifted tumble tumbles tumbled tumbling balloon ballooned halve
    halved hike hiked hikes upped trim trimmed boost boosted boosting slump slumped swing swung revise revised downgrade
    downgraded triple tripled tripling ease eased easing accelerate accelerated slow slowed slowing nudge nudged advance
    advanced gain gained gains spike spiked sink sinks sank sunk halving quadrupled collapse collapsed dip dipped dips
    rebound rebounded recover recovered deepen deepened dwindle dwindled mount mounted promoted relegated add adds added adding shed sheds shedding"""
)
_FILLERS = word_set("by a another further about around roughly some nearly almost to")
_SMALLEST_SPELLED = 1000
# What the shares of two sides come to, a few abstaining.
_WHOLE_VOTE = (85, 101)
# The ends of a range by which something rises lie no farther apart.
_FARTHEST = 5
_WINDOW = 64


def join_hyphen(page: Page, left: Term, right: Term) -> Term | None:
    """Join what a hyphen or en dash links: a score, feet and inches, or a range."""
    if single(left) is None or single(right) is None:
        return join_dates(page, left, right)
    if left.kind is FigureKind.SCORE or (left.digits and not right.digits and right.low != 0):
        return None
    if left.kind is FigureKind.DURATION is right.kind and (joined := join_compound(page, left, right)):
        # 'a 6-hour-39-minute epic'
        return joined
    return join_score(page, left, right) or join_inches(page, left, right) or _range(left, right)


def join_dash(page: Page, left: Term, right: Term) -> Term | None:
    """Join digits that a dash between spaces links; between words it is punctuation."""
    return join_hyphen(page, left, right) if left.digits and right.digits else None


def join_to(page: Page, left: Term, right: Term) -> Term | None:
    """Join 'A to B' to a range unless it tells a change, a score or odds."""
    low, high = single(left), single(right)
    if low is None or high is None:
        return join_dates(page, left, right)
    if odds := join_odds(page, left, right):
        return odds
    if _is_whole_vote(page, left, right, low + high):
        left.kind = right.kind = FigureKind.PERCENT
        left.unit = right.unit = "%"
        return None
    if _is_change(page, left, right):
        _share_both(left, right)
        if (
            is_bare(right)
            and not right.scale
            and left.kind in QUANTITIES
            and left.kind is not FigureKind.MONEY
            # 'slipped 0.6% to 4,110' comes to a level.
            and (left.kind is not FigureKind.PERCENT or page.folded.endswith("from ", 0, left.start))
            and page.folded[right.end] in ".,;)\x00"
        ):
            # 'cut from 14 years to 11'
            right.kind, right.unit = left.kind, left.unit
        return None
    if is_bare(left) and is_bare(right) and high < low:
        return _join_backward(page, left, right)
    return None if _is_paid(page, left, right) else _range(left, right)


def _is_whole_vote(page: Page, left: Term, right: Term, total: Decimal) -> bool:
    """Say whether the two are all votes: 'passed by 50.4 per cent to 49.6', 'ahead by 15 points, 57.5 to 42.3'."""
    if not is_bare(right) or not _WHOLE_VOTE[0] <= total < _WHOLE_VOTE[1]:
        return False
    if word_before(page, left.start) in CHANGES:
        return False
    return left.kind is FigureKind.PERCENT or (is_bare(left) and "." in page.folded[left.start : left.end])


def _join_backward(page: Page, left: Term, right: Term) -> Term | None:
    """Read 'open from 9 to 5' as hours, '3 to 1' as a score, 'from 9 to 5' as neither."""
    folded, low, high = page.folded, single(left), single(right)
    if low and high and low <= _NOON and _OPEN.search(folded, max(0, left.start - 32), left.start):
        first, last = f"T{int(low):02d}:00", f"T{int(high) + _NOON:02d}:00"
        return Term(left.start, right.end, first, last, FigureKind.TIME, closed=True)
    return None if folded.endswith("from ", 0, left.start) else join_score(page, left, right)


_OPEN = re.compile(
    r"\b(?:open|opens|opened|work|works|worked|working|hours|shop|shift|office|weekdays|daily)(?: [a-z]+)?,? (?:from )?$"
)


def _is_paid(page: Page, left: Term, right: Term) -> bool:
    """Say whether the second number counts those who get the money: '€479m to 87 media outlets'."""
    if left.kind is not FigureKind.MONEY or not is_bare(right) or right.scale:
        return False
    if page.folded.startswith((" of them", " of the", " of those", " of whom"), right.end):
        return True
    return find_noun(page, right.start, right.end, partitive=False, singular=False) is not None


def _is_change(page: Page, left: Term, right: Term) -> bool:
    """Say whether the two sides are a before and an after: 'rose from 21 to 34 per cent', 'up 11c to 17c'."""
    folded, start = page.folded, left.start
    if folded.endswith("from ", 0, start):
        clause = re.split(r"[.;:]", folded[max(0, start - _WINDOW) : start - 5])[-1]
        return not CHANGES.isdisjoint(re.split(r"[^a-z]+", clause))
    low, high = single(left), single(right)
    far = bool(low and high and not low < high <= low * _FARTHEST)
    if folded.endswith(" by ", 0, start):
        if far:
            # 'lifted its dividend by 2c to 45c'
            return True
    elif left.kind not in QUANTITIES and not far:
        return False
    words = [word for word in folded[max(0, start - 24) : start].split() if word not in _FILLERS]
    return bool(words) and words[-1] in CHANGES


def join_and(page: Page, left: Term, right: Term) -> Term | None:
    """Join 'between A and B' to a range, '1 hour and 20 minutes' to one measure."""
    folded, start = page.folded, left.start
    if folded.endswith("between the ages of ", 0, start):
        return _range(left, right)
    if folded.endswith("between ", 0, start) and not folded[max(0, start - 9) : start - 8].isalpha():
        joined = _range(left, right) if single(left) is not None else join_dates(page, left, right)
        if joined:
            joined.qualifier = Qualifier.BETWEEN
            joined.qualifier_start, joined.qualifier_end = start - 8, start - 1
        return joined
    return join_compound(page, left, right)


def join_margin(_page: Page, left: Term, right: Term) -> Term | None:
    """Read '5 ± 0.2 mm' and '230 V ± 10%' as the range that the margin leaves."""
    if left.unit is None and left.kind is None and right.kind in QUANTITIES:
        left.kind, left.unit = right.kind, right.unit
    value, margin = single(left), single(right)
    if value is None or margin is None or left.closed or right.closed:
        return None
    if right.kind is FigureKind.PERCENT and left.kind is not FigureKind.PERCENT:
        margin = CONTEXT.multiply(abs(value), margin.scaleb(-2))
    elif right.kind is not None and right.unit != left.unit:
        # '10 cm ± 1 mm'
        converted = (
            convert(margin, right.unit, left.unit) if right.kind is left.kind is FigureKind.MEASUREMENT else None
        )
        if converted is None:
            return None
        margin = converted
    low, high = CONTEXT.subtract(value, abs(margin)), CONTEXT.add(value, abs(margin))
    joined = Term(left.start, right.end, low, high, left.kind, left.unit, digits=left.digits)
    joined.lead, joined.scale = value, left.scale
    return joined


def _range(left: Term, right: Term) -> Term | None:
    """Return one term from `left` to `right`, with the unit and the scale that one of them lends the other."""
    if not _is_shareable(left, right):
        return None
    _share_both(left, right)
    low, high = single(left), single(right)
    if low is not None and high is not None and high < low < 0:
        # '-5 to -10 °C' goes down.
        low, high = high, low
    if low is None or high is None or low >= high or left.unit != right.unit or left.kind is not right.kind:
        return None
    joined = Term(left.start, right.end, low, high, right.kind, right.unit, digits=left.digits and right.digits)
    joined.lead, joined.scale, joined.per, joined.compound = right.lead, right.scale, right.per, right.compound
    return joined


_MILLION = 10**6
_HUNDRED = Decimal(100)
_HIGHEST_HUNDREDS = 10


def _is_shareable(left: Term, right: Term) -> bool:
    if left.closed or right.closed or left.vague or right.vague or (is_year_like(left) and not is_year_like(right)):
        return False
    if left.kind in QUANTITIES or right.kind in QUANTITIES:
        return _is_million_too(left, right) or left.kind is None or right.kind is None or left.kind is right.kind
    return left.kind is right.kind


def _is_million_too(left: Term, right: Term) -> bool:
    """Say whether an 'm' that looked like metres is the million that the next one is ('20m-30m people')."""
    return left.unit == "metre" and right.kind is None and right.scale == _MILLION


def _share_both(left: Term, right: Term) -> None:
    """Lend unit and scale: '£20–30m', '20 to 30 per cent', 'from 5 to 7 million'."""
    if left.closed or right.closed or is_year_like(left):
        return
    if _is_million_too(left, right):
        left.kind = left.unit = None
    if left.kind is None and right.kind in QUANTITIES:
        left.kind, left.unit = right.kind, right.unit
    elif right.kind is None and left.kind is FigureKind.MONEY and not _is_rate(left, right):
        right.kind, right.unit = left.kind, left.unit
    elif left.unit == "°" and right.kind is FigureKind.TEMPERATURE:
        left.unit = right.unit
    low, high = single(left), single(right)
    if left.unit != right.unit or left.kind is not right.kind:
        return
    if right.hundred and left.scale is None and low is not None and 0 < low < _HIGHEST_HUNDREDS and is_whole(low):
        # 'one and two hundred', 'five or six hundred'
        left.low = left.high = CONTEXT.multiply(low, _HUNDRED)
        left.hundred = True
        return
    if right.scale is None or left.scale is not None or low is None or high is None or right.lead is None:
        return
    # '500,000 to 1 million' says its own size, '900 to 1 million' would be odd.
    if low < _SMALLEST_SPELLED and low <= right.lead * 2 and right.lead >= 1:
        left.low = left.high = CONTEXT.multiply(low, right.scale)
        left.scale = right.scale


def _is_rate(left: Term, right: Term) -> bool:
    """Say whether the second number is the rate that so many hundredths moved: 'fell 12 paise to 83.21'."""
    value = single(right)
    return left.unit in SUBUNIT_OF and value is not None and not is_whole(value)


def share(left: Term, right: Term, *, across: bool) -> None:
    """Give a bare member of a list, or one side of '1920x1080 pixels', the unit and scale of the last one."""
    if across:
        left.kind, left.unit = right.kind, right.unit
    else:
        _share_both(left, right)


def _join_hours(left: Term, right: Term) -> Term | None:
    """Read '10-12pm' and '7.30 to 10pm': the first hour lies in front of the second."""
    hour, until = single(left), right.low
    if hour is None or not isinstance(until, str) or not 1 <= hour <= _NOON:
        return None
    minutes = int(hour * _CENTS) % _CENTS
    if minutes >= _HOUR or hour * _CENTS != int(hour * _CENTS):
        return None
    first, last = int(hour) % _NOON, int(until[1:3])
    if first + _NOON < last:
        first += _NOON
    return Term(left.start, right.end, f"T{first:02d}:{minutes:02d}", until, FigureKind.TIME, closed=True)


_NOON, _HOUR, _CENTS = 12, 60, 100


def join_dates(_page: Page, left: Term, right: Term) -> Term | None:
    """Return one term from one date or time to another; the year that one of them lacks is the other's."""
    if is_bare(left) and right.kind is FigureKind.TIME:
        return _join_hours(left, right)
    if left.kind is not right.kind or left.kind not in {FigureKind.DATE, FigureKind.TIME}:
        return None
    if not (isinstance(left.low, str) and isinstance(right.high, str)):
        return None
    low, high = left.low, right.high
    if low.startswith("XXXX") and not high.startswith("XXXX"):
        low = high[:4] + low[4:]
    elif high.startswith("XXXX") and not low.startswith("XXXX"):
        high = low[:4] + high[4:]
    if left.low != left.high or right.low != right.high or (low >= high and left.kind is FigureKind.DATE):
        return None
    return Term(left.start, right.end, low, high, left.kind, closed=True)
