"""Read the head of a Markdown file: the simple lines of YAML (---) or TOML (+++) that articles carry."""

from __future__ import annotations

import re
from dataclasses import dataclass

from workbench.model.articles import Metadata

_FENCES = {"---": ("---", "..."), "+++": ("+++",)}
_LONGEST = 200
_LINE = re.compile(r"(?P<key>[A-Za-z][\w .-]{0,40}?)\s*[:=](?:\s+|$|(?=[\"'\[]))(?P<value>.*)$")
_COMMENT = re.compile(r"\s+#.*$")
_FIELDS = {
    "title": "title",
    "headline": "title",
    "outlet": "outlet",
    "publication": "outlet",
    "publisher": "outlet",
    "source": "outlet",
    "site": "outlet",
    "author": "author",
    "authors": "author",
    "byline": "author",
    "date": "published",
    "published": "published",
    "pubdate": "published",
    "url": "url",
    "link": "url",
    "canonical": "url",
    "language": "language",
    "lang": "language",
}


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What the head says, and how many lines it takes with its fences (0 where there is none)."""

    metadata: Metadata
    lines: int


def split_front_matter(text: str) -> FrontMatter:
    """Read the head of `text`. What is no head with at least one known key is left to be read as Markdown."""
    lines = text.split("\n", _LONGEST)[:_LONGEST]
    closing = _FENCES.get(lines[0].rstrip())
    if closing is None:
        return FrontMatter(Metadata(), 0)
    for number, line in enumerate(lines[1:], 1):
        if line.rstrip() in closing:
            values = _read_values(lines[1:number])
            return FrontMatter(Metadata(**values), number + 1) if values else FrontMatter(Metadata(), 0)
    return FrontMatter(Metadata(), 0)


def _read_values(lines: list[str]) -> dict[str, str]:
    """Map our field names to values; of two keys for one field the first wins."""
    values: dict[str, str] = {}
    pending = ""
    for line in lines:
        stripped = line.strip()
        if pending and stripped.startswith("- "):
            values[pending] = ", ".join(filter(None, (values.get(pending, ""), _unquote(stripped[2:]))))
            continue
        match = _LINE.match(line)
        if match is None:
            continue
        pending = ""
        field = _FIELDS.get(match["key"].lower().strip(), "")
        if field in values or not field:
            continue
        value = _read_value(match["value"])
        if value:
            values[field] = value
        else:
            pending = field
    return values


def _read_value(value: str) -> str:
    value = value.strip()
    if value.startswith("[") and value.endswith("]"):
        return ", ".join(filter(None, (_unquote(part) for part in value[1:-1].split(","))))
    return _unquote(value)


def _unquote(value: str) -> str:
    value = value.strip()
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1].replace(f"\\{value[0]}", value[0]).strip()
    return _COMMENT.sub("", value).strip()
