"""Find the verbs of speaking, with who is their subject and what they report."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.model.spans import Span
from workbench.text.patterns import any_of
from workbench.text.regions import TELLING, find_region
from workbench.text.subjects import Form, SubjectFinder
from workbench.text.verbs import quotes_only, speaks
from workbench.text.vocabulary import (
    DOCUMENTS,
    EVIDENCE_VERBS,
    OTHER_CUES,
    PARTICIPLES,
    PLURAL_VERBS,
    PRAISE_VERBS,
    SAYING,
    SHOWING,
    SPEECH_VERBS,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.text.names import People

_AHEAD = frozenset(("according to", "in the words of"))
_VERB = re.compile(
    rf"(?<![\w’'-]){any_of(SPEECH_VERBS | PLURAL_VERBS | PRAISE_VERBS | PARTICIPLES | OTHER_CUES | _AHEAD)}(?![\w’'-])"
)
_AND = re.compile(r"(?:\A|[ \n,”“])(?:and|but)(?:[ \n](?:then|also|later|again|still|[a-z]+ly))?\Z")
_PRONOUN = re.compile(r"(?:He|She)\b(?![’'])")
# What was said is written in it: 'In a statement, the trust said'.
_DOCUMENT = re.compile(
    r"\b(?:[Ii]n|[Bb]y|[Vv]ia|[Oo]n|issued|released|sent|read)[ \n](?:an?|his|her|its|their)[ \n](?:[\w-]+[ \n]){0,2}(?P<what>"
    rf"{any_of(DOCUMENTS)})(?![\w-])"
)
# 'One survivor, Ann Lee, said': what she is called by is no part of what she says.
_KIND = re.compile(r"[ \n,]*(?:one|two|three|another|an?|the)(?:[ \n][\w’'-]+){1,6},[ \n]", re.IGNORECASE)
# 'Whitcombe (Ind) said'.
_ASIDE = re.compile(r"(?<=\w )\([^()\n]{1,40}\)")
# Whom somebody told it: up to what was told.
_HEARER = re.compile(r"(?:[ \n]+(?!that\b)[\w’'.&-]+)+")
# 'with the UN saying 4 million were hungry'.
_WITH = re.compile(r"(?:\A|[ \n])with[ \n](?P<whom>[^,;]{1,60})\Z")
_BARRIER = re.compile(r"[“”;:()\[\]]|[ ][—–-][ ]|—")

_REACH = 200


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb of speaking with its subject.

    `clause` is where the clause of the subject begins, `region` what it reports but for the `introduction`, which tells
    who speaks and to whom. `quotes_only` marks verbs that praise or blame: their subject speaks only what stands in
    quotation marks. `weak` marks what things do ('the report showed') rather than people; `document` is what it was said in.
    """

    verb: Span
    subject: Span
    words: str
    form: Form
    clause: int
    region: Span
    introduction: Span
    quotes_only: bool = False
    weak: bool = False
    document: str = ""


def find_cues(masked: str, sentences: Sequence[Span], people: People) -> list[Cue]:
    """Find every verb of speaking that has a subject; `masked` is the text with its quotations blanked."""
    starts = [sentence.start for sentence in sentences]
    plain = _ASIDE.sub(lambda aside: " " * len(aside[0]), masked)
    reader = _CueReader(plain, SubjectFinder(plain, people))
    cues = []
    for match in _VERB.finditer(plain):
        index = bisect_right(starts, match.start()) - 1
        if index < 0 or match.end() > sentences[index].end:
            continue
        cue = reader.read(match, sentences[index])
        if cue is not None:
            cues.append(cue)
    return cues


class _CueReader:
    """Read one verb after the other."""

    def __init__(self, masked: str, finder: SubjectFinder) -> None:
        self._text = masked
        self._finder = finder
        # Who spoke last, and in the sentence that begins where: 'said “…” and then added'.
        self._spoke: tuple[int, tuple[Span, Form]] | None = None

    def read(self, verb: re.Match[str], sentence: Span) -> Cue | None:
        """Find the subject of one verb, in front of it or, in 'said Smith', behind it."""
        word = verb[0].lower()
        clause = sentence.start if word in _AHEAD else self._clause_start(verb.start(), sentence.start)
        before = self._text[clause : verb.start()].rstrip()
        quoted = "“" in self._text[max(sentence.start, clause - 2) : clause]
        if word in _AHEAD or (quoted and not before.strip(" ,\n") and word in SPEECH_VERBS):
            return self._read_ahead(verb, sentence, clause)
        if word in PARTICIPLES:
            return self._read_participle(verb, sentence, clause, before)
        if not speaks(self._text, verb, sentence, before, quoted=quoted):
            return None
        found = self._finder.behind(clause, before) or self._carried(sentence, before)
        if found is None:
            inverted = before.endswith(",") and word in SPEECH_VERBS
            return self._read_ahead(verb, sentence, clause) if inverted else None
        subject, form = self._mean(found, sentence, verb)
        self._spoke = (sentence.start, (subject, form))
        return Cue(
            Span(*verb.span()),
            subject,
            subject.of(self._text),
            form,
            clause,
            find_region(self._text, subject, Span(*verb.span()), sentence),
            self._introduction(subject, verb, sentence, clause, quoted=quoted),
            quotes_only=quotes_only(self._text, verb, sentence),
            weak=word in EVIDENCE_VERBS,
            document=self._document(verb, sentence),
        )

    def _carried(self, sentence: Span, before: str) -> tuple[Span, Form] | None:
        """Take the subject of the verb before, 'called it “striking” but noted that', or 'He' who opens the sentence."""
        if _AND.search(before) is None:
            return None
        if self._spoke is not None and self._spoke[0] == sentence.start:
            return self._spoke[1]
        pronoun = _PRONOUN.match(self._text, sentence.start, sentence.end)
        return (Span(*pronoun.span()), Form.PRONOUN) if pronoun else None

    def _mean(self, found: tuple[Span, Form], sentence: Span, verb: re.Match[str]) -> tuple[Span, Form]:
        """Say whom 'it' means in 'The Bank of England held rates as it warned that': who opens the sentence."""
        subject, form = found
        if form is not Form.PRONOUN or subject.of(self._text).lower() != "it" or subject.start == sentence.start:
            return found
        opening = self._finder.opening(sentence.start, verb.start())
        return opening if opening is not None and opening[1] in {Form.PHRASE, Form.NAME} else found

    def _read_ahead(self, verb: re.Match[str], sentence: Span, clause: int) -> Cue | None:
        found = self._finder.ahead(verb.end(), sentence.end)
        if found is None:
            return None
        subject, form = found
        self._spoke = (sentence.start, found)
        opens = verb[0][0].isupper()
        region = sentence if opens else Span(sentence.start, subject.end)
        introduction = Span(verb.start(), subject.end)
        return Cue(Span(*verb.span()), subject, subject.of(self._text), form, clause, region, introduction)

    def _read_participle(self, verb: re.Match[str], sentence: Span, clause: int, before: str) -> Cue | None:
        """Read 'The court struck it down, calling it “…”': who opens the sentence calls it so, or who spoke in it."""
        saying = verb[0] in SAYING or verb[0] in SHOWING
        found = None
        if saying and not before.endswith(","):
            whom = _WITH.search(before)
            found = self._finder.behind(clause + whom.start("whom"), whom["whom"]) if whom else None
        elif verb[0] in SHOWING:
            return None
        elif before.endswith(",") and self._spoke is not None and self._spoke[0] == sentence.start:
            found = self._spoke[1]
        elif before.endswith(","):
            # Behind a dateline: 'New Delhi: The court …'.
            start = clause if clause > verb.start() - _REACH else sentence.start
            start += len(self._text[start : verb.start()]) - len(self._text[start : verb.start()].lstrip())
            found = self._finder.opening(start, verb.start())
        if found is None:
            return None
        subject, form = found
        region = Span(verb.end(), sentence.end) if saying else sentence
        introduction = Span(subject.start, max(subject.end, verb.start()) if saying else subject.end)
        words = subject.of(self._text)
        return Cue(Span(*verb.span()), subject, words, form, clause, region, introduction, quotes_only=not saying)

    def _clause_start(self, verb: int, start: int) -> int:
        """Find where the clause of the verb begins: behind the last quotation, bracket, dash or semicolon."""
        limit = max(start, verb - _REACH)
        begin = limit
        for barrier in _BARRIER.finditer(self._text, limit, verb):
            begin = barrier.end()
        return begin

    def _introduction(self, subject: Span, verb: re.Match[str], sentence: Span, clause: int, *, quoted: bool) -> Span:
        """Return the stretch from subject to verb, and to whom it was said where a quotation stands in front."""
        end = verb.end()
        start = min(subject.start, verb.start())
        if quoted and _KIND.fullmatch(self._text, clause, start):
            start = clause
        if quoted and verb[0].lower() in TELLING:
            hearer = _HEARER.match(self._text, end, sentence.end)
            end = hearer.end() if hearer else end
        return Span(start, max(subject.end, end))

    def _document(self, verb: re.Match[str], sentence: Span) -> str:
        """Name what it was said in, a statement or a letter; empty where that is not told."""
        start, end = max(sentence.start, verb.start() - _REACH), min(sentence.end, verb.end() + _REACH)
        found = _DOCUMENT.search(self._text, start, end)
        return found["what"].lower() if found else ""
