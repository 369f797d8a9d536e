"""Where the caret goes while text is marked by keyboard, and what a double or triple click takes. Pure functions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workbench.model.spans import Span

if TYPE_CHECKING:
    from collections.abc import Callable

# How far a motion looks around the caret: longer than any sentence or paragraph meant to be read.
REACH = 20_000

_WORD = re.compile(r"\w(?:[\w'’.,:-]*\w)?|[^\w\s]")


def next_word(text: str, at: int) -> int:
    """Return the start of the next word."""
    return next((found.start() for found in _WORD.finditer(text, at, at + REACH) if found.start() > at), len(text) - 1)


def last_word(text: str, at: int) -> int:
    """Return the start of this word, or of the one before."""
    low = _line_start(text, max(0, at - 200))
    starts = [found.start() for found in _WORD.finditer(text, low, at + 1) if found.start() < at]
    return starts[-1] if starts else low if low < at else max(0, at - 1)


def word_end(text: str, at: int) -> int:
    """Return the last character of this word, or of the next."""
    low = word_at(text, at).start
    ends = (found.end() - 1 for found in _WORD.finditer(text, low, at + REACH))
    return next((end for end in ends if end > at), len(text) - 1)


def last_word_end(text: str, at: int) -> int:
    """Return the last character of the word before this one."""
    low = _line_start(text, max(0, word_at(text, at).start - 200))
    ends = [found.end() - 1 for found in _WORD.finditer(text, low, word_at(text, at).start)]
    return ends[-1] if ends else low


def sentence_end(text: str, at: int) -> int:
    """Return the last character of this sentence, or of the next."""
    end = sentence_at(text, at).end - 1
    return end if end > at else sentence_at(text, _skip_space(text, end + 1)).end - 1


def paragraph_end(text: str, at: int) -> int:
    """Return the last character of this paragraph, or of the next."""
    end = paragraph_at(text, at).end - 1
    return end if end > at else paragraph_at(text, _skip_space(text, end + 1)).end - 1


def next_sentence(text: str, at: int) -> int:
    """Return the start of the next sentence."""
    return _skip_space(text, sentence_at(text, at).end)


def last_sentence(text: str, at: int) -> int:
    """Return the start of this sentence, or of the one before."""
    start = sentence_at(text, at).start
    return start if start < at else sentence_at(text, max(0, start - 2)).start


def next_paragraph(text: str, at: int) -> int:
    """Return the start of the next paragraph."""
    return _skip_space(text, paragraph_at(text, at).end)


def last_paragraph(text: str, at: int) -> int:
    """Return the start of this paragraph, or of the one before."""
    start = paragraph_at(text, at).start
    return start if start < at else paragraph_at(text, max(0, len(text[:start].rstrip()) - 1)).start


MOTIONS: dict[str, Callable[[str, int], int]] = {
    "next_word": next_word,
    "last_word": last_word,
    "word_end": word_end,
    "last_word_end": last_word_end,
    "sentence_end": sentence_end,
    "paragraph_end": paragraph_end,
    "next_sentence": next_sentence,
    "last_sentence": last_sentence,
    "next_paragraph": next_paragraph,
    "last_paragraph": last_paragraph,
    "left": lambda _text, at: max(0, at - 1),
    "right": lambda text, at: min(len(text) - 1, at + 1),
    "text_start": lambda _text, _at: 0,
    "text_end": lambda text, _at: len(text) - 1,
}


def word_at(text: str, at: int) -> Span:
    """Return the word that the character at `at` belongs to; the character alone between words."""
    low = max(_line_start(text, at), at - 200)
    for found in _WORD.finditer(text, low, at + 200):
        if found.start() <= at < found.end():
            return Span(found.start(), found.end())
        if found.start() > at:
            break
    return Span(at, at + 1)


def sentence_at(text: str, at: int) -> Span:
    """Return the sentence around `at`, without the white space beside it: in that space the one that follows, if any."""
    # Not before the first paint: the vocabulary of the rules is read with them.
    from workbench.text.sentences import find_sentences

    around = paragraph_at(text, at)
    sentences = [Span(around.start + one.start, around.start + one.end) for one in find_sentences(around.of(text), ())]
    return next((one for one in sentences if one.end > at), sentences[-1] if sentences else around)


def paragraph_at(text: str, at: int) -> Span:
    """Return the line around `at`; the newline alone on an empty one."""
    start = _line_start(text, at)
    end = text.find("\n", start, start + REACH)
    end = min(len(text), start + REACH) if end < 0 else end
    return Span(start, max(end, start + 1))


def _line_start(text: str, at: int) -> int:
    return text.rfind("\n", max(0, at - REACH), at) + 1 or max(0, at - REACH)


def _skip_space(text: str, at: int) -> int:
    while at < len(text) - 1 and text[at].isspace():
        at += 1
    return min(at, len(text) - 1)
