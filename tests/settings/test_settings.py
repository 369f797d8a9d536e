from __future__ import annotations

import dataclasses
import os
import stat
from typing import TYPE_CHECKING

import pytest

from workbench.errors import UsageError
from workbench.settings.settings import Settings, load_settings, parse_value, setting_help, write_setting

if TYPE_CHECKING:
    from pathlib import Path


def written(folder: Path, text: str) -> Path:
    path = folder / "config.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_without_a_file_the_defaults_hold_and_the_login_name_acts(tmp_path: Path) -> None:
    settings = load_settings(tmp_path / "none.toml", {"LOGNAME": "ada"})
    assert settings == dataclasses.replace(Settings(), actor="ada")


def test_the_file_is_found_by_itself(home: Path) -> None:
    (home / "config" / "workbench").mkdir(parents=True)
    written(home / "config" / "workbench", 'scale = "six-step"')
    assert load_settings().scale == "six-step"


def test_the_environment_goes_before_the_file(tmp_path: Path) -> None:
    path = written(tmp_path, 'scale = "six-step"\nmouse = true\nactor = "file"')
    environ = {"WORKBENCH_ACTOR": "grace", "WORKBENCH_MOUSE": "off", "WORKBENCH_SCOPE": "figure, name"}
    settings = load_settings(path, environ)
    assert (settings.actor, settings.scale, settings.mouse, settings.scope) == (
        "grace",
        "six-step",
        False,
        ("figure", "name"),
    )


@pytest.mark.parametrize(
    ("text", "said", "hint"),
    [
        ('# mine\n\nthme = "x"', "config.toml, line 3: unknown setting 'thme'", "Did you mean 'theme'?"),
        ("[colours]\nred = 1", "config.toml, line 1: unknown setting 'colours'", "Settings: actor"),
        ('actor = "a"\nmouse = "yes"', "config.toml, line 2: mouse is true or false", ""),
        ("actor = 1", "config.toml, line 1: actor is a text in quotes", ""),
        ("scope = [1]", "config.toml, line 1: scope is a list of texts", ""),
        ("actor = ", "is not valid TOML", ""),
    ],
)
def test_a_bad_file_is_refused_with_line_and_nearest_key(tmp_path: Path, text: str, said: str, hint: str) -> None:
    with pytest.raises(UsageError) as caught:
        load_settings(written(tmp_path, text), {})
    assert said in caught.value.message
    assert caught.value.hint.startswith(hint)


def test_a_bad_variable_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"\$WORKBENCH_MOUSE: mouse is true or false"):
        load_settings(tmp_path / "none.toml", {"WORKBENCH_MOUSE": "perhaps"})


def test_writing_keeps_comments_and_the_other_settings(tmp_path: Path) -> None:
    path = written(tmp_path, '# what I like\ntheme = "nord" # dark\n')
    write_setting(path, "mouse", parse_value("mouse", "no"))
    write_setting(path, "scope", parse_value("scope", "figure"))
    assert (
        path.read_text(encoding="utf-8") == '# what I like\ntheme = "nord" # dark\nmouse = false\nscope = ["figure"]\n'
    )
    assert load_settings(path, {}).scope == ("figure",)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_a_new_file_is_private_and_a_link_stays_a_link(tmp_path: Path) -> None:
    path = tmp_path / "new" / "config.toml"
    write_setting(path, "actor", "ada")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    link = tmp_path / "link.toml"
    link.symlink_to(path)
    write_setting(link, "actor", "grace")
    assert link.is_symlink()
    assert load_settings(path, {}).actor == "grace"


def test_each_setting_says_what_it_is_for() -> None:
    assert all(setting_help(field.name).endswith(".") for field in dataclasses.fields(Settings))


def test_a_value_of_the_wrong_type_is_not_written(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        write_setting(tmp_path / "config.toml", "mouse", "perhaps")
    with pytest.raises(UsageError, match="unknown setting 'moused'"):
        write_setting(tmp_path / "config.toml", "moused", value=True)
    assert not (tmp_path / "config.toml").exists()
