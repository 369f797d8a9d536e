"""Pick one of many by typing a part of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from textual import on
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from workbench.tui.dialogs.question import Question
from workbench.tui.keys import is_typed
from workbench.tui.plain import one_line
from workbench.tui.ranking import rank
from workbench.tui.widgets.field import Line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual import events
    from textual.widget import Widget

# The widths of a dialog in question.tcss, and what its edges and a scroll bar take.
USUAL, WIDE, EDGES = 72, 100, 8
# What stands at least between a label and its detail in one row.
_GAP = 2
# A detail up to so many cells takes no row of its own where a row has so many.
BRIEF, ROOMY = 8, 24
# Items shown at once: more than a screen has commands, and fewer with each key that narrows them.
MOST, MOST_FOUND = 120, 50
# What stands in place of the items where none is like what was typed.
NOTHING = "Nothing is like this; fewer words find more."
# A label takes no more rows than these.
MOST_ROWS = 4


@dataclass(frozen=True, slots=True)
class Item:
    """Something to pick: `id` is the answer, `label` what it is called, `detail` the quiet words after it.

    What is typed is compared with `sought`, or with label and detail where that is ''.
    """

    id: str
    label: str
    detail: str = ""
    glyph: str = ""
    # Always offered, whatever is typed.
    fixed: bool = False
    sought: str = ""


class Pick(Question[str]):
    """Pick one item. Typing narrows the list, arrows move in it, Enter picks."""

    accept_label = "pick"

    def __init__(
        self,
        title: str,
        items: Sequence[Item],
        *,
        chosen: str = "",
        why: str = "",
        placeholder: str = "type to find",
        wide: bool = False,
    ) -> None:
        super().__init__(classes="question--wide" if wide else None)
        self.title_text = title
        self.explanation = why
        self._items = list(items)
        self._loose = [item for item in items if not item.fixed]
        self._fixed = [item for item in items if item.fixed]
        self._chosen = chosen
        self._placeholder = placeholder

    def body(self) -> list[Widget]:
        """Return the line to type in and the list."""
        return [Line(placeholder=self._placeholder), OptionList(id="items")]

    def on_mount(self) -> None:
        """Show all items, the present one lit."""
        self._narrow("")
        places = {item.id: place for place, item in enumerate(self._items)}
        self.query_one(OptionList).highlighted = places.get(self._chosen, 0 if self._items else None)

    def keys(self) -> list[tuple[str, str, str]]:
        """Return the keys of a list."""
        return [("accept", "Enter", self.accept_label), ("cancel", "", "cancel")]

    def answer(self) -> str | None:
        """Return the lit item's id."""
        option = self.query_one(OptionList).highlighted_option
        return option.id if option is not None else None

    def on_key(self, event: events.Key) -> None:
        """Move in the list without leaving the line."""
        options = self.query_one(OptionList)
        way = next((way for way, keys in self.moves.items() if event.key in keys), None)
        if way is not None:
            event.prevent_default()
            event.stop()
            getattr(options, f"action_{way}")()

    @cached_property
    def _folded(self) -> list[str]:
        return [(item.sought or f"{item.label} {item.detail}").casefold() for item in self._loose]

    @cached_property
    def moves(self) -> dict[str, list[str]]:
        """Return the user's keys for each way, but for those that are typed."""
        ways = {"cursor_down": "line-down", "cursor_up": "line-up", "page_down": "page-down", "page_up": "page-up"}
        return {way: [key for key in self.keymap.of(name) if not is_typed(key)] for way, name in ways.items()}

    @on(Line.Changed)
    def _type(self, event: Line.Changed) -> None:
        self._narrow(event.value)

    @on(Line.Submitted)
    def _submit(self, event: Line.Submitted) -> None:
        event.stop()
        self.action_accept()

    @on(OptionList.OptionSelected)
    def _select(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.dismiss(event.option_id)

    def on_resize(self) -> None:
        """Draw the rows for another width, and stay on the item."""
        at = self.query_one(OptionList).highlighted
        self._narrow(self.query_one(Line).value)
        self.query_one(OptionList).highlighted = at

    def _row_width(self) -> int:
        """Return the cells of a row: those of the dialog, as the stylesheet has it, without its edges and the scroll bar."""
        return min(self.app.size.width, WIDE if self.has_class("question--wide") else USUAL) - EDGES

    def _narrow(self, query: str) -> None:
        places = rank(query, self._folded, MOST_FOUND if query else MOST)
        found = [*(self._loose[place] for place in places), *self._fixed]
        options = self.query_one(OptionList)
        width = self._row_width()
        rows = [Option(_draw(item, width, query), id=item.id) for item in found]
        options.set_options(rows or [Option(one_line(NOTHING, "$page-margin"), disabled=True)])
        options.highlighted = 0 if found else None


def _draw(item: Item, width: int, query: str) -> Content:
    """Return an item, what was typed lit: its detail at the right end of the row, or under it.

    While someone types, an item takes one row, and a detail that has no room there is left out.
    """
    glyph = one_line(item.glyph) + Content(" ") if item.glyph.strip() else Content("  " if item.glyph else "")
    detail = one_line(item.detail, "$page-text 75%")
    words = " ".join(item.label.split())
    label = Content.assemble(glyph, _light(_about(words, query, width - glyph.cell_length), query))
    if 0 < detail.cell_length <= BRIEF and width >= ROOMY:
        # A key or a word keeps its column; the label gives way.
        label = label.truncate(width - detail.cell_length - _GAP, ellipsis=True)
    room = width - label.cell_length - detail.cell_length
    if not item.detail or (room < _GAP and query):
        return label.truncate(width, ellipsis=True)
    return Content.assemble(label, " " * room if room >= _GAP else "\n    ", detail)


def _about(words: str, query: str, width: int) -> str:
    """Return words from where the row shows what was typed; not many more than it holds, for cells are slow to count."""
    first = min((found.start() for found in _find(words, query)), default=0)
    if len(words) <= width or first < width * 2 // 3:
        return words[: MOST_ROWS * width]
    start = words.rfind(" ", 0, max(1, first - width // 3)) + 1
    return f"…{words[start : start + MOST_ROWS * width]}"


def _light(words: str, query: str) -> Content:
    """Return words with every occurrence of the typed ones bold."""
    content = one_line(words)
    for found in _find(content.plain, query):
        content = content.stylize("bold $text-accent", *found.span())
    return content


def _find(words: str, query: str) -> Iterator[re.Match[str]]:
    """Find where the typed words stand, in capitals or not."""
    for word in set(query.split()):
        yield from re.finditer(re.escape(word), words, re.IGNORECASE)
