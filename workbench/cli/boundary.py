"""The one place where errors end: a line on stderr, a hint, an exit code; never a traceback."""

from __future__ import annotations

import errno
import io
import os
import re
import sys
from pathlib import Path

import click

from workbench.errors import ConflictError, ExitCode, InputError, WorkbenchError


class ReaderGoneError(Exception):
    """Nobody reads our output any more. Click would make an exit with 1 of the plain error, and 1 says 'findings'."""


def run_guarded(arguments: list[str]) -> int:
    """Run the commands and return the exit code that the README's table promises."""
    _open_streams()
    from workbench.cli.root import workbench

    try:
        code = workbench.main(arguments, prog_name="workbench", standalone_mode=False)
        sys.stdout.flush()
    except SystemExit:
        raise
    except BaseException as error:  # noqa: BLE001 - the last stop: what nobody foresaw is noted and named
        return end_with(error)
    return code if isinstance(code, int) else ExitCode.OK


def end_with(error: BaseException) -> int:
    """Tell what went wrong, and return the exit code for it."""
    match error:
        case WorkbenchError():
            return _tell(error)
        case click.ClickException():
            return _tell_usage(error)
        case KeyboardInterrupt() | click.Abort():
            return _tell_line("interrupted", ExitCode.INTERRUPTED)
        case ReaderGoneError() | BrokenPipeError():
            return _leave_quietly()
        case OSError(errno=errno.ENOSPC | errno.EFBIG | errno.EIO):
            _tell(InputError(f"the output cannot be written: {error.strerror}", "make room, or write it elsewhere"))
            _leave_quietly()
            return ExitCode.BAD_INPUT
        case _:
            return _tell_crash(error)


def _open_streams() -> None:
    """Open what the shell closed ('>&-'): nothing is read from there, and what is written is lost as was asked.

    An encoding that lacks a character of ours (Latin-1 lacks dashes) gets its number instead of an error.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115 - open until the end
    if isinstance(sys.stdout, io.TextIOWrapper) and sys.stdout.errors == "strict":
        sys.stdout.reconfigure(errors="backslashreplace")


def _tell(error: WorkbenchError) -> int:
    _say_line(f"error: {error.message}")
    if isinstance(error, ConflictError):
        from workbench.cli.conflicts import tell_apart

        for name, version in tell_apart(error.theirs, error.yours):
            _say_line(f"{name}: {version}")
    if error.hint:
        _say_line(f"hint: {error.hint}")
    return error.exit_code


def _tell_usage(error: click.ClickException) -> int:
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        _say(error.format_message())
        return ExitCode.USAGE
    _say(f"error: {error.format_message().rstrip('.')}")
    context = getattr(error, "ctx", None)
    if context is not None:
        _say(f"hint: {context.command_path} --help")
    return ExitCode.USAGE


def _tell_crash(error: BaseException) -> int:
    from datetime import UTC, datetime

    from workbench.settings.crashes import write_crash_note
    from workbench.settings.paths import state_dir

    note = write_crash_note(error, state_dir(), datetime.now(UTC))
    where = f"the details are in {note}" if note else "the details could not be written down"
    return _tell_line(f"something went wrong inside workbench ({type(error).__name__}); {where}", ExitCode.INTERNAL)


def _tell_line(message: str, code: ExitCode) -> int:
    _say(f"error: {message}")
    return code


def _say(line: str) -> None:
    from workbench.cli.printing import say

    say(line)


def _say_line(line: str) -> None:
    """Write to stderr so that no line end in a file's name or a text begins a line; what is listed stays indented."""
    _say(re.sub(r"[\r\n]+(?!  )", " ", line))


def _leave_quietly() -> int:
    from workbench.cli.printing import give_up_on

    give_up_on(sys.stdout)
    return ExitCode.BROKEN_PIPE
