"""Sit down at the desk: open the database for one command, with the settings and the person who acts."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

import click

from workbench.errors import StoreError, UsageError
from workbench.settings.paths import config_dir, database_path

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.model.articles import Article
    from workbench.model.verdicts import Scale
    from workbench.settings.settings import Settings
    from workbench.store.opening import Store


class Signature(TypedDict):
    """Who does a deed, and when."""

    now: str
    actor: str


@dataclass(frozen=True, slots=True)
class Desk:
    """An open database and the settings of the person at it."""

    store: Store
    settings: Settings

    def sign(self) -> Signature:
        """Return who acts and the present moment, for the deed that is done now."""
        return {"now": clock(), "actor": self.settings.actor}

    def article(self, name: str) -> Article:
        """Find the article of that name; UsageError where there is none."""
        from workbench.desk.articles import find_article

        return find_article(self.store, name)


@contextmanager
def at_desk() -> Iterator[Desk]:
    """Open the database that the command line names, and close it at the end of the block."""
    from workbench.settings.settings import load_settings

    settings = load_settings()
    from workbench.store.legible import damage_told
    from workbench.store.opening import open_store

    store = open_store(chosen_database())
    try:
        with damage_told(store):
            yield Desk(store, settings)
            _back_up_daily(store)
    finally:
        store.close()


def _back_up_daily(store: Store) -> None:
    """Keep a copy of the database once a day; that none could be made is said and stops nothing."""
    from workbench.desk.upkeep import backup_if_due

    try:
        backup_if_due(store, now=clock())
    except StoreError as error:
        from workbench.cli.printing import say

        say(f"note: there is no backup of today: {error.message}")
        if error.hint:
            say(f"hint: {error.hint}")


def chosen_database() -> Path:
    """Return the database to work on: `--db`, else `$WORKBENCH_DB`, else the user's own."""
    context = click.get_current_context(silent=True)
    return Path(context.obj) if context and context.obj else database_path()


def clock() -> str:
    """Return the present moment as RFC 3339 in UTC."""
    from datetime import UTC, datetime

    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def find_scale(name: str) -> Scale:
    """Find a scale among the shipped ones and the user's own; UsageError where there is none."""
    from workbench.settings.scales import load_scales

    scales = load_scales(config_dir() / "scales")
    if name not in scales:
        raise UsageError(f"there is no scale {name!r}", hint=f"Scales: {', '.join(scales)}.")
    return scales[name]
