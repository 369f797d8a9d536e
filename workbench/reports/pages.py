"""Compose the memo as a page: what the browser shows and what the PDF is printed from."""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING

from markupsafe import Markup

from workbench.reports.memo import Memo, Tally
from workbench.reports.rendering import render
from workbench.reports.wording import join_words

if TYPE_CHECKING:
    from workbench.model.reviews import Review
    from workbench.reports.report import Options

_ROW = 25
_WIDEST = 280
# For printers that do not see the style sheet inside a drawing; the browser's own theme overrules them.
_COLOURS = {"fail": "#8f1a15", "note": "#684300", "pass": "#195832", "none": "#4b4a46", "open": "#16427f"}
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")


@dataclass(frozen=True, slots=True)
class Bar:
    """One row of the chart, in the units of its view box."""

    tally: Tally
    colour: str
    y: int
    width: int


@dataclass(frozen=True, slots=True)
class Chart:
    """The claims by rating as bars, and the same in words."""

    bars: tuple[Bar, ...]
    height: int
    words: str


def compose_memo(review: Review, options: Options) -> bytes:
    """Write the memo as one HTML file that asks nothing of any network and runs no script."""
    return compose_page("memo", Memo(review, options))


def compose_page(name: str, memo: Memo) -> bytes:
    """Fill the named page template, the style sheet inside and allowed by its hash alone."""
    css = Markup(files("workbench").joinpath("data/templates/page.css").read_text("utf-8"))  # noqa: S704 - our own
    digest = b64encode(hashlib.sha256(css.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    language = memo.review.article.language
    return render(
        f"{name}.html",
        memo=memo,
        css=css,
        policy=Markup(policy),  # noqa: S704 - our own
        chart=draw_chart(memo.tallies),
        language=language if _LANGUAGE.fullmatch(language) else "",
    )


def draw_chart(tallies: tuple[Tally, ...]) -> Chart:
    """Lay out one bar for each rating that occurs."""
    most = max((tally.number for tally in tallies), default=1)
    bars = tuple(
        Bar(tally, _COLOURS[tally.outcome], row * _ROW, max(2, round(_WIDEST * tally.number / most)))
        for row, tally in enumerate(tallies)
    )
    words = join_words([f"{tally.number:,} {tally.label}" for tally in tallies]) if tallies else "no claims"
    return Chart(bars, max(_ROW, _ROW * len(bars)), words)
