"""One claim as a report tells it: what it says, what became of it, and what that rests on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.evidence import compare_quote
from workbench.figures import describe
from workbench.model.claims import ClaimState
from workbench.model.verdicts import Action, Outcome
from workbench.reports.wording import ACTION_WORDS, ARTICLE_ITSELF, STANCE_WORDS, begin_large, safe_link, say_state

if TYPE_CHECKING:
    from workbench.model.claims import Claim
    from workbench.model.figures import Figure
    from workbench.model.reviews import Review
    from workbench.model.sources import Evidence, Source
    from workbench.model.verdicts import Rating, Verdict


# Marks of so few words get a heading that says what they are about.
_TOO_SHORT = 2


@dataclass(frozen=True, slots=True)
class Cited:
    """A piece of evidence with its source; `link` and `archive` are '' where they may not stand behind a link.

    `claimed` is the figure of the claim that it bears on.
    """

    evidence: Evidence
    source: Source
    stance: str
    link: str
    archive: str
    claimed: Figure | None

    @property
    def compared(self) -> tuple[str, ...]:
        """Return in a sentence each how the claim's figure and the quotation's compare: for the desk, never a verdict."""
        return compare_quote(self.claimed, self.evidence.quote)


@dataclass(frozen=True, slots=True)
class Entry:
    """A claim with its rating looked up, its words chosen and its evidence resolved.

    `sentence` is the extent cut in three: before the mark, the mark, behind it. `label` is the rating's, or the
    state's where there is no rating.
    """

    claim: Claim
    ref: str
    rating: Rating | None
    label: str
    glyph: str
    outcome: Outcome
    action: Action
    action_words: str
    speaker: str
    figure: str
    sentence: tuple[str, str, str]
    verdict: Verdict | None
    evidence: tuple[Cited, ...]

    @property
    def heading(self) -> str:
        """Return words that tell this claim from others: the mark, or its wording where a mark says too little ('two')."""
        claim = self.claim
        too_short = claim.kind != "quote" and len(claim.text.split()) <= _TOO_SHORT
        return claim.wording if too_short and claim.text in claim.wording else claim.text

    @property
    def correction(self) -> str:
        """Return the proposed wording, '' where there is none."""
        return self.verdict.correction if self.verdict else ""

    @property
    def rationale(self) -> str:
        """Return the reason for the desk."""
        return self.verdict.rationale if self.verdict else ""

    @property
    def explanation(self) -> str:
        """Return the reason for readers."""
        return self.verdict.explanation if self.verdict else ""

    @property
    def tone(self) -> str:
        """Return what colours go by: the outcome, or 'open' for a claim that waits."""
        return "open" if self.claim.state is ClaimState.OPEN else str(self.outcome)


def build_entry(review: Review, claim: Claim) -> Entry:
    """Look up everything that is to be said of one claim of the review."""
    verdict = claim.verdict if claim.state is ClaimState.DECIDED else None
    rating = review.scale.rating(verdict.rating_id) if verdict else None
    action = verdict.action if verdict else Action.NONE
    text, extent = review.text.text, claim.extent
    start, end = min(extent.start, claim.start), max(extent.end, claim.end)
    return Entry(
        claim=claim,
        ref=claim.ref,
        rating=rating,
        label=rating.label if rating else verdict.rating_id if verdict else begin_large(say_state(claim)),
        glyph=rating.glyph if rating else "·" if claim.state is ClaimState.OPEN else "–",
        outcome=rating.outcome if rating else Outcome.NONE,
        action=action,
        action_words=ACTION_WORDS[action],
        speaker=claim.speaker or ARTICLE_ITSELF,
        figure=describe(claim.figure) if claim.figure else "",
        sentence=(text[start : claim.start], text[claim.start : claim.end], text[claim.end : end]),
        verdict=verdict,
        evidence=tuple(_cite(review, piece, claim.figure) for piece in review.evidence.get(claim.uid, ())),
    )


def _cite(review: Review, piece: Evidence, claimed: Figure | None) -> Cited:
    source = review.sources[piece.source_id]
    link, archive = safe_link(source.fields.url), safe_link(source.fields.archive_url)
    return Cited(piece, source, STANCE_WORDS[piece.stance], link, archive, claimed)
