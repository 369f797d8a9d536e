"""Small plots in characters: bars for counts, stacked bars for what they are made of, columns for days."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from textual.content import Content

from workbench.tui.widgets.columns import fit, share_cells, share_percent

if TYPE_CHECKING:
    from collections.abc import Sequence

EIGHTHS = " ▏▎▍▌▋▊▉█"
LEVELS = " ▁▂▃▄▅▆▇█"
LABEL_WIDTH = 24
SHARE_WIDTH = 5


class Count(NamedTuple):
    """A labelled number; `look` names the colour token's end ('pass' for `$claim-pass`), '' for none."""

    label: str
    value: int
    look: str = ""


def draw_bars(counts: Sequence[Count], width: int) -> Content:
    """Return one bar per count, the largest as long as there is room, with its number and its share of all."""
    if not counts:
        return Content("")
    most = max(1, *(count.value for count in counts))
    label = min(LABEL_WIDTH, max(len(count.label) for count in counts), max(4, width // 3))
    digits = len(f"{most:,}")
    room = max(1, width - label - digits - SHARE_WIDTH - 2)
    lines = []
    for count, share in zip(counts, share_percent([count.value for count in counts]), strict=True):
        style = f"$claim-{count.look}" if count.look else "$page-text"
        number = f"{count.value:,}".rjust(digits) + f"{share:>{SHARE_WIDTH - 1}}%"
        lines.append(
            Content.assemble(
                (fit(count.label, label), "$page-text"),
                f" {number} ",
                (_bar(count.value, most, room), style),
            )
        )
    return Content("\n").join(lines)


class Part(NamedTuple):
    """A part of a stacked bar: its fill tells it from its neighbours without colour, `look` is a colour token's end."""

    label: str
    fill: str
    look: str


def draw_stacks(rows: Sequence[tuple[str, Sequence[int]]], parts: Sequence[Part], width: int) -> Content:
    """Return one bar per row, its parts one behind the other, and under them what each fill stands for."""
    most = max(1, *(sum(values) for _, values in rows))
    label = min(LABEL_WIDTH, max(len(name) for name, _ in rows), max(4, width // 3))
    digits = len(f"{most:,}")
    room = max(1, width - label - digits - 2)
    lines = []
    for name, values in rows:
        cells = share_cells(values, max(1, sum(values) * room // most))
        bar = [(part.fill * count, f"$claim-{part.look}") for part, count in zip(parts, cells, strict=True) if count]
        lines.append(Content.assemble((fit(name, label), "$page-text"), f" {sum(values):>{digits},} ", *bar))
    used = [part for place, part in enumerate(parts) if any(values[place] for _, values in rows)]
    legend = [
        Content.assemble((part.fill * 2, f"$claim-{part.look}"), (f" {part.label}", "$page-margin")) for part in used
    ]
    return Content("\n").join([*lines, Content("   ").join(legend)])


def draw_columns(values: Sequence[int], height: int) -> list[str]:
    """Return rows of columns, as high as the value's share of the largest; a small value still shows."""
    most = max(values, default=0)
    steps = len(LEVELS) - 1
    levels = [-(-value * height * steps // most) if most else 0 for value in values]
    return [
        "".join(LEVELS[max(0, min(steps, level - row * steps))] for level in levels) for row in reversed(range(height))
    ]


def _bar(value: int, most: int, room: int) -> str:
    eighths = -(-value * room * 8 // most)
    whole, part = divmod(eighths, 8)
    return EIGHTHS[-1] * whole + (EIGHTHS[part] if part else "")
