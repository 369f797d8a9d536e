"""Let the user's own editor change a text, through a private file that is gone afterwards."""

from __future__ import annotations

import os
import shlex
import signal
import subprocess
import tempfile
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


@contextmanager
def _terminal_lent() -> Iterator[None]:
    """Lend the terminal out, and have it back as it was: an editor that is killed leaves it raw and without echo.

    Ctrl+C is the editor's alone: the terminal sends it to us as well, and it would end the app with the text. A handler
    hears it, and not SIG_IGN: that the editor would inherit.
    """
    import termios

    before = signal.signal(signal.SIGINT, lambda _number, _frame: None)
    modes = None
    with suppress(termios.error, OSError, ValueError):
        modes = termios.tcgetattr(0)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
        if modes is not None:
            with suppress(termios.error, OSError):
                termios.tcsetattr(0, termios.TCSANOW, modes)


def edit_text(text: str, editor: str, environ: Mapping[str, str]) -> tuple[str | None, str]:
    """Return the text as the editor left it and '', or None and why that did not happen.

    Never raises: it runs while the terminal is lent out. `editor` goes before $VISUAL and $EDITOR.
    """
    command = editor or environ.get("VISUAL") or environ.get("EDITOR") or "vi"
    path = None
    try:
        words = shlex.split(command)
        descriptor, name = tempfile.mkstemp(prefix="workbench-", suffix=".md")
        path = Path(name)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(text)
        with _terminal_lent():
            code = subprocess.call([*words, name])  # noqa: S603 - the user's own command
        if code:
            return None, f"the editor '{command}' ended with code {code}; nothing was changed"
        if not path.is_file():
            return None, f"the editor '{command}' left no text; nothing was changed"
        return path.read_text(encoding="utf-8"), ""
    except FileNotFoundError:
        return None, f"there is no editor '{command}' here; set $EDITOR or the setting 'editor' to one that is"
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        return None, f"the editor '{command}' could not be used: {reason}"
    finally:
        if path is not None:
            with suppress(OSError):
                path.unlink()
