"""Say that a claim or a whole passage needs no check."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from workbench.desk.marking import read_span
from workbench.desk.recording import record_article, record_claim
from workbench.desk.references import name_refs, read_live_claim
from workbench.desk.reviewing import read_claims
from workbench.desk.wording import clean_prose
from workbench.errors import UsageError
from workbench.model.claims import ClaimState, Passage, WaiveReason
from workbench.model.spans import Span

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from workbench.model.claims import Claim
    from workbench.store.opening import Store
    from workbench.store.units import Unit


def waive_claim(
    store: Store,
    ref: str,
    reason: WaiveReason = WaiveReason.NOT_CHECKABLE,
    *,
    revision: int | None = None,
    now: str,
    actor: str,
) -> Claim:
    """Say that a claim needs no check; a verdict that it had is taken off."""
    with store.writing() as unit:
        claim = read_live_claim(unit, ref)
        changed = _waive(unit, claim, read_reason(reason), revision)
        record_claim(unit, claim, "waive_claim", f"waived {claim.ref}", now=now, actor=actor)
        return changed


def waive_claims(
    store: Store,
    refs: Sequence[str],
    reason: WaiveReason = WaiveReason.NOT_CHECKABLE,
    *,
    revisions: Mapping[str, int] | None = None,
    now: str,
    actor: str,
) -> tuple[Claim, ...]:
    """Say that several claims of one article need no check: one deed, undone at one stroke.

    `revisions` are those seen, by the claims' names; where one is stale, ConflictError and none is waived.
    """
    seen = revisions or {}
    with store.writing() as unit:
        claims = read_claims(unit, refs)
        changed = tuple(_waive(unit, claim, read_reason(reason), seen.get(claim.ref)) for claim in claims)
        label = f"waived {len(claims)} claims: {name_refs(claims)}" if len(claims) > 1 else f"waived {claims[0].ref}"
        record_claim(unit, claims[0], "waive_claims", label, now=now, actor=actor)
        return changed


def waive_passage(
    store: Store, article_id: int, start: int, end: int, reason: str = "", *, now: str, actor: str
) -> Passage:
    """Say that a whole stretch needs no check; open claims that lie wholly inside are waived with it."""
    told = clean_prose(reason, "reason")
    with store.writing() as unit:
        unit.articles.get(article_id)
        text = unit.texts.current(article_id)
        span = read_span(text, start, end)
        passage = Passage(
            uid=str(uuid4()),
            article_id=article_id,
            number=unit.articles.next_passage(article_id),
            start=span.start,
            end=span.end,
            reason=told,
        )
        unit.passages.insert(passage, text.uid)
        for claim in unit.claims.of_article(article_id):
            if claim.state is ClaimState.OPEN and span.contains(claim.span):
                _waive(unit, claim, WaiveReason.PASSAGE, None)
        label = f"waived passage {passage.number} of article {article_id}"
        subject = f"{article_id} passage {passage.number}"
        record_article(unit, article_id, "waive_passage", label, now=now, actor=actor, subject=subject)
        return passage


def lift_passage(
    store: Store, article_id: int, number: int, *, revision: int | None = None, now: str, actor: str
) -> Passage:
    """Take a passage's waiver back; claims waived with it are open again, unless another passage holds them too."""
    with store.writing() as unit:
        unit.articles.get(article_id)
        passages = [one for one in unit.passages.of_article(article_id) if not one.removed]
        passage = next((one for one in passages if one.number == number), None)
        if passage is None:
            raise UsageError(
                f"article {article_id} has no waived passage {number}",
                hint="'workbench show ARTICLE --json' lists the passages",
            )
        changed = unit.passages.change(passage, expected=revision, removed=True)
        others = [Span(one.start, one.end) for one in passages if one.uid != passage.uid]
        for claim in unit.claims.of_article(article_id):
            held = claim.state is ClaimState.WAIVED and claim.waive_reason is WaiveReason.PASSAGE
            inside = Span(passage.start, passage.end).contains(claim.span)
            if held and inside and not any(other.contains(claim.span) for other in others):
                unit.claims.change(claim, state=ClaimState.OPEN, waive_reason=None)
        label = f"lifted passage {number} of article {article_id}"
        subject = f"{article_id} passage {number}"
        record_article(unit, article_id, "lift_passage", label, now=now, actor=actor, subject=subject)
        return changed


def read_reason(reason: str) -> WaiveReason:
    """Understand why a claim is waived; UsageError that lists the reasons where there is none such."""
    try:
        return WaiveReason(reason)
    except ValueError:
        raise UsageError(f"there is no reason '{reason}'", f"choose one of: {', '.join(WaiveReason)}") from None


def _waive(unit: Unit, claim: Claim, reason: WaiveReason, expected: int | None) -> Claim:
    return unit.claims.change(claim, expected=expected, state=ClaimState.WAIVED, waive_reason=reason, verdict=None)
