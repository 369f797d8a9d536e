"""Find what a figure counts: the noun phrase behind it, as written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workbench.figures.lexicon import CARDINALS
from workbench.figures.wordlists import word_set

if TYPE_CHECKING:
    from workbench.figures.terms import Page

# Bounded, so that a megabyte of hyphens is not read once for every figure in it.
_NAME = r"[^\W\d_]{1,40}(?:['.-][^\W_]{1,40}){0,3}"
_PHRASE = re.compile(rf"[ -]((?:[0-9][0-9.]{{0,5}}-[a-z]{{1,12}}(?:-[a-z]{{1,12}})? )?{_NAME}(?: {_NAME}){{0,5}})")
_OF = re.compile(r" of(?: (?:the|all the|all its|all|its|his|her|their|our|those|these|such))?(?= )")

STOPS = word_set(
    """a an the and or but nor of in on at to for from by with without within into onto over under about above below
    after before between during since until till than as if when while where which who whom whose that this these
    those there here it its he she they them we us you i his her their our is are was were be been being am has
    have had do does did will would can could shall should may might must not no so too very also only just even
    said says say told tells added according because although though however among against across along around
    through per each every more less fewer most least such both either neither up down out off away back ago later
    earlier now then today yesterday tomorrow last next including include includes made makes took takes ever near towards onto behind beyond despite amid lies fails belongs depends consists ages aged minus plus equals came come
    went go got get"""
)
_IRREGULAR = word_set(
    """people men women children police cattle sheep fish teeth feet mice geese data media aircraft spacecraft troops
    personnel staff poultry deer youth servicemen servicewomen policemen firemen gunmen lawmen congressmen crew
    deaths dead lives wives halves offspring swine criteria phenomena bacteria grandchildren schoolchildren
    firefighters alumni hatchback livestock salmon trout cod squid yen us ads"""
)
PARTICIPLES = word_set(
    """killed injured wounded dead missing maimed displaced arrested detained hospitalised hospitalized homeless hurt
    trapped stranded dying drowned jailed infected vaccinated sacked fired feared evacuated rescued held charged
    unemployed"""
)
# Of these, what may describe the plural behind it: 'crew members', 'media outlets', but 'a queue of 40 people forms'.
_GROUPS = word_set(
    "crew staff police media cattle sheep fish personnel poultry data aircraft youth deer livestock salmon"
)
_SINGULARS = word_set(
    """series news this his hers its thus plus gas bus virus campus crisis analysis basis focus status census
    congress process business access previous various"""
)
# 'gas', 'was': no plural is shorter.
_SHORTEST = 4


def find_noun(
    page: Page, number: int, end: int, *, partitive: bool, singular: bool, place: bool = False
) -> tuple[str, int] | None:
    """Return the counted noun behind the number from `number` to `end`, and where the noun ends, or None.

    `partitive` skips 'of the' ('hundreds of protesters'), `singular` lets a singular stand ('one official'),
    `place` wants no other ('the 150th anniversary falls').
    """
    if page.folded[end] == "-" and (soft := _SOFTENED.match(page.folded, end)):
        end = soft.end()
    shared = _OF.match(page.folded, end) if partitive else None
    if shared:
        end = shared.end()
    match = _PHRASE.match(page.folded, end)
    if match is None or (
        page.text[match.start(1) - 1] == "\n" and page.text[match.start(1) - 2 : match.start(1) - 1] in {".", "\n"}
    ):
        return None
    start = match.start(1)
    words = match[1].split(" ")
    if words[0] in CARDINALS or (
        page.folded.endswith("the ", 0, number) and _FORECAST.match(page.folded, start) is not None
    ):
        return None
    if page.folded[end] == "-" and match.start() == end:
        # A 'ten-point plan' counts points, a '15-strong council' nothing that is written.
        return (
            None
            if words[0] == "strong" or words[0].startswith("by-")
            else (page.text[start : start + len(words[0])], start + len(words[0]))
        )
    if words[0].endswith("ing") and _AMONG_THEM.search(page.folded, max(0, number - _WINDOW), number):
        return None
    # Between two words a line may end, or a space may not break.
    written = page.text[start : match.end()].split()
    if written[0] == "US":
        words[0] = "un"
    length = _measure_singular(words) if place else _measure(words, written, singular=singular)
    if length <= 1 or (shared and start + length == match.end() and _NUMBER_BEHIND.match(page.folded, match.end())):
        # But not in half of 'its bottom 5%'.
        return None
    return page.text[start : start + length], start + length


_NUMBER_BEHIND = re.compile(r" [$£€]?[0-9]")
_WINDOW = 24
# '20-odd calls', '30-plus members'.
_SOFTENED = re.compile(r"-(?:odd|plus)(?= )")
# 'Among them 100 serving life sentences': they serve, and are named before.
_AMONG_THEM = re.compile(r"\b(?:them|whom|these|those),? (?:about |around |some |at least |nearly |almost |up to )?$")
# 'MPs', 'RBIs', 'CEOs'.
_ACRONYM = re.compile(r"[A-Z]{2,5}s")
# Who expected so many, rather than who were so many: 'the 50,000 economists had forecast'.
_FORECAST = re.compile(
    r"(?:economists|analysts|forecasters|traders|investors|markets|pundits|pollsters|bookmakers)(?: had)? (?:expected|forecast|predicted|expect)\b"
)
_NATION = re.compile(r"[A-Z][a-z]+(?:[lnm]ese|guese|ish|ench|wiss|utch)")


def _measure(words: list[str], written: list[str], *, singular: bool) -> int:
    """Return how many characters of the words belong to the noun phrase."""
    if words[0] in PARTICIPLES:
        return _measure_participles(words)
    if words[0] in _DEEDS:
        return 0
    at = 0
    plural = 0
    for position, word in enumerate(words):
        if word in STOPS or (position and word in _PREDICATES):
            break
        at += len(word) + 1
        if is_plural(word) or _ACRONYM.fullmatch(written[position]):
            plural = at - 1
            following = words[position + 1] if position + 1 < len(words) else ""
            if (word in _IRREGULAR and word not in _GROUPS) or not following.endswith("s") or not is_plural(following):
                break
    if plural:
        return plural
    if _NATION.fullmatch(written[0]) and (len(words) == 1 or words[1] in STOPS):
        return len(words[0])
    return _measure_singular(words) if singular else 0


def is_plural(word: str) -> bool:
    """Say whether `word` looks like a plural noun."""
    return (
        word in _IRREGULAR
        or word.startswith("great-")
        or (
            word[-1] == "s"
            and word[-2:] not in {"ss", "us", "is", "'s"}
            and word not in _SINGULARS
            and len(word) >= _SHORTEST
        )
    )


def _measure_participles(words: list[str]) -> int:
    length = len(words[0])
    if len(words) > 2 and words[1] in {"and", "or"} and words[2] in PARTICIPLES:  # noqa: PLR2004 - 'killed and maimed'
        return length + len(words[1]) + len(words[2]) + 2
    return length if words[0] not in {"held", "feared", "charged", "fired"} else 0


_ADJECTIVE = re.compile(r".*(?:al|ic|ive|ous|ful|less|ish|ian|ese|ern|ble|ant|ent|ary|ior|est|ed|ing|y)$")
_NOUN_ENDINGS = (
    "city",
    "country",
    "party",
    "body",
    "army",
    "company",
    "family",
    "official",
    "hospital",
    "student",
    "president",
    "baby",
    "lady",
    "president",
)


# What people and things did: no part of what is counted.
_DEEDS = word_set(
    """saw had went came took made lost won got fell ran met sat stood paid put fled hit beat drew gave held kept led lay rose sold
    spent struck wrote began broke brought built bought caught chose cut did drove flew found fought heard knew let meant read rode
    sang sent set shook shot showed shut slept spoke stole swam taught thought threw understood woke wore sought cost grew became hurt
    watched turned died rang sank swept"""
)


def _is_deed(words: list[str], position: int) -> bool:
    """Say whether the word tells what the noun did: 'the 43rd Parliament passed 75 bills', but 'the first armed man'."""
    word = words[position]
    ends = position + 1 == len(words) or words[position + 1] in STOPS
    return (position > 0 and word in _DEEDS) or (ends and word.endswith("ed") and word not in _NAMED)


# Nouns that end like a deed.
_NAMED = word_set("bed seed speed breed shed weed deed need feed steed greed wed red")


def _measure_singular(words: list[str]) -> int:
    length = 0
    for position, word in enumerate(words):
        if word in STOPS or (position and is_plural(word) and word not in _IRREGULAR) or _is_deed(words, position):
            break
        length += len(word) + 1
        adjective = word[0].isdigit() or _ADJECTIVE.fullmatch(word) or len(word) < 3  # noqa: PLR2004 - 'US', 'UN'
        if position == 2 or not adjective or word.endswith(_NOUN_ENDINGS):  # noqa: PLR2004 - two adjectives at most
            length += _measure_head(words, position + 1)
            break
    return max(0, length - 1)


# What is told of the noun: 'one seat short', 'one person dead'.
_PREDICATES = frozenset({"short", "dead", "long", "alive"})


def _measure_head(words: list[str], at: int) -> int:
    """Return what the word at `at` adds where the noun before only describes it: 'one asylum hotel had'."""
    word = words[at] if at < len(words) else ""
    ends = at + 1 >= len(words) or words[at + 1] in STOPS
    if (
        not word
        or not ends
        or word in STOPS
        or word in _DEEDS
        or word in _PREDICATES
        or (word != "family" and word.endswith(("ed", "ly", "s", "ing")))
    ):
        return 0
    return len(word) + 1
