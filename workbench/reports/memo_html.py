"""The memo as a web page in one file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.reports.pages import compose_memo

if TYPE_CHECKING:
    from workbench.model.reviews import Review
    from workbench.reports.report import Options


def compose(review: Review, options: Options) -> bytes:
    """Write the page."""
    return compose_memo(review, options)
