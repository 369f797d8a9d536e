"""Complete names in the shell; nothing here may be slow, or raise."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import click


def complete_rating(_context: click.Context, _parameter: click.Parameter, begun: str) -> list[str]:
    """Complete a rating of the scale that is set."""
    with contextlib.suppress(Exception):
        from workbench.cli.desks import find_scale
        from workbench.settings.settings import load_settings

        return [rating.id for rating in find_scale(load_settings().scale).ratings if rating.id.startswith(begun)]
    return []


def complete_scale(_context: click.Context, _parameter: click.Parameter, begun: str) -> list[str]:
    """Complete the id of a scale."""
    with contextlib.suppress(Exception):
        from workbench.settings.paths import config_dir
        from workbench.settings.scales import load_scales

        return [name for name in load_scales(config_dir() / "scales") if name.startswith(begun)]
    return []


def complete_format(_context: click.Context, _parameter: click.Parameter, begun: str) -> list[str]:
    """Complete the id of a report."""
    from workbench.reports import REPORTS

    return [report.id for report in REPORTS if report.id.startswith(begun)]


def complete_setting(_context: click.Context, _parameter: click.Parameter, begun: str) -> list[str]:
    """Complete the key of a setting."""
    from dataclasses import fields

    from workbench.settings.settings import Settings

    return [field.name for field in fields(Settings) if field.name.startswith(begun)]
