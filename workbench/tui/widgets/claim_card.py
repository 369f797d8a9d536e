"""The card of the current claim: what it says, who says it, what was decided and why."""

from __future__ import annotations

import difflib
from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING

from textual.content import Content

from workbench.model.claims import ClaimState, WaiveReason
from workbench.model.verdicts import Action
from workbench.tui.plain import button, linked, one_line, plain
from workbench.tui.widgets.correction import show_correction
from workbench.tui.widgets.panel import Panel

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

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
    drafts: Mapping[str, str] = field(default_factory=dict)
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
    glyph, style = _state(view)
    top = Content.assemble(
        one_line(glyph, style),
        (f" {claim.number}", "bold"),
        ("  ", ""),
        (claim.kind, QUIET),
        (" · ", QUIET),
        speaker.stylize(QUIET),
        flags,
    )
    mark = one_line(claim.text, "bold $page-text", 240)
    lines = [linked(top, command="edit-claim"), linked(mark, command="edit-claim")]
    if view.meaning:
        lines.append(one_line(view.meaning, QUIET))
    yield Content("\n").join(lines)


def _state(view: CardView) -> tuple[str, str]:
    """Return the glyph and the style of how the claim stands."""
    if view.claim.state is ClaimState.WAIVED:
        return "–", "$claim-waived"
    if view.claim.verdict is None:
        return "○", "$claim-open"
    return (view.rating.glyph, OUTCOME_STYLES[view.rating.outcome.value]) if view.rating else ("●", QUIET)


def _flags(view: CardView) -> Iterator[str]:
    if view.claim.flagged:
        yield "⚑ flagged"
    if view.selected:
        yield "◆ selected"
    if not view.in_scope:
        yield "not counted"


def _verdict(view: CardView) -> Iterator[Content]:
    claim, verdict = view.claim, view.claim.verdict
    glyph, style = _state(view)
    if claim.state is ClaimState.WAIVED:
        why = "in a waived passage" if claim.waive_reason is WaiveReason.PASSAGE else "not checkable"
        yield Content.assemble((f"{glyph} waived", f"bold {style}"), (f"  {why}", QUIET))
    elif verdict is None:
        yield Content.styled(f"{glyph} open", f"bold {style}")
    else:
        label = view.rating.label if view.rating else verdict.rating_id
        line = one_line(f"{glyph} {label}", f"bold {style}")
        if verdict.action is not Action.NONE:
            line = Content.assemble(line, (f" → {ACTION_WORDS[verdict.action]}", "bold"))
        signed = " ".join(filter(None, (verdict.decided_by, verdict.decided_at[:16].replace("T", " "))))
        lines = [linked(line, command="set-action"), *([one_line(signed, QUIET)] if signed else [])]
        yield Content("\n").join(lines)


def _texts(view: CardView, keymap: Keymap) -> Iterator[Content]:
    for title, field_name, command in SECTIONS:
        stored = _stored(view, field_name)
        draft = view.drafts.get(field_name, "")
        if stored:
            content = _correction(view) if field_name == "correction" else plain(stored)
            yield _section(title, command, keymap, content)
        if draft.strip() and draft != stored:
            waits = "an unsaved draft" if view.claim.verdict or field_name == "question" else "waits for the verdict"
            yield _section(f"{title}  ✎ {waits}", command, keymap, plain(draft, f"italic {QUIET}"))


SECTIONS = (
    ("Why", "rationale", "edit-rationale"),
    ("Better", "correction", "edit-correction"),
    ("For readers", "explanation", "edit-explanation"),
    ("Ask the author", "question", "ask-author"),
)


def _stored(view: CardView, field_name: str) -> str:
    if field_name == "question":
        return view.claim.question
    return str(getattr(view.claim.verdict, field_name)) if view.claim.verdict else ""


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


def _invitation(view: CardView, keymap: Keymap) -> Iterator[Content]:
    missing = [
        button(f"{keymap.first(command)} {title.lower()}", command, QUIET)
        for title, field_name, command in SECTIONS
        if not _stored(view, field_name) and not view.drafts.get(field_name, "").strip()
    ]
    if missing:
        # Two to a row: words and their key are never parted, on the narrowest card.
        rows = (Content("   ").join(missing[at : at + 2]) for at in range(0, len(missing), 2))
        yield Content("\n").join(rows)
