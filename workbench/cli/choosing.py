"""What can be chosen on the command line for one run of the terminal app."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Callable


def app_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command what is chosen for this run of the terminal app; it arrives as fields of the settings."""
    command = click.option("--keymap", help="The keymap.")(command)
    command = click.option("--theme", help="The colour theme.")(command)
    return click.option("--no-mouse", "mouse", flag_value=False, default=None, help="Leave the mouse to the terminal.")(
        command
    )
