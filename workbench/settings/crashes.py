"""Write down an error that nobody foresaw: where it happened, without a word of what was being checked."""

from __future__ import annotations

import os
import platform
import traceback
from typing import TYPE_CHECKING

from workbench import __version__
from workbench.settings.paths import make_private

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

# Their messages are made by the interpreter out of names in the code; any other may quote a text or a parameter.
_TELLING = (AttributeError, ImportError, NameError, RecursionError, TypeError, ZeroDivisionError)


def write_crash_note(error: BaseException, folder: Path, now: datetime) -> Path | None:
    """Write the note, readable by its owner alone, and return its path; None where it cannot be written."""
    path = folder / f"crash-{now:%Y%m%dT%H%M%S}-{os.getpid()}.log"
    try:
        make_private(folder)
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
            file.write(describe_crash(error, now))
    except OSError:
        return None
    return path


def describe_crash(error: BaseException, now: datetime) -> str:
    """Name versions, error types and lines of code, from the innermost cause outward; no values, no variables."""
    parts = [f"workbench {__version__} · Python {platform.python_version()} · {platform.platform()} · {now:%FT%TZ}\n"]
    chain: list[BaseException] = []
    link: BaseException | None = error
    while link is not None and link not in chain:
        chain.append(link)
        link = link.__cause__ or (None if link.__suppress_context__ else link.__context__)
    for link in reversed(chain):
        parts += ["\n", *traceback.format_list(traceback.extract_tb(link.__traceback__))]
        message = f": {link}" if isinstance(link, _TELLING) else ""
        parts.append(f"{type(link).__module__}.{type(link).__qualname__}{message}\n")
    return "".join(parts)
