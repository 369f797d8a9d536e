"""The signals that end a program: everything is saved and the terminal left as it was. Imports no Textual."""

from __future__ import annotations

import os
import signal
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Callable, Iterator
    from threading import Timer

    from textual.app import App

# How long after a signal what was done may take to be stored: a drive may never answer, and the longest deed takes less.
_FLUSH_SECONDS = 20
# How long the screens and what is still read may take to end, after a signal and after they were left.
_FAREWELL_SECONDS = 3
_PARTING_SECONDS = 2


def ending_signals() -> Iterator[signal.Signals]:
    """Yield those of the signals that this system has."""
    for name in ("SIGTERM", "SIGHUP", "SIGQUIT"):
        if (number := getattr(signal, name, None)) is not None:
            yield number


def watch_signals(app: App[Any], loop: asyncio.AbstractEventLoop, flush: Callable[[float], object]) -> None:
    """Let SIGTERM, SIGHUP and SIGQUIT end the program as leaving it does: everything saved, the terminal as it was.

    `flush` returns when what was done is stored, or after so many seconds. Without this each of them kills Textual with the terminal in raw
    mode and exit handlers not run. Systems without these signals are left alone.
    """

    def end(number: int) -> None:
        try:
            flush(_FLUSH_SECONDS)
        finally:
            _end_at_last(128 + number)
            if number == getattr(signal, "SIGHUP", None) and _terminal_has_gone():
                _let_go_of_the_terminal()
            app.exit(return_code=128 + number)

    import threading

    if threading.current_thread() is not threading.main_thread():
        return
    for number in ending_signals():
        try:
            loop.add_signal_handler(number, end, int(number))
        except (NotImplementedError, RuntimeError):
            return


def _terminal_has_gone() -> bool:
    """Say whether the terminal was closed. SIGHUP alone does not: `kill -HUP` comes with the terminal still there."""
    import termios

    stream = sys.__stderr__
    try:
        termios.tcgetattr(stream.fileno() if stream is not None else 2)
    except (termios.error, OSError, ValueError):
        return True
    return False


def part_at_last(code: int, last_words: str) -> Timer:
    """End soon with these words on stderr, whatever thread still reads; cancel what is returned where none does.

    For when the terminal is as it was: Python waits at its end for every thread, and one may wait for a dead drive.
    """

    def end() -> None:
        try:
            os.write(2, last_words.encode("utf-8", "replace"))
        finally:
            os._exit(code)

    return _start_timer(_PARTING_SECONDS, end)


def _end_at_last(code: int) -> None:
    """End in a while, whatever thread still waits for a file or a disk that does not answer."""
    _start_timer(_FAREWELL_SECONDS, lambda: os._exit(code))


def _start_timer(seconds: float, call: Callable[[], object]) -> Timer:
    import threading

    timer = threading.Timer(seconds, call)
    timer.daemon = True
    timer.start()
    return timer


def _let_go_of_the_terminal() -> None:
    """Write to nowhere from now on: the terminal has gone, and a write to it would fail or wait for ever."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (sys.__stdout__, sys.__stderr__):
        if stream is not None:
            os.dup2(nowhere, stream.fileno())
