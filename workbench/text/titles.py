"""Find the people who are named with their title, in front of the name or behind it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from workbench.model.spans import Span
from workbench.text.capitals import (
    NAME_WORDS,
    PARTICLE,
    RUN,
    TOKEN,
    begins_sentences,
    drop_addresses,
    drop_postnominals,
    drop_starters,
    is_name,
)
from workbench.text.patterns import any_of
from workbench.text.vocabulary import COMMON_NOUNS, COURTESIES, HONORIFICS, NOT_NAMES, TITLE_MODIFIERS, TITLE_NOUNS

_TITLE = re.compile(rf"(?<![\w-])(?:{any_of(HONORIFICS)}\.(?=\s)|{any_of(TITLE_NOUNS | HONORIFICS)}s?(?![\w’'-]))")
_COMPLEMENT = re.compile(
    r"[ \n]+(?:of|to|for|at)[ \n]+(?:the[ \n]+)?(?P<body>(?:opposition|house|council|party)[ \n]+)?"
)
_SMALL_COMPLEMENT = re.compile(r"[ ](?:of|to|for|at)[ ](?:the[ ])?[a-z-]+(?:[ ][a-z-]+){0,2}(?=, )")
_APPOSED = re.compile(
    rf"(?P<name>{TOKEN}(?:[ ](?:{PARTICLE}[ ]){{0,3}}{TOKEN}){{1,3}}),[ \n]+(?:\d{{1,3}},[ \n]+)?"
    r"(?P<role>(?:(?:an?|the|its|his|her|their|one of the|then|who is)[ \n]+)?(?:[\w’'-]+[ \n]+){0,5})\Z"
)
_ROLE_END = re.compile(
    r"(?<![A-Z])\.(?=\s|\Z)|[,;:()“”\"—–]|[ \n](?=(?:who|whose|which|and|has|had|is|was|said|says|told)\b)"
)
_LONGEST_TITLE = 90
_LONGEST_ROLE = 100
_WORD_BACK = re.compile(r"[\w’'.&‑-]+\Z")
# Words of this form stand in front of a title noun as well as the listed ones: 'humanitarian coordinator'.
_ADJECTIVAL = re.compile(r"[a-z-]+(?:ian|ical|nal|tal|ral|ary|ics|tion|tions|ent|ity)")
# No role: 'Ferri, was less forgiving of the officials', 'Lisle, accused ministers of …'.
_PREDICATE = re.compile(
    r"(?!retired\b)[a-z]+ed\b|.*\b(?:is|was|were|are|has|had|will|would|did|said|told)\b", re.DOTALL
)
_LINKS = frozenset(("and", "of"))
_WORD = re.compile(r"\S+")
_DOTTED = re.compile(r"(?:[^\W\d_]\.){2,}")
_DAYS = frozenset(["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "Yesterday", "Today"])


@dataclass(frozen=True, slots=True)
class Mention:
    """A person named with a title: the hull of both, the name's own span, and the words of each."""

    start: int
    end: int
    name_start: int
    name_end: int
    name: str
    title: str


def find_mentions(text: str) -> list[Mention]:
    """Find the titled mentions in order; of two that overlap, the hull with the later name stays."""
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
        return _find_apposed_name(text, position)
    words = list(_WORD.finditer(run[0]))
    skipped = 0
    while skipped < len(words) and not is_name([words[skipped][0]]):
        skipped += 1
    if skipped == len(words) or (skipped == 0 and not complement["body"]):
        return _find_apposed_name(text, run.end())
    return _first_name(run, skipped)


def _find_apposed_name(text: str, position: int) -> Span | None:
    """Find the full name, closed by a comma or a small word, in 'counsel for the trust, Miriam Stowe KC,'."""
    body = _SMALL_COMPLEMENT.match(text, position)
    position = body.end() if body else position
    run = _match_run(text, position, ", ")
    name = _first_name(run, 0) if run else None
    closed = run is not None and text[run.end() : run.end() + 1] in {",", ".", ""}
    return name if closed and name is not None and " " in name.of(text) else None


def _match_run(text: str, position: int, gap: str = " ") -> re.Match[str] | None:
    if not text.startswith(gap, position) and not text.startswith("\n", position):
        return None
    return RUN.match(text, position + len(gap), position + len(gap) + _LONGEST_TITLE)


def _first_name(run: re.Match[str], skipped: int) -> Span | None:
    """Take up to four words of a run for the name, without a further title or letters behind it.

    Return None where one of them cannot belong to a person.
    """
    found = list(_WORD.finditer(run[0]))[skipped:]
    words = [word[0] for word in found]
    titles = len(words) - 1 - len(drop_addresses(0, words[:-1])[1])
    name = drop_postnominals(words[titles:])
    abbreviated = name[0].lower() in HONORIFICS and run.string.startswith(".", run.end())
    if len(name) > NAME_WORDS or abbreviated or not is_name(name):
        return None
    return Span(run.start() + found[titles].start(), run.start() + found[titles + len(name) - 1].end())


def _extend_left(text: str, start: int) -> int:
    """Take in the words before a title noun that belong to the title."""
    limit = max(0, start - _LONGEST_TITLE)
    while start > limit and text[start - 1] in " \n-":
        word = _WORD_BACK.search(text, limit, start - 1)
        if word is None:
            break
        if word[0] in _LINKS:
            before = _WORD_BACK.search(text, limit, max(limit, word.start() - 1))
            if before is None or not _is_linked(before[0], word[0]):
                break
        elif not _belongs_to_title(word[0]):
            break
        start = word.start()
    return start


def _is_linked(before: str, link: str) -> bool:
    """Say whether the title goes on before 'and' ('president and chief …') or 'of' ('Bank of England governor')."""
    if link == "of":
        return before in NOT_NAMES
    return before.lower() in TITLE_NOUNS or before.lower() in TITLE_MODIFIERS


def _belongs_to_title(word: str) -> bool:
    bare = word.rstrip(".")
    low = bare.lower()
    if low in HONORIFICS:
        return True
    if (bare[:1].isupper() and begins_sentences(bare)) or (word.endswith(".") and not _DOTTED.fullmatch(word)):
        return False
    if low in TITLE_MODIFIERS or low in TITLE_NOUNS or _ADJECTIVAL.fullmatch(bare):
        return True
    possessive = bare.removesuffix("’s").removesuffix("'s")
    return bare[:1].isupper() and possessive not in _DAYS


def _read_title_behind(text: str, match: re.Match[str]) -> Mention | None:
    """Read 'Ron Dermer, a member of the war cabinet,'."""
    apposed = _APPOSED.search(text, max(0, match.start() - _LONGEST_ROLE), match.start())
    if apposed is None or _PREDICATE.match(apposed["role"]):
        return None
    if match[0].lower() not in TITLE_NOUNS and not apposed["role"].startswith("one of"):
        return None
    start, words = drop_starters(apposed.start("name"), apposed["name"])
    name_start, name = drop_addresses(start, words)
    if not is_name(name):
        return None
    closing = _ROLE_END.search(text, match.end(), match.end() + _LONGEST_ROLE)
    if closing is None and len(text) > match.end() + _LONGEST_ROLE:
        return None
    end = closing.start() if closing else len(text)
    role = _spaced(text[apposed.start("role") : end])
    title = ", ".join((*words[: len(words) - len(name)], role))
    return Mention(start, end, name_start, apposed.end("name"), " ".join(name), title)


def _spaced(words: str) -> str:
    return " ".join(words.split())


def is_courtesy(title: str) -> bool:
    """Say whether a title is no more than Mr or Ms."""
    return title.lower() in COURTESIES
