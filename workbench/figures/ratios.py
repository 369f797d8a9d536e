"""Read two numbers as one ratio ('one in five', '14 of the 15', '3:1') or one score ('2-1')."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from workbench.figures.nouns import is_plural
from workbench.figures.terms import CONTEXT, Term, divide, is_bare, is_whole, is_year_like, single, word_after
from workbench.figures.wordlists import word_set
from workbench.model.figures import FigureKind

if TYPE_CHECKING:
    from workbench.figures.terms import Page

_MOST_IN = 100
_SMALL_BASE = 20
_HIGHEST_SCORE = 999
# Above this an ascending pair is a range even where a game is spoken of.
_HIGHEST_ASCENDING = 160
_LARGEST = 10**9
_WICKETS = 10
# No team plays more games before its record is spoken of so.
_SEASON = 20

_GAME = word_set(
    """win wins won winning beat beats beaten lose loses lost losing loss lead leads led leading trail trails trailed
    trailing drew draw draws drawn defeat defeats defeated victory scored score scoreline ahead behind vote votes voted
    voting thrash thrashed down up aggregate series record tie tied level rout routed stun stuns stunned edge edged edges
    ruled ruling overcame final finished ended hammered crushed hosts visitors side half-time full-time shootout penalties
    set sets match game games figures"""
)
_AFTER_SCORE = word_set(
    """win wins loss losses defeat defeats victory victories draw draws lead record vote votes aggregate ruling decision
    majority away home drubbing series thrashing rout triumph scoreline result deficit reverse hammering in at to on against
    by with after and over when thanks from before as but for margin while score tie down up"""
)
_RECORD = re.compile(r"-[0-9]{1,2}(?![0-9-])")
_TEAM = re.compile(r" [A-Z][A-Za-z]*s\b")
_STANDING = re.compile(
    r"\b[A-Z][A-Za-z]*s (?:are|were|is|fell to|dropped to|slipped to|improved to|went|go|started|sit at|sat at) (?:now |just |only )?$"
)
_OCCASIONS = word_set(
    """games game matches innings starts appearances tests overs attempts outings rides runs races minutes internationals caps
    league home away meetings visits seasons fights bouts balls"""
)
_RISKS = word_set("chance chances odds risk risks shot probability likelihood")
_RESULTS = word_set(
    """defeat defeats loss record scoreline reverse deficit thrashing drubbing hammering start draw victory favourite favorite fav
    chance shot outsider"""
)
_LABELS = (" no ", "no. ", " number ", "(no ", " nos ")
_WORD_AFTER = re.compile(r" ([a-z]+)")


def join_ratio(page: Page, left: Term, right: Term) -> Term | None:
    """Return 'one in five', 'four out of ten', '14 of the 15' as one ratio."""
    gap = page.folded[left.end : right.start]
    pair = _pair(left, right)
    if pair is None and gap == " out of ":
        return _rate(left, right)
    if pair is None or not 0 <= pair[0] <= pair[1] or not pair[1] or left.scale:
        return None
    if gap == " in " and not _is_base(page, right, pair):
        return None
    if gap.startswith(" of") and page.folded[left.start : left.end] == "one":
        # 'one of the 30 witnesses' is a witness, not a share.
        return None
    # 'at No 1 in 15 countries'
    named = page.folded.endswith(_LABELS, 0, left.start)
    return None if named or right.compound or page.folded[right.end] == "-" else _ratio(left, right, pair)


def _rate(left: Term, right: Term) -> Term | None:
    """Read '9.5 out of 10'."""
    low, high = single(left), single(right)
    if not (is_bare(left) and is_bare(right)) or low is None or high is None or not 0 < low <= high:
        return None
    return _ratio_of(left, right, low, high)


def _ratio_of(left: Term, right: Term, low: Decimal, high: Decimal) -> Term:
    value = CONTEXT.divide(low, high)
    return Term(left.start, right.end, value, value, FigureKind.RATIO, digits=left.digits, parts=(low, high))


# Who is counted between the two: 'one child in five', 'two British adults in every three'.
_AMONG = re.compile(
    r" (?:[a-z-]{2,12} )?(?:person|people|child|children|(?:wo)?m[ae]n|(?:adult|household|pupil|student|patient|voter|worker|home|school|briton|"
    r"american|teenager|girl|boy|parent|driver|employee|job|flight|train|death|birth|case|car|business|firm|mother|baby|job|house|prisoner|respondent)(?:es|s)?|"
    r"(?:famil|compan|bab)(?:y|ies)) in (?:every )?"
)


def join_among(page: Page, left: Term, right: Term) -> Term | None:
    """Return 'one child in five' as a ratio."""
    if not _AMONG.fullmatch(page.folded, left.end, right.start):
        return None
    pair = _pair(left, right)
    if pair is None or not 0 < pair[0] < pair[1] or left.scale or not _is_base(page, right, pair):
        return None
    counted = pair[0] > 1 and is_plural(word_after(page, right.end) or "-")
    return None if counted or right.compound or page.folded[right.end] == "-" else _ratio(left, right, pair)


_OPPOSED = re.compile(
    r"\b(?:by|than|about|around|nearly|almost|roughly|outnumber(?:s|ed|ing)? [a-z' ]{1,24}|margins? of|ratio of|split|divided|odds (?:are|were|of|at)) $"
)


def join_odds(page: Page, left: Term, right: Term) -> Term | None:
    """Return 'by three to one' as a ratio; 'they won 3 to 1' is a score."""
    pair = _pair(left, right)
    if (
        pair is None
        or pair[1] != 1
        or pair[0] <= 1
        or not _OPPOSED.search(page.folded, max(0, left.start - 40), left.start)
    ):
        return None
    return _ratio(left, right, pair)


def join_tries(_page: Page, left: Term, right: Term) -> Term | None:
    """Return a batter's '3-for-4' and a shooter's '18-of-23' as a ratio."""
    pair = _pair(left, right)
    if pair is None or not (left.digits and right.digits) or not 0 <= pair[0] <= pair[1] or not pair[1]:
        return None
    return _ratio(left, right, pair)


def join_colon(_page: Page, left: Term, right: Term) -> Term | None:
    """Return '3:1' as a ratio."""
    pair = _pair(left, right)
    if pair is None and left.digits and single(right) == 1:
        # A gear's ratio: '3.73:1'.
        value = single(left)
        return _ratio_of(left, right, value, Decimal(1)) if value and is_bare(left) and is_bare(right) else None
    return _ratio(left, right, pair) if pair and pair[1] and max(pair) < _LARGEST else None


def _pair(left: Term, right: Term) -> tuple[int, int] | None:
    low, high = single(left), single(right)
    if not (is_bare(left) and is_bare(right)) or low is None or high is None or not (is_whole(low) and is_whole(high)):
        return None
    return int(low), int(high)


def _ratio(left: Term, right: Term, pair: tuple[int, int]) -> Term:
    value, fraction = divide(*pair)
    joined = Term(left.start, right.end, value, value, FigureKind.RATIO, digits=left.digits, fraction=fraction)
    joined.parts = (Decimal(pair[0]), Decimal(pair[1]))
    return joined


def _is_base(page: Page, term: Term, pair: tuple[int, int]) -> bool:
    """Say whether 'in N' can be a base: small, round or at the end ('one in 17.'); not 'twelve in 20 games'."""
    if is_year_like(term) or pair[0] > _MOST_IN or word_after(page, term.end) in _OCCASIONS:
        return False
    return (
        pair[1] <= _SMALL_BASE
        or pair[1] % 5 == 0
        or page.folded[term.end] in ".,;"
        or word_after(page, term.end) in _RISKS
    )


def join_score(page: Page, left: Term, right: Term) -> Term | None:
    """Return '2-1' as a score; ascending pairs only where a game or a vote is spoken of."""
    pair = _pair(left, right)
    if pair is None or max(pair) > _HIGHEST_SCORE or left.scale or right.scale or _SPRINT.match(page.folded, right.end):
        return None
    if left.digits != right.digits and pair[1] != 0 and not page.folded.endswith("majority of ", 0, left.start):
        return None
    if pair[0] < pair[1] and not _is_lost_game(page, left, right, pair):
        return None
    low, high = Decimal(pair[0]), Decimal(pair[1])
    return Term(left.start, right.end, None, None, FigureKind.SCORE, parts=(low, high), digits=left.digits)


# A car's: 'the 0-60 time', '0-62 in 6.9 seconds'.
_SPRINT = re.compile(r" (?:time|sprint|dash|mph|kph|in (?:just |under |about )?[0-9.]+ ?s(?:ec)?)")


# An innings as Australians write it: '9-123 at stumps'.
_STUMPS = re.compile(r" (?:(?:at|by) (?:stumps|tea|lunch|drinks|the close)|dec(?:lared)?|in reply|off [0-9.]+ overs)\b")


_BOWLER = re.compile(r"[A-Z][a-z'’-]+ \($")


def _is_bowled(page: Page, left: Term, right: Term) -> bool:
    """Say whether the pair is a bowler's figures behind his name: 'Tickner (4-32)'."""
    return page.folded[right.end] == ")" and _BOWLER.search(page.text, max(0, left.start - 24), left.start) is not None


def _is_lost_game(page: Page, left: Term, right: Term, pair: tuple[int, int]) -> bool:
    folded = page.folded
    # 'the 3-7 Bengals', 'The Dolphins are 3-7'
    team = pair[1] <= _SEASON and (
        (folded.endswith("the ", 0, left.start) and _TEAM.match(page.text, right.end) is not None)
        or _STANDING.search(page.text, max(0, left.start - 40), left.start) is not None
    )
    after = _WORD_AFTER.match(folded, right.end)
    if (
        pair[0] == 0
        or team
        or (pair[0] <= _WICKETS and (_STUMPS.match(folded, right.end) or _is_bowled(page, left, right)))
        or (after and after[1] in _RESULTS)
        or _RECORD.match(folded, right.end)
    ):
        return True
    if folded.endswith(("'s ", " took ", " taking ", " returned "), 0, left.start) and pair[0] <= _WICKETS < pair[1]:
        # 'Jansen's 6-48', 'Starc took 7-58'
        return not (after and is_plural(after[1]))
    if pair[1] > _HIGHEST_ASCENDING or (after and after[1] not in _AFTER_SCORE):
        return False
    before = folded[max(0, left.start - 40) : left.start].rsplit(". ", 1)[-1]
    return not _GAME.isdisjoint(re.split(r"[^a-z-]+", before))


_INNINGS = re.compile(
    r"\b(?:[0-9]{2,3} and|test on|day (?:one|two|three|four) on|posted|reached|stumps|(?:closed|closing)(?: on)?|were|declared(?: on| at)?|(?:reduced|slumped|collapsed|slipped|crashed|subsided|raced|moved|cruised) to|finished on|lunch|tea)"
    r"(?: (?:at|on))? $"
)
# A bowler's wickets and the runs he gave for them: 'taking six for 15'.
_BOWLED = re.compile(
    r"\b(?:took|taking|takes|finished with|finishing with|returned|figures of|claimed|claiming|bagged|best of) (?:his |her |a )?(?:career-best )?$"
)
_INNINGS_ENDS = re.compile(r"[.,;)\x00]| (?:at|after|by|when|declared|in|off|with|and|as|before|from|against|on)\b")


def join_innings(page: Page, left: Term, right: Term) -> Term | None:
    """Read 'posted 356 for two' and 'reduced to 12 for 3' as the score of an innings."""
    pair = _pair(left, right)
    if pair is None or max(pair) > _HIGHEST_SCORE or not _INNINGS_ENDS.match(page.folded, right.end):
        return None
    told = _INNINGS if pair[1] <= _WICKETS else _BOWLED if pair[0] <= _WICKETS else None
    if told is None or not told.search(page.folded, max(0, left.start - 24), left.start):
        return None
    parts = (Decimal(pair[0]), Decimal(pair[1]))
    return Term(left.start, right.end, None, None, FigureKind.SCORE, parts=parts, digits=left.digits)


_POWER = " power"
_HIGHEST_POWER = 100


def join_power(page: Page, left: Term, right: Term) -> Term | None:
    """Read 'ten to the power of six', 'ten to the sixth', 'two to the tenth power'."""
    base, exponent = single(left), single(right)
    if base is None or exponent is None or left.kind or not is_whole(base) or not is_whole(exponent):
        return None
    called = page.folded.startswith(_POWER, right.end)
    if right.kind is FigureKind.ORDINAL:
        if not (called or base == _TEN) or "power" in page.folded[left.end : right.start]:
            return None
    elif right.kind is not None or "power" not in page.folded[left.end : right.start]:
        return None
    if abs(exponent) > _HIGHEST_POWER or not 1 < base <= _HIGHEST_SCORE:
        return None
    value = CONTEXT.power(base, exponent)
    end = right.end + (len(_POWER) if called else 0)
    joined = Term(left.start, end, value, value, digits=left.digits)
    joined.lead = value
    return joined


_TEN = 10


def join_third(_page: Page, left: Term, right: Term) -> Term | None:
    """Add a third or fourth number to a score ('4-2-3-1', a record of '10-3-1')."""
    third = single(right)
    if len(left.parts) not in {2, 3} or left.kind is not FigureKind.SCORE or not is_bare(right) or third is None:
        return None
    joined = Term(left.start, right.end, None, None, FigureKind.SCORE, digits=left.digits)
    joined.parts = (*left.parts, third)
    return joined
