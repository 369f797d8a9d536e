from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.tui.libraries import NOW
from tests.tui.reviews import SCALE
from workbench.errors import UsageError
from workbench.settings.settings import Settings
from workbench.tui.app import Workbench
from workbench.tui.commands import COMMANDS, PLACES, find_command
from workbench.tui.keymap import SHIPPED, Keymap, check_keymap, default_keymap, load_keymap
from workbench.tui.keys import is_key, show_key
from workbench.tui.screens.articles import LibraryScreen
from workbench.tui.screens.history import HistoryScreen
from workbench.tui.screens.queries import QueriesScreen
from workbench.tui.screens.review.screen import ReviewScreen
from workbench.tui.screens.source import SourceScreen
from workbench.tui.screens.sources import SourcesScreen
from workbench.tui.screens.statistics import StatisticsScreen
from workbench.tui.widgets.flash import Flash
from workbench.tui.widgets.key_line import choose_commands

if TYPE_CHECKING:
    from pathlib import Path

    from workbench.tui.screens.base import Room

SCREENS: tuple[type[Room], ...] = (
    LibraryScreen,
    ReviewScreen,
    SourcesScreen,
    SourceScreen,
    HistoryScreen,
    StatisticsScreen,
    QueriesScreen,
)


def with_keys(**keys: tuple[str, ...]) -> Keymap:
    given = {name.replace("_", "-"): value for name, value in keys.items()}
    return Keymap("mine", "Mine", {**default_keymap().keys, **given})


@pytest.mark.parametrize("name", SHIPPED)
def test_shipped_keymaps_are_sound(name: str) -> None:
    keymap = load_keymap(name)
    assert check_keymap(keymap, SCALE) == ()
    assert keymap.title


def test_ids_are_unique_and_places_known() -> None:
    assert len({command.id for command in COMMANDS}) == len(COMMANDS)
    assert {command.place for command in COMMANDS} <= set(PLACES)


def test_no_default_key_is_one_that_terminals_or_tmux_keep() -> None:
    keys = {key for command in COMMANDS for key in command.keys}
    assert not keys & {"ctrl+b", "ctrl+enter", "left_square_bracket", "right_square_bracket", "backslash"}


def test_only_quit_works_above_everything() -> None:
    assert {command.id for command in COMMANDS if command.priority} == {"quit"}


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.place)
def test_every_screen_names_five_keys_at_its_foot(screen: type[Room]) -> None:
    assert screen.place in PLACES
    shown = choose_commands(screen.place, default_keymap(), screen.foot)
    assert len({command.id for command in shown}) == 5
    assert shown[-1].id == "help"


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.place)
def test_a_foot_whose_keys_were_taken_away_shows_those_that_are_left(screen: type[Room]) -> None:
    none = Keymap("bare", "Bare", {command.id: () for command in COMMANDS})
    assert choose_commands(screen.place, none, screen.foot) == []
    left = replace(none, keys={**none.keys, "palette": ("ctrl+p",)})
    assert [command.id for command in choose_commands(screen.place, left, ("palette",))] == ["palette"]


@pytest.mark.parametrize(
    ("keys", "reason"),
    [
        ({"next_claim": ("p",)}, "p is both 'next-claim' and 'previous-claim' in the place 'review'"),
        ({"next_claim": ("u",)}, "u is both 'undo' and 'next-claim' in the place 'review'"),
        ({"edit_evidence": ("e",)}, "e is both 'edit-rationale' and 'edit-evidence' in the place 'evidence'"),
        ({"undo": ("j",)}, "j is both 'undo' and 'line-down' in every screen"),
        ({"nxt_claim": ("n",)}, "there is no command 'nxt-claim'; did you mean 'next-claim'?"),
        ({"next_claim": ("hyper+n",)}, "next-claim: there is no key 'hyper+n'"),
        ({"next_claim": ("",)}, "next-claim: there is no key in ''; to take its keys away, write next-claim = []"),
        ({"next_claim": ("Esc",)}, "next-claim: there is no key 'Esc'; did you mean 'escape'?"),
        ({"next_claim": ("Ctrl+F5",)}, "next-claim: there is no key 'Ctrl+F5'; did you mean 'ctrl+f5'?"),
        ({"next_claim": ("PgDn",)}, "next-claim: there is no key 'PgDn'; did you mean 'pagedown'?"),
        ({"next_claim": ("coma",)}, "next-claim: there is no key 'coma'; did you mean 'comma'?"),
        ({"next_claim": ("shift+y",)}, "next-claim: terminals send 'shift+y' as 'Y': write that"),
        ({"next_claim": ("ctrl+X",)}, "next-claim: terminals send 'ctrl+X' as 'ctrl+x': write that"),
        ({"quit": ("Z",)}, "quit: 'Z' would be lost to every text field; it needs Ctrl, Alt or a function key"),
        (
            {"quit": ("space",), "select_claim": ()},
            "quit: 'Space' would be lost to every text field; it needs Ctrl, Alt or a function key",
        ),
        ({"next_claim": ("ctrl+i",)}, "next-claim: many terminals cannot tell Ctrl+I from Tab"),
        (
            {"waive_passage": ("o",), "open_source": ()},
            "waive-passage: while words are marked, o moves, and would not come through to it",
        ),
        (
            {"edit_claim": ("b",)},
            "edit-claim: while words are marked, b moves, and would not come through to it",
        ),
        ({"next_claim": ("r",)}, "r is both the rating 'right' of the scale 'plain' and the command 'next-claim'"),
    ],
)
def test_each_fault_is_told_in_words(keys: dict[str, tuple[str, ...]], reason: str) -> None:
    assert check_keymap(with_keys(**keys), SCALE) == (reason,)


def test_the_same_key_in_two_screens_is_no_clash() -> None:
    assert check_keymap(with_keys(next_claim=("n",), add_source=("n",))) == ()


def test_a_rating_key_may_be_used_outside_the_review() -> None:
    assert check_keymap(with_keys(sort_rows=("r",), renew_source=()), SCALE) == ()


def test_a_users_keymap_changes_what_it_names_and_keeps_the_rest(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text(
        'base = "vim"\ntitle = "Mine"\n[keys]\nsearch = "ctrl+f"\nhelp = ["?"]\npage-down = []\n'
    )
    keymap = load_keymap("mine", tmp_path)
    assert keymap.of("search") == ("ctrl+f",)
    assert keymap.of("help") == ("question_mark",)
    assert keymap.of("page-down") == ()
    assert keymap.of("next-claim") == ("n", "l")
    assert keymap.first("help") == "?"
    assert keymap.first("page-down") == ""


def test_a_users_own_default_can_build_on_the_shipped_one(tmp_path: Path) -> None:
    (tmp_path / "default.toml").write_text('base = "default"\n[keys]\nsearch = "f9"\n')
    assert load_keymap("default", tmp_path).first("search") == "F9"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[keys\n", "mine.toml"),
        ("title = " + "[" * 3000, "nested too deeply"),
        ("keys = [1]\n", "base is a keymap's name, and keys a table"),
        ("base = 1\n", "base is a keymap's name, and keys a table"),
        ("[keys]\nsearch = 3\n", "mine.toml, line 2: search wants a key or a list of keys"),
        ("[key]\n", "mine.toml, line 1: unknown entry 'key'"),
        ('base = "mine"\n', "mine.toml, line 1: there is no keymap 'mine'"),
        ('base = "other"\n', "based on itself"),
        ('title = "x"\nbase = "nowhere"\n', "mine.toml, line 2: there is no keymap 'nowhere'"),
    ],
)
def test_a_bad_file_is_told_with_its_place(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "mine.toml").write_text(text)
    (tmp_path / "other.toml").write_text('base = "mine"\n')
    with pytest.raises(UsageError, match=message):
        load_keymap("mine", tmp_path)


def test_an_unknown_keymap_names_the_nearest() -> None:
    with pytest.raises(UsageError) as caught:
        load_keymap("vi")
    assert caught.value.hint == "Did you mean 'vim'?"


@pytest.mark.parametrize(
    ("key", "shown"),
    [
        ("ctrl+q", "Ctrl+Q"),
        ("question_mark", "?"),
        ("f12", "F12"),
        ("N", "N"),
        ("space", "Space"),
        ("alt+less_than_sign", "Alt+<"),
        ("down", "↓"),
    ],
)
def test_keys_are_written_for_people(key: str, shown: str) -> None:
    assert show_key(key) == shown


@pytest.mark.parametrize(
    ("key", "known"),
    [("f25", False), ("a", True), ("ctrl+", False), ("shift+tab", True), ("ä", True), ("comma", True), ("coma", False)],
)
def test_which_keys_there_are(key: str, known: bool) -> None:
    assert is_key(key) is known


def test_our_key_names_are_textuals() -> None:
    from textual.keys import _character_to_key

    for character in "!#$%&()*+,-./:;<=>?@^_{|}~'\"":
        assert is_key(_character_to_key(character)), character


def test_commands_are_found_by_id() -> None:
    command = find_command("next-claim")
    assert command is not None
    assert command.action == "next_claim"
    assert find_command("nothing") is None
    assert replace(command, id="x").keys == ("n",)


def test_a_keymap_with_a_clash_is_refused_before_the_app_starts(database: Path, tmp_path: Path) -> None:
    (tmp_path / "keymaps").mkdir()
    (tmp_path / "keymaps" / "mine.toml").write_text('[keys]\nnext-claim = "p"\nundo = "j"\n')
    # Each with the file, the line and, where there is one, the key that was meant.
    with pytest.raises(
        UsageError, match=r"has 2 faults:\n  \S+mine.toml, line 3: j is both[^\n]*\n  .*line 2: p is both"
    ):
        Workbench(database, Settings(actor="ada", keymap="mine"), folder=tmp_path)


async def test_the_users_keys_work_and_are_shown(database: Path, tmp_path: Path) -> None:
    (tmp_path / "keymaps").mkdir()
    (tmp_path / "keymaps" / "mine.toml").write_text('[keys]\nnext-claim = "f9"\n')
    app = Workbench(database, Settings(actor="ada", keymap="mine"), article=1, folder=tmp_path, clock=lambda: NOW)
    async with app.run_test(size=(100, 30)) as pilot:
        await app.workers.wait_for_complete()
        await pilot.press("n")
        screen = app.screen
        assert screen.session.current == 2  # type: ignore[attr-defined]  # the review
        await pilot.press("f9")
        assert screen.session.current == 3  # type: ignore[attr-defined]  # the review
        rows = screen._compositor.render_strips()
        assert "F9 next" in "".join(segment.text for segment in rows[-1])


async def test_a_rating_whose_key_a_command_has_is_told_in_the_review(database: Path, tmp_path: Path) -> None:
    (tmp_path / "keymaps").mkdir()
    (tmp_path / "keymaps" / "mine.toml").write_text('[keys]\nset-action = "1"\n')
    app = Workbench(database, Settings(actor="ada", keymap="mine"), article=1, folder=tmp_path, clock=lambda: NOW)
    async with app.run_test(size=(120, 30)):
        await app.workers.wait_for_complete()
        assert "1 is both the rating 'correct'" in app.screen.query_one(Flash).error
