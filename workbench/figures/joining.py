"""Join neighbouring terms by what stands between them, and share units along lists."""

from __future__ import annotations

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
from workbench.figures.sharing import share_onward
from workbench.figures.spoken_times import join_midnight, join_spoken
from workbench.figures.terms import is_bare
from workbench.model.figures import FigureKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from workbench.figures.terms import Page, Term

_LONGEST_GAP = 32
_LONGEST_SEPARATOR = 18


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
    | dict.fromkeys((" past ", " before ", " after "), join_midnight)
    | {
        "-": _first(join_third, join_spoken, join_hyphen),
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
    share_onward(page, joined)
    return joined


def _join(page: Page, left: Term, right: Term) -> Term | None:
    size = right.start - left.end
    if not 0 <= size <= _LONGEST_GAP or (left.closed and left.kind is FigureKind.IDENTIFIER):
        return None
    gap = page.folded[left.end : right.start]
    rule = _GAPS.get(gap) or (join_among if " in " in gap else None)
    return rule(page, left, right) if rule else None


SEPARATORS = frozenset({", ", " and ", " or ", ", and ", ", or ", " & ", "/", " / ", "- and ", "- or ", "-, "})
# Between the members that a unit is shared by, no list of what is counted: 'a minimum of 20 and a maximum of 27 years'.
_BOUNDS = frozenset(
    {" and a maximum of ", " and a minimum of ", " and at most ", " and no more than ", " and up to ", " or up to "}
)
_LAST = (SEPARATORS | _BOUNDS) - {", "}
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


def _is_listed(folded: str, terms: list[Term], first: int, last: int) -> bool:
    start, end = terms[first - 1].end, terms[first].start
    if folded.endswith("ph ", 0, terms[first - 1].start):
        # 'at pH 7.5 and 37 degrees'
        return False
    if end - start > _LONGEST_SEPARATOR:
        return False
    gap = folded[start:end]
    if gap in _ACROSS:
        # '20 x 30 x 40 cm', but '4 x 100m relay'.
        size = terms[last]
        return size.kind is FigureKind.MEASUREMENT and not folded.startswith((" relay", " medley"), size.end)
    return gap in (_LAST if first == last else SEPARATORS)
