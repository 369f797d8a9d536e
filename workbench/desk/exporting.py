"""Hand in a report."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.desk.reviewing import open_review

if TYPE_CHECKING:
    from workbench.reports import Options
    from workbench.store.opening import Store


@dataclass(frozen=True, slots=True)
class Export:
    """A finished report."""

    content: bytes
    suffix: str
    media_type: str


def export_review(
    store: Store, article_id: int, format_id: str, *, public: bool = False, options: Options | None = None
) -> Export:
    """Write a review in a format; `public` leaves out what was written for the desk, `options` say more than that.

    Raises UsageError for an unknown format, MissingExtraError where the format needs a library that is missing.
    """
    from workbench.reports import Options, find_report

    asked = options or Options(public=public)
    report = find_report(format_id)
    review = open_review(store, article_id, events=True)
    return Export(report.write(review, asked), report.suffix, report.media_type)
