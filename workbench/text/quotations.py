"""Find direct quotations: nested, interrupted, over several paragraphs, in curly, straight or single marks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from workbench.model.spans import Span
from workbench.text.vocabulary import COURTESIES, HONORIFICS, SPEECH_VERBS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from workbench.model.spans import Block

_MARKS = re.compile("[“”\"„«»‘’']")
_OPENING = {"“": "”", "„": "”“", "«": "»"}
_BEFORE_OPENING = ' \n([{—–-/“‘"«\u00a0\u202f'
_DECADE = re.compile(r"\d0s\b|em\b|til\b|tis\b|twas\b|n\b|cause\b")
# What may stand between two halves of one quotation: a short clause with a verb of speaking.
_INTERRUPTION = re.compile(
    rf"[ \n]*(?:[\w’'.-]+[ \n,]+){{0,9}}(?:{'|'.join(sorted(SPEECH_VERBS))})\b(?:[ \n,]+[\w’'.-]+){{0,9}}[,.:;]?[ \n—–-]*"
)
# A quotation with its own 'Smith replied' is one of its own.
_ATTRIBUTED = re.compile(rf"[ \n](?:[\w’'.-]+[ \n]){{0,4}}(?:{'|'.join(sorted(SPEECH_VERBS))})\b")
_REPORTED = re.compile(r"\b(?:that|of|how|why|whether|but|while|calling|adding|and)\b")
_INTERRUPTION_LENGTH = 120
_STOP = re.compile(r"(\w+)\.[ \n]+(?=[A-Z])")


class _Certainty(Enum):
    """How surely a single mark closes a quotation."""

    NO = "no"
    LIKELY = "likely"
    SURE = "sure"


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation with its marks: the hull, and the pieces where it is interrupted or runs over paragraphs."""

    start: int
    end: int
    parts: tuple[Span, ...]

    @property
    def span(self) -> Span:
        """Return the hull."""
        return Span(self.start, self.end)


@dataclass(slots=True)
class _Piece:
    """One quotation inside one block; `closed` is False where the block ended first."""

    start: int
    end: int
    mark: str
    block: int
    closed: bool = True


def find_quotations(text: str, blocks: Sequence[Block]) -> list[Quotation]:
    """Find the outermost quotations, in order, in marks or set out. One that nobody closes ends with its block."""
    pieces: list[_Piece] = []
    led_in = False
    for index, (start, end) in enumerate(_bounds(text, blocks)):
        found = _find_pieces(text, start, end, index)
        led_in = led_in and not found and end > start and bool(blocks) and blocks[index].kind == "quote"
        pieces += [_Piece(start, end, "", index)] if led_in else found
        # What is set out behind a colon is quoted without marks, and so is what is set out behind that.
        led_in = led_in or text[start:end].endswith(":")
    groups: list[list[_Piece]] = []
    for piece in pieces:
        if groups and (_reopens(text, groups[-1][-1], piece, blocks) or _is_interrupted(text, groups[-1][-1], piece)):
            groups[-1].append(piece)
        else:
            groups.append([piece])
    return [_join(group) for group in groups if group[-1].closed or len(group) > 1 or group[0].mark in _OPENING]


def _bounds(text: str, blocks: Sequence[Block]) -> Iterable[tuple[int, int]]:
    return [(block.start, block.end) for block in blocks] if blocks else [(0, len(text))]


def _join(group: list[_Piece]) -> Quotation:
    parts = tuple(Span(piece.start, piece.end) for piece in group) if len(group) > 1 else ()
    return Quotation(group[0].start, group[-1].end, parts)


def _reopens(text: str, last: _Piece, piece: _Piece, blocks: Sequence[Block]) -> bool:
    """Say whether `piece` carries on a quotation that the block before left open, as newspapers set long ones."""
    return (
        not last.closed
        and piece.block == last.block + 1
        and bool(blocks)
        and piece.mark == last.mark
        and not text[blocks[piece.block].start : piece.start].strip()
    )


def _is_interrupted(text: str, last: _Piece, piece: _Piece) -> bool:
    """Say whether only 'he said' stands between the two: “A,” he said, “b.” or “A,” he said. “B.”."""
    if last.block != piece.block or not last.closed or piece.start - last.end > _INTERRUPTION_LENGTH:
        return False
    between = text[last.end : piece.start]
    if text[last.end - 2] not in ",.?!…—–-":
        return False
    closes = between.rstrip()[-1:]
    if closes == "." and _ATTRIBUTED.match(text, piece.end, piece.end + _INTERRUPTION_LENGTH):
        return False
    return (
        closes in {",", ".", ":", ";", "—", "–"}
        and not _REPORTED.search(between)
        and not _ends_sentence(between)
        and _INTERRUPTION.fullmatch(between) is not None
    )


def _ends_sentence(between: str) -> bool:
    """Say whether a sentence ends in 'said Kim Bell. Her friend was blunter:'; not at an initial or a 'Mrs.'."""
    words = (match[1] for match in _STOP.finditer(between))
    return any(len(word) > 1 and word.lower() not in HONORIFICS | COURTESIES for word in words)


def _find_pieces(text: str, start: int, end: int, block: int) -> list[_Piece]:
    """Find the quotations of one block in one pass over its marks."""
    pieces: list[_Piece] = []
    opened: _Opened | None = None
    for match in _MARKS.finditer(text, start, end):
        position, mark = match.start(), match[0]
        if opened is None:
            opened = _Opened(position, mark) if _opens(text, position, mark, start, end) else None
        elif opened.is_closed_by(text, position, mark, end):
            pieces.append(_Piece(opened.start, position + 1, opened.mark, block))
            opened = None
    if opened is not None:
        ended = opened.maybe_end > 0
        pieces.append(_Piece(opened.start, opened.maybe_end if ended else end, opened.mark, block, closed=ended))
    return pieces


@dataclass(slots=True)
class _Opened:
    """A quotation not closed yet; `maybe_end` is where it ends if the block ends first."""

    start: int
    mark: str
    depth: int = 1
    maybe_end: int = -1

    def is_closed_by(self, text: str, position: int, mark: str, end: int) -> bool:
        """Say whether `mark` at `position` closes it."""
        if self.mark in _OPENING:
            if mark in _OPENING[self.mark]:
                self.depth -= 1
                self.maybe_end = position + 1
            elif mark == self.mark:
                self.depth += 1
            return self.depth == 0
        if self.mark == '"':
            return mark == '"' and _closes_straight(text, position, end)
        certainty = _closes_single(text, position, mark, end)
        if certainty is _Certainty.LIKELY and self.maybe_end < 0:
            self.maybe_end = position + 1
        return certainty is _Certainty.SURE


def _opens(text: str, position: int, mark: str, start: int, end: int) -> bool:
    if mark in _OPENING:
        return position + 1 < end
    if mark not in "\"‘'" or position + 1 >= end or text[position + 1].isspace():
        return False
    if position > start and text[position - 1] not in _BEFORE_OPENING:
        return False
    return mark == '"' or not _DECADE.match(text, position + 1, end)


def _closes_straight(text: str, position: int, end: int) -> bool:
    after = text[position + 1] if position + 1 < end else " "
    return not text[position - 1].isspace() or not after.isalnum()


def _closes_single(text: str, position: int, mark: str, end: int) -> _Certainty:
    """Say how surely a single mark closes: 'workers’ rights' may be a possessive, 'don’t' never closes."""
    before = text[position - 1]
    if mark not in "’'" or before.isspace() or (position + 1 < end and text[position + 1].isalnum()):
        return _Certainty.NO
    lower_follows = text[position + 1 : position + 2] == " " and text[position + 2 : position + 3].islower()
    return _Certainty.LIKELY if before in "sz" and lower_follows else _Certainty.SURE
