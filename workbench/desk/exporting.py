"""Hand in a report."""

from __future__ import annotations

from dataclasses import dataclass
from mimetypes import guess_type
from typing import TYPE_CHECKING

from workbench.desk.reviewing import open_review

if TYPE_CHECKING:
    from workbench.model.reviews import Review
    from workbench.reports import Options
    from workbench.store.opening import Store


@dataclass(frozen=True, slots=True)
class Export:
    """A finished report; `note` says what is not in it and why."""

    content: bytes
    suffix: str
    media_type: str
    note: str = ""


def export_review(
    store: Store, article_id: int, format_id: str, *, public: bool = False, options: Options | None = None
) -> Export:
    """Write a review in a format; `public` leaves out what was written for the desk, `options` say more than that.

    With a template of the user's own in `options` the format is not looked at. Raises UsageError for an unknown format,
    MissingExtraError where the format needs a library that is missing, InputError for a template that is wrong.
    """
    from workbench.reports import Options, find_report

    asked = options or Options(public=public)
    if asked.template_name:
        return _fill_template(open_review(store, article_id, events=True), asked)
    report = find_report(format_id)
    review = open_review(store, article_id, events=True)
    return Export(report.write(review, asked), report.suffix, report.media_type, report.explain(review, asked))


def _fill_template(review: Review, options: Options) -> Export:
    from workbench.reports.own import find_suffix, write_own

    suffix = find_suffix(options.template_name)
    return Export(write_own(review, options), suffix, guess_type(f"report{suffix}")[0] or "text/plain")
