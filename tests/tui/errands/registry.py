"""Where the errands are registered, with the commands that each of them must press."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.tui.libraries import Running, running
from workbench.tui.widgets.flash import Flash

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path

    Scenario = Callable[[Path], Awaitable[set[str]]]

SCENARIOS: dict[str, tuple[Scenario, frozenset[str]]] = {}


def exercise(*commands: str, article: int | None = 1) -> Callable[[Callable[[Running], Awaitable[None]]], None]:
    """Register a scenario with the commands that it must press."""

    def register(scenario: Callable[[Running], Awaitable[None]]) -> None:
        async def run(path: Path) -> set[str]:
            async with running(path, article=article) as app:
                await scenario(app)
                return app.pressed

        SCENARIOS[scenario.__name__] = run, frozenset(commands)

    return register


def said(run: Running) -> str:
    flash = run.room.query_one(Flash)
    return flash.error or flash._said
