"""Take out of a review what was written for the desk alone, once, before any format sees it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.model.articles import Place
from workbench.model.sources import SourceFields, SourceType
from workbench.model.verdicts import Action

if TYPE_CHECKING:
    from workbench.model.claims import Claim
    from workbench.model.reviews import Review
    from workbench.model.sources import Source


def strip_for_public(review: Review) -> Review:
    """Leave only what readers may see.

    Out go: rationales, questions to the author (and that there are any), flags, notes, names of checkers, local paths, confidential sources
    and the call log with every piece of evidence that cites them, retired claims, check notices, sign-offs, history.
    """
    sources = {number: _strip_source(source) for number, source in review.sources.items() if _is_public(source)}
    evidence = {
        uid: tuple(replace(piece, note="") for piece in pieces if piece.source_id in sources)
        for uid, pieces in review.evidence.items()
    }
    return replace(
        review,
        claims=tuple(_strip_claim(claim) for claim in review.claims),
        retired=(),
        passages=tuple(replace(passage, reason="") for passage in review.passages),
        evidence={uid: pieces for uid, pieces in evidence.items() if pieces},
        sources=sources,
        versions={uid: version for uid, version in review.versions.items() if version.source_id in sources},
        notices=(),
        place=Place(),
        events=(),
        signoffs=(),
    )


def _is_public(source: Source) -> bool:
    return not source.fields.confidential and source.fields.type is not SourceType.CALL


def _strip_source(source: Source) -> Source:
    fields = source.fields
    kept = SourceFields(
        title=fields.title,
        type=fields.type,
        url=fields.url,
        publisher=fields.publisher,
        author=fields.author,
        published=fields.published,
        accessed=fields.accessed,
        archive_url=fields.archive_url,
    )
    return replace(source, fields=kept)


def _strip_claim(claim: Claim) -> Claim:
    verdict = claim.verdict
    if verdict:
        action = Action.NONE if verdict.action is Action.QUERY else verdict.action
        verdict = replace(verdict, rationale="", decided_by="", action=action)
    return replace(claim, verdict=verdict, question="", flagged=False)
