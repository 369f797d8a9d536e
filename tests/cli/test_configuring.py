from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from workbench.settings.scales import load_scales

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run


def test_settings_are_shown_got_and_set(run: Run, home: Path) -> None:
    assert run("config", "get", "scale").out == "desk\n"
    assert run("config", "set", "scale", "six-step").code == 0
    assert run("config", "get", "scale").out == "six-step\n"
    assert run("config", "show", "--json").json["actor"] == "ada"
    assert "Whether a verdict moves on" in run("config", "show").out
    assert run("config", "path").out == f"{home}/config/workbench/config.toml\n"
    assert run("config", "set", "mouse", "no").code == 0
    assert run("config", "get", "mouse", "--json").json is False
    assert run("config", "validate").code == 0


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("scle", "desk", "Did you mean 'scale'?"),
        ("scale", "nine-step", "there is no scale"),
        ("scope", "figure,colour", "there is no kind 'colour'"),
        ("keymap", "nano", "keymap"),
        ("theme", "draculla", "Did you mean 'dracula'?"),
        ("mouse", "perhaps", "true or false"),
    ],
)
def test_a_value_that_means_nothing_is_not_written(run: Run, home: Path, key: str, value: str, said: str) -> None:
    result = run("config", "set", key, value)
    assert result.code in {2, 3}
    assert said in result.err
    assert not (home / "config" / "workbench" / "config.toml").exists()


def test_a_bad_file_is_named_with_its_line_wherever_it_is_needed(run: Run, home: Path, draft: Path) -> None:
    folder = home / "config" / "workbench"
    folder.mkdir(parents=True)
    (folder / "config.toml").write_text('scale = "desk"\nkeymp = "vim"\n', encoding="utf-8")
    for arguments in (("config", "validate"), ("list",), ("import", str(draft))):
        result = run(*arguments)
        assert result.code == 2
        assert "config.toml, line 2: unknown setting 'keymp'" in result.err
        assert "Did you mean 'keymap'?" in result.err


def test_keys_are_listed_with_the_ratings(run: Run) -> None:
    rows = run("keys", "--json").json["keys"]
    desk = load_scales()["desk"]
    assert [row["id"] for row in rows[: len(desk.ratings)]] == [rating.id for rating in desk.ratings]
    assert any(row["id"] == "next-claim" and row["keys"] == ["n"] for row in rows)
    assert "Go to the next claim." in run("keys").out
    assert "absurd" in run("keys", "--scale", "six-step").out


def test_a_keymap_of_the_users_is_shown(run: Run, home: Path) -> None:
    folder = home / "config" / "workbench" / "keymaps"
    folder.mkdir(parents=True)
    (folder / "mine.toml").write_text('title = "Mine"\nbase = "default"\n[keys]\nnext-claim = "f9"\n', encoding="utf-8")
    rows = run("keys", "--keymap", "mine", "--json").json["keys"]
    assert next(row["keys"] for row in rows if row["id"] == "next-claim") == ["F9"]


def test_a_keymap_is_told_with_every_fault_and_each_reason(run: Run, home: Path) -> None:
    folder = home / "config" / "workbench" / "keymaps"
    folder.mkdir(parents=True)
    (folder / "mine.toml").write_text('[keys]\nnext-claim = "p"\nflag-claim = "ctrl+i"\nset-action = "1"\n')
    reasons = (
        "p is both 'next-claim' and 'previous-claim'",
        "flag-claim: many terminals cannot tell Ctrl+I from Tab",
        "1 is both the rating 'correct' of the scale 'desk' and the command 'set-action'",
    )
    refused = run("config", "set", "keymap", "mine")
    assert refused.code == 2
    assert all(reason in refused.err for reason in reasons)
    shown = run("keys", "--keymap", "mine")
    assert all(reason in shown.err for reason in reasons)
    assert "p               review      next-claim" in shown.out
    (home / "config" / "workbench" / "config.toml").write_text('keymap = "mine"\n')
    assert all(reason in run("config", "validate").err for reason in reasons)


def test_a_scale_whose_letter_a_command_has_is_found(run: Run, home: Path) -> None:
    folder = home / "config" / "workbench" / "scales"
    folder.mkdir(parents=True)
    rating = '[[ratings]]\nid = "no"\nlabel = "No"\noutcome = "fail"\nkey = "1"\nglyph = "x"\n'
    (folder / "mine.toml").write_text(f'id = "mine"\n{rating}letter = "n"\n', encoding="utf-8")
    result = run("config", "validate")
    assert result.code == 2
    assert result.err.startswith("error: scale mine: ")
    assert "next-claim" in result.err
