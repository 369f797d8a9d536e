"""The public corrections note: what was wrong in the published article and what is right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.formats.publishing import strip_for_public
from workbench.reports.memo import Memo
from workbench.reports.rendering import render

if TYPE_CHECKING:
    from workbench.model.reviews import Review
    from workbench.reports.report import Options


def compose(review: Review, options: Options) -> bytes:
    """Write the note in Markdown; it is public, so it never holds what was written for the desk."""
    memo = Memo(strip_for_public(review), options)
    corrected = [entry for entry in memo.entries if entry.correction or entry.action == "cut"]
    added = [entry for entry in memo.entries if entry.action == "add-context" and entry.explanation]
    days = [entry.verdict.decided_at for entry in (*corrected, *added) if entry.verdict]
    return render("corrections.md", memo=memo, corrected=corrected, added=added, day=max(days, default="")[:10])
