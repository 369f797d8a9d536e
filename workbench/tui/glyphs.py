"""Draw with what the font of the Linux console has: 256 or 512 characters, and none of our signs among them.

Each character stands for one, so that nothing moves. The words beside every sign say the same. Imports no Textual.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

# Blocks and single lines (█▓▒░▄▌▐ ─│└├) and arrows are in all of its fonts (CP437 and those that console-setup loads).
_STAND_INS = {
    "✓✗✕⊕≈∅◌●○◦◆◊": "vxx&~/:*oo*o",
    "–—−…⚑✎≠‘’‚“”„›‹•": '---.!w#\'\',"""><*',
    "▶▸◀▲▼◕◑◔": ">><^v321",
    "━═╌╍╭╮╰╯┃▎▏▍▋▊▉▕": "==--++++||||||||",
    "▁▂▃▅▆▇▔▞▚▖▗▘▝▙▛▜▟": "___███-██▄▄▀▀████",
}
_PLAIN = {ord(sign): plain for signs, plains in _STAND_INS.items() for sign, plain in zip(signs, plains, strict=True)}


def lacks_glyphs(environ: Mapping[str, str] = os.environ) -> bool:
    """Say whether the terminal is the Linux console."""
    return environ.get("TERM") == "linux"


def draw_plain(text: str) -> str:
    """Return the text with each character that the console's font lacks replaced by one that looks or says the same."""
    return text if text.isascii() else text.translate(_PLAIN)
