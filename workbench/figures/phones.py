"""Recognise telephone numbers, by their shape or by the call that they are for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workbench.figures.wordlists import word_set

if TYPE_CHECKING:
    from workbench.figures.terms import Page

_PHONE = re.compile(
    r"\+[0-9]{1,3}[ (-][0-9() -]{6,18}[0-9]|\(0?[0-9]{2,5}\) ?[0-9]{3,4}[ -]?[0-9]{3,4}|1?-?[0-9]{3}-[0-9]{3}-[0-9]{4}|[0-9]{3}-[0-9]{4}(?!-)|"
    r"0[0-9]{1,4}[ -][0-9]{3,8}(?:[ -][0-9]{3,4})?|0[0-9]{9,10}|1?-?(?:800|888|877|866)-[0-9a-z-]{7,10}",
)
_GROUPS = re.compile(r"[0-9]{2,5}(?: [0-9]{2,6}){1,4}(?![0-9%]|[.,-][0-9])")
# Lifelines of three groups ('13 11 14'), national numbers ('1300 22 4636', '1800 012 345').
_NATIONAL = re.compile(r"13 [0-9]{2} [0-9]{2}$|1[38]00 [0-9]{2,3} [0-9]{3,4}$")
_CALL = re.compile(
    r"\b(?:call|calls|called|calling|phone|phoned|ring|rang|ringing|dial|dialled|dialed|dialling|telephone|tel|text|texting|"
    r"contact|contacted|helpline|hotline|lifeline|freephone|freefone|whatsapp)\b[a-z' ]{0,24}:? $"
)
CALLS = word_set("call calls called calling dial dialled dialed dialling ring rang ringing phone phoned text texting")
_EMERGENCY = frozenset({"999", "911", "000", "111", "101", "112", "988"})
_EMERGENCY_BEHIND = re.compile(
    r" (?:call|operator|dispatcher|call[ -]handler|caller|line|number|hotline|helpline|recording)\b"
)
_EMERGENCIES = ("999", "911")
_FEWEST, _MOST, _WHOLE = 3, 6, 7


def find_phone(page: Page, begin: int) -> int | None:
    """Return where the telephone number that begins at `begin` by its shape alone ends, or None."""
    folded = page.folded
    phone = _PHONE.match(folded, begin)
    if phone is None or folded[phone.end()].isalnum():
        return None
    number = phone[0]
    return phone.end() if sum(char.isdigit() for char in number) >= _WHOLE or not number.isdigit() else None


def find_grouped(page: Page, start: int) -> int | None:
    """Return where the groups of digits at `start` end that are called ('116 123'), or None."""
    match = _GROUPS.match(page.folded, start)
    if match is None or not (_NATIONAL.match(match[0]) or is_called(page.folded, start)):
        return None
    return match.end()


def is_called(folded: str, start: int) -> bool:
    """Say whether somebody is told to call what stands at `start`."""
    return _CALL.search(folded, max(0, start - 40), start) is not None


def is_short_number(page: Page, start: int, end: int, word: str) -> bool:
    """Say whether the digits behind `word` are dialled: 'call 999', 'contact police on 101'."""
    if not _FEWEST <= end - start <= _MOST:
        return False
    if page.folded[start:end] in _EMERGENCY and _EMERGENCY_BEHIND.match(page.folded, end):
        return True
    if page.folded.startswith(_EMERGENCIES, start) and page.folded.startswith(" calls", end):
        return True
    return word in CALLS or (word == "on" and is_called(page.folded, start))
