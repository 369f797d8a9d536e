from __future__ import annotations

import base64
import signal
import stat
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from textual.app import App

from tests.terminal.console import Console, python
from workbench.errors import UsageError
from workbench.tui.terminal import LONGEST_OSC_52, copy_text, osc_52

if TYPE_CHECKING:
    from collections.abc import Iterator

LAMP = str(Path(__file__).parent / "programs" / "lamp.py")
LEFT_SCREEN = b"\x1b[?1049l"
CURSOR_SHOWN = b"\x1b[?25h"
MOUSE_OFF = b"\x1b[?1000l"


@pytest.fixture
def lamp(tmp_path: Path) -> Iterator[Console]:
    with Console(python(LAMP, str(tmp_path))) as console:
        console.wait_for("A confidential paragraph")
        yield console


def test_a_terminate_signal_saves_what_was_done_and_leaves_the_terminal_clean(lamp: Console, tmp_path: Path) -> None:
    lamp.send("s")
    lamp.settle(0.1)
    lamp.kill(signal.SIGTERM)
    assert lamp.wait_for_end() == 128 + signal.SIGTERM
    assert (tmp_path / "saved").read_text() == "saved"
    for sequence in (LEFT_SCREEN, CURSOR_SHOWN, MOUSE_OFF):
        assert sequence in lamp.raw


def test_a_closed_terminal_saves_what_was_done_and_ends(lamp: Console, tmp_path: Path) -> None:
    lamp.send("s")
    lamp.settle(0.1)
    lamp.hang_up()
    assert lamp.wait_for_end() == 128 + signal.SIGHUP
    assert (tmp_path / "saved").read_text() == "saved"


def test_a_hangup_signal_to_a_terminal_that_is_still_there_leaves_it_clean(lamp: Console, tmp_path: Path) -> None:
    lamp.send("s")
    lamp.settle(0.1)
    lamp.kill(signal.SIGHUP)
    assert lamp.wait_for_end() == 128 + signal.SIGHUP
    assert (tmp_path / "saved").read_text() == "saved"
    for sequence in (LEFT_SCREEN, CURSOR_SHOWN, MOUSE_OFF):
        assert sequence in lamp.raw


@pytest.mark.parametrize("key", ["w", "d"], ids=["a reading", "a deed"])
def test_what_waits_for_ever_keeps_no_signal_from_ending(lamp: Console, key: str) -> None:
    lamp.send(key)
    lamp.settle(0.1)
    lamp.kill(signal.SIGTERM)
    assert lamp.wait_for_end() == 128 + signal.SIGTERM
    for sequence in (LEFT_SCREEN, CURSOR_SHOWN, MOUSE_OFF):
        assert sequence in lamp.raw


def test_a_crash_prints_one_line_and_logs_no_text(lamp: Console, tmp_path: Path) -> None:
    lamp.send("c")
    assert lamp.wait_for_end() == 70
    log = tmp_path / "log" / "crash.log"
    words = lamp.text.replace("\n", "")
    assert "workbench failed (RuntimeError)" in words
    assert "Traceback" not in words
    assert "confidential" not in bytes(lamp.raw[lamp.raw.index(LEFT_SCREEN) :]).decode()
    assert "action_crash" in log.read_text()
    assert "confidential" not in log.read_text()
    assert stat.S_IMODE(log.stat().st_mode) == 0o600
    assert LEFT_SCREEN in lamp.raw


def test_nothing_that_the_terminal_obeys_comes_out_of_a_text(lamp: Console) -> None:
    lamp.send("t")
    lamp.settle()
    assert b"\x1b]0;" not in lamp.raw
    assert b"\x1b[31mone" not in lamp.raw
    assert "one" in lamp.text


def test_copying_writes_the_text_to_the_terminals_clipboard(lamp: Console) -> None:
    lamp.send("y")
    lamp.settle()
    assert b"\x1b]52;c;" + base64.b64encode(b"words to copy") + b"\x07" in lamp.raw


def test_an_escape_in_what_is_pasted_presses_no_key(lamp: Console, tmp_path: Path) -> None:
    # More than Textual looks at before it takes the sequence for keys.
    lamp.send(f"\x1b[200~red \x1b[31mred {'s ' * 30}\x1b[0m s\x1b[201~")
    lamp.settle(1)
    assert not (tmp_path / "saved").exists()
    lamp.send("s")
    lamp.settle(1)
    assert (tmp_path / "saved").exists()


def test_the_mouse_is_given_back(lamp: Console) -> None:
    before = lamp.raw.count(MOUSE_OFF)
    lamp.send("m")
    lamp.settle()
    assert lamp.raw.count(MOUSE_OFF) == before + 1


def test_tmux_and_screen_get_a_sequence_that_they_pass_on() -> None:
    plain = osc_52("x", {})
    assert osc_52("x", {"TMUX": "1"}) == "\x1bPtmux;\x1b" + plain + "\x1b\\"
    pieces = osc_52("x" * 2000, {"STY": "1"}).split("\x1b\\")
    assert all(len(piece) <= 514 for piece in pieces)
    assert "".join(piece.removeprefix("\x1bP") for piece in pieces) == osc_52("x" * 2000, {})


@pytest.mark.parametrize("around", [{}, {"SSH_TTY": "/dev/pts/1", "DISPLAY": ":0"}])
def test_inside_tmux_the_text_goes_through_tmux(tmp_path: Path, around: dict[str, str]) -> None:
    for name in ("tmux", "xclip"):
        tool = tmp_path / name
        tool.write_text(f'#!/bin/sh\necho "$@" > {tmp_path}/{name}.called\ncat > {tmp_path}/{name}.text\n')
        tool.chmod(0o755)
    app: App[None] = App()
    environ = {"TMUX": "/tmp/tmux,1,0", "PATH": str(tmp_path), **around}
    assert copy_text(app, "14 votes", environ) == "copied (tmux)"
    assert (tmp_path / "tmux.called").read_text() == "load-buffer -w -\n"
    assert (tmp_path / "tmux.text").read_text() == "14 votes"
    assert copy_text(app, "x", {**environ, "SSH_TTY": "", "DISPLAY": ":0"}) == "copied (xclip)"


def test_in_a_browser_what_stands_around_the_server_is_left_alone(tmp_path: Path) -> None:
    tool = tmp_path / "xclip"
    tool.write_text("#!/bin/sh\nexit 0\n")
    tool.chmod(0o755)
    served = {"TEXTUAL_DRIVER": "web", "TMUX": "1", "DISPLAY": ":0", "PATH": str(tmp_path)}
    assert osc_52("x", served) == osc_52("x", {})
    app: App[None] = App()
    assert copy_text(app, "x", {"DISPLAY": ":0", "PATH": str(tmp_path)}) == "copied (xclip)"
    assert copy_text(app, "x", served) == "copied (by the terminal)"


def test_a_text_too_long_for_a_terminal_is_refused_with_a_way_out() -> None:
    with pytest.raises(UsageError) as refused:
        osc_52("x" * LONGEST_OSC_52, {})
    assert "file" in refused.value.hint
