"""Find the studies and estimates that speak without a verb: 'In a trial of 1,842 infants, …', 'by one estimate'."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING

from workbench.model.spans import Span
from workbench.text.cues import Cue
from workbench.text.patterns import any_of
from workbench.text.regions import LINK
from workbench.text.subjects import Form

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_COUNTS = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "half",
    "quarter",
    "third",
    "fifth",
    "tenth",
    "two-thirds",
    "three-quarters",
    "majority",
    "minority",
    "twelve",
    "twenty",
    "thirty",
    "forty",
    "fifty",
    "sixty",
]
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
# What those who were asked answered: 'Only one in ten thought …', 'Another 12% were against'.
_ANSWER = re.compile(
    r"(?:(?:Only|Just|About|Some|Around|Nearly|Almost|More|Fewer|Less|Another|A|An|Over|Under|But|And|The|Of|those|than|further|other|mere)[ ]){0,3}"
    rf"(?:\d+(?:\.\d+)?(?:%|[ ](?:per[ ]?cent|in[ ]\w+))?|{any_of(_COUNTS)})(?:[ ](?:per[ ]cent|percent|in[ ][a-z0-9]+|of[ ](?:them|those|respondents|voters|people|the[ ][a-z]+)))?"
    r"[ ](?:said|thought|believed|felt|wanted|backed|supported|opposed|agreed|disagreed|blamed|trusted|approved|were|had|did|would)\b",
    re.IGNORECASE,
)
_POLL = re.compile(r"\b(?:poll|survey|questionnaire|census)\b")
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


def find_answers(text: str, sentences: Sequence[Span], told: Sequence[tuple[int, str]]) -> Iterator[tuple[Span, str]]:
    """Find the sentences that go on from a survey: 'Only one in ten thought so.' behind 'In a poll, half said …'.

    `told` is who reports what, by position and in order.
    """
    for before, sentence in pairwise(sentences):
        if "\n" in text[before.end : sentence.start] or _ANSWER.match(text, sentence.start, sentence.end) is None:
            continue
        index = bisect_right(told, (before.end, "")) - 1
        if index >= 0 and told[index][0] >= before.start and _POLL.search(told[index][1]):
            yield sentence, told[index][1]


def _link_before(text: str, start: int, end: int) -> int:
    """Return where the clause begins that ends at `end`: behind the last ', and' or semicolon."""
    for link in LINK.finditer(text, max(start, end - _REACH), end):
        start = link.end()
    return start


def _cue(text: str, found: re.Match[str], region: Span) -> Cue:
    subject = Span(*found.span("study"))
    hull = Span(*found.span())
    return Cue(hull, subject, subject.of(text), Form.PHRASE, hull.start, region, hull, weak=True)
