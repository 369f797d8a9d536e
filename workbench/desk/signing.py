"""Sign a review off: a signature speaks of one state, and is void once that has changed."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from workbench.desk.recording import record_article
from workbench.desk.reviewing import read_review
from workbench.desk.wording import clean_prose
from workbench.formats.signing import digest_review
from workbench.model.signoff import SignOff

if TYPE_CHECKING:
    from workbench.store.opening import Store


def sign_article(store: Store, article_id: int, *, note: str = "", now: str, actor: str) -> SignOff:
    """Sign the review as it stands; open claims do not hinder it, the signature says what it was given to."""
    told = clean_prose(note, "note")
    with store.writing() as unit:
        sha256 = digest_review(read_review(unit, article_id))
        signoff = SignOff(str(uuid4()), article_id, at=now, actor=actor, note=told, sha256=sha256)
        unit.signoffs.insert(signoff)
        record_article(unit, article_id, "sign_article", f"signed article {article_id}", now=now, actor=actor)
    return signoff
