"""Superlatives and absolutes: one counter-example refutes them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workbench.kinds.wording import shorten
from workbench.model.claims import Candidate
from workbench.text.patterns import any_of
from workbench.text.vocabulary import word_set

if TYPE_CHECKING:
    from workbench.kinds.reading import Reading

_RANKS = (
    "largest biggest smallest highest lowest longest shortest oldest youngest fastest slowest earliest greatest richest "
    "poorest deadliest bloodiest strongest weakest hottest coldest wettest driest warmest busiest safest tallest deepest "
    "heaviest lightest closest farthest furthest widest wealthiest costliest cheapest rarest brightest steepest sharpest "
    "worst best most least first last record"
)
_ABSOLUTES = (
    "only never always all every none nobody nothing everyone everybody everything unprecedented unique sole entire "
    "entirely completely totally impossible"
)
_PHRASES = (
    "no",
    "no one",
    "not a single",
    "not one",
    "without exception",
    "without precedent",
    "of all time",
    "record-breaking",
    "record-high",
    "record-low",
)
# Any other adjective of the highest degree; it must stand where one can ('the hardest', 'its longest-serving').
_HIGHEST = r"(?P<highest>[a-z]{2,}est|[bB]est|[wW]orst|[mM]ost|[lL]east)(?:-[a-z]+)*"
_NO_DEGREE = word_set(
    "interest forest guest protest request contest west midwest test rest nest chest quest harvest arrest priest crest manifest "
    "conquest inquest latest honest modest earnest digest zest vest pest jest breast tempest bequest behest unrest invest suggest "
    "attest detest infest divest ingest congest molest dishonest"
)
_WORD = re.compile(
    rf"(?<!\w[’'])(?<![\w-])(?:(?P<word>{any_of((*_RANKS.split(), *_ABSOLUTES.split(), *_PHRASES))})(?:-ever)?|{_HIGHEST})(?![\w-]|[’']\w|\.\w)"
)
_OWNED = r"(?:\b(?:the|a|an|its|his|her|their|our|my|your|this|that|become|became|is|was|were|are|second|third|fourth|new|all-time|world)|[’']s?)\s$"
# What must stand before a word (`needs`), and what makes it an idiom, before it or behind it.
_NEEDS_BEFORE = {
    "first": re.compile(rf"{_OWNED}|\bfor the very\s$", re.IGNORECASE),
    "best": re.compile(_OWNED, re.IGNORECASE),
    "worst": re.compile(_OWNED, re.IGNORECASE),
    "most": re.compile(r"(?:\b(?:the|its|his|her|their|our)|[’']s?)\s$", re.IGNORECASE),
    "least": re.compile(r"(?:\b(?:the|its|his|her|their|our)|[’']s?)\s$", re.IGNORECASE),
    "sole": re.compile(_OWNED, re.IGNORECASE),
    "est": re.compile(_OWNED, re.IGNORECASE),
}
_IDIOM_BEFORE = {
    "all": re.compile(r"\b(?:at|after|above|first of|for|you|y’)\s$", re.IGNORECASE),
    "only": re.compile(r"\b(?:not|if)\s$", re.IGNORECASE),
    "nothing": re.compile(r"\b(?:for)\s$", re.IGNORECASE),
    "most": re.compile(r"\b(?:at|make the|making the|made the)\s$", re.IGNORECASE),
    "least": re.compile(r"\b(?:at|at the|to say the|in the)\s$", re.IGNORECASE),
    "best": re.compile(
        r"\b(?:at|do (?:my|his|her|its|their|our|your)|did (?:my|his|her|its|their|our))\s$", re.IGNORECASE
    ),
    "worst": re.compile(r"\b(?:at|fear the|feared the|fearing the)\s$", re.IGNORECASE),
}
_NEEDS_BEHIND = {
    "first": re.compile(
        r"\s(?!aid\b|name\b|names\b|lady\b|minister\b|half\b|quarter\b|floor\b|class\b|place\b|instance\b|person\b|hand\b|degree\b|language\b|came\b|and foremost\b|of all\b|half-hour\b|few\b|love\b|born\b)",
        re.IGNORECASE,
    ),
    "last": re.compile(r"\s(?:time|remaining|surviving|known|ever|living)\b", re.IGNORECASE),
    "best": re.compile(
        r"\s(?!friend|friends\b|interest|way\b|practice|man\b|wishes\b|if\b|to\b|before\b)|-", re.IGNORECASE
    ),
    "record": re.compile(
        r"[\s-](?:[a-z]+\s)?(?:high|low|number|numbers|profit|profits|loss|losses|level|levels|sum|fee|year|temperature|temperatures|rainfall|sales"
        r"|turnout|time|breaking|setting|amount|amounts|crowd|attendance|heat|growth|revenue|revenues|price|prices|deficit"
        r"|surplus|spending|investment|quarter|haul|win|victory|majority|migration|waiting|deal|haul|\d+)\b",
        re.IGNORECASE,
    ),
    "only": re.compile(r"[\s,](?!then\b|just\b|when\b|if\b|too\b|after\b|because\b|now\b)", re.IGNORECASE),
    "all": re.compile(
        r"\s(?!right\b|but\b(?!\s(?:one|two|three|four|five|six|\d))|along\b|over\b|the same\b|of a sudden\b|too\b|about\b|around\b|in all\b|(?:day|night|week|weekend|month|summer|winter|year)\b|Blacks\b|Saints\b|set\b|eyes\b)",
        re.IGNORECASE,
    ),
    "every": re.compile(r"\s(?!now\b|so often\b|other\b|once in\b|bit\b)", re.IGNORECASE),
    "no": re.compile(
        r"\s(?!longer|doubt|matter|wonder|comment|more\b|less\b|fewer|better|worse|sooner|later|idea|need\b|way\b|thanks|such|plans?\b|means\b|intention"
        r"|secret|surprise|question|mean\b|small\b|place\b|hurry|good\b|use\b|point\b|to\b|in\b|and\b|or\b|if\b|but\b|for\b|because|as\b|on\b|at\b|he\b"
        r"|she\b|it\b|they\b|we\b|the\b|that\b|this\b|not\b|with\b|by\b)[A-Za-z]"
    ),
    "never": re.compile(r"\s(?!mind\b)|[.,]", re.IGNORECASE),
    "nothing": re.compile(r"\W(?!but\b)", re.IGNORECASE),
    "most": re.compile(r"\s(?!of the time\b|part\b|recent\b|recently\b|likely\b)", re.IGNORECASE),
}
_WINDOW = 24
# A sentence up to this long is its own wording; of a longer one, so much on either side.
_SHORT = 110
_AROUND = 50
_RECORD_HIGH = re.compile(r"\b(?:all-time|new|world|course|national|club|Olympic|European|British)\s$", re.IGNORECASE)


def detect(reading: Reading) -> list[Candidate]:
    """Find the words that claim a rank or allow no exception, but for idioms ('at first', 'not only')."""
    return [
        Candidate(
            start=match.start(),
            end=match.end(),
            text=match[0],
            kind="superlative",
            extent=reading.extent_of(match.start(), match.end()),
            speaker=reading.speaker_of(match.start(), match.end()),
            wording=_word(reading, match),
        )
        for match in _WORD.finditer(reading.text)
        if _claims(reading.text, match)
    ]


def _claims(text: str, match: re.Match[str]) -> bool:
    """Say whether the word claims something where it stands."""
    word = match["word"].lower() if match["word"] else "est"
    if word == "est" and match["highest"].lower() in _NO_DEGREE:
        return False
    before = text[max(0, match.start() - _WINDOW) : match.start()]
    behind = text[match.end() : match.end() + _WINDOW]
    if word == "record" and _RECORD_HIGH.search(before):
        return True
    if word in _IDIOM_BEFORE and _IDIOM_BEFORE[word].search(before):
        return False
    if word in _NEEDS_BEFORE and not _NEEDS_BEFORE[word].search(before):
        return False
    return word not in _NEEDS_BEHIND or _NEEDS_BEHIND[word].match(behind) is not None


def _word(reading: Reading, match: re.Match[str]) -> str:
    """Word the claim with what stands around it in its sentence."""
    sentence = reading.sentence_at(match.start())
    if sentence is None:
        return match[0]
    words = sentence.of(reading.text)
    if len(words) <= _SHORT:
        return shorten(words)
    before = reading.text[max(sentence.start, match.start() - _AROUND) : match.start()]
    behind = reading.text[match.end() : min(sentence.end, match.end() + _AROUND)]
    head = before if match.start() - _AROUND <= sentence.start else "…" + before.split(" ", 1)[-1]
    tail = behind if match.end() + _AROUND >= sentence.end else behind.rsplit(" ", 1)[0] + "…"
    return shorten(f"{head}{match[0]}{tail}")
