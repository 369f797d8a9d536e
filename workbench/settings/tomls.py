"""Read the TOML files that people write: settings, scales, keymaps, themes. Whatever is in them, a line says it."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Any

from workbench.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

# Many times what a person writes by hand; tomllib takes minutes over a longer line of nothing but names.
LONGEST = 100_000


def read_toml(path: Path) -> str:
    """Return the text of a TOML file. Raise UsageError where it cannot be read, is too long or is not UTF-8."""
    try:
        with path.open("rb") as file:
            raw = file.read(LONGEST + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise UsageError(f"{path} cannot be read: {reason}", "see whether it is there and may be read") from error
    if len(raw) > LONGEST:
        raise UsageError(f"{path} is over {LONGEST // 1000} kB", "nobody writes so much by hand: is it the right file?")
    try:
        return raw.decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise UsageError(f"{path} is not UTF-8", "save it in that encoding") from error


def parse_toml(text: str, name: str, hint: str) -> dict[str, Any]:
    """Return the table that a TOML text is. Raise UsageError, which calls it `name` and ends with `hint`."""
    if len(text) > LONGEST:
        raise UsageError(f"{name} is over {LONGEST // 1000} kB", hint)
    try:
        return tomllib.loads(text)
    except RecursionError as error:
        raise UsageError(f"{name} is not valid TOML: it is nested too deeply", hint) from error
    except ValueError as error:
        # TOMLDecodeError is one; so is what Python says of a number with thousands of digits.
        raise UsageError(f"{name} is not valid TOML: {error}", hint) from error


def find_line(text: str, key: str) -> int:
    """Return the line of a TOML text on which a key or table stands, 1 where it is not seen; tomllib does not say."""
    pattern = re.compile(rf"""\s*\[*\s*["']?{re.escape(key)}["']?\s*[=.\]]""")
    return next((number for number, line in enumerate(text.splitlines(), 1) if pattern.match(line)), 1)
