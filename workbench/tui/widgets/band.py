"""Rows that stand together and paint nothing themselves."""

from __future__ import annotations

from textual.containers import Container


class Band(Container):
    """Hold what stands above and below a screen's panels.

    In each frame Textual renders every widget whose container reaches into what changed. What lies in a band is
    rendered when the band's own rows change, not with each key in the article.
    """

    DEFAULT_CSS = """
    Band { height: auto; width: 1fr; layout: vertical; visibility: hidden; }
    Band > * { visibility: visible; }
    """
