"""Tell numbers that are part of a name: 'the Big Four', 'Seven Dials', '14 Church Street', '737 Max', 'seat 11A'."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workbench.figures.nouns import STOPS, is_plural

if TYPE_CHECKING:
    from workbench.figures.terms import Page

_AROUND = 60
# Headlines set every long word with a capital; running prose does not.
_PROSE = re.compile(
    r"(?<![\w'’-])(?!(?:with|from|over|into|than|after|amid|upon|near|about|under|between|through|against|during|before|without|since|among)\b)[a-z]{4,}"
)
_OPENS = re.compile(r"(?:^|(?<![^ \n])-|[.!?:;…\n•*|—–·»>)])[\"'“‘”’()\[\] ]*$")
_STREET = re.compile(
    r" (?:[A-Z][\w'’.]{1,20} ){0,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Boulevard|Blvd|Square|Crescent|Terrace|Gardens|Mews|Quay|Parade|"
    r"Close|Row|Place|Way)\b(?: ([a-z]+))?"
)
# '617 Squadron', '45 Commando', '16 Air Assault Brigade'.
_UNIT = re.compile(
    r" (?:(?:Air Assault|Armoured|Mechanised|Infantry|Parachute|Signal|Field) )?(?:Squadron|Commando|Para|Brigade|Regiment|Battalion|Corps)\b"
)
_BLOCK = re.compile(r" block of (?=[\w ]{0,8}[A-Z])")
# Boeing's family, which goes without its maker: 'a 737 Max', 'the 787 Dreamliner', 'two 747s'.
_BOEING = re.compile(
    r"7[0-8]7(?:s\b|-[0-9]{1,4}(?:er|lr)?\b|(?= (?:max|dreamliner|jet|jumbo|plane|aircraft|airliner|freighter)\b))"
)
# 'The 737 had 162 passengers on board.'
_FLEW = re.compile(r"7[0-8]7(?= (?:had|was|is|has|took|landed|crashed|skidded|came|flew|carried|carrying)\b)")
_LONGEST_HOUSE = 4


def is_name_in_words(page: Page, start: int, end: int) -> bool:
    """Say whether a number word in the middle of a sentence carries a capital, as only names do outside headlines."""
    text = page.text
    if not text[start].isupper() or text[start : start + 2].isupper():
        return False
    begin = max(0, start - _AROUND)
    before = text[begin:start].rsplit("\n", 1)[-1] if begin else text[:start]
    if _OPENS.search(before) or before[-1:] not in " -":
        return False
    behind = text[end : end + _AROUND].split("\n", 1)[0]
    # A word cut by the window is no witness.
    return _PROSE.search(before.partition(" ")[2] if begin else before) is not None or _PROSE.search(behind) is not None


def is_address(page: Page, start: int, end: int) -> bool:
    """Say whether the digits number a house or a unit: '14 Church Street', 'the 1200 block of North Clark Street', '617 Squadron'."""
    text = page.text
    if end - start > _LONGEST_HOUSE or text[end : end + 1] != " ":
        return False
    if _UNIT.match(text, end):
        return True
    if text.startswith(" block of ", end):
        return _BLOCK.match(text, end) is not None
    street = _STREET.match(text, end) if text[end + 1 : end + 2].isupper() else None
    return street is not None and not (street[1] and street[1] not in STOPS and is_plural(street[1]))


def find_airliner(page: Page, start: int) -> int | None:
    """Return where Boeing's number at `start` ends, or None."""
    match = _BOEING.match(page.folded, start) or (
        _FLEW.match(page.folded, start) if page.folded.endswith("the ", 0, start) else None
    )
    return match.end() if match else None
