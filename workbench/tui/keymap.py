"""The user's keys: read from TOML, checked against the command table and the scale, in words fit for a user.

A keymap file holds `title`, optionally `base` (another keymap that it changes), and a table `[keys]` that gives a
command's id one key or a list of keys; an empty list takes the keys away.
"""

from __future__ import annotations

import difflib
import re
import string
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.errors import UsageError
from workbench.settings.paths import package_data
from workbench.settings.tomls import parse_toml, read_toml
from workbench.tui.commands import COMMANDS, Command, find_command, surroundings

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from workbench.model.verdicts import Scale

SHIPPED = ("default", "vim", "emacs")

NAMED_KEYS = {
    *("up", "down", "left", "right", "home", "end", "pageup", "pagedown"),
    *("insert", "delete", "backspace", "tab", "enter", "escape", "space"),
} | {f"f{number}" for number in range(1, 25)}
MODIFIERS = frozenset({"ctrl", "shift", "alt"})
# What a legacy terminal cannot tell from Tab, Enter, Backspace and Escape, and what tmux or terminals keep.
UNTELLABLE = {
    "ctrl+i": "Tab",
    "ctrl+m": "Enter",
    "ctrl+h": "Backspace",
    "ctrl+left_square_bracket": "Escape",
}
SHOWN = {
    "escape": "Esc",
    "enter": "Enter",
    "space": "Space",
    "tab": "Tab",
    "backspace": "Backspace",
    "delete": "Del",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "home": "Home",
    "end": "End",
    "insert": "Ins",
}


_FORM = "A keymap is a TOML file with a table [keys]."
_COMMAND = re.compile(r"\{([a-z-]+)\}")


@dataclass(frozen=True, slots=True)
class Keymap:
    """The keys of every command, by its id."""

    name: str
    title: str
    keys: Mapping[str, tuple[str, ...]]

    def of(self, command: Command | str) -> tuple[str, ...]:
        """Return the keys of a command in this keymap."""
        name = command if isinstance(command, str) else command.id
        return self.keys.get(name, ())

    def first(self, command: Command | str) -> str:
        """Return how the first key of a command is written for people; empty where it has none."""
        keys = self.of(command)
        return show_key(keys[0]) if keys else ""

    def name_keys(self, text: str) -> str:
        """Write the user's keys into a text, for each `{command}` its first."""
        return _COMMAND.sub(lambda found: self.first(found[1]), text)


def show_key(key: str) -> str:
    """Write a key for people: 'ctrl+q' is 'Ctrl+Q', 'question_mark' is '?'."""
    *modifiers, last = key.split("+")
    if last in SHOWN:
        name = SHOWN[last]
    elif len(last) > 1 and last.startswith("f") and last[1:].isdigit():
        name = last.upper()
    else:
        name = _character(last) or last
        name = name.upper() if "ctrl" in modifiers or "alt" in modifiers else name
    return "+".join([*(modifier.capitalize() for modifier in modifiers), name])


def default_keymap() -> Keymap:
    """Return the keys that the command table itself names."""
    return Keymap("default", "The default keys", {command.id: command.keys for command in COMMANDS})


def load_keymap(name: str, user_dir: Path | None = None) -> Keymap:
    """Read a keymap by name: the user's own file of that name first, else the shipped one.

    Raises UsageError where the file is missing, no TOML, or names an unknown table.
    """
    return _load(name, user_dir, ())


def check_keymap(keymap: Keymap, scale: Scale | None = None) -> tuple[str, ...]:
    """List in words what is wrong with a keymap; nothing when it can be used.

    Told are: unknown commands, unknown keys, keys that a terminal cannot tell apart, letters for commands that must
    work while someone types, two commands on one key in one place, and rating keys that a command already has.
    """
    return (*_unknown(keymap), *_unfit(keymap), *_clashes(keymap), *_rating_clashes(keymap, scale))


def check_ratings(keymap: Keymap, scale: Scale) -> tuple[str, ...]:
    """List in words which rating keys of a scale are a command's."""
    return tuple(_rating_clashes(keymap, scale))


def refuse_faults(keymap: Keymap, scale: Scale | None = None) -> None:
    """Raise UsageError with everything that is wrong with a keymap, one fault to a line."""
    faults = check_keymap(keymap, scale)
    if faults:
        count = "a fault" if len(faults) == 1 else f"{len(faults)} faults"
        listed = "".join(f"\n  {fault}" for fault in faults)
        raise UsageError(f"the keymap {keymap.name!r} has {count}:{listed}", "All commands and keys: workbench keys")


def is_key(key: str) -> bool:
    """Say whether Textual can name this key."""
    *modifiers, last = key.split("+")
    if any(modifier not in MODIFIERS for modifier in modifiers) or not last:
        return False
    return last in NAMED_KEYS or bool(_character(last))


def is_typed(key: str) -> bool:
    """Say whether a key writes something where text is typed."""
    *modifiers, last = key.split("+")
    return not set(modifiers) & {"ctrl", "alt"} and (bool(_character(last)) or last == "space")


def _load(name: str, user_dir: Path | None, seen: tuple[str, ...]) -> Keymap:
    if name in seen:
        raise UsageError(
            f"keymap {name!r} is based on itself: {' → '.join((*seen, name))}",
            "Change its 'base' to a shipped keymap: " + ", ".join(SHIPPED) + ".",
        )
    text, where = _read(name, user_dir)
    table = parse_toml(text, where, _FORM)
    if odd := sorted(set(table) - {"title", "base", "keys"}):
        raise UsageError(f"{where}: unknown entry {odd[0]!r}", "A keymap holds title, base and [keys].")
    # A user's file called 'default' changes the keys of the program, and so does one without a base.
    base, changed = table.get("base", ""), table.get("keys", {})
    if not isinstance(base, str) or not isinstance(changed, dict):
        raise UsageError(f"{where}: base is a keymap's name, and keys a table", _FORM)
    below = default_keymap()
    if base:
        below = _load(base, None, ()) if base == name else _load(base, user_dir, (*seen, name))
    keys = dict(below.keys)
    for command, value in changed.items():
        given = [value] if isinstance(value, str) else value
        if not isinstance(given, list) or not all(isinstance(key, str) for key in given):
            raise UsageError(f"{where}: {command} wants a key or a list of keys", 'For example: next-claim = ["n"]')
        keys[command] = tuple(_spelt(key) for key in given)
    return Keymap(name, str(table.get("title", name)), keys)


def _read(name: str, user_dir: Path | None) -> tuple[str, str]:
    if user_dir is not None and (path := user_dir / f"{name}.toml").is_file():
        return read_toml(path), str(path)
    if name in SHIPPED:
        file = package_data() / "keymaps" / f"{name}.toml"
        return file.read_text(encoding="utf-8"), f"{name}.toml"
    own = sorted(path.stem for path in user_dir.glob("*.toml")) if user_dir is not None and user_dir.is_dir() else []
    known = [*SHIPPED, *own]
    near = difflib.get_close_matches(name, known, 1)
    hint = f"Did you mean {near[0]!r}?" if near else "There are: " + ", ".join(known) + "."
    raise UsageError(f"there is no keymap {name!r}", hint)


def _unknown(keymap: Keymap) -> Iterator[str]:
    for name in keymap.keys:
        if find_command(name) is None:
            near = difflib.get_close_matches(name, [command.id for command in COMMANDS], 1)
            yield f"there is no command {name!r}" + (f"; did you mean {near[0]!r}?" if near else "")


def _unfit(keymap: Keymap) -> Iterator[str]:
    for command in COMMANDS:
        for key in keymap.of(command):
            meant = _meant(key)
            if not key:
                yield f"{command.id}: there is no key in ''; to take its keys away, write {command.id} = []"
            elif not is_key(key):
                yield f"{command.id}: there is no key {key!r}" + (f"; did you mean {meant!r}?" if meant else "")
            elif meant:
                yield f"{command.id}: terminals send {key!r} as {meant!r}: write that"
            elif key in UNTELLABLE:
                yield f"{command.id}: many terminals cannot tell {show_key(key)} from {UNTELLABLE[key]}"
            elif command.priority and is_typed(key):
                yield f"{command.id}: {show_key(key)!r} would be lost to every text field; it needs Ctrl, Alt or a function key"


def _clashes(keymap: Keymap) -> Iterator[str]:
    ordered = [command for command in COMMANDS if keymap.of(command)]
    for index, command in enumerate(ordered):
        around = surroundings(command.place)
        for other in ordered[index + 1 :]:
            if other.place not in around and command.place not in surroundings(other.place):
                continue
            for key in sorted(set(keymap.of(command)) & set(keymap.of(other))):
                yield f"{show_key(key)} is both {command.id!r} and {other.id!r} in {_inner(command, other)}"


def _rating_clashes(keymap: Keymap, scale: Scale | None) -> Iterator[str]:
    if scale is None:
        return
    taken = {
        key: command for command in COMMANDS if command.place in surroundings("review") for key in keymap.of(command)
    }
    for rating in scale.ratings:
        for key in filter(None, (rating.key, rating.letter)):
            if (command := taken.get(_spelt(key))) is not None:
                yield f"{key} is both the rating {rating.id!r} of the scale {scale.id!r} and the command {command.id!r}"


def _inner(one: Command, other: Command) -> str:
    inside = one.place if other.place in surroundings(one.place) else other.place
    return "every screen" if inside in {"everywhere", "reading"} else f"the place {inside!r}"


def _spelt(key: str) -> str:
    """Return Textual's name of a key: a bare character is allowed in keymap files ('?' is 'question_mark')."""
    head, plus, last = key.rpartition("+")
    if key == "+" or key.endswith("++"):
        head, plus, last = key[:-2], "+" if len(key) > 1 else "", "+"
    if len(last) == 1 and not last.isalnum():
        last = unicodedata.name(last, last).lower().replace("-", "_").replace(" ", "_")
        last = _RENAMED.get(last, last)
    return f"{head}{plus}{last}"


def _meant(key: str) -> str:
    """Return the key that was meant by one that never comes, as it is written in a keymap; '' where nothing is near.

    Meant are keys as they are shown ('Ctrl+P', 'PgDn'), and letters with a modifier that a terminal sends otherwise.
    """
    *modifiers, last = key.split("+")
    modifiers = [modifier.lower() for modifier in modifiers]
    if modifiers == ["shift"] and len(last) == len(last.upper()) == 1 and last.isalpha():
        return last.upper()
    if len(last) > 1 or "ctrl" in modifiers:
        last = last.lower()
    last = _OTHERWISE.get(last, last)
    near = [last] if is_key(last) else difflib.get_close_matches(last, [*NAMED_KEYS, *_PUNCTUATION], 1, 0.8)
    meant = "+".join([*modifiers, *near])
    return meant if near and meant != key and is_key(meant) else ""


# Textual's own short names for some of Unicode's.
_RENAMED = {
    "solidus": "slash",
    "reverse_solidus": "backslash",
    "commercial_at": "at",
    "hyphen_minus": "minus",
    "plus_sign": "plus",
    "low_line": "underscore",
}


def _character(name: str) -> str:
    """Return the character that a key's name stands for, or '' where there is none."""
    if len(name) == 1:
        return name if name.isalnum() else ""
    return next((character for character in string.punctuation if _spelt(character) == name), "")


# What keys are called by those who know them from the screen, from a keyboard or from another program.
_OTHERWISE = {shown.lower(): name for name, shown in SHOWN.items()} | {"return": "enter", "spacebar": "space"}
_PUNCTUATION = [_spelt(character) for character in string.punctuation]
