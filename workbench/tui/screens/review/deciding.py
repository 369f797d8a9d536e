"""Giving verdicts: one key decides and moves on; what a rating needs is asked for, with the reason."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from textual import on

from workbench.errors import ConflictError
from workbench.model.claims import ClaimState
from workbench.model.verdicts import Action, Outcome, Verdict
from workbench.tui.screens.review.citing import Citing
from workbench.tui.screens.review.desk_view import FIELDS, count_claims, doubt, list_numbers
from workbench.tui.session import Repeat, evidence_of, rating_for_key
from workbench.tui.widgets.verdict_bar import VerdictBar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events

    from workbench.model.claims import Claim
    from workbench.model.sources import Evidence
    from workbench.model.verdicts import Rating
    from workbench.tui.session import Session


class Deciding(Citing):
    """What gives verdicts, and asks for the evidence that one needs."""

    _just_decided = 0

    def on_key(self, event: events.Key) -> None:
        """Take the rating keys, which are the scale's and not the table's."""
        # Alt+V brings a 'v' along, and means something else.
        modified = {"alt", "ctrl", "super", "meta"} & set(event.key.split("+")[:-1])
        if self.session is None or modified or self.has_class("-tiny"):
            return
        scale = self.session.review.scale
        rating = rating_for_key(scale, event.character or "")
        if rating is not None:
            event.stop()
            self.decide(rating)
        elif event.key.isdecimal() and event.key not in self.active_bindings:
            keys = ", ".join(one.key for one in scale.ratings)
            self.say(f"{event.key} is no rating's key: {keys}")

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
        chosen = self.session.chosen
        if rating.needs_evidence and (bare := self._bare(chosen)):
            self.soon(self._decide_with_evidence(chosen, bare, rating, action), "ask")
        elif self.session.selected:
            self.soon(self._decide_all(chosen, rating))
        else:
            self._decide_now(chosen[0], rating, action)

    def _bare(self, claims: Sequence[Claim]) -> list[Claim]:
        """Return the claims without any evidence."""
        return [claim for claim in claims if self.session and not evidence_of(self.session.review, claim)]

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
        # The same within one second is no change to the store either, which would not count its revision up.
        is_new = verdict != claim.verdict
        if is_new:
            decided = replace(claim, state=ClaimState.DECIDED, waive_reason=None, verdict=verdict)
            self.put(replace(decided, revision=claim.revision + 1))
        self.session.repeat = Repeat(verdict, claim.number)
        self._just_decided = claim.number
        told = f"claim {claim.number}: {rating.label}{', with what you wrote' if words else ''}"
        self.say(f"{told}{self._doubt(claim, rating)}{self._offer_alike(claim)}")
        self.advance(claim)
        if is_new:
            self.soon(self._store_verdict(claim, rating, action, words))

    async def _store_verdict(self, claim: Claim, rating: Rating, action: Action | None, words: dict[str, str]) -> None:
        done = await self.change(claim, "decide_claim", rating.id, action=action, **words)
        if done is None:
            stored = await self.fetch("find_claim", claim.ref)
            self.put(stored or claim)
            return
        for field in words:
            await self.forget_draft(claim.number, field)

    async def _decide_with_evidence(
        self, claims: Sequence[Claim], bare: Sequence[Claim], rating: Rating, action: Action | None
    ) -> None:
        """Ask for a source for the claims that have none, then decide all."""
        where = f" on {list_numbers(bare)}" if len(claims) > 1 else ""
        why = f"'{rating.label}' needs a source{where}: {rating.description}".rstrip(": ")
        if not await self.attach(bare, why=why, against=rating.outcome is Outcome.FAIL) or self.session is None:
            self.say(f"{count_claims(claims)} not decided: '{rating.label}' needs a source")
            return
        if self.session.selected:
            await self._decide_all(claims, rating)
        else:
            self._decide_now(self.session.find(claims[0].number) or claims[0], rating, action)

    async def _decide_all(
        self, claims: Sequence[Claim], rating: Rating, citing: Sequence[Evidence] = (), **words: Any
    ) -> bool:
        """Give claims one rating at one stroke, and say whether that was done; none is decided where one is stale."""
        if self.session is None:
            return False
        refs, seen = [claim.ref for claim in claims], {claim.ref: claim.revision for claim in claims}
        try:
            done = await self.attempt("decide_claims", refs, rating.id, citing=citing, revisions=seen, **words)
        except ConflictError as error:
            self.complain(error)
            await self.reload()
            return False
        if not done:
            return False
        self.select()
        self.put(*done)
        self.session.repeat = Repeat(done[0].verdict, done[0].number)
        if citing:
            await self.reload()
        self.say(f"{self._tell_decided(claims, rating)}; {self.keymap.first('undo')} undoes")
        return True

    def _tell_decided(self, claims: Sequence[Claim], rating: Rating) -> str:
        """Return which claims were given a rating, and what may not have been meant."""
        who = f"claims {list_numbers(claims)}" if len(claims) > 1 else f"claim {claims[0].number}"
        again = sum(1 for claim in claims if claim.verdict and claim.verdict.rating_id != rating.id)
        aside = sum(1 for claim in claims if self.session and not self.session.review.in_scope(claim))
        notes = ((again, "decided otherwise before"), (aside, "not counted"))
        told = [f"{count} of them {words}" if len(claims) > 1 else words for count, words in notes if count]
        return ", ".join([f"{who}: {rating.label}", *told])

    def _doubt(self, claim: Claim, rating: Rating) -> str:
        """Return what the evidence is marked as, where that is not what the rating says; a person knows why."""
        told = doubt(rating, evidence_of(self.session.review, claim)) if self.session else ""
        return f"; {told}" if told else ""

    def _offer_alike(self, claim: Claim) -> str:
        """Return the offer to decide what says the same figure, '' where nothing open does."""
        alike = [one for one in self.session.said_again(claim) if one.state is ClaimState.OPEN] if self.session else []
        if not alike:
            return ""
        numbers = list_numbers(alike)
        return f"; {self.keymap.first('decide-same')} decides {numbers} too: the same figure"

    def _drafted(self, claim: Claim) -> dict[str, str]:
        """Return what was written about an open claim and waits for its verdict; a decided one has its own words."""
        if claim.verdict is not None:
            return {}
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
        model = session.find(session.repeat.claim)
        if rating is None:
            return
        cited = {one.source_id for one in evidence_of(session.review, claim)}
        # The words of a quotation are another claim's.
        like = [replace(one, quote="") for one in evidence_of(session.review, model)] if model else []
        new = [one for one in like if one.source_id not in cited]
        if session.selected or not new:
            self.decide(rating, action=verdict.action)
        else:
            words = self._drafted(claim)
            if not await self._decide_all([claim], rating, new, action=verdict.action, **words):
                return
            for field in words:
                await self.forget_draft(claim.number, field)
            self.advance(claim)
            sources = ", ".join(f"S{one.source_id}" for one in new)
            self.say(f"claim {claim.number}: {rating.label}, with {sources}; {self.keymap.first('undo')} undoes")

    def action_decide_same(self) -> None:
        """Give one verdict wherever the same figure is said: this claim's, or that of one which says the same."""
        session, claim = self.session, self.current
        if session is None or claim is None:
            return
        model = self._find_model(session, claim)
        if model is None or model.verdict is None:
            if claim.figure is None:
                self.say("This claim has no figure that could be said again.")
            elif session.said_again(claim):
                self.say("Decide this claim first, then all that say the same.")
            else:
                self.say("This figure is not said again.")
            return
        rating = session.review.scale.rating(model.verdict.rating_id)
        alike = [one for one in session.said_again(model) if one.state is ClaimState.OPEN]
        if not alike:
            self.say("Nothing that is open says this figure again.")
        elif rating is not None:
            self.soon(self._decide_alike(model, alike, rating))

    def _find_model(self, session: Session, claim: Claim) -> Claim | None:
        """Return the decided claim whose verdict is meant: this one, one that says the same, or the one just decided."""
        just = session.find(self._just_decided)
        candidates = (claim, *session.said_again(claim), *((just,) if just is not None else ()))
        decided = (one for one in candidates if one.state is ClaimState.DECIDED)
        return next((one for one in decided if session.said_again(one)), None)

    async def _decide_alike(self, model: Claim, alike: Sequence[Claim], rating: Rating) -> None:
        """Decide claims like another one; what a rating needs as evidence is the other one's."""
        if (session := self.session) is None:
            return
        verdict = model.verdict
        if verdict is None:
            return
        words: dict[str, Any] = {field: text for field in FIELDS if (text := getattr(verdict, field))}
        if any(claim.text != model.text for claim in alike):
            # A better wording is one for these words; the same figure may be written otherwise.
            words.pop("correction", None)
        citing = evidence_of(session.review, model) if rating.needs_evidence else ()
        await self._decide_all(alike, rating, citing, action=verdict.action, **words)

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

    def action_select_claim(self) -> None:
        """Select the claim, or drop it, and go on."""
        if self.session is not None and self.current is not None:
            self.select(*(self.session.selected ^ {self.current.number}))
            number = self.session.view.after(self.current)
            if number:
                self.go(number)
            else:
                self.show_claim()

    def action_flag_claim(self) -> None:
        """Put a flag on the claim, or on the selected ones, or take it off."""
        if self.session is not None and self.session.chosen:
            self.soon(self._flag(self.session.chosen))

    async def _flag(self, claims: Sequence[Claim]) -> None:
        flagged = not all(claim.flagged for claim in claims)
        done = [await self.change(claim, "flag_claim", flagged) for claim in claims if claim.flagged is not flagged]
        changed = [claim for claim in done if claim is not None]
        if changed:
            undone = f"; {self.keymap.first('undo')} undoes one after the other" if len(changed) > 1 else ""
            self.say(f"{count_claims(changed)}: {'flagged' if flagged else 'no flag'}{undone}")
