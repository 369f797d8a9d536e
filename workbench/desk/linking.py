"""Link claims to sources inside a transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import uuid4

from workbench.errors import UsageError
from workbench.model.sources import Evidence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.model.claims import Claim
    from workbench.store.units import Unit


def link_source(unit: Unit, claims: Sequence[Claim], source_id: int, **fields: Any) -> tuple[Evidence, ...]:
    """Link each claim to a source's latest version; UsageError for a source that was removed."""
    source = unit.sources.get(source_id)
    if source.removed:
        raise UsageError(f"source {source_id} was removed", "undo brings it back, or attach another one")
    versions = unit.sources.versions([source_id])
    cited = versions[-1].uid if versions else None
    return tuple(
        unit.evidence.insert(
            Evidence(id=0, uid=str(uuid4()), claim_uid=claim.uid, source_id=source_id, version_uid=cited, **fields)
        )
        for claim in claims
    )


def link_alike(unit: Unit, claims: Sequence[Claim], pieces: Sequence[Evidence]) -> None:
    """Link claims to the sources of other evidence, and say the same of them; a source cited already is left as it is."""
    for claim in claims:
        cited = {one.source_id for one in unit.evidence.of_claim(claim.uid)}
        for piece in pieces:
            if piece.source_id not in cited:
                fields = {"stance": piece.stance, "quote": piece.quote, "locator": piece.locator}
                link_source(unit, [claim], piece.source_id, **fields)
