"""Ask what a claim is: its kind, its bounds, what its figure means, who says it, and how it reads alone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on
from textual.content import Content
from textual.widgets import Static

from workbench.errors import UsageError
from workbench.figures import describe
from workbench.figures.phrasing import phrase, read_phrase
from workbench.model.spans import Span
from workbench.text.extents import find_extent, list_extents
from workbench.tui.dialogs.form import Entry, Form
from workbench.tui.dialogs.question import LOW
from workbench.tui.plain import lines, one_line, plain
from workbench.tui.widgets.choice import Choice
from workbench.tui.widgets.field import Line

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from textual.widget import Widget

    from workbench.model.articles import Text
    from workbench.model.claims import Claim

# Characters shown on both sides of the marked words; fewer in a low window.
AROUND, LITTLE_AROUND = 120, 30
NOWHERE = "These words do not stand in the article as you wrote them."
# The kinds that speak of a figure, beside every claim that has one.
FIGURED = ("figure", "date")
STRETCHES = {
    "sentence": "its own",
    "before": "with the one before",
    "after": "with the one after",
    "both": "with both",
    "paragraph": "the paragraph",
    "kept": "as it is",
}


@dataclass(frozen=True, slots=True)
class ClaimFields:
    """What a person says about a claim; an empty speaker is the article itself.

    `figure` says in words what its figure means, and `extent` is the stretch that it stands for: None where that is as
    it was, or follows from the bounds.
    """

    kind: str
    span: Span
    speaker: str | None
    wording: str
    figure: str | None = None
    extent: Span | None = None


class AskClaim(Form[ClaimFields]):
    """Ask for a claim's fields; the marked words and what their figure is read as are shown as they change."""

    def __init__(
        self,
        text: Text,
        kinds: Sequence[str],
        claim: Claim,
        span: Span | None = None,
        *,
        check: Callable[[ClaimFields], Awaitable[str]] | None = None,
    ) -> None:
        self._span = span or claim.span
        # Other bounds that were marked for it are another wish.
        subject = f"{claim.ref} {self._span.start}-{self._span.end}"
        super().__init__(subject=subject, about=(claim.article_id, claim.number), check=check)
        self.title_text = f"Claim {claim.number}"
        self._text = text
        self._kinds = tuple((kind, kind) for kind in kinds)
        self._claim = claim
        self._phrase = phrase(claim.figure, claim.wording) if claim.figure else ""
        self._extents = list_extents(text.text, text.blocks, claim.span)
        if claim.extent not in self._extents.values():
            self._extents["kept"] = claim.extent

    def before(self) -> list[Widget]:
        """Show the words with what stands around them."""
        return [Static(id="claim-words")]

    def entries(self) -> Sequence[Entry]:
        """Return kind, words, figure, sentence, speaker and wording."""
        have = self._claim
        stands_for = next(name for name, stretch in self._extents.items() if stretch == have.extent)
        return (
            Entry("kind", "Kind", have.kind, options=self._kinds),
            Entry("words", "Words", " ".join(self._span.of(self._text.text).split()), "the words in the article"),
            Entry("figure", "Means", self._phrase, "the figure in other words, like: over 700 prisoners"),
            Entry("extent", "Sentence", stands_for, options=[(name, STRETCHES[name]) for name in self._extents]),
            Entry("speaker", "Said by", have.speaker or "", "empty: the article itself"),
            Entry("wording", "Stand-alone", have.wording, "the claim as a report words it"),
        )

    def on_mount(self) -> None:
        """Show the words, and only what can be chosen."""
        if len(self._extents) == 1:
            self.show_entries(["extent"], shown=False)
        self._show()

    @on(Line.Changed)
    def _type(self, event: Line.Changed) -> None:
        if event.input.name in {"words", "figure"}:
            self._show()

    @on(Choice.Chosen)
    def _choose(self) -> None:
        self._show()

    def read(self, values: dict[str, str]) -> ClaimFields | None:
        """Return the fields; the words must stand in the article near where the claim is, and the figure be read."""
        span = self._find(values["words"])
        if span is None:
            self.tell(NOWHERE)
            return None
        said = values["figure"] if self._is_figured(values) and values["figure"] != self._phrase else ""
        if said:
            try:
                read_phrase(said)
            except UsageError as error:
                self.tell(error.in_one_line())
                return None
        extent = self._extents[values["extent"]]
        # Bounds that leave the sentence take another one with them.
        chosen = extent if extent != self._claim.extent and extent.contains(span) else None
        return ClaimFields(values["kind"], span, values["speaker"] or None, values["wording"], said or None, chosen)

    def _is_figured(self, values: dict[str, str]) -> bool:
        return values["kind"] in FIGURED or (values["kind"] == self._claim.kind and self._claim.figure is not None)

    def _find(self, words: str) -> Span | None:
        """Find words in the article, white space aside, nearest to where the claim stood."""
        parts = [re.escape(word) for word in words.split()]
        if not parts:
            return None
        found = [Span(*match.span()) for match in re.finditer(r"\s+".join(parts), self._text.text)]
        at = self._claim.start
        return min(found, key=lambda span: (not span.start <= at < span.end, abs(span.start - at)), default=None)

    def _show(self) -> None:
        values = self.values()
        self.show_entries(["figure"], shown=self._is_figured(values))
        span = self._find(values["words"])
        rows = [one_line(NOWHERE, "$text-error") if span is None else self._words(span, values["extent"])]
        if span is not None and self._is_figured(values):
            rows.append(self._meaning(span, values["figure"]))
        self.query_one("#claim-words", Static).update(lines(rows))

    def _words(self, span: Span, stands_for: str) -> Content:
        """Return the marked words in the stretch that they stand for, as much of it as there is room for."""
        extent = self._extents[stands_for]
        if not extent.contains(span):
            extent = find_extent(self._text.text, self._text.blocks, span)
        before, behind = self._text.text[extent.start : span.start], self._text.text[span.end : extent.end]
        around = LITTLE_AROUND if self.app.size.height < LOW else AROUND
        if len(before) > around:
            before = f"… {before[-around:].partition(' ')[2]}"
        if len(behind) > around:
            behind = f"{behind[:around].rpartition(' ')[0]} …"
        shown = (
            (before, "$page-margin"),
            (span.of(self._text.text), "bold underline $page-text"),
            (behind, "$page-margin"),
        )
        return Content.assemble(*(plain(" ".join(part.split("\n")), style) for part, style in shown))

    def _meaning(self, span: Span | None, said: str) -> Content:
        """Return what the figure is read as."""
        have = self._claim.figure
        if said != self._phrase:
            try:
                meaning = describe(read_phrase(said))
            except UsageError as error:
                return one_line(error.message, "$text-error")
        elif span not in {None, self._claim.span}:
            meaning = "the figure is read anew from these words"
        else:
            meaning = describe(have) if have else "no figure is read in these words"
        return one_line(f"→ {meaning}", "$page-margin")
