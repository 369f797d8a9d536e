"""Import files, folders or standard input as articles."""

from __future__ import annotations

import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from workbench.cli.completing import complete_scale
from workbench.cli.desks import Desk, at_desk, find_scale
from workbench.cli.paths import is_folder
from workbench.cli.printing import count, json_option, one_line, print_json, print_name, say
from workbench.errors import ConflictError, ExitCode, InputError, WorkbenchError
from workbench.settings.files import read_whole

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from workbench.desk.importing import Imported
    from workbench.desk.receiving import Received
    from workbench.model.articles import Article, Document

STDIN = "-"
# What `export --to json` writes.
_REVIEW = ".json"
# How many endings of files left out are named: a readable handful.
_NAMED = 5


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: as JSON, and in sentences for a person."""

    result: dict[str, Any]
    sentences: tuple[str, ...]
    error: WorkbenchError | None = None


@click.command("import", short_help="Import articles: files, folders or - for standard input.")
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
    names = list(_expand(paths, as_json))
    with at_desk() as desk:
        outcomes = []
        for outcome in _watch(names, lambda name: _take_in(desk, name, format_id, scale)):
            outcomes.append(outcome)
            _tell(outcome, as_json)
    failures = [outcome.error for outcome in outcomes if outcome.error]
    if len(names) > 1:
        known = sum(1 for outcome in outcomes if outcome.error is None and not outcome.result["new"])
        made = count(len(names) - len(failures) - known, "file")
        say(f"{made} imported" + f", {known} already here" * bool(known) + f", {len(failures)} could not be")
    return failures[0].exit_code if failures else ExitCode.OK


def _take_in(desk: Desk, name: str, format_id: str | None, scale: str | None) -> Outcome:
    try:
        if format_id is None and Path(name).suffix.lower() == _REVIEW:
            return _of_received(name, receive(desk, Path(name)))
        return _of_imported(name, import_one(desk, _read_file(name, format_id), scale))
    except (InputError, ConflictError) as error:
        failed = {"id": None, "path": name, "error": error.message, "hint": error.hint}
        message = _name_whole(name, error.message)
        return Outcome(failed, (f"error: {message}", *((f"hint: {error.hint}",) if error.hint else ())), error)


def _read_file(name: str, format_id: str | None) -> Document:
    if is_folder(name):
        raise InputError(f"there is no file in {name} that can be read", "plain text (.txt) and Markdown (.md) can")
    return read(name, format_id)


def _name_whole(name: str, message: str) -> str:
    """Name the file as it was given, where the message has no more than the last part of its name."""
    if name in message:
        return message
    last = Path(name).name
    return name + message.removeprefix(last) if last and message.startswith(last) else f"{name}: {message}"


def receive(desk: Desk, path: Path) -> Received:
    """Put a review from another machine into the library."""
    from workbench.desk.receiving import restore_review
    from workbench.formats.review_reading import parse_review

    return restore_review(desk.store, parse_review(read_whole(path)), **desk.sign())


def read(name: str, format_id: str | None = None) -> Document:
    """Read one document from a path, or from standard input for '-'."""
    from workbench.readers import read_bytes, read_file

    if not name:
        raise InputError("an empty name names no file", hint="name a file, a folder, or - for standard input")
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


def _expand(paths: tuple[str, ...], as_json: bool) -> Iterator[str]:
    """Put the files of folders in the folders' places; what is left out there is said."""
    from workbench.readers import list_folder

    for path in paths:
        if not is_folder(path):
            yield path
            continue
        known, others = list_folder(Path(path))
        if others and not as_json:
            say(f"{path}: left out {count(len(others), 'file')} of other formats ({_count_suffixes(others)})")
        if not known:
            yield path
        yield from map(str, known)


def _count_suffixes(files: list[Path]) -> str:
    counts = Counter(file.suffix.lower() or "none" for file in files)
    named = ", ".join(f"{suffix} {number}" for suffix, number in counts.most_common(_NAMED))
    return named + ", …" * (len(counts) > _NAMED)


def _watch(names: list[str], take_in: Callable[[str], Outcome]) -> Iterator[Outcome]:
    """Take the files in one by one; where a person watches several, show a progress bar first and the outcomes after."""
    if len(names) == 1 or not sys.stderr.isatty():
        yield from map(take_in, names)
        return
    with click.progressbar(names, label="Importing", file=sys.stderr) as bar:
        outcomes = [take_in(name) for name in bar]
    yield from outcomes


def _of_imported(name: str, imported: Imported) -> Outcome:
    losses = "".join(f"; {number} {what} replaced" for what, number in imported.text.losses)
    result = {**_name(imported.article), "path": name, "new": imported.new, "claims": imported.claims}
    return Outcome({**result, "sha256": imported.text.sha256}, (f"{name}: {describe(imported)}{losses}",))


def _of_received(name: str, received: Received) -> Outcome:
    article, claims = received.article, count(received.claims, "claim")
    notes = [f"note: {conflict}" for conflict in received.conflicts]
    result = {**_name(article), "path": name, "new": True, "claims": received.claims}
    sentence = f"{name}: took in as article {article.id}: {article.title}, {claims}"
    return Outcome({**result, "conflicts": list(received.conflicts)}, (sentence, *notes))


def _name(article: Article) -> dict[str, Any]:
    return {"id": str(article.id), "uid": article.uid, "title": article.title}


def _tell(outcome: Outcome, as_json: bool) -> None:
    if as_json:
        print_json(outcome.result, line=True)
    elif outcome.error is None:
        print_name(outcome.result["id"])
    if outcome.error or not as_json:
        for sentence in outcome.sentences:
            say(one_line(sentence))
