"""Look after the database: where it is, whether it is sound, copies of it."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from workbench.cli.desks import at_desk, chosen_database, clock
from workbench.cli.printing import (
    json_option,
    moment,
    print_json,
    print_path,
    print_result,
    print_table,
    print_text,
    say,
)
from workbench.errors import ExitCode, UsageError


@click.command()
@json_option()
def path(as_json: bool) -> None:
    """Print the path of the database."""
    print_path(chosen_database(), as_json)


@click.command()
@json_option()
def check(as_json: bool) -> int:
    """Check the database: its pages, its links, its history."""
    from workbench.desk.upkeep import check_store
    from workbench.store.failures import DamagedStoreError

    hint = ""
    try:
        with at_desk() as desk:
            findings = check_store(desk.store)
    except DamagedStoreError as error:
        findings, hint = (error.message,), error.hint
    if as_json:
        print_json({"path": str(chosen_database()), "sound": not findings, "findings": list(findings)})
    else:
        for finding in findings:
            print_text(finding)
        say("the database is damaged" if findings else "the database is sound")
    if hint:
        say(f"hint: {hint}")
    return ExitCode.FINDINGS if findings else ExitCode.OK


@click.command()
@click.argument("target", type=click.Path(path_type=Path), required=False)
@json_option()
def backup(target: Path | None, as_json: bool) -> None:
    """Copy the database, verified, to TARGET or beside it."""
    from workbench.desk.upkeep import backup_store

    with at_desk() as desk:
        written = backup_store(desk.store, target, now=clock())
    print_path(written, as_json)


@click.command("list")
@json_option()
def list_all(as_json: bool) -> None:
    """List the backups beside the database, the newest first."""
    from workbench.desk.upkeep import list_backups

    found = list_backups(chosen_database())
    if as_json:
        print_json({"backups": [{"path": str(one.path), "made_at": one.made_at} for one in found]})
    else:
        print_table(("made", "path"), ((moment(one.made_at), one.path) for one in found))


@click.command(short_help="Put a backup in the database's place.")
@click.argument("backup", type=click.Path(path_type=Path), required=False)
@click.option("--yes", is_flag=True, help="Do not ask.")
@json_option()
def restore(backup: Path | None, yes: bool, as_json: bool) -> None:
    """Put BACKUP, or the newest one, in the database's place; what was there is kept beside it."""
    from workbench.desk.upkeep import restore_store

    database = chosen_database()
    if not yes:
        if not sys.stdin.isatty():
            raise UsageError("restoring replaces the database", hint="Say so with --yes.")
        click.confirm(f"Replace {database} by {backup or 'its newest backup'}?", abort=True, err=True)
    kept = restore_store(database, backup)
    sentence = f"restored {database}" + (f"; what was there is now {kept}" if kept else "")
    print_result("", sentence, as_json, {"path": str(database), "kept": str(kept) if kept else None})
