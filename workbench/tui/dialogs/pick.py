"""Pick one of many by typing a part of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from workbench.tui.dialogs.question import Question
from workbench.tui.plain import one_line
from workbench.tui.ranking import rank
from workbench.tui.widgets.field import Line

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual import events
    from textual.widget import Widget

# The dialog's width, and what its edges and the list's scroll bar take of it.
WIDTH, AROUND = 72, 6


@dataclass(frozen=True, slots=True)
class Item:
    """Something to pick: `id` is the answer, `label` what it is called, `detail` the quiet words after it."""

    id: str
    label: str
    detail: str = ""
    glyph: str = ""
    # Always offered, whatever is typed.
    fixed: bool = False


class Pick(Question[str]):
    """Pick one item. Typing narrows the list, arrows move in it, Enter picks."""

    accept_label = "pick"

    def __init__(
        self, title: str, items: Sequence[Item], *, chosen: str = "", why: str = "", placeholder: str = "type to find"
    ) -> None:
        super().__init__()
        self.title_text = title
        self.explanation = why
        self._items = list(items)
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
        moves = {
            "down": options.action_cursor_down,
            "up": options.action_cursor_up,
            "pagedown": options.action_page_down,
            "pageup": options.action_page_up,
        }
        if self.focused is not options and event.key in moves:
            event.prevent_default()
            event.stop()
            move: Callable[[], None] = moves[event.key]
            move()

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

    def _narrow(self, query: str) -> None:
        loose = [item for item in self._items if not item.fixed]
        found = [loose[place] for place in rank(query, [f"{item.label} {item.detail}" for item in loose])]
        found += [item for item in self._items if item.fixed]
        options = self.query_one(OptionList)
        width = min(WIDTH, self.app.size.width) - AROUND
        options.set_options([Option(_draw(item, width), id=item.id) for item in found])
        options.highlighted = 0 if found else None


def _draw(item: Item, width: int) -> Content:
    """Return an item's row; details that do not fit beside the label stand under it."""
    glyph = f"{item.glyph} " if item.glyph else ""
    label = Content.assemble(one_line(glyph), one_line(item.label))
    if not item.detail:
        return label
    detail = one_line(item.detail, "$page-margin")
    fits = label.cell_length + 2 + detail.cell_length <= width
    return Content.assemble(label, "  " if fits else "\n    ", detail)
