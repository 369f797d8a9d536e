"""Find who is named: people with their titles, and the full names that later surnames stand for."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from workbench.text.capitals import (
    NAME_WORDS,
    RUN,
    drop_addresses,
    drop_postnominals,
    drop_starters,
    is_name,
)
from workbench.text.titles import find_mentions
from workbench.text.vocabulary import NOT_NAMES

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from workbench.model.spans import Span
    from workbench.text.titles import Mention

_LONGEST_NAME = 90
# What may stand in front of who opens a sentence: a nickname in quotation marks, 'The', 'The trust’s', 'Labour’s'.
_LEAD = re.compile(
    r"(?P<nickname>“+[ ])?(?:(?:The|An?|Its|Our|My|(?:His|Her|Their)(?![ ][a-z-]+[ ][A-Z]))[ ])?(?P<former>(?:Former|Retired|Fellow|Local|Senior|Veteran|His|Her|Their)[ ](?:[a-z-]+[ ]){1,3})?(?P<owner>[\w-]+[’']s?[ ])?"
)
# 'After the death of her father, Quayle went away': behind an adverbial the subject comes with its verb.
_ADVERBIAL = re.compile(
    rf"(?:In|On|At|After|Before|When|While|Since|As|For|With|By|During|Despite|Though|Although|Once|Until|Unlike|Like|From|Under|Over|Inside|Outside|Behind|Beside|Across|Through|Amid|Near|Last|Earlier|Later|[A-Z][a-z]+(?:ing|ed))[ ]"
    rf"[^“”;:.()\n]{{2,120}}?, (?P<name>{RUN.pattern})(?=,? [a-z])"
)
# 'The main challenger is Viktor Grosu, a former boxer.'
_PRESENTED = re.compile(
    rf"(?:The|An?|His|Her|Its|Their|One|Another|Among)[ ][^“”;:.,()\n]{{2,80}}?[ ](?:is|was|are|were|came|comes|went[ ]to)[ ](?:from[ ])?(?P<name>{RUN.pattern})(?=[,.]|[ ][a-z])"
)
# A pronoun reaches no further back than so many people.
_FEW = 4
# 'His wife, Carys, agrees.'
_RELATIVE = re.compile(
    rf"(?:His|Her|Their|One|Another|An?|The|{RUN.pattern}[’']s?)(?:[ ][\w’'-]+){{1,6}}, (?P<name>{RUN.pattern}), "
)


@dataclass(slots=True)
class People:
    """Everybody whom the text names: titled mentions in order, and full names by their last word."""

    mentions: list[Mention]
    _by_surname: dict[str, list[tuple[int, str]]] = field(default_factory=dict)
    _by_first: dict[str, list[tuple[int, str]]] = field(default_factory=dict)
    _names: set[str] = field(default_factory=set)
    _titled: set[str] = field(default_factory=set)
    _ordered: list[tuple[int, str]] = field(default_factory=list)

    def name(self, position: int, name: str) -> None:
        """Note a full name that stands at `position`; call in order."""
        words = name.split()
        if any(known.endswith(f" {name}") for _, known in self._by_surname.get(words[-1], ())[-1:]):
            return
        self._names.add(name)
        self._ordered.append((position, name))
        self._by_surname.setdefault(words[-1], []).append((position, name))
        self._by_first.setdefault(words[0], []).append((position, name))

    def knows(self, name: str) -> bool:
        """Say whether the full name is a person's who is named in the text."""
        return name in self._names

    def last_named(self, position: int, fits: Callable[[str], bool]) -> str | None:
        """Return the last of the few people named before `position` for the first time, that fits."""
        index = bisect_left(self._ordered, (position, ""))
        nearest = reversed(self._ordered[max(0, index - _FEW) : index])
        return next((name for _, name in nearest if fits(name)), None)

    def full_name(self, position: int, name: str) -> str:
        """Return the full name that 'Katz' or 'Mr Katz' stands for at `position`.

        It is the last one before that, else the first behind it, else the words as they are.
        """
        words = drop_postnominals(name.split())
        bare = " ".join(drop_addresses(0, words[:-1])[1] + words[-1:])
        if bare in NOT_NAMES:
            return name
        single = " " not in bare
        known = self._by_surname.get(words[-1]) or (self._by_first.get(bare) if single else None)
        if not known:
            return " ".join(words) if single else bare
        found = known[max(0, bisect_right(known, (position, "\U0010ffff")) - 1)][1]
        return found if single or found.endswith(f" {bare}") else bare

    def called(self, position: int, words: str) -> str:
        """Return the full name of whoever is called so at `position`, by a name or by the title of the one who has it."""
        bearers = [mention for mention in self.mentions if mention.title.lower() == words.lower()]
        return self.full_name(bearers[0].name_start, bearers[0].name) if bearers else self.full_name(position, words)

    def find_openers(self, text: str, sentences: Sequence[Span]) -> list[tuple[int, str]]:
        """Find the people who stand first in a sentence, by position."""
        titled = {mention.start: mention for mention in self.mentions}
        found = (self._find_opener(text, sentence, titled) for sentence in sentences)
        return [opener for opener in found if opener is not None]

    def _find_opener(self, text: str, sentence: Span, titled: dict[int, Mention]) -> tuple[int, str] | None:
        """Find who stands first in one sentence, or behind what leads up to the subject."""
        start = sentence.start
        lead = _LEAD.match(text, start, sentence.end)
        mention = titled.get(start) or (titled.get(lead.end()) if lead else None)
        if mention is not None:
            return start, self.full_name(start, mention.name)
        for pattern in (_RELATIVE, _ADVERBIAL, _PRESENTED):
            behind = pattern.match(text, start, sentence.end)
            if behind is not None and is_name(drop_addresses(0, behind["name"].split())[1]):
                name = self.full_name(behind.start("name"), behind["name"])
                return (behind.start("name"), name) if pattern is _RELATIVE or " " in name else None
        if lead is not None and (lead["nickname"] or lead["owner"] or lead["former"]):
            start = lead.end()
        run = RUN.match(text, start, min(sentence.end, start + _LONGEST_NAME))
        if run is None or text[run.end() : run.end() + 2] in {"’s", "'s"}:
            return None
        name = self.full_name(start, run[0])
        known = run[0] in self._titled or (
            " " in name and is_name(name.split()) and (name in self._names or run[0] != name)
        )
        return (start, name) if known else None


def find_people(text: str) -> People:
    """Find the titled mentions and all full names, in one pass over each."""
    mentions = find_mentions(text)
    people = People(mentions, _titled={mention.name for mention in mentions if " " not in mention.name})
    named = sorted({(m.name_start, m.name) for m in mentions if " " in m.name} | set(_find_full_names(text, mentions)))
    for position, name in named:
        people.name(position, name)
    return people


def _find_full_names(text: str, mentions: list[Mention]) -> list[tuple[int, str]]:
    """Find the capitalised runs that can be a person's full name, outside titled mentions."""
    names = []
    ends = [mention.end for mention in mentions]
    for run in RUN.finditer(text):
        start, words = drop_addresses(*drop_starters(run.start(), run[0]))
        if not 1 < len(words) <= NAME_WORDS or not is_name(words):
            continue
        around = bisect_right(ends, start)
        if around == len(mentions) or run.end() <= mentions[around].start:
            names.append((start, " ".join(words)))
    return names
