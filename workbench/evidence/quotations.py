"""Find a quotation word for word in a source."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from workbench.model.spans import Span

_QUOTES = '“”„‟«»"‘’‚‛′`´'
_INVISIBLE = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufe00-\ufe0f"
# A lone space is what it should be already.
_FOLDED = re.compile(rf"[\s{_INVISIBLE}]{{2,}}|[^\S ]|[{_INVISIBLE}]|[{_QUOTES}]|[‐‑‒–—―−]|…")
_SPACE_OR_INVISIBLE = re.compile(rf"[\s{_INVISIBLE}]+")
_OUTER = " \"'“”‘’«»„"
_TRAILING = " ,.;:…"


@dataclass(frozen=True, slots=True)
class _Folded:
    """A text after folding; where its pieces begin, there and in the original."""

    text: str
    starts: list[int]
    origins: list[int]

    def origin(self, position: int) -> int:
        """Return the original offset of a folded one."""
        index = bisect_right(self.starts, position) - 1
        return self.origins[index] + position - self.starts[index]


def locate_quote(quote: str, text: str) -> Span | None:
    """Locate `quote` in `text`, verbatim but for the shape of quotation marks, dashes, white space and what is invisible.

    The quotation's own outer marks may be given with it, and the comma or point that its sentence put inside them.
    Return the first place, in offsets of `text`; None where the words are not there. Takes linear time.
    """
    folded = _fold(text)
    wanted = _fold(quote).text.strip()
    for candidate in dict.fromkeys((wanted, wanted.strip(_OUTER), wanted.strip(_OUTER).rstrip(_TRAILING))):
        if not any(character.isalnum() for character in candidate):
            continue
        start = folded.text.find(candidate)
        if start >= 0:
            last = folded.origin(start + len(candidate) - 1)
            return Span(folded.origin(start), last + 1)
    return None


def _fold(text: str) -> _Folded:
    pieces: list[str] = []
    starts: list[int] = []
    origins: list[int] = []
    length = end = 0

    def add(piece: str, origin: int) -> None:
        nonlocal length
        if piece:
            pieces.append(piece)
            starts.append(length)
            origins.append(origin)
            length += len(piece)

    for match in _FOLDED.finditer(text):
        add(text[end : match.start()], end)
        add(_fold_one(match[0]), match.start())
        end = match.end()
    add(text[end:], end)
    return _Folded("".join(pieces), starts, origins)


def _fold_one(found: str) -> str:
    """Return what a foldable stretch becomes: one space, one plain mark, or nothing."""
    if _SPACE_OR_INVISIBLE.fullmatch(found):
        return " " if any(character.isspace() for character in found) else ""
    if found == "…":
        return "."
    return "'" if found in _QUOTES else "-"
