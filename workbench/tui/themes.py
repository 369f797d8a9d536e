"""Themes and the colour tokens that claims and verdicts are drawn with.

A theme may set any token; what it leaves out is derived from its own colours, so every built-in theme works.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from textual.app import App
    from textual.theme import Theme

THEMES_DIR = Path(__file__).parent.parent / "data" / "themes"
DEFAULT_THEME = "workbench-night"

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
        return dict(_ANSI)
    colours = theme.to_color_system().generate()
    page, text = colours["background"], colours["foreground"]
    return {
        "claim-open": colours["text-primary"],
        "claim-pass": colours["text-success"],
        "claim-note": colours["text-warning"],
        "claim-fail": colours["text-error"],
        "claim-none": colours["text-accent"],
        "claim-waived": _blend(page, text, 0.5),
        "claim-aside": _blend(colours["text-primary"], text, 0.6),
        "claim-current": colours["warning"],
        "claim-current-text": _contrast(colours["warning"]),
        "claim-extent": _blend(page, text, 0.08),
        "page": page,
        "page-text": _blend(page, text, 0.9),
        "page-heading": text,
        "page-margin": _blend(page, text, 0.45),
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
    """Read a theme from TOML: `dark`, a table `colours` with Textual's names, a table `tokens` with ours."""
    import tomllib

    from textual.theme import Theme

    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return Theme(name=path.stem, dark=table["dark"], variables=table.get("tokens", {}), **table["colours"])


def register_themes(app: App[Any], folder: Path = THEMES_DIR) -> None:
    """Make a folder's themes known to the app."""
    for path in sorted(folder.glob("*.toml")):
        app.register_theme(read_theme(path))


def choose_theme(app: App[Any], name: str = "", folder: Path = THEMES_DIR) -> None:
    """Give an app its first theme, before it parses any style: ours by that name, Textual's, or the default.

    Only the one that is used is read here; `register_themes` makes the others known.
    """
    for wanted in (name, DEFAULT_THEME):
        path = folder / f"{wanted}.toml"
        if wanted and path.parent == folder and path.exists():
            app.register_theme(read_theme(path))
        if wanted in app.available_themes:
            app.theme = wanted
            return
