"""Write reports."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from workbench.cli.completing import complete_format
from workbench.cli.desks import at_desk
from workbench.cli.gates import gate_option, pass_gates, read_gates
from workbench.cli.printing import json_option, print_json, print_table, print_text, say
from workbench.cli.reading import open_review_of
from workbench.errors import ConflictError, ExitCode, InputError, UsageError
from workbench.settings.files import read_whole

if TYPE_CHECKING:
    from workbench.desk.exporting import Export


def _print_formats(context: click.Context, _option: click.Parameter, wanted: bool) -> None:
    if not wanted:
        return
    from workbench.reports import REPORTS

    print_table(("format", "title", "what it is"), ((one.id, one.title, one.description) for one in REPORTS))
    context.exit()


def _print_template_help(context: click.Context, _option: click.Parameter, wanted: bool) -> None:
    if wanted:
        from workbench.settings.paths import package_data

        print_text((package_data() / "help" / "templates.md").read_text("utf-8"))
        context.exit()


@click.command()
@click.argument("article")
@click.option(
    "--to",
    "format_id",
    metavar="FORMAT",
    shell_complete=complete_format,
    help="The format. [default: by the name of the file]",
)
@click.option("-o", "--output", type=click.Path(path_type=Path), help="The file to write; - is stdout. [default: -]")
@click.option("--public", is_flag=True, help="Leave out rationale, confidential sources and the call log.")
@click.option("--raw", is_flag=True, help="CSV: leave cells alone that a spreadsheet would take for a formula.")
@click.option("--publisher", default="", help="ClaimReview: who publishes the check.")
@click.option("--publisher-url", default="", help="ClaimReview: the publisher's address.")
@click.option("--check-url", default="", help="ClaimReview: the address of the page with the check.")
@click.option("--positions-only", is_flag=True, help="Web Annotations: leave out the article's words.")
@click.option(
    "--template",
    metavar="FILE",
    default="",
    help="Fill your own template: a file, or its name in the templates folder.",
)
@click.option(
    "--template-help",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_print_template_help,
    help="Say what a template can use.",
)
@gate_option()
@click.option("--force", is_flag=True, help="Overwrite the file if it is there.")
@click.option("--formats", is_flag=True, is_eager=True, expose_value=False, callback=_print_formats, help="List them.")
@json_option()
def export(*, article: str, format_id: str | None, output: Path | None, gates: str, **asked: Any) -> int:
    """Write the report of ARTICLE to a file or to stdout.

    With --json and no file the report is JSON itself; with a file --json tells what was written.
    """
    from workbench.desk.exporting import export_review
    from workbench.reports import Options

    as_json, force = asked.pop("as_json"), asked.pop("force")
    if output == Path("-"):
        output = None
    wanted = read_gates(gates)
    asked |= _read_template(asked["template"], format_id)
    chosen = format_id or asked["template_name"] or _format_of(output, as_json)
    with at_desk() as desk:
        number = desk.article(article).id
        report = export_review(desk.store, number, chosen, options=Options(**asked))
    if output is None:
        _print_report(report)
    else:
        _write_report(output, report, force=force)
        if as_json:
            print_json({"path": str(output), "format": chosen, "bytes": len(report.content)})
        else:
            say(f"wrote {output}")
    if report.note:
        say(f"note: {report.note}")
    return pass_gates(open_review_of(str(number)), wanted) if wanted else ExitCode.OK


def _read_template(name: str, format_id: str | None) -> dict[str, str]:
    """Return the template's text and name; a name without a folder is looked for among the user's own as well."""
    from workbench.settings.paths import config_dir

    if not name:
        return {"template": "", "template_name": ""}
    if format_id:
        raise UsageError("a template is a format of its own", hint="Leave out either --to or --template.")
    folder = config_dir() / "templates"
    path = next((path for path in (Path(name), folder / Path(name).name) if path.is_file()), Path(name))
    try:
        return {"template": read_whole(path).decode("utf-8"), "template_name": path.name}
    except (InputError, UnicodeDecodeError) as error:
        raise InputError(f"cannot read the template {name}", hint=f"Give a file, or put it into {folder}.") from error


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
