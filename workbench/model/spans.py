"""Stretches of the clean text, in code points, end exclusive."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A non-empty stretch of a text."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: Span) -> bool:
        """Say whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Say whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def of(self, text: str) -> str:
        """Return the characters of `text` that the span covers."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph-like piece of the clean text and where it stood in the file.

    `kind` is 'heading', 'paragraph', 'quote', 'item', 'code' or 'caption'; `line` counts from 1 in the decoded file;
    `locator` is what a person would look for there ('§ 3', 'p. 2'), empty where there is nothing but the line.
    """

    start: int
    end: int
    kind: str
    line: int
    locator: str = ""
