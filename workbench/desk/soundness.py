"""Refuse to take back what later deeds rest on, even where no field of it was changed since."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.errors import ConflictError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workbench.model.claims import Claim
    from workbench.model.events import Change
    from workbench.model.verdicts import Scale
    from workbench.store.units import Unit


def refuse_unsound(unit: Unit, changes: Iterable[Change]) -> None:
    """Look at what an undo has changed; ConflictError where evidence or a verdict would hang in the air."""
    touched: dict[str, Claim] = {}
    for change in changes:
        if change.entity == "source":
            _refuse_lost_source(unit, change.uid)
        elif change.entity == "source_version":
            _refuse_lost_version(unit, change.uid)
        else:
            touched |= {claim.uid: claim for claim in _find_touched(unit, change)}
    scales: dict[int, Scale] = {}
    for claim in touched.values():
        if claim.article_id not in scales:
            scales[claim.article_id] = unit.scales.get(unit.articles.get(claim.article_id).scale_sha256)
        _refuse_lost_verdict(unit, claim, scales[claim.article_id])


def _find_touched(unit: Unit, change: Change) -> list[Claim]:
    """Find the claims whose verdict may no longer stand."""
    if change.entity == "claim":
        return [unit.claims.get(change.uid)]
    if change.entity == "evidence":
        evidence = unit.evidence.by_uid(change.uid)
        if not evidence.removed and unit.sources.get(evidence.source_id).removed:
            raise ConflictError(f"source {evidence.source_id} was removed since", "undo its removal first")
        return [unit.claims.get(evidence.claim_uid)]
    article = unit.articles.with_uid(change.uid) if "scale_sha256" in change.after else None
    return unit.claims.of_article(article.id) if article else []


def _refuse_lost_version(unit: Unit, uid: str) -> None:
    row = unit.records.find("source_version", uid)
    if row is not None and row["removed"] and unit.evidence.cites_version(uid):
        raise ConflictError("this version of the source is cited, so it cannot be taken away", "detach it first")


def _refuse_lost_source(unit: Unit, uid: str) -> None:
    source = unit.sources.by_uid(uid)
    if source.removed and unit.evidence.citing(source.id):
        raise ConflictError(f"source {source.id} is cited, so it cannot be taken away", "detach it first")


def _refuse_lost_verdict(unit: Unit, claim: Claim, scale: Scale) -> None:
    if claim.verdict is None:
        return
    rating = scale.rating(claim.verdict.rating_id) if claim.verdict.scale_id == scale.id else None
    if rating is None:
        raise ConflictError(
            f"claim {claim.ref} would be rated '{claim.verdict.rating_id}', and the article has the scale '{scale.id}'",
            "undo the change of the scale first, or reopen the claim",
        )
    if rating.needs_evidence and not unit.evidence.of_claim(claim.uid):
        raise ConflictError(
            f"claim {claim.ref} is rated '{rating.id}', which needs evidence", "undo or change its verdict first"
        )
