"""Find the verbs of speaking and what stands as their subject."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from workbench.model.spans import Span
from workbench.text.names import RUN, drop_starters, is_name
from workbench.text.patterns import any_of
from workbench.text.vocabulary import OBJECT_VERBS, PRAISE_VERBS, SPEECH_VERBS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.text.names import People

_NOUN_TOO = frozenset(
    ["claims", "reports", "states", "notes", "estimates", "rules", "stresses", "urges", "demands", "calls"]
)
_OTHER_CUES = frozenset(
    ("according to", "speaks of", "spoke of", "put it", "puts it", "was quoted as saying", "is quoted as saying")
)
_VERB = re.compile(rf"(?<![\w’'-]){any_of(SPEECH_VERBS | PRAISE_VERBS | _OTHER_CUES)}(?![\w’'-])")
# What may stand between a subject and its verb.
_BEFORE_VERB = re.compile(
    r"[ \n](?:has|have|had|also|later|then|again|first|previously|reportedly|would|will|did|not|never|who|yesterday|today"
    r"|on[ \n](?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[a-z]+ly|has been|have been|is|was|went on to|further)$"
)
_PRONOUN = re.compile(r"(?<![\w’'-])([Hh]e|[Ss]he|[Tt]hey|[Ii]t|who|[Ww]e|I)$")
_DETERMINER = (
    r"(?:the|an?|one|two|three|four|five|six|seven|both|another|some|several|many|most|his|her|its|their|other|this)"
)
_PHRASE = re.compile(rf"(?<![\w’'-]){_DETERMINER}(?:[ \n]+[\w’'.&‑-]+){{1,9}}$", re.IGNORECASE)
_PHRASE_AHEAD = re.compile(rf"(?:{_DETERMINER}[ \n]+)?[\w’'.&‑-]+(?:[ \n]+[\w’'.&‑-]+){{0,9}}", re.IGNORECASE)
_PHRASE_STOP = re.compile(
    r"[ \n](?:that|which|who|whom|whose|while|when|as|because|if|is|are|was|were|has|have|had|said|says|told|after|before|but|published|released|issued|seen|conducted|commissioned)(?=[ \n]|$)"
)
_PHRASE_AHEAD_STOP = re.compile(rf"{_PHRASE_STOP.pattern}|[ \n](?:in|on|with|to)(?=[ \n])")
_BARE = re.compile(r"(?<![\w’'-])(?:[a-z][\w’'-]*[ \n]){0,2}[a-z][\w-]*(?:s|police|staff|media)$", re.IGNORECASE)
_BARRIER = re.compile(r"[“”;:()\[\]]|[ ][—–-][ ]|—")
_RELATIVE = re.compile(
    r"(?<![\w’'-])(?:that|which|whom|while|although|though|as|because|where|when|if|after)[ \n]|(?<=, )(?:and|but)[ \n]",
    re.IGNORECASE,
)
_PAIR = re.compile(rf"(?:^|, )(?P<pair>(?:[Tt]he )?{RUN.pattern} and )$")
_INTRODUCES = re.compile(r"[ \n]*(?:that\b|[:,“.]|he\b|she\b|they\b|it\b|(?:[\w’'-]+[ \n]){0,8}“)")
_PREPOSITIONS = frozenset(["of", "for", "from", "by", "to", "with", "at", "in", "on", "about", "against", "under"])
_REACH = 200
# 'Smith, 42, a baker from Leeds, who saw it, said': an apposition has hardly more commas.
_SEGMENTS = 5
# A relative pronoun this close to the subject opens its clause.
_NEAR = 12


class Form(Enum):
    """What a subject looks like; that says how its name is found."""

    PERSON = "person"
    NAME = "name"
    PRONOUN = "pronoun"
    PHRASE = "phrase"


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb of speaking with its subject.

    `clause` is where the clause of the subject begins, `region` what it reports, `quotes_only` marks verbs that praise
    or blame: their subject speaks only what stands in quotation marks.
    """

    verb: Span
    subject: Span
    words: str
    form: Form
    clause: int
    region: Span
    quotes_only: bool

    @property
    def introduction(self) -> Span:
        """Return the stretch from subject to verb: it tells who speaks and is none of their words."""
        return Span(min(self.subject.start, self.verb.start), max(self.subject.end, self.verb.end))


def find_cues(masked: str, sentences: Sequence[Span], people: People) -> list[Cue]:
    """Find every verb of speaking that has a subject; `masked` is the text with its quotations blanked."""
    starts = [sentence.start for sentence in sentences]
    finder = _SubjectFinder(masked, people)
    cues = []
    for match in _VERB.finditer(masked):
        index = bisect_right(starts, match.start()) - 1
        if index < 0 or match.end() > sentences[index].end:
            continue
        cue = finder.find(match, sentences[index])
        if cue is not None:
            cues.append(cue)
    return cues


class _SubjectFinder:
    def __init__(self, masked: str, people: People) -> None:
        self._text = masked
        self._mentions = people.mentions
        self._starts = [mention.start for mention in people.mentions]
        self._name_ends = {mention.name_end: mention for mention in people.mentions}
        self._ends = {mention.end: mention for mention in people.mentions}

    def find(self, verb: re.Match[str], sentence: Span) -> Cue | None:
        """Find the subject of one verb, in front of it or, in 'said Smith', behind it."""
        word = verb[0].lower()
        if word == "according to":
            return self._ahead(verb, sentence, sentence.start)
        clause = self._clause_start(verb.start(), sentence.start)
        before = self._text[clause : verb.start()].rstrip()
        if not before.strip(" ,\n"):
            quoted = "“" in self._text[max(sentence.start, clause - 2) : clause]
            return self._ahead(verb, sentence, clause) if quoted and word in SPEECH_VERBS else None
        if (word in _NOUN_TOO and not self._is_verb(verb, before)) or (
            word in OBJECT_VERBS and not self._introduces(verb, sentence, clause)
        ):
            return None
        found = self._behind(clause, before)
        if found is None:
            return self._ahead(verb, sentence, clause) if before.endswith(",") and word in SPEECH_VERBS else None
        subject, form = found
        region = self._region(subject, sentence)
        words = subject.of(self._text)
        return Cue(Span(*verb.span()), subject, words, form, clause, region, quotes_only=word in PRAISE_VERBS)

    def _is_verb(self, verb: re.Match[str], before: str) -> bool:
        """Tell 'Smith claims that' from 'two claims of'."""
        words = before.split()
        last = words[-1].rstrip(",") if words else ""
        after = self._text[verb.end() : verb.end() + 6].lstrip()
        return (
            after.startswith("that ") or last[:1].isupper() or last.lower() in {"he", "she", "it"}
        ) and last not in {"United", "Member"}

    def _introduces(self, verb: re.Match[str], sentence: Span, clause: int) -> bool:
        """Tell 'Smith added that' and '“…,” Smith added' from 'Smith added a goal'."""
        if _INTRODUCES.match(self._text, verb.end(), sentence.end):
            return True
        return "“" in self._text[max(sentence.start, clause - 2) : clause] or verb.end() + 1 >= sentence.end

    def _clause_start(self, verb: int, start: int) -> int:
        """Find where the clause of the verb begins: behind the last quotation, bracket, dash or semicolon."""
        limit = max(start, verb - _REACH)
        begin = limit
        for barrier in _BARRIER.finditer(self._text, limit, verb):
            begin = barrier.end()
        return begin

    def _behind(self, clause: int, before: str) -> tuple[Span, Form] | None:
        """Find the subject that ends where `before` ends, after adverbs and appositions are taken off."""
        length = len(before.rstrip())
        while (adverb := _BEFORE_VERB.search(before, 0, length)) is not None:
            length = adverb.start()
        stripped = before[:length].rstrip()
        if stripped.endswith(","):
            return self._apposed(clause, stripped)
        return self._ending(clause, stripped, len(stripped))

    def _apposed(self, clause: int, before: str) -> tuple[Span, Form] | None:
        """Find the subject of 'Smith, 42, a baker from Leeds, said'."""
        mention = self._ends.get(clause + len(before) - 1) or self._name_ends.get(clause + len(before) - 1)
        if mention is not None:
            return Span(mention.name_start, mention.name_end), Form.PERSON
        commas = [index for index, mark in enumerate(before) if mark == ","][-_SEGMENTS:]
        fallback = None
        begin = before.rfind(",", 0, commas[0]) + 1
        for comma in commas:
            segment = before[begin:comma]
            lead = segment.split(None, 1)[0].lower() if segment.strip() else ""
            found = self._ending(clause, before, comma) if lead not in _PREPOSITIONS and lead else None
            if found is not None and found[1] is Form.PERSON:
                return found
            fallback = fallback or found
            begin = comma + 1
        return fallback

    def _ending(self, clause: int, before: str, end: int) -> tuple[Span, Form] | None:
        """Find the subject that ends at `end` of `before`, which begins at `clause` of the text."""
        head = before[:end]
        mention = self._name_ends.get(clause + end) or self._ends.get(clause + end)
        if mention is not None and mention.name_start >= clause:
            return Span(mention.name_start, mention.name_end), Form.PERSON
        pronoun = _PRONOUN.search(head)
        if pronoun:
            if pronoun[1].lower() == "who":
                return self._ending(clause, before, len(head[: pronoun.start()].rstrip(" ,\n")))
            return Span(clause + pronoun.start(), clause + end), Form.PRONOUN
        run = self._last_run(head)
        if run is not None:
            start, words = run
            previous = head[:start].split()[-1:] or [""]
            in_phrase = previous[0].lower() in _PREPOSITIONS or previous[0].lower() == "the"
            pair = _PAIR.search(head, max(0, start - _REACH), start) if previous[0] == "and" else None
            if pair is not None:
                return Span(clause + pair.start("pair"), clause + end), Form.PHRASE
            if not in_phrase:
                form = Form.PERSON if len(words) > 1 and is_name(words) else Form.NAME
                return Span(clause + start, clause + end), form
        return self._phrase(clause, head)

    def _last_run(self, head: str) -> tuple[int, list[str]] | None:
        """Find the capitalised run at the end of `head`, without what merely begins the sentence."""
        begin = max(0, len(head) - 80)
        last = None
        for run in RUN.finditer(head, begin):
            last = run
        if last is None or last.end() != len(head):
            return None
        start, words = drop_starters(last.start(), last[0])
        return (start, words) if words else None

    def _phrase(self, clause: int, head: str) -> tuple[Span, Form] | None:
        """Find 'a senior administration official' or 'police' at the end of `head`."""
        last = None
        for stop in _PHRASE_STOP.finditer(head):
            last = stop
        begin = last.end() if last else 0
        comma = head.rfind(",") + 1
        begin = max(begin, comma)
        tail = head[begin:]
        phrase = _PHRASE.search(tail) or _BARE.search(tail)
        if phrase is None:
            return None
        return Span(clause + begin + phrase.start(), clause + len(head)), Form.PHRASE

    def _ahead(self, verb: re.Match[str], sentence: Span, clause: int) -> Cue | None:
        """Find the subject behind the verb: 'said Tony Smith', 'according to a senior official'."""
        start = verb.end()
        while start < sentence.end and self._text[start] in " \n":
            start += 1
        found = (
            self._mention_at(start, sentence.end)
            or self._run_at(start, sentence.end)
            or self._phrase_at(start, sentence.end)
        )
        if found is None:
            return None
        subject, form = found
        words = subject.of(self._text)
        at_start = verb.start() - sentence.start < _NEAR
        region = sentence if at_start else Span(sentence.start, subject.end)
        return Cue(Span(*verb.span()), subject, words, form, clause, region, quotes_only=False)

    def _mention_at(self, start: int, end: int) -> tuple[Span, Form] | None:
        index = bisect_right(self._starts, start + 4) - 1
        if index < 0:
            return None
        mention = self._mentions[index]
        if mention.start <= start + 4 and start <= mention.name_start and mention.end <= end:
            return Span(mention.name_start, mention.name_end), Form.PERSON
        return None

    def _run_at(self, start: int, end: int) -> tuple[Span, Form] | None:
        run = RUN.match(self._text, start, end)
        if run is None or run[0].split()[0].lower() in {"the", "a", "an", "one", "two", "three"}:
            return None
        words = run[0].split()
        return Span(start, run.end()), Form.PERSON if len(words) > 1 and is_name(words) else Form.NAME

    def _phrase_at(self, start: int, end: int) -> tuple[Span, Form] | None:
        phrase = _PHRASE_AHEAD.match(self._text, start, min(end, start + 100))
        if phrase is None:
            return None
        stop = _PHRASE_AHEAD_STOP.search(phrase[0])
        length = stop.start() if stop else len(phrase[0])
        words = phrase[0][:length].rstrip(" .\n")
        return (Span(start, start + len(words)), Form.PHRASE) if words else None

    def _region(self, subject: Span, sentence: Span) -> Span:
        """Say what the verb reports: the sentence, but for what a relative clause or 'while' cuts off."""
        last = None
        for relative in _RELATIVE.finditer(self._text, max(sentence.start, subject.start - 40), subject.start):
            last = relative
        if last is not None and subject.start - last.end() < _NEAR:
            return Span(last.start(), sentence.end)
        return sentence
