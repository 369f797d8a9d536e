"""The card of the current claim: what it says, who says it, what was decided and why."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING

from textual.content import Content

from workbench.model.claims import ClaimState, WaiveReason
from workbench.model.verdicts import Action, Outcome
from workbench.tui.plain import lines, linked, one_line, plain
from workbench.tui.times import day_and_minute
from workbench.tui.widgets.correction import show_proposal
from workbench.tui.widgets.panel import Panel

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Unpack

    from workbench.model.claims import Claim
    from workbench.model.reviews import Notice
    from workbench.model.verdicts import Rating
    from workbench.tui.keymap import Keymap
    from workbench.tui.widgets.naming import Naming

QUIET = "$page-margin"
# Characters of the claim's words on the card; fewer where the article beside it has them lit.
LONGEST_MARK, SHORT_MARK = 240, 140
OUTCOME_STYLES = {"pass": "$claim-pass", "note": "$claim-note", "fail": "$claim-fail", "none": "$claim-none"}
ACTION_WORDS = {
    Action.FIX: "fix it",
    Action.CUT: "cut it",
    Action.QUERY: "ask the author",
    Action.ADD_CONTEXT: "add context",
}


# What is written about a claim: its heading on the card, the field, the command that writes it, and the invitation to.
SECTIONS = (
    ("Why", "rationale", "edit-rationale", "say why, for the desk"),
    ("Better wording", "correction", "edit-correction", "propose a better wording"),
    ("For readers", "explanation", "edit-explanation", "explain it to readers"),
    ("To the author", "question", "ask-author", "ask the author"),
)


@dataclass(frozen=True, slots=True)
class CardView:
    """All that a card shows: the claim, its sentence with the mark's place in it, and what stands around it.

    `lost` names the drafts that could not be stored. `section` is the heading that the claim stands under. `again` are
    the claims that say the same figure, `again_open` whether one of them is open. `doubt` is how the evidence is marked
    where that is the contrary of the verdict. `alone` says that the article is out
    of sight: then the card shows the sentence too.
    """

    claim: Claim
    sentence: str
    mark: tuple[int, int]
    rating: Rating | None = None
    meaning: str = ""
    section: str = ""
    again: tuple[int, ...] = ()
    again_open: bool = False
    doubt: str = ""
    notices: tuple[Notice, ...] = ()
    drafts: Mapping[str, str] = field(default_factory=dict)
    lost: frozenset[str] = frozenset()
    passage: str | None = None
    in_scope: bool = True
    selected: bool = False
    alone: bool = False


class ClaimCard(Panel):
    """The current claim; every part of it can be clicked to change it."""

    def __init__(self, keymap: Keymap, **naming: Unpack[Naming]) -> None:
        super().__init__(**naming)
        self._keymap = keymap
        self._number = 0

    def show_claim(self, view: CardView | None) -> None:
        """Show a claim, or what to do where there is none; another one than before is shown from its beginning."""
        before, self._number = self._number, view.claim.number if view else 0
        if view is None:
            hint = f"No claim here. {self._keymap.first('mark-text')} marks words and makes a claim of them."
            self.show(Content.styled(hint, QUIET))
        else:
            self.show(describe(view, self._keymap), keep_place=self._number == before)

    def bring_section(self, field_name: str) -> None:
        """Scroll to what is written under a heading."""
        for _, name, command, _ in SECTIONS:
            if name == field_name:
                self.bring("command", command)


def describe(view: CardView, keymap: Keymap) -> Content:
    """Return the whole card as content."""
    parts: Iterator[Content] = chain(
        _head(view),
        _sentence(view),
        _around(view, keymap),
        _texts(view, keymap),
        _invitation(view, keymap),
    )
    return Content("\n\n").join(list(parts))


def _head(view: CardView) -> Iterator[Content]:
    """Yield how the claim stands, its words, what they were understood as, and who says them."""
    claim, verdict = view.claim, view.claim.verdict
    glyph, words, style = _state(view)
    top = Content.assemble((f"{glyph} {claim.number}  ", f"bold {style}"), one_line(words, f"bold {style}"))
    flags = Content.styled("  ".join(_flags(view)), "bold $warning")
    command = "set-action" if verdict else "edit-claim"
    # Behind the words of a verdict a flag would be parted from its glyph at the row's end.
    tops = [Content.assemble(top, "  ", flags)] if flags and claim.state is ClaimState.OPEN else [top, flags]
    rows = [
        *(linked(row, command=command) for row in tops if row),
        linked(_words(claim, LONGEST_MARK if view.alone else SHORT_MARK), command="edit-claim"),
    ]
    if view.meaning:
        rows.append(one_line(view.meaning, "$page-text"))
    told = [claim.kind, f"said by {claim.speaker or 'the article'}"]
    if view.section:
        told.append(f"under “{view.section}”")
    rows.append(linked(one_line(" · ".join(told), QUIET), command="edit-claim"))
    if verdict is not None and verdict.decided_by:
        at = day_and_minute(verdict.decided_at)
        rows.append(one_line(f"by {verdict.decided_by}, {at}".rstrip(", "), QUIET))
    yield lines(rows)


def _words(claim: Claim, limit: int) -> Content:
    """Return the claim in words that stand alone where they hold the marked ones, which are the bold part; else these."""
    mark, wording = (" ".join(text.split()) for text in (claim.text, claim.wording))
    at = wording.find(mark)
    if at < 0 or not claim.figure:
        return one_line(mark, "bold $page-text", limit)
    shown = one_line(wording, "$page-text", limit)
    return shown.stylize("bold underline", at, min(at + len(mark), len(shown)))


def _state(view: CardView) -> tuple[str, str, str]:
    """Return the glyph, the words and the style of how the claim stands."""
    claim, verdict = view.claim, view.claim.verdict
    if claim.state is ClaimState.WAIVED:
        why = "in a waived passage" if claim.waive_reason is WaiveReason.PASSAGE else "not checkable"
        return "–", f"waived · {why}", "$claim-waived"
    if verdict is None:
        return "○", "open", "$claim-open"
    action = "" if verdict.action is Action.NONE else f" → {ACTION_WORDS[verdict.action]}"
    if view.rating is None:
        return "●", f"{verdict.rating_id}{action}", QUIET
    return view.rating.glyph, f"{view.rating.label}{action}", OUTCOME_STYLES[view.rating.outcome.value]


def _flags(view: CardView) -> Iterator[str]:
    if view.claim.flagged:
        yield "⚑ flagged"
    if view.selected:
        yield "◆ selected"
    if not view.in_scope:
        yield "not counted"


def _texts(view: CardView, keymap: Keymap) -> Iterator[Content]:
    for title, field_name, command, _ in SECTIONS:
        stored = _stored(view, field_name)
        draft = view.drafts.get(field_name, "")
        if stored:
            proposed = field_name == "correction"
            content = show_proposal(view.claim.text, view.sentence, stored) if proposed else plain(stored)
            yield _section(title, command, keymap, content)
        if draft.strip() and draft != stored:
            yield _section(
                f"{title}  ✎ {_draft_state(view, field_name)}", command, keymap, plain(draft, f"italic {QUIET}")
            )


def _draft_state(view: CardView, field_name: str) -> str:
    if field_name in view.lost:
        return "not stored, here until you leave"
    return "an unsaved draft" if view.claim.verdict or field_name == "question" else "waits for the verdict"


def _stored(view: CardView, field_name: str) -> str:
    if field_name == "question":
        return view.claim.question
    return str(getattr(view.claim.verdict, field_name)) if view.claim.verdict else ""


def _section(title: str, command: str, keymap: Keymap, content: Content) -> Content:
    head = Content.assemble((keymap.first(command), "bold $page-text"), (f"  {title}", f"bold {QUIET}"))
    return linked(Content.assemble(head, "\n", content), command=command)


def _sentence(view: CardView) -> Iterator[Content]:
    """Yield the sentence around the mark where the article does not show it beside the card."""
    start, end = view.mark
    if not view.alone or view.sentence.strip() == view.claim.text.strip():
        return
    body = plain(" ".join(view.sentence.split("\n")), QUIET)
    yield body.stylize("underline $page-text", start, end)


def _around(view: CardView, keymap: Keymap) -> Iterator[Content]:
    if view.again:
        numbers: Sequence[Content] = [
            linked(Content.styled(str(number), "underline"), claim=number) for number in view.again
        ]
        said = Content.assemble("Same figure in ", Content(", ").join(numbers))
        if view.claim.verdict is not None and view.again_open:
            said = lines(
                [said, _offer(keymap.first("decide-same"), "gives the same verdict to the open ones", "decide-same")]
            )
        yield said
    if view.doubt:
        yield Content.assemble(("! ", "bold $warning"), view.doubt)
    for notice in view.notices:
        yield Content.assemble(("! ", "bold $warning"), plain(notice.message))
    if view.passage:
        yield plain(f"Waived passage: {view.passage}", QUIET)


def _invitation(view: CardView, keymap: Keymap) -> Iterator[Content]:
    """Yield what could be written here, each with its key: one to a row, so that it reads as a list of what to press."""
    claim = view.claim
    offers = [
        (keymap.first(command), words, command)
        for _, field_name, command, words in SECTIONS
        if not _stored(view, field_name) and not view.drafts.get(field_name, "").strip()
    ]
    if claim.verdict is not None and claim.verdict.action is Action.NONE and not _is_pass(view.rating):
        offers.append((keymap.first("set-action"), "say what the desk does", "set-action"))
    if offers:
        wide = max(len(key) for key, _, _ in offers)
        yield lines(_offer(key.ljust(wide), words, command) for key, words, command in offers)


def _is_pass(rating: Rating | None) -> bool:
    return rating is not None and rating.outcome is Outcome.PASS


def _offer(key: str, words: str, command: str) -> Content:
    return linked(Content.assemble((key, "bold $page-text"), (f"  {words}", QUIET)), command=command)
