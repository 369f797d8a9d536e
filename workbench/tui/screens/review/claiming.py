"""Making and changing claims: by marking text, by bounds and kind, by splitting and merging."""

from __future__ import annotations

import asyncio
from importlib import import_module
from typing import TYPE_CHECKING

from textual import on

from workbench.model.claims import Claim
from workbench.tui.screens.review.base import ReviewBase
from workbench.tui.screens.review.desk_view import FIELDS, shorten
from workbench.tui.widgets.document import Document

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.model.spans import Span


# Characters shown before the place where a claim would be taken apart, and looked at behind it.
BEFORE_CUT, AFTER_CUT = 24, 36
# So many merged claims are told by their numbers: of more, how to undo it would be cut.
MOST_TOLD = 3
# Characters of the words that they are now.
LONGEST_MERGED = 50


class Claiming(ReviewBase):
    """What makes claims and changes their bounds."""

    def action_mark_text(self) -> None:
        """Make a claim of what is selected, else begin to mark with the keyboard."""
        span = self.document.selected_span()
        if span is not None:
            self.soon(self._add(span))
            return
        self.show_panel(0)
        claim = self.current
        self.document.passing = self.keymap.passing(self.place)
        self.document.start_marking(claim.start if claim else None)

    @on(Document.MarkingChanged)
    def _marking(self, event: Document.MarkingChanged) -> None:
        bounds, waive = (self.keymap.first(name) for name in ("edit-claim", "waive-passage"))
        words = f"w b ) ( arrows, o swaps; Enter claim, {bounds} bounds, {waive} waive, Esc stop"
        self.say(words if event.active else "")

    @on(Document.TextMarked)
    def _marked(self, event: Document.TextMarked) -> None:
        if event.accepted:
            self.soon(self._add(event.span))
        else:
            mark, waive = self.keymap.first("mark-text"), self.keymap.first("waive-passage")
            bounds = self.keymap.first("edit-claim")
            self.say(f"{mark} makes a claim, {bounds} gives the claim these bounds, {waive} waives, Esc drops it")

    async def _add(self, span: Span) -> None:
        claim = await self.attempt("add_claim", self.article_id, span.start, span.end)
        if isinstance(claim, Claim):
            self.document.select_span(None)
            self.put(claim)
            self.go(claim.number)
            # Nothing that a detector knows stands in these words: the kind is a guess, and said to be one.
            guessed = "" if claim.wording else ", for want of a sign of its kind"
            aside = "" if self.session is None or self.session.review.in_scope(claim) else ", not counted"
            change = self.keymap.first("edit-claim")
            self.say(f"claim {claim.number}: {claim.kind}{guessed}{aside}; {change} changes it")

    def action_edit_claim(self) -> None:
        """Change what is known of a claim: kind, bounds, figure, sentence, speaker, wording."""
        if (claim := self.current) is not None:
            self.soon(self._edit_claim(claim), "ask")

    async def _edit_claim(self, claim: Claim) -> None:
        # The form reads figures: the engine's import would be felt on this thread.
        await asyncio.to_thread(import_module, "workbench.figures.phrasing")
        from workbench.tui.dialogs.ask_claim import AskClaim, ClaimFields

        session = self.session
        if session is None:
            return
        # What is selected, where it touches the claim, is what its bounds are meant to be.
        selected = self.document.selected_span()
        span = selected if selected is not None and selected.overlaps(claim.span) else None
        kinds = [kind for kind, _ in self.kinds]
        done: Claim | None = None

        async def store(fields: ClaimFields) -> str:
            nonlocal done
            if fields == ClaimFields(claim.kind, claim.span, claim.speaker, claim.wording):
                return ""
            moved = fields.span != claim.span
            done, fault = await self.try_change(
                claim,
                "edit_claim",
                start=fields.span.start if moved else None,
                end=fields.span.end if moved else None,
                kind=fields.kind if fields.kind != claim.kind else None,
                speaker=fields.speaker or "",
                wording=fields.wording if fields.wording != claim.wording else None,
                figure=fields.figure,
                extent=fields.extent,
            )
            return fault

        await self.ask(AskClaim(session.review.text, kinds, claim, span, check=store))
        if done is not None:
            # What was said of the claim before ('figure, for want of a sign of its kind') holds no longer.
            who = done.speaker or "the article"
            self.say(f"claim {done.number}: {done.kind}, said by {who}; {self.keymap.first('undo')} undoes")
            self.document.select_span(None)
            self.show_marks()

    def action_split_claim(self) -> None:
        """Take the claim apart where a selection begins, else before a word that is asked for."""
        if (claim := self.current) is not None:
            self.soon(self._split(claim), "ask")

    async def _split(self, claim: Claim) -> None:
        from workbench.tui.dialogs.pick import Item, Pick

        selected = self.document.selected_span()
        at = selected.start if selected and claim.start < selected.start < claim.end else None
        if at is None:
            words = word_starts(claim)
            # Sought by the words behind the cut, and not far behind: they stand in all cuts before it too.
            items = [
                Item(
                    str(start), _cut(claim.text, at := start - claim.start), sought=shorten(claim.text[at:], AFTER_CUT)
                )
                for start in words
            ]
            if not items:
                self.say("One word cannot be taken apart.")
                return
            answer = await self.ask(Pick("Where does the second claim begin?", items, placeholder="its first words"))
            at = int(answer) if answer else None
        if at is None:
            return
        pair = await self.attempt("split_claim", claim.ref, at, revision=claim.revision)
        if pair:
            self._carry_words([claim], pair[0])
            self.document.select_span(None)
            await self.reload()
            self.go(pair[0].number)
            self.say(
                f"split {claim.number} into {pair[0].number} and {pair[1].number}; {self.keymap.first('undo')} undoes"
            )

    def action_merge_claims(self) -> None:
        """Make one claim of the selected ones, or of this and the next in view."""
        session, claim = self.session, self.current
        if session is None or claim is None:
            return
        chosen = session.chosen if len(session.selected) > 1 else (claim, session.find(session.view.after(claim)))
        claims = [one for one in chosen if one is not None]
        if len(claims) < 2:  # noqa: PLR2004 - one claim is one already
            self.say("Select the claims that are one.")
        elif not session.selected and not self._share_paragraph(*claims):
            self.say("The next claim stands in another paragraph: select the claims that are one.")
        else:
            self.soon(self._merge(claims))

    def _share_paragraph(self, claim: Claim, other: Claim) -> bool:
        return any(block.start <= claim.start and other.end <= block.end for block in self.document.blocks)

    async def _merge(self, claims: list[Claim]) -> None:
        merged = await self.attempt("merge_claims", [claim.ref for claim in claims])
        if isinstance(merged, Claim) and self.session is not None:
            self._carry_words(claims, merged)
            self.select()
            await self.reload()
            self.go(merged.number)
            few = len(claims) <= MOST_TOLD
            told = " and ".join(str(claim.number) for claim in claims) if few else f"{len(claims)} claims"
            words = shorten(merged.wording or merged.text, LONGEST_MERGED)
            again = ", open again" if any(claim.verdict for claim in claims) else ""
            self.say(f"merged {told} into {merged.number}, “{words}”{again}; {self.keymap.first('undo')} undoes")

    def _carry_words(self, claims: Sequence[Claim], new: Claim) -> None:
        """Let what was written about claims that have ended wait for the verdict of the new one."""
        for field in FIELDS:
            written = (self.drafts.get((one.number, field)) or getattr(one.verdict, field, "") for one in claims)
            if text := "\n".join(dict.fromkeys(filter(None, map(str.strip, written)))):
                self.drafts[new.number, field] = text
                self.workbench.keep_draft(self.article_id, new.number, field, text)


def _cut(text: str, at: int) -> str:
    """Return the words on both sides of a cut."""
    before = " ".join(text[:at].split())
    return f"{before if len(before) <= BEFORE_CUT else f'…{before[-BEFORE_CUT:]}'} | {text[at:]}"


def word_starts(claim: Claim) -> list[int]:
    """Return where the words of a claim begin, without the first."""
    text = claim.text
    places = (place for place in range(1, len(text)) if text[place - 1].isspace() and not text[place].isspace())
    return [claim.start + place for place in places]
