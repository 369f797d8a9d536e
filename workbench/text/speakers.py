"""Remember who has spoken, to say whom 'he', 'Katz' or 'the ambassador' stands for."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from workbench.text.subjects import Form
from workbench.text.vocabulary import FEMININE, MASCULINE, TITLE_NOUNS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.text.names import People
    from workbench.text.subjects import Cue

_HEAD_END = re.compile(r"[ \n](?:of|for|from|at|in|with|to|on|familiar|close|who|by)\b")
_DEFINITE = re.compile(r"(?:the|this|that)[ \n]+", re.IGNORECASE)
_DETERMINER = re.compile(
    r"(?:The|An?|One|Two|Three|Four|Five|Six|Seven|Both|Another|Some|Several|Many|Most|Other|This)\b"
)
_POSSESSIVE = re.compile(r"[’']s?$")
_PERSONAL = {"he": MASCULINE, "she": FEMININE}


class Memory:
    """Who has spoken so far; `resolve` is called with the cues in the order of the text."""

    def __init__(self, people: People, openers: Sequence[tuple[int, str]] = ()) -> None:
        """Take the people, and who stands first in which sentence: a 'he' is more likely the last of them."""
        self._people = people
        self._openers = openers
        self._opened = 0
        self._starts = [mention.start for mention in people.mentions]
        self._genders: dict[str, str] = {}
        self._titles: dict[str, list[str]] = {}
        self._phrases: dict[str, str] = {}
        self._seen = 0
        self._last_person: str | None = None
        self._last: str | None = None

    def resolve(self, cue: Cue) -> str | None:
        """Name the speaker of a cue and remember them; None where nobody can be named."""
        self._read_mentions(cue.subject.start)
        name = self._name(cue)
        if name is not None:
            self._last = name
            if cue.form in (Form.PERSON, Form.PRONOUN) or (cue.form is Form.NAME and " " in name):
                self._last_person = name
        return name

    def _read_mentions(self, position: int) -> None:
        """Take in the titles of everybody named up to `position`."""
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
            self._last_person = self._openers[self._opened][1]
            self._opened += 1

    def _name(self, cue: Cue) -> str | None:
        words = " ".join(cue.words.split())
        if cue.form is Form.PRONOUN:
            return self._stand_in(words.lower())
        if cue.form is Form.PHRASE:
            return self._name_phrase(words)
        return self._people.full_name(cue.subject.start, _POSSESSIVE.sub("", words))

    def _stand_in(self, pronoun: str) -> str | None:
        if pronoun in _PERSONAL:
            last = self._last_person
            if last is not None and self._genders.get(last, pronoun) == pronoun:
                self._genders.setdefault(last, pronoun)
                return last
            others = [name for name, gender in self._genders.items() if gender == pronoun]
            return others[-1] if others else last
        return self._last if pronoun in {"they", "it"} else None

    def _name_phrase(self, words: str) -> str:
        """Say whom a phrase stands for: the one person with that title, the phrase used before, or itself."""
        definite = _DEFINITE.match(words)
        cut = _HEAD_END.search(words)
        head = (words[: cut.start()] if cut else words).split()[-1].lower()
        if definite:
            known = self._titles.get(head, [])
            if known:
                self._last_person = known[-1]
                return known[-1]
            if head in self._phrases:
                return self._phrases[head]
        plain = words[0].lower() + words[1:] if _DETERMINER.match(words) else words
        self._phrases[head] = plain
        return plain
