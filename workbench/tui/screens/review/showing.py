"""The session, and how it is shown: the marks in the text, the card of the claim at hand, the filter, the bars."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events, on
from textual.css.query import NoMatches

from workbench.errors import UsageError
from workbench.model.articles import Place
from workbench.model.claims import ClaimState
from workbench.model.spans import Span
from workbench.tui.keymap import check_ratings
from workbench.tui.limits import read_limit, write_limit
from workbench.tui.screens.review.desk_view import view_card, view_comparisons
from workbench.tui.screens.review.listing import Listing
from workbench.tui.session import Session, evidence_of
from workbench.tui.widgets.claim_card import ClaimCard
from workbench.tui.widgets.evidence_list import EvidenceList
from workbench.tui.widgets.key_line import KeyLine
from workbench.tui.widgets.progress_line import ProgressLine
from workbench.tui.widgets.verdict_bar import VerdictBar

if TYPE_CHECKING:
    from collections.abc import Collection

    from textual.timer import Timer

    from workbench.model.articles import Draft
    from workbench.model.claims import Claim
    from workbench.model.reviews import Review
    from workbench.model.sources import Evidence
    from workbench.store.glance import Glance

PLACE_PAUSE = 0.5
# What the foot names where there is no claim to go to or to write about.
WITHOUT_CLAIMS = ("mark-text", "export", "back", "show-library", "help")
# What the foot offers on a piece of evidence.
ON_EVIDENCE = ("edit-evidence", "detach-evidence", "open-source", "attach-source", "help")


class Showing(Listing):
    """An article under review, as it is shown. `load` fills the session; nothing is shown before that but a glimpse."""

    def __init__(self, article_id: int, *, claim: int = 0, glimpse: Glance | None = None) -> None:
        super().__init__()
        self.glimpse = glimpse.review if glimpse else None
        self.article_id = article_id
        self.drafts: dict[tuple[int, str], str] = {}
        if glimpse is not None:
            self.take_drafts(glimpse.drafts)
        self._wanted = claim
        self._place_timer: Timer | None = None
        self._card_is_due = False
        self._was_narrow = self._had_list = False

    @property
    def evidence(self) -> EvidenceList:
        """Return the evidence's widget."""
        return self.query_one(EvidenceList)

    @property
    def current(self) -> Claim | None:
        """Return the current claim."""
        return self.session.claim if self.session else None

    def on_resize(self, event: events.Resize) -> None:
        """Show the claim anew where the article came beside the card, or went; the list where there came room for it."""
        super().on_resize(event)
        if self.is_narrow != self._was_narrow:
            self._was_narrow = self.is_narrow
            self.show_claim()
        if self.has_list != self._had_list:
            self._had_list = self.has_list
            self.fill_list()

    # Showing

    def show_review(self, review: Review) -> None:
        """Show a review from its beginning, or anew where it is open already."""
        if self.session is None:
            kept = review.place.filter
            self.session = Session(review, read_limit(kept) if kept else None)
            self.session.current = self._wanted or self.session.first_stop()
            for clash in check_ratings(self.keymap, review.scale):
                self.complain(UsageError(clash, "The command goes first; change one of them."))
        else:
            self.session.reload(review)
        session = self.session
        text = review.text
        if (self.document.text, self.document.blocks) != (text.text, text.blocks):
            self.document.show_text(text.text, text.blocks)
        self.query_one(VerdictBar).show_ratings(review.scale.ratings)
        self._show_keys()
        self.show_marks()
        self.show_passages()
        self.go(session.current)
        if review is not self.glimpse:
            self.recount()

    @on(events.DescendantFocus)
    @on(events.DescendantBlur)
    def _show_keys(self) -> None:
        """Show at the foot what the keys do where they go: to the evidence, to the claims, or to a text without any."""
        review = self.session.review if self.session else None
        at_evidence = self.focused is not None and self.focused is self.evidence and self.evidence.chosen is not None
        keys = ON_EVIDENCE if at_evidence else () if review is None or review.claims else WITHOUT_CLAIMS
        self.query_one(KeyLine).show(keys)

    def show_marks(self) -> None:
        """Draw the claims that the filter lets through, and the filter."""
        if self.session is None:
            return
        review = self.session.review
        shown = {*self.session.view.numbers, self.session.current}
        self.document.show_marks([self.mark(self.session, one) for one in review.claims if one.number in shown])
        self.fill_list()
        self.show_chips()

    def show_passages(self) -> None:
        """Draw the waived passages."""
        if self.session is not None:
            live = (one for one in self.session.review.passages if not one.removed)
            self.document.show_passages(Span(one.start, one.end) for one in live)

    def go(self, number: int) -> None:
        """Go to a claim and show it; nothing happens for none."""
        if self.session is None:
            return
        self.session.go(number)
        self.document.current = self.session.current
        claim = self.session.claim
        if claim is not None:
            # By its words: a claim that the filter leaves out has no mark to go to.
            self.document.bring(Span(claim.start, claim.end))
        self.follow_list()
        self._show_claim_soon()
        self._keep_place_soon()

    def advance(self, claim: Claim) -> None:
        """Go on to the next open claim from one that was just settled, where the settings say so."""
        if self.session is not None and self.workbench.settings.advance and self.session.current == claim.number:
            number = self.session.view.open_after(self.session.claim)
            if number and number != claim.number:
                self.go(number)

    def chosen_evidence(self) -> Evidence | None:
        """Return the evidence at the cursor; a card that is still due is shown first, so that it is this claim's."""
        if self._card_is_due:
            self._show_due_claim()
        return self.evidence.chosen

    def _show_claim_soon(self) -> None:
        """Light the claim's sentence and show its card in the next frame: the mark in the text answers to the key in this one."""
        if not self._card_is_due:
            self._card_is_due = True
            self.call_after_refresh(self._show_due_claim)

    def _show_due_claim(self) -> None:
        self._card_is_due = False
        try:
            self.show_claim()
        except NoMatches:
            # A frame came after the screen was left: its widgets have gone.
            if self in self.app.screen_stack:
                raise

    def show_claim(self) -> None:
        """Show the current claim's card and evidence."""
        if self.session is None:
            return
        session, claim = self.session, self.session.claim
        self.document.light_extent(claim.extent if claim else None)
        card = self.query_one(ClaimCard)
        lost = self.workbench.drafts_lost(self.article_id)
        view = view_card(session, claim, self.drafts, lost=lost, alone=self.is_alone) if claim else None
        card.show_claim(view)
        evidence = evidence_of(session.review, claim) if claim else ()
        # Where there is no evidence its room is the card's.
        card.set_class(not evidence, "-bare")
        compared = view_comparisons(claim, evidence) if claim else {}
        if claim is None:
            self.evidence.show_none()
        else:
            self.evidence.show_evidence(evidence, session.review.sources, compared)
        verdict = claim.verdict if claim else None
        self.query_one(VerdictBar).show_chosen(verdict.rating_id if verdict else "")
        self.query_one(ProgressLine).show_progress(session.review.progress)

    def put(self, *claims: Claim) -> None:
        """Put changed claims into the session and onto the screen."""
        if self.session is None:
            return
        self.session.apply(*claims)
        if any(claim.state is ClaimState.RETIRED for claim in claims):
            self.show_marks()
        else:
            self.change_marks(self.session, claims)
        self._show_claim_soon()
        self.recount()

    def take_drafts(self, drafts: Collection[Draft]) -> None:
        """Take over what was being typed; what could not be stored yet is newer."""
        self.workbench.left_forms.take(drafts)
        stored = {(draft.claim, draft.field): draft.text for draft in drafts}
        self.drafts = {**stored, **self.workbench.drafts_at_hand(self.article_id)}

    def _keep_place_soon(self) -> None:
        # One timer put back with each step: a new one is a new task.
        if self._place_timer is None:
            self._place_timer = self.set_timer(PLACE_PAUSE, self._keep_place_at_rest)
        else:
            self._place_timer.reset()

    def _keep_place_at_rest(self) -> None:
        self._place_timer = None
        self.keep_place()

    def keep_place(self) -> None:
        """Remember where one is, so that the article opens there again."""
        if self.session is None or self.desk.read_only:
            return
        limit = self.session.limit
        place = Place(self.session.current, write_limit(limit), tuple(sorted(limit.kinds)))
        self.workbench.remember(self.article_id, place)
