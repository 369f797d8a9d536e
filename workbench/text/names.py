"""Find who is named: people with their titles, and the full names that later surnames stand for."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field, replace
from itertools import takewhile
from typing import TYPE_CHECKING

from workbench.model.spans import Span
from workbench.text.patterns import any_of
from workbench.text.vocabulary import (
    COMMON_NOUNS,
    COURTESIES,
    HONORIFICS,
    NOT_NAMES,
    PARTICLES,
    POSTNOMINALS,
    STARTERS,
    TITLE_MODIFIERS,
    TITLE_NOUNS,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

_UPPER = "".join(chr(code) for code in (*range(0x41, 0x530), *range(0x1E00, 0x1F00)) if chr(code).isupper())
# One capitalised word: initials, an abbreviation, or a word whose possessive 's is left out.
_TOKEN = rf"(?:(?:[{_UPPER}]\.)+|(?:Jr|Sr|St|Inc|Corp|Ltd|Co|Bros)\.|[{_UPPER}](?:[\w‑-]|[’'](?!s\b)(?=\w))*+)"
_PARTICLE = rf"(?:{'|'.join(sorted(PARTICLES))})"
RUN = re.compile(rf"(?<![\w’'-]){_TOKEN}(?:[ \n]+(?:{_PARTICLE}[ \n]+){{0,3}}{_TOKEN})*+")
_ACRONYM = re.compile(r"[^\W\d_a-z]{3,}s?")
_WORD_BACK = re.compile(r"[\w’'.&‑-]+$")
_TITLE = re.compile(rf"(?<![\w-]){any_of(TITLE_NOUNS | HONORIFICS)}(?:\.(?=\s)|s?(?![\w’'-]))")
_COMPLEMENT = re.compile(r"[ \n]+(?:of|to|for|at)[ \n]+(?:the[ \n]+)?")
_APPOSED = re.compile(
    rf"(?P<name>{_TOKEN}(?:[ ](?:{_PARTICLE}[ ]){{0,3}}{_TOKEN}){{1,3}}),[ \n]+(?:\d{{1,3}},[ \n]+)?"
    r"(?P<role>(?:(?:an?|the|its|his|her|their|one of the|then|who is)[ \n]+)?(?:[\w’'-]+[ \n]+){0,5})$"
)
_ROLE_END = re.compile(r"[,.;:()“”\"—–]|[ \n](?=(?:who|whose|which|and|has|had|is|was|said|says|told)\b)")
_LONGEST_TITLE = 90
_LONGEST_ROLE = 100
_NAME_WORDS = 4


@dataclass(frozen=True, slots=True)
class Mention:
    """A person named with a title: the hull of both, the name's own span, and the words of each."""

    start: int
    end: int
    name_start: int
    name_end: int
    name: str
    title: str


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
        bare = name.split(" ", 1)[1] if _is_address(name.split(" ", 1)[0]) and " " in name else name
        if bare in NOT_NAMES:
            return name
        last = bare.rsplit(" ", 1)[-1]
        known = self._by_surname.get(last) or ([] if " " in bare else self._by_first.get(last, []))
        if not known:
            return bare if " " in bare else name
        found = known[max(0, bisect_right(known, (position, "\U0010ffff")) - 1)][1]
        return found if " " not in bare or found.endswith(f" {bare}") else bare

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
            run = RUN.match(text, start, min(sentence.end, start + _LONGEST_TITLE))
            if run is None or text[run.end() : run.end() + 2] in {"’s", "'s"}:
                continue
            name = self.full_name(start, run[0])
            if " " in name and is_name(name.split()) and (name in self._names or run[0] != name):
                openers.append((start, name))
        return openers


def find_people(text: str) -> People:
    """Find the titled mentions and all full names, in one pass over each."""
    mentions = _find_mentions(text)
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
        start, words = drop_starters(run.start(), run[0])
        addresses = len(list(takewhile(_is_address, words)))
        start += sum(len(word) + 1 for word in words[:addresses])
        words = words[addresses:]
        if not 1 < len(words) <= _NAME_WORDS or not is_name(words):
            continue
        around = bisect_right(ends, start)
        if around == len(mentions) or run.end() <= mentions[around].start:
            names.append((start, " ".join(words)))
    return names


def _is_address(word: str) -> bool:
    low = word.rstrip(".").lower()
    return low in COURTESIES or low in HONORIFICS or low in TITLE_NOUNS


def drop_starters(start: int, run: str) -> tuple[int, list[str]]:
    """Take off the words that merely begin a sentence; return where the rest starts, and its words."""
    words = run.split()
    first = 0
    while first < len(words) and _begins_sentences(words[first]):
        start += len(words[first]) + 1
        first += 1
    return start, words[first:]


def _begins_sentences(word: str) -> bool:
    return word.lower() in STARTERS and (len(word) == 1 or not word.isupper())


def is_name(words: list[str]) -> bool:
    """Say whether the words can be a person's name."""
    return bool(words) and not any(
        word in NOT_NAMES or word.lower() in STARTERS or _ACRONYM.fullmatch(word) for word in words
    )


def _find_mentions(text: str) -> list[Mention]:
    mentions: list[Mention] = []
    for match in _TITLE.finditer(text):
        if mentions and match.start() < mentions[-1].end:
            continue
        mention = _read_title_before(text, match) or _read_title_behind(text, match)
        if mention is None:
            continue
        while mentions and mention.start < mentions[-1].end:
            mention = replace(mention, start=min(mention.start, mentions.pop().start))
        mentions.append(mention)
    return mentions


def _read_title_before(text: str, match: re.Match[str]) -> Mention | None:
    """Read 'Israel’s national security adviser Tzachi Hanegbi' and 'UN Ambassador of …, Riyad Mansour,'."""
    name = _find_name_behind(text, match.end())
    if name is None or (match[0] in COMMON_NOUNS and " " not in name.of(text)):
        return None
    start = _extend_left(text, match.start())
    return Mention(
        start, name.end, name.start, name.end, _spaced(name.of(text)), _spaced(text[start : name.start]).rstrip(" ,")
    )


def _find_name_behind(text: str, position: int) -> Span | None:
    complement = _COMPLEMENT.match(text, position)
    if complement is None:
        run = _match_run(text, position)
        return _first_name(run, 0) if run else _find_apposed_name(text, position)
    run = RUN.match(text, complement.end(), complement.end() + _LONGEST_TITLE)
    if run is None:
        return None
    words = list(re.finditer(r"\S+", run[0]))
    skipped = 0
    while skipped < len(words) and not is_name([words[skipped][0]]):
        skipped += 1
    if skipped == len(words) or skipped == 0:
        return _find_apposed_name(text, run.end())
    return _first_name(run, skipped)


def _find_apposed_name(text: str, position: int) -> Span | None:
    """Find the full name, closed by a comma or point, in 'the ambassador, Riyad Mansour,'."""
    run = _match_run(text, position, ", ")
    name = _first_name(run, 0) if run else None
    closed = name is not None and text[name.end : name.end + 1] in {",", ".", ""}
    return name if closed and name is not None and " " in name.of(text) else None


def _match_run(text: str, position: int, gap: str = " ") -> re.Match[str] | None:
    if not text.startswith(gap, position) and not text.startswith("\n", position):
        return None
    return RUN.match(text, position + len(gap), position + len(gap) + _LONGEST_TITLE)


def _first_name(run: re.Match[str], skipped: int) -> Span | None:
    """Take up to four words of a run for the name, without a further title or letters behind it.

    Return None where one of them cannot belong to a person.
    """
    words = list(re.finditer(r"\S+", run[0]))[skipped:]
    while len(words) > 1 and _is_address(words[0][0]):
        words = words[1:]
    while len(words) > 1 and words[-1][0] in POSTNOMINALS:
        words = words[:-1]
    if len(words) > _NAME_WORDS or not is_name([word[0] for word in words]):
        return None
    return Span(run.start() + words[0].start(), run.start() + words[-1].end())


def _extend_left(text: str, start: int) -> int:
    """Take in the words before a title noun that belong to the title."""
    limit = max(0, start - _LONGEST_TITLE)
    while start > limit and text[start - 1] in " \n-":
        word = _WORD_BACK.search(text, limit, start - 1)
        if word is None or not _belongs_to_title(word[0]):
            break
        start = word.start()
    return start


def _belongs_to_title(word: str) -> bool:
    bare = word.rstrip(".")
    low = bare.lower()
    if low in TITLE_MODIFIERS or low in TITLE_NOUNS or low == "and":
        return True
    possessive = bare.removesuffix("’s").removesuffix("'s")
    ends_sentence = word.endswith(".") and not _DOTTED.fullmatch(word)
    return bare[:1].isupper() and low not in STARTERS and not ends_sentence and possessive not in _DAYS


_DOTTED = re.compile(r"(?:[^\W\d_]\.)+")
_DAYS = frozenset(["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "Yesterday", "Today"])


def _read_title_behind(text: str, match: re.Match[str]) -> Mention | None:
    """Read 'Ron Dermer, a member of the war cabinet,'."""
    apposed = _APPOSED.search(text, max(0, match.start() - _LONGEST_ROLE), match.start())
    if apposed is None:
        return None
    start, words = drop_starters(apposed.start("name"), apposed["name"])
    if not is_name(words):
        return None
    closing = _ROLE_END.search(text, match.end(), match.end() + _LONGEST_ROLE)
    if closing is None and len(text) > match.end() + _LONGEST_ROLE:
        return None
    end = closing.start() if closing else len(text)
    return Mention(start, end, start, apposed.end("name"), " ".join(words), _spaced(text[apposed.start("role") : end]))


def _spaced(words: str) -> str:
    return " ".join(words.split())


def is_courtesy(title: str) -> bool:
    """Say whether a title is no more than Mr or Ms."""
    return title.lower() in COURTESIES
