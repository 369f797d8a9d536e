"""Read a text once: what every kind and every check looks at."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.model.spans import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.model.figures import Figure
    from workbench.model.spans import Block
    from workbench.text.attribution import Speakers
    from workbench.text.names import People
    from workbench.text.quotations import Quotation

# A no-break or thin space separates words like any other, one character for one.
_SPACES = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000]")


@dataclass(frozen=True, slots=True)
class Reading:
    """A text with everything found in it; `published` is the article's own date, empty where unknown."""

    text: str
    blocks: tuple[Block, ...]
    sentences: tuple[Span, ...]
    figures: tuple[Figure, ...]
    quotations: tuple[Quotation, ...]
    people: People
    speakers: Speakers
    published: str = ""
    _sentence_starts: tuple[int, ...] = ()
    _quotation_starts: tuple[int, ...] = ()

    def sentence_at(self, position: int) -> Span | None:
        """Return the sentence that holds the character at `position`."""
        index = bisect_right(self._sentence_starts, position) - 1
        if index < 0 or position >= self.sentences[index].end:
            return None
        return self.sentences[index]

    def extent_of(self, start: int, end: int) -> Span:
        """Return the hull of the sentences that a mark touches, and of the mark."""
        first, last = self.sentence_at(start), self.sentence_at(end - 1)
        return Span(min(start, first.start) if first else start, max(end, last.end) if last else end)

    def quotation_at(self, start: int, end: int) -> int | None:
        """Return the index of the quotation that holds the mark."""
        index = bisect_right(self._quotation_starts, start) - 1
        if index < 0 or self.quotations[index].end < end:
            return None
        quotation = self.quotations[index]
        inside = any(part.start <= start and end <= part.end for part in quotation.parts or (quotation.span,))
        return index if inside else None

    def quoted_speaker(self, start: int, end: int) -> str | None:
        """Name who is quoted with the stretch, word for word."""
        quoted = self.quotation_at(start, end)
        return None if quoted is None else self.speakers.of_quotations[quoted]

    def speaker_of(self, start: int, end: int) -> str | None:
        """Name who says the stretch in the article, quoted or reported; None is the article itself."""
        return self.quoted_speaker(start, end) or self.speakers.of_span(start, end)


def read_text(text: str, blocks: Sequence[Block], *, published: str = "") -> Reading:
    """Read clean text once; everything takes time in proportion to its length."""
    from workbench.figures import find_figures
    from workbench.text.attribution import find_speakers
    from workbench.text.names import find_people
    from workbench.text.quotations import find_quotations
    from workbench.text.sentences import find_sentences

    spaced = _SPACES.sub(" ", text)
    sentences = find_sentences(spaced, blocks)
    quotations = find_quotations(spaced, blocks)
    people = find_people(spaced)
    return Reading(
        text=text,
        blocks=tuple(blocks),
        sentences=tuple(sentences),
        figures=tuple(find_figures(text)),
        quotations=tuple(quotations),
        people=people,
        speakers=find_speakers(spaced, blocks, sentences, quotations, people),
        published=published,
        _sentence_starts=tuple(sentence.start for sentence in sentences),
        _quotation_starts=tuple(quotation.start for quotation in quotations),
    )
