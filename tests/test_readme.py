"""Hold the README to the code: its keys, ratings, scales, commands, exit codes and formats."""

from __future__ import annotations

import re
from pathlib import Path

from workbench.cli.table import COMMANDS
from workbench.errors import ExitCode
from workbench.reports import REPORTS
from workbench.settings.scales import load_scales
from workbench.tui.commands import COMMANDS as SCREEN_COMMANDS

README = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")


def section(name: str) -> str:
    return README.split(f"<!-- {name} -->")[1].split(f"<!-- /{name} -->")[0]


def rows(name: str) -> list[list[str]]:
    lines = [line for line in section(name).splitlines() if line.startswith("|")]
    return [[cell.strip().strip("`") for cell in line.strip("|").split("|")] for line in lines[2:]]


def test_each_command_is_listed_once() -> None:
    assert sorted(re.findall(r"`([^`]+)`", section("commands"))) == sorted(COMMANDS)


def test_exit_codes_are_those_of_the_program() -> None:
    assert [int(code) for code, _meaning in rows("exit codes")] == sorted(ExitCode)


def test_ratings_are_those_of_the_desk_scale() -> None:
    assert rows("ratings") == [[rating.key, rating.letter, rating.id] for rating in load_scales()["desk"].ratings]


def test_scales_are_named() -> None:
    assert all(f"`{name}`" in README for name in load_scales())


def test_keys_are_those_of_the_command_table() -> None:
    helps = {(key, command.help) for command in SCREEN_COMMANDS for key in command.keys}
    assert {(key, text) for key, text in rows("keys")} <= helps


def test_the_formats_it_names_are_there() -> None:
    named = set(re.findall(r"--to (\w+)", README)) - {"FORMAT"}
    assert named
    assert named <= {report.id for report in REPORTS}


def test_both_lines_stand_alone() -> None:
    lines = [line for line in README.splitlines() if line.startswith("python3 -m venv")]
    assert len(lines) == 2
    assert all("cd " not in line and "sudo" not in line for line in lines)
    assert next(line for line in README.splitlines() if "-m pytest" in line) == lines[1]
