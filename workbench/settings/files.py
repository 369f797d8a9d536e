"""Read and write files whole: a reader sees the old one or the new one, never half of either."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from typing import TYPE_CHECKING

from workbench.errors import ConflictError, InputError

if TYPE_CHECKING:
    from pathlib import Path

_PRIVATE = 0o600
# What a row of the database can hold is twice as much; a scanned book is a tenth.
LONGEST = 500_000_000


def read_whole(path: Path) -> bytes:
    """Read all bytes of a file; InputError with the reason where that cannot be done."""
    try:
        with path.open("rb") as file:
            content = file.read(LONGEST + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise InputError(f"{path} cannot be read: {reason}", hint="see whether it is there and may be read") from error
    if len(content) > LONGEST:
        raise InputError(f"{path} is over {LONGEST // 1_000_000} MB", hint="is it the right file?")
    return content


def refuse_endless(path: Path) -> Path:
    """Return the path, unless it is a pipe or a device: one waits for ever there, and no key or signal helps.

    Raises InputError. On the command line Ctrl+C helps, and a pipe is what `<(…)` hands in.
    """
    with suppress(OSError, ValueError):
        mode = path.stat().st_mode
        if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
            raise InputError(
                f"{path} is a pipe or a device, and no file", hint="save what comes out of it, and take that"
            )
    return path


def write_whole(path: Path, content: bytes, *, replace: bool = False) -> None:
    """Write the bytes beside the path, readable by their owner alone, and put them into place at one stroke.

    A link at the path is replaced, not followed. Raises ConflictError where something is there and `replace` is not
    given, InputError where the file cannot be written.
    """
    if not replace and os.path.lexists(path):
        raise ConflictError(
            f"{path} is there already; nothing was written", hint="choose another name, or say that it may be replaced"
        )
    draft = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        try:
            with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _PRIVATE), "wb") as file:
                if hasattr(os, "fchmod"):
                    # The umask may have taken our own right to read it.
                    os.fchmod(file.fileno(), _PRIVATE)
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            draft.replace(path)
        finally:
            draft.unlink(missing_ok=True)
    except OSError as error:
        raise InputError(
            f"{path} cannot be written: {error.strerror or error}", hint="choose a folder that you may write to"
        ) from error
