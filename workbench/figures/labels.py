"""Recognise digits that only name something: 'Boeing 737', 'Covid-19', 'G7', telephone numbers, versions, addresses."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workbench.figures import currencies
from workbench.figures.context import BRANDS, HEADS
from workbench.figures.names import find_airliner
from workbench.figures.phones import find_grouped, find_phone
from workbench.figures.terms import Term
from workbench.figures.vocabulary import find_role
from workbench.figures.wordlists import word_set
from workbench.model.figures import FigureKind

if TYPE_CHECKING:
    from workbench.figures.terms import Page

# Book numbers, account numbers: groups of digits that no score and no telephone number has.
_GROUPED = re.compile(
    r"(?=[0-9-]{0,40}[0-9]{3})[0-9]{1,7}(?:-[0-9]{1,7}){2,5}-[0-9x]{1,7}(?![a-z0-9-])|[0-9]{3}-[0-9]{2}-[0-9]{4}(?![0-9-])"
)
_VERSION = re.compile(r"[0-9]++(?:\.[0-9]++){2,}+")
_NINES = re.compile(r"(?:24/7|9/11|7/7|911)(?![0-9/]|[.,][0-9])")
_TAIL = re.compile(r"[a-z0-9]*+(?:[-/.:_][a-z0-9]++)*+")
# British postcodes and number plates: 'SW1A 1AA', 'AB12 CDE'.
_POSTCODE = re.compile(r"[A-Z]{1,2}[0-9][A-Z0-9]? [0-9][A-Z]{2}\b|[A-Z]{2}[0-9]{2} [A-Z]{3}\b")
_KIN = re.compile(
    r"-(?:style|type|like|class|related|era|based|positive|negative|themed|inspired|led|backed|linked|sized)$"
)
# The digits of a group of thousands, of a footnote's mark, of a number too small for a sum of money.
_GROUP = _FOOTNOTE = 3
_SMALL = 2
# The most letters looked at in front of a number, with a hyphen between them and without.
_LONGEST_PREFIX, _LONGEST_MARK = 20, 6
_SPAN_BACK = 48
_WEB_AHEAD = 40
# A longer token is no name, and must not be read to its end for every number in it.
_SPAN_AHEAD = 256
# So many digits behind a one-letter mark are money ('R500'), fewer a name ('N5').
_LONG = 3
# Behind these and a hyphen a number is still a quantity: 'mid-20s', 'under-16s', 'pre-2014', 'sub-$1bn'.
_PREFIXES = word_set(
    """mid pre post under over sub top late early near plus minus non about around semi us all up down than multi low high
    end magnitude per to for in and or of by foot feet ft hour hours minute minutes stone circa some aged age the a nearly almost between from"""
)
# Behind a number these are its unit, and what follows the hyphen is the other end of a range: '10p-20p'.
_UNITS = word_set(
    "p c m k bn mn tn km cm mm kg g mg ml l ft in lb lbs oz st mph kmh kph pc pct am pm min mins sec secs hr hrs h f t mw gw kw"
)
# What follows a section's number in brackets: 'Sections 103(1) and 61(2)'.
_SUBSECTION = re.compile(r"(?:\([0-9]{1,3}[a-z]?\)|\([a-z]{1,4}\)){1,4}")
_LAW = re.compile(
    r"\b(?:sections?|articles?|rules?|orders?|regulations?|clauses?|paragraphs?|schedules?|sec|art|para|s|ss)\.? "
    r"(?:[0-9][0-9a-z()]{0,12}(?:,? and |,? or | to |, )){0,4}$"
)
# Tax and company forms: '401(k)', '10-K'.
_FORM = re.compile(r"4(?:01|03|57)\([kb]\)|(?:8-k|10-[kq]|20-f)(?![a-z0-9-])")
_MEASURED = re.compile(r"[0-9]([^\W\d_]{1,4})/$")
_MILLIONS = ("-m", "-b", " million", " billion")
_WEB = re.compile(r"https?:|www\.|[a-z0-9]\.(?:com|org|net|gov|edu|co|io|uk|eu|html?|pdf)\b|@[a-z]")


def read_label(page: Page, start: int, end: int) -> Term | None:
    """Return an identifier where the digits at `start` are part of one, or None.

    A term without a kind and closed stands for digits that are nothing at all (in a web address, '24/7').
    """
    folded = page.folded
    if (
        folded[start] in "279"
        and (nines := _NINES.match(folded, start))
        and (nines[0] != "911" or folded.startswith(" call", nines.end()))
    ):
        return Term(start, nines.end(), None, None, closed=True)
    previous = folded[start - 1] if start else " "
    if (previous not in " ($£€'\"" or folded[end] == "-") and (found := _read_token(page, start, end, previous)):
        return found
    return _read_number(page, start, end, previous)


def _read_number(page: Page, start: int, end: int, previous: str) -> Term | None:
    folded = page.folded
    if (
        folded[end] == "("
        and (law := _SUBSECTION.match(folded, end))
        and _LAW.search(folded, max(0, start - _SPAN_BACK), start)
    ):
        return _identifier(start, law.end())
    if span := _find_span(page, start, end, previous):
        return _identifier(*span)
    if previous == " " and (folded[end].isalpha() or folded[end] == "-") and _is_labelled(page, start, end):
        return _expand(page, start, end)
    if previous == "[" and folded[end] == "]" and end - start <= _LONG:
        return _identifier(start, end)
    return None


def _find_span(page: Page, start: int, end: int, previous: str) -> tuple[int, int] | None:
    """Return the span of the telephone number, the airliner or the version that the digits belong to, or None."""
    folded = page.folded
    stop = None
    begin = start - 1 if previous in "+(" else start
    if (begin < start or folded[start] == "0" or folded[end] == "-") and (stop := find_phone(page, begin)):
        return begin, stop
    if folded[end] == "-" and (grouped := _GROUPED.match(folded, start)):
        return grouped.span()
    if folded[end] in "(-" and (form := _FORM.match(folded, start)):
        stop = form.end()
    elif folded[end] == " " and folded[end + 1].isdigit():
        stop = find_grouped(page, start)
    elif end - start == _LONG and folded[start] == "7":
        stop = find_airliner(page, start)
    elif folded.count(".", start, end) > 1 and not _is_european(folded[start:end]):
        version = _VERSION.match(folded, start)
        stop = version.end() if version else None
    return (start, stop) if stop else None


def _is_labelled(page: Page, start: int, end: int) -> bool:
    """Say whether a letter or a second number belongs to a label: 'seat 11A', 'Boeing 787-8'."""
    folded = page.folded
    begin = max(folded.rfind(" ", max(0, start - _SPAN_BACK), start - 1), 0)
    word = folded[begin : start - 1].strip(" (\"'")
    if folded[end] == "-":
        return folded[end + 1].isdigit() and word in BRANDS and page.text[start - 1 - len(word)].isupper()
    return not folded[end + 1].isalnum() and word in HEADS


def _is_european(raw: str) -> bool:
    first, *rest = raw.split(",", maxsplit=1)[0].split(".")
    return 0 < len(first) <= _GROUP and first != "0" and all(len(group) == _GROUP for group in rest)


def _identifier(start: int, end: int) -> Term:
    return Term(start, end, None, None, FigureKind.IDENTIFIER, closed=True)


def _read_token(page: Page, start: int, end: int, previous: str) -> Term | None:
    """Look at what the digits are glued to in front."""
    folded = page.folded
    if _is_web(folded, start):
        return _web(folded, start)
    if previous in "#_@=&":
        return _expand(page, start - 1, end)
    if previous in ".-":
        return (_read_after_point if previous == "." else _read_after_hyphen)(page, start, end)
    if previous == "/":
        if (unit := _MEASURED.search(page.text, max(0, start - 8), start)) and find_role(
            unit[1], unit[1].lower(), glued=True
        )[0]:
            # '5V/2A', '180C/350F'
            return None
        return _expand(page, start, end) if folded[start - 2].isalnum() and not folded[start - 2].isdigit() else None
    return _read_after_letter(page, start, end) if previous.isalpha() else None


def _is_web(folded: str, at: int) -> bool:
    begin = max(folded.rfind(" ", max(0, at - _SPAN_BACK), at) + 1, at - _SPAN_BACK, 0)
    around = folded[begin : at + _WEB_AHEAD]
    return ("." in around or ":" in around or "@" in around) and _WEB.search(around) is not None


def _web(folded: str, at: int) -> Term:
    begin = max(folded.rfind(" ", max(0, at - _SPAN_BACK), at), 0)
    end = folded.find(" ", at)
    return Term(max(begin, at), end if end > at else len(folded) - 4, None, None, closed=True)


def _read_after_point(page: Page, start: int, end: int) -> Term | None:
    before = page.folded[max(0, start - 6) : start - 1]
    if before.endswith(("no", "nos", "art", "sec", "fig", "vol", "ch", "pp", "p")) and not before[-3:-2].isalpha():
        return _identifier(start, end)
    if before[-1:].isalpha() and not any(
        mark.endswith(".") and before.endswith(mark[:-1].lower()) for mark in currencies.MARKS
    ):
        # A footnote mark behind the full stop.
        return _identifier(start, end) if end - start <= _FOOTNOTE else None
    return None


def _read_after_hyphen(page: Page, start: int, end: int) -> Term | None:
    folded = page.folded
    begin = start - 1
    while begin > 0 and start - begin < _LONGEST_PREFIX and folded[begin - 1].isalpha():
        begin -= 1
    word = folded[begin : start - 1]
    if not word or word in _PREFIXES or (word in _UNITS and folded[begin - 1 : begin].isdigit()):
        return None
    if folded[begin - 1 : begin].isdigit() and find_role(page.text[begin : start - 1], word, glued=True)[0]:
        # The first number's unit or scale: '10km-12km', '1.25m-1.3m'
        return None
    if folded[end] == "s" and word in {"late", "early"}:
        return None
    return _expand(page, begin, end)


def _read_after_letter(page: Page, start: int, end: int) -> Term | None:
    text, folded = page.text, page.folded
    begin = start
    while begin > 0 and start - begin < _LONGEST_MARK and text[begin - 1].isalpha():
        begin -= 1
    mark = text[begin:start]
    # COP28 is a conference, and no sum in Colombian pesos.
    if mark in {"COP", "ALL", "TOP", "MUR"} and end - start <= _SMALL:
        return _expand(page, begin, end)
    if mark in currencies.CODES or mark in currencies.MARKS:
        decimals = folded[start:end]
        sure = len(decimals) >= _LONG or "." in decimals or folded[end] in "mbk" or folded.startswith(_MILLIONS, end)
        if sure or mark not in {"R", "N", "P", "Fr", "Ft"}:
            return None
    if mark in currencies.COUNTRY_CENTS and folded[end] == "c" and not folded[end + 1].isalnum():
        return None
    if mark in {"h", "m"} and folded[begin - 1 : begin].isdigit():
        # '1h30m', '1m80'
        return None
    if mark in {"x", "X"} and (folded[begin - 1 : begin].isdigit() or (mark == "x" and not folded[end].isalnum())):
        return None
    return _expand(page, begin, end)


def _expand(page: Page, start: int, end: int) -> Term:
    """Return an identifier over the whole token."""
    folded = page.folded
    begin = start
    while (
        begin > 0
        and start - begin < _SPAN_BACK
        and (folded[begin - 1].isalnum() or (folded[begin - 1] in "-_/" and folded[begin - 2 : begin - 1].isalnum()))
    ):
        begin -= 1
    tail = _TAIL.match(folded, end, end + _SPAN_AHEAD)
    stop = tail.end() if tail else end
    if (code := _POSTCODE.match(page.text, begin)) and code.end() > stop:
        stop = code.end()
    if kin := _KIN.search(folded, begin, stop):
        stop = kin.start()
    return _identifier(begin, stop)


def expand_label(page: Page, term: Term) -> Term:
    """Return the identifier that a bare number becomes when unknown letters are glued to it ('5g', '737max')."""
    return _expand(page, term.start, term.end)
