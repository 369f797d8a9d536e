"""A report of the users' own: their template, filled in a sandbox from the same read model as the memo."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from workbench.formats.publishing import strip_for_public
from workbench.formats.signing import judge_signoffs
from workbench.reports.memo import Memo
from workbench.reports.rendering import render_own

if TYPE_CHECKING:
    from workbench.model.reviews import Review
    from workbench.reports.report import Options


def write_own(review: Review, options: Options) -> bytes:
    """Fill `options.template` with `memo`, `review` and `options`.

    The template's name says how values are escaped (see `render_own`); what may be used in it is described in
    `data/help/templates.md`. Raise InputError with the line where the template is wrong.
    """
    judged = judge_signoffs(review)
    memo = Memo(strip_for_public(judged) if options.public else judged, options)
    return render_own(options.template_name, options.template, memo=memo, review=memo.review, options=options)


def find_suffix(name: str) -> str:
    """Return the suffix of what a template makes: '.html' for 'memo.html' and for 'memo.html.jinja'."""
    return PurePath(name.removesuffix(".jinja").removesuffix(".j2")).suffix
