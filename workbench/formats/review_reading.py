"""Read a review back from the JSON that `review_json` writes, on this or another machine."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from workbench.errors import InputError
from workbench.formats.json_nodes import Node
from workbench.formats.review_json import SCHEMA
from workbench.formats.review_parts import (
    read_article,
    read_claim,
    read_event,
    read_evidence,
    read_passage,
    read_scale,
    read_signoff,
    read_source,
    read_text,
    read_versions,
)
from workbench.model.articles import Place
from workbench.model.progress import Progress
from workbench.model.reviews import Notice, Review

if TYPE_CHECKING:
    from typing import Any

    from workbench.model.sources import Evidence

_WHENCE = "Hand in what `workbench export --to json` wrote."


def parse_review(raw: bytes) -> Review:
    """Parse exported bytes; raise InputError saying where they are not a review."""
    return review_from_json(_load(raw))


def review_from_json(value: Any) -> Review:
    """Build the review that `review_to_json` wrote, with the names it had there.

    Whoever stores it gives it names of its own. The place where somebody stopped reading is not part of it, and what
    a public export leaves out comes back empty. Raise InputError naming the member that is not as it should be.
    """
    node = Node(value)
    if node.text("schema") != SCHEMA:
        raise node.at("schema", "").refuse(SCHEMA)
    article = read_article(node.at("article"))
    text = read_text(node.at("article"))
    claims = [(child, read_claim(child, text)) for child in node.each("claims")]
    retired = [(child, read_claim(child, text)) for child in node.each("retired")]
    sources = {source.id: source for source in map(read_source, node.each("sources"))}
    scale = read_scale(node.at("scale"))
    review = Review(
        article=article,
        text=text,
        scale=scale,
        claims=tuple(claim for _, claim in claims),
        retired=tuple(claim for _, claim in retired),
        passages=tuple(read_passage(child, text) for child in node.each("passages")),
        evidence={claim.uid: found for child, claim in claims + retired if (found := _read_evidence(child, claim.uid))},
        sources=sources,
        versions={version.uid: version for child in node.each("sources") for version in read_versions(child)},
        notices=tuple(_read_notice(child) for child in node.each("notices")),
        progress=_read_progress(node.at("progress")),
        place=Place(),
        events=tuple(read_event(child) for child in node.each("history")),
        signoffs=tuple(read_signoff(child, article.id) for child in node.each("signoffs")),
    )
    _require_known_names(review)
    return review


def _load(raw: bytes) -> Any:
    """Parse JSON; raise InputError in words of ours, also where an object names a member twice and says two things."""
    try:
        return json.loads(raw, object_pairs_hook=_refuse_twins)
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        why = f"its JSON cannot be read beyond {place}" if raw.strip() else "it is empty"
    except UnicodeDecodeError:
        why = "it is not in UTF-8"
    except RecursionError:
        why = "it is nested too deep"
    except ValueError:
        why = "a number in it has too many digits"
    raise InputError(f"not a review: {why}", _WHENCE)


def _refuse_twins(members: list[tuple[str, Any]]) -> dict[str, Any]:
    read = dict(members)
    if len(read) < len(members):
        names = [name for name, _ in members]
        twin = next(name for name in names if names.count(name) > 1)
        raise InputError(f"not a review: {twin!r} stands twice in one object", _WHENCE)
    return read


def _read_evidence(claim: Node, uid: str) -> tuple[Evidence, ...]:
    return tuple(read_evidence(child, uid) for child in claim.each("evidence"))


def _read_notice(node: Node) -> Notice:
    return Notice(node.text("check"), node.text("message"), tuple(child.span() for child in node.each("spans")))


def _read_progress(node: Node) -> Progress:
    return Progress(*(node.whole(key) for key in ("open", "decided", "waived", "words", "accounted")))


def _require_known_names(review: Review) -> None:
    claims = (*review.claims, *review.retired)
    uids = [claim.uid for claim in claims]
    if len(set(uids)) < len(uids):
        raise InputError("review.claims: the same uid twice", hint="export the review again; nothing was imported")
    if len({claim.number for claim in claims}) < len(uids):
        raise InputError("review.claims: the same number twice", hint="export the review again; nothing was imported")
    for claim in claims:
        verdict = claim.verdict
        if verdict and verdict.scale_id == review.scale.id and not review.scale.rating(verdict.rating_id):
            raise InputError(
                f"claim {claim.ref}: no rating {verdict.rating_id!r} in scale {review.scale.id!r}",
                hint="export the review again; nothing was imported",
            )
        for piece in review.evidence.get(claim.uid, ()):
            if piece.source_id not in review.sources:
                raise InputError(
                    f"claim {claim.ref}: no source {piece.source_id} in the file",
                    hint="export the review again; nothing was imported",
                )
            if piece.version_uid and piece.version_uid not in review.versions:
                raise InputError(
                    f"claim {claim.ref}: no version {piece.version_uid} of source {piece.source_id}",
                    hint="export the review again; nothing was imported",
                )
