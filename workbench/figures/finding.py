"""Find the figures of a text: scan, read, join, decide, bound."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from workbench.figures.bare import classify
from workbench.figures.dates import read_date
from workbench.figures.dating import date_figures
from workbench.figures.decades import read_decade, read_short_year
from workbench.figures.folding import fold
from workbench.figures.joining import SEPARATORS, join_terms
from workbench.figures.labels import expand_label, read_label
from workbench.figures.lexicon import CARDINALS
from workbench.figures.measures import attach, attach_period
from workbench.figures.nouns import find_noun
from workbench.figures.numerals import read_digits
from workbench.figures.precision import imply_precision
from workbench.figures.qualifiers import read_qualifier
from workbench.figures.scanning import scan
from workbench.figures.settling import settle
from workbench.figures.spoken_dates import read_spoken_date
from workbench.figures.spoken_times import read_oclock, read_past
from workbench.figures.terms import Page, Term
from workbench.figures.times import read_time
from workbench.figures.words import read_words
from workbench.model.figures import SHARES, Figure, FigureKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.model.figures import Value

_OF_THE = re.compile(r" of (?:the|his|her|its|their|our|those|these)\b")
_COUNTED = frozenset({FigureKind.COUNT, FigureKind.PERCENT, FigureKind.RATIO, FigureKind.MULTIPLE, FigureKind.ORDINAL})


def find_figures(text: str) -> list[Figure]:
    """Return every figure of `text` in its order, none overlapping another; offsets are code points."""
    page = Page(text, fold(text))
    figures: list[Figure] = []
    # From the last to the first, since the members of a list share the noun of the last.
    for term in reversed(join_terms(page, _read_terms(page))):
        figure = _finish(page, term, figures[-1] if figures else None)
        if figure is not None:
            figures.append(figure)
    figures.reverse()
    return date_figures(page, figures)


def find_figures_many(texts: Sequence[str], workers: int = 1) -> list[list[Figure]]:
    """Return the figures of each text, in the order of the texts, on as many processes as `workers`."""
    if workers <= 1 or len(texts) < 2:  # noqa: PLR2004 - one text needs one process
        return [find_figures(text) for text in texts]
    from concurrent.futures import ProcessPoolExecutor

    chunk = max(1, len(texts) // (workers * 4))
    with ProcessPoolExecutor(workers) as pool:
        return list(pool.map(find_figures, texts, chunksize=chunk))


def _read_terms(page: Page) -> list[Term]:
    terms: list[Term] = []
    behind = 0
    folded = page.folded
    for start, end in scan(folded):
        if start < behind:
            continue
        read = _read_word_terms if folded[start].isalpha() else _read_digit_terms
        for term in read(page, start, end):
            if term.start < behind and not _takes_in(terms, term):
                continue
            behind = term.end
            if term.kind is not None or not term.closed:
                terms.append(term)
    return terms


def _takes_in(terms: list[Term], term: Term) -> bool:
    """Say whether the term is a time that begins with the term before it ('ten to five'), and drop that one."""
    if term.kind is not FigureKind.TIME or not terms or terms[-1].start != term.start:
        return False
    terms.pop()
    return True


def _read_digit_terms(page: Page, start: int, end: int) -> list[Term]:
    folded = page.folded
    # Behind a currency's sign and in front of a percent sign there is no date, time or name.
    if folded[end] != "%" and not folded.startswith(" %", end) and (not start or folded[start - 1] not in "$£€"):
        found = read_date(page, start, end) or read_time(page, start, end) or read_label(page, start, end)
        if found is not None:
            return [found]
    terms = read_digits(page, start, end)
    for position, term in enumerate(terms):
        terms[position] = _complete(page, term)
    return terms


# Letters glued to a number that leave it one: '20ish', '4x100m'.
_STANDING = re.compile(
    r"ish\b|odd\b|(?:x[0-9.]+){1,2} ?(?:km|cm|mm|m|ft|in|px|pixels?|inch(?:es)?|feet|met(?:re|er)s?)\b"
)


def _complete(page: Page, term: Term) -> Term:
    if term.closed:
        return term
    folded = page.folded
    if term.kind is None and folded[term.end] in "s'" and (decade := read_decade(page, term)):
        return decade
    if folded[term.start - 1] == "'" and term.digits and (year := read_short_year(page, term)):
        return year
    attach(page, term)
    if term.kind is None and (clock := read_past(page, term)):
        return clock
    if folded[term.end].isalpha() and term.kind is None and term.digits and not _STANDING.match(folded, term.end):
        return expand_label(page, term)
    _negate(page, term)
    return term


def _negate(page: Page, term: Term) -> None:
    folded, start = page.folded, term.start
    # A minus sign, or the last letter of 'minus' or 'negative' and a space; before the first character is the sentinel.
    previous = folded[start - 1]
    if previous != "-" and (previous != " " or folded[start - 2] not in "se"):
        return
    if (
        start == 0
        or not isinstance(term.low, Decimal)
        or not isinstance(term.high, Decimal)
        or term.kind is FigureKind.ORDINAL
    ):
        return
    if previous == "-":
        if start > 1 and folded[start - 2] not in " (\"'":
            return
        if page.text[start - 1] == "\u2013" and term.kind not in {FigureKind.TEMPERATURE, FigureKind.PERCENT}:
            return
        begin = start - 1
    elif folded.endswith(("plus or minus ", "plus-or-minus ", "plus/minus "), 0, start):
        return
    elif folded.endswith("minus ", 0, start) and not _is_subtracted(folded, start - 6):
        begin = start - 6
    elif folded.endswith("negative ", 0, start):
        begin = start - 9
    else:
        return
    term.start = begin
    term.low, term.high = -term.high, -term.low
    term.lead = -term.lead if term.lead is not None else None


def _is_subtracted(folded: str, at: int) -> bool:
    """Say whether a number stands in front of the 'minus' at `at`: 'ten minus three'."""
    words = folded[max(0, at - 16) : at].replace("-", " ").split()
    return bool(words) and (words[-1][-1].isdigit() or words[-1] in CARDINALS)


def _read_word_terms(page: Page, start: int, end: int) -> list[Term]:
    terms: list[Term] = []
    for term in read_words(page.folded, start, end):
        if terms and term.start < terms[-1].end:
            continue
        clock = read_oclock(page, term) if term.kind is None else None
        if clock is not None:
            terms.append(clock)
            continue
        settled = settle(page, term)
        if settled is not None and settled.kind is FigureKind.ORDINAL and (day := read_spoken_date(page, settled)):
            terms.append(day)
        elif settled is not None and not _is_some_day(page, settled):
            attach(page, settled)
            _negate(page, settled)
            terms.append((read_past(page, settled) if settled.kind is None else None) or settled)
    return terms


_SOME_DAY = re.compile(
    r"(?<![a-z-])one (?:day|night|morning|evening|afternoon)(?! (?:of|later|after|before|earlier|ago|in|a (?:week|fortnight|month|year))\b)(?![a-z])"
)
_DAY_BEFORE = re.compile(
    r"(?:for|in|of|just|only|within|after|than|by|least|about|and|or|over|every|lasted|took|takes|last|to|with) $"
)


def _is_some_day(page: Page, term: Term) -> bool:
    """Say whether 'one day' means some day rather than the length of one; 'zero-hours contracts' have no length."""
    if page.folded.startswith("zero-hour", term.start):
        return True
    return (
        page.folded.startswith("one ", term.start)
        and _SOME_DAY.match(page.folded, term.start) is not None
        and _DAY_BEFORE.search(page.folded, max(0, term.start - 8), term.start) is None
    )


def _is_of_the(folded: str, at: int) -> bool:
    return folded.startswith(" of ", at) and _OF_THE.match(folded, at) is not None


def _finish(page: Page, term: Term, following: Figure | None) -> Figure | None:
    if term.kind is None:
        term.compound = term.compound or page.folded[term.end] == "-"
        if not classify(page, term):
            return None
    noun_end = term.end
    if (
        term.kind in _COUNTED
        and term.noun is None
        and (term.kind is not FigureKind.PERCENT or page.folded.startswith(" of ", term.end))
    ):
        found = find_noun(
            page,
            term.start,
            term.end,
            partitive=term.vague or term.kind in SHARES or _is_of_the(page.folded, term.end),
            singular=term.compound
            or (term.low == 1 and term.kind is FigureKind.COUNT)
            or (term.kind in SHARES and page.folded.startswith(" of ", term.end)),
            place=term.kind is FigureKind.ORDINAL,
        )
        if found:
            term.noun, noun_end = found
        elif following is not None and following.kind is term.kind and _is_listed(page, term, following):
            term.noun = following.noun
    attach_period(page, term, noun_end)
    read_qualifier(page, term, noun_end)
    return _build(page, term)


def _is_listed(page: Page, term: Term, following: Figure) -> bool:
    """Say whether the two count the same in one list: 'two, three or four dogs', but not 'minus 47, nine points worse'."""
    gap = page.folded[term.end : following.start]
    if following.noun is None or gap not in SEPARATORS:
        return False
    return gap != ", " or page.folded.startswith((", ", " or ", " and ", " & "), following.end)


def _tidy(value: Value) -> Value:
    """Drop idle decimals: 1.40 million is the number 1400000."""
    if isinstance(value, Decimal) and value == (whole := value.to_integral_value()):
        return whole.quantize(Decimal(1)) if abs(whole) < _WHOLE else whole
    return value


_WHOLE = 10**27


def _build(page: Page, term: Term) -> Figure | None:
    if term.kind is None:
        return None
    low, high = term.low, term.high
    if term.scale is not None:
        low, high = _tidy(low), _tidy(high)
    return Figure(
        term.start,
        term.end,
        page.text[term.start : term.end],
        term.kind,
        low,
        high,
        term.unit,
        term.noun,
        term.qualifier,
        term.qualifier_start,
        term.qualifier_end,
        imply_precision(term),
        term.fraction,
        term.parts,
        None,
        term.per,
    )
