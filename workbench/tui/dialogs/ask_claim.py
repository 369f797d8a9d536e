"""Ask what a claim is: its kind, its bounds, who says it, and how it reads alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on
from textual.content import Content
from textual.widgets import Static

from workbench.model.spans import Span
from workbench.tui.dialogs.form import Entry, Form
from workbench.tui.plain import one_line, plain
from workbench.tui.widgets.field import Line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.widget import Widget

    from workbench.model.claims import Claim

AROUND = 90
NOWHERE = "These words do not stand in the article as you wrote them."


@dataclass(frozen=True, slots=True)
class ClaimFields:
    """What a person says about a claim; an empty speaker is the article itself."""

    kind: str
    span: Span
    speaker: str | None
    wording: str


class AskClaim(Form[ClaimFields]):
    """Ask for a claim's fields; the marked words are shown as the bounds change."""

    def __init__(self, text: str, kinds: Sequence[str], claim: Claim | None = None, span: Span | None = None) -> None:
        self._span = span or (claim.span if claim else Span(0, 1))
        # Other bounds that were marked for it are another wish.
        super().__init__(subject=f"{claim.ref if claim else ''} {self._span.start}-{self._span.end}")
        self.title_text = f"Claim {claim.number}" if claim else "A new claim"
        self._text = text
        self._kinds = tuple((kind, kind) for kind in kinds)
        self._claim = claim

    def before(self) -> list[Widget]:
        """Show the words with what stands around them."""
        return [Static(id="claim-words")]

    def entries(self) -> Sequence[Entry]:
        """Return kind, words, speaker and wording."""
        have = self._claim
        return (
            Entry("kind", "Kind", have.kind if have else "", options=self._kinds),
            Entry("words", "Words", " ".join(self._span.of(self._text).split()), "the words in the article"),
            Entry("speaker", "Said by", (have.speaker or "") if have else "", "empty: the article itself"),
            Entry("wording", "Stand-alone", have.wording if have else "", "the claim as a report words it"),
        )

    def on_mount(self) -> None:
        """Show the words."""
        self._show()

    @on(Line.Changed)
    def _type(self, event: Line.Changed) -> None:
        if event.input.name == "words":
            self._show()

    def read(self, values: dict[str, str]) -> ClaimFields | None:
        """Return the fields; the words must stand in the article near where the claim is."""
        span = self._find(values["words"])
        if span is None:
            self.tell(NOWHERE)
            return None
        return ClaimFields(values["kind"], span, values["speaker"] or None, values["wording"])

    def _find(self, words: str) -> Span | None:
        """Find words in the article, white space aside, nearest to where the claim stood."""
        import re

        parts = [re.escape(word) for word in words.split()]
        if not parts:
            return None
        found = [Span(*match.span()) for match in re.finditer(r"\s+".join(parts), self._text)]
        at = self._claim.start if self._claim else self._span.start
        return min(found, key=lambda span: (not span.start <= at < span.end, abs(span.start - at)), default=None)

    def _show(self) -> None:
        shown = self.query_one("#claim-words", Static)
        span = self._find(self.values()["words"])
        if span is None:
            shown.update(one_line(NOWHERE, "$text-error"))
            return
        before, behind = self._text[: span.start][-AROUND:], self._text[span.end :][:AROUND]
        # Whole words only, of this paragraph.
        before = before.rpartition("\n")[2] if "\n" in before else _from_space(before)
        behind = behind.partition("\n")[0] if "\n" in behind else behind.rpartition(" ")[0] + " …"
        mark = " ".join(span.of(self._text).split("\n"))
        around = Content.assemble(
            plain(before, "$page-margin"), plain(mark, "bold underline $page-text"), plain(behind, "$page-margin")
        )
        shown.update(around)


def _from_space(text: str) -> str:
    """Return a text from its first whole word on."""
    return f"… {text.partition(' ')[2]}" if len(text) == AROUND else text
