"""Read a source: its text with the quoted passages lit, beside the claim that it is cited for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from textual import on
from textual.containers import Horizontal
from textual.content import Content

from workbench.errors import ConflictError
from workbench.evidence import compare_quote
from workbench.figures import describe
from workbench.model.spans import Span
from workbench.text.phrases import in_quotes
from workbench.tui.bindings import bindings_of
from workbench.tui.dialogs.ask_line import AskLine
from workbench.tui.plain import lines, one_line, plain
from workbench.tui.screens.base import Room
from workbench.tui.view import next_span
from workbench.tui.widgets.evidence_list import QUIET, STANCES, show_comparisons
from workbench.tui.widgets.key_line import KeyLine
from workbench.tui.widgets.markable import MarkableSheet
from workbench.tui.widgets.marking import MARKING_HELP
from workbench.tui.widgets.masthead import Masthead
from workbench.tui.widgets.panel import Panel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.widget import Widget

    from workbench.model.claims import Claim
    from workbench.model.sources import Evidence, Source

LABELS = {
    "url": "Address",
    "path": "File",
    "publisher": "Publisher",
    "author": "Author",
    "published": "Published",
    "accessed": "Looked at",
    "archive_url": "Archived at",
    "asked": "Asked",
    "asked_at": "When",
    "channel": "How",
    "answer": "Answer",
    "deadline": "Deadline",
    "note": "Note",
}


class SourceScreen(Room):
    """One source."""

    place = "source"
    CSS_PATH = "source.tcss"
    BINDINGS = bindings_of("source")
    AUTO_FOCUS = "#source-text"

    def __init__(self, source_id: int, *, evidence: Evidence | None = None, claim: Claim | None = None) -> None:
        super().__init__()
        self._source_id = source_id
        self._evidence = evidence
        self._claim = claim
        self._passages: list[Span] = []
        # Where the words stand that are looked for; while there are any, they are what is lit and gone through.
        self._hits: list[Span] = []
        self._at = -1

    def contents(self) -> Iterator[Widget]:
        """Return masthead, text and what is known."""
        yield Masthead(f"S{self._source_id}")
        yield Horizontal(MarkableSheet(id="source-text"), Panel(id="source-about"), id="source-panels")

    def on_mount(self) -> None:
        """Read the source."""
        self.reread()

    async def load(self) -> None:
        """Read what is shown, and show it."""
        source: Source | None = await self.fetch("get_source", self._source_id)
        if source is None:
            return
        masthead = self.query_one(Masthead)
        masthead.heading = f"S{source.id}  {source.title}"
        masthead.byline = source.fields.type.value.replace("-", " ")
        version = self._evidence.version_uid if self._evidence else None
        document = await self.fetch("read_source_document", source.id, version)
        sheet = self.query_one(MarkableSheet)
        self.query_one(KeyLine).show(without=self._out_of_place(has_text=document is not None))
        if document is None:
            sheet.display = False
            self.add_class("-no-text")
        else:
            sheet.show_text(document.text, document.blocks)
            await self._light()
        about = [_describe(source, self._claim, self._evidence, found=bool(self._passages))]
        if document is None:
            about.append(plain(self._no_text(), QUIET))
        elif self._evidence is not None:
            mark, cite = (self.keymap.first(name) for name in ("mark-passage", "cite-passage"))
            about.append(plain(f"{mark} marks other words, {cite} takes them as the quotation", QUIET))
        self.query_one(Panel).show(Content("\n\n").join(about))

    async def _light(self) -> None:
        if self._evidence is None:
            return
        span = await self.fetch("locate_evidence", self._evidence)
        if span is None:
            if self._evidence.quote:
                self.say("The quotation does not stand in this text word for word.")
            return
        self._passages = [span]
        sheet = self.query_one(MarkableSheet)
        sheet.show_found(self._passages)
        self.action_next_passage()

    def _out_of_place(self, *, has_text: bool) -> tuple[str, ...]:
        """Name what the foot need not offer: there is nothing to mark, or no evidence to quote it for."""
        if not has_text:
            return ("mark-passage", "cite-passage", "find-words", "copy-passage")
        return () if self._evidence is not None else ("cite-passage",)

    def _no_text(self) -> str:
        sources, renew = (self.keymap.first(name) for name in ("show-sources", "renew-source"))
        return f"No text of this source is kept. In the library of sources ({sources}) {renew} keeps its file."

    def _has_text(self) -> bool:
        """Say whether there is a text to do something with, and what to do where there is none."""
        if not self.query_one(MarkableSheet).display:
            self.say(self._no_text())
            return False
        return True

    def _lit(self) -> list[Span]:
        spans = self._hits or self._passages
        if not spans and self._has_text():
            self.say(f"No passage is quoted here. {self.keymap.first('find-words')} finds words.")
        return spans

    def action_find_words(self) -> None:
        """Ask for words and go to where they stand in the text."""
        if self._has_text():
            self.soon(self._find(), "ask")

    async def _find(self) -> None:
        text = self.query_one(MarkableSheet).text

        def miss(words: str) -> str:
            return "" if find_words(text, words) else "These words do not stand in this text."

        words = await self.ask(AskLine("Find in this source", placeholder="words", accept="find", check=miss))
        if words is None:
            return
        self._hits, self._at = find_words(text, words), -1
        self.query_one(MarkableSheet).show_found(self._hits)
        self.action_next_passage()
        count = len(self._hits)
        following, back = self.keymap.first("next-passage"), self.keymap.first("back")
        places = "once" if count == 1 else f"{count:,} times, {following} goes to the next"
        self.say(f"found {places}; {back} drops it")

    def action_next_passage(self) -> None:
        """Go to the next quoted passage."""
        span = next_span(self._lit(), self._at)
        if span is not None:
            self._at = span.start
            self.query_one(MarkableSheet).bring(span)

    def action_previous_passage(self) -> None:
        """Go to the quoted passage before."""
        mirrored = [Span(-one.end, -one.start) for one in self._lit()]
        span = next_span(mirrored, -self._at)
        if span is not None:
            self._at = -span.end
            self.query_one(MarkableSheet).bring(Span(-span.end, -span.start))

    def action_mark_passage(self) -> None:
        """Mark words with the keyboard, from what was found or the quotation on."""
        if self._has_text():
            at = next((one.start for one in self._hits if one.start == self._at), None)
            quoted = self._passages[0].start if self._passages else None
            sheet = self.query_one(MarkableSheet)
            sheet.passing = self.keymap.passing(self.place)
            sheet.start_marking(quoted if at is None else at)

    @on(MarkableSheet.MarkingChanged)
    def _marking(self, event: MarkableSheet.MarkingChanged) -> None:
        if event.active:
            self.say("marking: w b word, ) ( sentence, arrows; o other end, v from here; Enter ends, Esc drops")

    @on(MarkableSheet.TextMarked)
    def _marked(self) -> None:
        cite, copy = (self.keymap.first(name) for name in ("cite-passage", "copy-passage"))
        self.say(f"{cite} takes it as the quotation, {copy} copies it" if self._evidence else f"{copy} copies it")

    def more_help(self) -> list[tuple[str, str, str]]:
        """Return the keys while marking."""
        return [("While marking", keys, text) for keys, text in MARKING_HELP]

    def go_back(self) -> bool:
        """Drop an error, or what is selected, before the screen is left."""
        if super().go_back():
            return True
        sheet = self.query_one(MarkableSheet)
        if sheet.selected_span() is not None:
            sheet.select_span(None)
        elif self._hits:
            self._hits, self._at = [], -1
            sheet.show_found(self._passages)
        else:
            return False
        self.say("")
        return True

    def action_cite_passage(self) -> None:
        """Take what is marked as the quotation of the evidence that led here."""
        sheet = self.query_one(MarkableSheet)
        span = sheet.selected_span()
        if not self._has_text():
            return
        if self._evidence is None:
            self.say("Open this source from a claim's evidence to take a quotation from it.")
        elif span is None:
            self.say(f"Mark the words first: {self.keymap.first('mark-passage')}, or the mouse.")
        else:
            self.soon(self._cite(self._evidence, " ".join(span.of(sheet.text).split())))

    async def _cite(self, evidence: Evidence, quote: str) -> None:
        try:
            changed = await self.attempt("edit_evidence", evidence.id, revision=evidence.revision, quote=quote)
        except ConflictError as error:
            self.complain(error)
            return
        if changed is None:
            return
        self._evidence = changed
        self.query_one(MarkableSheet).select_span(None)
        self.reread()
        self.workbench.review_changed()
        self.say(f"this is the quotation now; {self.keymap.first('undo')} undoes")

    def action_copy_passage(self) -> None:
        """Copy what is selected, else the quotation."""
        sheet = self.query_one(MarkableSheet)
        span = sheet.selected_span() or (self._passages[0] if self._passages else None)
        text = span.of(sheet.text) if span else self._evidence.quote if self._evidence else ""
        if text:
            self.say(self.workbench.copy(text))
        elif self._has_text():
            self.say(f"Mark the words first: {self.keymap.first('mark-passage')}, or the mouse.")


def find_words(text: str, words: str) -> list[Span]:
    """Find words wherever they stand one after the other, in small letters or capital ones, over the ends of lines too."""
    wanted = r"\s+".join(re.escape(word) for word in words.split())
    return [Span(*hit.span()) for hit in re.finditer(wanted, text, re.IGNORECASE)] if wanted else []


def _describe(source: Source, claim: Claim | None, evidence: Evidence | None, *, found: bool) -> Content:
    parts = []
    if claim is not None:
        told = [one_line(f"Claim {claim.number}", "bold"), plain(claim.wording or claim.text)]
        if claim.figure is not None:
            told.append(one_line(describe(claim.figure), QUIET))
        parts.append(lines(told))
    if evidence is not None:
        glyph, word, style = STANCES[evidence.stance]
        told = [one_line(f"{glyph} {word}", f"bold {style}")]
        if evidence.quote:
            told.append(plain(in_quotes(evidence.quote), "" if found else QUIET))
            told += show_comparisons(compare_quote(claim.figure if claim else None, evidence.quote))
        told += [one_line(text, QUIET) for text in (evidence.locator, evidence.note) if text]
        parts.append(lines(told))
    known = [one_line(source.title, "bold")]
    known += [
        Content.assemble((f"{label}  ", QUIET), plain(getattr(source.fields, name)))
        for name, label in LABELS.items()
        if getattr(source.fields, name)
    ]
    parts.append(lines(known))
    return Content("\n\n").join(parts)
