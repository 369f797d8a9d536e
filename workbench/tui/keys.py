"""Name keys: as Textual calls them, as people read them, and what was meant by one that never comes."""

from __future__ import annotations

import difflib
import string
import unicodedata

NAMED_KEYS = {
    *("up", "down", "left", "right", "home", "end", "pageup", "pagedown"),
    *("insert", "delete", "backspace", "tab", "enter", "escape", "space"),
} | {f"f{number}" for number in range(1, 25)}
MODIFIERS = frozenset({"ctrl", "shift", "alt"})
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


def spell_key(key: str) -> str:
    """Return Textual's name of a key: a bare character is allowed in keymap files ('?' is 'question_mark')."""
    head, plus, last = key.rpartition("+")
    if key == "+" or key.endswith("++"):
        head, plus, last = key[:-2], "+" if len(key) > 1 else "", "+"
    if len(last) == 1 and not last.isalnum():
        last = unicodedata.name(last, last).lower().replace("-", "_").replace(" ", "_")
        last = _RENAMED.get(last, last)
    return f"{head}{plus}{last}"


def meant_key(key: str) -> str:
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
    return next((character for character in string.punctuation if spell_key(character) == name), "")


# What keys are called by those who know them from the screen, from a keyboard or from another program.
_OTHERWISE = {shown.lower(): name for name, shown in SHOWN.items()} | {"return": "enter", "spacebar": "space"}
_PUNCTUATION = [spell_key(character) for character in string.punctuation]
