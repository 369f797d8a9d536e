from __future__ import annotations

import ast
import os
import stat
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import pytest

from workbench import __file__ as package
from workbench.__main__ import main
from workbench.cli.root import workbench
from workbench.errors import ConflictError, ExitCode, InputError, StoreError, UsageError
from workbench.settings.crashes import describe_crash

if TYPE_CHECKING:
    from tests.cli.conftest import Run


@pytest.fixture
def failing(monkeypatch: pytest.MonkeyPatch) -> dict[str, BaseException]:
    """Make `workbench list` raise what the test puts in."""
    box: dict[str, BaseException] = {}

    @click.command("list")
    def fail() -> None:
        _secret = "a sentence of the article"
        raise box["error"]

    monkeypatch.setattr(workbench, "get_command", lambda _context, _name: fail)
    return box


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (UsageError("it is so", "do this"), 2),
        (InputError("it is so", "do this"), 3),
        (StoreError("it is so", "do this"), 4),
        (ConflictError("it is so", "do this"), 5),
    ],
)
def test_an_error_of_ours_is_a_line_and_a_hint(
    failing: dict[str, BaseException], run: Run, error: BaseException, code: int
) -> None:
    failing["error"] = error
    result = run("list")
    assert (result.code, result.out, result.err) == (code, "", "error: it is so\nhint: do this\n")


def test_a_conflict_shows_both_versions(failing: dict[str, BaseException], run: Run) -> None:
    failing["error"] = ConflictError("changed since", theirs="open", yours="decided")
    assert run("list").err == "error: changed since\nstored: open\nyours: decided\n"


def test_of_two_versions_only_what_differs_is_shown(run: Run, article: dict[str, Any]) -> None:
    run("verdict", "1.2", "correct")
    result = run("verdict", "1.2", "imprecise", "--rationale", "three\nlines\nof it", "--revision", "1")
    assert result.code == 5
    stored, yours = (line for line in result.err.splitlines() if line.startswith(("stored: ", "yours: ")))
    assert stored.startswith("stored: rating id correct; rationale none")
    assert yours.startswith("yours: rating id imprecise; rationale three lines of it")
    assert "uid" not in result.err


def test_escape_sequences_in_a_message_do_not_reach_the_terminal(failing: dict[str, BaseException], run: Run) -> None:
    failing["error"] = InputError("no file \x1b]0;owned\x07\u202etxt")
    assert not set("\x1b\x07\u202e") & set(run("list").err)


@pytest.mark.parametrize(
    "case",
    [
        (KeyboardInterrupt(), ExitCode.INTERRUPTED, "error: interrupted\n"),
        (click.Abort(), ExitCode.INTERRUPTED, "error: interrupted\n"),
        (BrokenPipeError(), ExitCode.BROKEN_PIPE, ""),
    ],
)
def test_being_stopped_is_told_by_the_code(
    failing: dict[str, BaseException], run: Run, monkeypatch: pytest.MonkeyPatch, case: tuple[BaseException, int, str]
) -> None:
    # The real one points this process's stdout nowhere for good.
    monkeypatch.setattr(os, "dup2", lambda *_descriptors: None)
    failing["error"], code, said = case
    result = run("list")
    assert (result.code, result.err.lstrip("\n")) == (code, said)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_behind_stdout_is_told_in_a_line(home: Path) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        result = subprocess.run(
            [sys.executable, "-m", "workbench", "keys"], stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert result.returncode == ExitCode.BAD_INPUT
    assert result.stderr.startswith("error: the output cannot be written")
    assert result.stderr.count("\n") == 2
    assert not list(home.rglob("crash-*.log"))


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_behind_stderr_changes_no_exit_code(home: Path) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        codes = [
            subprocess.run(
                [sys.executable, "-m", "workbench", *words], stdout=subprocess.DEVNULL, stderr=full, check=False
            ).returncode
            for words in (("list",), ("nosuch",))
        ]
    assert codes == [ExitCode.OK, ExitCode.USAGE]
    assert not list(home.rglob("crash-*.log"))


@pytest.mark.parametrize("encoding", ["latin-1", "cp437", "koi8-r"])
def test_a_character_that_the_terminal_lacks_is_written_by_its_number(
    home: Path, article: dict[str, Any], encoding: str
) -> None:
    result = subprocess.run(
        [sys.executable, "-m", "workbench", "claims", "1"],
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": encoding},
        check=False,
    )
    assert (result.returncode, result.stderr) == (0, b"")
    assert b"\\u201c" in result.stdout
    assert not list(home.rglob("crash-*.log"))


@pytest.mark.skipif(os.name == "nt", reason="closes a stream in a shell of POSIX")
@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-"])
def test_a_closed_stream_is_no_crash(home: Path, closed: str) -> None:
    line = f'"{sys.executable}" -m workbench keys {closed}'
    result = subprocess.run(line, shell=True, capture_output=True, text=True, check=False)
    assert (result.returncode, result.stderr) == (0, "")
    assert not list(home.rglob("crash-*.log"))


def test_an_unforeseen_error_is_noted_without_what_was_checked(
    failing: dict[str, BaseException], run: Run, home: Path
) -> None:
    failing["error"] = ValueError("a sentence of the article")
    result = run("list")
    note = next((home / "state" / "workbench").glob("crash-*.log"))
    assert result.code == ExitCode.INTERNAL
    assert result.err.count("\n") == 1
    assert str(note) in result.err
    assert "Traceback" not in result.err
    written = note.read_text(encoding="utf-8")
    assert "builtins.ValueError" in written
    assert "test_boundary.py" in written
    assert "raise box" in written
    assert "of the article" not in written.replace('secret = "a sentence of the article"', "")
    if os.name != "nt":
        assert stat.S_IMODE(note.stat().st_mode) == 0o600


def test_a_note_that_cannot_be_written_is_no_second_error(
    failing: dict[str, BaseException], run: Run, home: Path
) -> None:
    (home / "state").write_text("a file where the folder should be", encoding="utf-8")
    failing["error"] = ValueError("x")
    result = run("list")
    assert result.code == ExitCode.INTERNAL
    assert "could not be written down" in result.err


def test_a_note_names_the_innermost_cause_first() -> None:
    try:
        try:
            {}["secret"]
        except KeyError as inner:
            raise AttributeError("no attribute 'x'") from inner
    except AttributeError as error:
        text = describe_crash(error, datetime(2024, 3, 25, tzinfo=UTC))
    assert "secret" not in text.replace('{}["secret"]', "")
    assert text.index("builtins.KeyError") < text.index("builtins.AttributeError: no attribute 'x'")
    assert "2024-03-25T00:00:00Z" in text


@pytest.mark.parametrize(
    ("arguments", "message", "hint"),
    [
        (["clam"], "there is no command 'clam' in workbench", "Did you mean 'claim'?"),
        (["db", "pathh"], "there is no command 'pathh' in workbench db", "Did you mean 'path'?"),
        (["zzz"], "there is no command 'zzz' in workbench", "workbench --help"),
        (["show"], "Missing argument 'ARTICLE'", "workbench show --help"),
        (["--nope"], "No such option", "workbench --help"),
    ],
)
def test_wrong_usage_is_a_line_a_hint_and_two(run: Run, arguments: list[str], message: str, hint: str) -> None:
    result = run(*arguments)
    assert result.code == 2
    assert result.err.startswith(f"error: {message}")
    assert result.err.endswith(f"hint: {hint}\n")


def test_an_empty_no_color_is_taken_for_none(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("NO_COLOR", "")
    assert main(["--version"]) == 0
    assert "NO_COLOR" not in os.environ
    monkeypatch.setenv("NO_COLOR", "1")
    assert main(["--version"]) == 0
    assert os.environ["NO_COLOR"] == "1"
    assert capsys.readouterr().out.startswith("workbench ")


def _errors_raised() -> list[tuple[str, ast.Call]]:
    """Find where the program raises an error of its own, with the call that makes it."""
    own = {error.__name__ for error in (UsageError, InputError, StoreError, ConflictError)}
    return [
        (f"{path.name}:{node.lineno}", node.exc)
        for path in Path(package).parent.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call) and ast.unparse(node.exc.func) in own
    ]


def test_every_error_says_what_to_do_next() -> None:
    raised = _errors_raised()
    without = [where for where, call in raised if len(call.args) < 2 and "hint" not in {k.arg for k in call.keywords}]
    assert len(raised) > 100
    assert without == []
