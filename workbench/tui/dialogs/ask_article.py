"""Ask what is known of an article, and which kinds of claim count in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from workbench.tui.dialogs.form import Entry, Form

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.model.articles import Article

YES_NO = (("yes", "count"), ("no", "leave out"))
TEXTS = (("title", "Title"), ("outlet", "Outlet"), ("author", "Author"), ("published", "Published"), ("url", "Address"))


class AskArticle(Form[dict[str, Any]]):
    """Ask for an article's fields; the answer holds those that `edit_article` takes."""

    title_text = "The article"

    def __init__(self, article: Article, kinds: Sequence[tuple[str, str]]) -> None:
        super().__init__(subject=str(article.id))
        self._article = article
        self._kinds = tuple(kinds)

    def entries(self) -> Sequence[Entry]:
        """Return the texts, then one switch per kind."""
        texts = [Entry(name, label, getattr(self._article, name)) for name, label in TEXTS]
        scope = self._article.scope
        kinds = [
            Entry(f"kind:{kind}", label.capitalize(), "yes" if kind in scope else "no", options=YES_NO)
            for kind, label in self._kinds
        ]
        return [*texts, *kinds]

    def read(self, values: dict[str, str]) -> dict[str, Any] | None:
        """Return the fields; at least one kind must count."""
        scope = tuple(kind for kind, _ in self._kinds if values[f"kind:{kind}"] == "yes")
        if not values["title"] or not scope:
            self.tell("An article needs a title, and at least one kind of claim that counts.")
            return None
        return {**{name: values[name] for name, _ in TEXTS}, "scope": scope}
