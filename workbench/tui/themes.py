"""Themes and the colour tokens that claims and verdicts are drawn with.

A theme may set any token; what it leaves out is derived from its own colours, so every built-in theme works.
"""

from __future__ import annotations

import difflib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbench.errors import UsageError
from workbench.settings.tomls import parse_toml, read_toml

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import App
    from textual.theme import Theme

THEMES_DIR = Path(__file__).parent.parent / "data" / "themes"
DEFAULT_THEME = "workbench-night"
# Where there are sixteen colours the terminal's own are told apart better than ours come out.
FEW_COLOURS_THEME = "ansi-dark"
_FORM = "It needs a table [colours] with at least: primary = '#23507f'"

TOKENS = (
    "claim-open",
    "claim-pass",
    "claim-note",
    "claim-fail",
    "claim-none",
    "claim-waived",
    "claim-aside",
    "claim-current",
    "claim-current-text",
    "claim-extent",
    "page",
    "page-text",
    "page-heading",
    "page-margin",
    "page-found",
    "page-found-text",
    "page-marked",
    "page-marked-text",
)

_ANSI = {
    "claim-open": "ansi_blue",
    "claim-pass": "ansi_green",
    "claim-note": "ansi_yellow",
    "claim-fail": "ansi_red",
    "claim-none": "ansi_magenta",
    "claim-waived": "ansi_bright_black",
    "claim-aside": "ansi_default",
    "claim-current": "ansi_yellow",
    "claim-current-text": "ansi_black",
    "claim-extent": "ansi_default",
    "page": "ansi_default",
    "page-text": "ansi_default",
    "page-heading": "ansi_default",
    "page-margin": "ansi_bright_black",
    "page-found": "ansi_cyan",
    "page-found-text": "ansi_black",
    "page-marked": "ansi_bright_blue",
    "page-marked-text": "ansi_black",
}


def derive_tokens(theme: Theme) -> dict[str, str]:
    """Return a value for every token that the theme leaves out, from its own colours."""
    if all(token in theme.variables for token in TOKENS):
        return {}
    if theme.ansi:
        return _ANSI | {"claim-open": "ansi_bright_blue"} if theme.dark else dict(_ANSI)
    colours = theme.to_color_system().generate()
    page, text = colours["background"], colours["foreground"]
    return {
        "claim-open": colours["text-primary"],
        "claim-pass": colours["text-success"],
        "claim-note": colours["text-warning"],
        "claim-fail": colours["text-error"],
        "claim-none": colours["text-accent"],
        "claim-waived": _blend(page, text, 0.58),
        "claim-aside": _blend(colours["text-primary"], text, 0.6),
        "claim-current": colours["warning"],
        "claim-current-text": _contrast(colours["warning"]),
        "claim-extent": _blend(page, text, 0.08),
        "page": page,
        "page-text": _blend(page, text, 0.9),
        "page-heading": text,
        "page-margin": _blend(page, text, 0.58),
        "page-found": colours["accent"],
        "page-found-text": _contrast(colours["accent"]),
        "page-marked": colours["primary"],
        "page-marked-text": _contrast(colours["primary"]),
    }


def _blend(under: str, over: str, share: float) -> str:
    from textual.color import Color

    return Color.parse(under).blend(Color.parse(over), share, alpha=1.0).hex


def _contrast(background: str) -> str:
    from textual.color import Color

    return "#000000" if Color.parse(background).brightness > 0.5 else "#ffffff"  # noqa: PLR2004 - half way


def read_theme(path: Path) -> Theme:
    """Read a theme from TOML: `dark`, a table `colours` with Textual's names, a table `tokens` with ours.

    Raises UsageError naming the file and what is wrong in it.
    """
    from textual.color import ColorParseError
    from textual.theme import Theme

    table = parse_toml(read_toml(path), str(path), _FORM)
    try:
        theme = Theme(
            name=path.stem,
            dark=bool(table.get("dark", True)),
            variables=dict(table.get("tokens", {})),
            **table.get("colours", {}),
        )
        for token in TOKENS:
            _parse(theme.variables.get(token, "#000000"))
        theme.to_color_system().generate()
    except (OSError, ValueError, TypeError, AttributeError, ColorParseError) as error:
        said = str(error).replace("Theme.__init__() got an unexpected keyword argument", "there is no colour")
        raise UsageError(f"{path} is no theme: {said}", _FORM) from error
    return theme


def _parse(colour: str) -> None:
    from textual.color import Color

    Color.parse(colour)


def register_themes(app: App[Any], folders: Sequence[Path] = (THEMES_DIR,)) -> list[UsageError]:
    """Make the themes of some folders known to the app; return what was wrong with those that cannot be read."""
    faults = []
    for folder in folders:
        for path in sorted(folder.glob("*.toml")):
            try:
                app.register_theme(read_theme(path))
            except UsageError as error:
                faults.append(error)
    return faults


def choose_theme(app: App[Any], name: str = "", folders: Sequence[Path] = (THEMES_DIR,)) -> None:
    """Give an app its first theme, before it parses any style: a file's, Textual's, or what suits the terminal.

    Only the one that is used is read here; `register_themes` makes the others known. Raises UsageError for a file that
    is no theme and for a name that none has.
    """
    wanted = name or (FEW_COLOURS_THEME if app.console.color_system == "standard" else DEFAULT_THEME)
    path = _find_file(wanted, folders)
    if path is not None:
        app.register_theme(read_theme(path))
    if wanted not in app.available_themes:
        raise _unknown(wanted, [*app.available_themes, *_names(folders)])
    app.theme = wanted


def check_theme(name: str, folders: Sequence[Path] = (THEMES_DIR,)) -> None:
    """Raise as `choose_theme` would."""
    from textual.theme import BUILTIN_THEMES

    path = _find_file(name, folders) if name else None
    if path is not None:
        read_theme(path)
    elif name and name not in BUILTIN_THEMES:
        raise _unknown(name, [*BUILTIN_THEMES, *_names(folders)])


def _find_file(name: str, folders: Sequence[Path]) -> Path | None:
    """Find a theme's file, the last folder first; a name with a way out of the folder in it finds nothing."""
    paths = (folder / f"{name}.toml" for folder in reversed(folders))
    return next((path for path in paths if path.name == f"{name}.toml" and path.is_file()), None)


def _names(folders: Sequence[Path]) -> list[str]:
    return [path.stem for folder in folders for path in sorted(folder.glob("*.toml"))]


def _unknown(name: str, known: Sequence[str]) -> UsageError:
    near = difflib.get_close_matches(name, known, 1)
    hint = f"Did you mean {near[0]!r}?" if near else "There are: " + ", ".join(sorted(set(known))) + "."
    return UsageError(f"there is no theme {name!r}", hint)
