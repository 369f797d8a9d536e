"""Giving verdicts: one key decides and moves on; what a rating needs is asked for, with the reason."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual import on

from workbench.errors import ConflictError
from workbench.model.claims import ClaimState, WaiveReason
from workbench.model.verdicts import Action, Outcome, Verdict
from workbench.tui.screens.review.base import ReviewBase
from workbench.tui.screens.review.desk_view import FIELDS, name_claim, passage_over, shorten
from workbench.tui.session import evidence_of, rating_for_key
from workbench.tui.widgets.verdict_bar import VerdictBar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events

    from workbench.model.claims import Claim
    from workbench.model.spans import Span
    from workbench.model.verdicts import Rating


class Deciding(ReviewBase):
    """What settles claims and passages."""

    def on_key(self, event: events.Key) -> None:
        """Take the rating keys, which are the scale's and not the table's."""
        rating = rating_for_key(self.session.review.scale, event.character or "") if self.session else None
        if rating is not None:
            event.stop()
            self.decide(rating)

    @on(VerdictBar.RatingPicked)
    def _pick_rating(self, event: VerdictBar.RatingPicked) -> None:
        self.decide(event.rating)

    def decide(self, rating: Rating, *, action: Action | None = None) -> None:
        """Give the current claim, or the selected ones, a rating."""
        if self.session is None or not self.session.chosen:
            self.say("There is no claim to decide here.")
            return
        if self.document.selected_span() is not None:
            mark, waive, drop = (self.keymap.first(name) for name in ("mark-text", "waive-passage", "back"))
            self.say(f"These words are no claim yet: {mark} makes one, {waive} waives them, {drop} drops them")
            return
        if self.session.selected:
            self.soon(self._decide_all(self.session.chosen, rating))
            return
        claim = self.session.chosen[0]
        if rating.needs_evidence and not evidence_of(self.session.review, claim):
            self.soon(self._decide_with_evidence(claim, rating, action), "ask")
        else:
            self._decide_now(claim, rating, action)

    def _decide_now(self, claim: Claim, rating: Rating, action: Action | None) -> None:
        """Show the verdict in this frame and store it behind; it is taken back where the store refuses it."""
        if self.session is None:
            return
        words = self._drafted(claim)
        before = claim.verdict or Verdict(self.session.review.scale.id, rating.id)
        verdict = replace(
            before,
            rating_id=rating.id,
            action=before.action if action is None else action,
            decided_at=self.desk.now,
            decided_by=self.desk.actor,
            **words,
        )
        self.put(
            replace(claim, state=ClaimState.DECIDED, waive_reason=None, verdict=verdict, revision=claim.revision + 1)
        )
        self.session.repeat = replace(self.session.repeat, verdict=verdict)
        self.say(f"{claim.number} {rating.label}")
        self._advance(claim)
        self.soon(self._store_verdict(claim, rating, action, words))

    async def _store_verdict(self, claim: Claim, rating: Rating, action: Action | None, words: dict[str, str]) -> None:
        done = await self.change(claim, "decide_claim", rating.id, action=action, **words)
        if done is None:
            stored = await self.fetch("find_claim", claim.ref)
            self.put(stored or claim)
            return
        for field in words:
            self.drafts.pop((claim.number, field), None)
            await self.fetch("drop_draft", self.article_id, claim.number, field)

    async def _decide_with_evidence(self, claim: Claim, rating: Rating, action: Action | None) -> None:
        why = f"'{rating.label}' needs a source: {rating.description}".rstrip(": ")
        if await self.attach(claim, why=why, against=rating.outcome is Outcome.FAIL) and self.session is not None:
            self._decide_now(self.session.find(claim.number) or claim, rating, action)

    async def _decide_all(self, claims: Sequence[Claim], rating: Rating) -> None:
        if self.session is None:
            return
        bare = [claim for claim in claims if not evidence_of(self.session.review, claim)]
        if rating.needs_evidence and bare:
            numbers = ", ".join(str(claim.number) for claim in bare[:6])
            self.say(f"'{rating.label}' needs a source, and there is none on {numbers}.")
            return
        try:
            done = await self.attempt("decide_claims", self.numbers_of(claims), rating.id)
        except ConflictError as error:
            self.complain(error)
            done = None
        if done:
            self.session.selected.clear()
            self.put(*done)
            self.session.repeat = replace(self.session.repeat, verdict=done[0].verdict)
            aside = sum(1 for claim in done if not self.session.review.in_scope(claim))
            self.say(f"{len(done)} claims {rating.label}" + (f", {aside} of them not counted" if aside else ""))

    def _advance(self, claim: Claim) -> None:
        if self.session is not None and self.workbench.settings.advance and self.session.current == claim.number:
            number = self.session.view.open_after(self.session.claim)
            if number and number != claim.number:
                self.go(number)

    def _drafted(self, claim: Claim) -> dict[str, str]:
        """Return what was written about an open claim and waits for its verdict."""
        texts = ((field, self.drafts.get((claim.number, field), "")) for field in FIELDS)
        return {field: text for field, text in texts if text.strip()}

    def action_repeat_verdict(self) -> None:
        """Give the last verdict and the last source once more."""
        if self.session is None or self.session.repeat.verdict is None:
            self.say("There is no verdict to repeat yet.")
            return
        self.soon(self._repeat(self.session.repeat.verdict))

    async def _repeat(self, verdict: Verdict) -> None:
        session, claim = self.session, self.current
        if session is None or claim is None:
            return
        rating = session.review.scale.rating(verdict.rating_id)
        last = session.repeat.evidence
        cited = {one.source_id for one in evidence_of(session.review, claim)}
        if last is not None and not last.removed and last.source_id not in cited:
            evidence = await self.attempt(
                "attach_source", claim.ref, last.source_id, stance=last.stance, locator=last.locator
            )
            if evidence is not None:
                session.cite(claim, evidence)
        if rating is not None:
            self.decide(rating, action=verdict.action)

    def action_decide_same(self) -> None:
        """Give this claim's verdict wherever the same figure is said again."""
        session, claim = self.session, self.current
        if session is None or claim is None:
            return
        again = session.said_again(claim)
        if not again or claim.verdict is None:
            self.say("This figure is not said again." if not again else "Decide this claim first, then all alike.")
            return
        rating = session.review.scale.rating(claim.verdict.rating_id)
        if rating is not None:
            self.soon(self._decide_all([claim, *again], rating))

    def action_set_action(self) -> None:
        """Ask what the desk does about the claim."""
        self.soon(self._set_action(), "ask")

    async def _set_action(self) -> None:
        from workbench.tui.dialogs.pick import Item, Pick
        from workbench.tui.widgets.claim_card import ACTION_WORDS

        claim = self.current
        if claim is None or claim.verdict is None:
            self.say("Give a verdict first; then say what the desk does.")
            return
        items = [Item(action.value, ACTION_WORDS.get(action, "nothing")) for action in Action]
        action = await self.ask(Pick("What does the desk do?", items, chosen=claim.verdict.action.value))
        if action is not None:
            await self.change(claim, "edit_verdict", action=Action(action))

    def action_reopen_claim(self) -> None:
        """Take the verdict off."""
        if (claim := self.current) is not None and claim.state is not ClaimState.OPEN:
            self.soon(self._settle(claim, "reopen_claim"))

    def action_waive_claim(self) -> None:
        """Say that there is nothing to check."""
        claim = self.current
        if self.session is None or claim is None:
            return
        if self.session.selected:
            self.soon(self._waive_all(self.session.chosen))
        else:
            self._advance(claim)
            self.soon(self._settle(claim, "waive_claim"))

    async def _settle(self, claim: Claim, deed: str) -> None:
        if await self.change(claim, deed) is not None:
            self.say(
                f"{'waived' if deed == 'waive_claim' else 'reopened'} {claim.number}; {self.keymap.first('undo')} undoes"
            )

    async def _waive_all(self, claims: Sequence[Claim]) -> None:
        done = await self.attempt("waive_claims", self.numbers_of(claims), WaiveReason.NOT_CHECKABLE)
        if done and self.session is not None:
            self.session.selected.clear()
            self.put(*done)

    def action_waive_passage(self) -> None:
        """Account for a passage: what is selected, else the sentence of the current claim."""
        claim = self.current
        span = self.document.selected_span() or (claim.extent if claim else None)
        if span is None:
            self.say("Select the passage first.")
        else:
            self.soon(self._waive_passage(span), "ask")

    async def _waive_passage(self, span: Span) -> None:
        from workbench.tui.dialogs.ask_line import AskReason

        words = " ".join(span.of(self.document.text).split())
        reason = await self.ask(AskReason(f"“{shorten(words)}”"))
        if reason is None:
            return
        if await self.attempt("waive_passage", self.article_id, span.start, span.end, reason) is not None:
            self.document.select_span(None)
            await self.reload()

    def action_lift_passage(self) -> None:
        """Take the waiver off the passage that is selected, or that the current claim lies in."""
        claim = self.current
        span = self.document.selected_span() or (claim.extent if claim else None)
        passage = passage_over(self.session.review, span) if self.session and span else None
        if passage is None:
            self.say("There is no waived passage here.")
        else:
            self.soon(self._lift(passage.number))

    async def _lift(self, number: int) -> None:
        if await self.attempt("lift_passage", self.article_id, number) is not None:
            await self.reload()

    def action_select_claim(self) -> None:
        """Select the claim, or drop it, and go on."""
        if self.session is not None and self.current is not None:
            self.session.selected ^= {self.current.number}
            self.say(f"{len(self.session.selected)} selected" if self.session.selected else "nothing selected")
            number = self.session.view.after(self.current)
            if number:
                self.go(number)
            else:
                self.show_claim(keep_place=True)

    def action_flag_claim(self) -> None:
        """Put a flag on the claim or take it off."""
        if (claim := self.current) is not None:
            self.soon(self._flag(claim))

    async def _flag(self, claim: Claim) -> None:
        await self.change(claim, "flag_claim", not claim.flagged)

    async def attach(self, claim: Claim, *, why: str = "", against: bool = False) -> bool:
        """Ask for evidence and attach it; the part about sources says how."""
        raise NotImplementedError(f"{name_claim(claim)} {why} {against}")
