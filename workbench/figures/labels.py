"""Recognise digits that only name something: 'Boeing 737', 'Covid-19', 'G7', telephone numbers, versions, addresses."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workbench.figures import currencies
from workbench.figures.terms import Term
from workbench.figures.wordlists import word_set
from workbench.model.figures import FigureKind

if TYPE_CHECKING:
    from workbench.figures.terms import Page

_PHONE = re.compile(
    r"\+[0-9]{1,3}[ (-][0-9() -]{6,18}[0-9]|\(0?[0-9]{2,5}\) ?[0-9]{3,4}[ -]?[0-9]{3,4}|1?-?[0-9]{3}-[0-9]{3}-[0-9]{4}|[0-9]{3}-[0-9]{4}(?!-)|"
    r"0[0-9]{2,4}[ -][0-9]{3,4}(?:[ -][0-9]{3,4})?|0[0-9]{9,10}|1?-?(?:800|888|877|866)-[0-9a-z-]{7,10}",
)
_VERSION = re.compile(r"[0-9]++(?:\.[0-9]++){2,}+")
_NINES = re.compile(r"(?:24/7|9/11|7/7|911)(?![0-9/]|[.,][0-9])")
_TAIL = re.compile(r"[a-z0-9]*+(?:[-/.:_][a-z0-9]++)*+")
# British postcodes: 'SW1A 1AA'.
_POSTCODE = re.compile(r"[A-Z]{1,2}[0-9][A-Z0-9]? [0-9][A-Z]{2}\b")
_KIN = re.compile(
    r"-(?:style|type|like|class|related|era|based|positive|negative|themed|inspired|led|backed|linked|sized)$"
)
_SPAN_BACK = 48
# So many digits behind a one-letter mark are money ('R500'), fewer a name ('N5').
_LONG = 3
# Behind these and a hyphen a number is still a quantity: 'mid-20s', 'under-16s', 'pre-2014', 'sub-$1bn'.
_PREFIXES = word_set(
    """mid pre post under over sub top late early near plus minus non about around semi us all up down than multi low high
    per to for in and or of by foot feet ft stone circa some aged age the a nearly almost between from"""
)
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
    if previous in {"+", "("} or folded[start] == "0" or folded[end] == "-":
        begin = start - 1 if previous in "+(" else start
        if (phone := _PHONE.match(folded, begin)) and not folded[phone.end()].isalnum() and _is_phone(phone[0]):
            return _identifier(begin, phone.end())
    if folded[start:end].count(".") > 1:
        version = _VERSION.match(folded, start)
        if version and not _is_european(folded[start:end]):
            return _identifier(start, version.end())
    if previous == "[" and folded[end] == "]" and end - start <= _LONG:
        return _identifier(start, end)
    return None


def _is_phone(number: str) -> bool:
    return sum(char.isdigit() for char in number) >= 7 or not number.isdigit()  # noqa: PLR2004 - the shortest number


def _is_european(raw: str) -> bool:
    first, *rest = raw.split(",", maxsplit=1)[0].split(".")
    return 0 < len(first) <= 3 and first != "0" and all(len(group) == 3 for group in rest)  # noqa: PLR2004 - thousands


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
        return _expand(page, start, end) if folded[start - 2].isalnum() and not folded[start - 2].isdigit() else None
    return _read_after_letter(page, start, end) if previous.isalpha() else None


def _is_web(folded: str, at: int) -> bool:
    begin = max(folded.rfind(" ", max(0, at - _SPAN_BACK), at) + 1, at - _SPAN_BACK, 0)
    return _WEB.search(folded, begin, at + 40) is not None and " " not in folded[begin:at]


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
        return _identifier(start, end) if end - start <= 3 else None  # noqa: PLR2004 - a footnote
    return None


def _read_after_hyphen(page: Page, start: int, end: int) -> Term | None:
    folded = page.folded
    begin = start - 1
    while begin > 0 and start - begin < 20 and folded[begin - 1].isalpha():  # noqa: PLR2004 - the longest prefix
        begin -= 1
    word = folded[begin : start - 1]
    if not word or word in _PREFIXES:
        return None
    if folded[end] == "s" and word in {"late", "early"}:
        return None
    return _expand(page, begin, end)


def _read_after_letter(page: Page, start: int, end: int) -> Term | None:
    text = page.text
    begin = start
    while begin > 0 and start - begin < 6 and text[begin - 1].isalpha():  # noqa: PLR2004 - the longest mark
        begin -= 1
    mark = text[begin:start]
    if mark in {"COP", "ALL", "TOP", "MUR"} and end - start <= 2:  # noqa: PLR2004 - COP28 is a conference
        return _expand(page, begin, end)
    if mark in currencies.CODES or mark in currencies.MARKS:
        decimals = page.folded[start:end]
        if (
            mark not in {"R", "N", "P", "Fr", "Ft"}
            or len(decimals) >= _LONG
            or "." in decimals
            or page.folded[end : end + 1] in "mbk"
        ):
            return None
    if mark in {"x", "X"} and (not page.folded[end].isalnum() or page.folded[max(0, begin - 1)].isdigit()):
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
    tail = _TAIL.match(folded, end)
    stop = tail.end() if tail else end
    if (code := _POSTCODE.match(page.text, begin)) and code.end() > stop:
        stop = code.end()
    if kin := _KIN.search(folded, begin, stop):
        stop = kin.start()
    return _identifier(begin, stop)


def expand_label(page: Page, term: Term) -> Term:
    """Return the identifier that a bare number becomes when unknown letters are glued to it ('5g', '737max')."""
    return _expand(page, term.start, term.end)
