"""Moving through the article: from claim to claim, to loose words, back and forward, by number, by label, by filter."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from textual import on

from workbench.model.claims import ClaimState
from workbench.model.spans import Span
from workbench.tui.limits import Limit
from workbench.tui.marks import judge
from workbench.tui.screens.review.base import ReviewBase
from workbench.tui.screens.review.desk_view import name_claim
from workbench.tui.screens.review.listing import CLAIMS, PANELS
from workbench.tui.view import next_span
from workbench.tui.widgets.chips import Chips
from workbench.tui.widgets.document import Document

if TYPE_CHECKING:
    from workbench.tui.dialogs.pick import Item
    from workbench.tui.widgets.chips import Chip


class Moving(ReviewBase):
    """What moves, and what is in view."""

    def action_next_claim(self) -> None:
        """Go to the next claim in view."""
        self._step("after", "This is the last claim in view.")

    def action_previous_claim(self) -> None:
        """Go to the claim in view before."""
        self._step("before", "This is the first claim in view.")

    def action_next_open(self) -> None:
        """Go to the next open claim."""
        self._step("open_after", "Nothing is open here.")

    def action_previous_open(self) -> None:
        """Go to the open claim before."""
        self._step("open_before", "Nothing is open here.")

    def _step(self, way: str, at_the_end: str) -> None:
        if self.session is not None:
            number = getattr(self.session.view, way)(self.session.claim)
            # What was said is about the claim that is left; in a low window it stands where the keys stand.
            self.say("" if number else self._tell_end(at_the_end))
            self.go(number)

    def _tell_end(self, words: str) -> str:
        """Say that there is nothing further, and what could be done about it."""
        session = self.session
        if session is None or not session.review.claims:
            return f"There is no claim yet; {self.keymap.first('mark-text')} marks words and makes a claim of them."
        seen = set(session.view.numbers)
        hidden = sum(
            1
            for claim in session.review.claims
            if claim.state is ClaimState.OPEN and claim.number not in seen and session.review.in_scope(claim)
        )
        if not hidden:
            return words
        return f"{words} The filter hides {hidden} open; {self.keymap.first('clear-limit')} shows all."

    def action_visit_back(self) -> None:
        """Go to the claim looked at before."""
        self._visit("There is no claim that you looked at before.")

    def action_visit_forward(self) -> None:
        """Go forward again."""
        self._visit("This is the last claim that you looked at.", forward=True)

    def _visit(self, at_the_end: str, *, forward: bool = False) -> None:
        if self.session is not None:
            number = self.session.visit(forward=forward)
            self.say("" if number else at_the_end)
            self.go(number)

    def action_next_unaccounted(self) -> None:
        """Select the next words that no settled claim accounts for."""
        at = self.document.selected_span()
        claim = self.current
        start = at.start if at else claim.start if claim else -1
        span = next_span(self.loose, start)
        if span is None:
            self.say("Every word is accounted for.")
            return
        self.document.select_span(span)
        self.document.bring(span)
        words = len(span.of(self.document.text).split())
        waive, mark, back = (self.keymap.first(name) for name in ("waive-passage", "mark-text", "back"))
        held = self.claims_in(span)
        if held:
            number = f"claim {held[0].number} open" if len(held) == 1 else f"{len(held)} open claims"
            self.say(f"{words} words, {number} in them: {waive} waives all, {back} drops them")
        else:
            self.say(f"{words} words without a claim: {waive} waives them, {mark} makes a claim, {back} drops them")

    def action_jump_number(self) -> None:
        """Ask for a number and go there."""
        self.soon(self._jump_number(), "ask")

    async def _jump_number(self) -> None:
        from workbench.tui.dialogs.ask_line import AskJump

        if self.session is not None:
            session = self.session
            line = await self.ask(AskJump(lambda number: session.find(number) is not None))
            if line:
                self.go(int(line.rpartition(".")[2]))

    def action_jump_label(self) -> None:
        """Put letters on the claims in sight and go to the one that is pressed."""
        self.soon(self._jump_label(), "ask")

    async def _jump_label(self) -> None:
        from workbench.tui.dialogs.jump import JumpLabels, label_numbers

        labels = label_numbers([mark.number for mark in self.document.marks_on_screen()])
        if not labels:
            self.say("No claim is in sight.")
            return
        self.document.show_labels({number: label for label, number in labels.items()})
        number = await self.ask(JumpLabels(labels))
        self.document.show_labels({})
        if number:
            self.go(number)

    def action_next_panel(self) -> None:
        """Go to the next panel; in a narrow window it takes the place of the one in sight."""
        panels = [self.query_one(f"#{name}") for name in PANELS]
        # The list takes part where it is in sight.
        panels = panels if self.has_list else panels[:CLAIMS]
        at = next((place for place, panel in enumerate(panels) if panel is self.focused), 0)
        self.show_panel((at + 1) % len(panels))

    def action_search(self) -> None:
        """Search claims, article and sources."""
        self.soon(self._search(), "ask")

    async def _search(self) -> None:
        from workbench.tui.dialogs.pick import Pick
        from workbench.tui.screens.finding import command_items, open_found, source_items

        # A long article takes its time to be read by sentences, and its claims to be named.
        here, sentences = await asyncio.to_thread(lambda: (self.findable(), self._sentences()))
        # The sources that are cited come before the library's others.
        items = [*here, *await source_items(self, here), *sentences, *command_items(self)]
        title = "Search claims, text, sources, commands"
        found = await self.ask(Pick(title, items, placeholder="words, also with slips of typing", wide=True))
        if found is not None:
            open_found(self, found)

    def findable(self) -> list[Item]:
        """Return the claims, then the sources that they cite."""
        from workbench.tui.dialogs.pick import Item

        session = self.session
        if session is None:
            return []
        review = session.review
        return [
            *(
                Item(f"claim:{one.number}", name_claim(one, 0), one.speaker or one.kind, judge(one, review.scale)[1])
                for one in review.claims
            ),
            *(Item(f"source:{one.id}", f"S{one.id}  {one.title}", "source", "§") for one in review.sources.values()),
        ]

    def _sentences(self) -> list[Item]:
        from workbench.text.sentences import find_sentences
        from workbench.tui.dialogs.pick import Item

        if self.session is None:
            return []
        text = self.session.review.text
        return [
            Item(f"text:{span.start}-{span.end}", " ".join(span.of(text.text).split()), glyph="¶")
            for span in find_sentences(text.text, text.blocks)
        ]

    def go_to_found(self, what: str, where: str) -> None:
        """Go to a claim, or select a sentence."""
        if what == "claim":
            self.go(int(where))
            return
        start, _, end = where.partition("-")
        span = Span(int(start), int(end))
        self.document.select_span(span)
        self.document.bring(span)

    # The filter

    def action_limit(self) -> None:
        """Ask which claims to show."""
        self.soon(self._limit(), "ask")

    async def _limit(self) -> None:
        from workbench.tui.dialogs.ask_limit import AskLimit

        if self.session is None:
            return
        review = self.session.review
        ratings = [(rating.id, rating.label) for rating in review.scale.ratings]
        speakers = sorted({claim.speaker for claim in review.claims if claim.speaker})
        limit = await self.ask(AskLimit(self.session.limit, self.kinds, ratings, speakers))
        if limit is not None:
            self.limit_to(limit)

    def action_clear_limit(self) -> None:
        """Show all claims of the scope again."""
        if self.session is not None:
            self.limit_to(Limit(kinds=frozenset(self.session.review.article.scope)))

    def limit_to(self, limit: Limit) -> None:
        """Show only some claims and say how many."""
        if self.session is None:
            return
        self.session.limit_to(limit)
        self.show_marks()
        count = len(self.session.view.numbers)
        self.say(f"{count} claim{'' if count == 1 else 's'} in view")
        if self.session.current not in self.session.view.numbers and count:
            self.go(self.session.view.nearest(self.current.start if self.current else 0))

    @on(Chips.Switched)
    def _switch(self, event: Chips.Switched) -> None:
        if self.session is not None and event.chip.part == "selected":
            self.select()
        elif self.session is not None:
            self.limit_to(_switched(self.session.limit, event.chip, [kind for kind, _ in self.kinds]))

    @on(Document.MarkPicked)
    def _pick(self, event: Document.MarkPicked) -> None:
        self.go(event.number)


def _switched(limit: Limit, chip: Chip, kinds: list[str]) -> Limit:
    from dataclasses import replace

    if chip.part == "kind":
        shown = set(limit.kinds or kinds) ^ {chip.value}
        return replace(limit, kinds=frozenset(shown))
    if chip.part == "state":
        return replace(limit, states=frozenset(() if chip.on else (ClaimState.OPEN,)))
    return Limit(kinds=limit.kinds, states=limit.states & {ClaimState.OPEN})
