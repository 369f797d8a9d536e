"""Remember who has spoken, to say whom 'he', 'Katz' or 'the ambassador' stands for."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from workbench.text.capitals import is_name
from workbench.text.forenames import FEMININE_NAMES, MASCULINE_NAMES
from workbench.text.patterns import any_of
from workbench.text.subjects import Form
from workbench.text.vocabulary import (
    DOCUMENTS,
    EVIDENCE_NOUNS,
    FEMININE,
    GROUPS,
    MASCULINE,
    OFFICES,
    TITLE_NOUNS,
    word_set,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.text.cues import Cue
    from workbench.text.names import People

_HEAD_END = re.compile(r"[ \n](?:of|for|from|at|in|with|to|on|familiar|close|who|by)\b")
_DEFINITE = re.compile(r"(?:the|this|that)[ \n]+", re.IGNORECASE)
_DETERMINER = re.compile(
    r"(?:The|An?|One|Two|Three|Four|Five|Six|Seven|Both|Another|Some|Several|Many|Most|Other|This|Only|Few|Others|All)\b"
)
_ORIGIN = re.compile(r"[ ](?:from|by|issued by|on behalf of)[ ](?P<body>(?:the[ ])?[A-Z].*|the[ ].+)\Z")
_OWNER = re.compile(r"(his|her|its|their)[ ]", re.IGNORECASE)
_OWNERS = {"his": "he", "her": "she", "its": "it", "their": "they"}
# One report is no 'they'.
_EVIDENCE = re.compile(rf"\b{any_of(EVIDENCE_NOUNS)}\b")
_POSSESSIVE = re.compile(r"[’']s?$")
# 'The Italian', 'the former midfielder', 'the mother of three': nobody new, but who was spoken of last.
_EPITHET = re.compile(
    r"the[ ](?:(?!Guardian|Vatican|Caribbean)[A-Z]\w+(?:ian|ean|ese|can|crat|man|ard|rgentine|iton|Scot|Swede|Dane|Finn|Pole|Turk|Croat|Serb)"
    r"|(?:former|ex-|onetime|retired)[ -]?(?:[\w-]+[ ]?)+|\d{1,3}-year-old|\w+-born(?:[ ]\w+)+|(?:mother|father|grandmother|grandfather)[ ]of[ ][\w-]+)",
    re.IGNORECASE,
)
_HIS = MASCULINE | MASCULINE_NAMES
_HERS = FEMININE | FEMININE_NAMES
# 'It' is who spoke a sentence or two ago.
_RECENT = 300
_PERSONS = word_set("source man woman insider relative neighbour neighbor mother father boy girl person")
_GENDERED = frozenset(("he", "she"))


class Memory:
    """Who has spoken so far; `resolve` is called with the cues in the order of the text.

    `openers` says who stands first in which sentence: a 'he' is more likely the last of them than who spoke before.
    """

    def __init__(
        self, people: People, openers: Sequence[tuple[int, str]] = (), offices: Sequence[tuple[int, int, str]] = ()
    ) -> None:
        self._people = people
        self._starts = [mention.start for mention in people.mentions]
        self._openers = openers
        self._offices = offices
        self._seen = 0
        self._met = 0
        self._opened = 0
        self._genders: dict[str, str] = {}
        self._titles: dict[str, list[str]] = {}
        self._phrases: dict[str, str] = {}
        # Who said something in a statement, a letter …
        self._issuers: dict[str, str] = {}
        # The people on the stage, the latest at the end.
        self._stage: dict[str, None] = {}
        self._last: str | None = None
        self._last_body: str | None = None
        self._body_place = 0
        self._entered = 0

    def resolve(self, cue: Cue) -> str | None:
        """Name the speaker of a cue and remember them; None where nobody can be named."""
        self.read_to(cue.subject.start)
        name = self._name(cue)
        if name is not None:
            self._last = name
            if cue.document:
                self._issuers[cue.document] = name
            if cue.form in (Form.NAME, Form.PHRASE) and name not in self._stage and not self._people.knows(name):
                self._last_body = name
            if name == self._last_body:
                self._body_place = cue.subject.start
            if cue.form in (Form.PERSON, Form.PRONOUN) or (
                cue.form is Form.NAME and (" " in name or name in _HIS or name in _HERS)
            ):
                self._enter(name)
        return name

    def read_to(self, position: int) -> None:
        """Take in the titles of everybody named up to `position`, and who opens a sentence there."""
        until = bisect_right(self._starts, position)
        for mention in self._people.mentions[self._seen : until]:
            name = self._people.full_name(mention.name_start, mention.name)
            for word in mention.title.lower().replace("-", " ").split():
                if word in TITLE_NOUNS:
                    known = self._titles.setdefault(word, [])
                    if name in known:
                        known.remove(name)
                    known.append(name)
                if word in MASCULINE:
                    self._genders[name] = "he"
                elif word in FEMININE:
                    self._genders[name] = "she"
        self._seen = max(self._seen, until)
        while self._opened < len(self._openers) and self._openers[self._opened][0] < position:
            self._meet(self._openers[self._opened][0])
            self._enter(self._openers[self._opened][1])
            self._entered = self._openers[self._opened][0]
            self._opened += 1
        self._meet(position)

    def _meet(self, position: int) -> None:
        """Let those enter who are named by their office up to `position`, behind who opens the same sentence."""
        while self._met < len(self._offices) and self._offices[self._met][0] < position:
            _, sentence, office = self._offices[self._met]
            self._met += 1
            known = self._titles.get(office) or self._titles.get(OFFICES.get(office, ""), [])
            if known:
                opener = next(reversed(self._stage), "") if self._entered >= sentence else ""
                self._enter(known[-1])
                if opener:
                    self._enter(opener)

    def stand_in(self, pronoun: str, position: int, but: str = "") -> str | None:
        """Say whom a pronoun stands for: the last person on the stage whom it fits, or a body that just spoke.

        `but` is somebody whom it cannot mean.
        """
        group = pronoun.rsplit(maxsplit=1)[-1] in GROUPS
        if group or pronoun.startswith("the "):
            name = self._name_phrase(pronoun, position)
            if group:
                self._last_body, self._body_place = name, position
            return name
        if pronoun not in _GENDERED:
            return self._body(pronoun, position) if pronoun in {"they", "it"} else None
        for name in reversed(self._stage):
            if name != but and self._gender_of(name) in (pronoun, ""):
                self._genders[name] = pronoun
                return name
        named = self._people.last_named(position, lambda name: name != but and self._gender_of(name) in (pronoun, ""))
        return named or (self._last if self._last not in GROUPS else None)

    def _body(self, pronoun: str, position: int) -> str | None:
        """Say which body 'it' means: one that just spoke, or what stood first in a sentence and looks like a name."""
        one = pronoun == "they" and self._last_body is not None and _EVIDENCE.search(self._last_body) is not None
        if self._last_body is not None and position - self._body_place < _RECENT and not one:
            return self._last_body
        latest = next(reversed(self._stage), "")
        if pronoun == "it" and position - self._entered < _RECENT and latest and self._gender_of(latest) in ("", "it"):
            self._genders[latest] = "it"
            return latest
        return None

    def _enter(self, name: str) -> None:
        self._stage.pop(name, None)
        self._stage[name] = None

    def _gender_of(self, name: str) -> str:
        words = name.split()
        marks = [words[0], words[0].rstrip(".").lower()] if words[0][0].isupper() else words
        known = "he" if _HIS.intersection(marks) else "she" if _HERS.intersection(marks) else ""
        return self._genders.get(name, known)

    def _name(self, cue: Cue) -> str | None:
        words = " ".join(cue.words.split())
        if cue.form is Form.PRONOUN:
            return self.stand_in(words.lower(), cue.subject.start, self._told_of(cue))
        if cue.form is Form.PHRASE:
            return self._name_phrase(words, cue.subject.start)
        if words.lower() in GROUPS:
            return words.lower()
        return self._people.full_name(cue.subject.start, _POSSESSIVE.sub("", words))

    def _issued(self, words: str, head: str, position: int, *, definite: bool) -> str | None:
        """Name whose the statement is: 'a statement from the trust', 'its brochure', 'the letter' told of before."""
        origin = _ORIGIN.search(words)
        if origin is not None:
            named = origin["body"]
            return named if named.startswith("the ") else self._people.full_name(position, named)
        owner = _OWNER.match(words)
        if owner is not None:
            return self.stand_in(_OWNERS[owner[1].lower()], position)
        return self._issuers.get(head) if definite else None

    def _told_of(self, cue: Cue) -> str:
        """Name whom the report is about: in 'Pruett took the calls himself, he said' it is not he who speaks."""
        if self._opened == 0 or not cue.region.start == cue.clause < cue.subject.start:
            return ""
        position, name = self._openers[self._opened - 1]
        return name if position == cue.clause else ""

    def _name_phrase(self, words: str, position: int) -> str:
        """Say whom a phrase stands for: the one person with that title, the phrase used before, or itself."""
        definite = _DEFINITE.match(words)
        cut = _HEAD_END.search(words)
        head = (words[: cut.start()] if cut else words).split()[-1].lower()
        issuer = self._issued(words, head, position, definite=definite is not None) if head in DOCUMENTS else None
        if issuer is not None:
            return issuer
        if definite:
            known = self._titles.get(head) or self._titles.get(OFFICES.get(head, ""))
            if known:
                self._enter(known[-1])
                return known[-1]
            if head in self._phrases:
                return self._phrases[head]
            if self._stage and _EPITHET.fullmatch(words):
                return next(reversed(self._stage))
        plain = words[0].lower() + words[1:] if _DETERMINER.match(words) or words.lower() in GROUPS else words
        self._phrases[head] = plain
        if head in TITLE_NOUNS or head in _PERSONS or (definite and is_name(words.split()[1:]) and words[4:].istitle()):
            self._enter(plain)
        return plain
