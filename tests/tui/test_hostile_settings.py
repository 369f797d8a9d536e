"""Hostile text in what a user keeps beside the library: scales, themes, keymaps and names of files; and in short notes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.tui.hostile import HOSTILE, OBEYED, TOLD, Walk
from tests.tui.libraries import NOW, running
from workbench.cli.boundary import end_with
from workbench.desk import importing, reviewing
from workbench.errors import UsageError
from workbench.readers import read_bytes
from workbench.settings.paths import config_dir
from workbench.settings.scales import load_scales
from workbench.settings.settings import load_settings
from workbench.store.opening import open_store
from workbench.tui.keymap import load_keymap, refuse_faults

if TYPE_CHECKING:
    from pathlib import Path

SIZES = [(120, 40), (80, 24), (40, 12)]
ARTICLE = b"# Harbour\n\nThe harbour has 40 boats and 12 cranes. He said 7 of the 9 piers stand empty.\n"
THEME = "[colours]\nprimary = '#112233'\n"


def quote(text: str) -> str:
    """Write a text as a TOML string."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def as_name(text: str) -> str:
    """Return a text as near as a file's name can be."""
    return text.replace("/", "").replace("\x00", "")


def write_scale(text: str) -> None:
    """Write a user's scale whose every word is hostile."""
    ratings = "".join(
        f'[[ratings]]\nid = "r{key}"\nlabel = {quote(label)}\ndescription = {quote(text)}\noutcome = "{outcome}"\n'
        f'key = "{key}"\nletter = "{letter}"\nglyph = "{glyph}"\nneeds_evidence = {needs}\n'
        for key, label, outcome, letter, glyph, needs in (
            (1, text, "pass", "c", "[", "false"),
            (2, f"{text}\n{text}", "note", "t", "$", "false"),
            (3, text[:12], "fail", "i", "\\\\", "true"),
        )
    )
    folder = config_dir() / "scales"
    folder.mkdir(parents=True)
    (folder / "mine.toml").write_text(
        f'id = "mine"\ntitle = {quote(text)}\ndescription = {quote(text)}\n{ratings}', encoding="utf-8"
    )


def make_library(path: Path, text: str) -> None:
    write_scale(text)
    store = open_store(path)
    scale = load_scales(config_dir() / "scales")["mine"]
    importing.import_document(store, read_bytes("harbour.md", ARTICLE), scale=scale, now=NOW, actor="ada")
    store.close()


async def walk_the_scale(walk: Walk) -> None:
    await walk.go("1", shows=True)
    await walk.go("1", "p", shows=True)
    await walk.go("A", "escape", "2", "V", shows=True)
    await walk.go("V", "l", "escape", "f5", "escape", "f1", shows=True)
    await walk.go(
        "pagedown", "G", "escape", "3", "escape", "f4", "escape", "x", "escape", "space", "n", "space", "2", "escape"
    )
    current = walk.run.review_screen.current
    reviewing.decide_claim(walk.run.store, current.ref, "r2", rationale=walk.text, now=NOW, actor="bo")
    await walk.go("1", shows=True)
    await walk.go("escape", "f2", "e", shows=True)
    await walk.go("escape", "escape", "enter")


async def walk_the_notes(walk: Walk) -> None:
    for key, end in (("W", "enter"), ("S", "enter"), ("Q", "ctrl+s")):
        await walk.go(key)
        await walk.write()
        await walk.go(end)
    await walk.go("f6", shows=True)
    await walk.go("escape", "tab", "G", "tab", "tab", "escape", "f4", "G", "escape", "n", "p", "ctrl+w")


async def walk_the_themes(walk: Walk) -> None:
    """Come upon a file that is no theme, and keep one for good whose name is hostile."""
    name = as_name(walk.text)
    walk.look()
    assert walk.told in walk.run.text()
    await walk.go("escape", "f8", *"prim")
    await walk.go("enter")
    assert walk.run.app.theme == f"prim{name}"
    assert load_settings().theme == f"prim{name}"
    await walk.go("f8", shows=True)
    await walk.go("escape")


async def walk_the_files(walk: Walk) -> None:
    """Import files of hostile names: one that is offered while it is typed, an empty one, a review that is none, all."""
    await walk.go("f2")
    await walk.go("i", "ctrl+r", "b", "right", "enter", shows=True)
    await walk.go("escape", "i", "ctrl+r", "c", "right", "enter", "escape")
    await walk.go("i", "ctrl+r", "full_stop")
    await walk.go("enter", shows=True)
    await walk.go("escape", "escape", "i", "ctrl+r", "a")
    await walk.go("right", "home", shows=True)
    await walk.go("enter", "escape")
    assert walk.run.review_screen.article_id == 2


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("sort", HOSTILE)
async def test_nothing_of_a_users_own_settings_and_files_is_obeyed(
    sort: str, size: tuple[int, int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text, name = HOSTILE[sort], as_name(HOSTILE[sort])
    make_library(tmp_path / "workbench.db", text)
    themes, files = config_dir() / "themes", tmp_path / "files"
    for folder in (themes, files):
        folder.mkdir()
    (themes / f"prim{name}.toml").write_text(THEME)
    (themes / f"broken{name}.toml").write_text(f"[colours]\n{quote(text)} = 1\n", encoding="utf-8")
    (files / f"a{name}.md").write_bytes(ARTICLE + b"\nAnd 3 more.\n")
    (files / f"b{name}.txt").write_bytes(b"")
    (files / f"c{name}.json").write_bytes(b"{}")
    monkeypatch.chdir(files)
    async with running(tmp_path / "workbench.db", size=size, folder=config_dir()) as run:
        walk = Walk(run, text, TOLD[sort])
        await walk_the_themes(walk)
        await walk_the_scale(walk)
        await walk_the_notes(walk)
        await walk_the_files(walk)
        await walk.go("ctrl+q")
    assert run.app._exception is None


@pytest.mark.parametrize("size", SIZES)
async def test_keys_of_other_scripts_and_of_markup_are_shown_and_work(size: tuple[int, int], tmp_path: Path) -> None:
    make_library(tmp_path / "workbench.db", HOSTILE["markup"])
    folder = config_dir() / "keymaps"
    folder.mkdir()
    odd = {
        "next-claim": ["船"],
        "next-open": ["["],
        "edit-rationale": ["\\"],
        "attach-source": ["$"],
        "help": ["]", "f1"],
    }
    rows = "".join(f"{command} = {json.dumps(keys, ensure_ascii=False)}\n" for command, keys in odd.items())
    text = HOSTILE["controls"]
    (folder / "odd.toml").write_text(f"title = {quote(text)}\n[keys]\n{rows}", encoding="utf-8")
    async with running(tmp_path / "workbench.db", size=size, folder=config_dir(), keymap="odd") as run:
        walk = Walk(run, text, "")
        walk.look()
        assert "船 next  [ next open" in run.text()
        await walk.go("船")
        assert run.current == 2
        await walk.go("right_square_bracket", "G", "escape", "ctrl+p", *"next", "escape", "backslash", "escape")
        await walk.go("dollar_sign", "escape", "f8", "escape", "ctrl+q")
    assert run.app._exception is None


FAULTY = (
    "{0} = 1\n",
    "[keys]\n{0} = 1\n",
    "[keys]\n{0} = {0}\n",
    "[keys]\nnext-claim = {0}\n",
    "base = {0}\n",
    "[keys]\nnext-claim = [{0}, {0}]\nundo = {0}\n",
)


@pytest.mark.parametrize("form", FAULTY)
@pytest.mark.parametrize("sort", HOSTILE)
def test_a_hostile_keymap_is_refused_in_lines_that_nothing_obeys(
    sort: str, form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    name = as_name(HOSTILE[sort])
    (tmp_path / f"{name}.toml").write_text(form.format(quote(HOSTILE[sort])), encoding="utf-8")
    with pytest.raises(UsageError) as refused:
        refuse_faults(load_keymap(name, tmp_path))
    end_with(refused.value)
    told = capsys.readouterr().err
    assert not OBEYED & set(told.replace("\n", ""))
    assert all(line.startswith(("error: ", "hint: ", "  ")) for line in told.splitlines()), told
