"""The article itself as a page, with changes in the text and comments in the margin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.reports.memo import Memo
from workbench.reports.pages import compose_page

if TYPE_CHECKING:
    from workbench.model.reviews import Review
    from workbench.reports.report import Options


def compose(review: Review, options: Options) -> bytes:
    """Write the page; it asks nothing of any network and runs no script."""
    return compose_page("annotated", Memo(review, options))
