"""The memo as PDF, printed from the page by WeasyPrint (extra 'pdf-report')."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any, NoReturn

from workbench.errors import MissingExtraError, UsageError
from workbench.reports.pages import compose_memo

if TYPE_CHECKING:
    from workbench.model.reviews import Review
    from workbench.reports.report import Options

# WeasyPrint needs about 50 ms and 1 MB for each claim (tests/bench/measure_reports.py).
_MOST_CLAIMS = 1_500


def compose(review: Review, options: Options) -> bytes:
    """Print the page: tagged (PDF/UA), nothing fetched, no clock in it; raise UsageError for more than it can bear."""
    if len(review.claims) > _MOST_CLAIMS:
        raise UsageError(
            f"{len(review.claims):,} claims are too many to lay out as PDF here, {_MOST_CLAIMS:,} are the most",
            "Export html instead.",
        )
    weasyprint = _load()
    page = compose_memo(review, options)
    document = weasyprint.HTML(string=page.decode(), url_fetcher=_refuse)
    identifier = hashlib.sha256(page).digest()[:16]
    printed: bytes = document.write_pdf(pdf_variant="pdf/ua-1", pdf_identifier=identifier)
    return printed


def _load() -> Any:
    try:
        import weasyprint
    except ImportError:
        raise MissingExtraError(
            "writing PDF needs WeasyPrint, which is not installed",
            "pip install 'workbench-factcheck[pdf-report]', or export html and print it from the browser.",
        ) from None
    except OSError:
        raise MissingExtraError(
            "writing PDF needs the system's Pango library, which was not found",
            "apt install libpango-1.0-0 libpangoft2-1.0-0 (macOS: brew install pango), or export html and print it.",
        ) from None
    return weasyprint


def _refuse(url: str, *_args: Any, **_options: Any) -> NoReturn:
    raise ValueError(f"nothing is fetched for a report: {url}")
