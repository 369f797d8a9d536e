"""Characters as a terminal shows them: what is drawn in place of what must not be sent, and how wide it is.

Everything here keeps one character for one character, so offsets into the text stay offsets into what is drawn.
Widths follow Rich (`rich.cells`), which Textual counts strips with; a cluster's width stands at its first character.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rich.cells import split_graphemes

if TYPE_CHECKING:
    from collections.abc import Iterable

REPLACEMENT = "\ufffd"
ZERO_WIDTH = "◦"
DIRECTION = "◊"
SOFT_HYPHEN = "¬"
DRAWN_MARKS = frozenset((REPLACEMENT, ZERO_WIDTH, DIRECTION, SOFT_HYPHEN))

_SCRIPTS_THAT_JOIN = "\u0600-\u0dff\u1780-\u17ff\u1800-\u18af"
_EMOJI = "\u2190-\u21ff\u2300-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff"

_DRAWN_AS_IS = re.compile("[ -~\xa0-\xac\xae-\u02ff\u0370-\u0377\u0384-\u0482\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]*")
_JOINER_OUT_OF_PLACE = re.compile(
    f"(?<![{_EMOJI}{_SCRIPTS_THAT_JOIN}\ufe0f\U0001f3fb-\U0001f3ff])\u200d|\u200d(?![{_EMOJI}{_SCRIPTS_THAT_JOIN}])"
    f"|(?<![{_SCRIPTS_THAT_JOIN}])\u200c|\u200c(?![{_SCRIPTS_THAT_JOIN}])"
)


def _drawn_table() -> dict[int, str]:
    ranges: tuple[tuple[Iterable[int], str], ...] = (
        (range(0x20), REPLACEMENT),
        (range(0x7F, 0xA0), REPLACEMENT),
        (range(0xD800, 0xE000), REPLACEMENT),
        ((0xFFFE, 0xFFFF), REPLACEMENT),
        ((0x0A, 0x09, 0x2028, 0x2029), " "),
        ((0xAD,), SOFT_HYPHEN),
        ((0x200B, 0x2060, 0x2061, 0x2062, 0x2063, 0x2064, 0xFEFF, 0x180E, 0x034F), ZERO_WIDTH),
        ((0x115F, 0x1160, 0x3164, 0xFFA0, 0xFFF9, 0xFFFA, 0xFFFB, *range(0x206A, 0x2070)), ZERO_WIDTH),
        (range(0xE0000, 0xE0080), ZERO_WIDTH),
        ((0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)), DIRECTION),
    )
    return {code: drawn for codes, drawn in ranges for code in codes}


_TABLE = _drawn_table()


def draw(text: str) -> str:
    """Return the characters to send to the terminal: controls, direction marks and invisible ones become signs."""
    if _DRAWN_AS_IS.fullmatch(text):
        return text
    if "\u200d" in text or "\u200c" in text:
        text = _JOINER_OUT_OF_PLACE.sub(ZERO_WIDTH, text)
    return text.translate(_TABLE)


def measure(drawn: str) -> list[int] | None:
    """Return the width in cells of each character, zero inside a cluster; None where every one takes one cell."""
    if _DRAWN_AS_IS.fullmatch(drawn):
        return None
    widths = [0] * len(drawn)
    for start, _end, cells in split_graphemes(drawn)[0]:
        widths[start] = cells
    return widths
