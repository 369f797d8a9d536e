"""The ground that the review's parts stand on: what is shown, read anew, and deeds with their conflicts."""

from __future__ import annotations

import asyncio
import re
from importlib import import_module
from typing import TYPE_CHECKING, Any

from workbench.errors import ConflictError
from workbench.model.claims import Claim
from workbench.text.phrases import in_quotes
from workbench.tui.bindings import bindings_of
from workbench.tui.screens.review.desk_view import FIELDS, shorten, tell_apart, write_version
from workbench.tui.screens.review.showing import Showing
from workbench.tui.session import rating_of

if TYPE_CHECKING:
    from collections.abc import Iterable


class ReviewBase(Showing):
    """An article under review. The parts of the screen (moving, deciding, writing …) build on this."""

    place = "review"
    BINDINGS = bindings_of("review")

    async def load(self) -> None:
        """Read the review and what was being typed, in the lane: after what was decided at a first glance."""
        review = await self.fetch_in_turn("open_review", self.article_id)
        if review is None:
            return
        if self.session is None:
            # A glimpse came with its drafts, and what was typed since is newer than what is stored.
            self.take_drafts(await self.fetch("list_drafts", self.article_id) or ())
        if not self.kinds:
            self.kinds = await self.fetch_kinds()
        if any(one.quote for evidence in review.evidence.values() for one in evidence):
            # What quotations say is compared while the card is drawn; the engine's import would be felt there.
            await asyncio.to_thread(import_module, "workbench.figures.finding")
        self.show_review(review)

    async def change(self, claim: Claim, deed: str, *values: Any, **fields: Any) -> Claim | None:
        """Do a deed on a claim that gives back the changed claim; a stale one is asked about. None where it failed."""
        try:
            done = await self.attempt(deed, claim.ref, *values, revision=claim.revision, **fields)
        except ConflictError as error:
            return await self._resolve(error, claim, deed, values, fields)
        return await self._take(claim, done)

    async def try_change(self, claim: Claim, deed: str, **fields: Any) -> tuple[Claim | None, str]:
        """Do a deed as `change` does, for a form that is open: the claim, and why it failed or ''."""
        try:
            done, fault = await self.try_deed(deed, claim.ref, revision=claim.revision, **fields)
        except ConflictError as error:
            return await self._resolve(error, claim, deed, (), fields), ""
        return await self._take(claim, done), fault

    async def _take(self, claim: Claim, done: object) -> Claim | None:
        """Put a changed claim into its place."""
        if not isinstance(done, Claim):
            return None
        shown = self.session.find(done.number) if self.session else None
        if shown is None or shown.revision <= done.revision:
            # What was decided since is shown already, and is on its way.
            self.put(done)
        if claim.verdict is not None and done.verdict is None:
            await self.keep_words([claim])
            self.show_claim()
        return done

    async def keep_words(self, before: Iterable[Claim]) -> None:
        """Let the texts of verdicts that were taken off wait for the next one; forget drafts that are stored after all.

        `before` are the claims as they were; the session has them as they are.
        """
        for old in before:
            claim = self.session.find(old.number) if self.session else None
            if claim is None or not (old.verdict or claim.verdict):
                continue
            for field in FIELDS:
                text, draft = getattr(old.verdict, field, ""), self.drafts.get((old.number, field))
                if claim.verdict is not None:
                    if draft is not None and draft == getattr(claim.verdict, field):
                        await self.forget_draft(old.number, field)
                elif text and draft is None:
                    self.drafts[old.number, field] = text
                    self.workbench.keep_draft(self.article_id, old.number, field, text)

    async def forget_draft(self, number: int, field: str) -> None:
        """Drop what was being typed about a claim: it is stored, or given up."""
        self.drafts.pop((number, field), None)
        self.workbench.forget_draft(self.article_id, number, field)
        # Behind what the lane still has to keep of it.
        await self.fetch_in_turn("drop_draft", self.article_id, number, field)

    async def _resolve(
        self, error: ConflictError, claim: Claim, deed: str, values: tuple[Any, ...], fields: dict[str, Any]
    ) -> Claim | None:
        from workbench.tui.dialogs.confirm_conflict import ConfirmConflict

        theirs = error.theirs if isinstance(error.theirs, Claim) else await self.fetch("find_claim", claim.ref)
        if theirs is None or self.session is None:
            return None
        review = self.session.review
        if deed == "decide_claim" and not any(fields.values()) and _has_rating(theirs, values[0]):
            self.put(theirs)
            by = theirs.verdict.decided_by if theirs.verdict else ""
            self.say(f"claim {theirs.number}: {by} has given it the same rating already")
            return theirs
        # What was told in advance ('claim 3: Correct') did not come to pass.
        self.say("")
        mine = error.yours if isinstance(error.yours, Claim) else self.session.find(claim.number) or claim
        wanted = [*write_version(review, mine), *((name, str(value)) for name, value in fields.items() if value)]
        title = f"Claim {theirs.number} was changed elsewhere"
        why = in_quotes(shorten(theirs.text)) if isinstance(error.theirs, Claim) else self.word(error.message)
        answer = await self.ask(ConfirmConflict(title, why, *tell_apart(write_version(review, theirs), wanted)))
        self.put(theirs)
        if answer == "mine":
            return await self.change(theirs, deed, *values, **fields)
        rating = rating_of(review, theirs)
        self.say(f"claim {theirs.number}: theirs stands, {rating.label if rating else theirs.state.value}")
        return None

    def word(self, told: str) -> str:
        """Name the article's own claims by their number alone."""
        return re.sub(rf"\bclaim {self.article_id}\.(?=\d)", "claim ", told)

    async def reload(self) -> None:
        """Read the review again, after a deed that changed more than one thing."""
        review = await self.fetch("open_review", self.article_id)
        if review is not None:
            self.show_review(review)


def _has_rating(claim: Claim, rating_id: object) -> bool:
    return claim.verdict is not None and claim.verdict.rating_id == rating_id
