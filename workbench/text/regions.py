"""Say which stretch of a sentence a verb of speaking reports: what stands behind it, or the whole where it comes last.

'After 40 deaths police said 12 had left' reports the 12 alone; '40 died, police said on Monday' reports what is in front.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from workbench.model.spans import Span
from workbench.text.patterns import any_of
from workbench.text.vocabulary import ADJUNCT_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from workbench.text.cues import Cue

_RELATIVE = re.compile(
    r"(?<![\w’'-])(?:that|which|whom|while|although|though|as|because|where|when|if|after)[ \n]|(?<=, )(?:and|but)[ \n]",
    re.IGNORECASE,
)
# A relative pronoun this close to the subject opens its clause.
_NEAR = 12
_CLOSES = r"[ \n]*(?:[,.;)—–]|\Z)"
_COMPLEMENT = r"(?:that|he|she|it|they|we|there|“)"
# ', police said.', ', he said on Monday.', ', Ann Lee told the BBC.': what is reported stands in front.
_TRAILS = re.compile(
    rf"(?:[ \n]+(?:{any_of(ADJUNCT_WORDS)}|[a-z]+ly|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b(?:(?!\b{_COMPLEMENT})[^,.;)—–])*)?{_CLOSES}"
)
_TOLD = re.compile(rf"(?:[ \n]+(?!{_COMPLEMENT}\b|\d)[\w’'.&-]+){{1,12}}{_CLOSES}")
# '40 knives, which police say …, were found': the report ends with the relative clause.
_WHICH = re.compile(r"\b(?:which|whom?)[ \n](?:the[ \n])?\Z")
_WHO = re.compile(r"\b(?:which|who)(?:[ \n](?:has|have|had|also|later))?[ \n]\Z")
_COMMA = re.compile(r",(?!\d)")
# 'told a crowd of 200 that': to whom it was said is no part of it.
_HEARER = re.compile(r"(?:[ \n]+(?!that\b)[\w’'.&-]+(?:,\d+)*){1,12}?[ \n]+(?:that|he|she|they|it|there)\b")
TELLING = frozenset(("told", "tells"))
_ADJUNCT = re.compile(rf"[ \n]+(?:{any_of(ADJUNCT_WORDS)})\b")
# What leads up to the subject, rather than a clause of its own: 'After 40 deaths, police said'.
_LEADS_UP = re.compile(rf"(?:{any_of(ADJUNCT_WORDS)}|[\w’'-]+(?:ing|ed))\b", re.IGNORECASE)
_TAIL = 160
# Where a second report may begin: '40 died, and 12 were hurt, the hospital said'.
LINK = re.compile(r";|,[ \n](?=(?:and|but|while|whereas|though|although)[ \n])")


def find_region(text: str, subject: Span, verb: Span, sentence: Span) -> Span:
    """Return what the verb reports, but for the clause that says so; the subject stands in front of the verb."""
    if _WHICH.search(text, max(sentence.start, subject.start - _NEAR), subject.start) or _WHO.search(
        text, max(sentence.start, verb.start - _NEAR), verb.start
    ):
        comma = _COMMA.search(text, verb.end, sentence.end)
        return Span(verb.end, comma.start() if comma else sentence.end)
    if not _comes_last(text, subject, verb, sentence):
        hearer = _HEARER.match(text, verb.end, sentence.end) if verb.of(text) in TELLING else None
        return Span(hearer.end() if hearer else verb.end, sentence.end)
    last = None
    for relative in _RELATIVE.finditer(text, max(sentence.start, subject.start - 40), subject.start):
        last = relative
    if last is not None and subject.start - last.end() < _NEAR:
        return Span(last.start(), sentence.end)
    return sentence


def _comes_last(text: str, subject: Span, verb: Span, sentence: Span) -> bool:
    """Say whether nothing that is reported follows the verb, or what follows goes on from what stands in front."""
    before = text[max(sentence.start, subject.start - _NEAR) : subject.start].strip()
    if not before:
        return False
    tail = min(sentence.end, verb.end + _TAIL)
    if _TRAILS.match(text, verb.end, tail) or (verb.of(text) in TELLING and _TOLD.match(text, verb.end, tail)):
        return True
    own_clause = before.endswith(",") and _LEADS_UP.match(text, sentence.start, subject.start) is None
    return own_clause and _ADJUNCT.match(text, verb.end, tail) is not None


def part_regions(text: str, cues: Sequence[Cue], sentences: Sequence[Span]) -> Iterator[Cue]:
    """Part the regions of the cues in one sentence, so that none reaches into what another one reports."""
    starts = [sentence.start for sentence in sentences]
    for index, group in groupby(cues, key=lambda cue: bisect_right(starts, cue.verb.start) - 1):
        yield from _part(text, list(group), sentences[index])


def _part(text: str, cues: list[Cue], sentence: Span) -> Iterator[Cue]:
    """Keep each cue on its side of a semicolon, or of the ', and' between it and the cue before."""
    if len(cues) == 1:
        yield cues[0]
        return
    links = [link.start() for link in LINK.finditer(text, sentence.start, sentence.end)]
    for index, cue in enumerate(cues):
        start, end = cue.region.start, cue.region.end
        first = min(cue.subject.start, cue.verb.start)
        before = cues[index - 1].verb.end if index else None
        nearest = bisect_right(links, first) - 1
        if before is not None and nearest >= 0 and links[nearest] > before:
            start = max(start, links[bisect_right(links, before)])
        after = cues[index + 1].verb.start if index + 1 < len(cues) else None
        following = bisect_right(links, cue.verb.end)
        if after is not None and following < len(links) and links[following] < after and text[links[following]] == ";":
            end = min(end, links[following])
        yield replace(cue, region=Span(start, max(start, end)))
