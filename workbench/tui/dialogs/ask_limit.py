"""Ask which claims to show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.model.claims import ClaimState
from workbench.tui.dialogs.form import Entry, Form
from workbench.tui.limits import Limit, read_limit

if TYPE_CHECKING:
    from collections.abc import Sequence

ANY = ("", "any")
# So many names are too many to choose among in rows: one is typed, and completes itself.
MANY = 12


class AskLimit(Form[Limit]):
    """Ask for the filter: each entry narrows; the words are searched in mark, wording and question."""

    title_text = "Show only claims that are …"
    accept_label = "show"

    def __init__(
        self,
        limit: Limit,
        kinds: Sequence[tuple[str, str]],
        ratings: Sequence[tuple[str, str]],
        speakers: Sequence[str],
    ) -> None:
        super().__init__(classes="question--wide")
        self._limit = limit
        self._kinds = tuple(kinds)
        self._ratings = tuple(ratings)
        self._speakers = tuple(speakers)

    def entries(self) -> Sequence[Entry]:
        """Return the parts of the filter."""
        have = self._limit
        evidence = {True: "source", False: "no-source", None: ""}[have.evidence]
        return (
            Entry("text", "Words", have.text, "anywhere in the claim"),
            Entry("kinds", "Kind", _one(have.kinds), options=(ANY, *self._kinds)),
            Entry(
                "state",
                "State",
                next(iter(have.states)).value if len(have.states) == 1 else "",
                options=(ANY, *((state.value, state.value) for state in ClaimState if state is not ClaimState.RETIRED)),
            ),
            Entry("rating", "Rating", _one(have.ratings), options=(ANY, *self._ratings)),
            self._speaker(have.speaker),
            Entry("has", "Evidence", evidence, options=(ANY, ("source", "some"), ("no-source", "none"))),
            Entry("flagged", "Flag", "yes" if have.flagged else "", options=(ANY, ("yes", "flagged"))),
        )

    def _speaker(self, have: str) -> Entry:
        if len(self._speakers) > MANY:
            return Entry("speaker", "Said by", have, "a name; - for the article itself", known=self._speakers)
        names = ((name, name) for name in self._speakers)
        return Entry("speaker", "Said by", have, options=(ANY, ("-", "the article"), *names))

    def read(self, values: dict[str, str]) -> Limit:
        """Return the filter."""
        words = [f"{name}:{values[name]}" for name in ("state", "rating", "has") if values[name]]
        limit = read_limit(" ".join(words))
        kinds = (
            frozenset({values["kinds"]})
            if values["kinds"]
            else self._limit.kinds
            if len(self._limit.kinds) != 1
            else frozenset[str]()
        )
        return Limit(
            kinds=kinds,
            states=limit.states,
            ratings=limit.ratings,
            speaker=values["speaker"].strip(),
            evidence=limit.evidence,
            flagged=values["flagged"] == "yes",
            text=values["text"],
        )


def _one(values: frozenset[str]) -> str:
    return next(iter(values)) if len(values) == 1 else ""
