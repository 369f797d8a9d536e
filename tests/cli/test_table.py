"""Prove that neither the command line nor the terminal app lacks a deed of the other."""

from __future__ import annotations

import ast
import importlib
import importlib.util
import inspect
import pkgutil
from pathlib import Path
from typing import TYPE_CHECKING

import click
import pytest

import workbench.desk
from workbench.cli.root import workbench as root
from workbench.cli.table import COMMANDS, GROUPS
from workbench.tui.commands import COMMANDS as SCREEN_COMMANDS

if TYPE_CHECKING:
    from collections.abc import Iterator


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


@pytest.mark.parametrize("name", ["", *GROUPS])
def test_no_summary_is_cut_at_eighty_columns(name: str) -> None:
    command = _command(name)
    with click.Context(command, info_name="workbench", terminal_width=80) as context:
        lines = command.get_help(context).splitlines()
    assert max(map(len, lines)) <= 80
    assert [line for line in lines[1:] if line.endswith("...")] == []


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
    elsewhere = (ours - theirs) & _deeds()
    assert elsewhere == set(UNDER_ANOTHER_ROW)


# Deeds that the app does by the command of another one.
UNDER_ANOTHER_ROW = {
    "restore_article",  # the archive command puts an archived article back
    "restore_review",  # the import command takes what another machine exported
    "undo_newest",  # undo and redo on the library's screens
    "redo_newest",
    "waive_claims",  # the command that waives one claim waives the selected ones
}


def _tree(module: str) -> ast.Module:
    origin = importlib.util.find_spec(module)
    assert origin is not None
    assert origin.origin is not None
    return ast.parse(Path(origin.origin).read_text(encoding="utf-8"))


def _imports(tree: ast.Module, package: str) -> Iterator[tuple[str, ast.alias]]:
    """Yield what a module imports from `package`, with the module that it comes from."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(package):
            yield from ((node.module or "", alias) for alias in node.names)


def _deeds_in(module: str) -> set[str]:
    """Name the functions of the desk that a module's code uses, also through a helper of the desk."""
    tree = _tree(module)
    rooms = {alias.asname or alias.name for source, alias in _imports(tree, "workbench.desk") if source[14:] == ""}
    used = {alias.name for source, alias in _imports(tree, "workbench.desk.")}
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in rooms:
            used.add(node.attr)
    for source, alias in _imports(tree, "workbench.desk."):
        helper = getattr(importlib.import_module(source), alias.name)
        if inspect.isfunction(helper) and alias.name not in _deeds():
            called = [node for node in ast.walk(ast.parse(inspect.getsource(helper))) if isinstance(node, ast.Name)]
            used |= {node.id for node in called}
    return used


def _modules(package: str) -> list[str]:
    return [found.name for found in pkgutil.walk_packages(importlib.import_module(package).__path__, f"{package}.")]


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_uses_the_deeds_that_its_row_names(name: str) -> None:
    module = f"workbench.cli.{COMMANDS[name].where.partition(':')[0]}"
    neighbours = {source for source, _ in _imports(_tree(module), "workbench.cli.")}
    assert set(COMMANDS[name].deeds) <= set().union(*map(_deeds_in, {module, *neighbours}))


@pytest.mark.parametrize("module", _modules("workbench.cli"))
def test_no_module_of_the_command_line_does_a_deed_that_no_row_of_it_names(module: str) -> None:
    rows = [entry for entry in COMMANDS.values() if f"workbench.cli.{entry.where.partition(':')[0]}" == module]
    assert _deeds_in(module) & _deeds() <= {deed for entry in rows for deed in entry.deeds}


def _words_of(module: str) -> set[str]:
    """Name every literal of a module: a screen gives the lane to the desk a deed's name, `attempt("add_claim", …)`."""
    constants = [node.value for node in ast.walk(_tree(module)) if isinstance(node, ast.Constant)]
    return {value for value in constants if isinstance(value, str)}


def test_the_terminal_app_does_the_deeds_that_its_rows_name_and_no_others() -> None:
    modules = [module for module in _modules("workbench.tui") if module != "workbench.tui.commands"]
    asked = set().union(*map(_words_of, modules))
    named = {command.deed for command in SCREEN_COMMANDS if command.deed}
    assert named <= asked
    assert asked & _deeds() - named == UNDER_ANOTHER_ROW
