"""Say who says what in news prose: the speaker of each quotation and of each reported stretch.

Read once from front to back. Each verb of speaking gets its subject; a pronoun, a surname or 'the ambassador' stands for
whoever spoke last and fits.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.model.spans import Span
from workbench.text.speakers import Memory
from workbench.text.subjects import find_cues

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.model.spans import Block
    from workbench.text.names import People
    from workbench.text.quotations import Quotation
    from workbench.text.subjects import Cue

# A sentence has hardly more verbs of speaking than this.
_OVERLAPS = 4
_GAP = re.compile(r"[\s,—–-]*")


@dataclass(frozen=True, slots=True)
class Speech:
    """A stretch that the article reports as somebody's words, but for the `introduction` of who says so."""

    start: int
    end: int
    speaker: str
    introduction: Span


@dataclass(frozen=True, slots=True)
class Speakers:
    """Who says what: one name or None for each quotation, and the reported stretches in order."""

    of_quotations: tuple[str | None, ...]
    speeches: tuple[Speech, ...]

    def of_span(self, start: int, end: int) -> str | None:
        """Name who is reported as saying the stretch, outside any quotation; None is the article itself."""
        index = bisect_right(self.speeches, start, key=lambda speech: speech.start)
        for speech in reversed(self.speeches[max(0, index - _OVERLAPS) : index]):
            if speech.start <= start and end <= speech.end and not speech.introduction.overlaps(Span(start, end)):
                return speech.speaker
        return None


def find_speakers(
    text: str, blocks: Sequence[Block], sentences: Sequence[Span], quotations: Sequence[Quotation], people: People
) -> Speakers:
    """Find the speaker of every quotation and of every stretch of reported speech."""
    cues = find_cues(_mask(text, quotations), sentences, people)
    openers = people.find_openers(text, sentences)
    memory = Memory(people, openers)
    names = [memory.resolve(cue) for cue in cues]
    speeches = sorted(
        (
            Speech(cue.region.start, cue.region.end, name, cue.introduction)
            for cue, name in zip(cues, names, strict=True)
            if name is not None and not cue.quotes_only
        ),
        key=lambda speech: speech.start,
    )
    search = _QuotationSearch(text, blocks, sentences, cues, names)
    found: list[str | None] = []
    for index, quotation in enumerate(quotations):
        before = quotations[index - 1] if index else None
        found.append(search.find(quotation, before, found[-1] if found else None))
    return Speakers(tuple(found), tuple(speeches))


def _mask(text: str, quotations: Sequence[Quotation]) -> str:
    """Blank what stands inside quotation marks, so that a verb in there is nobody's cue."""
    pieces: list[str] = []
    end = 0
    for quotation in quotations:
        for part in quotation.parts or (quotation.span,):
            pieces.append(text[end : part.start])
            pieces.append("“" * len(part))
            end = part.end
    pieces.append(text[end:])
    return "".join(pieces)


class _QuotationSearch:
    """Find the cue of one quotation after the other."""

    def __init__(
        self,
        text: str,
        blocks: Sequence[Block],
        sentences: Sequence[Span],
        cues: Sequence[Cue],
        names: Sequence[str | None],
    ) -> None:
        self._text = text
        self._blocks = blocks
        self._block_starts = [block.start for block in blocks]
        self._sentences = sentences
        self._sentence_starts = [sentence.start for sentence in sentences]
        self._cues = cues
        self._names = names
        self._verbs = [cue.verb.start for cue in cues]

    def find(self, quotation: Quotation, before: Quotation | None, speaker_before: str | None) -> str | None:
        """Name the speaker: the clause right behind, the verb in front, the sentence, the paragraph, the one above."""
        return (
            self._behind(quotation)
            or self._in_sentence(quotation)
            or self._carried_on(quotation, before, speaker_before)
            or self._in_block(quotation)
            or self._introduced(quotation)
        )

    def _behind(self, quotation: Quotation) -> str | None:
        """Look for ', Katz said' right behind the quotation or one of its parts."""
        for part in quotation.parts or (quotation.span,):
            gap = _GAP.match(self._text, part.end, part.end + 3)
            clause = gap.end() if gap else part.end
            index = bisect_right(self._verbs, part.end - 1)
            if index < len(self._cues):
                cue = self._cues[index]
                near = cue.clause <= clause + 1 and cue.verb.start - part.end < 120  # noqa: PLR2004 - as the search for a subject reaches
                ended = self._text[part.end - 2 : part.end - 1] in ",?!…—–-" or self._sentence(
                    part.end - 1
                ) == self._sentence(cue.verb.start)
                if near and ended and self._names[index]:
                    return self._names[index]
        return None

    def _in_sentence(self, quotation: Quotation) -> str | None:
        """Look in the quotation's sentence: the last verb in front of it, else the first behind it."""
        start = self._sentence(quotation.start)
        end = self._sentence(quotation.end - 1)
        index = bisect_right(self._verbs, quotation.start)
        if index and self._sentence(self._verbs[index - 1]) == start and self._names[index - 1]:
            return self._names[index - 1]
        index = bisect_right(self._verbs, quotation.end)
        if index < len(self._cues) and self._sentence(self._verbs[index]) == end:
            return self._names[index]
        return None

    def _carried_on(self, quotation: Quotation, before: Quotation | None, speaker: str | None) -> str | None:
        """Take the speaker of the quotation before where this one goes on: in the same block or a wholly quoted one."""
        if before is None or speaker is None:
            return None
        block, block_before = self._block(quotation.start), self._block(before.end - 1)
        if block == block_before:
            return speaker if self._is_whole_sentence(quotation) else None
        if block != block_before + 1 or not self._blocks:
            return None
        bounds = self._blocks[block]
        asked = "?" in self._text[before.end - 2 : before.end] or "?" in self._text[quotation.end - 2 : quotation.end]
        if bounds.kind == "heading" or asked:
            return None
        whole = (
            not self._text[bounds.start : quotation.start].strip()
            and not self._text[quotation.end : bounds.end].strip()
        )
        return speaker if whole else None

    def _in_block(self, quotation: Quotation) -> str | None:
        """Take the last speaker named in the block before a quotation that is a sentence of its own."""
        index = bisect_right(self._verbs, quotation.start) - 1
        if index < 0 or self._block(self._verbs[index]) != self._block(quotation.start):
            return None
        return self._names[index] if self._is_whole_sentence(quotation) else None

    def _introduced(self, quotation: Quotation) -> str | None:
        """Take the last speaker of the block above where that ends with a colon."""
        block = self._block(quotation.start)
        if not self._blocks or block < 1 or self._text[self._blocks[block - 1].end - 1] != ":":
            return None
        index = bisect_right(self._verbs, self._blocks[block - 1].end) - 1
        return self._names[index] if index >= 0 and self._block(self._verbs[index]) == block - 1 else None

    def _is_whole_sentence(self, quotation: Quotation) -> bool:
        if not self._sentences:
            return False
        return self._sentences[max(0, self._sentence(quotation.start))].start == quotation.start

    def _sentence(self, position: int) -> int:
        return bisect_right(self._sentence_starts, position) - 1

    def _block(self, position: int) -> int:
        return bisect_right(self._block_starts, position) - 1
