"""The whole review as JSON, by the published schema."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.formats.canonical import write_json
from workbench.formats.review_json import review_to_json

if TYPE_CHECKING:
    from workbench.model.reviews import Review
    from workbench.reports.report import Options


def compose(review: Review, options: Options) -> bytes:
    """Write the review with its history, sorted keys, indented."""
    value = review_to_json(review, history=True, public=options.public)
    program = {"name": "workbench", "version": options.version}
    return write_json({**value, "program": program, "public": options.public})
