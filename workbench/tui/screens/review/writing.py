"""Writing about a claim: rationale, correction, explanation, question; every letter typed is kept as a draft."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.model.verdicts import Verdict
from workbench.tui.screens.review.base import ReviewBase
from workbench.tui.widgets.claim_card import ClaimCard
from workbench.tui.widgets.correction import show_in_sentence

if TYPE_CHECKING:
    from textual.content import Content
    from textual.timer import Timer

    from workbench.model.claims import Claim

DRAFT_PAUSE = 0.4
# How long, in seconds, the words 'kept' wait for a slow database.
DRAFT_WAIT = 1

TITLES = {
    "rationale": ("why, for the desk", "what the sources say, and how sure that is"),
    "correction": ("how should it read?", "the proposed wording"),
    "explanation": ("what do readers learn?", "the explanation that is published"),
    "question": ("what should the author answer?", "your question"),
}
# How the foot tells that each was stored.
KEPT = {
    "rationale": "rationale kept",
    "correction": "better wording kept",
    "explanation": "words for readers kept",
    "question": "question to the author kept",
}


class Writing(ReviewBase):
    """What is written about claims."""

    _draft_timer: Timer | None = None
    # Claim, field and text of what is being typed and not kept yet.
    _pending: tuple[int, str, str] | None = None
    # Claim, field and the text before of what was kept for a verdict last, until another deed is done.
    _kept: tuple[int, str, str] | None = None

    def say_saved(self) -> None:
        """Say that a deed was done: undo is about that one now."""
        self._kept = None
        super().say_saved()

    async def take_back_words(self) -> bool:
        """Take back what was kept for a verdict, where nothing was done since; False where there is nothing."""
        if self._kept is None:
            return False
        (number, field, before), self._kept = self._kept, None
        if before:
            self._draft_soon(number, field, before)
            self.draft_now()
        else:
            await self.forget_draft(number, field)
        self.go(number)
        self._show_written(field)
        self.say(f"claim {number}: took back what you wrote; it was waiting for the verdict")
        return True

    def action_edit_rationale(self) -> None:
        """Write why."""
        self._write("rationale")

    def action_edit_correction(self) -> None:
        """Propose the corrected wording."""
        self._write("correction")

    def action_edit_explanation(self) -> None:
        """Write for readers."""
        self._write("explanation")

    def action_ask_author(self) -> None:
        """Write a question to the author."""
        self._write("question")

    def action_edit_rationale_outside(self) -> None:
        """Write the rationale in the user's own editor."""
        if (claim := self.current) is not None:
            before = self._text_of(claim, "rationale")
            text = self.workbench.edit_outside(before)
            if text is not None:
                self.soon(self._keep(claim, "rationale", text.strip(), before))

    def _write(self, field: str) -> None:
        if (claim := self.current) is None:
            self.say("There is no claim to write about here.")
        else:
            self.soon(self._ask_text(claim, field), "ask")

    async def _ask_text(self, claim: Claim, field: str) -> None:
        from workbench.tui.dialogs.ask_text import AskText

        title, placeholder = TITLES[field]
        # One character for one, so that the claim's words are where they were.
        sentence = claim.extent.of(self.document.text).replace("\n", " ")
        mark = (max(0, claim.start - claim.extent.start), max(0, claim.end - claim.extent.start))

        def proposed(text: str) -> Content:
            return show_in_sentence(sentence, mark, " ".join(text.split()))

        stored, kept = self._text_of(claim, field), self._stored_text(claim, field)
        draft = self.drafts.get((claim.number, field), "")
        question = AskText(
            f"Claim {claim.number}: {title}",
            stored,
            preview=proposed if field == "correction" else None,
            begin=" ".join(claim.text.split()) if field == "correction" and not stored else "",
            # A correction is shown in its sentence, under the field.
            context="" if field == "correction" else " ".join(sentence.split()),
            placeholder=placeholder,
            drafted=lambda text: self._draft_soon(claim.number, field, text),
            stored=kept if draft.strip() and draft != kept else None,
        )
        text = await self.ask(question)
        if text is None:
            if self.drafts.get((claim.number, field)) == kept:
                await self._drop_draft(claim, field)
            else:
                self.draft_now()
            self.show_claim()
        else:
            await self._keep(claim, field, text, before=stored)

    async def _keep(self, claim: Claim, field: str, text: str, before: str) -> None:
        """Store a text with the verdict, or as a draft until there is one; `before` is what it began with."""
        claim = (self.session.find(claim.number) if self.session else None) or claim
        if text == self._stored_text(claim, field):
            # No deed is made of it, so 'undo' would take back another one.
            await self._drop_draft(claim, field)
            self.say("Nothing was changed.")
            self.show_claim()
            return
        if field == "question":
            done = await self.change(claim, "ask_author", text)
        elif claim.verdict is None:
            self._draft_soon(claim.number, field, text)
            await self._keep_until_verdict(claim, field)
            self._kept = (claim.number, field, before)
            return
        else:
            done = await self.change(claim, "edit_verdict", **{field: text})
        if done is not None:
            await self._drop_draft(claim, field)
            self.say(f"claim {claim.number}: {KEPT[field]}; {self.keymap.first('undo')} undoes")
            self._show_written(field)

    async def _keep_until_verdict(self, claim: Claim, field: str) -> None:
        self.draft_now()
        # Behind the draft itself, which may have been refused.
        await self.desk.wait_for_all(DRAFT_WAIT)
        if (claim.number, field) in self.workbench.drafts_lost(self.article_id):
            self.say("Not stored: the words are kept here only until you leave.")
        else:
            self.say("Kept; it becomes part of the verdict.")
        self._show_written(field)

    def _show_written(self, field: str) -> None:
        """Show the card with what was just written in sight."""
        self.show_claim()
        self.query_one(ClaimCard).bring_section(field)

    async def _drop_draft(self, claim: Claim, field: str) -> None:
        self._stop_timer()
        self._pending = self._kept = None
        await self.forget_draft(claim.number, field)

    def _stored_text(self, claim: Claim, field: str) -> str:
        stored: str = claim.question if field == "question" else getattr(claim.verdict or _NOTHING, field)
        return stored

    def _text_of(self, claim: Claim, field: str) -> str:
        return self.drafts.get((claim.number, field), self._stored_text(claim, field))

    def _draft_soon(self, number: int, field: str, text: str) -> None:
        self.drafts[number, field] = text
        self._stop_timer()
        self._pending = (number, field, text)
        self._draft_timer = self.set_timer(DRAFT_PAUSE, self.draft_now)

    def draft_now(self) -> None:
        """Keep what is being typed, without waiting for a pause in it."""
        self._stop_timer()
        if self._pending is not None:
            pending, self._pending = self._pending, None
            self.workbench.keep_draft(self.article_id, *pending)

    def _stop_timer(self) -> None:
        if self._draft_timer is not None:
            self._draft_timer.stop()
            self._draft_timer = None


_NOTHING = Verdict("", "")
