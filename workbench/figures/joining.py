"""Join neighbouring terms: ranges, lists with a shared unit, ratios, scores, compound measures ('6ft 2in')."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from workbench.figures import currencies, units
from workbench.figures.terms import CONTEXT, Term, divide, is_whole
from workbench.model.figures import FigureKind, Qualifier

if TYPE_CHECKING:
    from collections.abc import Callable

    from workbench.figures.terms import Page

_LONGEST_GAP = 16
_QUANTITIES = frozenset(
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
_CHANGE = re.compile(
    r"\b(?:r[io]se[ns]?|rising|fell|falls?|falling|fallen|dropp?(?:s|ed|ing)?|grew|grow(?:s|n|ing|th)?|climb(?:s|ed|ing)?|increased?|increases|increasing|"
    r"decreased?|decreases|decreasing|up|down|rais(?:e[ds]?|ing)|cut(?:s|ting)?|jump(?:s|ed|ing)?|declin(?:e[ds]?|ing)|slid(?:e|es|ing)?|slipp?(?:s|ed|ing)?|"
    r"surg(?:e[ds]?|ing)|soar(?:s|ed|ing)?|plung(?:e[ds]?|ing)|edg(?:e[ds]?|ing)|went|go(?:es|ing|ne)?|chang(?:e[ds]?|ing)|mov(?:e[ds]?|ing)|"
    r"improv(?:e[ds]?|ing)|widen(?:s|ed|ing)?|narrow(?:s|ed|ing)?|shr[aiu]nk|shrinking|lower(?:s|ed|ing)?|lift(?:s|ed|ing)?|doubl(?:e[ds]?|ing)|swell(?:ed|ing)?|"
    r"reduc(?:e[ds]?|ing|tion)|extend(?:s|ed|ing)?|expand(?:s|ed|ing)?|upgrad(?:e[ds]?|ing)|shift(?:s|ed|ing)?|tumbl(?:e[ds]?|ing)|ballooned|halv(?:ed|ing)|hike[ds]?|hiking|upped|trimm?(?:s|ed|ing)?|"
    r"boost(?:s|ed|ing)?|slump(?:s|ed|ing)?|swung|revis(?:e[ds]?|ing)|downgrad(?:e[ds]?|ing)|tripl(?:e[ds]?|ing)|eas(?:e[ds]?|ing)|accelerat(?:e[ds]?|ing)|slow(?:s|ed|ing)?|nudg(?:e[ds]?|ing)|advanc(?:e[ds]?|ing)|gain(?:s|ed|ing)?)\b"
    r"[^.;:]{0,44}$",
)
_SPORT = re.compile(
    r"\b(?:wins?|won|beat|beats|beaten|los[est]+|losing|lead|led|leading|trail(?:s|ed|ing)?|drew|draws?|defeat(?:s|ed)?|victory|score[ds]?|scoreline|ahead|behind|vot(?:e[ds]?|ing)|thrash(?:ed)?|down|aggregate|series|record|tied?|level|rout(?:ed)?|stuns|stunned|edged?|ruled|ruling|overcame|sees? off|saw off|final)\b"
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
    return _share_lists(page, joined)


def _join(page: Page, left: Term, right: Term) -> Term | None:
    size = right.start - left.end
    if not 0 <= size <= _LONGEST_GAP or (left.closed and left.kind is FigureKind.IDENTIFIER):
        return None
    rule = _GAPS.get(page.folded[left.end : right.start])
    return rule(page, left, right) if rule else None


def _is_bare(term: Term) -> bool:
    return term.kind is None and not term.vague and not term.closed


def _value(term: Term) -> Decimal | None:
    return term.low if isinstance(term.low, Decimal) and term.low == term.high else None


# Ranges


def _join_hyphen(page: Page, left: Term, right: Term) -> Term | None:
    low, high = _value(left), _value(right)
    if low is None or high is None:
        return _join_dates(page, left, right)
    if (
        _is_bare(left)
        and _is_bare(right)
        and is_whole(low)
        and is_whole(high)
        and (high <= low or _is_score(page, left, right))
    ):
        return _score(left, right)
    if left.kind is FigureKind.SCORE:
        return None
    return _feet_inches(page, left, right) or _range(left, right)


def _is_score(page: Page, left: Term, right: Term) -> bool:
    if right.low == 0 or left.low == 0:
        return True
    if (left.scale or right.scale) or not isinstance(right.low, Decimal) or right.low > 150:  # noqa: PLR2004 - no score is higher
        return False
    after = page.folded[right.end : right.end + 12]
    if after.startswith(
        (
            " win",
            " loss",
            " defeat",
            " vict",
            " draw",
            " lead",
            " record",
            " vote",
            " aggreg",
            " ruling",
            " majority",
            " away",
            " home",
            " drub",
            " series",
        )
    ):
        return True
    if (
        after[:1] == " "
        and after[1:2].isalpha()
        and not after.startswith(
            (" in ", " at ", " to ", " on ", " ag", " by ", " with ", " af", " and ", " over ", " when ", " thanks ")
        )
    ):
        return False
    return _SPORT.search(page.folded, max(0, left.start - 40), left.start) is not None


def _score(left: Term, right: Term) -> Term | None:
    low, high = _value(left), _value(right)
    if low is None or high is None or max(low, high) > 999 or left.scale or right.scale:  # noqa: PLR2004 - no score is higher
        return None
    if left.digits != right.digits and right.low != 0:
        return None
    return Term(left.start, right.end, None, None, FigureKind.SCORE, parts=(low, high), digits=left.digits)


def _join_third_score(_page: Page, left: Term, right: Term) -> Term | None:
    if left.kind is FigureKind.SCORE and _is_bare(right) and isinstance(right.low, Decimal):
        return Term(
            left.start, right.end, None, None, FigureKind.SCORE, parts=(*left.parts, right.low), digits=left.digits
        )
    return None


def _join_to(page: Page, left: Term, right: Term) -> Term | None:
    low, high = _value(left), _value(right)
    if low is None or high is None:
        return _join_dates(page, left, right)
    if _is_change(page, left):
        _share_both(left, right)
        return None
    before = page.folded[max(0, left.start - 8) : left.start]
    if _is_bare(left) and _is_bare(right) and high < low:
        return None if before.endswith("from ") else _score(left, right)
    if left.kind is not None and right.kind is not None and before.endswith(("up ", "down ")):
        return None
    return _range(left, right)


def _is_change(page: Page, left: Term) -> bool:
    """Say whether the two sides are a before and an after: 'rose from 21 to 34 per cent'."""
    folded = page.folded
    start = left.start
    if folded.endswith("from ", 0, start):
        return _CHANGE.search(folded[max(0, start - 60) : start - 5]) is not None
    return left.kind is not None and folded.endswith(("up ", "down "), 0, start)


def _join_and(page: Page, left: Term, right: Term) -> Term | None:
    before = page.folded[max(0, left.start - 9) : left.start]
    if before.endswith("between ") and not page.folded[left.start - 9 : left.start - 8].isalpha():
        joined = _range(left, right) if _value(left) is not None else _join_dates(page, left, right)
        if joined:
            joined.qualifier = Qualifier.BETWEEN
            joined.qualifier_start, joined.qualifier_end = left.start - 8, left.start - 1
            return joined
        return None
    return _compound(page, left, right)


def _range(left: Term, right: Term) -> Term | None:
    """Return one term from `left` to `right`, with the unit and the scale that one of them lends the other."""
    if not _is_shareable(left, right):
        return None
    if (left.kind is FigureKind.RATIO or right.kind is FigureKind.RATIO) and left.kind is not right.kind:
        return None
    _share_both(left, right)
    low, high = _value(left), _value(right)
    if low is None or high is None or low > high or left.unit != right.unit or left.kind is not right.kind:
        return None
    joined = Term(left.start, right.end, low, high, right.kind, right.unit, digits=left.digits and right.digits)
    joined.lead, joined.scale, joined.per, joined.compound = right.lead, right.scale, right.per, right.compound
    return joined


def _is_shareable(left: Term, right: Term) -> bool:
    if (
        left.closed
        or right.closed
        or left.vague
        or right.vague
        or left.kind in {FigureKind.ORDINAL, FigureKind.MULTIPLE}
    ):
        return left.kind is right.kind and left.kind in {FigureKind.ORDINAL, FigureKind.MULTIPLE}
    return left.kind is None or right.kind is None or left.kind is right.kind


def _share_both(left: Term, right: Term) -> None:
    """Lend unit and scale: '£20–30m', '20 to 30 per cent', 'from 5 to 7 million'."""
    if left.kind is None and right.kind in _QUANTITIES:
        left.kind, left.unit = right.kind, right.unit
    elif right.kind is None and left.kind is FigureKind.MONEY and left.end - left.start > 0:
        right.kind, right.unit = left.kind, left.unit
    elif left.unit == "°" and right.kind is FigureKind.TEMPERATURE:
        left.unit = right.unit
    _share_scale(left, right)


def _share_scale(left: Term, right: Term) -> None:
    low, high = _value(left), _value(right)
    if right.scale is None or left.scale is not None or low is None or high is None or right.lead is None:
        return
    if low < 1000 and low <= right.lead * 2:  # noqa: PLR2004 - '500,000 to 1 million' says its own size
        left.low = left.high = CONTEXT.multiply(low, right.scale)
        left.scale = right.scale


def _join_dates(_page: Page, left: Term, right: Term) -> Term | None:
    if left.kind is not right.kind or left.kind not in {FigureKind.DATE, FigureKind.TIME}:
        return None
    if not (isinstance(left.low, str) and isinstance(right.high, str)):
        return None
    low = left.low
    if low.startswith("XXXX") and not right.high.startswith("XXXX"):
        low = right.high[:4] + low[4:]
    high = right.high
    if high.startswith("XXXX") and not low.startswith("XXXX"):
        high = low[:4] + high[4:]
    return Term(left.start, right.end, low, high, left.kind, closed=True)


# Ratios


def _join_ratio(page: Page, left: Term, right: Term) -> Term | None:
    low, high = _value(left), _value(right)
    if (
        not (_is_bare(left) and _is_bare(right))
        or low is None
        or high is None
        or not (is_whole(low) and is_whole(high))
    ):
        return None
    if not 0 <= low <= high or high == 0 or left.scale:
        return None
    gap = page.folded[left.end : right.start]
    if gap == " in " and (_is_year(page, right) or low > 100 or not _is_round_base(page, right, int(high))):  # noqa: PLR2004 - 'one in five'
        return None
    if right.compound or page.folded[right.end] == "-":
        return None
    value, fraction = divide(int(low), int(high))
    return Term(
        left.start, right.end, value, value, FigureKind.RATIO, digits=left.digits, fraction=fraction, parts=(low, high)
    )


def _is_year(page: Page, term: Term) -> bool:
    return term.digits and term.end - term.start == 4 and page.folded[term.start] in "12"  # noqa: PLR2004 - a year has four digits


def _is_round_base(page: Page, term: Term, base: int) -> bool:
    """Say whether 'in N' can be a base: small or round; not 'three in 12 months' (a unit would have been taken)."""
    return base <= 20 or base % 5 == 0 or page.folded[term.end] in ".,;"  # noqa: PLR2004 - 'one in 17'


def _join_colon(_page: Page, left: Term, right: Term) -> Term | None:
    low, high = _value(left), _value(right)
    if (
        not (_is_bare(left) and _is_bare(right))
        or low is None
        or high is None
        or not high
        or not (is_whole(low) and is_whole(high))
    ):
        return None
    value, fraction = divide(int(low), int(high)) if max(low, high) < 10**9 else (low, None)
    return Term(left.start, right.end, value, value, FigureKind.RATIO, fraction=fraction, parts=(low, high))


# Compound measures

_STEPS = {
    ("foot", "inch"): 12, ("stone", "pound"): 14, ("pound", "ounce"): 16, ("yard", "foot"): 3, ("mile", "yard"): 1760,
    ("hour", "minute"): 60, ("minute", "second"): 60, ("year", "month"): 12, ("week", "day"): 7, ("day", "hour"): 24,
    ("kilometre", "metre"): 1000, ("metre", "centimetre"): 100, ("kilogram", "gram"): 1000, ("year", "week"): 52,
}  # fmt: skip


def _join_space(page: Page, left: Term, right: Term) -> Term | None:
    return _feet_inches(page, left, right) or _compound(page, left, right)


def _feet_inches(page: Page, left: Term, right: Term) -> Term | None:
    r"""Read the inches that carry no sign of their own: '6-foot-2', '5ft 10', and the two marks of 6'2\"."""
    inches = _value(right)
    if left.unit != "foot" or right.kind is not None or inches is None or not 0 <= inches < 12 or right.scale:  # noqa: PLR2004 - a foot
        return None
    if page.folded[right.end] == '"':
        right.end += 1
    elif page.folded[right.end : right.end + 2] == " i":
        return None
    right.unit, right.kind = "inch", FigureKind.MEASUREMENT
    return _compound(page, left, right)


def _compound(page: Page, left: Term, right: Term) -> Term | None:
    low, high = _value(left), _value(right)
    if left.kind is FigureKind.MONEY and right.kind is FigureKind.MONEY:
        return _compound_money(page, left, right)
    if left.unit is None or right.unit is None or low is None or high is None:
        return None
    if right.kind is FigureKind.AGE and left.kind is FigureKind.DURATION:
        return None
    step = _STEPS.get((left.unit, right.unit))
    if step is None or high >= step or left.qualifier:
        return None
    total = CONTEXT.add(CONTEXT.multiply(low, Decimal(step)), high)
    joined = Term(left.start, right.end, total, total, left.kind, right.unit, digits=left.digits)
    joined.lead, joined.compound = total, right.compound
    return joined


def _compound_money(page: Page, left: Term, right: Term) -> Term | None:
    low, high = _value(left), _value(right)
    if currencies.SUBUNIT_OF.get(right.unit or "") != left.unit or low is None or high is None or left.scale:
        return None
    if page.folded[left.end : right.start] == ", " or high >= 100:  # noqa: PLR2004 - a hundred pence are a pound
        return None
    total = CONTEXT.add(low, CONTEXT.multiply(high, currencies.HUNDREDTH))
    joined = Term(left.start, right.end, total, total, FigureKind.MONEY, left.unit, digits=left.digits)
    joined.lead = total
    return joined


def _join_by(page: Page, left: Term, right: Term) -> Term | None:
    """Share the unit along '5 x 10 m'; both stay figures of their own."""
    if left.kind is None and right.kind is FigureKind.MEASUREMENT and not left.vague and right.unit in units.UNITS:
        gap = page.folded[left.end : right.start]
        if gap.strip() != "by" or not page.folded.endswith(("beat ", "won ", "lost "), 0, left.start):
            left.kind, left.unit = right.kind, right.unit
    return None


# Times with dates


def _join_moment(_page: Page, left: Term, right: Term) -> Term | None:
    """Join '9 a.m. on 3 March 2024' and '3 March 2024 at 9 a.m.' into one moment."""
    day, clock = (right, left) if left.kind is FigureKind.TIME else (left, right)
    if day.kind is not FigureKind.DATE or clock.kind is not FigureKind.TIME:
        return None
    if not isinstance(day.low, str) or day.low != day.high or clock.low != clock.high or len(day.low) < 10:  # noqa: PLR2004 - a full date
        return None
    value = f"{day.low}{clock.low}"
    return Term(left.start, right.end, value, value, FigureKind.DATE, closed=True)


def _join_comma(page: Page, left: Term, right: Term) -> Term | None:
    return _join_moment(page, left, right) or (
        _compound(page, left, right) if left.unit in {"foot", "hour", "stone", "pound", "year"} else None
    )


_GAPS: dict[str, Callable[[Page, Term, Term], Term | None]] = {
    "-": lambda page, left, right: _join_third_score(page, left, right) or _join_hyphen(page, left, right),
    " - ": lambda page, left, right: _join_hyphen(page, left, right) if left.digits and right.digits else None,
    " to ": _join_to,
    "-to-": _join_to,
    " and ": _join_and,
    " through ": _join_dates,
    " until ": _join_dates,
    " till ": _join_dates,
    " in ": _join_ratio,
    "-in-": _join_ratio,
    " in every ": _join_ratio,
    " out of ": _join_ratio,
    " out of every ": _join_ratio,
    " out of the ": _join_ratio,
    " of ": _join_ratio,
    " of the ": _join_ratio,
    " of every ": _join_ratio,
    " of its ": _join_ratio,
    " of their ": _join_ratio,
    " of his ": _join_ratio,
    " of her ": _join_ratio,
    " of our ": _join_ratio,
    " of those ": _join_ratio,
    ":": _join_colon,
    "": _join_space,
    " ": lambda page, left, right: _join_space(page, left, right) or _join_moment(page, left, right),
    ", ": _join_comma,
    " on ": _join_moment,
    ", on ": _join_moment,
    " at ": _join_moment,
    ", at ": _join_moment,
    " x ": _join_by,
    "x": _join_by,
    " by ": _join_by,
}


# Lists

_SEPARATORS = frozenset({", ", " and ", " or ", ", and ", ", or ", " & ", "/", " / "})
_LAST = frozenset({" and ", " or ", ", and ", ", or ", " & ", "/", " / "})


def _share_lists(page: Page, terms: list[Term]) -> list[Term]:
    """Give the bare members of a list the unit and scale of its last one ('10, 12 and 15 per cent')."""
    folded = page.folded
    last = len(terms) - 1
    while last > 0:
        right = terms[last]
        first = last
        if right.kind in _QUANTITIES or right.scale is not None:
            while first > 0 and _is_bare(terms[first - 1]) and _is_listed(folded, terms, first, last):
                first -= 1
                if right.kind is not FigureKind.MONEY or folded[right.start] not in currencies.SIGNS:
                    _share_both(terms[first], right)
        last = first - 1 if first < last else last - 1
    return terms


def _is_listed(folded: str, terms: list[Term], first: int, last: int) -> bool:
    gap_start, gap_end = terms[first - 1].end, terms[first].start
    if gap_end - gap_start > 6:  # noqa: PLR2004 - the longest separator
        return False
    gap = folded[gap_start:gap_end]
    return gap in (_LAST if first == last else _SEPARATORS)
