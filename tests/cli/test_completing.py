from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from workbench.__main__ import main

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def complete(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> object:
    def ask(line: str) -> list[str]:
        monkeypatch.setenv("_WORKBENCH_COMPLETE", "bash_complete")
        monkeypatch.setenv("COMP_WORDS", f"workbench {line}")
        monkeypatch.setenv("COMP_CWORD", str(len(line.split(" "))))
        with pytest.raises(SystemExit):
            main([])
        return [answer.partition(",")[2] for answer in capsys.readouterr().out.splitlines() if answer]

    return ask


@pytest.mark.parametrize(
    ("line", "answers"),
    [
        ("cl", {"claim", "claims"}),
        ("db ", {"path", "check", "backup", "list", "restore"}),
        ("verdict 1.2 corr", {"correct", "correct-with-context"}),
        ("export 1 --to cs", {"csv"}),
        ("import --scale s", {"six-step"}),
        ("config get sc", {"scale", "scope"}),
        ("attach 1.2 1 --stance ", {"supports", "contradicts", "context"}),
    ],
)
def test_names_are_completed(complete: object, line: str, answers: set[str]) -> None:
    assert callable(complete)
    assert set(complete(line)) == answers


def test_settings_that_are_wrong_complete_to_nothing(complete: object, home: Path) -> None:
    (home / "config" / "workbench").mkdir(parents=True)
    (home / "config" / "workbench" / "config.toml").write_text("nonsense = 1", encoding="utf-8")
    assert callable(complete)
    assert complete("verdict 1.2 c") == []
