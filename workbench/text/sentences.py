"""Cut a text into sentences: exact offsets, one pass, never across a block."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workbench.model.spans import Span
from workbench.text.vocabulary import OPENERS, SPEECH_VERBS, word_set

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from workbench.model.spans import Block

# A run of end marks with the quotation marks, brackets and footnote numbers that close after it.
# Possessive, and never begun inside a run: a megabyte of points is read once.
_END = re.compile(r"(?<![.!?…])(?P<marks>[.!?…]++)(?P<closers>[\"'”’»)\]*]*+(?:\[\d{1,3}\])*+)(?=\s|$|[(\[“\"][A-Z])")
_OPENERS = "\"'“‘«([*—–- \n"
_TOKEN = re.compile(r"[\w’'&-]+(?:\.[\w’'&-]+)*$")
_NEXT = re.compile(r"[\w’'-]+")
_DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]$")
_ATTRIBUTION = re.compile(rf"(?:[^\W\d_][\w’'.-]*\s+){{1,5}}(?:{'|'.join(sorted(SPEECH_VERBS))})\b")
_BLANK_LINE = re.compile(r"\n[ ]*\n")

# After these the sentence goes on.
_ALWAYS = word_set(
    "mr mrs ms mx dr prof st ste sen rep gov lt gen col sgt cpl capt maj cmdr adm rev hon supt det insp "
    "messrs fr sir mme mlle vs v eg ie cf viz approx est gens sens reps govs drs profs atty asst assoc dep dir "
    "pvt amb pm mt ft dept univ e.g i.e"
)
# Of these, what is a word or a unit when it is written small.
_WORDS_TOO = word_set("st rep fr dep dir pm mt ft est gen fig sec")
# After these a number goes on, and a capital begins a sentence.
_BEFORE_NUMBER = word_set(
    "no nos art arts p pp para paras fig figs sec secs ch vol c ca approx op nr jan feb mar apr jun jul aug sep "
    "sept oct nov dec"
)
_CLOCK = word_set("a.m p.m am pm")
_AFTER_CLOCK = word_set(
    "monday tuesday wednesday thursday friday saturday sunday et est edt pt pst pdt ct cst cdt mt gmt bst utc cet "
    "cest eastern pacific central eest"
)
# After these it depends on the next word.
_MAYBE = word_set("inc corp co ltd jr sr bros plc etc al ph.d esq ave blvd rd mass calif fla pa va")


def find_sentences(text: str, blocks: Sequence[Block]) -> list[Span]:
    """Find the sentences of every block, trimmed of white space, in order; without blocks, between blank lines."""
    return [
        sentence
        for start, end in ([(block.start, block.end) for block in blocks] if blocks else _find_paragraphs(text))
        for sentence in _cut(text, start, end)
    ]


def _find_paragraphs(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _BLANK_LINE.finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)


def _cut(text: str, start: int, end: int) -> Iterator[Span]:
    begin = start
    for match in _END.finditer(text, start, end):
        if _ends_sentence(text, match, begin, end):
            yield from _trim(text, begin, match.end())
            begin = match.end()
    yield from _trim(text, begin, end)


def _trim(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield Span(start, end)


def _ends_sentence(text: str, match: re.Match[str], begin: int, end: int) -> bool:
    """Say whether the end marks of `match` end a sentence, by the word before and the word behind them."""
    behind = match.end()
    while behind < end and text[behind] in _OPENERS:
        behind += 1
    following = _NEXT.match(text, behind, min(end, behind + 40))
    if following is None:
        return True
    word = following[0]
    if word[0].islower():
        return False
    marks, closers = match["marks"], match["closers"]
    if marks == ".":
        return not _is_abbreviation(text, match.start(), begin, word)
    if marks[0] in ".…" and not closers and text[match.start() - 1 : match.start()].isspace():
        return False
    quoted = any(mark in "\"'”’»" for mark in closers)
    return not (quoted and _ATTRIBUTION.match(text, behind, min(end, behind + 120)))


def _is_abbreviation(text: str, point: int, begin: int, following: str) -> bool:
    """Say whether the point belongs to the word before it and the sentence goes on with `following`."""
    token = _TOKEN.search(text, max(begin, point - 24), point)
    if token is None:
        return False
    word = token[0]
    low = word.lower()
    if low in _BEFORE_NUMBER and following[0].isdigit():
        return True
    if low in _ALWAYS:
        return word[0].isupper() or low not in _WORDS_TOO
    if low in _CLOCK:
        return "." in low and (following.lower() in _AFTER_CLOCK or following[0].isdigit())
    initial = len(word) == 1 and word.isupper()
    if initial or low in _MAYBE or _DOTTED.match(word):
        return following.lower() not in OPENERS and not (low == "etc" and following[0].isupper())
    return False
