"""The settings: one typed field each, read from TOML, overridden by the environment, written back with comments kept."""

from __future__ import annotations

import dataclasses
import difflib
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from workbench.errors import InputError, UsageError
from workbench.model.articles import DEFAULT_SCOPE
from workbench.settings.files import write_whole
from workbench.settings.paths import config_path, make_private
from workbench.settings.tomls import find_line, parse_toml, read_toml

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_YES = {"1", "true", "yes", "on"}
_NO = {"0", "false", "no", "off"}
_MEND = "mend it there, or put the file aside to start from the defaults"


def _setting(default: Any, text: str) -> Any:
    return dataclasses.field(default=default, metadata={"help": text})


@dataclass(frozen=True, slots=True)
class Settings:
    """What a user can set; each field is a key of `config.toml` and, in capitals after `WORKBENCH_`, a variable."""

    actor: str = _setting("", "Who acts: the name in history, verdicts and reports. Empty: the login name.")
    scale: str = _setting("desk", "The verdict scale that new articles get.")
    scope: tuple[str, ...] = _setting(
        DEFAULT_SCOPE, "The kinds of claim that progress and gates count in new articles."
    )
    theme: str = _setting("", "The colour theme of the terminal app. Empty: its own.")
    keymap: str = _setting("default", "The keymap of the terminal app: default, vim, emacs or one of your own.")
    mouse: bool = _setting(default=True, text="Whether the terminal app takes the mouse.")
    advance: bool = _setting(default=True, text="Whether a verdict moves on to the next open claim.")
    editor: str = _setting("", "The command that edits long texts. Empty: $VISUAL, then $EDITOR.")


def setting_help(key: str) -> str:
    """Return what a setting is for, in a sentence."""
    fields = {field.name: field for field in dataclasses.fields(Settings)}
    return str(fields[known_key(key)].metadata["help"])


def known_key(key: str, where: str = "") -> str:
    """Return the key if there is such a setting; raise UsageError with the nearest one otherwise."""
    names = [field.name for field in dataclasses.fields(Settings)]
    if key in names:
        return key
    near = difflib.get_close_matches(key, names, n=1)
    hint = f"Did you mean {near[0]!r}?" if near else f"Settings: {', '.join(names)}."
    raise UsageError(f"{where}unknown setting {key!r}", hint=hint)


def load_settings(path: Path | None = None, environ: Mapping[str, str] = os.environ) -> Settings:
    """Read the settings: the defaults, over them the file (by default the user's), over that the environment.

    A missing file is an empty one. Raises UsageError naming file, line and the nearest key, or the variable.
    """
    path = path or config_path(environ)
    values = {key: _typed(key, value, where) for key, value, where in _read(path)}
    for field in dataclasses.fields(Settings):
        variable = f"WORKBENCH_{field.name.upper()}"
        if environ.get(variable):
            values[field.name] = parse_value(field.name, environ[variable], f"${variable}: ")
    values["actor"] = values.get("actor") or _login_name(environ)
    return Settings(**values)


def parse_value(key: str, text: str, where: str = "") -> Any:
    """Read a setting's value as a person types it: true/false for switches, commas between the items of a list."""
    default = getattr(Settings(), known_key(key, where))
    if isinstance(default, bool):
        if text.lower() not in _YES | _NO:
            raise UsageError(
                f"{where}{key} is true or false, not {text!r}", hint="'workbench config show' says what it is for"
            )
        return text.lower() in _YES
    if isinstance(default, tuple):
        return tuple(item.strip() for item in text.split(",") if item.strip())
    return text


def write_setting(path: Path, key: str, value: object) -> None:
    """Write one setting into the file and leave everything else in it as it is, comments too."""
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    value = _typed(known_key(key), list(value) if isinstance(value, tuple) else value, "")
    text = _text(path)
    parse_toml(text, str(path), _MEND)
    try:
        document = tomlkit.parse(text)
        document[key] = list(value) if isinstance(value, tuple) else value
        written = tomlkit.dumps(document).encode()
    except (TOMLKitError, UnicodeEncodeError) as error:
        raise UsageError(f"{path} cannot be changed: {error}", _MEND) from error
    try:
        # A settings file is often a link into a dotfiles folder: the target is replaced, the link stays.
        path = path.resolve()
        make_private(path.parent)
    except (OSError, RuntimeError) as error:
        reason = getattr(error, "strerror", None) or error
        raise InputError(f"{path} cannot be written: {reason}", "see whether its folder may be written to") from error
    write_whole(path, written, replace=True)


def _read(path: Path) -> list[tuple[str, Any, str]]:
    text = _text(path)
    table = parse_toml(text, str(path), _MEND)
    rows = []
    for key, value in table.items():
        where = f"{path}, line {find_line(text, key)}: "
        rows.append((known_key(key, where), value, where))
    return rows


def _text(path: Path) -> str:
    return read_toml(path) if os.path.lexists(path) else ""


def _typed(key: str, value: object, where: str) -> Any:
    default = getattr(Settings(), key)
    if isinstance(default, tuple) and isinstance(value, list) and all(isinstance(item, str) for item in value):
        return tuple(value)
    if type(value) is type(default) and not isinstance(default, tuple):
        return value
    wanted = {bool: "true or false", str: "a text in quotes", tuple: "a list of texts"}[type(default)]
    raise UsageError(f"{where}{key} is {wanted}, not {value!r}", hint="'workbench config show' says what it is for")


def _login_name(environ: Mapping[str, str]) -> str:
    for variable in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        if environ.get(variable):
            return environ[variable]
    try:
        import pwd

        return pwd.getpwuid(os.getuid()).pw_name
    except (ImportError, KeyError):
        return "reviewer"
