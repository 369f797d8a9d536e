"""Find what stands as the subject of a verb, in front of it or behind it."""

from __future__ import annotations

import re
from bisect import bisect_right
from enum import Enum
from typing import TYPE_CHECKING

from workbench.model.spans import Span
from workbench.text.capitals import RUN, TOKEN, drop_starters, is_name
from workbench.text.patterns import any_of
from workbench.text.vocabulary import GROUPS, STARTERS

if TYPE_CHECKING:
    from workbench.text.names import People
    from workbench.text.titles import Mention

# What may stand between a subject and its verb.
_BEFORE_VERB = re.compile(
    r"[ \n](?:has|have|had|also|later|then|again|once|just|even|still|now|always|often|first|previously|reportedly|would|will|did|not|never|who|yesterday|today"
    r"|on[ \n](?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[a-z]+ly|went on to|further)\Z"
)
_PRONOUN = re.compile(r"(?<![\w’'-])([Hh]e|[Ss]he|[Tt]hey|[Ii]t|who|which|[Ww]e|I)\Z")
_DETERMINER = (
    r"(?:the|an?|one|two|three|four|five|six|seven|both|another|some|several|many|most|his|her|its|their|other|this)"
)
_PHRASE_WORD = r"[\w’'.&‑-]+(?:,\d+)*"
_PHRASE = re.compile(rf"(?<![\w’'-]){_DETERMINER}(?:[ \n]+{_PHRASE_WORD}){{1,9}}\Z", re.IGNORECASE)
_PHRASE_AHEAD = re.compile(rf"(?:{_DETERMINER}[ \n]+)?{_PHRASE_WORD}(?:[ \n]+{_PHRASE_WORD}){{0,9}}", re.IGNORECASE)
# A comma, but not the one inside a number.
_COMMA = re.compile(r",(?!\d)")
_PHRASE_STOP = re.compile(
    r"[ \n](?:that|which|who|whom|whose|while|when|as|because|if|is|are|was|were|has|have|had|said|says|told|after|before|but|published|released|issued|seen|conducted|commissioned)(?=[ \n]|$)"
)
_PHRASE_AHEAD_STOP = re.compile(rf"{_PHRASE_STOP.pattern}|[ \n](?:in|on|with|to)(?=[ \n])")
_BARE = re.compile(
    r"(?<![\w’'-])(?:[a-z][\w’'-]*[ \n]){0,2}(?:[a-z][\w-]*s|police|staff|media|data|research|analysis|evidence)\Z",
    re.IGNORECASE,
)
# 'Some said so', 'Only seven called it “strong”': a number or a quantity alone.
_ALONE = re.compile(
    r"(?:\A|[ \n])(?P<few>(?:only[ \n])?(?:one|two|three|four|five|six|seven|eight|nine|ten|some|many|most|others|several|few|all|both))\Z",
    re.IGNORECASE,
)
# 'Observers from the OSCE said': a group, whoever they belong to.
_GROUP = re.compile(
    rf"[ \n]*(?P<group>{any_of(GROUPS)})[ \n](?:from|at|of|in|with|for)[ \n](?:[\w’'&-]+[ \n]?){{1,10}}"
)
# 'Shares in Tesco fell after it warned': it is Tesco.
_STAKE = re.compile(
    r"(?:Shares|Stock|Sales|Profits?|Revenues?|Turnover|Trading|Staff|Workers|Employees)[ ](?:in|at|of)[ ](?:the[ ])?(?=[A-Z])"
)
# 'One of them, a retired judge, said': it is the judge.
_ONE = re.compile(r"(?:one|another)(?:[ \n]of[ \n](?:them|these|those))?", re.IGNORECASE)
_OWNED = re.compile(rf"{RUN.pattern}[’']s?(?:[ \n][\w’'-]+){{1,6}}\Z")
_PAIR = re.compile(rf"(?:^|, )(?P<pair>(?:[Tt]he )?{RUN.pattern} and )\Z")
# 'An audit published in March found': a subject with a participle behind it.
_MADE = r"(?:published|released|issued|conducted|commissioned|carried|seen|obtained|shown|filed|compiled|produced|sent|leaked)"
_MADE_WORD = re.compile(rf"[ \n]{_MADE}[ \n]")
_REDUCED = re.compile(
    rf"(?:^|(?<=[ \n]))(?P<made>(?:{_DETERMINER}(?:[ \n]+{_PHRASE_WORD}){{1,6}}?|(?:[\w-]+[ \n]){{0,2}}[\w-]+s|(?<![\w\W])[\w-]+(?:[ \n][\w-]+){{0,3}}?))[ \n]+{_MADE}[ \n][^,;]{{1,80}}\Z",
    re.IGNORECASE,
)
_PREPOSITIONS = frozenset(["of", "for", "from", "by", "to", "with", "at", "in", "on", "about", "against", "under"])
_REACH = 200
# A segment between commas that names nobody: 'with his wife', 'carried out by the institute'.
_LEADS_OFF = re.compile(rf"{any_of(_PREPOSITIONS)}|{_MADE}")
# 'Smith, 42, a baker from Leeds, who saw it, said': an apposition has hardly more commas.
_SEGMENTS = 5
_ARTICLES = frozenset(("the", "a", "an", "one", "two", "three"))
_POSSESSIVE = re.compile(r"[’']s?\b")
_APPOSED_NAME = re.compile(rf",[ \n](?P<name>{RUN.pattern})(?=[,.]|[ \n](?:of|from|who|at)[ \n])")
_KIN = re.compile(
    r"(?:[Hh]is|[Hh]er|[Tt]heir|[’']s?)[ \n](?:[\w-]+[ \n]){0,2}(?:mother|father|wife|husband|son|daughter|brother|sister|partner|aunt|uncle"
    r"|cousin|niece|nephew|mum|mom|dad|grandmother|grandfather|friend|neighbou?r|widow|widower|fianc[eé]e?|girlfriend|boyfriend)\Z"
)
_COURTESY = re.compile(r"[ \n]*(?:(?:Mr|Mrs|Ms|Mx)\.[ \n]+)?")
# 'Said senior Kim Bui': what somebody is stands small in front of the name.
_CALLED = re.compile(rf"(?:[a-z-]+ ){{1,3}}(?P<name>{TOKEN}(?: {TOKEN}){{1,3}})")
_OF_BODY = re.compile(r"[ \n](?:of|from|at|for|in|with)[ \n](?:the[ \n])?\Z")
_OF_NAME = re.compile(rf"[ \n]of[ \n](?:the[ \n])?{RUN.pattern}")
_OF_WHOM = re.compile(r"(?<!\bone)[ \n](?:by|of|from|for|to|with)[ \n](?:the[ \n]|an?[ \n])?\Z")
_PHRASE_LENGTH = 100


class Form(Enum):
    """What a subject looks like; that says how its name is found."""

    PERSON = "person"
    NAME = "name"
    PRONOUN = "pronoun"
    PHRASE = "phrase"


class SubjectFinder:
    """Find subjects in one text, whose quotations are blanked."""

    def __init__(self, masked: str, people: People) -> None:
        self._text = masked
        self._mentions = people.mentions
        self._starts = [mention.start for mention in people.mentions]
        self._name_ends = {mention.name_end: mention for mention in people.mentions}
        self._ends = {mention.end: mention for mention in people.mentions}

    def behind(self, clause: int, before: str) -> tuple[Span, Form] | None:
        """Find the subject that ends where `before` ends, after adverbs and appositions are taken off."""
        length = len(before.rstrip())
        while (adverb := _BEFORE_VERB.search(before, 0, length)) is not None:
            length = adverb.start()
        stripped = before[:length].rstrip()
        if stripped.endswith(","):
            return self._apposed(clause, stripped)
        return self._ending(clause, stripped, len(stripped))

    def _apposed(self, clause: int, before: str) -> tuple[Span, Form] | None:
        """Find the subject of 'Smith, 42, a baker from Leeds, said'."""
        end = clause + len(before[:-1].rstrip())
        mention = self._ends.get(end) or self._name_ends.get(end)
        if mention is not None and self._stands_alone(mention):
            return Span(mention.name_start, mention.name_end), Form.PERSON
        commas = [match.start() for match in _COMMA.finditer(before)][-_SEGMENTS:]
        fallback = None
        begin = before.rfind(",", 0, commas[0]) + 1
        for comma in commas:
            segment = before[begin:comma]
            lead = segment.split(None, 1)[0].lower() if segment.strip() else ""
            found = self._ending(clause, before, comma) if lead and not _LEADS_OFF.fullmatch(lead) else None
            if found is not None and (found[1] is Form.PERSON or _names_phrase(fallback, found, segment)):
                return found
            if fallback is None or (found is not None and _ONE.fullmatch(fallback[0].of(self._text))):
                fallback = found or fallback
            begin = comma + 1
        return fallback

    def _stands_alone(self, mention: Mention) -> bool:
        """Tell 'Dame Ann Hill said' from 'the report by Dame Ann Hill said'."""
        return _OF_WHOM.search(self._text, max(0, mention.start - 10), mention.start) is None

    def _ending(self, clause: int, before: str, end: int) -> tuple[Span, Form] | None:
        """Find the subject that ends at `end` of `before`, which begins at `clause` of the text."""
        head = before[:end]
        made = _find_made(head)
        if made is not None:
            return Span(clause + made.start("made"), clause + made.end("made")), Form.PHRASE
        mention = self._name_ends.get(clause + end) or self._ends.get(clause + end)
        if mention is not None and mention.name_start >= clause:
            if self._stands_alone(mention):
                return Span(mention.name_start, mention.name_end), Form.PERSON
            return self._phrase(clause, head)
        pronoun = _PRONOUN.search(head)
        if pronoun:
            if pronoun[1] in {"who", "which"}:
                return self._ending(clause, before, len(head[: pronoun.start()].rstrip(" ,\n")))
            return Span(clause + pronoun.start(), clause + end), Form.PRONOUN
        return self._named(clause, before, head)

    def _named(self, clause: int, before: str, head: str) -> tuple[Span, Form] | None:
        """Find the group, the name or the phrase that ends where `head` ends."""
        group = _GROUP.fullmatch(head)
        if group is not None and _PHRASE_STOP.search(head) is None:
            return Span(clause + group.start("group"), clause + group.end("group")), Form.PHRASE
        run = self._last_run(head)
        found = (self._name_run(clause, before, head, run) if run else None) or self._phrase(clause, head)
        stem = _OF_BODY.search(head, 0, found[0].start - clause) if found and found[1] is Form.PHRASE else None
        member = self._ending(clause, before, stem.start()) if stem else None
        return member if member and member[1] is Form.PERSON else found

    def _name_run(self, clause: int, before: str, head: str, run: tuple[int, list[str]]) -> tuple[Span, Form] | None:
        """Read a capitalised run at the end: a name, one of a pair, or what 'Dan Ives of Wedbush' works for."""
        start, words = run
        end = len(head)
        previous = (head[:start].split()[-1:] or [""])[0].lower()
        if previous in {"and", "&"}:
            pair = _PAIR.search(head, max(0, start - _REACH), start)
            if pair is not None:
                return Span(clause + pair.start("pair"), clause + end), Form.PHRASE
        if previous in _PREPOSITIONS or previous == "the":
            stem = _OF_BODY.search(head, 0, start)
            person = self._ending(clause, before, stem.start()) if stem else None
            if person and person[1] is not Form.PERSON and person[0].of(self._text).lower() not in GROUPS:
                return None
            return person
        form = Form.PERSON if len(words) > 1 and is_name(words) else Form.NAME
        return Span(clause + start, clause + end), form

    def _last_run(self, head: str) -> tuple[int, list[str]] | None:
        """Find the capitalised run at the end of `head`, without what merely begins the sentence."""
        begin = max(0, len(head) - 80)
        last = None
        for run in RUN.finditer(head, begin):
            last = run
        if last is None or last.end() != len(head):
            return None
        start, words = drop_starters(last.start(), last[0])
        return (start, words) if words else None

    def _phrase(self, clause: int, head: str) -> tuple[Span, Form] | None:
        """Find 'a senior administration official' or 'police' at the end of `head`."""
        last = None
        for stop in _PHRASE_STOP.finditer(head):
            last = stop
        begin = last.end() if last else 0
        comma = max((match.end() for match in _COMMA.finditer(head)), default=0)
        begin = max(begin, comma)
        tail = head[begin:]
        alone = _ALONE.search(tail)
        if alone is not None:
            return Span(clause + begin + alone.start("few"), clause + len(head)), Form.PHRASE
        phrase = _PHRASE.search(tail) or _OWNED.search(tail) or _BARE.search(tail)
        if phrase is None or phrase[0].split(None, 1)[0].lower() in _PREPOSITIONS:
            return None
        return Span(clause + begin + phrase.start(), clause + len(head)), Form.PHRASE

    def ahead(self, start: int, end: int) -> tuple[Span, Form] | None:
        """Find the subject that begins at `start`: 'said Tony Smith', 'according to a senior official'."""
        lead = _COURTESY.match(self._text, start, end)
        start = lead.end() if lead else start
        return self._mention_at(start, end) or self._run_at(start, end) or self._phrase_at(start, end)

    def opening(self, start: int, end: int) -> tuple[Span, Form] | None:
        """Find who or what a sentence begins with."""
        found = self._mention_at(start, end)
        if found is not None:
            return found
        stake = _STAKE.match(self._text, start, end)
        if stake is not None:
            body = RUN.match(self._text, stake.end(), end)
            return (Span(*body.span()), Form.NAME) if body else None
        run = RUN.match(self._text, start, end)
        if run is None:
            return None
        words = run[0].split()
        if words[0] == "The" and len(words) > 1:
            body = _OF_NAME.match(self._text, run.end(), end)
            return Span(start, body.end() if body else run.end()), Form.PHRASE
        return self._run_at(start, end) if words[0].lower() not in STARTERS else None

    def _mention_at(self, start: int, end: int) -> tuple[Span, Form] | None:
        index = bisect_right(self._starts, start + 4) - 1
        if index < 0:
            return None
        mention = self._mentions[index]
        if mention.start <= start + 4 and start <= mention.name_start and mention.end <= end:
            return Span(mention.name_start, mention.name_end), Form.PERSON
        return None

    def _run_at(self, start: int, end: int) -> tuple[Span, Form] | None:
        run = RUN.match(self._text, start, end)
        if run is None or run[0].split()[0].lower() in _ARTICLES:
            return None
        if _POSSESSIVE.match(self._text, run.end()):
            return self._phrase_at(start, end)
        words = run[0].split()
        return Span(start, run.end()), Form.PERSON if len(words) > 1 and is_name(words) else Form.NAME

    def _phrase_at(self, start: int, end: int) -> tuple[Span, Form] | None:
        """Find 'a senior official' or the name in 'his neighbour, Dafydd Owen,'."""
        phrase = _PHRASE_AHEAD.match(self._text, start, min(end, start + _PHRASE_LENGTH))
        if phrase is None:
            return None
        stop = _PHRASE_AHEAD_STOP.search(phrase[0])
        length = stop.start() if stop else len(phrase[0])
        words = phrase[0][:length].rstrip(" .\n")
        if not words:
            return None
        called = _CALLED.fullmatch(words)
        if called is not None and is_name(called["name"].split()):
            return Span(start + called.start("name"), start + len(words)), Form.PERSON
        name = _APPOSED_NAME.match(self._text, start + len(words), end)
        named = name is not None and is_name(name["name"].split())
        if name is not None and named and (" " in name["name"] or _KIN.search(words)):
            return Span(*name.span("name")), Form.PERSON
        return Span(start, start + len(words)), Form.PHRASE


def _find_made(head: str) -> re.Match[str] | None:
    """Find 'an audit published in March' at the end of `head`."""
    if _MADE_WORD.search(head) is None:
        return None
    return _REDUCED.search(head, max((match.end() for match in _COMMA.finditer(head)), default=0))


def _names_phrase(before: tuple[Span, Form] | None, found: tuple[Span, Form], segment: str) -> bool:
    """Say whether `found` names what a phrase before it means: 'his mother, Carol, said'."""
    if before is None or before[1] is not Form.PHRASE or found[1] is not Form.NAME:
        return False
    return len(segment.strip()) == len(found[0]) and is_name([segment.strip()])
