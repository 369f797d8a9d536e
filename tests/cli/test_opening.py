from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run


def test_without_a_terminal_a_review_is_a_table_and_a_next_step(run: Run, draft: Path) -> None:
    result = run("review", str(draft))
    assert result.code == 0
    assert result.out.splitlines()[0].split() == ["claim", "state", "verdict", "kind", "text", "speaker"]
    assert [line.split()[0] for line in result.out.splitlines()[1:]] == ["1.2", "1.3", "1.4", "1.7"]
    assert "imported as article 1" in result.err
    assert "workbench verdict 1.2 RATING" in result.err
    again = run("review", str(draft))
    assert "already here as article 1" in again.err
    assert again.out == result.out == run("review", "1").out


def test_when_all_is_settled_the_report_is_next(run: Run, article: dict[str, Any]) -> None:
    run("claim", "waive", "1.2", "1.3", "1.4", "1.7")
    assert "workbench export 1 --to html" in run("review", "1").err


def test_without_a_terminal_and_a_command_the_library_is_listed(run: Run, article: dict[str, Any]) -> None:
    assert run().out == run("list").out


def test_a_review_of_nothing_is_wrong_usage(run: Run) -> None:
    assert run("review", "7").code == 2
    assert run("review", "nowhere.md").code == 2
