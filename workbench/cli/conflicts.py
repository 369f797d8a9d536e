"""Show two versions of one thing by what differs between them."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any

# What every change moves on: it says nothing of what was changed.
_COUNTED = {"revision"}


def tell_apart(theirs: object, yours: object) -> list[tuple[str, str]]:
    """Return (whose, what) of the two versions; of two records only the fields in which they differ."""
    versions = (("stored", theirs), ("yours", yours))
    rows = {whose: _flatten(version) for whose, version in versions if version is not None}
    names = {name: None for row in rows.values() for name in row}
    differing = [name for name in names if name not in _COUNTED and len({row.get(name) for row in rows.values()}) > 1]
    if differing:
        rows = {whose: {name: row.get(name, "") for name in differing} for whose, row in rows.items()}
    return [(whose, _write(row)) for whose, row in rows.items()]


def _flatten(version: object) -> dict[str, str]:
    """Return a record's fields as text, those of a record in it among them; a plain value has no name."""
    if isinstance(version, dict):
        return {str(name): _say(value) for name, value in version.items()}
    if not is_dataclass(version) or isinstance(version, type):
        return {"": _say(version)}
    flat: dict[str, str] = {}
    for field in fields(version):
        value = getattr(version, field.name)
        if is_dataclass(value) and not isinstance(value, type):
            flat |= _flatten(value)
        else:
            flat[field.name] = _say(value)
    return flat


def _say(value: Any) -> str:
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, tuple | list):
        return ", ".join(map(_say, value))
    return "" if value is None else str(value)


def _write(row: dict[str, str]) -> str:
    return "; ".join(f"{name.replace('_', ' ')} {value or 'none'}".strip() for name, value in row.items())
