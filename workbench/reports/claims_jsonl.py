"""The claims as JSON Lines: one object a line, each complete by itself."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from workbench.formats.canonical import escape_unseen, to_bytes
from workbench.formats.review_json import claim_to_json, source_to_json

if TYPE_CHECKING:
    from workbench.model.reviews import Review
    from workbench.reports.report import Options

SCHEMA = "urn:workbench:claim:1"


def compose(review: Review, options: Options) -> bytes:
    """Write each claim as in the review's schema, with the article that it is from and the sources it cites."""
    article = review.article
    origin = {"id": str(article.id), "uid": article.uid, "title": article.title, "sha256": review.text.sha256}
    lines = []
    for claim in review.claims:
        evidence = review.evidence.get(claim.uid, ())
        value = claim_to_json(claim, text=review.text.text, evidence=evidence, public=options.public)
        cited = {piece.source_id: review.sources[piece.source_id] for piece in evidence}
        value["sources"] = [source_to_json(source, public=options.public) for _, source in sorted(cited.items())]
        line = {"schema": SCHEMA, "program": f"workbench {options.version}", "article": origin, **value}
        lines.append(escape_unseen(json.dumps(line, ensure_ascii=False, sort_keys=True, allow_nan=False)) + "\n")
    return to_bytes("".join(lines))
