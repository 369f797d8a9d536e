"""Say what a signature under a review stands for, and whether it still does."""

from __future__ import annotations

import hashlib
from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Any

from workbench.formats.canonical import write_canonical

if TYPE_CHECKING:
    from workbench.model.claims import Claim, Passage
    from workbench.model.reviews import Review
    from workbench.model.sources import Evidence, Source


def digest_review(review: Review) -> str:
    """Return the SHA-256 (hex) of canonical JSON of text, scale, claims, verdicts, passages, evidence and cited sources.

    Names, revisions, flags, notices, history and the signatures themselves are no part of it: signing changes nothing
    that is signed, and the same review signed on another machine has the same digest.
    """
    text = review.text
    signed = {
        "text": {"sha256": text.sha256, "text": text.text, "number": text.number},
        "scale": review.scale.sha256,
        "scope": sorted(review.article.scope),
        "claims": [_sign_claim(review, claim) for claim in review.claims],
        "passages": [_sign_passage(passage) for passage in review.passages if not passage.removed],
    }
    return hashlib.sha256(write_canonical(signed)).hexdigest()


def judge_signoffs(review: Review) -> Review:
    """Mark every signature void that was given to anything but the review as it stands."""
    if not review.signoffs:
        return review
    digest = digest_review(review)
    judged = tuple(replace(signoff, void=signoff.sha256 != digest) for signoff in review.signoffs)
    return replace(review, signoffs=judged)


def is_signed(review: Review) -> bool:
    """Say whether a signature holds for the review as it stands."""
    return bool(review.signoffs) and digest_review(review) in {signoff.sha256 for signoff in review.signoffs}


def _sign_claim(review: Review, claim: Claim) -> dict[str, Any]:
    verdict = claim.verdict
    return {
        "uid": claim.uid,
        "kind": claim.kind,
        "span": [claim.start, claim.end],
        "parts": [[part.start, part.end] for part in claim.parts],
        "extent": [claim.extent.start, claim.extent.end],
        "speaker": claim.speaker,
        "wording": claim.wording,
        "state": claim.state,
        "waive_reason": claim.waive_reason,
        "question": claim.question,
        "verdict": verdict
        and {
            "scale": verdict.scale_id,
            "rating": verdict.rating_id,
            "action": verdict.action,
            "rationale": verdict.rationale,
            "explanation": verdict.explanation,
            "correction": verdict.correction,
        },
        "evidence": [_sign_evidence(review, piece) for piece in review.evidence.get(claim.uid, ())],
    }


def _sign_evidence(review: Review, piece: Evidence) -> dict[str, Any]:
    version = review.versions.get(piece.version_uid or "")
    return {
        "stance": piece.stance,
        "quote": piece.quote,
        "locator": piece.locator,
        "note": piece.note,
        "source": _sign_source(review.sources[piece.source_id]),
        "version": version and version.sha256,
    }


def _sign_source(source: Source) -> dict[str, Any]:
    return {"uid": source.uid, **asdict(source.fields)}


def _sign_passage(passage: Passage) -> list[Any]:
    return [passage.start, passage.end, passage.reason]
