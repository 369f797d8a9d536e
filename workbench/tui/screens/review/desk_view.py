"""What the review's panels show of a session: pure functions from the session to what is drawn."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workbench.model.claims import ClaimState
from workbench.model.sources import Stance
from workbench.model.spans import Span
from workbench.model.verdicts import Action, Outcome
from workbench.tui.session import rating_of
from workbench.tui.times import day_and_minute
from workbench.tui.widgets.chips import Chip
from workbench.tui.widgets.claim_card import ACTION_WORDS, CardView

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from workbench.model.claims import Claim, Passage
    from workbench.model.reviews import Review
    from workbench.model.sources import Evidence
    from workbench.model.verdicts import Rating
    from workbench.tui.session import Session

    # A version of a claim: names and values.
    Told = list[tuple[str, str]]

_WORD = re.compile(r"\w+")
# So many claims are told by their numbers in one line.
MOST_NUMBERS = 6
FIELDS = ("rationale", "correction", "explanation")


def view_card(
    session: Session,
    claim: Claim,
    drafts: Mapping[tuple[int, str], str],
    *,
    lost: Collection[tuple[int, str]] = (),
    alone: bool = False,
) -> CardView:
    """Return what the card shows of a claim; `lost` drafts could not be stored, `alone`: the article is out of sight."""
    review = session.review
    sentence = claim.extent.of(review.text.text)
    waived = passage_over(review, claim.span)
    again = session.said_again(claim)
    return CardView(
        claim=claim,
        sentence=sentence,
        mark=(max(0, claim.start - claim.extent.start), max(0, claim.end - claim.extent.start)),
        rating=rating_of(review, claim),
        meaning=_meaning(claim),
        section=session.section_of(claim),
        again=tuple(other.number for other in again),
        again_open=any(other.state is ClaimState.OPEN for other in again),
        doubt=doubt(rating_of(review, claim), review.evidence.get(claim.uid, ())),
        notices=tuple(notice for notice in review.notices if any(span.overlaps(claim.extent) for span in notice.spans)),
        drafts={field: text for (number, field), text in drafts.items() if number == claim.number},
        lost=frozenset(field for number, field in lost if number == claim.number),
        passage=waived.reason if waived else None,
        in_scope=review.in_scope(claim),
        selected=claim.number in session.selected,
        alone=alone,
    )


def view_comparisons(claim: Claim, evidence: Sequence[Evidence]) -> dict[str, tuple[str, ...]]:
    """Return, by the evidence's uid, how the figures of its quotation stand to the claim's."""
    if claim.figure is None or not any(piece.quote for piece in evidence):
        return {}
    from workbench.evidence import compare_quote

    return {piece.uid: compare_quote(claim.figure, piece.quote) for piece in evidence}


def doubt(rating: Rating | None, evidence: Sequence[Evidence]) -> str:
    """Return how all that a claim rests on is marked, where that is the contrary of its rating; '' where it is not."""
    stances = {one.stance for one in evidence}
    if rating is not None and rating.outcome is Outcome.FAIL and stances == {Stance.SUPPORTS}:
        return "every source here is marked as supporting it"
    if rating is not None and rating.outcome is Outcome.PASS and stances == {Stance.CONTRADICTS}:
        return "every source here is marked as contradicting it"
    return ""


def passage_over(review: Review, span: Span) -> Passage | None:
    """Return the waived passage that a stretch lies in."""
    return next((one for one in review.passages if not one.removed and Span(one.start, one.end).overlaps(span)), None)


def view_chips(session: Session, kinds: Sequence[tuple[str, str]]) -> list[Chip]:
    """Return the chips: what limits the view first, since a narrow row has no room for all; then the kinds, counted."""
    counts: dict[str, int] = {}
    for claim in session.review.claims:
        counts[claim.kind] = counts.get(claim.kind, 0) + 1
    limit = session.limit
    rest = " · ".join(_name_limit(session))
    limits = [Chip("rest", "", f"{rest} ✕", True)] if rest else []
    if session.selected:
        # What a rating is for is in sight wherever one is in the article.
        limits.insert(0, Chip("selected", "", f"{len(session.selected)} selected ✕", True))
    open_only = Chip("state", ClaimState.OPEN.value, "open only", limit.states == {ClaimState.OPEN})
    by_kind = [
        Chip("kind", kind, label, not limit.kinds or kind in limit.kinds, counts[kind])
        for kind, label in kinds
        if counts.get(kind)
    ]
    return [*limits, open_only, *by_kind] if open_only.on else [*limits, *by_kind, open_only]


def _name_limit(session: Session) -> Iterator[str]:
    """Yield what limits the view, in the words of the form; kinds and 'open only' have chips of their own."""
    limit, scale = session.limit, session.review.scale
    if limit.states and limit.states != {ClaimState.OPEN}:
        yield ", ".join(sorted(state.value for state in limit.states))
    if limit.ratings:
        yield ", ".join(one.label for one in scale.ratings if one.id in limit.ratings)
    if limit.speaker:
        yield f"said by {'the article' if limit.speaker == '-' else limit.speaker}"
    if limit.evidence is not None:
        yield "with evidence" if limit.evidence else "without evidence"
    if limit.flagged:
        yield "flagged"
    if limit.text:
        yield f"words: {limit.text}"


def name_claim(claim: Claim, limit: int = 60) -> str:
    """Return a claim's number and words on one line, cut after `limit` characters (0 for none)."""
    return f"{claim.number}  {shorten(claim.wording or claim.text, limit)}"


def count_claims(claims: Sequence[Claim]) -> str:
    """Return 'claim 7' for one claim, '3 claims' for several."""
    return f"claim {claims[0].number}" if len(claims) == 1 else f"{len(claims)} claims"


def list_numbers(claims: Sequence[Claim]) -> str:
    """Return the claims' numbers, the first few of many: '3, 10, 12, 13, 14, 15 and 26 more'."""
    told = ", ".join(str(claim.number) for claim in claims[:MOST_NUMBERS])
    return told + (f" and {len(claims) - MOST_NUMBERS} more" if len(claims) > MOST_NUMBERS else "")


def name_own(told: str, article_id: int) -> str:
    """Write 'claim 6' for 'claim 1.6' and for a bare '1.6': on article 1's own screen it is the only article."""
    return re.sub(rf"(?:\bclaim )?(?<![\w.,]){article_id}\.(\d+)(?![\w.,]*\w)", r"claim \1", told)


def ask_about(*claims: Claim) -> str:
    """Return what a dialog says under its title: which claim it is about, or which of them."""
    if len(claims) > 1:
        return f"For {count_claims(claims)}: {list_numbers(claims)}"
    (claim,) = claims
    return f"For claim {claim.number}: {shorten(claim.wording or claim.text, 80)}"


def shorten(text: str, limit: int = 60) -> str:
    """Return a text on one line, cut after `limit` characters (0 for none)."""
    words = " ".join(text.split())
    return words if not limit or len(words) <= limit else f"{words[: limit - 1]}…"


def write_version(review: Review, claim: Claim) -> Told:
    """Return what a conflict shows of one version of a claim."""
    verdict = claim.verdict
    rating = rating_of(review, claim)
    rows = [("state", claim.state.value)]
    if verdict is not None:
        label = rating.label if rating else verdict.rating_id
        action = "" if verdict.action is Action.NONE else f", {ACTION_WORDS[verdict.action]}"
        rows += [("verdict", f"{label}{action}"), *((name, getattr(verdict, name)) for name in FIELDS)]
        rows.append(("by", f"{verdict.decided_by}, {day_and_minute(verdict.decided_at)}".strip(", ")))
    if claim.question:
        rows.append(("question", claim.question))
    return rows


def tell_apart(theirs: Told, mine: Told) -> tuple[Told, Told]:
    """Return what a conflict shows of two versions: what differs, and why theirs is what it is."""
    return (
        [row for row in theirs if row not in mine or row[0] in FIELDS] or theirs,
        [row for row in mine if row not in theirs] or mine,
    )


def _meaning(claim: Claim) -> str:
    """Return what a figure was understood as, or a wording that says more than the claim's words and its speaker."""
    if claim.figure is not None:
        from workbench.figures import describe

        return describe(claim.figure)
    told = set(_WORD.findall(f"{claim.text} {claim.speaker or ''}".casefold()))
    return "" if told >= set(_WORD.findall(claim.wording.casefold())) else claim.wording
