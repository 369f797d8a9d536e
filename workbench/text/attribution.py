"""Say who says what in news prose: the speaker of each quotation and of each reported stretch.

Read once from front to back. Each verb of speaking gets its subject; a pronoun, a surname or 'the ambassador' stands for
whoever spoke last and fits.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.model.spans import Span
from workbench.text.cues import find_cues
from workbench.text.patterns import any_of
from workbench.text.quoting import QuotationSearch, Stage
from workbench.text.regions import part_regions
from workbench.text.speakers import Memory
from workbench.text.studies import find_answers, find_studies
from workbench.text.vocabulary import GROUPS, TITLE_NOUNS
from workbench.text.voices import find_voices

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.model.spans import Block
    from workbench.text.cues import Cue
    from workbench.text.names import People
    from workbench.text.quotations import Quotation

# A sentence has hardly more verbs of speaking than this.
_OVERLAPS = 4
# A sentence about somebody in the article's own words: 'He …', 'Was she …?'.
_PRONOUN = re.compile(
    r"(?:(?:Was|Is|Did|Does|Has|Had|Will|Would|Could|Can|What|Why|How|Where|When|And|But|So)[ ](?:[a-z]+[ ]){0,3})?(he|she)\b(?![’'])",
    re.IGNORECASE,
)
_OFFICE = re.compile(rf"The[ ](?:[a-z-]+[ ]){{0,2}}{any_of(TITLE_NOUNS)}(?=,? [a-z])")
# 'The researchers, led by Ann Lee, flew 12 bees': they are whom 'they' means next.
_GROUP = re.compile(rf"(?:The[ ](?:[a-z-]+[ ]){{0,2}})?{any_of(GROUPS)}(?=,? [a-z])")
_NAMED_OFFICE = re.compile(rf"(?<=[a-z][ ])the[ ]({any_of(TITLE_NOUNS)})(?![\w’'-]|[ ][A-Z])")


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
    masked = _mask(text, quotations)
    cues = _find_all_cues(masked, sentences, people)
    openers = people.find_openers(masked, sentences)
    memory = Memory(people, openers, _find_offices(masked, sentences))
    names, stand_ins = _resolve(memory, cues, _find_pronouns(masked, sentences))
    speeches = _find_speeches(masked, sentences, cues, names)
    search = QuotationSearch(text, blocks, sentences, Stage(cues, names, sorted(openers + stand_ins), people.called))
    found: list[str | None] = []
    for index, quotation in enumerate(quotations):
        before = quotations[index - 1] if index else None
        found.append(search.find(quotation, before, found[-1] if found else None))
    return Speakers(tuple(found), tuple(speeches))


def _find_speeches(
    masked: str, sentences: Sequence[Span], cues: Sequence[Cue], names: Sequence[str | None]
) -> list[Speech]:
    """Pair what is reported with who says so, and what answers a survey with the survey."""
    told = [(cue, name) for cue, name in zip(cues, names, strict=True) if name is not None and not cue.quotes_only]
    speeches = [Speech(cue.region.start, cue.region.end, name, cue.introduction) for cue, name in told]
    answers = find_answers(masked, sentences, [(cue.verb.start, name) for cue, name in told])
    speeches += [Speech(span.start, span.end, name, Span(span.start, span.start)) for span, name in answers]
    return sorted(speeches, key=lambda speech: speech.start)


def _find_all_cues(masked: str, sentences: Sequence[Span], people: People) -> list[Cue]:
    """Find who speaks by an active verb, by a passive one or by none, in the order of the text."""
    found = (
        *find_cues(masked, sentences, people),
        *find_studies(masked, sentences),
        *find_voices(masked, sentences, people),
    )
    return list(part_regions(masked, sorted(found, key=lambda cue: cue.verb.start), sentences))


def _find_pronouns(masked: str, sentences: Sequence[Span]) -> list[tuple[int, str]]:
    """Find the sentences that begin with he or she, or with an office ('The president, who …')."""
    found = []
    for sentence in sentences:
        match = _PRONOUN.match(masked, sentence.start, sentence.end)
        office = (
            None
            if match
            else (
                _OFFICE.match(masked, sentence.start, sentence.end)
                or _GROUP.match(masked, sentence.start, sentence.end)
            )
        )
        if match:
            found.append((sentence.start, match[1].lower()))
        elif office:
            found.append((sentence.start, office[0][:1].lower() + office[0][1:]))
    return found


def _find_offices(masked: str, sentences: Sequence[Span]) -> list[tuple[int, int, str]]:
    """Find who is named by an office in the midst of a sentence, 'pressed the minister on it', with where that begins."""
    starts = [sentence.start for sentence in sentences]
    found = [
        (match.start(), bisect_right(starts, match.start()) - 1, match[1]) for match in _NAMED_OFFICE.finditer(masked)
    ]
    return [(position, starts[index], office) for position, index, office in found if index >= 0]


def _resolve(
    memory: Memory, cues: Sequence[Cue], pronouns: Sequence[tuple[int, str]]
) -> tuple[list[str | None], list[tuple[int, str]]]:
    """Name the speakers of the cues and the people behind the pronouns, in the order of the text."""
    names: list[str | None] = []
    stand_ins: list[tuple[int, str]] = []
    waiting = iter((*pronouns, (sys.maxsize, "")))
    position, pronoun = next(waiting)
    for cue in cues:
        while position < cue.subject.start:
            stand_ins += _stand_in(memory, position, pronoun)
            position, pronoun = next(waiting)
        names.append(memory.resolve(cue))
    while pronoun:
        stand_ins += _stand_in(memory, position, pronoun)
        position, pronoun = next(waiting)
    return names, stand_ins


def _stand_in(memory: Memory, position: int, pronoun: str) -> list[tuple[int, str]]:
    memory.read_to(position)
    name = memory.stand_in(pronoun, position)
    return [(position, name)] if name else []


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
