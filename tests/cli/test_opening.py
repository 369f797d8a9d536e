from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run
    from workbench.settings.settings import Settings


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


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[tuple[int | None, Settings]]:
    """Pretend that there is a terminal, and note what is opened on it instead of opening it."""
    calls: list[tuple[int | None, Settings]] = []

    def run_app(_path: Path, *, article: int | None, settings: Settings, tour: bool = False) -> int:
        calls.append((-1 if tour else article, settings))
        return 0

    monkeypatch.setenv("TEXTUAL_DRIVER", "a browser's")
    monkeypatch.setattr("workbench.tui.app.run_app", run_app)
    return calls


def test_on_a_terminal_the_app_opens_at_the_article(
    run: Run, opened: list[tuple[int | None, Settings]], draft: Path
) -> None:
    first = run("review", str(draft), "--no-mouse", "--keymap", "vim")
    again = run("review", str(draft))
    run("review", "1", "--theme", "nord")
    run("review", "harbour bridge")
    run("--no-mouse")
    run("tour", "--theme", "nord")
    assert [article for article, _ in opened] == [1, 1, 1, 1, None, -1]
    assert (opened[0][1].mouse, opened[0][1].keymap, opened[2][1].theme) == (False, "vim", "nord")
    assert (opened[4][1].mouse, opened[5][1].theme) == (False, "nord")
    assert "imported as article 1" in first.err
    assert again.err == "already here as article 1\n"


def test_on_a_terminal_what_is_not_there_is_an_error_and_no_app(
    run: Run, opened: list[tuple[int | None, Settings]], article: dict[str, Any]
) -> None:
    for name in ("7", "9" * 30, "no such title", "nowhere.md"):
        assert run("review", name).code == 2
    assert opened == []
    assert run("review", "1", "--json").json["article"]["id"] == "1"
    assert opened == []


def test_what_is_chosen_for_the_app_may_stand_before_the_command(
    run: Run, opened: list[tuple[int | None, Settings]], article: dict[str, Any]
) -> None:
    run("--theme", "nord", "--no-mouse", "review", "1")
    run("--theme", "nord", "review", "1", "--theme", "dracula")
    assert [(number, one.theme, one.mouse) for number, one in opened] == [(1, "nord", False), (1, "dracula", True)]
    refused = run("--no-mouse", "list")
    assert refused.code == 2
    assert "--no-mouse is for the terminal app, which 'workbench list' does not open" in refused.err
