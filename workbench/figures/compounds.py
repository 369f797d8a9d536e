"""Read two measures as one: '6ft 2in', '1 hour and 20 minutes', 'two dollars and fifty cents', '9 a.m. on 3 March 2024'."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from workbench.figures import currencies
from workbench.figures.nouns import STOPS
from workbench.figures.quantities import UNIT_ENDS
from workbench.figures.terms import CONTEXT, Term, single, word_after
from workbench.model.figures import FigureKind

if TYPE_CHECKING:
    from workbench.figures.terms import Page

_STEPS = {
    ("foot", "inch"): 12, ("stone", "pound"): 14, ("pound", "ounce"): 16, ("yard", "foot"): 3, ("mile", "yard"): 1760,
    ("hour", "minute"): 60, ("minute", "second"): 60, ("year", "month"): 12, ("week", "day"): 7, ("day", "hour"): 24,
    ("kilometre", "metre"): 1000, ("metre", "centimetre"): 100, ("kilogram", "gram"): 1000, ("tonne", "kilogram"): 1000, ("litre", "millilitre"): 1000, ("year", "week"): 52,
}  # fmt: skip
_FOOT = 12
_CENTS = 100
_FULL_DATE = 10
_LISTED = frozenset({"foot", "hour", "stone", "pound", "year"})


def join_compound(page: Page, left: Term, right: Term) -> Term | None:
    """Return a measure in two units as one in the smaller of them."""
    if left.kind is FigureKind.MONEY and right.kind is FigureKind.MONEY:
        return _join_money(page, left, right)
    low, high = single(left), single(right)
    if left.unit is None or right.unit is None or low is None or high is None or left.qualifier:
        return None
    step = _STEPS.get((left.unit, right.unit))
    if step is None or high >= step or (left.kind is FigureKind.AGE and right.kind is not FigureKind.AGE):
        return None
    total = CONTEXT.add(CONTEXT.multiply(low, Decimal(step)), high)
    joined = Term(left.start, right.end, total, total, right.kind, right.unit, digits=left.digits)
    joined.lead, joined.compound = total, right.compound
    return joined


_MINUTES_END = re.compile(r"[,.;)\x00]| (?:the|it|long|later|is|was|and|but|with|to|for)\b")


def _is_minutes(page: Page, left: Term, right: Term) -> bool:
    return (
        right.kind is None
        and page.folded[left.end] == " "
        and right.end - right.start == _PAIR
        and right.digits
        and _MINUTES_END.match(page.folded, right.end) is not None
    )


def join_inches(page: Page, left: Term, right: Term) -> Term | None:
    """Return feet with inches that carry no unit of their own: '6-foot-2', '5ft 10', and the marks of 6'2"."""
    inches = single(right)
    if left.unit == "stone" and right.kind is None and UNIT_ENDS.match(page.folded, right.end):
        # '11 stone 6'
        right.unit, right.kind = "pound", FigureKind.MEASUREMENT
        return join_compound(page, left, right)
    if left.unit == "hour" and _is_minutes(page, left, right):
        # 'at two hours 40 the film is too long'
        right.unit, right.kind = "minute", FigureKind.DURATION
        return join_compound(page, left, right)
    if left.end == right.start and left.unit in _GLUED and right.kind is None and right.end - right.start == _PAIR:
        # '3h20', '1m80'
        right.unit, right.kind = _GLUED[left.unit], left.kind
        return join_compound(page, left, right)
    if left.unit != "foot" or right.kind is not None or inches is None or not 0 <= inches < _FOOT or right.scale:
        return None
    if page.folded[right.end] == '"':
        right.end += 1
    elif page.folded.startswith("''", right.end):
        right.end += 2
    elif _INCHES.match(page.folded, right.end):
        right.end += 3
    right.unit, right.kind = "inch", FigureKind.MEASUREMENT
    return join_compound(page, left, right)


_GLUED = {"hour": "minute", "metre": "centimetre"}
_PAIR = 2
_INCHES = re.compile(r" in(?=[.,;)\x00]| (?:tall|high|long|wide|deep|thick|and|x|by|\())")


def join_pointed(page: Page, left: Term, right: Term) -> Term | None:
    """Join '5 ft. 10' and '5 lbs. 3 oz.', where the point ends an abbreviation and no sentence."""
    short = page.folded.endswith(_SHORT, left.start, left.end)
    return join_inches(page, left, right) or (join_compound(page, left, right) if short else None)


_SHORT = ("lb", "lbs", "ft", "yd", "hr", "hrs", "min", "st")


def join_glued(page: Page, left: Term, right: Term) -> Term | None:
    """Join two measures with no more than a space between them."""
    return join_inches(page, left, right) or join_compound(page, left, right)


def join_comma(page: Page, left: Term, right: Term) -> Term | None:
    """Join '6 feet, 2 inches' and 'May 5, 10:30', but no plain list."""
    return join_moment(page, left, right) or (join_compound(page, left, right) if left.unit in _LISTED else None)


def join_half(page: Page, left: Term, right: Term) -> Term | None:
    """Add a fraction to a measure in front of it: 'two years and a half'."""
    low, part = single(left), single(right)
    if right.kind is not FigureKind.RATIO or left.unit is None or low is None or part is None or left.scale:
        return None
    if page.folded.startswith(" of ", right.end):
        return None
    total = CONTEXT.add(low, part)
    joined = Term(left.start, right.end, total, total, left.kind, left.unit, digits=left.digits)
    joined.lead = total
    return joined


def _join_money(page: Page, left: Term, right: Term) -> Term | None:
    low, high = single(left), single(right)
    if currencies.SUBUNIT_OF.get(right.unit or "") != left.unit or low is None or high is None or left.scale:
        return None
    if page.folded[left.end : right.start] == ", " or high >= _CENTS:
        return None
    total = CONTEXT.add(low, CONTEXT.multiply(high, currencies.HUNDREDTH))
    joined = Term(left.start, right.end, total, total, FigureKind.MONEY, left.unit, digits=left.digits)
    joined.lead = total
    return joined


def join_spoken_money(page: Page, left: Term, right: Term) -> Term | None:
    """Read 'eighteen pounds fifty'."""
    low, high = single(left), single(right)
    if left.kind is not FigureKind.MONEY or right.kind or left.scale or low is None or left.digits != right.digits:
        return None
    if left.digits and (right.end - right.start != _PAIR or not page.folded[left.end - 1].isalpha()):
        # '20 pounds 50'
        return None
    following = word_after(page, right.end)
    if high is None or not _FEWEST_CENTS <= high < _CENTS or (following and following not in STOPS):
        return None
    total = CONTEXT.add(low, CONTEXT.multiply(high, currencies.HUNDREDTH))
    joined = Term(left.start, right.end, total, total, FigureKind.MONEY, left.unit, digits=False)
    joined.lead = total
    return joined


_FEWEST_CENTS = 5


def join_shillings(page: Page, left: Term, right: Term) -> Term | None:
    """Read '£4 10s', of the days before 1971, in pounds."""
    low, high = single(left), single(right)
    if left.unit != "GBP" or left.scale or low is None or high is None or not 0 < high < _SHILLINGS:
        return None
    if right.unit != "second" or page.folded[right.end - 1] != "s" or not page.folded[right.end - 2].isdigit():
        return None
    total = CONTEXT.add(low, CONTEXT.divide(high, Decimal(_SHILLINGS)))
    joined = Term(left.start, right.end, total, total, FigureKind.MONEY, left.unit, digits=left.digits)
    joined.lead = total
    return joined


_SHILLINGS = 20


def join_scales(_page: Page, left: Term, right: Term) -> Term | None:
    """Add '2 million 500 thousand', 'Rs 3 crore 50 lakh'; the unit stands in front or behind."""
    low, high = single(left), single(right)
    if low is None or high is None or not left.scale or not right.scale or high >= left.scale:
        return None
    if left.closed or right.closed or (left.kind and right.kind):
        return None
    total = CONTEXT.add(low, high)
    joined = Term(left.start, right.end, total, total, left.kind or right.kind, left.unit or right.unit)
    joined.lead, joined.scale, joined.per = CONTEXT.divide(total, right.scale), right.scale, right.per
    joined.digits = left.digits and right.digits
    return joined


def join_dozen(page: Page, left: Term, right: Term) -> Term | None:
    """Read '$4.82 a dozen' as a price per dozen."""
    if left.kind is FigureKind.MONEY and page.folded[right.start : right.end] == "a dozen":
        left.per = "dozen"
        return left
    return None


def join_moment(_page: Page, left: Term, right: Term) -> Term | None:
    """Join '9 a.m. on 3 March 2024' and '3 March 2024 at 9 a.m.' into one moment."""
    day, clock = (right, left) if left.kind is FigureKind.TIME else (left, right)
    if day.kind is not FigureKind.DATE or clock.kind is not FigureKind.TIME:
        return None
    if not isinstance(day.low, str) or day.low != day.high or clock.low != clock.high or len(day.low) < _FULL_DATE:
        return None
    value = f"{day.low}{clock.low}"
    return Term(left.start, right.end, value, value, FigureKind.DATE, closed=True)
