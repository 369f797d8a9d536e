"""Give a bare number the unit of the quantity that it goes on from ('Labour on 23', 'against three for the rest', 'to 1.5 from 1 per cent')."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from workbench.figures.terms import is_year_like
from workbench.model.figures import FigureKind

if TYPE_CHECKING:
    from workbench.figures.terms import Page, Term

# How the shares of a poll follow the first: 'Reform on 26 per cent, Labour on 23 and the Tories on 22'.
_ONWARD = re.compile(
    r"(?:,| and| with|;)[^.;:0-9$£€]{1,40} on $|, (?:up|down) from $| to (?:his|her|their|its|[a-z]+'s?) $"
)
# The same in a list of names: 'Labour 34%, Tories 25'.
_PARTY = re.compile(r"(?:,|;| and) (?:in |for |among )?(?:the )?[A-Z][A-Za-z]{1,15}(?: [A-Z][a-z]{1,12})? ")
# What a quantity is set against: 'delayed by seven years, against three for the rest', 'from 30 months, cut to 20'.
_AGAINST = re.compile(
    r" from $|[^.;:0-9$£€]{0,56} (?:(?:on|than|from|after|beat|below|above|against) [a-z]+'s|"
    r"(?:target|average|limit|norm|mean|goal|median|minimum|maximum|forecast|estimate|figure) of|"
    r"(?:cut|reduced|raised|increased|extended|shortened)(?: on appeal| later| since| then| again)? to|"
    r"(?<=, )(?:(?:falls|drops|rises|fell|dropped|rose|falling|dropping|rising|climbing) to|(?:peaking|peaked) at|of which (?:he|she|they|it)(?: has| had| have| will)? [a-z]+)|the (?:other|remaining)|against|compared (?:with|to)|versus|up from|down from|instead of|rather than) "
    r"(?:just |only |about |around |nearly |some |every )?$"
)
# 'up 2.1 per cent for the quarter and 7.4 for the year', '1.4 per cent this year, and 1.5 thereafter'
_WHEN = (
    r"(?:(?:for|in|over|on) (?:the|a) (?:month|quarter|year|week|day)|(?:this|next|last) (?:year|month|quarter|week))"
)
_PERIOD = re.compile(rf"(?: {_WHEN})?,? (?:and|but|then) (?:to |by |up |down )?$")
_PERIOD_BEHIND = re.compile(rf" (?:{_WHEN}|thereafter|next|the (?:next|following|year))\b")
# '18 inches of snow on Marquette, with 6 to 10 more expected'
_MORE_BEHIND = re.compile(r" more (?:expected|forecast|likely|possible|due|to come|on the way)\b")
# '8C on Thursday, 6 on Friday and minus 2 by Sunday'
_PLACED = re.compile(
    r" (?:on|by|in|at|for)(?: the)? [a-z][a-z ]{2,24}(?:,| and|, and|,? with|,? but) (?:just |only |about |around )?$"
)
_PLACED_BEHIND = re.compile(r" (?:on|by|in|at|for) ")
# '12 miles long and four wide'
_SIDE = re.compile(r" (?:long|wide|tall|high|deep|across)(?:,| and|, and|,? but| by) (?:only |just |barely )?$")
_SIDE_BEHIND = re.compile(r" (?:wide|long|deep|high|tall|across|thick)\b")
# '11 years of a 25-year term, seven of them in solitary'
_PARTLY = re.compile(r"(?: [a-z][a-z -]{0,40})?, (?:about |nearly |almost |some )?$")
_PARTLY_BEHIND = re.compile(r" of (?:them|those) (?:in |as |at |on |behind |under |spent|taken)")
# '46 per cent said yes, 38 said no'; without a verb behind the first only a number with decimals is one more share.
_SAID = re.compile(
    r" (?:said|say|wanted?|back|backed|thought|think|had|have|opposed?|supported?|favou?r|favou?red|would|called|did not|do not|didn't|don't|"
    r"disagreed?|agreed?|were|are|voted|felt|feel|believed?)\b"
)
_ANSWERING = re.compile(r"[^.;:0-9$£€]{0,40}(?:,|;|,? and|,? while|,? but) (?:only |just |another |a further )?$")
_IN_YEAR = re.compile(r" in (?:19|20)[0-9]{2}(?![0-9])")
_ALONE = re.compile(
    r"[,.;)]|\x00|,? (?:and|but|with|while)\b| in (?:19|20)[0-9]{2}\b| (?:last|a|the previous) (?:year|month|week|quarter)\b"
)
_ALONE_OR_OTHERS = re.compile(
    rf"{_ALONE.pattern}| (?:for|in|on|at|under|among|before) "
    r"(?:those|the|most|people|men|women|a |an |his|her|its|their|other|all|previous|[a-z]+ing )"
)
# What may stand between the two, and what behind.
_RULES = ((_AGAINST, _ALONE_OR_OTHERS), (_PERIOD, _PERIOD_BEHIND), (_SIDE, _SIDE_BEHIND), (_PARTLY, _PARTLY_BEHIND))
_EARLIER = re.compile(r" (?:ago|earlier|before|later|old)\b")
_KINDS = frozenset({FigureKind.PERCENT, FigureKind.DURATION, FigureKind.TEMPERATURE, FigureKind.MEASUREMENT})
# What may stand in a sentence between a quantity and the number that goes on from it.
_BETWEEN = frozenset({FigureKind.MULTIPLE, FigureKind.ORDINAL, FigureKind.DATE})
_LONGEST = 64
_WHOLE = 100


def share_onward(page: Page, terms: list[Term]) -> None:
    """Give bare numbers the unit of the quantity before them that they go on from, or of the one behind them that they came from."""
    folded = page.folded
    lead: Term | None = None
    bare: Term | None = None
    for term in terms:
        if term.kind in _BETWEEN:
            bare = None
        elif term.kind is not None:
            lead = term if term.kind in _KINDS else None
            if lead and bare and folded[bare.end : term.start] == " from " and _is_end(folded, bare, term):
                bare.kind, bare.unit = term.kind, term.unit
            bare = None
        elif lead is None:
            bare = term
        elif not is_year_like(term):
            bare = term
            if _goes_on(page, lead, term):
                term.kind, term.unit = lead.kind, lead.unit
                lead, bare = term, None
            else:
                lead = None


def _is_end(folded: str, bare: Term, start: Term) -> bool:
    """Say whether the bare number is what something came to: 'revised up to 1.5 from 1 per cent'."""
    return (
        folded.endswith(" to ", 0, bare.start)
        and not bare.vague
        and not bare.scale
        and not bare.closed
        and not _EARLIER.match(folded, start.end)
    )


def _goes_on(page: Page, lead: Term, term: Term) -> bool:
    """Say whether a number without a unit is one more of what was told before it: 'seven years, against three for those'."""
    if term.scale or term.vague or term.closed or term.start - lead.end > _LONGEST:
        return False
    folded, end = page.folded, term.end
    gap = folded[lead.end : term.start]
    if gap[-1:] != " " or not isinstance(term.low, Decimal) or term.low > _WHOLE:
        return False
    if " in " in gap:
        gap = _IN_YEAR.sub("", gap, 1)
    for between, behind in _RULES:
        if behind.match(folded, end) and between.fullmatch(gap):
            return True
    if lead.kind is FigureKind.TEMPERATURE and (term.low < 0 or _PLACED.fullmatch(gap)):
        return _PLACED_BEHIND.match(folded, end) is not None
    if folded[end] == " " and _MORE_BEHIND.match(folded, end):
        return True
    share = lead.kind is FigureKind.PERCENT and term.digits
    return share and (_is_polled(page, lead, term, gap) or _is_answered(folded, lead, term, gap))


def _is_polled(page: Page, lead: Term, term: Term, gap: str) -> bool:
    if gap.endswith(" on ") and not page.folded.endswith(" on ", 0, lead.start):
        return False
    polled = _PARTY.fullmatch(page.text, lead.end, term.start) is not None
    return (polled or _ONWARD.fullmatch(gap) is not None) and _ALONE.match(page.folded, term.end) is not None


def _is_answered(folded: str, lead: Term, term: Term, gap: str) -> bool:
    """Say whether the number tells the share of those who gave another answer."""
    return (
        _SAID.match(folded, term.end) is not None
        and ("." in folded[term.start : term.end] or _SAID.match(folded, lead.end) is not None)
        and _ANSWERING.fullmatch(gap) is not None
    )
