"""Word a claim so that it can stand alone in a report."""

from __future__ import annotations

import re

LONGEST = 120
_SPACE = re.compile(r"\s+")


def shorten(words: str, longest: int = LONGEST) -> str:
    """Return the words on one line, cut at a word with an ellipsis where they are too long."""
    line = _SPACE.sub(" ", words[: 4 * longest]).strip()
    if len(line) <= longest:
        return line
    head = line[: longest - 1]
    if " " in head:
        head = head.rsplit(" ", 1)[0]
    return head.rstrip(' ,;:–—-(“‘"') + "…"
