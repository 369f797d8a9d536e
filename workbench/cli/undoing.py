"""See who did what, and take it back or do it again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from workbench.cli.desks import at_desk
from workbench.cli.printing import json_option, moment, print_json, print_table, say

if TYPE_CHECKING:
    from workbench.model.events import Event


@click.command("history", short_help="Show what was done: when, by whom, and what it was.")
@click.argument("article", required=False)
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    default=50,
    show_default=True,
    help="So many of the newest; the last of them at the end.",
)
@json_option()
def show_history(article: str | None, limit: int, as_json: bool) -> None:
    """Show what was done to ARTICLE, or to anything: when, by whom, and what it was."""
    from workbench.desk.undoing import history

    with at_desk() as desk:
        events = history(desk.store, desk.article(article).id if article else None, limit)
    if as_json:
        print_json({"events": [_to_json(event) for event in events]})
    else:
        rows = ((event.seq, moment(event.at), event.actor, event.article_id or "", event.label) for event in events)
        print_table(("event", "at", "by", "article", "what"), rows)


@click.command(short_help="Take the last deed back.")
@click.argument("article", required=False)
@click.option(
    "--event",
    type=int,
    help="Take back this one event instead, if nothing later depends on it; an undoing is done again.",
)
@json_option()
def undo(article: str | None, event: int | None, as_json: bool) -> None:
    """Take the last deed back: that of ARTICLE, or the newest of all that can be."""
    from workbench.desk import undoing

    with at_desk() as desk:
        if event is not None:
            done = undoing.undo_event(desk.store, event, **desk.sign())
        elif article is not None:
            done = undoing.undo(desk.store, desk.article(article).id, **desk.sign())
        else:
            done = undoing.undo_newest(desk.store, **desk.sign())
    _tell(done, as_json)


@click.command(short_help="Do again what was last taken back.")
@click.argument("article", required=False)
@json_option()
def redo(article: str | None, as_json: bool) -> None:
    """Do again what was last taken back: in ARTICLE, or anywhere."""
    from workbench.desk import undoing

    with at_desk() as desk:
        if article is not None:
            done = undoing.redo(desk.store, desk.article(article).id, **desk.sign())
        else:
            done = undoing.redo_newest(desk.store, **desk.sign())
    _tell(done, as_json)


def _tell(done: Event, as_json: bool) -> None:
    if as_json:
        print_json(_to_json(done))
    else:
        say(done.label)


def _to_json(event: Event) -> dict[str, Any]:
    from workbench.formats.review_json import event_to_json

    return event_to_json(event)
