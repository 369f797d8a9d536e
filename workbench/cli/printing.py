"""Print results to stdout, for people or as JSON, and talk to stderr."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Literal, TextIO

import click

from workbench.text.cleaning import defang

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from rich.table import Table

    Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]

# Into a pipe cells are padded so far: what is longer is written whole.
_PADDED = 40
# A cell up to this length (a state, a date, an id) is not worth folding.
_SHORT = 17


def json_option() -> Decorator:
    """Give a command its `--json` switch; it arrives as `as_json`."""
    return click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")


def print_json(value: Any, *, line: bool = False) -> None:
    """Print JSON to stdout, in ASCII so that no terminal or encoding can spoil it; `line` keeps it on one line."""
    import json

    click.echo(json.dumps(value, indent=None if line else 2))


def print_text(text: str) -> None:
    """Print text to stdout as it is to a pipe, and without anything that could steer the terminal to a terminal."""
    click.echo(defang(text) if sys.stdout.isatty() else text)


def print_result(name: str, sentence: str, as_json: bool, result: Any) -> None:
    """Print what a deed made: its JSON, or its name on stdout and a sentence about it on stderr."""
    if as_json:
        print_json(result)
        return
    if name:
        print_name(name)
    say(sentence)


def print_name(name: str) -> None:
    """Print the name of what was made; left out where the sentence about it, on stderr, stands on the same terminal."""
    if not (sys.stdout.isatty() and sys.stderr.isatty()):
        print_text(name)


def print_path(path: Path, as_json: bool) -> None:
    """Print the path of a file."""
    if as_json:
        print_json({"path": str(path)})
    else:
        print_text(str(path))


def print_table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print a table without lines; on a terminal long cells fold, the first column never does; a pipe gets them whole."""
    cells = [[one_line(str(cell)) for cell in row] for row in rows]
    if not sys.stdout.isatty():
        click.echo("\n".join(_line_up(columns, cells)))
        return
    import shutil

    from rich.console import Console

    width = shutil.get_terminal_size().columns
    console = Console(file=sys.stdout, width=width, markup=False, highlight=False, emoji=False, soft_wrap=False)
    console.print(_make_table(columns, cells))


def _line_up(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield lines with the cells under each other; one long cell moves what is behind it, not the whole column."""
    from rich.cells import cell_len

    numbers = [_are_numbers(place, rows) for place in range(len(columns))]
    widths = [min(_PADDED, max(map(cell_len, column))) for column in zip(columns, *rows, strict=True)]
    for row in (columns, *rows):
        gaps = [" " * (width - cell_len(cell)) for cell, width in zip(row, widths, strict=True)]
        padded = (gap + cell if right else cell + gap for cell, gap, right in zip(row, gaps, numbers, strict=True))
        yield "  ".join(padded).rstrip()


def _are_numbers(place: int, rows: Sequence[Sequence[str]]) -> bool:
    """Say whether a column stands at its right end: numbers do, but for the names in the first one."""
    return place > 0 and all(row[place].isdecimal() for row in rows)


def _make_table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> Table:
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    for place, column in enumerate(columns):
        folds = place > 0 and any(len(row[place]) > _SHORT for row in rows)
        justify: Literal["right", "left"] = "right" if _are_numbers(place, rows) else "left"
        table.add_column(column, no_wrap=not folds, overflow="fold", justify=justify)
    for row in rows:
        # Text, never str: a str would be read as markup.
        table.add_row(*(Text(cell) for cell in row))
    return table


def say(sentence: str) -> None:
    """Tell a person something, on stderr; where nothing can be written there, nobody is left to tell."""
    try:
        click.echo(defang(sentence), err=True)
    except (OSError, ValueError):
        give_up_on(sys.stderr)


def give_up_on(stream: TextIO) -> None:
    """Point a stream nowhere, or the interpreter complains when it closes it, with an exit code of its own."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def one_line(text: str) -> str:
    """Return the text on one line, fit for a terminal."""
    return defang(" ".join(text.split()))


def fit(text: str, length: int = 60) -> str:
    """Return the text on one line: cut to `length` for a terminal, whole for a pipe."""
    return shorten(text, length) if sys.stdout.isatty() else one_line(text)


def shorten(text: str, length: int) -> str:
    """Return the text on one line and at most `length` characters long."""
    line = one_line(text)
    return line if len(line) <= length else f"{line[: length - 1].rstrip()}…"


def moment(at: str) -> str:
    """Write a moment for people: '2024-03-25 14:05Z'."""
    return f"{at[:10]} {at[11:16]}Z"


def count(number: int, noun: str) -> str:
    """Return '1 claim', '2 claims'."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
