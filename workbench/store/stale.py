"""Refuse a write on a copy that somebody else has changed meanwhile."""

from __future__ import annotations

from typing import Protocol, TypeVar

from workbench.errors import ConflictError


class _Revised(Protocol):
    @property
    def revision(self) -> int:
        """Return how often the thing was changed, counting its making."""


T = TypeVar("T", bound=_Revised)


def refuse_stale(present: T, yours: T, expected: int | None, name: str) -> None:
    """Let a change pass if the thing is still at the revision that the writer saw (None: whatever it is).

    Raises ConflictError with both versions: `theirs` is what is stored, `yours` what was refused.
    """
    if expected is not None and present.revision != expected:
        raise ConflictError(
            f"{name} was changed meanwhile (revision {present.revision}, yours was {expected})",
            "look at what is stored now and decide again",
            theirs=present,
            yours=yours,
        )
