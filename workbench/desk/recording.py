"""Record deeds, unless they changed nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.model.claims import Claim
    from workbench.store.units import Unit


def record_article(
    unit: Unit, article_id: int, deed: str, label: str, *, now: str, actor: str, subject: str = ""
) -> None:
    """Record a deed in an article's chain; `subject` is what it was done to, the article itself unless given."""
    if unit.ledger.changes:
        article = unit.articles.get(article_id)
        unit.events.record(article, deed, label, now=now, actor=actor, subject=subject or str(article_id))


def record_claim(unit: Unit, claim: Claim, deed: str, label: str, *, now: str, actor: str) -> None:
    """Record a deed on one claim."""
    record_article(unit, claim.article_id, deed, label, now=now, actor=actor, subject=claim.ref)


def record_source(unit: Unit, source_id: int, deed: str, label: str, *, now: str, actor: str) -> None:
    """Record a deed on a source, in the library's chain."""
    if unit.ledger.changes:
        unit.events.record(None, deed, label, now=now, actor=actor, subject=f"S{source_id}")
