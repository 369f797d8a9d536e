"""The signature under a review: given here, and shown with whether it still speaks of what is on the screen."""

from __future__ import annotations

import asyncio

from workbench.tui.screens.review.base import ReviewBase
from workbench.tui.widgets.masthead import Masthead


class Signing(ReviewBase):
    """What signs a review off."""

    def action_sign_article(self) -> None:
        """Ask for a note and sign."""
        self.soon(self._sign(), "ask")

    async def _sign(self) -> None:
        from workbench.tui.dialogs.ask_line import AskLine

        if self.session is None:
            return
        waiting = self.session.review.progress.open
        few = "1 claim is" if waiting == 1 else f"{waiting} claims are"
        stands = f"{few} still open" if waiting else "every claim in scope is settled"
        note = await self.ask(
            AskLine(
                f"Sign this review off as {self.desk.actor}?",
                why=f"As it stands, {stands}. Any later change makes the signature void.",
                placeholder="a note, if you like",
                accept="sign",
            )
        )
        if note is not None and await self.attempt("sign_article", self.article_id, note=note) is not None:
            await self.reload()

    async def _recount(self) -> None:
        await super()._recount()
        if self.session is not None and self.session.review.signoffs:
            # Hashing takes four megabytes, which the first paint of an unsigned review need not hold.
            from workbench.formats.signing import judge_signoffs

            last = (await asyncio.to_thread(judge_signoffs, self.session.review)).signoffs[-1]
            self.query_one(Masthead).stamp = (
                f"✗ {last.actor}'s signature is void" if last.void else f"✓ signed off by {last.actor}"
            )
        else:
            self.query_one(Masthead).stamp = ""
