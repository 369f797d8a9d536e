"""Build the pattern of many words: a tree of shared beginnings is read far faster than a list of alternatives."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(slots=True)
class _Node:
    """A place in the tree: which characters go on from here, and whether a word ends."""

    branches: dict[str, _Node] = field(default_factory=dict)
    ends: bool = False


def any_of(words: Iterable[str]) -> str:
    """Return a pattern for the longest of `words`, each as given, with a capital in front or in capitals.

    The words are in small letters. A space in one stands for a space or a line end.
    """
    root = _Node()
    for word in words:
        for form in (word, word[:1].upper() + word[1:], word.title(), word.upper()):
            node = root
            for character in form:
                node = node.branches.setdefault(character, _Node())
            node.ends = True
    return _write(root)


def _write(node: _Node) -> str:
    if not node.branches:
        return ""
    alternatives = [_escape(character) + _write(branch) for character, branch in sorted(node.branches.items())]
    body = alternatives[0] if len(alternatives) == 1 and not node.ends else f"(?:{'|'.join(alternatives)})"
    return f"{body}?" if node.ends else body


def _escape(character: str) -> str:
    return "[ \n]" if character == " " else re.escape(character)
