"""Pick one of many: what was typed is in sight, and lit, wherever it stands in a long item."""

from __future__ import annotations

from textual.widgets import OptionList, Static

from tests.tui.widgets.stage import Stage
from workbench.tui.dialogs.pick import Item, Pick
from workbench.tui.widgets.field import Line

LONG = "Members of the council met behind closed doors for most of the night before the vote on the STRASSE İ bridge"


async def test_the_words_that_were_typed_are_in_sight_and_lit() -> None:
    app = Stage(Static())
    async with app.run_test(size=(80, 24)) as pilot:
        app.push_screen(Pick("Which sentence?", [Item("long", LONG), Item("short", "The bridge")]))
        await pilot.pause()
        rows = app.screen.query_one(OptionList)
        assert str(rows.get_option("long").prompt).startswith("Members of the council")
        app.screen.query_one(Line).value = "Bridge"
        await pilot.pause()
        for name in ("long", "short"):
            row = rows.get_option(name).prompt
            [lit] = [str(row)[span.start : span.end] for span in row.spans if "accent" in str(span.style)]
            assert lit == "bridge"
        assert str(rows.get_option("long").prompt).startswith("…")


async def test_a_list_that_nothing_is_left_of_says_so_and_takes_no_enter() -> None:
    app = Stage(Static())
    async with app.run_test(size=(80, 24)) as pilot:
        app.push_screen(Pick("Which sentence?", [Item("long", LONG)]))
        await pilot.pause()
        rows = app.screen.query_one(OptionList)
        app.screen.query_one(Line).value = "qqqqq"
        await pilot.pause()
        assert str(rows.get_option_at_index(0).prompt) == "Nothing is like this; fewer words find more."
        await pilot.press("down", "enter")
        assert isinstance(app.screen, Pick)
        app.screen.query_one(Line).value = "bridge"
        await pilot.pause()
        assert [option.id for option in rows.options] == ["long"]
