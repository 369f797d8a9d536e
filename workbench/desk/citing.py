"""Attach sources to claims, and say what they show there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from workbench.desk.linking import link_source
from workbench.desk.recording import record_claim
from workbench.desk.references import name_refs, read_live_claim
from workbench.desk.reviewing import NeedsEvidenceError, read_claims
from workbench.desk.sourcing import read_source_text
from workbench.desk.wording import clean_line, clean_prose
from workbench.errors import UsageError
from workbench.model.sources import Stance

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.model.claims import Claim
    from workbench.model.sources import Evidence
    from workbench.model.spans import Span
    from workbench.store.opening import Store
    from workbench.store.units import Unit


def attach_source(
    store: Store,
    refs: Sequence[str],
    source_id: int,
    *,
    stance: Stance = Stance.SUPPORTS,
    quote: str = "",
    locator: str = "",
    note: str = "",
    now: str,
    actor: str,
) -> tuple[Evidence, ...]:
    """Attach a source to claims of one article, with the same words to each: one deed, undone at one stroke.

    Where the source's bytes are kept, its latest version is the one cited. Returns a piece of evidence for each claim.
    """
    fields = _clean(stance, quote, locator, note)
    with store.writing() as unit:
        claims = read_claims(unit, refs)
        attached = link_source(unit, claims, source_id, **fields)
        told = f"{len(claims)} claims: {name_refs(claims)}" if len(claims) > 1 else claims[0].ref
        record_claim(unit, claims[0], "attach_source", f"attached S{source_id} to {told}", now=now, actor=actor)
        return attached


def edit_evidence(
    store: Store,
    evidence_id: int,
    *,
    stance: Stance | None = None,
    quote: str | None = None,
    locator: str | None = None,
    note: str | None = None,
    revision: int | None = None,
    now: str,
    actor: str,
) -> Evidence:
    """Change what a source says about a claim; what is None stays."""
    fields = _clean(stance, quote, locator, note)
    with store.writing() as unit:
        evidence, claim = _read_live(unit, evidence_id)
        changed = unit.evidence.change(evidence, expected=revision, **fields)
        label = f"changed what S{evidence.source_id} says about {claim.ref}"
        record_claim(unit, claim, "edit_evidence", label, now=now, actor=actor)
        return changed


def detach_evidence(store: Store, evidence_id: int, *, revision: int | None = None, now: str, actor: str) -> Evidence:
    """Take a source off a claim; NeedsEvidenceError where the claim's rating cannot stand without it."""
    with store.writing() as unit:
        evidence, claim = _read_live(unit, evidence_id)
        changed = unit.evidence.change(evidence, expected=revision, removed=True)
        if claim.verdict is not None and not unit.evidence.of_claim(claim.uid):
            scale = unit.scales.get(unit.articles.get(claim.article_id).scale_sha256)
            rating = scale.rating(claim.verdict.rating_id)
            if rating is not None and rating.needs_evidence:
                raise NeedsEvidenceError(claim, rating)
        record_claim(
            unit, claim, "detach_evidence", f"detached S{evidence.source_id} from {claim.ref}", now=now, actor=actor
        )
        return changed


def locate_evidence(store: Store, evidence: Evidence) -> Span | None:
    """Find the evidence's quote in the text of the version it cites, None where it is not there word for word."""
    text = _quoted_text(store, evidence)
    if text is None:
        return None
    from workbench.evidence import locate_quote

    return locate_quote(evidence.quote, text)


def lacks_quote(store: Store, evidence: Evidence) -> bool:
    """Say whether the evidence's quote stands nowhere in the text that was kept; where none was, nobody can say so."""
    return _quoted_text(store, evidence) is not None and locate_evidence(store, evidence) is None


def _quoted_text(store: Store, evidence: Evidence) -> str | None:
    """Return the text in which the evidence's quote is to stand, None where there is no quote or no text."""
    if not evidence.quote or evidence.version_uid is None:
        return None
    return read_source_text(store, evidence.source_id, evidence.version_uid)


def _read_live(unit: Unit, evidence_id: int) -> tuple[Evidence, Claim]:
    evidence = unit.evidence.get(evidence_id)
    if evidence.removed:
        raise UsageError(f"evidence {evidence_id} was detached", "undo brings it back")
    return evidence, read_live_claim(unit, evidence.claim_uid)


def _clean(stance: Stance | None, quote: str | None, locator: str | None, note: str | None) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    if stance is not None:
        try:
            fields["stance"] = Stance(stance)
        except ValueError:
            raise UsageError(f"there is no stance '{stance}'", f"choose one of: {', '.join(Stance)}") from None
    if quote is not None:
        fields["quote"] = clean_prose(quote, "quote")
    if locator is not None:
        fields["locator"] = clean_line(locator, "locator")
    if note is not None:
        fields["note"] = clean_prose(note, "note")
    return fields


def list_older_quotes(store: Store, source_id: int) -> frozenset[str]:
    """Name the claims that quote a copy of a source which is not the newest."""
    with store.reading() as unit:
        versions = unit.sources.versions([source_id])
        newest = versions[-1].uid if versions else None
        older = [one for one in unit.evidence.citing(source_id) if one.version_uid not in {None, newest}]
        return frozenset(unit.claims.get(one.claim_uid).ref for one in older)


def list_uses(store: Store, source_id: int) -> tuple[Claim, ...]:
    """List the claims that cite a source, each once, in the order in which it was attached to them."""
    with store.reading() as unit:
        uids = dict.fromkeys(one.claim_uid for one in unit.evidence.citing(source_id))
        return tuple(unit.claims.get(uid) for uid in uids)
