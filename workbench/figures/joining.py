"""Join neighbouring terms by what stands between them, and share units along lists."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

from workbench.figures import currencies
from workbench.figures.compounds import (
    join_comma,
    join_dozen,
    join_glued,
    join_half,
    join_moment,
    join_pointed,
    join_scales,
    join_shillings,
    join_spoken_money,
)
from workbench.figures.ranges import (
    QUANTITIES,
    join_and,
    join_dash,
    join_dates,
    join_hyphen,
    join_margin,
    join_to,
    share,
)
from workbench.figures.ratios import (
    join_among,
    join_colon,
    join_innings,
    join_power,
    join_ratio,
    join_third,
    join_tries,
)
from workbench.figures.terms import is_bare
from workbench.figures.times import join_spoken
from workbench.model.figures import FigureKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from workbench.figures.terms import Page, Term

_LONGEST_GAP = 32
_LONGEST_SEPARATOR = 6


def _first(*rules: Callable[[Page, Term, Term], Term | None]) -> Callable[[Page, Term, Term], Term | None]:
    """Return a rule that tries `rules` in turn."""

    def join(page: Page, left: Term, right: Term) -> Term | None:
        for rule in rules:
            joined = rule(page, left, right)
            if joined is not None:
                return joined
        return None

    return join


_GAPS: dict[str, Callable[[Page, Term, Term], Term | None]] = (
    dict.fromkeys(
        (
            " in ",
            "-in-",
            " in every ",
            " out of ",
            " out of every ",
            " out of the ",
            " of ",
            " of the ",
            " of every ",
            " of its ",
            " of their ",
            " of his ",
            " of her ",
            " of our ",
            " of those ",
            " of these ",
        ),
        join_ratio,
    )
    | dict.fromkeys((" through ", " until ", " till ", " up to "), join_dates)
    | dict.fromkeys((" on ", ", on ", " at ", ", at "), join_moment)
    | dict.fromkeys(("±", " ± ", " ±", "± ", "+/-", " +/- ", " plus or minus ", " give or take "), join_margin)
    | dict.fromkeys((" to the ", " to the power of ", " to the power "), join_power)
    | {
        "-": _first(join_third, join_hyphen),
        " - ": join_dash,
        " to ": join_to,
        " to +": join_to,
        " to plus ": join_to,
        "-to-": join_to,
        "-for-": join_tries,
        "-of-": join_tries,
        " for ": join_innings,
        "- to ": join_to,
        ". ": join_pointed,
        " and ": _first(join_and, join_half),
        " and +": join_and,
        " and plus ": join_and,
        " and a ": join_half,
        ":": join_colon,
        "": join_glued,
        " ": _first(join_glued, join_scales, join_shillings, join_moment, join_dozen, join_spoken, join_spoken_money),
        ", ": join_comma,
    }
)


def join_terms(page: Page, terms: list[Term]) -> list[Term]:
    """Return the terms with neighbours that make one figure joined, and with units and scales shared along lists."""
    joined: list[Term] = []
    for term in terms:
        merged = _join(page, joined[-1], term) if joined else None
        if merged is None:
            joined.append(term)
        else:
            joined[-1] = merged
    _share_lists(page, joined)
    _share_onward(page, joined)
    return joined


def _join(page: Page, left: Term, right: Term) -> Term | None:
    size = right.start - left.end
    if not 0 <= size <= _LONGEST_GAP or (left.closed and left.kind is FigureKind.IDENTIFIER):
        return None
    gap = page.folded[left.end : right.start]
    rule = _GAPS.get(gap) or (join_among if " in " in gap else None)
    return rule(page, left, right) if rule else None


SEPARATORS = frozenset({", ", " and ", " or ", ", and ", ", or ", " & ", "/", " / ", "- and ", "- or ", "-, "})
_LAST = SEPARATORS - {", "}
_ACROSS = frozenset({" x ", "x", " by "})


def _share_lists(page: Page, terms: list[Term]) -> None:
    """Give the bare members of a list the unit and scale of its last one ('10, 12 and 15 per cent')."""
    folded = page.folded
    last = len(terms) - 1
    while last > 0:
        first, right = last, terms[last]
        if (right.kind in QUANTITIES or right.scale is not None or right.hundred) and folded[
            right.start
        ] not in currencies.SIGNS:
            while first > 0 and is_bare(terms[first - 1]) and _is_listed(folded, terms, first, last):
                first -= 1
                share(terms[first], right, across=folded[terms[first].end : terms[first + 1].start] in _ACROSS)
        last = min(first, last - 1)


# How the shares of a poll follow the first: 'Reform on 26 per cent, Labour on 23 and the Tories on 22'.
_ONWARD = re.compile(r"(?:,| and| with|;)[^.;:0-9$£€]{1,40} on $|, (?:up|down) from $")
# The same in a list of names: 'Labour 34%, Tories 25'.
_PARTY = re.compile(r"(?:,|;| and) (?:the )?[A-Z][A-Za-z]{1,15}(?: [A-Z][a-z]{1,12})? ")
# What a quantity is set against: 'delayed by seven years, against three for the rest', 'from 30 months, cut to 20'.
_AGAINST = re.compile(
    r"[^.;:0-9$£€]{0,32} (?:against|compared (?:with|to)|versus|up from|down from|reduced to|cut to|raised to|extended to|instead of|rather than) "
    r"(?:just |only |about |around |nearly |some )?$"
)
_OTHERS = re.compile(
    r" (?:for|in|on|at|under|among|before) (?:those|the|most|people|men|women|a |an |his|her|its|their|other|all|previous|[a-z]+ing )"
)
# 'up 2.1 per cent for the quarter and 7.4 for the year'
_PERIOD = re.compile(r" (?:for|in|over|on) (?:the|a) (?:month|quarter|year|week|day),? (?:and|but) (?:up |down )?$")
_PERIOD_BEHIND = re.compile(r" (?:for|in|over|on) (?:the|a) (?:month|quarter|year|week|day)\b")
_ONWARD_KINDS = frozenset({FigureKind.PERCENT, FigureKind.DURATION, FigureKind.TEMPERATURE, FigureKind.MEASUREMENT})
_ALONE = re.compile(
    r"[,.;)]|\x00|,? (?:and|but|with|while)\b| in (?:19|20)[0-9]{2}\b| (?:last|a|the previous) (?:year|month|week|quarter)\b"
)
_LONGEST_ONWARD = 48


def _share_onward(page: Page, terms: list[Term]) -> None:
    """Give the percent sign of a share to bare numbers that tell the shares of others behind it."""
    folded = page.folded
    for left, right in pairwise(terms):
        if right.kind is not None or left.kind not in _ONWARD_KINDS or right.scale:
            continue
        gap = folded[left.end : right.start]
        if len(gap) > _LONGEST_ONWARD or not isinstance(right.low, Decimal) or not right.low <= 100:  # noqa: PLR2004 - a share
            continue
        if _goes_on(folded, gap, right.end):
            right.kind, right.unit = left.kind, left.unit
            continue
        if left.kind is not FigureKind.PERCENT or not right.digits:
            continue
        if gap.endswith(" on ") and not folded.endswith(" on ", 0, left.start):
            continue
        polled = _PARTY.fullmatch(page.text, left.end, right.start) is not None
        if (polled or _ONWARD.fullmatch(gap)) and _ALONE.match(folded, right.end):
            right.kind, right.unit = FigureKind.PERCENT, "%"


def _goes_on(folded: str, gap: str, end: int) -> bool:
    """Say whether a number without a unit is one more of what was told before it: 'seven years, against three for those'."""
    if not gap.endswith(" "):
        return False
    if _AGAINST.fullmatch(gap):
        return _ALONE.match(folded, end) is not None or _OTHERS.match(folded, end) is not None
    return _PERIOD.fullmatch(gap) is not None and _PERIOD_BEHIND.match(folded, end) is not None


def _is_listed(folded: str, terms: list[Term], first: int, last: int) -> bool:
    start, end = terms[first - 1].end, terms[first].start
    if end - start > _LONGEST_SEPARATOR:
        return False
    gap = folded[start:end]
    if gap in _ACROSS:
        # '20 x 30 x 40 cm', but '4 x 100m relay'.
        size = terms[last]
        return size.kind is FigureKind.MEASUREMENT and not folded.startswith((" relay", " medley"), size.end)
    return gap in (_LAST if first == last else SEPARATORS)
