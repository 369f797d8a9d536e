"""Open the terminal app; where there is no terminal, do what can be done there and name the next command."""

from __future__ import annotations

import dataclasses
import hashlib
import os
import sys
from pathlib import Path
from typing import Any

import click

from workbench.cli.choosing import app_options
from workbench.cli.desks import at_desk, chosen_database
from workbench.cli.importing import STDIN, describe, import_one, read
from workbench.cli.paths import is_file
from workbench.cli.printing import json_option, say
from workbench.cli.reading import is_file_name, open_review_of, print_claims

# As many as an id in a database can have and be sure to fit.
_ID_DIGITS = 9


@click.command(short_help="Review an article: an id, a title, or a file to import.")
@click.argument("article")
@app_options
@json_option()
def review(article: str, as_json: bool, **chosen: Any) -> int:
    """Review ARTICLE: an id, a title, or a file, which is imported if it is new.

    Without a terminal the claims are printed as a table; with --json they are, on a terminal too.
    """
    number = _spot(article) or _find(article)
    return _open(number, as_json, **chosen)


@click.command(short_help="Put the sample article into the library, and open it.")
@click.option("--draft", is_flag=True, help="The copy with mistakes in it.")
@app_options
@json_option()
def sample(draft: bool, as_json: bool, **chosen: Any) -> int:
    """Put the sample article and its sources into the library, and open it."""
    from workbench.desk.samples import add_sample_sources, sample_article

    with at_desk() as desk:
        imported = import_one(desk, read(str(sample_article(draft=draft))))
        say(describe(imported))
        add_sample_sources(desk.store, **desk.sign())
    return _open(imported.article.id, as_json, **chosen)


@click.command(short_help="Take the two-minute tour on the sample article.")
@app_options
@json_option()
def tour(as_json: bool, **chosen: Any) -> int:
    """Take the two-minute tour on the sample article; without a terminal its claims are printed."""
    from workbench.desk.samples import add_sample_sources, sample_article

    with at_desk() as desk:
        imported = import_one(desk, read(str(sample_article(draft=True))))
        add_sample_sources(desk.store, **desk.sign())
    if as_json or not _has_terminal():
        return _open(imported.article.id, as_json)
    return _run(imported.article.id, tour=True, **chosen)


def open_library(**chosen: Any) -> int:
    """Open the library, or list it where there is no terminal."""
    if _has_terminal():
        return _run(None, **chosen)
    from workbench.cli.reading import list_library

    click.get_current_context().invoke(list_library, archived=False, as_json=False)
    return 0


def _spot(name: str) -> int | None:
    """Find an article that is in the library by its id or its file, without what opening the library costs.

    The time between the key and the first paint is mostly that; None means that the long way has to be gone.
    """
    from workbench.store.glance import spot_article

    if name.isdecimal() and len(name) <= _ID_DIGITS:
        return spot_article(chosen_database(), article_id=int(name))
    if not is_file_name(name) or not is_file(name):
        return None
    try:
        with Path(name).open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None
    number = spot_article(chosen_database(), sha256=digest)
    if number is not None:
        say(f"already here as article {number}")
    return number


def _find(name: str) -> int:
    """Find the article of that name, or import the file of that name."""
    with at_desk() as desk:
        if not is_file_name(name) and name != STDIN:
            return desk.article(name).id
        imported = import_one(desk, read(name))
    say(describe(imported))
    return imported.article.id


def _open(number: int, as_json: bool, **chosen: Any) -> int:
    if _has_terminal() and not as_json:
        return _run(number, **chosen)
    found = open_review_of(str(number))
    print_claims(found, [claim for claim in found.claims if as_json or found.in_scope(claim)], as_json=as_json)
    first = next((claim for claim in found.claims if found.in_scope(claim) and claim.state == "open"), None)
    if first:
        say(f"Next: workbench verdict {first.ref} RATING, or in a terminal: workbench review {number}")
    else:
        say(f"Every claim is settled. Next: workbench export {number} --to html -o report.html")
    return 0


def _run(number: int | None, *, tour: bool = False, **chosen: Any) -> int:
    from workbench.settings.settings import load_settings
    from workbench.tui.app import run_app

    given: dict[str, Any] = {key: value for key, value in chosen.items() if value is not None}
    settings = dataclasses.replace(load_settings(), **given)
    return run_app(chosen_database(), article=number, settings=settings, tour=tour)


def _has_terminal() -> bool:
    # Served to a browser the app talks through pipes, to a driver that Textual's variable names.
    # Textual draws on stderr.
    streams = (sys.stdin, sys.stdout, sys.stderr)
    # A dumb terminal (an editor's shell window) has no cursor to move: a table is what it can show.
    moves = os.environ.get("TERM") != "dumb"
    return bool(os.environ.get("TEXTUAL_DRIVER")) or (moves and all(stream.isatty() for stream in streams))
