"""Inside GNU screen and tmux, the real ones, as far as the machine has them."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.terminal.console import ROOT, Console, python

if TYPE_CHECKING:
    from pathlib import Path

ARTICLE = "The ferry will stop for 14 weeks, the port said.\n\nIt carries 1,400 people a day and costs $3 million.\n"


@pytest.fixture
def environ(tmp_path: Path) -> dict[str, str]:
    """Return the surroundings of a library with one article, one of whose claims is imprecise, and of screen."""
    found = {f"XDG_{name}_HOME": str(tmp_path / name) for name in ("DATA", "CONFIG", "STATE", "CACHE")}
    sockets = tmp_path / "sockets"
    sockets.mkdir(mode=0o700)
    found |= {"SCREENDIR": str(sockets), "TMUX_TMPDIR": str(sockets), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"}
    (tmp_path / "article.txt").write_text(ARTICLE, encoding="utf-8")
    for arguments in (("import", str(tmp_path / "article.txt")), ("verdict", "1.1", "imprecise")):
        subprocess.run(python("-m", "workbench", *arguments), env=found, cwd=ROOT, check=True, capture_output=True)
    return found


@pytest.mark.parametrize("around", [("screen", "-c", "/dev/null", "-U"), ("tmux", "-f", "/dev/null", "new-session")])
def test_one_escape_closes_a_dialog_and_nothing_slants_into_reverse(
    around: tuple[str, ...], environ: dict[str, str]
) -> None:
    if shutil.which(around[0]) is None:
        pytest.skip(f"{around[0]} is not here")
    with Console([*around, *python("-m", "workbench", "review", "1")], environ=environ, size=(120, 40)) as console:
        console.wait_for("1 ≈")
        console.wait_for("▶")
        console.send("K")
        console.wait_for("Stand-alone")
        console.send("\x1b")
        console.wait_for(lambda: "Stand-alone" not in console.text)
        row = next(y for y, line in enumerate(console.screen.display) if "1 ≈" in line)
        assert not any(cell.reverse for cell in console.screen.buffer[row].values())
        # Left by its own keys: a multiplexer lives on behind a terminal that has gone.
        console.send("\x11")
        console.wait_for_end()
