"""The review as a W3C Web Annotation collection (https://www.w3.org/TR/annotation-model/).

A verdict assesses, a kind classifies, a source links, a question questions and a correction edits.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote
from uuid import NAMESPACE_URL, uuid5

from workbench.formats.canonical import write_json
from workbench.reports.entries import build_entry
from workbench.reports.wording import safe_link

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.model.claims import Claim
    from workbench.model.reviews import Review
    from workbench.model.spans import Span
    from workbench.reports.entries import Cited, Entry
    from workbench.reports.report import Options

Json = dict[str, Any]

# Enough to tell one occurrence from another.
_CONTEXT = 32


def compose(review: Review, options: Options) -> bytes:
    """Write one collection with one page; with `positions_only` no word of the article is in it."""
    target = _Target(review, options)
    items = [annotation for claim in review.claims for annotation in _annotate(build_entry(review, claim), target)]
    name = _urn(review.article.uid, "collection")
    page = {"id": _urn(review.article.uid, "page"), "type": "AnnotationPage", "startIndex": 0, "items": items}
    collection: Json = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": name,
        "type": "AnnotationCollection",
        "total": len(items),
        "generator": {"id": "urn:workbench", "type": "Software", "name": f"workbench {options.version}"},
        "modified": review.article.touched_at,
    }
    if not options.positions_only:
        collection["label"] = review.article.title or review.text.name
    if items:
        collection["first"] = {**page, "partOf": name}
    return write_json(collection)


class _Target:
    """Where in the article an annotation points, by position and (unless that is confidential) by quotation."""

    def __init__(self, review: Review, options: Options) -> None:
        self._text = review.text.text
        self._quotes = not options.positions_only
        self._source = safe_link(review.article.url) or f"urn:uuid:{quote(review.article.uid)}"

    def of(self, claim: Claim) -> list[Json]:
        """Return one target for each part of the mark."""
        return [self._select(part) for part in claim.parts or (claim.span,)]

    def _select(self, span: Span) -> Json:
        position = {"type": "TextPositionSelector", "start": span.start, "end": span.end}
        selectors: list[Json] = [position]
        if self._quotes:
            text = self._text
            before, after = text[max(0, span.start - _CONTEXT) : span.start], text[span.end : span.end + _CONTEXT]
            selectors.insert(
                0, {"type": "TextQuoteSelector", "exact": span.of(text), "prefix": before, "suffix": after}
            )
        return {"source": self._source, "selector": selectors}


def _annotate(entry: Entry, target: _Target) -> Iterator[Json]:
    """Yield the annotations that one claim gives rise to."""
    claim, where = entry.claim, target.of(entry.claim)
    yield _make(_urn(claim.uid, "classifying"), "classifying", where, [_words(claim.kind, "tagging")])
    if entry.verdict:
        body = [_words(entry.label, "assessing")]
        body += [_words(entry.explanation, "describing")] if entry.explanation else []
        body += [_words(entry.rationale, "commenting")] if entry.rationale else []
        assessing = _make(_urn(claim.uid, "assessing"), "assessing", where, body)
        if entry.verdict.decided_by:
            assessing["creator"] = {"type": "Person", "name": entry.verdict.decided_by}
        if entry.verdict.decided_at:
            assessing["created"] = entry.verdict.decided_at
        yield assessing
    if entry.correction:
        yield _make(_urn(claim.uid, "editing"), "editing", where, [_words(entry.correction, "editing")])
    if claim.question:
        yield _make(_urn(claim.uid, "questioning"), "questioning", where, [_words(claim.question, "questioning")])
    for cited in entry.evidence:
        yield _make(f"urn:uuid:{quote(cited.evidence.uid)}", "linking", where, _link(cited))


def _make(name: str, motivation: str, target: list[Json], body: list[Json]) -> Json:
    return {"id": name, "type": "Annotation", "motivation": motivation, "target": target, "body": body}


def _words(value: str, purpose: str) -> Json:
    return {"type": "TextualBody", "value": value, "format": "text/plain", "purpose": purpose}


def _link(cited: Cited) -> list[Json]:
    """Return the source (as it was archived, where it was) and what it says there."""
    resource: Json = {"type": "SpecificResource", "source": cited.link or f"urn:uuid:{quote(cited.source.uid)}"}
    if cited.archive:
        resource["state"] = {"type": "TimeState", "cached": cited.archive}
        if cited.source.fields.accessed:
            resource["state"]["sourceDate"] = cited.source.fields.accessed
    if cited.evidence.quote:
        resource["selector"] = {"type": "TextQuoteSelector", "exact": cited.evidence.quote}
    return [{**resource, "purpose": "linking"}, _words(f"{cited.stance}: {cited.source.title}", "describing")]


def _urn(uid: str, what: str) -> str:
    """Return the same name for the same thing on every machine."""
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'{uid} {what}')}"
