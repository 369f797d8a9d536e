"""Say what went wrong in one line, what to do about it, and with which exit code."""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """What the program returns to the shell; the README lists the same table."""

    OK = 0
    FINDINGS = 1
    USAGE = 2
    BAD_INPUT = 3
    STORE = 4
    CONFLICT = 5
    MISSING_EXTRA = 7
    INTERNAL = 70
    INTERRUPTED = 130
    BROKEN_PIPE = 141


class WorkbenchError(Exception):
    """An error whose wording is fit for a user.

    `message` says what happened in one line, `hint` what to do next (empty where nothing can be done).
    """

    exit_code = ExitCode.INTERNAL

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def in_one_line(self) -> str:
        """Return the message and the hint as one line."""
        message, hint = self.message.rstrip("."), self.hint.rstrip(".")
        return f"{message}{'. ' if hint[0].isupper() else '; '}{hint}" if hint else message


class UsageError(WorkbenchError):
    """The call itself cannot be carried out: an unknown name, a value out of range."""

    exit_code = ExitCode.USAGE


class InputError(WorkbenchError):
    """A file, page or stream that was handed in cannot be read as what it should be."""

    exit_code = ExitCode.BAD_INPUT


class StoreError(WorkbenchError):
    """The database cannot be opened, read or written."""

    exit_code = ExitCode.STORE


class ConflictError(WorkbenchError):
    """Somebody else changed the same thing first: `theirs` is what is stored, `yours` what was refused."""

    exit_code = ExitCode.CONFLICT

    def __init__(self, message: str, hint: str = "", *, theirs: object = None, yours: object = None) -> None:
        super().__init__(message, hint)
        self.theirs = theirs
        self.yours = yours


class MissingExtraError(WorkbenchError):
    """A feature needs an optional library that is not installed."""

    exit_code = ExitCode.MISSING_EXTRA
