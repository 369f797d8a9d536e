"""Write reviews, claims and sources as JSON; the shape is `data/schema/review-1.json`, `urn:workbench:review:1`.

Local names are strings ('3.12' is not a number), `speaker: null` is the article itself, offsets are code points into
`article.text`, times RFC 3339 UTC. With `public`, what was written for the desk has no key at all.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from workbench.figures import figure_to_json
from workbench.formats.publishing import strip_for_public

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from workbench.model.articles import Article, Document, Text
    from workbench.model.claims import Candidate, Claim, Passage
    from workbench.model.events import Event
    from workbench.model.figures import Figure
    from workbench.model.progress import Progress
    from workbench.model.reviews import Notice, Review
    from workbench.model.signoff import SignOff
    from workbench.model.sources import Evidence, Source, SourceVersion
    from workbench.model.spans import Block, Span
    from workbench.model.verdicts import Rating, Scale

Json = dict[str, Any]

SCHEMA = "urn:workbench:review:1"

# What is written for the desk; absent from public JSON.
DESK_KEYS = {
    "claim": ("rationale", "decided_by", "question", "flagged"),
    "evidence": ("note",),
    "source": ("path", "note", "confidential", "asked", "asked_at", "channel", "answer", "deadline"),
    "passage": ("reason",),
    "review": ("retired", "notices", "signoffs"),
}


def review_to_json(review: Review, *, history: bool = False, public: bool = False) -> Json:
    """Return the whole review; `history` adds its events (never with `public`)."""
    shown = strip_for_public(review) if public else review
    versions = _by_source(shown.versions.values())
    result: Json = {
        "schema": SCHEMA,
        "article": article_to_json(shown.article, shown.text),
        "scale": scale_to_json(shown.scale),
        "progress": progress_to_json(shown.progress),
        "claims": [_claim_of(shown, claim, public=public) for claim in shown.claims],
        "retired": [_claim_of(shown, claim, public=public) for claim in shown.retired],
        "passages": [passage_to_json(passage, public=public) for passage in shown.passages],
        "sources": [
            source_to_json(source, versions.get(number, ()), public=public)
            for number, source in sorted(shown.sources.items())
        ],
        "notices": [notice_to_json(notice) for notice in shown.notices],
        "signoffs": [signoff_to_json(signoff) for signoff in shown.signoffs],
    }
    if history and not public:
        result["history"] = [event_to_json(event) for event in shown.events]
    return _without(result, "review", public=public)


def _claim_of(review: Review, claim: Claim, *, public: bool) -> Json:
    text, evidence = review.text.text, review.evidence.get(claim.uid, ())
    return claim_to_json(claim, text=text, evidence=evidence, public=public)


def _by_source(versions: Iterable[SourceVersion]) -> dict[int, list[SourceVersion]]:
    result: dict[int, list[SourceVersion]] = {}
    for version in sorted(versions, key=lambda version: version.number):
        result.setdefault(version.source_id, []).append(version)
    return result


def detected_to_json(document: Document, candidates: Sequence[Candidate]) -> Json:
    """Return a document that nothing has stored, with the claims found in it; every `id` is null."""
    article: Json = {"id": None, **asdict(document.metadata), "text": document.text, "file": _file_to_json(document)}
    article["blocks"] = [_block_to_json(block) for block in document.blocks]
    claims = [{"id": None, **_core_to_json(claim, document.text), "state": "open"} for claim in candidates]
    return {"schema": SCHEMA, "article": article, "claims": claims}


def claim_to_json(claim: Claim, *, text: str, evidence: Iterable[Evidence] = (), public: bool = False) -> Json:
    """Return one stored claim; `text` is the article's, from which its sentence is taken."""
    verdict = claim.verdict
    result: Json = {
        "id": claim.ref,
        "uid": claim.uid,
        **_core_to_json(claim, text),
        "origin": claim.origin,
        "state": claim.state,
        "waive_reason": claim.waive_reason,
        "scale": verdict.scale_id if verdict else None,
        "rating": verdict.rating_id if verdict else None,
        "action": verdict.action if verdict else None,
        "rationale": verdict.rationale if verdict else "",
        "explanation": verdict.explanation if verdict else "",
        "correction": verdict.correction if verdict else "",
        "decided_at": verdict.decided_at if verdict else "",
        "decided_by": verdict.decided_by if verdict else "",
        "question": claim.question,
        "flagged": claim.flagged,
        "revision": claim.revision,
        "evidence": [evidence_to_json(piece, public=public) for piece in evidence],
    }
    return _without(result, "claim", public=public)


def _core_to_json(claim: Claim | Candidate, text: str) -> Json:
    return {
        "start": claim.start,
        "end": claim.end,
        "text": claim.text,
        "kind": claim.kind,
        "parts": [_span_to_json(part) for part in claim.parts],
        "extent": _span_to_json(claim.extent),
        "sentence": claim.extent.of(text),
        "speaker": claim.speaker,
        "wording": claim.wording,
        "figure": _figure_to_json(claim.figure),
    }


def _figure_to_json(figure: Figure | None) -> Json | None:
    return None if figure is None else figure_to_json(figure)


def evidence_to_json(evidence: Evidence, *, public: bool = False) -> Json:
    """Return one piece of evidence; `source` is the source's id, `version` the uid of the bytes it was read in."""
    result: Json = {
        "id": str(evidence.id),
        "uid": evidence.uid,
        "source": str(evidence.source_id),
        "stance": evidence.stance,
        "quote": evidence.quote,
        "locator": evidence.locator,
        "note": evidence.note,
        "version": evidence.version_uid,
        "revision": evidence.revision,
    }
    return _without(result, "evidence", public=public)


def source_to_json(source: Source, versions: Iterable[SourceVersion] = (), *, public: bool = False) -> Json:
    """Return a source with those of its versions that are given."""
    result: Json = {"id": str(source.id), "uid": source.uid, **asdict(source.fields)}
    result |= {"created_at": source.created_at, "removed": source.removed, "revision": source.revision}
    result["versions"] = [
        {key: value for key, value in asdict(version).items() if key != "source_id"} for version in versions
    ]
    return _without(result, "source", public=public)


def article_to_json(article: Article, text: Text | None = None) -> Json:
    """Return an article, with its text and the file it came from where `text` is given."""
    result: Json = {**asdict(article), "id": str(article.id), "scope": list(article.scope)}
    result["scale"] = result.pop("scale_id")
    if text is None:
        return result
    result |= {"text_uid": text.uid, "text_number": text.number, "imported_at": text.imported_at, "text": text.text}
    return {**result, "file": _file_to_json(text), "blocks": [_block_to_json(block) for block in text.blocks]}


def _file_to_json(text: Text | Document) -> Json:
    return {
        "name": text.name,
        "media_type": text.media_type,
        "encoding": text.encoding,
        "sha256": text.sha256,
        "losses": dict(text.losses),
    }


def scale_to_json(scale: Scale) -> Json:
    """Return a scale with its ratings and the TOML it was read from."""
    return {**asdict(scale), "ratings": [rating_to_json(rating) for rating in scale.ratings]}


def rating_to_json(rating: Rating) -> Json:
    """Return one rating of a scale."""
    return asdict(rating)


def progress_to_json(progress: Progress) -> Json:
    """Return the counts, the total of claims with them."""
    return {"claims": progress.claims, **asdict(progress)}


def passage_to_json(passage: Passage, *, public: bool = False) -> Json:
    """Return a waived passage."""
    result: Json = asdict(passage)
    del result["article_id"]
    return _without(result, "passage", public=public)


def notice_to_json(notice: Notice) -> Json:
    """Return what a whole-article check noticed."""
    return {
        "check": notice.check,
        "message": notice.message,
        "spans": [_span_to_json(span) for span in notice.spans],
    }


def signoff_to_json(signoff: SignOff) -> Json:
    """Return a signature and whether it still holds."""
    result: Json = asdict(signoff)
    del result["article_id"]
    return result


def event_to_json(event: Event) -> Json:
    """Return one deed of the history."""
    return {**asdict(event), "article_id": None if event.article_id is None else str(event.article_id)}


def _block_to_json(block: Block) -> Json:
    return asdict(block)


def _span_to_json(span: Span) -> list[int]:
    return [span.start, span.end]


def _without(result: Json, thing: str, *, public: bool) -> Json:
    return {key: value for key, value in result.items() if key not in DESK_KEYS[thing]} if public else result
