"""Write reports."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from workbench.cli.desks import at_desk
from workbench.cli.printing import json_option, print_json, print_table, print_text, say
from workbench.errors import ConflictError, InputError, UsageError

if TYPE_CHECKING:
    from workbench.desk.exporting import Export


def _print_formats(context: click.Context, _option: click.Parameter, wanted: bool) -> None:
    if not wanted:
        return
    from workbench.reports import REPORTS

    print_table(("format", "title", "what it is"), ((one.id, one.title, one.description) for one in REPORTS))
    context.exit()


@click.command()
@click.argument("article")
@click.option("--to", "format_id", metavar="FORMAT", help="The format. [default: by the name of the file]")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="The file to write. [default: stdout]")
@click.option("--public", is_flag=True, help="Leave out rationale, confidential sources and the call log.")
@click.option("--force", is_flag=True, help="Overwrite the file if it is there.")
@click.option("--formats", is_flag=True, is_eager=True, expose_value=False, callback=_print_formats, help="List them.")
@json_option()
def export(
    *, article: str, format_id: str | None, output: Path | None, force: bool, as_json: bool, **asked: Any
) -> None:
    """Write the report of ARTICLE to a file or to stdout.

    With --json and no file the report is JSON itself; with a file --json tells what was written.
    """
    from workbench.desk.exporting import export_review

    chosen = format_id or _format_of(output, as_json)
    with at_desk() as desk:
        report = export_review(desk.store, desk.article(article).id, chosen, **asked)
    if output is None:
        _print_report(report)
        return
    _write_report(output, report, force=force)
    if as_json:
        print_json({"path": str(output), "format": chosen, "bytes": len(report.content)})
    else:
        say(f"wrote {output}")


def _write_report(output: Path, report: Export, *, force: bool) -> None:
    from workbench.settings.files import write_whole

    try:
        write_whole(output, report.content, replace=force)
    except ConflictError as error:
        raise ConflictError(error.message, hint="Overwrite it with --force.") from error


def _print_report(report: Export) -> None:
    if not sys.stdout.isatty():
        sys.stdout.buffer.write(report.content)
        sys.stdout.buffer.flush()
        return
    try:
        text = report.content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise InputError(f"a {report.suffix} file is not for a terminal", hint="Give a file with -o.") from error
    print_text(text)


def _format_of(output: Path | None, as_json: bool) -> str:
    """Return the first report whose files have the suffix of the output."""
    from workbench.reports import REPORTS

    formats = ", ".join(report.id for report in REPORTS)
    if output is None and not as_json:
        raise UsageError("say which format", hint=f"--to FORMAT, one of: {formats}.")
    suffix = output.suffix.lower() if output else ".json"
    for report in REPORTS:
        if suffix == report.suffix:
            return report.id
    raise UsageError(f"no format writes {suffix or 'a file without a suffix'}", hint=f"--to one of: {formats}.")
