"""The card of the current claim: what it says, who says it, what was decided and why."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from textual.content import Content

from workbench.model.claims import ClaimState, WaiveReason
from workbench.model.verdicts import Action
from workbench.tui.plain import button, linked, one_line, plain
from workbench.tui.widgets.correction import show_correction
from workbench.tui.widgets.panel import Panel

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from workbench.model.claims import Claim
    from workbench.model.reviews import Notice
    from workbench.model.verdicts import Rating
    from workbench.tui.keymap import Keymap

QUIET = "$page-margin"
OUTCOME_STYLES = {"pass": "$claim-pass", "note": "$claim-note", "fail": "$claim-fail", "none": "$claim-none"}
ACTION_WORDS = {
    Action.FIX: "fix it",
    Action.CUT: "cut it",
    Action.QUERY: "ask the author",
    Action.ADD_CONTEXT: "add context",
}


@dataclass(frozen=True, slots=True)
class CardView:
    """All that a card shows: the claim, its sentence with the mark's place in it, and what stands around it."""

    claim: Claim
    sentence: str
    mark: tuple[int, int]
    rating: Rating | None = None
    meaning: str = ""
    again: tuple[int, ...] = ()
    notices: tuple[Notice, ...] = ()
    drafts: tuple[str, ...] = ()
    passage: str | None = None
    in_scope: bool = True
    selected: bool = False


class ClaimCard(Panel):
    """The current claim; every part of it can be clicked to change it."""

    def __init__(self, keymap: Keymap, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._keymap = keymap

    def show_claim(self, view: CardView | None, *, keep_place: bool = False) -> None:
        """Show a claim, or what to do where there is none."""
        if view is None:
            hint = f"No claim here. {self._keymap.first('mark-text')} marks words and makes a claim of them."
            self.show(Content.styled(hint, QUIET))
        else:
            self.show(describe(view, self._keymap), keep_place=keep_place)


def describe(view: CardView, keymap: Keymap) -> Content:
    """Return the whole card as content."""
    parts: Iterator[Content] = chain(
        _head(view),
        _sentence(view),
        _verdict(view),
        _texts(view, keymap),
        _around(view, keymap),
        _invitation(view, keymap),
    )
    return Content("\n\n").join(list(parts))


def _head(view: CardView) -> Iterator[Content]:
    claim = view.claim
    speaker = one_line(claim.speaker) if claim.speaker else Content("the article")
    flags = Content.assemble(*((f"  {word}", "bold $warning") for word in _flags(view)))
    top = Content.assemble(
        (f"{claim.number}", "bold"), ("  ", ""), (claim.kind, QUIET), (" · ", QUIET), speaker.stylize(QUIET), flags
    )
    mark = one_line(claim.text, "bold $page-text", 240)
    lines = [linked(top, command="edit-claim"), linked(mark, command="edit-claim")]
    if view.meaning:
        lines.append(one_line(view.meaning, QUIET))
    yield Content("\n").join(lines)


def _flags(view: CardView) -> Iterator[str]:
    if view.claim.flagged:
        yield "⚑ flagged"
    if view.selected:
        yield "◆ selected"
    if not view.in_scope:
        yield "not counted"


def _verdict(view: CardView) -> Iterator[Content]:
    claim = view.claim
    if claim.state is ClaimState.WAIVED:
        why = "in a waived passage" if claim.waive_reason is WaiveReason.PASSAGE else "not checkable"
        yield Content.assemble(("– waived", "bold $claim-waived"), (f"  {why}", QUIET))
    elif claim.verdict is None:
        yield Content.assemble(("○ open", "bold $claim-open"))
    else:
        rating, verdict = view.rating, claim.verdict
        style = OUTCOME_STYLES[rating.outcome.value] if rating else QUIET
        label = f"{rating.glyph} {rating.label}" if rating else f"● {verdict.rating_id}"
        line = one_line(label, f"bold {style}")
        if verdict.action is not Action.NONE:
            line = Content.assemble(line, (f" → {ACTION_WORDS[verdict.action]}", "bold"))
        signed = " ".join(filter(None, (verdict.decided_by, verdict.decided_at[:16].replace("T", " "))))
        lines = [linked(line, command="set-action")]
        if signed:
            lines.append(one_line(signed, QUIET))
        yield Content("\n").join(lines)


def _texts(view: CardView, keymap: Keymap) -> Iterator[Content]:
    verdict = view.claim.verdict
    shown = (
        ("Why", "edit-rationale", plain(verdict.rationale) if verdict and verdict.rationale else None),
        ("Better", "edit-correction", _correction(view) if verdict and verdict.correction else None),
        ("For readers", "edit-explanation", plain(verdict.explanation) if verdict and verdict.explanation else None),
        ("Ask the author", "ask-author", plain(view.claim.question) if view.claim.question else None),
    )
    for title, command, content in shown:
        if content is not None:
            yield _section(title, command, keymap, content)


def _section(title: str, command: str, keymap: Keymap, content: Content) -> Content:
    head = Content.assemble((title, "bold"), (f"  {keymap.first(command)}", QUIET))
    return linked(Content.assemble(head, "\n", content), command=command)


def _correction(view: CardView) -> Content:
    new = view.claim.verdict.correction if view.claim.verdict else ""
    old = max((view.claim.text, view.sentence), key=lambda text: difflib.SequenceMatcher(None, text, new).quick_ratio())
    if set(old.split()) & set(new.split()):
        return show_correction(old, new)
    # Nothing of the old wording stays: struck and new words side by side would run into each other.
    return Content.assemble(plain(old, "strike $claim-fail"), " → ", plain(new, "underline $claim-pass"))


def _sentence(view: CardView) -> Iterator[Content]:
    start, end = view.mark
    if view.sentence.strip() == view.claim.text.strip():
        return
    body = plain(" ".join(view.sentence.split("\n")), QUIET)
    yield body.stylize("underline $page-text", start, end)


def _around(view: CardView, keymap: Keymap) -> Iterator[Content]:
    if view.again:
        numbers: Sequence[Content] = [
            linked(Content.styled(str(number), "underline"), claim=number) for number in view.again
        ]
        key = keymap.first("decide-same")
        yield Content.assemble(
            ("Same figure in ", ""),
            Content(", ").join(numbers),
            linked(Content.styled(f"   {key} same verdict", QUIET), command="decide-same"),
        )
    for notice in view.notices:
        yield Content.assemble(("! ", "bold $warning"), plain(notice.message))
    if view.passage is not None:
        yield plain(f"In a waived passage. {view.passage}".strip(), QUIET)
    for field in view.drafts:
        yield linked(
            plain(f"✎ An unsaved draft of the {field} is kept.", "$warning"), command=DRAFT_COMMANDS.get(field, "")
        )


DRAFT_COMMANDS = {
    "rationale": "edit-rationale",
    "correction": "edit-correction",
    "explanation": "edit-explanation",
    "question": "ask-author",
}


def _invitation(view: CardView, keymap: Keymap) -> Iterator[Content]:
    verdict = view.claim.verdict
    missing = [
        (name, label)
        for name, label, there in (
            ("edit-rationale", "why", verdict and verdict.rationale),
            ("edit-correction", "better", verdict and verdict.correction),
            ("edit-explanation", "for readers", verdict and verdict.explanation),
            ("ask-author", "ask the author", view.claim.question),
        )
        if not there
    ]
    if missing:
        yield Content("  ").join(button(f"{keymap.first(name)} {label}", name, QUIET) for name, label in missing)
