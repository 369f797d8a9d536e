from __future__ import annotations

import asyncio
import threading
from typing import TYPE_CHECKING

import pytest

from workbench.tui.widgets import paths
from workbench.tui.widgets.paths import complete_path

if TYPE_CHECKING:
    from pathlib import Path


def test_a_path_goes_on_to_what_is_there_and_hidden_files_wait_to_be_asked_for(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    (tmp_path / ".draft.md").touch()
    assert complete_path(f"{tmp_path}/ar") == f"{tmp_path}/articles/"
    assert complete_path(f"{tmp_path}/") == f"{tmp_path}/articles/"
    assert complete_path(f"{tmp_path}/.d") == f"{tmp_path}/.draft.md"


@pytest.mark.parametrize("typed", ["", "~", "~nobody-of-this-name/a", "/no/such/folder/a", "a\0b/c"])
def test_what_leads_nowhere_is_left_as_it_is_typed(typed: str) -> None:
    assert complete_path(typed) is None


async def test_a_drive_that_does_not_answer_holds_few_threads_and_the_last_letters_are_looked_up_in_the_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    answered, both, asked = threading.Event(), threading.Barrier(3, timeout=10), []

    def wait(value: str) -> str:
        asked.append(value)
        if not answered.is_set():
            both.wait()
        answered.wait(10)
        return f"{value}/"

    monkeypatch.setattr(paths, "complete_path", wait)
    suggester = paths.PathSuggester()
    looking = [asyncio.create_task(suggester.get_suggestion("/gone"[:length])) for length in range(1, 6)]
    await asyncio.to_thread(both.wait)
    assert sorted(asked) == ["/", "/g"]
    answered.set()
    assert await asyncio.gather(*looking) == ["//", "/g/", None, None, "/gone/"]
    assert sorted(asked) == ["/", "/g", "/gone"]
    assert await suggester.get_suggestion("/a") == "/a/"
