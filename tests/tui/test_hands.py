"""The shipped keymaps under the hands that know them: in lists, in dialogs, while marking, in the palette."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual import events
from textual.widgets import OptionList

from tests.tui.libraries import running
from workbench.desk.articles import list_articles
from workbench.tui.commands import commands_in
from workbench.tui.dialogs.pick import Pick
from workbench.tui.keymap import SHIPPED
from workbench.tui.screens.articles import LibraryScreen
from workbench.tui.screens.source import SourceScreen
from workbench.tui.widgets.field import Field, Line

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


async def test_emacs_moves_and_leaves_in_a_list_to_pick_from(database: Path) -> None:
    async with running(database, keymap="emacs") as run:
        await run.press("ctrl+s")
        assert isinstance(run.app.screen, Pick)
        options = run.app.screen.query_one(OptionList)
        await run.press("ctrl+n", "ctrl+n", "ctrl+p")
        assert options.highlighted == 1
        assert "Ctrl+G" not in run.text()
        await run.press("ctrl+g")
        assert run.app.screen is run.review_screen


async def test_emacs_marks_by_its_own_motions(database: Path) -> None:
    async with running(database, keymap="emacs") as run:
        document = run.review_screen.document
        await run.press("m", "alt+f")
        by_word = document.selected_span()
        await run.press("ctrl+n")
        by_row = document.selected_span()
        assert by_word is not None
        assert by_row is not None
        assert by_row.end > by_word.end
        await run.press("ctrl+g")
        assert not document.is_marking
        assert document.selected_span() is None


@pytest.mark.parametrize(("keymap", "key"), [("default", "ctrl+p"), ("vim", ":"), ("emacs", "alt+x")])
async def test_the_palette_finds_commands_claims_sources_and_articles(database: Path, keymap: str, key: str) -> None:
    async with running(database, keymap=keymap) as run:
        await run.press(key)
        assert isinstance(run.app.screen, Pick)
        await run.type("put a flag")
        await run.press("enter")
        assert run.claim(run.current).flagged
        await run.press(key)
        await run.type("40,000 contain")
        await run.press("enter")
        assert run.review_screen.session is not None
        assert run.review_screen.session.claim is not None
        assert run.review_screen.session.claim.text == "40,000"
        await run.press(key)
        await run.type("minutes of")
        await run.press("enter")
        assert isinstance(run.app.screen, SourceScreen)
        await run.press("q", "f2")
        assert isinstance(run.app.screen, LibraryScreen)
        await run.press(key)
        await run.type(list_articles(run.store)[0].article.title)
        await run.press("enter")
        assert run.app.screen is run.review_screen


async def test_help_tells_the_keys_while_marking(database: Path) -> None:
    async with running(database, size=(120, 200)) as run:
        await run.press("f1")
        assert "Go to the next sentence, or the one before." in run.text()


@pytest.mark.parametrize("theme", ["ansi-dark", "ansi-light", "workbench-night"])
async def test_the_row_that_would_be_picked_is_seen_in_every_family(database: Path, theme: str) -> None:
    async with running(database, theme=theme) as run:
        await run.press("/", "down")
        options = run.app.screen.query_one(OptionList)
        styles = [
            {(one.style.underline, one.style.bgcolor) for one in options.render_line(y) if one.style} for y in (0, 1)
        ]
        assert styles[0].isdisjoint(styles[1])


async def test_a_letter_with_alt_gives_no_verdict(database: Path) -> None:
    async with running(database, keymap="emacs", size=(80, 12)) as run:
        before = run.current
        for letter in "vcf":
            run.app._driver.send_message(events.Key(f"alt+{letter}", letter))  # type: ignore[union-attr]  # it runs
            await run.settle()
        assert run.review().progress.decided == 0
        assert run.current == before


@pytest.mark.parametrize(
    ("keymap", "keys"),
    [("default", "jkGg"), ("vim", ("ctrl+d", "ctrl+u", "G", "g")), ("emacs", ("ctrl+n", "ctrl+p", ">", "<"))],
)
async def test_the_help_is_read_with_the_keys_that_it_names(database: Path, keymap: str, keys: Sequence[str]) -> None:
    async with running(database, keymap=keymap, size=(80, 24)) as run:
        await run.press("f1")
        panel = run.app.screen.query_one("#help-text")
        places = [panel.scroll_offset.y]
        for key in keys:
            await run.press(key)
            places.append(panel.scroll_offset.y)
        assert places[0] == places[2] == places[4] == 0
        assert places[1] > 0
        assert places[3] == panel.max_scroll_y


@pytest.mark.parametrize("keymap", SHIPPED)
async def test_every_key_that_a_screen_helps_with_reaches_its_command(database: Path, keymap: str) -> None:
    screens = {"review": "", "source": "o", "sources": "f3", "history": "f4", "statistics": "f5", "queries": "f6"}
    async with running(database, keymap=keymap) as run:
        for place, key in {**screens, "library": "f2"}.items():
            await run.press(*filter(None, [key]))
            assert run.room.place == place
            active = run.app.screen.active_bindings
            for command in commands_in(place):
                for one in run.app.keymap.of(command):
                    bound = active[one]
                    # A panel's own arrows scroll as the command would.
                    assert bound.binding.id in {command.id, None}, (place, one)
                    node = run.app.screen if bound.binding.action.startswith("screen.") else bound.node
                    assert hasattr(node, f"action_{bound.binding.action.rpartition('.')[2].partition('(')[0]}")
            if place not in {"review", "library"}:
                await run.press("q")


async def test_ctrl_c_tells_how_to_leave_with_the_users_key(database: Path) -> None:
    async with running(database) as run:
        await run.press("ctrl+c")
        assert "Ctrl+Q leaves workbench" in run.text()


def alt(letter: str) -> events.Key:
    """Return what a legacy terminal's Escape and letter become: the letter comes with the key."""
    return events.Key(f"alt+{letter}", letter)


async def test_alt_with_a_letter_writes_nothing_into_a_text(database: Path) -> None:
    async with running(database, keymap="emacs") as run:
        await run.do("edit-rationale")
        await run.type("six")
        for letter in "xwv":
            run.app.post_message(alt(letter))
        await run.pilot.pause()
        assert run.app.screen.query_one(Field).text == "six"
        await run.press("escape", "ctrl+s")
        run.app.post_message(alt("w"))
        await run.pilot.pause()
        assert run.app.screen.query_one(Line).value == ""


async def test_emacs_goes_to_the_end_of_a_line_and_to_the_editor_by_its_own_keys(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(database, keymap="emacs") as run:
        asked: list[str] = []
        monkeypatch.setattr(run.app, "edit_outside", asked.append)
        await run.do("edit-rationale")
        await run.type("six")
        await run.press("ctrl+a", "ctrl+e")
        await run.type(" hours")
        assert run.app.screen.query_one(Field).text == "six hours"
        assert not asked
        run.app.post_message(alt("e"))
        await run.pilot.pause()
        assert asked == ["six hours"]


async def test_ctrl_e_is_the_editor_in_the_default_keys(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with running(database) as run:
        asked: list[str] = []
        monkeypatch.setattr(run.app, "edit_outside", asked.append)
        await run.do("edit-rationale")
        await run.type("six")
        await run.press("ctrl+e")
        assert asked == ["six"]


async def test_a_dialogs_own_key_goes_before_what_a_text_would_do_with_it(database: Path, tmp_path: Path) -> None:
    (tmp_path / "keymaps").mkdir()
    (tmp_path / "keymaps" / "mine.toml").write_text('[keys]\naccept = "ctrl+d"\n')
    async with running(database, keymap="mine", folder=tmp_path) as run:
        await run.do("edit-rationale")
        await run.type("six")
        await run.press("ctrl+d")
        assert run.app.screen is run.review_screen
        await run.do("edit-rationale")
        assert run.app.screen.query_one(Field).text == "six"


async def test_vim_turns_half_pages_in_a_list_to_pick_from(database: Path) -> None:
    async with running(database, keymap="vim") as run:
        await run.press("/")
        await run.type("e")
        options = run.app.screen.query_one(OptionList)
        await run.press("ctrl+d")
        assert options.highlighted
        await run.press("ctrl+u")
        assert not options.highlighted
        assert run.app.screen.query_one(Line).value == "e"
