"""The questions to the author of an article, as a list to hand over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on

from workbench.text.phrases import in_quotes
from workbench.tui.bindings import bindings_of
from workbench.tui.screens.base import Room
from workbench.tui.widgets.key_line import KeyLine
from workbench.tui.widgets.masthead import Masthead
from workbench.tui.widgets.row_list import RowList
from workbench.tui.widgets.table import Column, Row, Table, TableHead

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.widget import Widget

    from workbench.model.claims import Claim
    from workbench.model.reviews import Review

COLUMNS = (Column("#", 5, right=True), Column("Claim", 0, 60), Column("Question"))


class QueriesScreen(Room):
    """Every claim with a question to the author."""

    place = "queries"
    BINDINGS = bindings_of("queries")
    AUTO_FOCUS = "#queries"

    def __init__(self, about: int) -> None:
        super().__init__()
        self._about = about
        self._title = ""
        self._asked: list[Claim] = []

    def contents(self) -> Iterator[Widget]:
        """Return masthead, head and rows."""
        yield Masthead("Questions to the author")
        yield TableHead(COLUMNS)
        empty = f"No question yet. {self.keymap.first('ask-author')} on a claim writes one."
        yield Table(COLUMNS, empty=empty, id="queries")

    def on_mount(self) -> None:
        """Read the questions."""
        self.reread()

    async def load(self) -> None:
        """Read what is shown, and show it."""
        review: Review | None = await self.fetch("open_review", self._about)
        if review is None:
            return
        self._title = review.article.title
        self._asked = [claim for claim in review.claims if claim.question]
        rows = [Row(str(one.number), (str(one.number), one.wording or one.text, one.question)) for one in self._asked]
        self.query_one(Table).show_rows(rows)
        self.query_one(KeyLine).show(without=() if rows else {"open-query", "copy-queries"})
        self.query_one(Masthead).byline = f"{len(rows)} · {self._title}"

    def action_open_query(self) -> None:
        """Go to the claim that is asked about."""
        chosen = self.query_one(Table).chosen
        if chosen:
            self.workbench.open_article(self._about, int(chosen))

    @on(RowList.Chosen)
    def _enter(self) -> None:
        self.action_open_query()

    def action_copy_queries(self) -> None:
        """Copy the list, ready to send."""
        if self._asked:
            self.say(self.workbench.copy(write_queries(self._title, self._asked)))
        else:
            self.say("There is no question to copy yet.")


def write_queries(title: str, claims: Sequence[Claim]) -> str:
    """Return the questions as plain text: each with the words that it is about."""
    parts = [f"Questions on {in_quotes(title)}"]
    for place, claim in enumerate(claims, 1):
        words = " ".join(claim.text.split())
        parts.append(f"{place}. {in_quotes(words)}\n   {claim.question}")
    return "\n\n".join(parts) + "\n"
