"""Read and write files whole: a reader sees the old one or the new one, never half of either."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from workbench.errors import ConflictError, InputError

if TYPE_CHECKING:
    from pathlib import Path

_PRIVATE = 0o600


def read_whole(path: Path) -> bytes:
    """Read all bytes of a file; InputError with the reason where that cannot be done."""
    try:
        return path.read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise InputError(f"{path} cannot be read: {reason}", hint="see whether it is there and may be read") from error


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
