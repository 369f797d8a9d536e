"""Prove that neither the command line nor the terminal app lacks a deed of the other."""

from __future__ import annotations

import importlib
import inspect
import pkgutil

import click
import pytest

import workbench.desk
from workbench.cli.root import workbench as root
from workbench.cli.table import COMMANDS, GROUPS
from workbench.tui.commands import COMMANDS as SCREEN_COMMANDS


def _deeds() -> set[str]:
    """Name every function of the desk that stores something: those that are told who acts."""
    names = set()
    for module in pkgutil.iter_modules(workbench.desk.__path__):
        found = importlib.import_module(f"workbench.desk.{module.name}")
        for name, function in inspect.getmembers(found, inspect.isfunction):
            own = function.__module__ == found.__name__ and not name.startswith("_")
            parameters = list(inspect.signature(function).parameters)
            if own and parameters[:1] == ["store"] and "actor" in parameters:
                names.add(name)
    return names


def _command(name: str) -> click.Command:
    context = click.Context(root, info_name="workbench")
    command: click.Command | None = root
    for word in name.split():
        assert isinstance(command, click.Group)
        command = command.get_command(context, word)
    assert command is not None
    return command


@pytest.mark.parametrize("name", sorted(COMMANDS.keys() - {"serve"}))
def test_each_command_can_answer_in_json(name: str) -> None:
    assert "as_json" in {parameter.name for parameter in _command(name).params}


@pytest.mark.parametrize("name", COMMANDS)
def test_each_row_is_a_command_with_a_help_text(name: str) -> None:
    command = _command(name)
    assert (command.help or "").strip().split("\n")[0].endswith((".", ":", "incorrect"))


def test_each_group_has_members() -> None:
    assert {name.split()[0] for name in COMMANDS if " " in name} == set(GROUPS)


def test_the_command_line_has_every_deed() -> None:
    done = {deed for entry in COMMANDS.values() for deed in entry.deeds}
    assert _deeds() <= done


def test_the_command_line_names_no_deed_that_is_not_there() -> None:
    modules = [
        importlib.import_module(f"workbench.desk.{module.name}")
        for module in pkgutil.iter_modules(workbench.desk.__path__)
    ]
    there = {name for module in modules for name, _ in inspect.getmembers(module, inspect.isfunction)}
    named = {deed for entry in COMMANDS.values() for deed in entry.deeds}
    assert named <= there


def test_the_terminal_app_and_the_command_line_have_the_same_deeds() -> None:
    ours = {deed for entry in COMMANDS.values() for deed in entry.deeds}
    theirs = {command.deed for command in SCREEN_COMMANDS if command.deed}
    assert theirs <= ours
    # What the screens do without a command of their own: reading, and what only a script or an operator does.
    elsewhere = ours - theirs
    assert elsewhere & _deeds() == ONLY_COMMAND_LINE & _deeds()


# Deeds that the terminal app leaves to the command line, each with its reason.
ONLY_COMMAND_LINE = {
    "purge_article",  # cannot be undone: not within reach of one key
    "restore_article",  # the app's archive command puts an archived article back
    "restore_review",  # a hand-over between machines; the import dialog of the app takes articles
    "waive_claims",  # the app waives the selected claims by `waive_claim`'s command
}
