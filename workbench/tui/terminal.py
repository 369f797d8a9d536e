"""The terminal as the program finds and leaves it: clipboard, mouse, crashes, and what may be sent to it."""

from __future__ import annotations

import base64
import os
import re
import shutil
import subprocess
import sys
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich.segment import Segment
from rich.style import Style
from textual.filter import LineFilter

from workbench.errors import UsageError
from workbench.tui.glyphs import draw_plain

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from textual.app import App
    from textual.color import Color

# What terminals take in one OSC 52 (xterm and kitty take more, hterm and older tmux no more than this).
LONGEST_OSC_52 = 74_994
# GNU screen passes a string on in pieces of at most this length.
_SCREEN_PIECE = 512
_TOOL_SECONDS = 2

_TOOLS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("WAYLAND_DISPLAY", "wl-copy", ()),
    ("DISPLAY", "xclip", ("-selection", "clipboard")),
    ("DISPLAY", "xsel", ("--clipboard", "--input")),
    ("", "pbcopy", ()),
    ("", "clip.exe", ()),
)
# It hands a text on to the terminal that it is attached from, over ssh too. What is written past it is dropped where
# its users have not allowed that. Source: tmux(1), load-buffer, set-clipboard, allow-passthrough.
_TMUX = ("TMUX", "tmux", ("load-buffer", "-w", "-"))
_COLOURLESS = Style(color="default", bgcolor="default")
_UPRIGHT = Style(italic=False)
_REVERSED = _COLOURLESS + Style(reverse=True)
_OBEYED = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


class ControlFilter(LineFilter):
    """The last look at what is sent: a character that a terminal obeys becomes a replacement character.

    Texts are cleaned at import and widgets draw signs; this is for what came another way (a title, an error message).
    """

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 - Textual's signature
        """Return the segments without anything that would be obeyed."""
        search = _OBEYED.search
        if not any(search(text) for text, _, control in segments if not control):
            return segments
        safe = [
            segment if segment.control else Segment(_OBEYED.sub("\ufffd", segment.text), segment.style)
            for segment in segments
        ]
        # What was counted as no cell takes one now, and Textual goes by the width that the row had.
        return Segment.adjust_line_length(safe, Segment.get_line_length(segments), pad=False)


class PlainFilter(LineFilter):
    """Draw with what the Linux console has."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 - Textual's signature
        """Return the segments without the signs that it lacks."""
        return [
            segment if segment.control or segment.text.isascii() else Segment(draw_plain(segment.text), segment.style)
            for segment in segments
        ]


class ColourlessFilter(LineFilter):
    """Take the colours out of a theme that has the terminal's own; what stood on one stands reversed.

    Textual's greys are mixed for its own colours: of the terminal's they make black on black.
    """

    @staticmethod
    @lru_cache(1024)
    def _strip(style: Style) -> Style:
        ground = style.bgcolor
        # Black is the ground that scroll bars run on.
        lit = ground is not None and not ground.is_default and ground.number != 0
        return style + (_REVERSED if lit else _COLOURLESS)

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 - Textual's signature
        """Return the segments without colours."""
        return [
            segment if segment.control or not segment.style else Segment(segment.text, self._strip(segment.style))
            for segment in segments
        ]


class UprightFilter(LineFilter):
    """Take the slant out of what GNU screen is sent: it has no italics and shows them as it shows the cursor, reversed."""

    @staticmethod
    @lru_cache(1024)
    def _straighten(style: Style) -> Style:
        return style + _UPRIGHT if style.italic else style

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 - Textual's signature
        """Return the segments without italics."""
        return [
            segment if segment.control or not segment.style else Segment(segment.text, self._straighten(segment.style))
            for segment in segments
        ]


class FilterChain(LineFilter):
    """Several filters in one: Textual keeps a row as each filter left it and looks that up with every frame."""

    def __init__(self, filters: Sequence[LineFilter]) -> None:
        super().__init__()
        self.filters = tuple(filters)

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return the segments as the last of the filters leaves them."""
        for one in self.filters:
            segments = one.apply(segments, background)
        return segments


def in_screen(environ: Mapping[str, str] = os.environ) -> bool:
    """Say whether GNU screen stands between the program and the terminal."""
    return bool(environ.get("STY"))


def copy_text(app: App[Any], text: str, environ: Mapping[str, str] = os.environ) -> str:
    """Copy a text to the clipboard and return in words by what: a local tool, else the terminal itself (OSC 52).

    Raise UsageError for a text that is too long for a terminal to take.
    """
    app._clipboard = text  # noqa: SLF001 - what Textual's own copy keeps for pasting inside the program
    if tool := _local_tool(environ):
        try:
            subprocess.run(  # noqa: S603 - a fixed command found on PATH, the text goes to its standard input
                tool,
                input=text.encode("utf-8", "replace"),
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                timeout=_TOOL_SECONDS,
                check=True,
            )
        except (OSError, subprocess.SubprocessError):
            pass
        else:
            return f"copied ({Path(tool[0]).name})"
    sequence = osc_52(text, environ)
    driver = app._driver  # noqa: SLF001 - Textual has no public way to write to the terminal
    if driver is not None and not app.is_headless:
        driver.write(sequence)
    return "copied (by the terminal)"


def _local_tool(environ: Mapping[str, str]) -> list[str] | None:
    """Find the clipboard's own tool; over ssh and in a browser that would be the wrong machine's clipboard."""
    if _in_browser(environ):
        return None
    is_remote = environ.get("SSH_CONNECTION") or environ.get("SSH_TTY")
    for variable, tool, options in (*(() if is_remote else _TOOLS), _TMUX):
        found = shutil.which(tool, path=environ.get("PATH")) if not variable or environ.get(variable) else None
        if found:
            return [found, *options]
    return None


def _in_browser(environ: Mapping[str, str]) -> bool:
    """Say whether the app is served to a browser; what stands around the server is then none of its terminal."""
    return bool(environ.get("TEXTUAL_DRIVER"))


def osc_52(text: str, environ: Mapping[str, str] = os.environ) -> str:
    """Return the sequence by which a terminal copies a text, wrapped for tmux or screen to pass it on.

    Source: xterm control sequences, 'Manipulate Selection Data'; tmux(1), allow-passthrough; screen(1), DCS.
    """
    encoded = base64.b64encode(text.encode("utf-8", "replace")).decode("ascii")
    if len(encoded) > LONGEST_OSC_52:
        raise UsageError("that is too long for the terminal's clipboard", "export it to a file instead")
    sequence = f"\x1b]52;c;{encoded}\x07"
    if _in_browser(environ):
        return sequence
    if environ.get("TMUX"):
        return "\x1bPtmux;" + sequence.replace("\x1b", "\x1b\x1b") + "\x1b\\"
    if in_screen(environ):
        pieces = (sequence[at : at + _SCREEN_PIECE] for at in range(0, len(sequence), _SCREEN_PIECE))
        return "".join(f"\x1bP{piece}\x1b\\" for piece in pieces)
    return sequence


def wipe_screen(app: App[Any]) -> None:
    """Leave nothing of an article where the terminal has no other screen to go back to, as in GNU screen."""
    driver = app._driver  # noqa: SLF001 - Textual has no public way to write to the terminal
    if driver is not None and not app.is_headless and not _in_browser(os.environ):
        driver.write("\x1b[0m\x1b[2J\x1b[H")


def set_mouse(app: App[Any], *, on: bool) -> None:
    """Take the mouse, or leave it to the terminal, while the program runs; nothing happens where there is none."""
    driver: Any = app._driver  # noqa: SLF001 - Textual offers this only at start
    if driver is None or not hasattr(driver, "_enable_mouse_support"):
        return
    # The driver writes either sequence only while it believes in the mouse.
    driver._mouse = True  # noqa: SLF001
    (driver._enable_mouse_support if on else driver._disable_mouse_support)()  # noqa: SLF001
    driver._mouse = on  # noqa: SLF001


def write_crash(error: BaseException, folder: Path, now: str, version: str) -> Path:
    """Append a crash to the log, readable by its owner alone and without the values of variables; return the log.

    Values are left out because they hold the article.
    """
    import traceback

    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    log = folder / "crash.log"
    frames = traceback.TracebackException.from_exception(error, capture_locals=False)
    lines = [f"{now} workbench {version}, Python {sys.version.split()[0]}, {sys.platform}\n", *frames.format(), "\n"]
    descriptor = os.open(log, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    with os.fdopen(descriptor, "a", encoding="utf-8", errors="backslashreplace") as file:
        file.writelines(lines)
    return log
