"""Lines broken into rows. Every character belongs to exactly one row; spaces stay at the end of theirs."""

from __future__ import annotations

# The cells of an ideograph.
_IDEOGRAPH = 2
_BREAK_AFTER = "-–—/"


def wrap_narrow(line: str, width: int) -> list[int]:
    """Return where each row of a line of one-cell characters ends; spaces stay at the end of their row."""
    ends: list[int] = []
    start, size = 0, len(line)
    while size - start > width:
        cut = line.rfind(" ", start, start + width + 1)
        if cut > start:
            cut += 1
            while cut < size and line[cut] == " ":
                cut += 1
        else:
            cut = 1 + max(line.rfind(sign, start, start + width) for sign in _BREAK_AFTER)
            cut = cut if cut > start + 1 else start + width
        if cut >= size:
            break
        ends.append(cut)
        start = cut
    ends.append(size)
    return ends


def wrap_wide(line: str, widths: list[int], width: int) -> list[int]:
    """As `wrap_narrow`, counting cells; a row may also break on either side of a two-cell character."""
    ends: list[int] = []
    start = chance = 0
    passed = 0
    for index, cells in enumerate(widths):
        if cells == _IDEOGRAPH and index > start:
            chance = index
        # A space may hang past the column; one that carries a combining mark is drawn and may not.
        hangs = line[index] == " " and (index + 1 == len(line) or widths[index + 1] > 0)
        if cells and passed + cells > width and not hangs:
            cut = chance if chance > start else index
            if cut > start:
                ends.append(cut)
                start = cut
                passed = sum(widths[start:index])
        passed += cells
        if cells and (line[index] == " " or line[index] in _BREAK_AFTER or cells == _IDEOGRAPH):
            chance = _cluster_end(widths, index + 1)
    ends.append(len(line))
    return ends


def _cluster_end(widths: list[int], index: int) -> int:
    while index < len(widths) and widths[index] == 0:
        index += 1
    return index
