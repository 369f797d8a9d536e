"""Tell where a word that can be a verb of speaking is one: 'claims that', but not 'two claims' or 'was told'."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workbench.text.patterns import any_of
from workbench.text.vocabulary import (
    EVIDENCE_NOUNS,
    EVIDENCE_VERBS,
    FIGURE_VERBS,
    OBJECT_VERBS,
    OTHER_CUES,
    PASSIVE_VERBS,
    PLURAL_VERBS,
    PRAISE_VERBS,
    PROMISE_VERBS,
    word_set,
)

if TYPE_CHECKING:
    from workbench.model.spans import Span

_NOUN_TOO = word_set(
    "claims reports states notes estimates rules stresses urges demands calls shows finds answers promises"
)
_DESCRIBING = frozenset(("described", "describes"))
_PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being|gets?|got)(?:[ \n](?:also|not|then|later|[a-z]+ly))?\Z")
# 'An estimated 4 million', 'its claimed success': the verb is an adjective there.
_ADJECTIVE = re.compile(r"\b(?:an?|the|its|his|her|their|these|those|this|of|in|with)\Z", re.IGNORECASE)
# Whom a base form can belong to: 'critics say', 'they warn', but not 'declined to say'.
_SEVERAL = re.compile(
    r"(?:[a-z](?<!s)s|\b(?:police|people|data|media|men|women|children|some|many|others|both|staff|they|we|I|who))(?:[ \n](?:also|now|still|often)|[ \n](?:at|from|of|for|with|in)[ \n][\w ’'.-]{1,40})?\Z",
    re.IGNORECASE,
)
# 'given a year and told to do 200 hours', 'expect to close': nobody speaks.
_UNSPOKEN = re.compile(r"(?<=told)[ \n]to\b|(?<=expect)[ \n]to\b|(?<=expects)[ \n]to\b|(?<=expected)[ \n]to\b")
# 'condemned by Amnesty', but not 'warned by phone'.
BY = r"[ \n]by\b(?![ \n](?:[\w-]+ing|phone|telephone|email|text|letter|video)\b)"
_BY = re.compile(BY)
# 'The Senate confirmed her 51-47', 'two neighbours reported him to the police'.
_SETTLING = word_set("confirmed confirms accepted accepts reported reports")
_SOMEBODY = re.compile(r"[ \n](?:him|them|us|me|her(?=[.,;]|[ \n](?:\d|as|to|by|in|on|for)))\b")
_NAMING = frozenset(("called", "labelled", "labeled", "branded"))
_INDEFINITE = re.compile(r"(?:^|[ \n])(?:an?|some|another)[ \n](?:[\w’'-]+[ \n]){0,3}[\w’'-]+\Z", re.IGNORECASE)
# 'Lund puts the colony at 3,900 pairs'.
_PUTTING = frozenset(("put", "puts"))
_PUT_AT = re.compile(r"[ \n](?:[\w’'-]+[ \n]){1,8}at[ \n](?:[a-z]+[ \n]){0,2}[$£€]?\d")
_TO = re.compile(r"[ \n]to[ \n]")
_FIGURE = re.compile(r"[ \n](?!of\b)(?:[\w’'-]+[ \n]){0,4}[$£€]?\d")
_INTRODUCES = re.compile(
    r"[ \n]*(?:that\b|[:,“.]|he\b|she\b|they\b|it\b|(?:[\w’'-]+[ \n]){0,8}“|[^“”.;:]{1,80}:[ \n]“"
    # 'claimed the pact would create'
    r"|(?:(?!who\b|that\b|which\b|as\b|and\b)[\w’'-]+[ \n]){1,6}(?:would|will|could|might|should|had|was|were|is|are|has|have)\b)"
)
# '…,” the old man from the village added': a subject between a quotation and its verb has hardly more words.
_FEW = 7
# 'Data from the ministry showed 12', 'the report by Reform found 37'.
_EVIDENCE = re.compile(
    rf"(?<![\w’'-]){any_of(EVIDENCE_NOUNS)}(?:[ \n](?:by|from|of|for|at|in|on|into|published|released|carried|seen)[ \n][^,;]{{1,80}})?"
    r"(?:,[^;,]{1,60},)?(?:[ \n](?:has|have|had|also|now))?\Z",
    re.IGNORECASE,
)
# What the courts hear, somebody said there.
_HEARING = frozenset(("heard", "hears"))
_BEHIND = 180


def speaks(text: str, verb: re.Match[str], sentence: Span, before: str, *, quoted: bool) -> bool:
    """Say whether the word speaks here: no noun ('two claims'), no passive ('was told'), no plain object."""
    word = verb[0].lower()
    if word in OTHER_CUES:
        return True
    if _is_unspoken(text, verb, sentence, before):
        return False
    if word in EVIDENCE_VERBS and _EVIDENCE.search(before, max(0, len(before) - _BEHIND)):
        return True
    beside = quoted and before.count(" ") < _FEW
    if _commits(text, verb, sentence):
        return True
    return word not in OBJECT_VERBS or beside or _introduces(text, verb, sentence)


def _is_unspoken(text: str, verb: re.Match[str], sentence: Span, before: str) -> bool:
    """Say whether the word is a noun, an adjective, passive, or does something to somebody."""
    word = verb[0].lower()
    return bool(
        _UNSPOKEN.match(text, verb.end(), sentence.end)
        or (word in PASSIVE_VERBS and _BY.match(text, verb.end(), sentence.end))
        or (word in _SETTLING and _SOMEBODY.match(text, verb.end(), sentence.end))
        or (word in PLURAL_VERBS and _SEVERAL.search(before) is None)
        or (word in _NAMING and _INDEFINITE.search(before) and text.startswith("“", verb.end() + 1))
        or _ADJECTIVE.search(before)
        or _PASSIVE.search(before)
        or (word in _NOUN_TOO and not _is_verb(text, verb, before))
    )


def quotes_only(text: str, verb: re.Match[str], sentence: Span) -> bool:
    """Say whether the subject speaks no more than what stands in quotation marks, or the figure it promised."""
    word = verb[0].lower()
    return (word in PRAISE_VERBS or word in _DESCRIBING or word in _HEARING) and not _commits(text, verb, sentence)


def _commits(text: str, verb: re.Match[str], sentence: Span) -> bool:
    """Say whether a figure or a deed is promised: 'had promised 45 jobs', 'pledged to cut 23 ministries'."""
    word = verb[0].lower()
    stated = _PUT_AT if word in _PUTTING else _FIGURE
    figure = word in FIGURE_VERBS and stated.match(text, verb.end(), sentence.end)
    return bool(figure or (word in PROMISE_VERBS and _TO.match(text, verb.end(), sentence.end)))


def _is_verb(text: str, verb: re.Match[str], before: str) -> bool:
    """Tell 'Smith claims that' from 'two claims of'."""
    words = before.split()
    last = words[-1].rstrip(",") if words else ""
    after = text[verb.end() : verb.end() + 6].lstrip()
    return (
        after.startswith(("that ", "“")) or last[:1].isupper() or last.lower() in {"he", "she", "it"}
    ) and last not in {
        "United",
        "Member",
    }


def _introduces(text: str, verb: re.Match[str], sentence: Span) -> bool:
    """Tell 'Smith added that' and '“…,” Smith added' from 'Smith added a goal'."""
    ends = verb.end() + 1 >= sentence.end
    return ends or _INTRODUCES.match(text, verb.end(), sentence.end) is not None
