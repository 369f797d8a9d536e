"""The memo: one read model that Markdown, web page, PDF, Word and the users' own templates are written from.

`data/help/templates.md` promises the names used here to those who write templates.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from workbench.formats.signing import digest_review
from workbench.model.claims import ClaimState
from workbench.model.sources import SourceType
from workbench.model.verdicts import Action, Outcome
from workbench.reports.annotating import AnnotatedBlock, annotate, locate_lines
from workbench.reports.entries import Entry, build_entry
from workbench.reports.wording import MEDIA_WORDS, SOURCE_HEADINGS, count, join_words, say_time
from workbench.text.phrases import in_quotes
from workbench.text.progress import find_unaccounted
from workbench.text.words import count_words

if TYPE_CHECKING:
    from workbench.model.events import Event
    from workbench.model.reviews import Notice, Review
    from workbench.model.signoff import SignOff
    from workbench.model.sources import Source
    from workbench.model.spans import Span
    from workbench.reports.report import Options

# How many words of a gap are printed.
_OPENING = 14
# The order in which findings are told: what is wrong first.
_GRAVITY = (Outcome.FAIL, Outcome.NOTE, Outcome.PASS, Outcome.NONE)


@dataclass(frozen=True, slots=True)
class Tally:
    """How many of the claims shown have one rating (or none: open, waived)."""

    label: str
    glyph: str
    outcome: str
    number: int


@dataclass(frozen=True, slots=True)
class SourceGroup:
    """The sources of one type, each with the claims that cite it."""

    heading: str
    sources: tuple[tuple[Source, tuple[Entry, ...]], ...]


@dataclass(frozen=True, slots=True)
class Gap:
    """A stretch of words: how many, how they begin, and the line of the file where they start.

    Either nobody has accounted for them, or they were waived, for a reason.
    """

    text: str
    line: int
    reason: str = ""

    @property
    def words(self) -> int:
        """Count them."""
        return count_words(self.text)

    @property
    def opening(self) -> str:
        """Return the first words, which is enough to find the place."""
        first = self.text.split(maxsplit=_OPENING)
        return self.text if len(first) <= _OPENING else " ".join(first[:_OPENING]) + " …"


@dataclass(frozen=True)
class Memo:
    """A review arranged for reading. Everything is computed from the review; nothing is counted by hand."""

    review: Review
    options: Options

    @property
    def title(self) -> str:
        """Return the headline, or the file's name where there is none."""
        return self.review.article.title or self.review.text.name or "Untitled"

    @cached_property
    def facts(self) -> tuple[tuple[str, str], ...]:
        """Return the provenance as label and value, empty ones left out."""
        article, text = self.review.article, self.review.text
        media = MEDIA_WORDS.get(text.media_type, text.media_type)
        rows = (
            ("Author", article.author),
            ("Outlet", article.outlet),
            ("Published", say_time(article.published)),
            ("Address", article.url),
            ("File", f"{text.name} (draft {text.number}, {media}, {text.encoding.upper()})"),
            ("SHA-256", text.sha256),
            ("Imported", say_time(text.imported_at)),
            ("Not kept", ", ".join(f"{number} {name}" for name, number in text.losses)),
            ("Last changed", say_time(article.touched_at)),
            ("Checked by", join_words(self.checkers) if self.checkers else ""),
            ("Scale", self.review.scale.title),
            ("Program", f"workbench {self.options.version}"),
        )
        return tuple((label, value) for label, value in rows if value)

    @cached_property
    def checkers(self) -> list[str]:
        """Return who gave the verdicts, each once, in the order of the text."""
        names = [claim.verdict.decided_by for claim in self.review.claims if claim.verdict and claim.verdict.decided_by]
        return list(dict.fromkeys(names))

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """Return the claims in article order: those in scope, and any other that somebody has worked on."""
        return tuple(
            build_entry(self.review, claim) for claim in self.review.claims if self._is_shown(claim.uid, claim.state)
        )

    def _is_shown(self, uid: str, state: ClaimState) -> bool:
        return state is not ClaimState.OPEN or uid in self._in_scope or uid in self.review.evidence

    @cached_property
    def _in_scope(self) -> frozenset[str]:
        return frozenset(claim.uid for claim in self.review.claims if self.review.in_scope(claim))

    @property
    def passed_over(self) -> int:
        """Count the claims outside the scope that nobody has looked at."""
        return len(self.review.claims) - len(self.entries)

    @cached_property
    def findings(self) -> tuple[Entry, ...]:
        """Return what must change or was found wrong, gravest first, then in article order."""
        found = [entry for entry in self.entries if entry.outcome is Outcome.FAIL or entry.action is not Action.NONE]
        return tuple(sorted(found, key=lambda entry: _GRAVITY.index(entry.outcome)))

    @cached_property
    def queries(self) -> tuple[Entry, ...]:
        """Return the claims with a question to the author, in article order."""
        return tuple(entry for entry in self.entries if entry.claim.question or entry.action is Action.QUERY)

    @cached_property
    def tallies(self) -> tuple[Tally, ...]:
        """Count the claims shown by rating in the scale's order, then the waived and the open ones."""
        counts = Counter(entry.claim.state if entry.rating is None else entry.rating.id for entry in self.entries)
        rows = [
            Tally(rating.label, rating.glyph, rating.outcome, counts[rating.id]) for rating in self.review.scale.ratings
        ]
        rows += [
            Tally("Rated on another scale", "?", "none", counts[ClaimState.DECIDED]),
            Tally("Waived", "–", "none", counts[ClaimState.WAIVED]),
            Tally("Open", "·", "open", counts[ClaimState.OPEN]),
        ]
        return tuple(row for row in rows if row.number)

    @cached_property
    def standing(self) -> tuple[str, ...]:
        """Say in short sentences how far the review has come; counts are of the claims in scope."""
        progress = self.review.progress
        rest = progress.words - progress.accounted
        decided = f"{progress.decided:,} of {count(progress.claims, 'claim')} decided"
        words = f"{progress.accounted:,} of {count(progress.words, 'word')} accounted for"
        lines = [
            f"{decided}, {progress.waived:,} waived, {progress.open:,} open",
            words if rest else f"every one of {progress.words:,} words accounted for",
        ]
        lines += [f"{count(len(self.queries), 'question')} to the author"] if self.queries else []
        return tuple(lines)

    @property
    def finished(self) -> bool:
        """Say whether no claim in scope is open and every word accounted for."""
        return self.review.progress.done and self.review.progress.accounted == self.review.progress.words

    @cached_property
    def signed(self) -> str:
        """Say in one sentence whether somebody has signed, and whether that still holds."""
        holding = [signoff for signoff in self.signoffs if not signoff.void]
        if holding:
            return f"Signed off by {holding[-1].actor}, {say_time(holding[-1].at)}."
        if self.signoffs:
            return "A sign-off was given, but the review has changed since: it is void."
        return "Not signed off."

    @cached_property
    def source_groups(self) -> tuple[SourceGroup, ...]:
        """Return the sources cited, by type (primary ones first), without the calls."""
        citing: dict[int, dict[str, Entry]] = {}
        for entry in self.entries:
            for cited in entry.evidence:
                citing.setdefault(cited.source.id, {})[entry.ref] = entry
        groups: dict[SourceType, list[tuple[Source, tuple[Entry, ...]]]] = {}
        for number, source in sorted(self.review.sources.items()):
            where = tuple(citing.get(number, {}).values())
            groups.setdefault(source.fields.type, []).append((source, where))
        return tuple(
            SourceGroup(heading, tuple(groups[kind]))
            for kind, heading in SOURCE_HEADINGS.items()
            if kind in groups and kind is not SourceType.CALL
        )

    @cached_property
    def calls(self) -> tuple[Source, ...]:
        """Return the call log by the time of asking."""
        calls = [source for source in self.review.sources.values() if source.fields.type is SourceType.CALL]
        return tuple(sorted(calls, key=lambda source: (source.fields.asked_at, source.id)))

    @cached_property
    def gaps(self) -> tuple[Gap, ...]:
        """Return the stretches not accounted for."""
        review = self.review
        text, blocks = review.text.text, review.text.blocks
        spans = find_unaccounted(text, review.claims, review.passages, review.article.scope, blocks=blocks)
        lines = locate_lines(text, blocks, [span.start for span in spans])
        return tuple(Gap(span.of(text), line) for span, line in zip(spans, lines, strict=True))

    @cached_property
    def waived(self) -> tuple[Gap, ...]:
        """Return the passages that were waived as a whole, with the desk's reasons."""
        text, blocks = self.review.text.text, self.review.text.blocks
        passages = sorted(
            (one for one in self.review.passages if not one.removed), key=lambda one: (one.start, one.end)
        )
        lines = locate_lines(text, blocks, [one.start for one in passages])
        return tuple(
            Gap(text[one.start : one.end], line, one.reason) for one, line in zip(passages, lines, strict=True)
        )

    @cached_property
    def article(self) -> tuple[AnnotatedBlock, ...]:
        """Return the article's blocks with the marks of the claims shown."""
        text = self.review.text
        return annotate(text.text, text.blocks, [entry.claim for entry in self.entries])

    @cached_property
    def by_uid(self) -> dict[str, Entry]:
        """Return the entries by their claim's uid."""
        return {entry.claim.uid: entry for entry in self.entries}

    @property
    def notices(self) -> tuple[Notice, ...]:
        """Return what the whole-article checks noticed."""
        return self.review.notices

    @cached_property
    def remarks(self) -> tuple[tuple[str, str], ...]:
        """Return the notices' messages, each with the words that it is about and their lines."""
        text, blocks = self.review.text.text, self.review.text.blocks
        starts = sorted({span.start for notice in self.notices for span in notice.spans})
        lines = dict(zip(starts, locate_lines(text, blocks, starts), strict=True))

        def place(span: Span) -> str:
            line = lines[span.start]
            return in_quotes(span.of(text)) + (f", line {line}" if line else "")

        return tuple((notice.message, "; ".join(map(place, notice.spans))) for notice in self.notices)

    @property
    def signoffs(self) -> tuple[SignOff, ...]:
        """Return the signatures, each judged."""
        return self.review.signoffs

    @property
    def history(self) -> tuple[Event, ...]:
        """Return the deeds in their order."""
        return self.review.events

    @cached_property
    def digest(self) -> str:
        """Return the SHA-256 that a signature under this review would be bound to."""
        return digest_review(self.review)
