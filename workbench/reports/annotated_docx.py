"""The article as a Word document: native comments on the exact words, corrections as tracked changes."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from workbench.formats.canonical import make_fit
from workbench.formats.wordml import Hand, W, make, make_change, make_comment, make_reference, make_run
from workbench.formats.zips import freeze_zip
from workbench.model.claims import ClaimState
from workbench.reports.changing import Step, is_changed, track_changes
from workbench.reports.memo import Memo
from workbench.reports.wording import read_time
from workbench.text.phrases import in_quotes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.model.reviews import Review
    from workbench.reports.entries import Entry
    from workbench.reports.report import Options

_STYLES = {"heading": "Heading 2", "quote": "Quote", "caption": "Caption", "item": "List Paragraph"}
_BODY, _HEADINGS = "Georgia", ("Heading 1", "Heading 2")
# What a comment by nobody in particular (an open claim, a public version) is signed with.
_DESK = "Fact-check desk"


def compose(review: Review, options: Options) -> bytes:
    """Write the document; Word and LibreOffice show the comments beside the words that they are about."""
    memo = Memo(review, options)
    document = _open_document(memo)
    writer = _Writer(memo, document)
    # python-docx looks through all paragraphs for each one that is added; the last element is the section's.
    end = document.element.body[-1]
    names = {name: document.styles[name].style_id for name in {*_STYLES.values(), "Heading 1", "Normal"}}
    for number, part in enumerate(memo.article):
        style = "Heading 1" if number == 0 and part.block.kind == "heading" else _STYLES.get(part.block.kind, "Normal")
        paragraph = make("p", make("pPr", make("pStyle", val=names[style])))
        for step in track_changes(part.tokens, memo.by_uid):
            paragraph.extend(writer.make(step))
        end.addprevious(paragraph)
    out = io.BytesIO()
    document.save(out)
    return freeze_zip(out.getvalue())


def _open_document(memo: Memo) -> Any:
    import docx
    from docx.shared import Pt, RGBColor

    document = docx.Document()
    article = memo.review.article
    when = read_time(article.touched_at)
    core = document.core_properties
    core.title, core.author = make_fit(memo.title)[:255], make_fit(article.author)[:255]
    core.comments, core.last_modified_by = f"workbench {memo.options.version}", "workbench"
    core.created = core.modified = when
    core.revision = 1
    for name in ("Normal", *_HEADINGS, "Quote", "Caption", "List Paragraph"):
        font = document.styles[name].font
        font.name, font.color.rgb = _BODY, RGBColor(0, 0, 0)
        document.styles[name].element.rPr.rFonts.set(f"{{{W}}}eastAsia", _BODY)
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            document.styles[name].element.rPr.rFonts.attrib.pop(f"{{{W}}}{theme}", None)
    document.styles["Normal"].font.size = Pt(11)
    document.styles["Normal"].paragraph_format.space_after = Pt(8)
    document.styles["Heading 1"].font.size, document.styles["Heading 2"].font.size = Pt(18), Pt(13)
    _furnish(document.sections[0], memo)
    return document


def _furnish(section: Any, memo: Memo) -> None:
    """Say at the head of the first page what this is and how far it has come, at each foot what it was made of."""
    from docx.shared import Cm, Pt

    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.different_first_page_header_footer = True
    for foot in (section.first_page_footer.paragraphs[0], section.footer.paragraphs[0]):
        foot.text = f"workbench {memo.options.version} · text SHA-256 {memo.review.text.sha256}"
        foot.style.font.size = Pt(8)
    head = section.first_page_header.paragraphs[0]
    signed = "" if memo.options.public else f" {memo.signed}"
    kind = "Annotated article, public version" if memo.options.public else "Annotated article"
    state = "Finished" if memo.finished else "Not finished"
    head.text = make_fit(f"{kind}: {memo.title}\n{state}: {'; '.join(memo.standing)}.{signed}")
    head.style.font.size = Pt(8)
    head.paragraph_format.space_after = Pt(12)


class _Writer:
    """Turn steps into elements of paragraphs, with a comment for every claim; ranges may go on over paragraphs."""

    def __init__(self, memo: Memo, document: Any) -> None:
        from docx.opc.constants import RELATIONSHIP_TYPE

        _ = document.comments  # makes the part
        self._comments = document.part.part_related_by(RELATIONSHIP_TYPE.COMMENTS).element
        self._latest = memo.review.article.touched_at
        # Changes are numbered after the comments: one number names one annotation.
        self._changes = max((entry.claim.number for entry in memo.entries), default=0)
        # Whose change it is while words are deleted.
        self._changing: list[Entry] = []

    def make(self, step: Step) -> Iterator[Any]:
        """Make the elements for one step."""
        if step.entry is None:
            run = make_run(step.text, deleted=step.step == "delete")
            yield self._change("del", run, self._changing[-1]) if step.step == "delete" else run
        elif step.step == "insert":
            yield self._change("ins", make_run(step.text), step.entry)
        elif step.step == "open":
            self._changing += [step.entry] if is_changed(step.entry) else []
            if step.edge:
                yield make("commentRangeStart", id=step.entry.claim.number)
        else:
            if is_changed(step.entry):
                self._changing.remove(step.entry)
            if step.edge:
                yield from self._end_comment(step.entry)

    def _change(self, tag: str, run: Any, entry: Entry) -> Any:
        self._changes += 1
        return make_change(tag, self._changes, self._sign(entry), run)

    def _end_comment(self, entry: Entry) -> Iterator[Any]:
        number = entry.claim.number
        self._comments.append(make_comment(number, self._sign(entry), _say(entry)))
        yield make("commentRangeEnd", id=number)
        yield make_reference(number)

    def _sign(self, entry: Entry) -> Hand:
        verdict = entry.verdict
        return Hand((verdict and verdict.decided_by) or _DESK, (verdict and verdict.decided_at) or self._latest)


def _say(entry: Entry) -> Iterator[tuple[str, bool]]:
    """Yield the comment's paragraphs and whether they are bold."""
    doing = f" → {entry.action_words}" if entry.verdict and entry.action != "none" else ""
    yield f"{entry.ref} {entry.glyph} {entry.label}{doing}", True
    if entry.claim.speaker:
        yield f"Said by {entry.claim.speaker}", False
    if entry.correction:
        yield f"Proposed: {entry.correction}", False
    for text in (entry.explanation, entry.rationale):
        if text:
            yield text, False
    if entry.claim.question:
        yield f"Question to the author: {entry.claim.question}", False
    for cited in entry.evidence:
        parts = [f"{cited.stance.capitalize()}: S{cited.source.id} {cited.source.title}", cited.evidence.locator]
        parts += [in_quotes(cited.evidence.quote) if cited.evidence.quote else "", cited.link]
        yield ", ".join(part for part in parts if part), False
    if entry.claim.state is ClaimState.OPEN:
        yield "Not decided yet.", False
