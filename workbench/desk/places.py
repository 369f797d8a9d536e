"""Keep where a reviewer left an article and what was typed but not saved. These are no deeds: history has none of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.model.articles import Draft

if TYPE_CHECKING:
    from workbench.model.articles import Place
    from workbench.store.opening import Store


def save_place(store: Store, article_id: int, place: Place) -> None:
    """Keep where the reviewer is."""
    with store.writing() as unit:
        unit.articles.get(article_id)
        unit.places.save(article_id, place)


def save_draft(store: Store, article_id: int, claim: int, field: str, text: str, *, now: str) -> None:
    """Keep unsaved typing as it is, so that a crash loses nothing of it."""
    kept = text.encode("utf-8", "replace").decode("utf-8").replace("\x00", "\ufffd")
    with store.writing() as unit:
        unit.articles.get(article_id)
        unit.drafts.save(article_id, claim, field, kept, now)


def drop_draft(store: Store, article_id: int, claim: int, field: str | None = None) -> None:
    """Forget a draft that was saved for good or given up; all of the claim's where no field is named."""
    with store.writing() as unit:
        unit.drafts.drop(article_id, claim, field)


def list_drafts(store: Store, article_id: int) -> tuple[Draft, ...]:
    """List what was typed and not saved, by claim."""
    with store.reading() as unit:
        return tuple(Draft(article_id, *row) for row in unit.drafts.of_article(article_id))
