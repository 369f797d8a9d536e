"""Keep the library of sources."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from workbench.cli.desks import at_desk
from workbench.cli.paths import is_file
from workbench.cli.printing import fit, json_option, print_json, print_result, print_table, print_text, say
from workbench.errors import InputError, UsageError
from workbench.model.sources import SourceFields, SourceType
from workbench.settings.files import read_whole

if TYPE_CHECKING:
    from collections.abc import Callable

    from workbench.model.sources import Source, SourceRow

_TEXTS = {
    "title": "What it is called.",
    "url": "Its address.",
    "publisher": "Who published it.",
    "author": "Who wrote it.",
    "published": "When it was published (ISO 8601).",
    "accessed": "When it was looked at (ISO 8601).",
    "archive_url": "The address of an archived copy.",
    "note": "A note.",
    "asked": "Call log: who was asked.",
    "asked_at": "Call log: when.",
    "channel": "Call log: how (phone, mail).",
    "answer": "Call log: what they said.",
    "deadline": "Call log: by when they were to answer.",
}


def field_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command an option for each thing that can be said of a source."""
    for name, text in reversed(_TEXTS.items()):
        command = click.option(f"--{name.replace('_', '-')}", name, help=text)(command)
    types = click.Choice([kind.value for kind in SourceType])
    command = click.option(
        "--type", "type", type=types, metavar="TYPE", help=f"What it is: {', '.join(types.choices)}."
    )(command)
    return click.option("--confidential/--public", default=None, help="Keep it out of public reports.")(command)


@click.command()
@click.argument("what", required=False)
@click.option("--file", "file", type=click.Path(path_type=Path), help="Keep a copy of this file's bytes.")
@field_options
@json_option()
def add(what: str | None, file: Path | None, as_json: bool, **fields: Any) -> None:
    """Add a source. WHAT is its address, a file or its title; the options say the rest.

    The same address or file again gives the source that is there. Similar titles are pointed out.
    """
    from workbench.desk.sourcing import add_source, find_same_source, find_similar_sources

    given = _given(fields)
    if what:
        file = _place(what, given, file)
    if not (given.get("title") or given.get("url") or file):
        raise UsageError("a source needs a title, an address or a file", hint="workbench source add --help")
    content = _read_content(file)
    if file:
        given.setdefault("path", str(file))
        given.setdefault("title", file.name)
    wanted = SourceFields(**{"title": "", **given})
    with at_desk() as desk:
        similar = find_similar_sources(desk.store, wanted)
        same = find_same_source(desk.store, wanted, content)
        source = same or add_source(desk.store, wanted, content=content, **desk.sign())
    if same is None:
        for other in similar:
            say(f"similar: source {other.id}, {other.title}")
    sentence = f"already here as source {source.id}" if same else f"added source {source.id}: {source.title}"
    print_result(str(source.id), sentence, as_json, {**source_json(source), "new": same is None})


@click.command(short_help="Change a source, or keep a newer version of its file.")
@click.argument("source")
@click.option("--file", "file", type=click.Path(path_type=Path), help="Keep this file's bytes as its newest version.")
@field_options
@click.option("--revision", type=int, help="Refuse if the source is not at this revision any more.")
@json_option()
def edit(source: str, file: Path | None, revision: int | None, as_json: bool, **fields: Any) -> None:
    """Change what is known of SOURCE, or keep a newer version of its file; evidence goes on citing the one it cited."""
    from workbench.desk.sourcing import add_version, edit_source, get_source

    given = _given(fields)
    content = _read_content(file)
    if not (given or content):
        raise UsageError("nothing to change", hint="workbench source edit --help")
    with at_desk() as desk:
        found = get_source(desk.store, source_id(source))
        if given:
            wanted = dataclasses.replace(found.fields, **given)
            edit_source(desk.store, found.id, wanted, revision=revision, **desk.sign())
        if content:
            add_version(desk.store, found.id, content, **desk.sign())
        changed = get_source(desk.store, found.id)
    what = ", ".join([*given, *(["file"] if content else [])])
    print_result("", f"changed source {changed.id}: {what}", as_json, source_json(changed))


@click.command("list", short_help="List the sources, and how many claims cite each.")
@json_option()
def list_all(as_json: bool) -> None:
    """List the sources, with how many claims cite each, and whether the copy that is kept is stale."""
    from workbench.desk.sourcing import find_changed_files, list_sources

    with at_desk() as desk:
        changed = find_changed_files(desk.store)
        rows = [dataclasses.replace(row, changed=row.source.id in changed) for row in list_sources(desk.store)]
    if as_json:
        print_json({"sources": [_row_json(row) for row in rows]})
    elif not rows:
        say("There are no sources yet. Add one: workbench source add URL --title TITLE")
    else:
        cells = (
            (
                row.source.id,
                fit(row.source.title),
                row.source.fields.type,
                row.source.fields.url,
                row.used,
                row.copy_words,
            )
            for row in rows
        )
        print_table(("id", "title", "type", "url", "used", "copy"), cells)


def _row_json(row: SourceRow) -> dict[str, Any]:
    copies = {"copies": row.copies, "behind": row.behind, "changed": row.changed}
    return {**source_json(row.source), "used": row.used, **copies}


@click.command()
@click.argument("source")
@click.option("--text", "as_text", is_flag=True, help="Print the text of its file, and nothing else.")
@json_option()
def show(source: str, as_text: bool, as_json: bool) -> None:
    """Show what is known of SOURCE."""
    from workbench.desk.citing import list_uses
    from workbench.desk.sourcing import get_source, read_source_text

    with at_desk() as desk:
        found = get_source(desk.store, source_id(source))
        text = read_source_text(desk.store, found.id) if as_text else None
        uses = [claim.ref for claim in list_uses(desk.store, found.id)]
    if as_text:
        if text is None:
            raise InputError(f"source {found.id} has no text to read", hint="Add it again with --file FILE.")
        print_text(text)
    elif as_json:
        print_json({**source_json(found), "used_by": uses})
    else:
        _print_source(found, uses)


def _print_source(source: Source, uses: list[str]) -> None:
    print_text(f"{source.id}  {source.title}")
    said = {**dataclasses.asdict(source.fields), "used by": ", ".join(uses)}
    for name, value in said.items():
        if value and name != "title":
            print_text(f"    {name.replace('_', ' ')}: {'yes' if value is True else value}")


@click.command()
@click.argument("source")
@json_option()
def remove(source: str, as_json: bool) -> None:
    """Take SOURCE out of the library; refused while a claim cites it."""
    from workbench.desk.sourcing import remove_source

    with at_desk() as desk:
        removed = remove_source(desk.store, source_id(source), **desk.sign())
    print_result("", f"removed source {removed.id}: {removed.title}", as_json, source_json(removed))


def source_id(name: str) -> int:
    """Read a source's name, written 7 or S7; UsageError for anything else."""
    digits = name.removeprefix("S").removeprefix("s")
    if not digits.isdecimal():
        raise UsageError(f"{name!r} is no source", hint="Sources are named by number: workbench source list")
    return int(digits)


def source_json(source: Source) -> dict[str, Any]:
    """Return a source as JSON."""
    from workbench.formats.review_json import source_to_json

    return source_to_json(source)


def _place(what: str, given: dict[str, Any], file: Path | None) -> Path | None:
    """Put the one thing given without a name where it belongs, and return the file."""
    if what.startswith(("http://", "https://")):
        given.setdefault("url", what)
    elif file is None and is_file(what):
        return Path(what)
    else:
        given.setdefault("title", what)
    return file


def _read_content(file: Path | None) -> tuple[str, bytes] | None:
    if file is None:
        return None
    return file.name, read_whole(file)


def _given(fields: dict[str, Any]) -> dict[str, Any]:
    given = {name: value for name, value in fields.items() if value is not None}
    if "type" in given:
        given["type"] = SourceType(given["type"])
    return given
