"""Read a source: its text with the quoted passages lit, beside the claim that it is cited for."""

from __future__ import annotations

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
from workbench.tui.plain import lines, one_line, plain
from workbench.tui.screens.base import Room
from workbench.tui.view import next_span
from workbench.tui.widgets.evidence_list import QUIET, STANCES, show_comparisons
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
        if document is None:
            sheet.display = False
            self.add_class("-no-text")
        else:
            sheet.show_text(document.text, document.blocks)
            await self._light()
        about = [_describe(source, self._claim, self._evidence, found=bool(self._passages))]
        if self._evidence is not None and document is not None:
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

    def action_next_passage(self) -> None:
        """Go to the next quoted passage."""
        span = next_span(self._passages, self._at)
        if span is not None:
            self._at = span.start
            self.query_one(MarkableSheet).bring(span)

    def action_previous_passage(self) -> None:
        """Go to the quoted passage before."""
        mirrored = [Span(-one.end, -one.start) for one in self._passages]
        span = next_span(mirrored, -self._at)
        if span is not None:
            self._at = -span.end
            self.query_one(MarkableSheet).bring(Span(-span.end, -span.start))

    def action_mark_passage(self) -> None:
        """Mark words with the keyboard, from the quotation on."""
        self.query_one(MarkableSheet).start_marking(self._passages[0].start if self._passages else None)

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
        if sheet.selected_span() is None:
            return False
        sheet.select_span(None)
        self.say("")
        return True

    def action_cite_passage(self) -> None:
        """Take what is marked as the quotation of the evidence that led here."""
        sheet = self.query_one(MarkableSheet)
        span = sheet.selected_span()
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
