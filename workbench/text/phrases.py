"""Set words of others into sentences of ours; the screens, the command line and the reports all ask here."""

from __future__ import annotations

_OPENING = ("“", '"', "‘", "«", "„")


def in_quotes(text: str) -> str:
    """Put words between quotation marks, unless they begin with some of their own."""
    return text if text.startswith(_OPENING) else f"“{text}”"
