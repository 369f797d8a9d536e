"""Read how the wording bounds or softens a figure: 'at least', 'some', 'nearly', 'or more', '700+'."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workbench.figures.lexicon import CARDINALS
from workbench.figures.nouns import STOPS
from workbench.figures.scanning import build_trie
from workbench.figures.terms import TRACKS, word_after, word_before
from workbench.figures.wordlists import word_set
from workbench.model.figures import CALENDAR, FigureKind, Qualifier

if TYPE_CHECKING:
    from workbench.figures.terms import Page, Term

_A, _O, _U = Qualifier.ABOUT, Qualifier.OVER, Qualifier.UNDER
_L, _M, _N, _T, _E = Qualifier.AT_LEAST, Qualifier.AT_MOST, Qualifier.NEARLY, Qualifier.UP_TO, Qualifier.EXACT

_BEFORE = {
    "about": _A, "around": _A, "approximately": _A, "approx": _A, "approx.": _A, "roughly": _A, "some": _A, "circa": _A, "c.": _A, "ca.": _A,
    "estimated": _A, "an estimated": _A, "in the region of": _A, "in the order of": _A, "of the order of": _A, "on the order of": _A,
    "close to": _A, "near": _A, "something like": _A, "somewhere around": _A, "perhaps": _A, "maybe": _A, "or so": _A, "~": _A, "≈": _A, "±": _A,
    "in the neighborhood of": _A, "in the neighbourhood of": _A, "as good as": _N, "broadly": _A, "loosely": _A, "averaging": _A,
    "nearly": _N, "almost": _N, "nearing": _N, "approaching": _N, "just shy of": _N, "just short of": _N, "virtually": _N, "practically": _N,
    "shy of": _N, "not quite": _N, "close on": _N, "getting on for": _N, "barely short of": _N,
    "over": _O, "above": _O, "more than": _O, "greater than": _O, "higher than": _O, "larger than": _O, "bigger than": _O, "longer than": _O,
    "older than": _O, "better than": _O, "faster than": _O, "taller than": _O, "heavier than": _O, "later than": _O, "well over": _O,
    "just over": _O, "a little over": _O, "slightly over": _O, "slightly more than": _O, "a little more than": _O, "well above": _O, "just above": _O,
    "in excess of": _O, "upwards of": _O, "upward of": _O, "north of": _O, "exceeding": _O, "exceeded": _O, "exceeds": _O, "exceed": _O,
    "topping": _O, "topped": _O, "surpassing": _O, "surpassed": _O, "passing": _O, "could top": _O, "to top": _O, "will top": _O, "may top": _O, "would top": _O, "tops": _O, "might top": _O, "beyond": _O, "far more than": _O, "well more than": _O,
    "many more than": _O, "much more than": _O, ">": _O, "farther than": _O, "further than": _O, "wider than": _O, "deeper than": _O,
    "under": _U, "below": _U, "less than": _U, "fewer than": _U, "lower than": _U, "smaller than": _U, "shorter than": _U, "younger than": _U,
    "just under": _U, "just below": _U, "well under": _U, "well below": _U, "slightly under": _U, "slightly less than": _U, "a little under": _U,
    "a little less than": _U, "south of": _U, "earlier than": _U, "<": _U, "slower than": _U, "cheaper than": _U,
    "at least": _L, "no fewer than": _L, "no less than": _L, "not less than": _L, "not fewer than": _L, "a minimum of": _L, "minimum of": _L,
    "as few as": _L, "as young as": _L, "as little as": _L, "as low as": _L, "≥": _L, ">=": _L, "nothing less than": _L, "from at least": _L, "at minimum": _L,
    "at most": _M, "at the most": _M, "no more than": _M, "not more than": _M, "a maximum of": _M, "maximum of": _M, "≤": _M, "<=": _M,
    "within": _M, "inside": _M, "no greater than": _M, "no higher than": _M, "no longer than": _M, "no later than": _M, "not exceeding": _M, "capped at": _M, "not exceed": _M, "never exceed": _M, "cannot exceed": _M, "less than or equal to": _M, "smaller than or equal to": _M,
    "equal to or less than": _M, "lower than or equal to": _M, "at or below": _M, "at or under": _M, "at or above": _L, "at or over": _L,
    "greater than or equal to": _L, "more than or equal to": _L, "equal to or greater than": _L, "equal to or more than": _L, "equal to or above": _L,
    "higher than or equal to": _L,
    "limited to": _M, "no larger than": _M, "no bigger than": _M,
    "up to": _T, "as many as": _T, "as much as": _T, "as high as": _T, "as long as": _T, "as old as": _T, "as far as": _T, "anything up to": _T,
    "exactly": _E, "precisely": _E, "exact": _E,
}  # fmt: skip

# By their last word, the longest first, so that one look finds the whole phrase.
_BY_LAST: dict[str, tuple[str, ...]] = {}
for _phrase in sorted(_BEFORE, key=len, reverse=True):
    _BY_LAST[_phrase.rsplit(" ", 1)[-1]] = (*_BY_LAST.get(_phrase.rsplit(" ", 1)[-1], ()), _phrase)

_BEHIND = {
    "or so": _A, "or thereabouts": _A, "odd": _A, "ish": _A, "give or take": _A, "or more": _L, "or greater": _L, "or above": _L, "or over": _L,
    "or older": _L, "or higher": _L, "and over": _L, "and above": _L, "and older": _L, "and up": _L, "and upwards": _L, "plus": _L, "+": _L,
    "at least": _L, "minimum": _L, "at the least": _L, "or better": _L, "or longer": _L, "upwards": _L, "or less": _M, "or fewer": _M, "or under": _M,
    "or below": _M, "or younger": _M, "and under": _M, "and younger": _M, "at most": _M, "at the most": _M, "maximum": _M, "max": _M, "tops": _M,
    "or lower": _M, "and below": _M,
}  # fmt: skip
_BEHIND_PATTERN = re.compile(
    rf"(?:(\+)|[ -]({build_trie(phrase for phrase in _BEHIND if phrase != '+')}))(?! to\b|[a-z0-9])|(-?ish)\b",
)
_NAMING = frozenset({"minimum", "maximum", "max"})
_OPENING = frozenset("(\"'-—")
# First letters of what may stand behind: most figures need no look at the phrases.
_BEHIND_STARTS = frozenset(phrase[0] for phrase in _BEHIND)
# 'twenty-five plus people', but 'seventeen plus four'.
_PLUS = re.compile(rf" (?!an? |the |(?:{build_trie(CARDINALS)})\b)[a-z]")
_LONGEST = 24
# 'ticked up to 4.4 percent' is a level, 'fined up to £500' a bound.
_TO_A_LEVEL = word_set(
    """revised upgraded raised adjusted ticked tick ticking edged edge edging crept creep creeping inched inching nudged went goes go going gone moved moving shot
    rose risen rising climbed climbing jumped pushed pushing picked marked bid came comes back ratcheted cranked drifted leapt popped put
    puts bumped hiked racked"""
)
# 'handed over two bodies', 'knocked over ten bins'
_HANDED = word_set("hand hands handed handing turn turned turning sign signed signing knock knocked knocking")
# What things are spread over: 'over 21 stages' is no bound.
_SPREAD = re.compile(
    r" (?:[a-z-]{1,14} )?(?:stages|legs|rounds|matches|games|episodes|sessions|holes|laps|meetings|seasons|phases|instalments|pages|floors|innings|overs|"
    r"sets|weekends?|bouts|frames|dates|shows|budgets|campaigns|tournaments|albums|volumes|races|tests)\b"
)
# What lies or is climbed along a way: '10 stations over 21 miles', '1,100m over 14km'.
_COVERED = re.compile(r"[0-9][0-9.,]*(?:[a-z]{1,2}| (?!runs|spans|covers|stretches|goes|flies)[a-z]+s)? $")
_LASTING = re.compile(
    r"(?:for|after|of|just|well|little|took|takes|lasted|lasting|was|is|spent|spend|been|at|slightly|now|and|lasts|spanning|in|aged|than|up|significantly|usually|had) (?:just |well |a little |slightly )?over $"
)
# 'deliberated for nine hours over two days'
_HOURS_OVER = ("hours over ", "minutes over ", "days over ")
_LASTING_BEHIND = re.compile(r" (?:ago|later|earlier|in (?:prison|jail|the making)|long|before|after|old)\b")


def read_qualifier(page: Page, term: Term, noun_end: int) -> None:
    """Set the qualifier and its span from the words in front of `term`, or else behind it or behind its noun."""
    if term.kind is FigureKind.IDENTIFIER:
        return
    if term.qualifier is None:
        _read_before(page, term)
    if term.qualifier is None:
        _read_behind(page, term, term.end)
        if term.qualifier is None and noun_end > term.end:
            _read_behind(page, term, noun_end)
    if term.qualifier is not None:
        _bound(term)


def _read_before(page: Page, term: Term) -> None:
    folded = page.folded
    stop = term.start
    if stop == 0:
        return
    last = folded[stop - 1]
    if last in "~><≥≤±≈":
        _set(term, _BEFORE[last], stop - 1, stop)
        return
    if last not in " -":
        return
    stop -= 1
    word = folded[max(0, stop - _LONGEST) : stop]
    word = word[word.rfind(" ") + 1 :]
    if word[:1] in _OPENING:
        word = word.lstrip("(\"'-—")
    phrases = _BY_LAST.get(word)
    if phrases is None or (last == "-" and word not in {"over", "under", "sub"}):
        return
    for phrase in phrases:
        start = stop - len(phrase)
        if folded.startswith(phrase, max(start, 0)) and start >= 0 and not folded[start - 1 : start].isalpha():
            if not _is_barred(page, term, phrase, start):
                _set(term, _BEFORE[phrase], start, stop)
            return
    if word in {"at", "to"} and (cap := _CAPPED.search(folded, max(0, stop - _LONGEST_CAP), stop)):
        _set(term, _M, cap.start(), stop)


# 'capped economy fares at', 'limited guests to'
_CAPPED = re.compile(
    r"\b(?:capped|caps|capping|limited|limits|limiting|restricted|restricts|restricting)"
    r"(?![a-z' ]{0,36}\b(?:fall|falls|fell|rise|rises|rose|drop|dropped|cut|go|goes|went|move|moved|come|came|increased?|decreased?) )"
    r" [a-z' ]{1,36} (?:at|to)$"
)
_LONGEST_CAP = 56
_LIMITED = {
    "within": frozenset({FigureKind.DURATION, FigureKind.MEASUREMENT, FigureKind.POINTS, FigureKind.PERCENT}),
    "inside": frozenset({FigureKind.DURATION}),
}


def _is_barred(page: Page, term: Term, phrase: str, start: int) -> bool:
    """Say whether the word is no bound here: 'over two years' as during them, 'close to home'."""
    if phrase == "over" and term.kind not in CALENDAR:
        return word_before(page, start) in _HANDED or _is_passage(page, term, start)
    if (phrase in _ANOTHER and word_before(page, start) in _ANOTHER[phrase]) or _is_then(page, term, phrase, start):
        return True
    if phrase in _LIMITED:
        return term.kind not in _LIMITED[phrase]
    if term.kind is FigureKind.TEMPERATURE:
        return phrase.endswith(("minimum of", "maximum of"))
    if term.kind in CALENDAR:
        return phrase in {"over", "some", "under", "above", "below", "near", "beyond"}
    return term.kind is FigureKind.ORDINAL and phrase in {"some", "near", "under"}


# 'hidden under 1,000 tonnes of salt'
_LYING = word_set("hidden buried trapped crushed concealed stored lies lie lay lying kept submerged")
_AGO = re.compile(r" (?:ago|earlier|before)\b")
_ANOTHER = {"under": _LYING, "up to": _TO_A_LEVEL}


def _is_then(page: Page, term: Term, phrase: str, start: int) -> bool:
    """Say whether a share is set against what it was: '71% more than two years ago'."""
    return (
        term.kind is FigureKind.DURATION
        and phrase.endswith(" than")
        and page.folded.endswith(("% ", "cent "), 0, start)
        and _AGO.match(page.folded, term.end) is not None
    )


def _is_passage(page: Page, term: Term, start: int) -> bool:
    """Say whether 'over' tells what something goes on for: 'over two years', 'over 21 stages', 'over 800m'."""
    if term.kind is FigureKind.DURATION:
        around = page.folded[max(0, start - 24) : term.start]
        if around.endswith(_HOURS_OVER):
            return True
        return not (_LASTING.search(around) or _LASTING_BEHIND.match(page.folded, term.end))
    if term.kind is FigureKind.ORDINAL or _SPREAD.match(page.folded, term.end):
        return True
    if term.kind is FigureKind.MEASUREMENT and _COVERED.search(page.folded, max(0, start - 30), start):
        return True
    return term.unit == "metre" and term.low in TRACKS


def _read_behind(page: Page, term: Term, at: int) -> None:
    if page.folded[at] not in " -+i" or (page.folded[at] in " -" and page.folded[at + 1] not in _BEHIND_STARTS):
        return
    match = _BEHIND_PATTERN.match(page.folded, at)
    if match is None:
        return
    word = match[1] or match[2] or "ish"
    if (
        word in {"plus", "odd"}
        and page.folded[at] == " "
        and (at != term.end or term.kind is FigureKind.MONEY or not _PLUS.match(page.folded, match.end()))
    ):
        # '£110 plus £2.95' adds.
        return
    if word in _NAMING and (noun := word_after(page, match.end())) and noun not in STOPS:
        # 'the $15 minimum wage'
        return
    begin = match.end() - len(word)
    higher = term.kind is FigureKind.ORDINAL and word in {"or better", "or higher"}
    # A better place has the lower number.
    _set(term, _M if higher else _BEHIND[word], begin, match.end())


def _set(term: Term, qualifier: Qualifier, start: int, end: int) -> None:
    term.qualifier, term.qualifier_start, term.qualifier_end = qualifier, start, end


def _bound(term: Term) -> None:
    """Open the end that the qualifier leaves open."""
    if term.kind is FigureKind.SCORE:
        return
    if term.qualifier in {_O, _L}:
        term.high = None
    elif term.qualifier in {_U, _M, _T}:
        term.low = None
