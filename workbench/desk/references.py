"""Understand what people call things: '3.12' for a claim, '3' for an article, a UUID for anything."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workbench.errors import UsageError
from workbench.model.claims import ClaimState

if TYPE_CHECKING:
    from workbench.model.claims import Claim
    from workbench.store.units import Unit

# As many digits as an id can have.
_NUMBER = re.compile(r"[0-9]{1,9}")
_REF = re.compile(rf"({_NUMBER.pattern})\.({_NUMBER.pattern})")
_UID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")

# How many claims a label names: a readable handful.
_NAMED = 5


def is_number(name: str) -> bool:
    """Say whether `name` is written like a local id."""
    return _NUMBER.fullmatch(name) is not None


def is_uid(name: str) -> bool:
    """Say whether `name` is written like a UUID."""
    return _UID.fullmatch(name) is not None


def read_claim(unit: Unit, ref: str) -> Claim:
    """Read the claim that `ref` names, retired or not; UsageError where there is none."""
    if is_uid(ref):
        return unit.claims.get(ref)
    match = _REF.fullmatch(ref)
    if match is None:
        raise UsageError(f"'{ref}' is no claim", "claims are named like 3.12: article 3, claim 12")
    return unit.claims.numbered(int(match[1]), int(match[2]))


def read_live_claim(unit: Unit, ref: str) -> Claim:
    """Read a claim that can still be worked on; UsageError where it was ended by a split, a merge or an undo."""
    claim = read_claim(unit, ref)
    if claim.state is ClaimState.RETIRED:
        raise UsageError(
            f"claim {claim.ref} was ended by a split, a merge or an undo",
            "'workbench history' shows what took its place; undo brings it back",
        )
    return claim


def name_refs(claims: list[Claim]) -> str:
    """List claims for a label, the first few by name."""
    shown = ", ".join(claim.ref for claim in claims[:_NAMED])
    return shown if len(claims) <= _NAMED else f"{shown} and {len(claims) - _NAMED} more"
