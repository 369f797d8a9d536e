"""Walk through JSON that somebody else wrote, and say exactly where it is not what it should be."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from workbench.errors import InputError
from workbench.model.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator
    from enum import StrEnum

    EnumT = TypeVar("EnumT", bound=StrEnum)

_ABSENT = object()
# What SQLite and every other reader of a local name can hold.
_BIGGEST = 2**63 - 1


@dataclass(frozen=True, slots=True)
class Node:
    """A JSON value and the path to it ('claims[3].extent'); every method raises InputError naming that path."""

    value: Any
    path: str = "review"

    def refuse(self, wanted: str) -> InputError:
        """Return the error that says what was wanted here."""
        return InputError(
            f"{self.path}: {wanted} wanted", "This is no review as `workbench export --to json` writes it."
        )

    def at(self, key: str, default: Any = _ABSENT) -> Node:
        """Go to a member; without a default it must be there."""
        if not isinstance(self.value, dict):
            raise self.refuse("an object")
        found = Node(self.value.get(key, default), f"{self.path}.{key}")
        if found.value is _ABSENT:
            raise found.refuse("a value")
        return found

    def each(self, key: str) -> Iterator[Node]:
        """Go through the items of a list; one that is missing is empty."""
        items = self.at(key, [])
        if not isinstance(items.value, list):
            raise items.refuse("a list")
        return (Node(item, f"{items.path}[{index}]") for index, item in enumerate(items.value))

    def text(self, key: str, default: Any = "") -> str:
        """Read a string; null counts as absent."""
        found = self.at(key, default)
        if not isinstance(found.value, str):
            raise found.refuse("a string")
        return found.value

    def text_or_none(self, key: str) -> str | None:
        """Read a string or null."""
        return None if self.at(key, None).value is None else self.text(key)

    def whole(self, key: str, default: Any = _ABSENT) -> int:
        """Read a whole number, 0 or above."""
        found = self.at(key, default)
        if type(found.value) is not int or not 0 <= found.value <= _BIGGEST:
            raise found.refuse("a whole number")
        return found.value

    def real(self, key: str) -> float | None:
        """Read a number or null."""
        found = self.at(key, None)
        if found.value is not None and (isinstance(found.value, bool) or not isinstance(found.value, int | float)):
            raise found.refuse("a number")
        return found.value

    def truth(self, key: str) -> bool:
        """Read true or false; absent is false."""
        found = self.at(key, default=False)
        if not isinstance(found.value, bool):
            raise found.refuse("true or false")
        return found.value

    def name(self, key: str) -> int:
        """Read a local name ('7') as the number that it stands for."""
        found = self.at(key)
        if not isinstance(found.value, str) or not re.fullmatch("[0-9]{1,18}", found.value):
            raise found.refuse("a name made of digits")
        return int(found.value)

    def member(self, key: str, choices: type[EnumT]) -> EnumT:
        """Read one word of a fixed vocabulary."""
        found = self.at(key)
        try:
            return choices(found.value)
        except ValueError:
            raise found.refuse("one of " + ", ".join(choices)) from None

    def span(self) -> Span:
        """Read this value as a [start, end] pair."""
        pair = self.value
        if not isinstance(pair, list) or [type(end) for end in pair] != [int, int]:
            raise self.refuse("a pair of offsets")
        if not 0 <= pair[0] < pair[1]:
            raise self.refuse("a start before an end")
        return Span(*pair)
