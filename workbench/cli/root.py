"""The root of the commands, and how a command's module is imported only when the command is called."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import click

from workbench import __version__
from workbench.cli.boundary import ReaderGoneError
from workbench.cli.choosing import app_options
from workbench.cli.table import COMMANDS, GROUPS
from workbench.errors import UsageError


class LazyGroup(click.Group):
    """A group whose members are the rows of the table that begin with its name."""

    def __init__(self, *args: Any, prefix: str = "", **options: Any) -> None:
        super().__init__(*args, **options)
        self.prefix = prefix

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - Click's signature
        """List the members in the order of the table."""
        members = (name.removeprefix(self.prefix) for name in COMMANDS if name.startswith(self.prefix))
        return list(dict.fromkeys(member.partition(" ")[0] for member in members))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - as above
        """Import the member, or make the group of that name; None where there is neither."""
        if not self.prefix and cmd_name in GROUPS:
            return LazyGroup(cmd_name, prefix=f"{cmd_name} ", help=GROUPS[cmd_name], no_args_is_help=True)
        entry = COMMANDS.get(self.prefix + cmd_name)
        if entry is None:
            return None
        module, _, attribute = entry.where.partition(":")
        command = getattr(import_module(f"workbench.cli.{module}"), attribute)
        return command if isinstance(command, click.Command) else None

    def invoke(self, ctx: click.Context) -> object:
        """Call the command, and tell a reader that has gone from other errors of the system."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError as error:
            raise ReaderGoneError from error

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that the arguments begin with; UsageError with the nearest name where there is none."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            from difflib import get_close_matches

            near = get_close_matches(args[0], self.list_commands(ctx), n=1)
            hint = f"Did you mean {near[0]!r}?" if near else f"{ctx.command_path} --help"
            raise UsageError(f"there is no command {args[0]!r} in {ctx.command_path}", hint=hint) from error


@click.group(cls=LazyGroup, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="%(prog)s %(version)s")
@click.option(
    "--db", type=click.Path(dir_okay=False), help="Work on this database. [default: $WORKBENCH_DB or your own]"
)
@app_options
@click.pass_context
def workbench(context: click.Context, /, db: str | None, **chosen: Any) -> object:
    """Check an article's claims: step through them, attach sources, give verdicts, hand in a report.

    Without a command the library opens. A name like 3.12 is claim 12 of article 3; digits alone are an id, ./3 is a
    file. Results go to stdout and everything else to stderr; --json gives every result as JSON.

    Exit codes: 0 done, 1 findings, 2 wrong usage, 3 bad input, 4 database, 5 someone else was first, 6 network,
    7 an extra is not installed, 70 a fault of ours, 130 interrupted.
    """
    context.obj = db
    if context.invoked_subcommand is None:
        from workbench.cli.opening import open_library

        return open_library(**chosen)
    _hand_on(context, {name: value for name, value in chosen.items() if value is not None})
    return None


def _hand_on(context: click.Context, chosen: dict[str, Any]) -> None:
    """Give what was chosen before the command to the command; UsageError where that opens no terminal app."""
    name = str(context.invoked_subcommand)
    command = workbench.get_command(context, name) if chosen else None
    taken = {parameter.name for parameter in command.params} if command else set()
    early = next((one for one in chosen if command is not None and one not in taken), None)
    if early is not None:
        option = "--no-mouse" if early == "mouse" else f"--{early}"
        raise UsageError(
            f"{option} is for the terminal app, which 'workbench {name}' does not open",
            hint=f"leave {option} out, or open the app: workbench review ARTICLE {option}",
        )
    context.default_map = {name: chosen}
