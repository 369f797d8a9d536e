"""Find who is quoted without an active verb: 'condemned by Amnesty as “…”', 'to Ann Lee, it was “…”'."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from workbench.model.spans import Span
from workbench.text.cues import Cue
from workbench.text.patterns import any_of
from workbench.text.subjects import Form, SubjectFinder
from workbench.text.verbs import BY
from workbench.text.vocabulary import PASSIVE_VERBS, TELLING_VERBS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from workbench.text.names import People

# 'was described by the judge as “…”', 'was told by the judge that'.
_BY = re.compile(rf"(?<![\w’'-])(?P<verb>{any_of(PASSIVE_VERBS)}){BY}[ \n]")
# 'dubbed “…” by Ann Lee', 'described as “…” by the judge'.
_QUOTED_BY = re.compile(
    rf"(?<![\w’'-])(?P<verb>{any_of(PASSIVE_VERBS)})[ \n](?:[\w’'-]+[ \n]){{0,4}}“{{2,400}}+{BY}[ \n]"
)
_VIEW = re.compile(r"(?P<verb>To|For)[ ](?=[A-Z])")


def find_voices(text: str, sentences: Sequence[Span], people: People) -> Iterator[Cue]:
    """Find them with who is quoted; the text has its quotations blanked."""
    finder = SubjectFinder(text, people)
    for sentence in sentences:
        view = _VIEW.match(text, sentence.start, sentence.end)
        found = finder.ahead(view.end(), sentence.end) if view else None
        if view and found and found[1] is Form.PERSON and text.startswith(",", found[0].end):
            yield _cue(text, view, found, sentence)
    starts = [sentence.start for sentence in sentences]
    for pattern in (_BY, _QUOTED_BY):
        for passive in pattern.finditer(text):
            sentence = sentences[max(0, bisect_right(starts, passive.start()) - 1)]
            agent = finder.ahead(passive.end(), sentence.end) if passive.end() <= sentence.end else None
            if agent is not None:
                yield _cue(text, passive, agent, sentence)


def _cue(text: str, voice: re.Match[str], found: tuple[Span, Form], sentence: Span) -> Cue:
    subject, form = found
    clause = voice.start()
    return Cue(
        Span(clause, subject.end),
        subject,
        subject.of(text),
        form,
        clause,
        Span(subject.end, sentence.end),
        Span(clause, subject.end),
        quotes_only=voice["verb"].lower() not in TELLING_VERBS,
    )
