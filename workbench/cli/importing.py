"""Import files, folders or standard input as articles."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from workbench.cli.completing import complete_scale
from workbench.cli.desks import Desk, at_desk, find_scale
from workbench.cli.printing import count, json_option, print_json, print_text, say
from workbench.errors import ConflictError, ExitCode, InputError, WorkbenchError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.desk.importing import Imported
    from workbench.desk.receiving import Received
    from workbench.model.articles import Document

STDIN = "-"
# What `export --to json` writes.
_REVIEW = ".json"


@click.command("import")
@click.argument("paths", nargs=-1, required=True)
@click.option("--from", "format_id", metavar="FORMAT", help="Read it as this format. [default: by the file's name]")
@click.option(
    "--scale",
    shell_complete=complete_scale,
    help="The verdict scale of the new articles. [default: the setting 'scale']",
)
@json_option()
def import_files(paths: tuple[str, ...], format_id: str | None, scale: str | None, as_json: bool) -> int:
    """Import articles: files, folders (all their readable files) or - for standard input.

    The same bytes twice are the same article. A .json file is a review that `export --to json` wrote elsewhere. A file
    that cannot be read is reported and the rest goes on; the exit code is then 3. With --json one object a line.
    """
    names = list(_expand(paths))
    failures: list[WorkbenchError] = []
    with at_desk() as desk:
        for name in _progress(names):
            try:
                _take_in(desk, name, format_id, scale, as_json)
            except (InputError, ConflictError) as error:
                failures.append(error)
                _report_failure(name, error, as_json)
    if len(names) > 1:
        say(f"{count(len(names) - len(failures), 'file')} imported, {len(failures)} could not be")
    return failures[0].exit_code if failures else ExitCode.OK


def _take_in(desk: Desk, name: str, format_id: str | None, scale: str | None, as_json: bool) -> None:
    if format_id is None and Path(name).suffix.lower() == _REVIEW:
        _report_received(name, receive(desk, Path(name)), as_json)
    else:
        _report(name, import_one(desk, read(name, format_id), scale), as_json)


def receive(desk: Desk, path: Path) -> Received:
    """Put a review from another machine into the library."""
    from workbench.desk.receiving import restore_review
    from workbench.formats.review_reading import parse_review

    try:
        raw = path.read_bytes()
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror}") from error
    return restore_review(desk.store, parse_review(raw), **desk.sign())


def read(name: str, format_id: str | None = None) -> Document:
    """Read one document from a path, or from standard input for '-'."""
    from workbench.readers import read_bytes, read_file

    if name == STDIN:
        return read_bytes("standard input", sys.stdin.buffer.read(), format_id)
    return read_file(Path(name), format_id)


def import_one(desk: Desk, document: Document, scale: str | None = None) -> Imported:
    """Put a document into the library with the scale and scope that the settings name."""
    from workbench.desk.importing import import_document

    settings = desk.settings
    chosen = find_scale(scale or settings.scale)
    return import_document(desk.store, document, scale=chosen, scope=settings.scope, **desk.sign())


def describe(imported: Imported) -> str:
    """Say in a sentence what became of an import."""
    article = imported.article
    if imported.new:
        return f"imported as article {article.id}: {article.title}, {count(imported.claims, 'claim')}"
    return f"already here as article {article.id}: {article.title}"


def _expand(paths: tuple[str, ...]) -> Iterator[str]:
    from workbench.readers import READERS

    suffixes = {suffix for reader in READERS for suffix in reader.suffixes if suffix}
    for path in paths:
        if path != STDIN and Path(path).is_dir():
            inside = sorted(Path(path).rglob("*"))
            yield from (str(file) for file in inside if file.suffix.lower() in suffixes and file.is_file())
        else:
            yield path


def _progress(names: list[str]) -> Iterator[str]:
    """Show a progress bar while several files are read; nothing where stderr is no terminal."""
    if len(names) == 1 or not sys.stderr.isatty():
        yield from names
        return
    with click.progressbar(names, label="Importing", file=sys.stderr) as bar:
        yield from bar


def _report(name: str, imported: Imported, as_json: bool) -> None:
    article = imported.article
    if as_json:
        result: dict[str, Any] = {"id": str(article.id), "uid": article.uid, "title": article.title}
        result |= {"path": name, "new": imported.new, "claims": imported.claims, "sha256": imported.text.sha256}
        print_json(result, line=True)
        return
    print_text(str(article.id))
    losses = "".join(f"; {number} {what} replaced" for what, number in imported.text.losses)
    say(f"{name}: {describe(imported)}{losses}")


def _report_received(name: str, received: Received, as_json: bool) -> None:
    article = received.article
    if as_json:
        result: dict[str, Any] = {"id": str(article.id), "uid": article.uid, "title": article.title}
        result |= {"path": name, "new": True, "claims": received.claims, "conflicts": list(received.conflicts)}
        print_json(result, line=True)
        return
    print_text(str(article.id))
    say(f"{name}: took in as article {article.id}: {article.title}, {count(received.claims, 'claim')}")
    for conflict in received.conflicts:
        say(f"note: {conflict}")


def _report_failure(name: str, error: WorkbenchError, as_json: bool) -> None:
    message, hint = error.message, error.hint
    if as_json:
        print_json({"id": None, "path": name, "error": message, "hint": hint}, line=True)
    say(f"error: {message}" if name in message else f"error: {name}: {message}")
    if hint:
        say(f"hint: {hint}")
