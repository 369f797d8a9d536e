"""Build what Textual shows out of text that is not ours: never markup, never a control character."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.style import Style

from workbench.text.cleaning import defang

if TYPE_CHECKING:
    from collections.abc import Iterable


def plain(text: str, style: str = "") -> Content:
    """Return foreign text as content, line breaks kept."""
    return Content.styled(defang(text), style) if style else Content(defang(text))


def one_line(text: str, style: str = "", limit: int = 0) -> Content:
    """Return foreign text as content on one line, cut with an ellipsis after `limit` characters (0 for none)."""
    words = " ".join(text.split())
    if limit and len(words) > limit:
        words = words[: limit - 1].rstrip() + "…"
    return plain(words, style)


def button(label: str, command: str, style: str = "") -> Content:
    """Return words of our own that carry out a command when they are clicked."""
    return linked(Content.styled(label, style) if style else Content(label), command=command)


def linked(content: Content, **meta: object) -> Content:
    """Return content that a click can read `meta` from."""
    return content.stylize(Style.from_meta(meta))


def lines(parts: Iterable[Content]) -> Content:
    """Put contents under each other."""
    return Content("\n").join(parts)
