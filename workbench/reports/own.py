"""A report of the users' own: their template, filled in a sandbox from the same read model as the memo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.formats.publishing import strip_for_public
from workbench.formats.signing import judge_signoffs
from workbench.reports.memo import Memo
from workbench.reports.rendering import render_own

if TYPE_CHECKING:
    from workbench.model.reviews import Review
    from workbench.reports.report import Options


def write_own(review: Review, options: Options, name: str, source: str) -> bytes:
    """Fill the template `source`, whose file is called `name`, with `memo`.

    The name says how values are escaped (see `render_own`). Raise InputError with the line where the template is
    wrong; what may be used in it is described in `data/help/templates.md`.
    """
    judged = judge_signoffs(review)
    memo = Memo(strip_for_public(judged) if options.public else judged, options)
    return render_own(name, source, memo=memo, review=memo.review, options=options)
