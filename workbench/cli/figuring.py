"""Find figures in a text, or in many texts that come as JSON lines."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import click

from workbench.cli.printing import json_option, print_json, print_table, say
from workbench.errors import ExitCode, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable

    from workbench.model.figures import Figure


@click.command(short_help="Find the figures in a file or in standard input.")
@click.argument("path", default="-")
@click.option(
    "--batch", is_flag=True, help="Read JSON lines {id, text} on stdin, write {id, figures} in the same order."
)
@json_option()
def figures(path: str, batch: bool, as_json: bool) -> int:
    """Find the figures in a file, or in standard input: every kind, with offsets into the text."""
    if batch:
        if path != "-":
            raise UsageError("--batch reads standard input, not a file", hint="workbench figures --batch < FILE")
        return _answer_lines(sys.stdin.buffer, sys.stdout.buffer)
    from workbench.figures import describe, figure_to_json, find_figures

    text = _read_text(path)
    found = find_figures(text)
    if as_json:
        print_json({"text": text, "figures": [figure_to_json(figure) for figure in found]})
    else:
        columns = ("start", "end", "kind", "text", "meaning")
        print_table(columns, ((item.start, item.end, item.kind, item.text, describe(item)) for item in found))
    return ExitCode.OK


def _read_text(path: str) -> str:
    if path == "-":
        from workbench.text.cleaning import clean, decode

        return clean(decode(sys.stdin.buffer.read()).text).text
    from workbench.readers import read_file

    return read_file(Path(path)).text


def _answer_lines(lines: IO[bytes], answers: IO[bytes]) -> int:
    """Answer each line as it comes; a line that is no request is answered with an error and the rest goes on."""
    from workbench.figures import figure_to_json, find_figures

    failures = 0
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        answer, failed = _answer(line, find_figures, figure_to_json)
        if failed:
            failures += 1
            say(f"error: line {number}: {answer['error']}")
        answers.write(json.dumps(answer, separators=(",", ":")).encode())
        answers.write(b"\n")
        answers.flush()
    if failures:
        say('hint: each line is one object: {"id": "a", "text": "Some 40 people died."}')
    return ExitCode.BAD_INPUT if failures else ExitCode.OK


def _answer(
    line: bytes, find: Callable[[str], Any], to_json: Callable[[Figure], dict[str, Any]]
) -> tuple[dict[str, Any], bool]:
    try:
        request = json.loads(line)
    except ValueError as error:
        return {"id": None, "error": f"not JSON: {error}"}, True
    if not isinstance(request, dict) or not isinstance(request.get("text"), str):
        return {"id": request.get("id") if isinstance(request, dict) else None, "error": "no 'text' in it"}, True
    return {"id": request.get("id"), "figures": [to_json(figure) for figure in find(request["text"])]}, False
