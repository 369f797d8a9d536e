"""The claims in view as a list: beside the article where there is room, in its place where it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on

from workbench.model.claims import ClaimState
from workbench.tui.limits import describe_limit
from workbench.tui.marks import mark_claim
from workbench.tui.screens.review.counting import Counting
from workbench.tui.screens.review.desk_view import view_chips
from workbench.tui.session import rating_of
from workbench.tui.widgets.chips import Chips
from workbench.tui.widgets.claim_list import ClaimList, ClaimRow
from workbench.tui.widgets.document import Document
from workbench.tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.model.claims import Claim
    from workbench.tui.marks import Mark
    from workbench.tui.session import Session

# From these widths on the article and the card stand beside each other, and the list beside both, as the stylesheet has it.
TWO_PANELS, THREE_PANELS = 80, 160
PANELS = ("article", "card", "evidence", "claims")
ARTICLE, CLAIMS = PANELS.index("article"), PANELS.index("claims")


class Listing(Counting):
    """A screen whose claims are marked in the text and listed beside it."""

    def __init__(self) -> None:
        super().__init__()
        # The kinds of claims, id and plural, once they are imported.
        self.kinds: list[tuple[str, str]] = []

    @property
    def document(self) -> Document:
        """Return the article's widget."""
        return self.query_one(Document)

    @property
    def is_narrow(self) -> bool:
        """Say whether there is room for one panel only."""
        return bool(self.size.width < TWO_PANELS)

    @property
    def has_list(self) -> bool:
        """Say whether the list of claims is in sight."""
        return bool(self.size.width >= THREE_PANELS or self.has_class("-show-claims"))

    @property
    def is_alone(self) -> bool:
        """Say whether the card stands without the article beside it."""
        return self.is_narrow or (self.has_class("-show-claims") and self.size.width < THREE_PANELS)

    def show_panel(self, place: int) -> None:
        """Give a panel the keys, and the window where it is narrow."""
        for name in PANELS:
            self.set_class(name == PANELS[place], f"-show-{name}")
        self.fill_list()
        self.query_one(f"#{PANELS[place]}").focus()
        self.show_claim()

    def action_show_claims(self) -> None:
        """Go to the list, or from it back to the article."""
        self.show_panel(ARTICLE if isinstance(self.focused, ClaimList) else CLAIMS)

    def action_go_to_claim(self) -> None:
        """Go to the claim of the list in the article."""
        self.show_panel(ARTICLE)

    def action_select_all(self) -> None:
        """Select every claim in view, or drop them where all are selected."""
        if self.session is None:
            return
        every = set(self.session.view.numbers)
        self.select(*(() if self.session.selected >= every else every))

    def mark(self, session: Session, claim: Claim) -> Mark:
        """Return the mark that stands for a claim in the text."""
        review = session.review
        return mark_claim(claim, review.scale, review.article.scope, selected=claim.number in session.selected)

    def change_marks(self, session: Session, claims: Sequence[Claim]) -> None:
        """Draw claims as they are now, in the text and in the list."""
        self.document.change_marks(*(self.mark(session, claim) for claim in claims))
        if self.has_list:
            self.query_one(ClaimList).change_claims(*(claim.number for claim in claims))

    def select(self, *numbers: int) -> None:
        """Let these claims, and no others, be the ones that a verdict is for; none: the current one."""
        session = self.session
        if session is None:
            return
        changed = (session.selected ^ set(numbers)) & {*session.view.numbers, session.current}
        session.selected = set(numbers)
        self.change_marks(session, [claim for number in changed if (claim := session.find(number)) is not None])
        self.show_chips()
        self.say(self._tell_selected(len(numbers)))

    def show_chips(self) -> None:
        """Show what limits the view, what is selected, and the kinds; before the kinds are known there is nothing."""
        if self.session is None or not self.kinds:
            return
        described = describe_limit(self.session.limit, self.session.review.article.scope)
        hints = [(self.keymap.first("limit"), "filter", "limit")]
        if described:
            hints.append((self.keymap.first("clear-limit"), "show all", "clear-limit"))
        limited = bool(described or self.session.selected)
        self.query_one(Chips).show(view_chips(self.session, self.kinds), hints, limited=limited)

    def _tell_selected(self, count: int) -> str:
        if not count:
            return "nothing selected"
        cite, waive, merge, drop = map(self.keymap.first, ("attach-source", "waive-claim", "merge-claims", "back"))
        return f"{count} selected: rate all, {cite} attaches, {waive} waives, {merge} merges, {drop} drops"

    def fill_list(self) -> None:
        """List the claims in view, where the list is in sight."""
        session = self.session
        if session is None or not self.has_list:
            return
        claims = self.query_one(ClaimList)
        mark = f"{self.keymap.first('mark-text')} marks words and makes a claim of them."
        limited = f"No claim is in view. {self.keymap.first('limit')} changes the filter, {mark}"
        claims.empty = limited if session.review.claims else f"No claim here. {mark}"
        claims.show_claims(session.view.numbers, self._row, session.current)

    def follow_list(self) -> None:
        """Put the list's cursor on the current claim."""
        if self.session is not None and self.has_list:
            self.query_one(ClaimList).go_to(self.session.current)

    def _row(self, number: int) -> ClaimRow | None:
        session = self.session
        if session is None or (claim := session.find(number)) is None:
            return None
        rating = rating_of(session.review, claim)
        word = rating.label if rating and claim.state is ClaimState.DECIDED else claim.state.value
        return ClaimRow(self.mark(session, claim), word, claim.number in session.selected)

    @on(RowList.Highlighted, "ClaimList")
    def _follow_cursor(self) -> None:
        number = self.query_one(ClaimList).current
        if self.session is not None and number != self.session.current:
            self.go(number)

    @on(ClaimList.ClaimPicked)
    def _go_there(self, event: ClaimList.ClaimPicked) -> None:
        self.go(event.number)

    def go(self, number: int) -> None:
        """Go to a claim and show it; the ground of the review says how."""
        raise NotImplementedError(number)

    def show_claim(self) -> None:
        """Show the current claim's card; the ground of the review says how."""
        raise NotImplementedError
