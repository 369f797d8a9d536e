"""The user's own editor, whatever it does with the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from workbench.tui.outside import edit_text

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("script", "text", "told"),
    [
        ('echo more >> "$1"', "text\nmore\n", ""),
        ("exit 3", None, "ended with code 3; nothing was changed"),
        ("kill -9 $$", None, "ended with code -9; nothing was changed"),
        ('rm "$1"', None, "left no text; nothing was changed"),
        ('rm "$1"; mkdir "$1"', None, "left no text; nothing was changed"),
        ('printf "\\377" > "$1"', None, "could not be used: "),
    ],
)
def test_whatever_an_editor_does_is_told_and_raises_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str, text: str | None, told: str
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    editor = tmp_path / "editor"
    editor.write_text(f"#!/bin/sh\n{script}\n")
    editor.chmod(0o755)
    found, fault = edit_text("text\n", str(editor), {})
    assert found == text
    assert told in fault
    assert bool(fault) is (text is None)
    assert [path for path in tmp_path.glob("workbench-*") if path.is_file()] == []
