"""What is typed or pasted into a form stays: every line of it, while its faults are mended, and when it is left."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from textual.widgets import Static

from tests.tui.libraries import NOW, running
from workbench.desk.citing import edit_evidence
from workbench.tui.dialogs.ask_claim import AskClaim
from workbench.tui.dialogs.ask_evidence import AskEvidence
from workbench.tui.dialogs.ask_export import AskExport
from workbench.tui.dialogs.ask_import import AskImport
from workbench.tui.dialogs.ask_source import AskSource
from workbench.tui.widgets.field import Field, Line

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
async def test_an_article_pasted_over_the_path_is_a_text_whole(end: str, database: Path) -> None:
    async with running(database, article=None) as run:
        await run.do("import-article")
        await run.type(end.join(("# The ferry", "", "There are 12 boats.")))
        assert run.app.screen.query_one(Line).value == ""
        await run.do("accept")
        assert run.review_screen.article_id == 2
        assert run.review_screen.document.text.splitlines() == ["The ferry", "", "There are 12 boats."]


async def test_a_path_and_a_text_are_not_both_taken_one_of_them_unsaid(database: Path) -> None:
    async with running(database, article=None) as run:
        await run.do("import-article")
        await run.type("vote.md\n")
        await run.type("# The ferry\nThere are 12 boats.\n")
        await run.do("accept")
        assert "leave one of them empty" in run.text()
        assert run.app.screen.query_one(Line).value == "vote.md"
        assert "12 boats" in run.app.screen.query_one(Field).text


async def test_lines_pasted_into_a_field_of_one_are_joined(database: Path) -> None:
    async with running(database) as run:
        await run.do("search")
        await run.type("six\r  hours\r\n")
        assert run.app.screen.query_one(Line).value == "six hours"


async def test_a_source_whose_file_cannot_be_read_is_still_in_its_form(database: Path, tmp_path: Path) -> None:
    async with running(database) as run:
        await run.do("show-sources", "add-source")
        form = run.app.screen
        assert isinstance(form, AskSource)
        form.fill("title", "The lease")
        form.fill("path", str(tmp_path / "lease.txt"))
        await run.do("accept")
        assert run.app.screen is form
        assert "lease.txt" in run.text()
        assert form.values()["title"] == "The lease"
        (tmp_path / "lease.txt").write_text("Signed in May.")
        await run.do("accept")
        assert "S2 is in the library now" in run.text()


async def test_a_report_without_a_folder_to_lie_in_is_still_asked_for(database: Path, tmp_path: Path) -> None:
    async with running(database) as run:
        await run.do("export")
        form = run.app.screen
        assert isinstance(form, AskExport)
        form.fill("path", str(tmp_path / "reports" / "vote.md"))
        await run.settle()
        await run.do("accept")
        assert run.app.screen is form
        assert str(form.query_one("#question-fault").render()).strip()
        (tmp_path / "reports").mkdir()
        await run.do("accept")
        assert "written: " in run.text()


async def test_a_folder_without_an_article_is_told_where_it_was_typed(database: Path, tmp_path: Path) -> None:
    (tmp_path / "drafts").mkdir()
    async with running(database, article=None) as run:
        await run.do("import-article")
        await run.type(str(tmp_path / "drafts"))
        await run.press("enter")
        assert isinstance(run.app.screen, AskImport)
        assert "nothing to import in this folder" in run.text()


async def test_what_was_typed_into_a_form_stands_there_again_until_it_is_saved_or_dropped(database: Path) -> None:
    async with running(database) as run:
        await run.do("attach-source")
        await run.press("enter")
        await run.type("14 votes")
        assert "drop draft" in run.text()
        await run.do("cancel", "attach-source")
        await run.press("enter")
        form = run.app.screen
        assert isinstance(form, AskEvidence)
        assert form.values()["quote"] == "14 votes"
        assert "as you left it; Ctrl+R drops it" in run.text()
        await run.do("drop-draft")
        assert form.values()["quote"] == ""
        assert "as you left it" not in run.text()
        assert "drop draft" not in run.text()
        await run.type("3 against")
        await run.do("cancel", "attach-source")
        await run.press("enter")
        await run.do("accept")
        assert "3 against" in [one.quote for held in run.review().evidence.values() for one in held]
        await run.do("attach-source")
        await run.press("enter")
        assert run.app.screen.values()["quote"] == ""


async def test_a_draft_of_one_claim_is_none_of_another(database: Path) -> None:
    async with running(database) as run:
        await run.do("edit-claim")
        run.app.screen.fill("speaker", "the clerk")
        await run.settle()
        await run.do("cancel", "next-claim", "edit-claim")
        form = run.app.screen
        assert isinstance(form, AskClaim)
        assert form.values()["speaker"] != "the clerk"
        await run.do("cancel", "previous-claim", "edit-claim")
        assert run.app.screen.values()["speaker"] == "the clerk"


async def test_an_article_that_was_pasted_and_left_is_still_there(database: Path) -> None:
    async with running(database, article=None) as run:
        await run.do("import-article")
        await run.type("# The ferry\nThere are 12 boats.\n")
        await run.do("cancel", "import-article")
        assert "12 boats" in run.app.screen.query_one(Field).text
        await run.do("accept", "show-library", "import-article")
        assert run.app.screen.query_one(Field).text == ""


async def test_a_click_beside_closes_no_form_in_which_something_was_typed(database: Path) -> None:
    async with running(database) as run:
        await run.do("show-sources", "add-source")
        form = run.app.screen
        await run.pilot.click(offset=(1, 1))
        await run.settle()
        assert run.app.screen is not form
        await run.do("add-source")
        form = run.app.screen
        await run.type("The lease")
        await run.pilot.click(offset=(1, 1))
        await run.settle()
        assert run.app.screen is form
        assert "it is not saved" in run.text()


async def test_words_that_do_not_stand_in_the_article_are_said_to_and_nothing_else_is_shown(database: Path) -> None:
    async with running(database) as run:
        run.review_screen.go(2)
        await run.do("edit-claim")
        shown = run.app.screen.query_one("#claim-words", Static)
        assert "14 votes" in str(shown.content)
        run.app.screen.fill("words", "14 wotes")
        await run.settle()
        assert str(shown.content) == "These words do not stand in the article as you wrote them."
        run.app.screen.fill("words", "900 members")
        await run.settle()
        assert "residents' group" in str(shown.content)


async def test_the_keys_of_the_colours_are_whole_in_the_smallest_window(database: Path) -> None:
    async with running(database, size=(40, 12)) as run:
        await run.do("choose-theme")
        assert "Enter keep   Esc cancel" in run.text()


async def test_a_dialog_tells_its_keys_and_is_as_it_was_after_that(database: Path) -> None:
    async with running(database) as run:
        await run.do("show-sources", "add-source")
        form = run.app.screen
        await run.type("The lease")
        before = run.text()
        await run.do("help")
        for told in ("Ctrl+S", "Esc", "Shift+Tab", "Ctrl+E", "Ctrl+R", "a digit takes the word", "Take the path"):
            assert told in run.text()
        assert "Go through the list" not in run.text()
        await run.do("cancel")
        assert run.app.screen is form
        assert run.text() == before
        # In a text the question mark is a letter, and goes on from where one was.
        await run.press("?")
        assert form.values()["title"] == "The lease?"


async def test_a_source_that_looks_like_another_goes_back_into_its_form_on_escape(database: Path) -> None:
    async with running(database) as run:
        await run.do("show-sources", "add-source")
        form = run.app.screen
        await run.type("Minutes of the council")
        await run.do("accept")
        assert "looks like a source that you have" in run.text()
        await run.do("cancel")
        assert run.app.screen is form
        assert "Nothing is stored yet" in run.text()
        await run.do("accept")
        await run.press("down", "enter")
        assert "S2 is in the library now" in run.text()


async def test_what_is_typed_now_can_be_dropped_and_the_key_is_told_where_there_is_room(database: Path) -> None:
    async with running(database, size=(70, 16)) as run:
        await run.do("edit-rationale")
        assert "drop draft" not in run.text()
        await run.type("counted twice")
        assert "Ctrl+R drop draft" in run.text()
        await run.do("drop-draft")
        assert "drop draft" not in run.text()
        await run.do("cancel")
        assert run.review_screen.drafts == {}


async def test_a_correction_begun_and_dropped_leaves_no_draft(database: Path) -> None:
    async with running(database) as run:
        await run.do("edit-correction")
        await run.type("15 votes")
        await run.do("drop-draft", "cancel")
        assert run.review_screen.drafts == {}


async def test_fields_that_touch_are_tinted_apart_whatever_is_hidden_between_them(database: Path) -> None:
    async with running(database) as run:
        await run.do("show-sources", "add-source")
        form = run.app.screen
        for kind in ("other", "interview", "call"):
            form.fill("type", kind)
            await run.settle()
            shown = [one for one in form.query("Line, Field").results() if one.parent.display and not one.has_focus]
            tints = [one.styles.background for one in shown]
            assert all(one != other for one, other in pairwise(tints))


async def test_what_stands_for_an_example_looks_unlike_what_was_typed(database: Path) -> None:
    async with running(database) as run:
        await run.do("attach-source")
        await run.press("enter")
        for name, example, part in (("locator", "for instance p. 2", "placeholder"), ("quote", "word for word", "")):
            control = run.app.screen.control(name)
            assert example in str(control.placeholder)
            styles = control.get_component_styles(f"input--{part}" if part else "text-area--placeholder")
            assert styles.text_style.italic


async def test_a_text_to_import_can_be_given_to_the_editor_too(database: Path) -> None:
    async with running(database, article=None) as run:
        await run.do("import-article")
        await run.press("tab")
        await run.do("outside")
        # A test has no terminal to lend.
        assert "there is no editor to call from here" in run.text()


async def test_what_a_figure_means_is_said_in_words_and_read_while_they_are_typed(database: Path) -> None:
    async with running(database) as run:
        run.review_screen.go(2)
        await run.do("edit-claim")
        form = run.app.screen
        assert form.values()["figure"] == "14 votes"
        assert "→ 14 · count of votes" in run.text()
        form.fill("figure", "over 14 councillors")
        await run.settle()
        assert "→ over 14 · count of councillors · open above" in run.text()
        await run.do("accept")
        assert "over 14 · count of councillors" in run.text()
        claim = run.claim(2)
        assert (claim.figure.noun, claim.figure.text) == ("councillors", "14")
        await run.do("undo")
        assert run.claim(2).figure.noun == "votes"


async def test_words_that_say_no_single_figure_are_told_and_nothing_is_lost(database: Path) -> None:
    async with running(database) as run:
        run.review_screen.go(2)
        await run.do("edit-claim")
        form = run.app.screen
        form.fill("figure", "3 dogs and 4 cats")
        await run.do("accept")
        assert run.app.screen is form
        assert "several figures: 3, 4" in run.text()
        assert form.values()["figure"] == "3 dogs and 4 cats"


async def test_only_what_speaks_of_a_figure_asks_what_it_means(database: Path) -> None:
    async with running(database) as run:
        run.review_screen.go(2)
        await run.do("edit-claim")
        assert "Means" in run.text()
        run.app.screen.fill("kind", "quote")
        await run.settle()
        assert "Means" not in run.text()


async def test_the_sentence_that_a_claim_stands_for_is_chosen(database: Path) -> None:
    async with running(database) as run:
        claim = next(one for one in run.review().claims if one.text == "40,000")
        run.review_screen.go(claim.number)
        await run.do("edit-claim")
        assert "with the one before" in run.text()
        run.app.screen.fill("extent", "before")
        await run.settle()
        assert "Brandt said. The port handled 40,000" in " ".join(run.text().split())
        await run.do("accept")
        text = run.review_screen.document.text
        assert run.claim(claim.number).extent.of(text).startswith("“We have waited")
        # As it is now is what the form begins with.
        await run.do("edit-claim")
        assert run.app.screen.values()["extent"] == "before"


async def test_evidence_that_cannot_be_stored_stays_in_its_form(database: Path) -> None:
    async with running(database) as run:
        run.review_screen.go(2)
        run.review_screen.evidence.focus()
        await run.do("edit-evidence")
        form = run.app.screen
        assert isinstance(form, AskEvidence)
        form.fill("locator", "page " * 500)
        await run.do("accept")
        assert run.app.screen is form
        assert "at most 2,000 are kept" in run.text()
        form.fill("locator", "item 5")
        await run.do("accept")
        assert [one.locator for one in run.review().evidence[run.claim(2).uid]] == ["item 5"]


async def test_evidence_that_another_changed_is_told_in_the_form_before_it_is_replaced(database: Path) -> None:
    async with running(database) as run:
        run.review_screen.go(2)
        run.review_screen.evidence.focus()
        await run.do("edit-evidence")
        form = run.app.screen
        form.fill("locator", "mine")
        (held,) = run.review().evidence[run.claim(2).uid]
        edit_evidence(run.store, held.id, locator="theirs", now=NOW, actor="bo")
        await run.do("accept")
        assert run.app.screen is form
        assert "save again to put yours in its place" in " ".join(run.text().split())
        await run.do("accept")
        (kept,) = run.review().evidence[run.claim(2).uid]
        assert kept.locator == "mine"
