"""Leaving under bad circumstances: soon, with everything that was decided stored and the terminal as it was."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import termios
import time
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.terminal.console import ROOT, Console, python

if TYPE_CHECKING:
    from collections.abc import Iterator

ARTICLE = "The ferry will stop for 14 weeks, the port said.\n\nIt carries 1,400 people a day and costs $3 million.\n"
LEASE = str(Path(__file__).parent / "programs" / "lease.py")
# Alternate screen, cursor, mouse, bracketed paste.
GIVEN_BACK = (b"\x1b[?1049l", b"\x1b[?25h", b"\x1b[?1000l", b"\x1b[?2004l")
# How long leaving may take at most, in seconds, on a machine that does other things as well.
SOON = 6


@pytest.fixture
def environ(tmp_path: Path) -> dict[str, str]:
    """Return the surroundings of a library with one article."""
    found = {f"XDG_{name}_HOME": str(tmp_path / name) for name in ("DATA", "CONFIG", "STATE", "CACHE")}
    (tmp_path / "article.txt").write_text(ARTICLE, encoding="utf-8")
    call(found, "import", str(tmp_path / "article.txt"))
    return found


def call(environ: dict[str, str], *arguments: str) -> str:
    command = python("-m", "workbench", *arguments)
    full = environ | {"PATH": "/usr/bin:/bin"}
    return subprocess.run(command, env=full, cwd=ROOT, check=True, capture_output=True, text=True).stdout


def decided(environ: dict[str, str]) -> int:
    call(environ, "db", "check")
    return int(json.loads(call(environ, "status", "1", "--json"))["decided"])


@pytest.fixture
def silent_file(tmp_path: Path) -> Iterator[Path]:
    """A file that takes for ever to open."""
    path = tmp_path / "silent.txt"
    path.write_text("14 men", encoding="utf-8")
    with subprocess.Popen(python(LEASE, str(path)), stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout
        if holder.stdout.readline() != b"leased\n":
            pytest.skip("no leases on this file system")
        yield path


def test_a_reading_that_hangs_keeps_nobody_from_leaving(environ: dict[str, str], silent_file: Path) -> None:
    with Console(python("-m", "workbench", "review", "1"), size=(100, 30), environ=environ) as console:
        console.wait_for("▶")
        console.send("1")
        console.wait_for("saved")
        console.send("\x1bOQ")
        console.wait_for("article")
        console.settle()
        console.send("i")
        console.wait_for("Import")
        console.send(f"\x1b[200~{silent_file}\x1b[201~\r")
        console.settle(0.5)
        assert console.process.poll() is None
        console.send("\x11")
        console.wait_for("1 settled in this sitting")
        console.send("\x11")
        began = time.monotonic()
        assert console.wait_for_end() == 0
        assert time.monotonic() - began < SOON
        for sequence in GIVEN_BACK:
            assert sequence in console.raw
    assert decided(environ) == 1


def test_ctrl_c_in_an_editor_is_the_editors_own(environ: dict[str, str], tmp_path: Path) -> None:
    editor = tmp_path / "editor"
    editor.write_text("#!/bin/sh\ntrap 'echo written > \"$1\"; exit 0' INT\necho ready\nwhile :; do sleep 0.1; done\n")
    editor.chmod(0o755)
    with Console(
        python("-m", "workbench", "review", "1"), size=(100, 30), environ={**environ, "EDITOR": str(editor)}
    ) as console:
        console.wait_for("▶")
        console.send("E")
        console.wait_for(lambda: b"ready" in console.raw)
        console.send("\x03")
        console.wait_for("Kept; it becomes part of the verdict.")
        assert leave(console) == 0


def test_an_editor_that_is_killed_leaves_the_terminal_as_it_was(environ: dict[str, str], tmp_path: Path) -> None:
    editor = tmp_path / "editor"
    editor.write_text("#!/bin/sh\nstty raw -echo\nkill -9 $$\n")
    editor.chmod(0o755)
    with Console(
        python("-m", "workbench", "review", "1"), size=(100, 30), environ={**environ, "EDITOR": str(editor)}
    ) as console:
        before = termios.tcgetattr(console._master)
        console.wait_for("▶")
        console.send("E")
        console.wait_for(lambda: "code -9" in " ".join(console.text.split()))
        console.settle()
        assert leave(console) == 0
        assert termios.tcgetattr(console._master) == before


def leave(console: Console) -> int:
    console.send("\x11")
    console.settle()
    if console.process.poll() is None:
        console.send("\r")
    return console.wait_for_end()


def test_leaving_tells_what_another_program_kept_from_being_stored(environ: dict[str, str], tmp_path: Path) -> None:
    with Console(python("-m", "workbench", "review", "1"), size=(100, 30), environ=environ) as console:
        console.wait_for("▶")
        console.send("1")
        console.wait_for("saved")
        path = next((tmp_path / "DATA").rglob("*.db"))
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN EXCLUSIVE")
            console.send("1")
            console.wait_for("2 decided")
            console.send("\x11")
            console.wait_for("is still to be stored")
            assert "Everything is saved" not in console.text
            console.send("\r")
            assert console.wait_for_end() == 4
        assert b"is locked by another program" in bytes(console.raw).replace(b"\r\n", b" ")
    assert decided(environ) == 1


def test_nothing_of_the_article_stays_where_a_terminal_has_one_screen_alone(environ: dict[str, str]) -> None:
    # So is GNU screen by default, and so is pyte, which reads this one.
    with Console(python("-m", "workbench", "review", "1"), size=(100, 30), environ=environ) as console:
        console.wait_for("▶")
        console.settle()
        assert "ferry" in console.text
        assert leave(console) == 0
        assert not console.text.strip()
