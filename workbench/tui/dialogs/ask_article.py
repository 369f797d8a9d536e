"""Ask what is known of an article, which scale it is judged by, and which kinds of claim count in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from workbench.tui.dialogs.form import Entry, Form

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from workbench.model.articles import Article

YES_NO = (("yes", "count"), ("no", "leave out"))
TEXTS = (("title", "Title"), ("outlet", "Outlet"), ("author", "Author"), ("published", "Published"), ("url", "Address"))


class AskArticle(Form[dict[str, Any]]):
    """Ask for an article's fields; the answer holds those that `edit_article` takes, the scale by its id.

    `kinds` and `scales` are ids with what they are called.
    """

    title_text = "The article"

    def __init__(
        self,
        article: Article,
        kinds: Sequence[tuple[str, str]],
        scales: Sequence[tuple[str, str]] = (),
        *,
        check: Callable[[dict[str, Any]], Awaitable[str]] | None = None,
    ) -> None:
        super().__init__(subject=str(article.id), check=check)
        self._article = article
        self._kinds = tuple(kinds)
        own = article.scale_id
        # A scale that came with a review may not be installed here; it can stay all the same.
        self._scales = tuple(scales) if own in dict(scales) else ((own, own), *scales)

    def entries(self) -> Sequence[Entry]:
        """Return the texts and the scale, then one switch per kind."""
        texts = [Entry(name, label, getattr(self._article, name)) for name, label in TEXTS]
        scope = self._article.scope
        kinds = [
            Entry(f"kind:{kind}", label.capitalize(), "yes" if kind in scope else "no", options=YES_NO)
            for kind, label in self._kinds
        ]
        return [*texts, Entry("scale", "Scale", self._article.scale_id, options=self._scales), *kinds]

    def read(self, values: dict[str, str]) -> dict[str, Any] | None:
        """Return the fields; at least one kind must count."""
        scope = tuple(kind for kind, _ in self._kinds if values[f"kind:{kind}"] == "yes")
        if not values["title"] or not scope:
            self.tell("An article needs a title, and at least one kind of claim that counts.")
            return None
        return {**{name: values[name] for name, _ in TEXTS}, "scope": scope, "scale": values["scale"]}
