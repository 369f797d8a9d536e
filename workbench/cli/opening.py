"""Open the terminal app; where there is no terminal, do what can be done there and name the next command."""

from __future__ import annotations

import dataclasses
import os
import sys
from typing import Any

import click

from workbench.cli.desks import at_desk, chosen_database
from workbench.cli.importing import STDIN, describe, import_one, read
from workbench.cli.printing import json_option, say
from workbench.cli.reading import is_file_name, open_review_of, print_claims


@click.command()
@click.argument("article")
@click.option("--no-mouse", is_flag=True, help="Leave the mouse to the terminal.")
@click.option("--theme", help="The colour theme.")
@click.option("--keymap", help="The keymap.")
@json_option()
def review(article: str, no_mouse: bool, theme: str | None, keymap: str | None, as_json: bool) -> int:
    """Review ARTICLE: an id, a title, or a file, which is imported if it is new.

    Without a terminal the claims are printed as a table; with --json they are, on a terminal too.
    """
    if is_file_name(article) or article == STDIN:
        with at_desk() as desk:
            imported = import_one(desk, read(article))
        say(describe(imported))
        number = imported.article.id
    else:
        with at_desk() as desk:
            number = desk.article(article).id
    return _open(number, as_json, mouse=False if no_mouse else None, theme=theme, keymap=keymap)


@click.command()
@click.option("--draft", is_flag=True, help="The copy with mistakes in it.")
@json_option()
def sample(draft: bool, as_json: bool) -> int:
    """Put the sample article and its sources into the library, and open it."""
    from workbench.cli.samples import add_sample_sources, sample_article

    with at_desk() as desk:
        imported = import_one(desk, read(str(sample_article(draft=draft))))
        say(describe(imported))
        add_sample_sources(desk)
    return _open(imported.article.id, as_json)


def open_library() -> int:
    """Open the library, or list it where there is no terminal."""
    if _has_terminal():
        return _run(None)
    from workbench.cli.reading import list_library

    click.get_current_context().invoke(list_library, archived=False, as_json=False)
    return 0


def _open(number: int, as_json: bool, **chosen: object) -> int:
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


def _run(number: int | None, **chosen: object) -> int:
    from workbench.settings.settings import load_settings
    from workbench.tui.app import run_app

    given: dict[str, Any] = {key: value for key, value in chosen.items() if value is not None}
    return run_app(chosen_database(), article=number, settings=dataclasses.replace(load_settings(), **given))


def _has_terminal() -> bool:
    # Served to a browser the app talks through pipes, to a driver that Textual's variable names.
    # Textual draws on stderr.
    streams = (sys.stdin, sys.stdout, sys.stderr)
    return bool(os.environ.get("TEXTUAL_DRIVER")) or all(stream.isatty() for stream in streams)
