"""What was done, when, by whom, and what exactly it changed: history, undo and the report's appendix in one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

# The chain of deeds that belong to no article (sources, settings of the library).
LIBRARY = "library"


@dataclass(frozen=True, slots=True)
class Change:
    """The changed fields of one row before and after; `before` is None for a row that the deed made."""

    entity: str
    uid: str
    before: dict[str, Any] | None
    after: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Event:
    """One deed. `chain` is an article's uid or LIBRARY; `hash` covers the canonical JSON of the rest and `prev`."""

    seq: int
    uid: str
    chain: str
    article_id: int | None
    deed: str
    label: str
    subject: str
    at: str
    actor: str
    changes: tuple[Change, ...]
    undoes: int | None
    prev: str
    hash: str
