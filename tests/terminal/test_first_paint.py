from __future__ import annotations

import json
import re
import signal
import subprocess
import termios
from typing import TYPE_CHECKING

import pytest

from tests.terminal.console import ROOT, Console, python

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "\n\n".join(
    f"Paragraph {number} says that {number * 7} of the members voted for it, and “nobody” spoke against the text."
    for number in range(1, 60)
)
APP = "▶"
MARGIN = re.compile("^[▎▶ ]*[0-9]* *○? *")


@pytest.fixture
def library(tmp_path: Path) -> dict[str, str]:
    environ = {f"XDG_{name}_HOME": str(tmp_path / name) for name in ("DATA", "CONFIG", "STATE", "CACHE")}
    article = tmp_path / "article.txt"
    article.write_text(TEXT, encoding="utf-8")
    command = python("-m", "workbench", "import", str(article))
    subprocess.run(command, env=environ | {"PATH": "/usr/bin:/bin"}, cwd=ROOT, check=True, capture_output=True)
    return environ


def open_review(environ: dict[str, str], size: tuple[int, int] = (100, 30)) -> Console:
    return Console(python("-m", "workbench", "review", "1"), size=size, environ=environ)


def leave(console: Console) -> int:
    console.send("\x11")
    console.settle()
    if console.process.poll() is None:
        console.send("\r")
    return console.wait_for_end()


def article_rows(console: Console, stage: dict[str, int]) -> list[str]:
    """Return the article's rows without what stands in the margin."""
    rows = console.screen.display[stage["y"] : stage["y"] + stage["height"]]
    return [MARGIN.sub("", row[stage["x"] : stage["x"] + stage["width"] - 1]).strip() for row in rows]


def test_the_article_stands_there_before_the_app_in_its_place_and_keys_wait_for_it(
    library: dict[str, str], tmp_path: Path
) -> None:
    with open_review(library) as console:
        console.wait_for(APP)
        # The place of the pane is kept when one has stayed at a claim for a moment.
        kept = tmp_path / "CACHE" / "workbench" / "stage.json"
        console.wait_for(lambda: console.read(0.05) == b"" and kept.exists())
        console.settle()
        assert leave(console) == 0
    stage = json.loads(kept.read_text(encoding="utf-8"))["100x30"]
    assert "Paragraph" not in kept.read_text(encoding="utf-8")

    with open_review(library) as console:
        before = termios.tcgetattr(console._master)
        console.wait_for("Paragraph 1")
        assert APP not in console.text
        drawn = article_rows(console, stage)
        console.send("n")
        console.wait_for(APP)
        console.settle()
        assert drawn == article_rows(console, stage)
        current = next(row for row in console.screen.display if APP in row)
        assert not current.split(APP)[1].lstrip().startswith("1 ")
        assert leave(console) == 0
        assert termios.tcgetattr(console._master)[3] & termios.ECHO == before[3] & termios.ECHO


def test_the_linux_console_gets_only_what_its_font_has(library: dict[str, str]) -> None:
    # The second time the article stands there before the app.
    for _ in range(2):
        with open_review(library | {"TERM": "linux", "COLORTERM": ""}) as console:
            console.wait_for("n next")
            console.send("1")
            console.wait_for("1 decided")
            console.settle()
            assert console.text.encode("cp437")
            for sign in "○▶“…–":
                assert sign.encode() not in console.raw
            console.send("u")
            console.wait_for("0 decided")
            console.settle()
            assert leave(console) == 0


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGINT])
def test_a_signal_at_any_moment_of_the_start_leaves_the_terminal_clean(
    library: dict[str, str], number: signal.Signals
) -> None:
    with open_review(library) as console:
        console.wait_for(APP)
        console.settle()
        assert leave(console) == 0
    # Before anything is drawn, on the curtain, while Textual takes the terminal, in the app.
    for written in (0, 1, 4000, 9000):
        with open_review(library) as console:
            before = termios.tcgetattr(console._master)
            console.wait_for(lambda wanted=written, seen=console: len(seen.raw) >= wanted)
            if not written:
                console.read(0.05)
            console.kill(number)
            console.wait_for_end()
            raw = bytes(console.raw)
            assert b"Traceback" not in raw
            assert raw.rfind(b"\x1b[?1049h") <= raw.rfind(b"\x1b[?1049l")
            assert raw.rfind(b"\x1b[?25l") <= raw.rfind(b"\x1b[?25h")
            assert raw.rfind(b"\x1b[?1003h") <= raw.rfind(b"\x1b[?1003l")
            assert termios.tcgetattr(console._master)[3] == before[3]


def test_letters_to_jump_by_stand_in_the_article(library: dict[str, str]) -> None:
    with open_review(library) as console:
        console.wait_for(APP)
        console.settle()
        console.send("J")
        console.wait_for("the letter on a claim goes there")
        # Only the letters are new: the article stands there as before.
        console.wait_for("Paragraph 1 says that f of the members")
        console.send("d")
        console.wait_for(lambda: "the letter on a claim" not in console.text)
        console.wait_for(f"{APP}  5")
        assert leave(console) == 0


def test_an_unknown_article_is_said_without_opening_anything(library: dict[str, str]) -> None:
    with Console(python("-m", "workbench", "review", "77"), environ=library) as console:
        assert console.wait_for_end() != 0
        assert "there is no article 77" in console.text
        assert b"\x1b[?1049h" not in console.raw
