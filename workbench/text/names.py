"""Find who is named: people with their titles, and the full names that later surnames stand for."""

from __future__ import annotations

import re
from bisect import bisect_right
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
    from collections.abc import Sequence

    from workbench.model.spans import Span
    from workbench.text.titles import Mention

_LONGEST_NAME = 90
# 'His wife, Carys, agrees.'
_RELATIVE = re.compile(rf"(?:His|Her|Their)(?:[ ][\w-]+){{1,4}}, (?P<name>{RUN.pattern}), ")


@dataclass(slots=True)
class People:
    """Everybody whom the text names: titled mentions in order, and full names by their last word."""

    mentions: list[Mention]
    _by_surname: dict[str, list[tuple[int, str]]] = field(default_factory=dict)
    _by_first: dict[str, list[tuple[int, str]]] = field(default_factory=dict)
    _names: set[str] = field(default_factory=set)

    def name(self, position: int, name: str) -> None:
        """Note a full name that stands at `position`; call in order."""
        words = name.split()
        if any(known.endswith(f" {name}") for _, known in self._by_surname.get(words[-1], ())[-1:]):
            return
        self._names.add(name)
        self._by_surname.setdefault(words[-1], []).append((position, name))
        self._by_first.setdefault(words[0], []).append((position, name))

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

    def find_openers(self, text: str, sentences: Sequence[Span]) -> list[tuple[int, str]]:
        """Find the people who stand first in a sentence, by position."""
        titled = {mention.start: mention for mention in self.mentions}
        openers = []
        for sentence in sentences:
            start = sentence.start
            mention = titled.get(start) or titled.get(start + 4 if text.startswith("The ", start) else start)
            if mention is not None:
                openers.append((start, mention.name))
                continue
            relative = _RELATIVE.match(text, start, sentence.end)
            if relative is not None and is_name(relative["name"].split()):
                openers.append((relative.start("name"), self.full_name(start, relative["name"])))
                continue
            run = RUN.match(text, start, min(sentence.end, start + _LONGEST_NAME))
            if run is None or text[run.end() : run.end() + 2] in {"’s", "'s"}:
                continue
            name = self.full_name(start, run[0])
            if " " in name and is_name(name.split()) and (name in self._names or run[0] != name):
                openers.append((start, name))
        return openers


def find_people(text: str) -> People:
    """Find the titled mentions and all full names, in one pass over each."""
    mentions = find_mentions(text)
    people = People(mentions)
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
