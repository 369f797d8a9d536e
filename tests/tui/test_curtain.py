from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from workbench.tui.curtain import FILE, KEPT_SIZES, Curtain, Stage, keep_stage, read_stage

if TYPE_CHECKING:
    from pathlib import Path

OUTSIDE = '{"120x40": {"x": 0, "y": 2, "width": 500, "height": 34}}'
STAGE = Stage(0, 2, 51, 34, "#15171b", "#ccc8bf")


def test_the_place_is_kept_for_each_size(tmp_path: Path) -> None:
    keep_stage(tmp_path, 120, 40, STAGE)
    keep_stage(tmp_path, 80, 24, Stage(0, 2, 40, 18))
    assert read_stage(tmp_path, 120, 40) == STAGE
    assert read_stage(tmp_path, 80, 24) == Stage(0, 2, 40, 18)
    assert read_stage(tmp_path, 81, 24) is None


def test_only_the_latest_sizes_are_kept(tmp_path: Path) -> None:
    for columns in range(100, 100 + 2 * KEPT_SIZES):
        keep_stage(tmp_path, columns, 40, STAGE)
    assert len(json.loads((tmp_path / FILE).read_text(encoding="utf-8"))) == KEPT_SIZES
    assert read_stage(tmp_path, 100 + 2 * KEPT_SIZES - 1, 40) == STAGE


@pytest.mark.parametrize(
    "kept", ["", "[]", '{"120x40": 5}', '{"120x40": {"x": 1}}', '{"120x40": {"z": 1}}', "\x00", OUTSIDE]
)
def test_a_damaged_note_counts_as_none_and_is_written_over(tmp_path: Path, kept: str) -> None:
    (tmp_path / FILE).write_text(kept, encoding="utf-8")
    assert read_stage(tmp_path, 120, 40) is None
    keep_stage(tmp_path, 120, 40, STAGE)
    assert read_stage(tmp_path, 120, 40) == STAGE


def test_a_folder_that_cannot_be_written_costs_only_the_head_start(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    keep_stage(tmp_path / "file", 120, 40, STAGE)
    assert read_stage(tmp_path / "file", 120, 40) is None


def test_an_interrupt_right_behind_the_drawing_leaves_the_terminal_clean(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """`with` has nothing to leave before `__enter__` has come back."""
    drawn = tmp_path / "drawn"
    with drawn.open("wb") as screen:
        curtain = Curtain("An article")
        curtain._descriptor = screen.fileno()
        draw = curtain._draw

        def interrupted() -> None:
            draw()
            raise KeyboardInterrupt

        monkeypatch.setattr(curtain, "_draw", interrupted)
        monkeypatch.setattr("workbench.tui.curtain.ending_signals", lambda: iter(()))
        with pytest.raises(KeyboardInterrupt), curtain:
            pass
    assert drawn.read_bytes().endswith(b"\x1b[?1049l\x1b[?25h")
