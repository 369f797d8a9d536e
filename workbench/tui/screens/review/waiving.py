"""Settling without a verdict: claims and passages that need no check, and claims that are open again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.model.claims import ClaimState, WaiveReason
from workbench.text.phrases import in_quotes
from workbench.tui.screens.review.base import ReviewBase
from workbench.tui.screens.review.desk_view import count_claims, passage_over, shorten
from workbench.tui.session import rating_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.model.claims import Claim
    from workbench.model.spans import Span


class Waiving(ReviewBase):
    """What says that there is nothing to check."""

    def action_reopen_claim(self) -> None:
        """Take the verdict off."""
        if (claim := self.current) is None or claim.state is ClaimState.OPEN:
            self.say("There is no verdict or waiver to take off here.")
        else:
            self.soon(self._settle(claim, "reopen_claim"))

    def action_waive_claim(self) -> None:
        """Say that there is nothing to check."""
        claim = self.current
        if self.session is None or claim is None:
            return
        if self.session.selected:
            self.soon(self._waive_all(self.session.chosen))
        else:
            self.advance(claim)
            self.soon(self._settle(claim, "waive_claim"))

    async def _settle(self, claim: Claim, deed: str) -> None:
        if await self.change(claim, deed) is not None and self.session is not None:
            told = "waived" if deed == "waive_claim" else "open again"
            if (was := rating_of(self.session.review, claim)) is not None:
                told += f", no longer {was.label}"
            self.say(f"claim {claim.number}: {told}; {self.keymap.first('undo')} undoes")

    async def _waive_all(self, claims: Sequence[Claim]) -> None:
        done = await self.attempt("waive_claims", [claim.ref for claim in claims], WaiveReason.NOT_CHECKABLE)
        if done and self.session is not None:
            self.select()
            self.put(*done)
            self.say(f"waived {count_claims(done)}; {self.keymap.first('undo')} undoes")

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
        reason = await self.ask(AskReason(in_quotes(shorten(words))))
        if reason is None:
            return
        if await self.attempt("waive_passage", self.article_id, span.start, span.end, reason) is not None:
            self.document.select_span(None)
            await self.reload()
            held = self.claims_in(span, ClaimState.WAIVED)
            told = f"waived {len(words.split())} words" + (f" and {count_claims(held)} in them" if held else "")
            self.say(f"{told}; {self.keymap.first('undo')} undoes")

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
            self.say(f"the waiver is off; {self.keymap.first('undo')} puts it back")
