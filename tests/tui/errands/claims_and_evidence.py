"""Errands on claims: verdicts, the words around them, sources and quotations, claims made by hand."""

from __future__ import annotations

from tests.tui.errands.registry import exercise, said
from tests.tui.libraries import NOW, Running
from workbench.desk import reviewing
from workbench.desk.places import list_drafts
from workbench.model.claims import ClaimState
from workbench.model.sources import Stance
from workbench.model.verdicts import Action
from workbench.tui.dialogs.ask_evidence import AskEvidence
from workbench.tui.dialogs.ask_text import AskText
from workbench.tui.dialogs.pick import Pick
from workbench.tui.screens.source import SourceScreen
from workbench.tui.widgets.field import Field
from workbench.tui.widgets.flash import Flash
from workbench.tui.widgets.markable import MarkableSheet


@exercise("repeat-verdict", "set-action", "reopen-claim", "flag-claim", "waive-claim", "undo", "redo")
async def deciding(run: Running) -> None:
    await run.press("1")
    decided = run.claim(2)
    assert decided.state is ClaimState.DECIDED
    assert decided.verdict.rating_id == "correct"
    assert decided.verdict.decided_by == "ada"
    assert run.current == 3
    assert run.room.query_one(Flash)._saved
    await run.do("repeat-verdict")
    assert run.claim(3).verdict.rating_id == "correct"
    await run.do("undo")
    assert run.claim(3).state is ClaimState.OPEN
    await run.do("redo")
    assert run.claim(3).state is ClaimState.DECIDED
    await run.do("set-action")
    await run.type("fix")
    await run.press("enter")
    assert run.claim(3).verdict.action is Action.FIX
    await run.do("flag-claim")
    assert run.claim(3).flagged
    await run.do("reopen-claim")
    assert run.claim(3).verdict is None
    await run.do("waive-claim")
    assert run.claim(3).state is ClaimState.WAIVED
    assert run.current == 4
    await run.press("i")
    assert run.claim(4).verdict.rating_id == "imprecise"


@exercise("decide-same")
async def deciding_what_is_said_again(run: Running) -> None:
    run.review_screen.go(7)
    await run.settle()
    assert "Same figure in 15" in run.text()
    await run.press("1")
    assert "claim 7: Correct; = decides 15 too: the same figure" in run.text()
    assert run.current != 7
    run.review_screen.go(7)
    await run.do("edit-rationale")
    await run.type("so says the port")
    await run.do("accept")
    assert "gives the same verdict to the open ones" in run.text()
    await run.do("decide-same")
    again = run.claim(15).verdict
    assert (again.rating_id, again.rationale) == ("correct", "so says the port")
    assert "gives the same verdict to the open ones" not in run.text()
    await run.do("decide-same")
    assert "Nothing that is open" in run.text()
    await run.do("undo")
    assert run.claim(15).verdict is None


@exercise("select-claim")
async def deciding_several_at_once(run: Running) -> None:
    await run.do("select-claim", "select-claim")
    await run.press("1")
    assert [run.claim(number).state for number in (2, 3, 4)] == [
        ClaimState.DECIDED,
        ClaimState.DECIDED,
        ClaimState.OPEN,
    ]
    assert run.review().events[-1].deed == "decide_claims"


@exercise(
    "edit-rationale",
    "edit-rationale-outside",
    "edit-correction",
    "edit-explanation",
    "ask-author",
    "accept",
    "cancel",
    "outside",
)
async def writing(run: Running) -> None:
    await run.press("1")
    await run.do("previous-claim", "edit-rationale")
    await run.type("so say the minutes")
    await run.do("accept")
    assert run.claim(2).verdict.rationale == "so say the minutes"
    await run.do("edit-correction")
    await run.type("fourteen")
    await run.do("accept")
    assert run.claim(2).verdict.correction == "fourteen"
    await run.do("edit-explanation")
    await run.type("It is so.")
    await run.do("accept")
    assert run.claim(2).verdict.explanation == "It is so."
    await run.do("ask-author")
    await run.type("who counted?")
    await run.do("cancel")
    assert run.claim(2).question == ""
    await run.do("ask-author")
    assert isinstance(run.app.screen, AskText)
    assert run.app.screen.query_one(Field).text == "who counted?"
    await run.do("outside")
    assert "editor" in run.text()
    await run.do("accept")
    assert run.claim(2).question == "who counted?"
    await run.do("edit-rationale-outside")
    assert "editor" in run.text()


@exercise(
    "attach-source",
    "open-source",
    "edit-evidence",
    "detach-evidence",
    "next-passage",
    "previous-passage",
    "copy-passage",
)
async def citing(run: Running) -> None:
    assert run.current == 2
    await run.do("open-source")
    assert isinstance(run.app.screen, SourceScreen)
    assert "The debate took six hours" in run.text()
    await run.do("copy-passage")
    assert run.app.clipboard == "14 votes in favour"
    await run.pilot.resize_terminal(44, 10)
    sheet = run.app.screen.query_one(MarkableSheet)
    passage = sheet.text.index("14 votes in favour")
    for command in ("next-passage", "previous-passage"):
        sheet.scroll_to_offset(len(sheet.text) - 1)
        await run.settle()
        assert not sheet.window.start <= passage < sheet.window.end
        await run.do(command)
        assert sheet.window.start <= passage < sheet.window.end
    await run.pilot.resize_terminal(120, 40)
    await run.do("back", "next-claim", "attach-source")
    assert isinstance(run.app.screen, Pick)
    await run.press("enter")
    assert isinstance(run.app.screen, AskEvidence)
    await run.type("3 against")
    await run.press("shift+tab", "right")
    await run.do("accept")
    evidence = run.review().evidence[run.claim(3).uid][0]
    assert (evidence.stance, evidence.quote) == (Stance.CONTRADICTS, "3 against")
    run.review_screen.evidence.focus()
    await run.do("edit-evidence")
    await run.press("shift+tab", "left")
    await run.do("accept")
    assert run.review().evidence[run.claim(3).uid][0].stance is Stance.SUPPORTS
    await run.do("detach-evidence")
    assert run.claim(3).uid not in run.review().evidence
    await run.do("undo")
    assert run.claim(3).uid in run.review().evidence


@exercise("open-source", "find-words", "next-passage", "back")
async def finding_in_a_source(run: Running) -> None:
    await run.do("open-source", "find-words")
    await run.type("council")
    await run.press("enter")
    assert said(run) == "found once; Esc drops it"
    await run.do("next-passage", "back", "back")
    assert run.app.screen is run.review_screen


@exercise("open-source", "mark-passage", "cite-passage")
async def quoting(run: Running) -> None:
    await run.do("open-source", "mark-passage")
    await run.press("w", "w", "enter")
    await run.do("cite-passage")
    assert run.review().evidence[run.claim(2).uid][0].quote == "14 votes"
    await run.do("back", "undo")
    assert run.review().evidence[run.claim(2).uid][0].quote == "14 votes in favour"


@exercise("mark-text", "edit-claim", "split-claim", "merge-claims", "copy-claim")
async def making_claims(run: Running) -> None:
    await run.do("mark-text")
    await run.press("e", "enter")
    made = max(run.review().claims, key=lambda claim: claim.number)
    assert made.number == run.current == 16
    assert made.text.startswith("14")
    await run.do("edit-claim")
    run.app.screen.control("speaker").focus()
    await run.type("Nobody")
    await run.do("accept")
    assert run.claim(16).speaker == "Nobody"
    assert said(run) == "claim 16: figure, said by Nobody; u undoes"
    deeds = len(run.review().events)
    await run.do("edit-claim", "accept")
    assert len(run.review().events) == deeds
    await run.do("copy-claim")
    assert run.app.clipboard == run.claim(16).text
    run.review_screen.go(8)
    await run.do("split-claim")
    await run.type("ten")
    await run.press("enter")
    numbers = {claim.number for claim in run.review().claims}
    assert {17, 18} <= numbers
    assert 8 not in numbers
    run.review_screen.go(17)
    session = run.review_screen.session
    assert session is not None
    session.selected = {17, 18}
    await run.do("merge-claims")
    assert "ten years" in run.claim(19).text


@exercise("edit-rationale", "drop-draft", "cancel")
async def dropping_a_draft(run: Running) -> None:
    await run.do("next-claim")
    number = run.current
    reviewing.decide_claim(run.store, f"1.{number}", "correct", rationale="as stored", now=NOW, actor="ada")
    run.review_screen.refresh_from_desk()
    await run.settle()
    await run.do("edit-rationale")
    await run.type(", and more")
    await run.do("cancel")
    assert run.review_screen.drafts == {(number, "rationale"): "as stored, and more"}
    await run.do("edit-rationale")
    assert "drop draft" in run.text()
    await run.do("drop-draft")
    assert run.app.screen.query_one(Field).text == "as stored"
    await run.do("cancel")
    assert run.review_screen.drafts == {}
    assert list_drafts(run.store, 1) == ()
