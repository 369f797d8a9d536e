"""The two types of our columns. They refuse what another hand put in: SQLite keeps any value in any column."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Integer, Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Dialect


class Words(Text):
    """Text, and nothing else; `missing` lets a value be absent."""

    # Not by name alone: SQLAlchemy copies a type by the arguments that have a place.
    def __init__(self, missing: bool = False) -> None:
        super().__init__()
        self.missing = missing

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], Any]:  # noqa: ARG002 - theirs
        """Return what refuses a blob or a number."""
        return _read_perhaps(str) if self.missing else _read(str)


class Whole(Integer):
    """A whole number, and nothing else; `missing` lets a value be absent."""

    # Not by name alone: SQLAlchemy copies a type by the arguments that have a place.
    def __init__(self, missing: bool = False) -> None:
        super().__init__()
        self.missing = missing

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], Any]:  # noqa: ARG002 - theirs
        """Return what refuses text and fractions."""
        return _read_perhaps(int) if self.missing else _read(int)


def _read(kind: type) -> Callable[[Any], Any]:
    def read(value: Any) -> Any:
        if value.__class__ is kind:
            return value
        raise TypeError(f"{value.__class__.__name__} where {kind.__name__} belongs")

    return read


def _read_perhaps(kind: type) -> Callable[[Any], Any]:
    read = _read(kind)
    return lambda value: None if value is None else read(value)
