"""A person's word that a review is finished, bound to what was reviewed."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SignOff:
    """A signature under one state of a review.

    `sha256` is the digest of what was signed (see `workbench.formats.signing`). `void` is derived, never stored: the
    review has changed since, so the signature no longer speaks of it.
    """

    uid: str
    article_id: int
    at: str
    actor: str
    note: str
    sha256: str
    void: bool = False
