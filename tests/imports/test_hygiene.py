"""Run imports in a fresh interpreter and look at what came with them: a static graph cannot see deferred imports."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = ("textual", "sqlmodel", "sqlalchemy", "alembic", "rich", "rapidfuzz", "sentencex", "docx", "jinja2")


def loaded(code: str) -> set[str]:
    """Run the code and name the heavy packages that it left in memory."""
    probe = f"import sys\n{code}\nprint(*sys.modules, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True)
    return {name.partition(".")[0] for name in done.stderr.split()} & set(HEAVY)


def call(*arguments: str) -> str:
    return f"from workbench.__main__ import main\nmain({list(arguments)!r})"


@pytest.mark.parametrize(
    ("code", "allowed"),
    [
        (call("--version"), set()),
        (call("--help"), set()),
        (call("config", "path"), set()),
        (call("figures", "/dev/null"), set()),
        ("import workbench.figures", set()),
        ("import workbench.settings.settings, workbench.settings.scales", set()),
        (call("config", "show"), {"rich"}),
        (call("list"), {"rich", "sqlmodel", "sqlalchemy", "rapidfuzz"}),
        ("from workbench.cli.opening import _spot\n_spot('1')", set()),
    ],
)
def test_only_what_is_needed_is_imported(code: str, allowed: set[str]) -> None:
    assert loaded(code) <= allowed


def test_the_desk_does_not_know_the_terminal() -> None:
    assert not loaded("import workbench.desk.reviewing, workbench.desk.importing") & {"textual", "rich", "click"}


def test_detecting_claims_in_a_file_opens_no_database() -> None:
    assert not loaded(call("claims", "./README.md", "--json")) & {"textual", "sqlmodel", "sqlalchemy", "rich"}
