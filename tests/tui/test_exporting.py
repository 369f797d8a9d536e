"""Hand a report in from the review: every format can be asked for, nothing is replaced unsaid."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from textual.widgets import Static

from tests.tui.libraries import running
from workbench.tui.dialogs.ask_export import AskExport

if TYPE_CHECKING:
    from pathlib import Path


async def test_a_claimreview_is_written_with_the_address_of_the_check(database: Path, tmp_path: Path) -> None:
    place = tmp_path / "check.jsonld"
    place.write_text("old")
    async with running(database) as run:
        quote = next(claim for claim in run.review().claims if claim.kind == "quote" and claim.speaker)
        run.review_screen.go(quote.number)
        await run.press("6")
        await run.do("export")
        run.app.screen.fill("format", "claimreview")
        run.app.screen.fill("path", str(place))
        await run.settle()
        assert "is there already" in str(run.app.screen.query_one("#place", Static).content)
        run.app.screen.fill("check_url", "https://desk.example/checks/7")
        await run.press("ctrl+s")
        assert "written: " in run.text()
    [found] = json.loads(place.read_text())["@graph"]
    assert found["url"] == f"https://desk.example/checks/7#c{quote.number}"


async def test_what_is_no_text_has_no_preview_and_says_so(database: Path) -> None:
    async with running(database) as run:
        await run.do("export")
        shown = run.app.screen.query_one("#preview", Static)
        run.app.screen.fill("format", "docx")
        await run.settle()
        assert str(shown.content).strip() == "This format has no preview."
        run.app.screen.fill("format", "md")
        await run.settle()
        assert str(shown.content).strip().startswith("# ")


@pytest.mark.parametrize(
    ("title", "name"),
    [
        (
            "Draft: Council calls for ceasefire as Washington steps aside",
            "draft-council-calls-for-ceasefire-as-washington.md",
        ),
        ("Überfall in Łódź, 1944", "überfall-in-łódź-1944.md"),
        ("../../etc/passwd", "etc-passwd.md"),
        ("?!", "review.md"),
    ],
)
def test_a_report_is_named_by_whole_words_of_the_title(title: str, name: str) -> None:
    async def preview(kind: str, *, public: bool, check_url: str) -> str:
        return f"{kind} {public} {check_url}"

    entries = AskExport(title, [("md", "Memo", ".md")], preview).entries()
    assert [entry.value for entry in entries if entry.path] == [name]


async def test_a_dialog_that_is_taken_down_lets_its_work_go(database: Path) -> None:
    async with running(database) as run:
        await run.do("export")
        dialog = run.app.screen
        assert isinstance(dialog, AskExport)
        # A terminal that is closed ends the widgets first, and what they set off comes after that.
        await dialog.query(".form-row").remove()
        await dialog._show_preview()
        await dialog._tell_place()
