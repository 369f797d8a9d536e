"""Counting how far the review is: beside the screen, after each change."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.model.claims import ClaimState
from workbench.tui.screens.base import Room
from workbench.tui.widgets.progress_line import ProgressLine

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from workbench.model.claims import Claim
    from workbench.model.spans import Span
    from workbench.tui.session import Session


class Counting(Room):
    """A screen with a session, whose words accounted for are counted anew."""

    def __init__(self) -> None:
        super().__init__()
        self.session: Session | None = None
        self.loose: Sequence[Span] = ()

    def claims_in(self, span: Span, state: ClaimState = ClaimState.OPEN) -> list[Claim]:
        """Return the claims in scope of one state whose marks share a character with a stretch."""
        if self.session is None:
            return []
        review = self.session.review
        return [one for one in review.claims if one.state is state and one.span.overlaps(span) and review.in_scope(one)]

    def recount(self) -> None:
        """Count the words accounted for again, beside the screen and behind the frame that shows what changed."""
        work: Callable[[], Awaitable[None]] = self._recount_while_there
        self.call_after_refresh(self.run_worker, work, group="recount", exclusive=True)

    async def _recount_while_there(self) -> None:
        # Handed over as a function: a recount that the next one cancels may never have begun.
        await self._while_there(self._recount())

    async def _recount(self) -> None:
        from workbench.text.progress import count_progress, find_unaccounted

        if self.session is None:
            return
        review = self.session.review
        text, scope = review.text, review.article.scope
        # One after the other: two threads at once would leave the screen a third of the turns.
        counted = await asyncio.to_thread(count_progress, text.text, review.claims, review.passages, scope)
        loose = await asyncio.to_thread(
            find_unaccounted, text.text, review.claims, review.passages, scope, blocks=text.blocks
        )
        self.loose = loose
        progress = replace(self.session.review.progress, words=counted.words, accounted=counted.accounted)
        self.session.review = replace(self.session.review, progress=progress)
        self.query_one(ProgressLine).show_progress(progress)
