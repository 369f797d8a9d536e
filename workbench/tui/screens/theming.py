"""Choose the colours and keep the choice in the settings."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from workbench.settings.paths import config_path
from workbench.settings.settings import write_setting

if TYPE_CHECKING:
    from workbench.tui.screens.base import Room


async def choose_colours(room: Room) -> None:
    """Ask for a theme and write it into the settings file; raises WorkbenchError where that cannot be done."""
    from workbench.tui.dialogs.pick_theme import PickTheme

    app = room.app
    name = await room.ask(PickTheme(app.available_themes.values(), app.theme))
    if name is None:
        return
    app.theme = name
    path = config_path()
    await asyncio.to_thread(write_setting, path, "theme", name)
    room.say(f"colours: {name}, kept in {path}")
