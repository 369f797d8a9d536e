"""A program in a pseudo-terminal, its screen read with an emulator, as a person would see it."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path
from typing import TYPE_CHECKING, Self

import pyte

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

ROOT = Path(__file__).parents[2]
PATIENCE = 20.0


class Console:
    """A pseudo-terminal of some size with a program in it. Use it in a `with`, which ends the program."""

    def __init__(
        self,
        command: Sequence[str],
        *,
        size: tuple[int, int] = (80, 24),
        environ: Mapping[str, str] | None = None,
        emulate: bool = True,
    ) -> None:
        self.columns, self.lines = size
        self.emulate = emulate
        self.screen = pyte.Screen(self.columns, self.lines)
        self._stream = pyte.ByteStream(self.screen)
        self.raw = bytearray()
        kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
        self._environ = {**kept, "TERM": "xterm-256color", "COLORTERM": "truecolor", "PYTHONPATH": str(ROOT)}
        self._environ |= environ or {}
        self._master, slave = pty.openpty()
        _set_size(slave, size)
        self.started = time.perf_counter()
        self.process = subprocess.Popen(
            command,
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env=self._environ,
            cwd=ROOT,
            start_new_session=True,
            preexec_fn=_take_terminal,  # noqa: PLW1509 - a program without a controlling terminal gets no SIGHUP
        )
        os.close(slave)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        self.hang_up()

    @property
    def text(self) -> str:
        """Return the screen's characters."""
        return "\n".join(self.screen.display)

    def send(self, keys: str | bytes) -> None:
        """Type."""
        os.write(self._master, keys.encode() if isinstance(keys, str) else keys)

    def resize(self, size: tuple[int, int]) -> None:
        """Give the terminal another size."""
        self.columns, self.lines = size
        self.screen.resize(self.lines, self.columns)
        _set_size(self._master, size)

    def kill(self, number: signal.Signals) -> None:
        """Send the program a signal."""
        os.kill(self.process.pid, number)

    def hang_up(self) -> None:
        """Close the terminal, as a closed window or a dropped connection does."""
        if self._master >= 0:
            os.close(self._master)
            self._master = -1

    def read(self, seconds: float) -> bytes:
        """Return what is written within some seconds, b'' for nothing or the end."""
        ready, _, _ = select.select([self._master], [], [], max(0.0, seconds))
        if not ready:
            return b""
        try:
            data = os.read(self._master, 65_536)
        except OSError:
            return b""
        self.raw += data
        if self.emulate:
            self._stream.feed(data)
        return data

    def wait_for(self, seen: str | Callable[[], bool], patience: float = PATIENCE) -> float:
        """Read until something is on the screen; return the seconds since the program's start. Raise TimeoutError."""
        reached = (lambda: seen in self.text) if isinstance(seen, str) else seen
        end = time.perf_counter() + patience
        while not reached():
            left = end - time.perf_counter()
            if left <= 0 or (not self.read(min(left, 0.5)) and self.process.poll() is not None and not reached()):
                raise TimeoutError(f"never seen: {seen!r}\n{self.text}\n{bytes(self.raw[-2000:])!r}")
        return time.perf_counter() - self.started

    def settle(self, quiet: float = 0.15) -> None:
        """Read until nothing more is written for a while."""
        while self.read(quiet):
            pass

    def wait_for_end(self, patience: float = PATIENCE) -> int:
        """Read until the program has ended; return its exit code."""
        end = time.perf_counter() + patience
        while self.process.poll() is None and time.perf_counter() < end:
            if self._master >= 0:
                self.read(0.05)
            else:
                try:
                    self.process.wait(timeout=0.5)
                except subprocess.TimeoutExpired:
                    continue
        if self._master >= 0:
            self.settle(0.05)
        return self.process.wait(timeout=0.1)


def python(*arguments: str) -> list[str]:
    """Return the command that runs this Python."""
    return [sys.executable, *arguments]


def _take_terminal() -> None:
    # As a terminal's shell would; under `nohup` or in the background they are ignored, and that is inherited.
    for number in (signal.SIGHUP, signal.SIGINT, signal.SIGQUIT):
        signal.signal(number, signal.SIG_DFL)
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


def _set_size(descriptor: int, size: tuple[int, int]) -> None:
    fcntl.ioctl(descriptor, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
