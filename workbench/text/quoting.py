"""Find who is quoted: the clause behind a quotation, the verb in front, the sentence, the paragraph, the one above."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.text.capitals import RUN

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from workbench.model.spans import Block, Span
    from workbench.text.cues import Cue
    from workbench.text.quotations import Quotation

_GAP = re.compile(r"[\s,—–-]*")
# A clause behind a quotation has its verb within so many characters.
_CLAUSE = 120
# So many words are a rating, a label or a nickname rather than a sentence.
_BRIEF = 2
_ASIDE = re.compile(r",[ \n](?:who|whose|which)\b")
_COLON_BEFORE = re.compile(rf"(?P<name>{RUN.pattern}): ")
_COLON_BEHIND = re.compile(rf": (?P<name>{RUN.pattern})")
# A verb in front governs a quotation within so many characters.
_CLOSE = 40


@dataclass(frozen=True, slots=True)
class Stage:
    """The verbs of speaking with their speakers, and by position who stands first in a sentence."""

    cues: Sequence[Cue]
    names: Sequence[str | None]
    openers: Sequence[tuple[int, str]]
    called: Callable[[int, str], str]


class QuotationSearch:
    """Find who is quoted, one quotation after the other."""

    def __init__(self, text: str, blocks: Sequence[Block], sentences: Sequence[Span], stage: Stage) -> None:
        self._text = text
        self._blocks = blocks
        self._block_starts = [block.start for block in blocks]
        self._sentences = sentences
        self._sentence_starts = [sentence.start for sentence in sentences]
        self._cues = stage.cues
        self._names = stage.names
        self._openers = stage.openers
        self._called = stage.called
        self._verbs = [cue.verb.start for cue in stage.cues]

    def find(self, quotation: Quotation, before: Quotation | None, speaker_before: str | None) -> str | None:
        """Name the speaker: the clause right behind, the verb in front, the sentence, the paragraph, the one above."""
        if self._is_label(quotation, before):
            return self._behind(quotation)
        return (
            self._headline(quotation)
            or self._governing(quotation)
            or self._behind(quotation)
            or self._in_sentence(quotation)
            or self._carried_on(quotation, before, speaker_before)
            or self._in_block(quotation)
            or self._introduced(quotation)
        )

    def _is_label(self, quotation: Quotation, before: Quotation | None) -> bool:
        """Tell the '“sell” rating' in '“…,” said Lee, who has a “sell” rating': the verb has its quotation already."""
        index = bisect_right(self._verbs, quotation.start) - 1
        brief = self._text.count(" ", quotation.start, quotation.end) < _BRIEF
        return (
            brief
            and before is not None
            and index >= 0
            and self._sentence(self._verbs[index]) == self._sentence(quotation.start)
            and self._follows(self._cues[index], before.span)
            and _ASIDE.search(self._text, self._verbs[index], quotation.start) is not None
        )

    def _headline(self, quotation: Quotation) -> str | None:
        """Read what headlines set around a colon: 'Minister: “…”' and '“…”: Ann Smith on …'."""
        block = self._block(quotation.start)
        if not self._blocks or block < 0 or self._blocks[block].kind != "heading":
            return None
        before = _COLON_BEFORE.fullmatch(self._text, self._blocks[block].start, quotation.start)
        behind = _COLON_BEHIND.match(self._text, quotation.end, self._blocks[block].end)
        named = before or behind
        return self._called(quotation.start, named["name"]) if named else None

    def _governing(self, quotation: Quotation) -> str | None:
        """Look for the verb close in front of a quotation that begins inside a sentence: 'called it “…”'."""
        index = bisect_right(self._verbs, quotation.start) - 1
        if index < 0 or self._cues[index].weak or self._is_whole_sentence(quotation):
            return None
        verb = self._cues[index].verb
        between = self._text[verb.end : quotation.start]
        close = (
            len(between) < _CLOSE
            and "”" not in between
            and self._sentence(verb.start) == self._sentence(quotation.start)
        )
        return self._names[index] if close else None

    def _behind(self, quotation: Quotation) -> str | None:
        """Look for ', Katz said' right behind the quotation or one of its parts."""
        for part in quotation.parts or (quotation.span,):
            index = bisect_right(self._verbs, part.end - 1)
            if index < len(self._cues) and self._names[index] and self._follows(self._cues[index], part):
                return self._names[index]
        return None

    def _follows(self, cue: Cue, part: Span) -> bool:
        """Say whether the clause of `cue` begins right behind `part` and belongs to it."""
        gap = _GAP.match(self._text, part.end, part.end + 3)
        if cue.clause > (gap.end() if gap else part.end) + 1 or cue.verb.start - part.end > _CLAUSE:
            return False
        if self._block(cue.verb.start) != self._block(part.start):
            return False
        goes_on = self._text[part.end - 2 : part.end - 1] in ",?!…—–-"
        return goes_on or self._sentence(part.end - 1) == self._sentence(cue.verb.start)

    def _in_sentence(self, quotation: Quotation) -> str | None:
        """Look in the quotation's sentence: the last verb in front of it, else the first behind it."""
        start = self._sentence(quotation.start)
        end = self._sentence(quotation.end - 1)
        index = bisect_right(self._verbs, quotation.start) - 1
        # 'Swonk said the report showed “…”': she is quoted, not the report.
        while index > 0 and self._cues[index].weak and self._sentence(self._verbs[index - 1]) == start:
            index -= 1
        if index >= 0 and self._sentence(self._verbs[index]) == start and self._names[index]:
            return self._names[index]
        index = bisect_right(self._verbs, quotation.end)
        if index < len(self._cues) and self._sentence(self._verbs[index]) == end:
            return self._names[index]
        return self._led_in(quotation, start)

    def _led_in(self, quotation: Quotation, sentence: int) -> str | None:
        """Take who opens the sentence in 'Her friend Jorge Solis was blunter: “…”'."""
        opened = bisect_left(self._openers, (quotation.start, "")) - 1
        if opened < 0 or sentence < 0 or self._text[quotation.start - 2 : quotation.start] != ": ":
            return None
        position, name = self._openers[opened]
        return name if self._sentence(position) == sentence else None

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
        """Take who spoke or stood first in a sentence of the block, before a quotation that is one of its own."""
        if not self._is_whole_sentence(quotation):
            return None
        return self._last_in(self._block(quotation.start), quotation.start)

    def _last_in(self, block: int, end: int) -> str | None:
        """Name who spoke or stood first in a sentence last before `end`, if that was in the block."""
        spoken = bisect_right(self._verbs, end) - 1
        opened = bisect_left(self._openers, (end, "")) - 1
        places = [(self._verbs[spoken], self._names[spoken])] if spoken >= 0 else []
        places += [self._openers[opened]] if opened >= 0 else []
        position, name = max(places, default=(-1, None), key=lambda place: place[0])
        return name if position >= 0 and self._block(position) == block else None

    def _introduced(self, quotation: Quotation) -> str | None:
        """Take the last to speak or to stand first in the block above where that ends with a colon."""
        block = self._block(quotation.start)
        if not self._blocks or block < 1 or self._text[self._blocks[block - 1].end - 1] != ":":
            return None
        return self._last_in(block - 1, self._blocks[block - 1].end)

    def _is_whole_sentence(self, quotation: Quotation) -> bool:
        if not self._sentences:
            return False
        return self._sentences[max(0, self._sentence(quotation.start))].start == quotation.start

    def _sentence(self, position: int) -> int:
        return bisect_right(self._sentence_starts, position) - 1

    def _block(self, position: int) -> int:
        return bisect_right(self._block_starts, position) - 1
