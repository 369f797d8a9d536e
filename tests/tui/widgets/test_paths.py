from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

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
