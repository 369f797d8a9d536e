"""The review screen: the panels put together, and what concerns the article as a whole."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from textual.containers import Container, Horizontal
from textual.widgets import Static

from workbench.errors import ConflictError
from workbench.model.claims import ClaimState
from workbench.settings.paths import cache_dir
from workbench.tui.curtain import Stage, keep_stage
from workbench.tui.screens.review.claiming import Claiming
from workbench.tui.screens.review.deciding import Deciding
from workbench.tui.screens.review.desk_view import FIELDS, name_own
from workbench.tui.screens.review.following import Following
from workbench.tui.screens.review.moving import Moving
from workbench.tui.screens.review.signing import Signing
from workbench.tui.screens.review.sitting import Sitting, name_settled, tell_changes
from workbench.tui.screens.review.touring import Touring
from workbench.tui.screens.review.waiving import Waiving
from workbench.tui.screens.review.writing import Writing
from workbench.tui.widgets.band import Band
from workbench.tui.widgets.chips import Chips
from workbench.tui.widgets.claim_card import ClaimCard
from workbench.tui.widgets.claim_list import ClaimList
from workbench.tui.widgets.document import Document
from workbench.tui.widgets.evidence_list import EvidenceList
from workbench.tui.widgets.marking import MARKING_HELP
from workbench.tui.widgets.masthead import Masthead
from workbench.tui.widgets.progress_line import ProgressLine
from workbench.tui.widgets.verdict_bar import VerdictBar

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.widget import Widget

    from workbench.model.claims import Claim
    from workbench.model.events import Event
    from workbench.model.reviews import Review
    from workbench.store.glance import Glance


class ReviewScreen(Following, Touring, Signing, Moving, Deciding, Waiving, Writing, Claiming):
    """One article with its claims, the current claim's card and its evidence."""

    CSS_PATH = "review.tcss"
    AUTO_FOCUS = "#article"

    def __init__(self, article_id: int, *, claim: int = 0, glimpse: Glance | None = None) -> None:
        super().__init__(article_id, claim=claim, glimpse=glimpse)
        self.add_class("-show-article", update=False)
        self._before: dict[int, Claim] = {}
        self._is_whole = False
        self._stage: Stage | None = None

    def contents(self) -> Iterator[Widget]:
        """Return masthead, filter, panels, ratings and progress."""
        yield Band(Masthead(), Chips(id="filter"))
        yield Horizontal(
            ClaimList(id="claims"),
            Document(id="article"),
            Container(
                Container(ClaimCard(self.keymap, id="card"), EvidenceList(self.keymap, id="evidence"), id="desk-frame"),
                id="desk",
            ),
            id="panels",
        )
        yield Band(Static(id="tour"), VerdictBar(), ProgressLine())

    def on_mount(self) -> None:
        """Show what was read in a glance, and read the whole review as soon as the screen stands."""
        if self.glimpse is not None:
            self.show_review(self.glimpse)
        self.call_after_refresh(self.soon, self.load(), "load")

    def show_review(self, review: Review) -> None:
        """Show the article's name, and how it stood when it was opened."""
        article = review.article
        masthead = self.query_one(Masthead)
        masthead.heading = article.title
        masthead.byline = " · ".join(
            filter(None, ("read-only" * self.desk.read_only, article.outlet, article.author, article.published))
        )
        super().show_review(review)
        if not self._is_whole:
            # A first glance may hold some of the claims alone, and they may have been decided since.
            left = self.workbench.sittings.get(self.article_id)
            now = {claim.number: claim for claim in review.claims}
            self._before = now | self._before | dict(left.before if left else {})
            self._is_whole = review is not self.glimpse
        if self.desk.read_only:
            self.say("This database is open for reading only: nothing can be changed.")

    def more_help(self) -> list[tuple[str, str, str]]:
        """Return the ratings of the article's scale, and the keys while marking."""
        ratings = self.session.review.scale.ratings if self.session else ()
        told = [
            ("Ratings", f"{one.key}  {one.letter}", f"{one.glyph} {one.label}. {one.description}") for one in ratings
        ]
        return [*told, *(("While marking", keys, text) for keys, text in MARKING_HELP)]

    def refresh_from_desk(self) -> None:
        """Read the review again."""
        self.soon(self.reload(), "load")

    # Undo and redo

    async def go_through(self, deed: str) -> None:
        """Undo or redo the last deed; words that wait for a verdict are none, and are taken back first."""
        if deed == "undo" and await self.take_back_words():
            return
        before = self.session.review.claims if self.session else ()
        try:
            event: Event | None = await self.attempt(deed, self.article_id)
        except ConflictError as error:
            self.complain(error)
            return
        if event is None:
            return
        await self.reload()
        await self.keep_words(before)
        self.show_claim()
        number = event.subject.rpartition(".")[2]
        if number.isdigit() and self.session is not None and self.session.find(int(number)) is not None:
            self.go(int(number))
        self.say(name_own(event.label, self.article_id) if number.isdigit() else event.label)

    # The article

    def action_copy_claim(self) -> None:
        """Copy what is selected, else the claim's words."""
        span = self.document.selected_span()
        claim = self.current
        text = span.of(self.document.text) if span else claim.text if claim else ""
        if text:
            self.say(self.workbench.copy(text))

    def action_export(self) -> None:
        """Ask for a format and a place, and write the report."""
        self.soon(self._export(), "ask")

    async def _export(self) -> None:
        from workbench.tui.screens.exporting import export_article

        if self.session is not None:
            waiting = ", ".join(self._waiting())
            lacks = f"without what is written on {waiting}, which waits for a verdict" if waiting else ""
            await export_article(self, self.session.review.article, lacks)

    def go_back(self) -> bool:
        """Drop an error, a selection of text or of claims, the tour.

        The review itself stays: in the library the letters of the ratings are other commands, so one Escape too many
        must not lead there.
        """
        if super().go_back():
            return True
        dropped = self._drop_selection()
        # The last stop of the tour says that Escape closes it, whatever its steps have selected.
        ended = (not dropped or self.has_toured) and self.end_tour()
        if not dropped and not ended:
            self.say(f"{self.keymap.first('leave')} leaves for the library")
        return True

    def _drop_selection(self) -> bool:
        """Drop the selected words, else the selected claims; False where nothing is selected."""
        if self.document.selected_span() is not None:
            self.document.select_span(None)
        elif self.session is not None and self.session.selected:
            self.select()
            self.show_claim()
        else:
            return False
        self.say("")
        return True

    def on_unmount(self) -> None:
        """Remember where one was, what was being typed, and what was done here for the end of the sitting."""
        self.workbench.sittings[self.article_id] = Sitting(self._before, self.farewell())
        self.draft_now()
        self.keep_place()

    def keep_place(self) -> None:
        """Remember where one is, and where the article's pane is, for the next start's first rows."""
        super().keep_place()
        for document in self.query(Document):
            stage = Stage(*document.region, self.app.theme_variables["page"], self.app.theme_variables["page-text"])
            if document.region and document.display and stage != self._stage:
                self._stage = stage
                keep_stage(cache_dir(), *self.app.size, stage)

    def leave_out(self, claims: Sequence[Claim]) -> None:
        """Tell nothing at the end of what somebody else did meanwhile."""
        self._before.update({claim.number: claim for claim in claims})

    def farewell(self) -> list[str]:
        """Return what was done since the article was opened; nothing where nothing was."""
        if self.session is None:
            return []
        progress = self.session.review.progress
        done = tell_changes(self._before, self.session.review)
        if not done:
            return []
        settled = name_settled(self._before, self.session.review)
        left = f"{progress.open} open" if progress.open else "nothing open"
        words = progress.accounted * 100 // progress.words if progress.words else 100
        flagged = [str(claim.number) for claim in self.session.review.claims if claim.flagged]
        asked = [str(claim.number) for claim in self.session.review.claims if claim.question]
        return [
            self.session.review.article.title,
            f"{', '.join(done)} in this sitting; {left}, {words}% of the words accounted for.",
            *([f"Settled: {settled}"] if settled else []),
            *self._verdicts(),
            *([f"Flagged: {', '.join(flagged)}"] if flagged else []),
            *([f"Questions to the author: {', '.join(asked)}"] if asked else []),
            *([f"Written, and waiting for a verdict: {', '.join(self._waiting())}"] if self._waiting() else []),
            *self._next_steps(),
        ]

    def _waiting(self) -> list[str]:
        """Return the open claims about which something was written that no report has yet."""
        claims = self.session.review.claims if self.session else ()
        bare = (claim.number for claim in claims if claim.verdict is None)
        return [str(number) for number in bare if any(self.drafts.get((number, field), "").strip() for field in FIELDS)]

    def _verdicts(self) -> list[str]:
        """Return how many claims have each rating."""
        if self.session is None:
            return []
        review = self.session.review
        given = Counter(claim.verdict.rating_id for claim in review.claims if claim.verdict and review.in_scope(claim))
        told = [f"{given[one.id]} {one.label}" for one in review.scale.ratings if given[one.id]]
        if review.progress.waived:
            told.append(f"{review.progress.waived} waived")
        return [f"In all: {' · '.join(told)}"] if told else []

    def _next_steps(self) -> list[str]:
        claim, session = self.current, self.session
        if session is None:
            return []
        if claim is None or claim.state is not ClaimState.OPEN or not session.review.in_scope(claim):
            claim = session.find(session.view.open_after(claim))
        return [f"Next: {claim.number}  {claim.wording or claim.text}"] if claim is not None else []
