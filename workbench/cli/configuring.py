"""See and change the settings, and see the keys of the terminal app."""

from __future__ import annotations

import dataclasses
from typing import Any

import click

from workbench.cli.completing import complete_scale, complete_setting
from workbench.cli.printing import json_option, print_json, print_path, print_result, print_table, print_text, say
from workbench.errors import UsageError
from workbench.settings.paths import config_dir, config_path
from workbench.settings.settings import load_settings, parse_value, setting_help, write_setting


@click.command()
@json_option()
def show(as_json: bool) -> None:
    """Show every setting, its value and what it is for."""
    values = dataclasses.asdict(load_settings())
    if as_json:
        print_json(values)
    else:
        print_table(
            ("setting", "value", "what it is for"), ((key, _written(values[key]), setting_help(key)) for key in values)
        )


@click.command()
@click.argument("key", shell_complete=complete_setting)
@json_option()
def get(key: str, as_json: bool) -> None:
    """Print the value of one setting."""
    setting_help(key)
    value = getattr(load_settings(), key)
    if as_json:
        print_json(value)
    else:
        print_text(_written(value))


@click.command("set")
@click.argument("key", shell_complete=complete_setting)
@click.argument("value")
@json_option()
def set_value(key: str, value: str, as_json: bool) -> None:
    """Set KEY to VALUE in the settings file; comments there are kept."""
    parsed = parse_value(key, value)
    _check_value(key, parsed)
    write_setting(config_path(), key, parsed)
    print_result(
        "", f"{key} is {_written(parsed)} in {config_path()}", as_json, {key: parsed, "path": str(config_path())}
    )


@click.command()
@json_option()
def path(as_json: bool) -> None:
    """Print the path of the settings file."""
    print_path(config_path(), as_json)


@click.command(short_help="Check the settings, scales, keymap and theme for mistakes.")
@json_option()
def validate(as_json: bool) -> None:
    """Check the settings file, the user's scales, the keymap and the theme; name what is wrong and where."""
    settings = load_settings()
    for key, value in dataclasses.asdict(settings).items():
        _check_value(key, value)
    _check_scales(settings.keymap)
    print_result("", f"{config_path()} is in order", as_json, {"path": str(config_path()), "valid": True})


@click.command(short_help="List the keys of the terminal app, and those of the ratings.")
@click.option("--keymap", help="Show this keymap instead of the one that is set.")
@click.option(
    "--scale", shell_complete=complete_scale, help="Show the rating keys of this scale instead of the one that is set."
)
@json_option()
def keys(keymap: str | None, scale: str | None, as_json: bool) -> None:
    """List the keys of the terminal app, and the ratings with theirs."""
    from workbench.cli.desks import find_scale
    from workbench.tui.commands import COMMANDS
    from workbench.tui.keymap import check_keymap, load_keymap
    from workbench.tui.keys import show_key

    settings = load_settings()
    chosen = find_scale(scale or settings.scale)
    found = load_keymap(keymap or settings.keymap, config_dir() / "keymaps")
    for fault in check_keymap(found, chosen):
        say(fault)
    pressed = found.keys
    rows: list[dict[str, Any]] = [
        {
            "place": "review",
            "group": "Ratings",
            "id": rating.id,
            "keys": [rating.key, rating.letter],
            "help": rating.label,
        }
        for rating in chosen.ratings
    ]
    rows += [
        {
            "place": command.place,
            "group": command.group,
            "id": command.id,
            "keys": [show_key(key) for key in pressed.get(command.id, command.keys)],
            "help": command.help,
        }
        for command in COMMANDS
    ]
    if as_json:
        print_json({"keys": rows})
        return
    cells = ((", ".join(row["keys"]), row["place"], row["id"], row["help"]) for row in rows)
    print_table(("keys", "place", "command", "what it does"), cells)


def _check_value(key: str, value: Any) -> None:
    """Refuse a value that has the right type and names nothing."""
    if key == "scale":
        from workbench.cli.desks import find_scale

        find_scale(value)
    elif key == "scope":
        from workbench.kinds import KINDS

        known = [kind.id for kind in KINDS]
        unknown = [kind for kind in value if kind not in known]
        if unknown:
            raise UsageError(f"scope: there is no kind {unknown[0]!r}", hint=f"Kinds: {', '.join(known)}.")
    elif key == "keymap":
        from workbench.cli.desks import find_scale
        from workbench.tui.keymap import load_keymap, refuse_faults

        refuse_faults(load_keymap(value, config_dir() / "keymaps"), find_scale(load_settings().scale))
    elif key == "theme":
        from workbench.tui.themes import THEMES_DIR, check_theme

        check_theme(value, (THEMES_DIR, config_dir() / "themes"))


def _check_scales(keymap: str) -> None:
    """Refuse a scale whose rating has the key of a command."""
    from workbench.settings.scales import load_scales
    from workbench.tui.keymap import check_keymap, load_keymap

    keys = load_keymap(keymap, config_dir() / "keymaps")
    for scale in load_scales(config_dir() / "scales").values():
        reasons = check_keymap(keys, scale)
        if reasons:
            raise UsageError(
                f"scale {scale.id}: {reasons[0]}", hint="'workbench config validate' checks all of your scales"
            )


def _written(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return ", ".join(value) if isinstance(value, tuple) else str(value)
