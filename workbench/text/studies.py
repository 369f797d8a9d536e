"""Find the studies and estimates that speak without a verb: 'In a trial of 1,842 infants, …', 'by one estimate'."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from workbench.model.spans import Span
from workbench.text.cues import Cue
from workbench.text.regions import LINK
from workbench.text.subjects import Form

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_STUDY = (
    r"(?:survey|poll|stud(?:y|ies)|analysis|experiment|review|census|audit|questionnaire|report"
    r"|(?:clinical|controlled|medical|drug|field)[ \n]trial|trial(?=[ \n](?:of|with|involving)[ \n](?:[\w-]+[ \n]){0,2}\d))"
)
_LEAD = r"(?:an?|the|one|another|its|their|his|her|that|this)(?:[ \n][\w’'.-]+){0,5}?[ \n]"
_SAMPLE = (
    r"(?:[ \n](?:of|with|involving)(?:[ \n][\w’'-]+(?:,\d+)*){1,5}?"
    r"(?=[ \n](?:in|at|from|on|by|who|that|for|published|carried|conducted)\b|,(?!\d)))?"
)
_OPENS = re.compile(rf"In[ \n](?P<study>{_LEAD}{_STUDY}{_SAMPLE})\b(?:[^,;:“”]|,(?=\d)){{0,140}},[ \n]")
_IN_WHICH = re.compile(
    rf"(?<![\w’'-])(?P<study>(?:an?|the|one|another)[ \n](?:[\w’'.-]+[ \n]){{0,3}}{_STUDY})[ \n]in[ \n]which[ \n]"
)
_ESTIMATE = re.compile(
    r"(?<![\w’'-])[Bb]y[ \n](?P<study>(?:one|some|most|many|several|another|official|independent|(?:(?:its|their|his|her)|(?:the[ \n])?[\w-]+[’']s?)[ \n]own)[ \n](?:[\w-]+[ \n])?"
    r"(?:estimate|count|reckoning|account|calculation|tally)s?)(?![\w-])"
)
_REACH = 300


def find_studies(text: str, sentences: Sequence[Span]) -> Iterator[Cue]:
    """Find them with what they report; the text has its quotations blanked."""
    for sentence in sentences:
        opened = _OPENS.match(text, sentence.start, sentence.end)
        if opened is not None:
            yield _cue(text, opened, Span(opened.end(), sentence.end))
    starts = [sentence.start for sentence in sentences]
    for pattern in (_IN_WHICH, _ESTIMATE):
        for found in pattern.finditer(text):
            index = bisect_right(starts, found.start()) - 1
            if index >= 0 and found.end() <= sentences[index].end:
                sentence = sentences[index]
                start = found.end() if pattern is _IN_WHICH else _link_before(text, sentence.start, found.start())
                yield _cue(text, found, Span(start, sentence.end))


def _link_before(text: str, start: int, end: int) -> int:
    """Return where the clause begins that ends at `end`: behind the last ', and' or semicolon."""
    for link in LINK.finditer(text, max(start, end - _REACH), end):
        start = link.end()
    return start


def _cue(text: str, found: re.Match[str], region: Span) -> Cue:
    subject = Span(*found.span("study"))
    hull = Span(*found.span())
    return Cue(hull, subject, subject.of(text), Form.PHRASE, hull.start, region, hull, weak=True)
