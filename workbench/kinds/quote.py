"""Direct quotations, each with its speaker; one that is interrupted is one claim in parts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workbench.kinds.wording import LONGEST, shorten
from workbench.model.claims import Candidate
from workbench.text.vocabulary import word_set
from workbench.text.words import count_words

if TYPE_CHECKING:
    from workbench.kinds.reading import Reading
    from workbench.text.quotations import Quotation

# One or two words in quotation marks are irony or a title, unless somebody is named who said them.
_SCARE_WORDS = 2
_SMALL_WORDS = word_set("a an the of in on at to for and or by with from")
_TITLE_WORDS = 8
# Behind these stands the name of a thing, and nobody's words: 'in her book “…”', 'the so-called “…”', 'a note headed “…”'.
_NAMING = re.compile(
    r"(?:\b(?:book|novel|memoir|biography|album|single|song|track|film|movie|documentary|play|musical|opera|sitcom|series|show|podcast|poem|painting"
    r"|exhibition|essay|paper|article|magazine|newspaper|game|ballet|drama|thriller|comedy)"
    r"|(?P<surely>\b(?:entitled|titled|headed|headlined|so-called|nicknamed|known[ \n]as|codenamed|code-named|named|dubbed|christened)))"
    r",?[ \n](?:the[ \n])?(?:[a-z]+[ \n])?\Z",
    re.IGNORECASE,
)
_NAMING_REACH = 24
_MARKS = tuple("“”\"'‘’«»„")


def detect(reading: Reading) -> list[Candidate]:
    """Find the quotations that somebody is quoted with, or that are too long to be irony."""
    found = []
    for quotation, speaker in zip(reading.quotations, reading.speakers.of_quotations, strict=True):
        words = _read_words(reading.text, quotation)
        count = count_words(words)
        if count == 0 or (speaker is None and (count <= _SCARE_WORDS or _is_title(words))):
            continue
        if _is_named(reading.text, quotation, words):
            continue
        found.append(
            Candidate(
                start=quotation.start,
                end=quotation.end,
                text=reading.text[quotation.start : quotation.end],
                kind="quote",
                extent=reading.extent_of(quotation.start, quotation.end),
                speaker=speaker,
                wording=_word(words, speaker),
                parts=quotation.parts,
            )
        )
    return found


def _is_named(text: str, quotation: Quotation, words: str) -> bool:
    """Say whether the words are what a work or a thing is called: no one's words."""
    named = _NAMING.search(text, max(0, quotation.start - _NAMING_REACH), quotation.start)
    return named is not None and (named["surely"] is not None or _is_title(words))


def _is_title(words: str) -> bool:
    """Say whether the words are the title of a work: all capitals but for the small words."""
    letters = [word for word in words.split() if word[0].isalpha()]
    return all(word[0].isupper() or word in _SMALL_WORDS for word in letters) and len(letters) <= _TITLE_WORDS


def _read_words(text: str, quotation: Quotation) -> str:
    """Return what was said, without the outer marks and without what interrupts it."""
    parts = quotation.parts or (quotation.span,)
    return " … ".join(_bare(part.of(text)) for part in parts)


def _bare(quoted: str) -> str:
    """Take off the outer marks, but not those of a quotation inside."""
    words = quoted[1:] if quoted[:1] in _MARKS else quoted
    return (words[:-1] if words[-1:] in _MARKS else words).strip(" \n,")


def _word(words: str, speaker: str | None) -> str:
    """Word a quotation: “Failure would be unforgivable” — António Guterres."""
    tail = f" — {shorten(speaker, LONGEST // 2)}" if speaker else ""
    said = shorten(words, LONGEST - len(tail) - 2).rstrip(",.;:")
    return f"“{said}”{tail}"
