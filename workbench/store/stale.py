"""Refuse a write on a copy that somebody else has changed meanwhile."""

from __future__ import annotations

from typing import Protocol, TypeVar

from workbench.errors import ConflictError


class _Revised(Protocol):
    @property
    def revision(self) -> int:
        """Return how often the thing was changed, counting its making."""


T = TypeVar("T", bound=_Revised)


def refuse_stale(present: T, revision: int | None, name: str) -> T:
    """Return `present` if it is still at `revision` (None: whatever it is); ConflictError with `theirs` if not."""
    if revision is not None and present.revision != revision:
        raise ConflictError(
            f"{name} was changed meanwhile (revision {present.revision}, yours was {revision})",
            "look at what is stored now and decide again",
            theirs=present,
        )
    return present
