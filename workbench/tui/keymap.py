"""The user's keys: read from TOML, checked against the command table and the scale, in words fit for a user.

A keymap file holds `title`, optionally `base` (another keymap that it changes), and a table `[keys]` that gives a
command's id one key or a list of keys; an empty list takes the keys away.
"""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from workbench.errors import UsageError
from workbench.settings.paths import package_data
from workbench.settings.tomls import find_line, parse_toml, read_toml
from workbench.tui.commands import COMMANDS, MARKING_KEYS, Command, commands_in, find_command, surroundings
from workbench.tui.keys import is_key, is_typed, meant_key, show_key, spell_key

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from workbench.model.verdicts import Scale

SHIPPED = ("default", "vim", "emacs")

# What a legacy terminal cannot tell from Tab, Enter, Backspace and Escape, and what tmux or terminals keep.
UNTELLABLE = {
    "ctrl+i": "Tab",
    "ctrl+m": "Enter",
    "ctrl+h": "Backspace",
    "ctrl+left_square_bracket": "Escape",
}


# What is wrong, in words, and the commands that it is about.
_Fault = tuple[str, str] | tuple[str, str, str]
_FORM = "A keymap is a TOML file with a table [keys]."
_COMMAND = re.compile(r"\{([a-z-]+)\}")


@dataclass(frozen=True, slots=True)
class Keymap:
    """The keys of every command, by its id; `places` say in which file and line a user's own were given."""

    name: str
    title: str
    keys: Mapping[str, tuple[str, ...]]
    places: Mapping[str, str] = field(default_factory=dict)

    def of(self, command: Command | str) -> tuple[str, ...]:
        """Return the keys of a command in this keymap."""
        name = command if isinstance(command, str) else command.id
        return self.keys.get(name, ())

    def first(self, command: Command | str) -> str:
        """Return how the first key of a command is written for people; empty where it has none."""
        keys = self.of(command)
        return show_key(keys[0]) if keys else ""

    def moving(self, place: str) -> frozenset[str]:
        """Return the keys that move in a place and lead nowhere else."""
        return frozenset(key for one in commands_in(place) if one.moves for key in self.of(one))

    def passing(self, place: str) -> frozenset[str]:
        """Return the keys that are obeyed in a place while words are marked there."""
        return frozenset(key for one in commands_in(place) if one.marked for key in self.of(one)) - MARKING_KEYS.keys()

    def name_keys(self, text: str) -> str:
        """Write the user's keys into a text, for each `{command}` its first."""
        return _COMMAND.sub(lambda found: self.first(found[1]), text)


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
    work while someone types, two commands on one key in one place, motions of marking on a command that is used
    while one marks, and rating keys that a command already has. Each begins with the file and line of a user's key.
    """
    found = (
        _unknown(keymap),
        _unfit(keymap),
        _clashes(keymap),
        _motion_clashes(keymap),
        _rating_clashes(keymap, scale),
    )
    return tuple(_place(keymap, *commands) + told for faults in found for told, *commands in faults)


def check_ratings(keymap: Keymap, scale: Scale) -> tuple[str, ...]:
    """List in words which rating keys of a scale are a command's."""
    return tuple(told for told, _ in _rating_clashes(keymap, scale))


def refuse_faults(keymap: Keymap, scale: Scale | None = None) -> None:
    """Raise UsageError with everything that is wrong with a keymap, one fault to a line."""
    faults = check_keymap(keymap, scale)
    if faults:
        count = "a fault" if len(faults) == 1 else f"{len(faults)} faults"
        listed = "".join(f"\n  {fault}" for fault in faults)
        raise UsageError(f"the keymap {keymap.name!r} has {count}:{listed}", "All commands and keys: workbench keys")


def _load(name: str, user_dir: Path | None, seen: tuple[str, ...], named_in: str = "") -> Keymap:
    if name in seen:
        raise UsageError(
            f"keymap {name!r} is based on itself: {' → '.join((*seen, name))}",
            "Change its 'base' to a shipped keymap: " + ", ".join(SHIPPED) + ".",
        )
    text, where = _read(name, user_dir, named_in)
    table = parse_toml(text, where, _FORM)
    if odd := sorted(set(table) - {"title", "base", "keys"}):
        line = find_line(text, odd[0])
        raise UsageError(f"{where}, line {line}: unknown entry {odd[0]!r}", "A keymap holds title, base and [keys].")
    # A user's file called 'default' changes the keys of the program, and so does one without a base.
    base, changed = table.get("base", ""), table.get("keys", {})
    if not isinstance(base, str) or not isinstance(changed, dict):
        raise UsageError(f"{where}: base is a keymap's name, and keys a table", _FORM)
    below = default_keymap()
    if base:
        place = f"{where}, line {find_line(text, 'base')}: "
        below = _load(base, None, (), place) if base == name else _load(base, user_dir, (*seen, name), place)
    keys, places = dict(below.keys), dict(below.places)
    for command, value in changed.items():
        given = [value] if isinstance(value, str) else value
        place = f"{where}, line {find_line(text, command)}: "
        if not isinstance(given, list) or not all(isinstance(key, str) for key in given):
            raise UsageError(f"{place}{command} wants a key or a list of keys", 'For example: next-claim = ["n"]')
        keys[command], places[command] = tuple(spell_key(key) for key in given), place
    return Keymap(name, str(table.get("title", name)), keys, places)


def _place(keymap: Keymap, *commands: str) -> str:
    return next((keymap.places[command] for command in commands if command in keymap.places), "")


def _read(name: str, user_dir: Path | None, named_in: str) -> tuple[str, str]:
    """Return a keymap's text and where it stands; `named_in` is the place that names it, '' for the user's settings."""
    if user_dir is not None and (path := user_dir / f"{name}.toml").is_file():
        return read_toml(path), str(path)
    if name in SHIPPED:
        file = package_data() / "keymaps" / f"{name}.toml"
        return file.read_text(encoding="utf-8"), f"{name}.toml"
    own = sorted(path.stem for path in user_dir.glob("*.toml")) if user_dir is not None and user_dir.is_dir() else []
    known = [*SHIPPED, *own]
    near = difflib.get_close_matches(name, known, 1)
    hint = f"Did you mean {near[0]!r}?" if near else "There are: " + ", ".join(known) + "."
    raise UsageError(f"{named_in}there is no keymap {name!r}", hint)


def _unknown(keymap: Keymap) -> Iterator[_Fault]:
    for name in keymap.keys:
        if find_command(name) is None:
            near = difflib.get_close_matches(name, [command.id for command in COMMANDS], 1)
            yield f"there is no command {name!r}" + (f"; did you mean {near[0]!r}?" if near else ""), name


def _unfit(keymap: Keymap) -> Iterator[_Fault]:
    for command in COMMANDS:
        for key in keymap.of(command):
            if told := _misfit(command, key):
                yield f"{command.id}: {told}", command.id


def _misfit(command: Command, key: str) -> str:
    """Say why a key does not do for a command, '' where it does."""
    meant = meant_key(key)
    if not key:
        return f"there is no key in ''; to take its keys away, write {command.id} = []"
    if not is_key(key):
        return f"there is no key {key!r}" + (f"; did you mean {meant!r}?" if meant else "")
    if meant:
        return f"terminals send {key!r} as {meant!r}: write that"
    if key in UNTELLABLE:
        return f"many terminals cannot tell {show_key(key)} from {UNTELLABLE[key]}"
    if command.priority and is_typed(key):
        return f"{show_key(key)!r} would be lost to every text field; it needs Ctrl, Alt or a function key"
    return ""


def _clashes(keymap: Keymap) -> Iterator[_Fault]:
    ordered = [command for command in COMMANDS if keymap.of(command)]
    for index, command in enumerate(ordered):
        around = surroundings(command.place)
        for other in ordered[index + 1 :]:
            if other.place not in around and command.place not in surroundings(other.place):
                continue
            for key in sorted(set(keymap.of(command)) & set(keymap.of(other))):
                told = f"{show_key(key)} is both {command.id!r} and {other.id!r} in {_inner(command, other)}"
                yield told, command.id, other.id


def _motion_clashes(keymap: Keymap) -> Iterator[_Fault]:
    for command in COMMANDS:
        for key in keymap.of(command) if command.marked else ():
            if key in MARKING_KEYS:
                told = f"{command.id}: while words are marked, {show_key(key)} moves, and would not come through to it"
                yield told, command.id


def _rating_clashes(keymap: Keymap, scale: Scale | None) -> Iterator[tuple[str, str]]:
    if scale is None:
        return
    taken = {
        key: command for command in COMMANDS if command.place in surroundings("review") for key in keymap.of(command)
    }
    for rating in scale.ratings:
        for key in filter(None, (rating.key, rating.letter)):
            if (command := taken.get(spell_key(key))) is not None:
                told = (
                    f"{key} is both the rating {rating.id!r} of the scale {scale.id!r} and the command {command.id!r}"
                )
                yield told, command.id


def _inner(one: Command, other: Command) -> str:
    inside = one.place if other.place in surroundings(one.place) else other.place
    return "every screen" if inside in {"everywhere", "reading"} else f"the place {inside!r}"
