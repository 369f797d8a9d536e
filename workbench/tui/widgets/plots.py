"""Small plots in characters: bars for counts, a line for days."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from textual.content import Content

from workbench.tui.widgets.columns import fit

if TYPE_CHECKING:
    from collections.abc import Sequence

EIGHTHS = " ▏▎▍▌▋▊▉█"
LEVELS = " ▁▂▃▄▅▆▇█"
LABEL_WIDTH = 24


class Count(NamedTuple):
    """A labelled number; `look` names the colour token's end ('pass' for `$claim-pass`), '' for none."""

    label: str
    value: int
    look: str = ""


def draw_bars(counts: Sequence[Count], width: int) -> Content:
    """Return one bar per count, the largest as long as there is room; each has its number beside it."""
    if not counts:
        return Content("")
    most = max(1, *(count.value for count in counts))
    label = min(LABEL_WIDTH, max(len(count.label) for count in counts), max(4, width // 3))
    digits = len(str(most))
    room = max(1, width - label - digits - 2)
    lines = []
    for count in counts:
        style = f"$claim-{count.look}" if count.look else "$page-text"
        number = str(count.value).rjust(digits)
        lines.append(
            Content.assemble(
                (fit(count.label, label), "$page-text"),
                f" {number} ",
                (_bar(count.value, most, room), style),
            )
        )
    return Content("\n").join(lines)


def draw_line(values: Sequence[int]) -> str:
    """Return one character per value, its height the value's share of the largest; a small value still shows."""
    most = max(values, default=0)
    if not most:
        return LEVELS[0] * len(values)
    return "".join(LEVELS[-(-value * (len(LEVELS) - 1) // most)] for value in values)


def _bar(value: int, most: int, room: int) -> str:
    eighths = -(-value * room * 8 // most)
    whole, part = divmod(eighths, 8)
    return EIGHTHS[-1] * whole + (EIGHTHS[part] if part else "")
