"""Each command of the table, by its default key, on a real store: one errand or more, none left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

# Each of these puts its errands into the registry.
from tests.tui.errands import claims_and_evidence, library, other_screens, reading_and_finding  # noqa: F401
from tests.tui.errands.registry import SCENARIOS
from workbench.tui.commands import COMMANDS

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("name", SCENARIOS)
async def test_errand(name: str, database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    scenario, commands = SCENARIOS[name]
    assert commands <= await scenario(database)


@pytest.mark.parametrize("command", [command.id for command in COMMANDS])
def test_every_command_is_on_an_errand(command: str) -> None:
    assert any(command in commands for _, commands in SCENARIOS.values())
