"""The memo in Markdown (CommonMark, with GitHub's tables)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.reports.memo import Memo
from workbench.reports.rendering import render

if TYPE_CHECKING:
    from workbench.model.reviews import Review
    from workbench.reports.report import Options


def compose(review: Review, options: Options) -> bytes:
    """Write the memo."""
    return render("memo.md", memo=Memo(review, options))
