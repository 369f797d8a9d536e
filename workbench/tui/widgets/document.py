"""The article under review: every claim marked, the current one unmistakable, text to be marked by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual.message import Message
from textual.reactive import var

from workbench.model.spans import Span
from workbench.tui.marks import MarkIndex, StretchIndex
from workbench.tui.widgets.ink import Layer, overlay
from workbench.tui.widgets.markable import MarkableSheet
from workbench.tui.widgets.position_bar import PositionBar
from workbench.tui.widgets.viewport import NARROW, fit_margin

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from typing import Unpack

    from textual import events

    from workbench.model.spans import Block
    from workbench.tui.marks import Mark
    from workbench.tui.widgets.naming import Naming
    from workbench.tui.widgets.page import Place

# A mark of these kinds may run over several rows: it is tinted, and what lies in it underlined.
TINTED_KINDS = frozenset({"quote"})
# Of several claims that begin on a row the first of these has its state beside the number of another.
PRESSING = {look: place for place, look in enumerate(("fail", "open", "note", "none", "pass", "waived"))}
CURRENT_GLYPH = "▶"
EXTENT_BAR = "▎"
FLAG_GLYPH = "⚑"
SELECTED_GLYPH = "◆"

LOOKS = frozenset(
    {
        *("open", "pass", "note", "fail", "none", "waived", "aside"),
        *("underlined", "selected", "current", "extent", "passage", "bar", "label"),
    }
)


class Document(MarkableSheet):
    """An article with its claims marked.

    `current` is the number of the claim at hand, 0 for none. Setting it repaints the rows of two claims and scrolls
    nowhere: `scroll_to_current` does that.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"document--{look}" for look in LOOKS}

    DEFAULT_CSS = """
    Document > .document--open { color: $claim-open; }
    Document > .document--pass { color: $claim-pass; }
    Document > .document--note { color: $claim-note; text-style: italic; }
    Document > .document--fail { color: $claim-fail; }
    Document > .document--none { color: $claim-none; text-style: italic; }
    Document > .document--waived { color: $claim-waived; }
    Document > .document--aside { color: $claim-aside; }
    Document:nocolor > .document--fail { text-style: bold; }
    Document:nocolor > .document--none { text-style: bold italic; }
    Document > .document--passage { color: $claim-waived; }
    Document > .document--extent { background: $claim-extent; }
    Document > .document--underlined { text-style: underline; }
    Document > .document--selected { background: $page-marked; color: $page-marked-text; text-style: bold; }
    Document > .document--current { background: $claim-current; color: $claim-current-text; text-style: bold; }
    Document > .document--bar { background: $claim-extent; }
    Document > .document--label { background: $claim-current; color: $claim-current-text; text-style: bold; }
    """

    current: var[int] = var(0, init=False)

    class MarkPicked(Message):
        """A claim's mark was clicked."""

        def __init__(self, number: int) -> None:
            super().__init__()
            self.number = number

    def __init__(self, text: str = "", blocks: Sequence[Block] = (), **naming: Unpack[Naming]) -> None:
        super().__init__(text, blocks, **naming)
        self._marks = MarkIndex()
        self._passages: StretchIndex[Span] = StretchIndex()
        self._extent: Span | None = None
        self._labels: dict[int, str] = {}
        self._bar: PositionBar | None = None
        self._bar_rows: Sequence[Place] | None = None
        self._digits = 1

    # What is marked

    def show_marks(self, marks: Sequence[Mark]) -> None:
        """Draw these marks and no others."""
        self._marks = MarkIndex(marks)
        digits = len(str(max((mark.number for mark in marks), default=0)))
        if digits != self._digits:
            self._digits = digits
            self._arrange(self._view.offset)
        self._bar = None
        self.repaint()

    def change_marks(self, *marks: Mark) -> None:
        """Draw marks in their new state; new ones, and those that moved, are put where they belong."""
        before = [found for mark in marks if (found := self._marks.find(mark.number)) is not None]
        if not all(self._marks.replace(mark) for mark in marks):
            changed = {mark.number for mark in marks}
            self.show_marks([*(kept for kept in self._marks if kept.number not in changed), *marks])
        elif len(marks) == 1:
            if self._bar is not None:
                self._bar.change(before[0], marks[0])
            self.repaint(Span(marks[0].start, marks[0].end))
            self.refresh()
        elif marks:
            # To look for the rows of each would wrap the whole text.
            self._bar = None
            self.repaint()

    def show_passages(self, spans: Iterable[Span]) -> None:
        """Draw these stretches as waived."""
        self._passages = StretchIndex(spans)
        self.repaint()

    def show_labels(self, labels: Mapping[int, str]) -> None:
        """Write a label over the beginning of each of these claims (by number), to jump by; none clears them."""
        found = ((self._marks.find(number), label) for number, label in labels.items())
        self._labels = {mark.start: label for mark, label in found if mark is not None}
        self.repaint()

    def light_extent(self, span: Span | None) -> None:
        """Light the current claim's sentence softly."""
        changed = [lit for lit in (self._extent, span) if lit is not None and self._extent != span]
        self._extent = span
        if changed:
            self.repaint(*changed)

    def watch_current(self, old: int, new: int) -> None:
        """Repaint the rows of the claim that was current and of the one that is."""
        changed = [mark for number in (old, new) if (mark := self._marks.find(number))]
        if changed:
            self.repaint(*(Span(mark.start, mark.end) for mark in changed))

    def scroll_to_current(self) -> None:
        """Scroll, where needed, until the current claim stands comfortably on the screen."""
        if mark := self._marks.find(self.current):
            self.bring(Span(mark.start, mark.end))

    def _resized(self) -> None:
        """Keep the current claim on the screen where it was there before, or bring it there with the first rows."""
        mark = self._marks.find(self.current)
        window, first = self.window, not self._view.rows
        super()._resized()
        if mark is not None and (first or window.start <= mark.start < window.end):
            self.scroll_to_current()

    def marks_on_screen(self) -> list[Mark]:
        """Return the marks that begin on the screen, in text order."""
        window = self.window
        return [mark for mark in self._marks.within(window.start, window.end) if mark.start >= window.start]

    # The mouse

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Go where the position bar was pressed."""
        if event.x >= self._width - self._edge_width:
            event.prevent_default()
            self.scroll_to_offset(self._position_bar().offset_of(event.y), share=0.3)

    def _click_text(self, x: int, offset: int) -> None:
        """Pick the innermost mark, or the one around it where that is current already; in the margin, the row's."""
        laid = self._page.lay(self._page.place_of(offset).piece)
        if x < self._text_left(laid):
            span = laid.span(self._page.place_of(offset).row)
            mark = self._row_mark(self._marks.within(*span), span) if span else None
            marks = [mark] if mark else []
        else:
            marks = self._marks.at(offset)
        numbers = [mark.number for mark in marks]
        if numbers:
            following = numbers.index(self.current) + 1 if self.current in numbers else 0
            self.post_message(self.MarkPicked(numbers[following % len(numbers)]))

    # Painting

    def _layers(self, start: int, end: int) -> list[Layer]:
        layers = [Layer(span.start, span.end, "passage") for span in self._passages.within(start, end)]
        if self._extent is not None:
            layers.append(Layer(self._extent.start, self._extent.end, "extent"))
        marks = self._marks.within(start, end)
        for mark in sorted(marks, key=lambda mark: mark.start - mark.end):
            tinted = mark.kind in TINTED_KINDS and not self.app.no_color
            underlined = not tinted and mark.look not in {"aside", "waived", "pass"}
            for span in mark.spans:
                layers.append(Layer(span.start, span.end, mark.look))
                if mark.selected:
                    layers.append(Layer(span.start, span.end, "selected"))
                elif underlined:
                    layers.append(Layer(span.start, span.end, "underlined"))
        if (current := self._marks.find(self.current)) is not None:
            layers += [Layer(span.start, span.end, "current") for span in current.spans]
        return layers + super()._layers(start, end)

    def _reading_offset(self) -> int:
        mark = self._marks.find(self.current)
        window = self.window
        return mark.start if mark and window.start <= mark.start < window.end else window.start

    def _paint(self, place: Place) -> list[Segment]:
        segments = super()._paint(place)
        laid = self._page.lay(place.piece)
        span = laid.span(place.row)
        if not self._labels or span is None:
            return segments
        left = self._text_left(laid)
        labels = {
            left + laid.cell_of(start): label for start, label in self._labels.items() if span[0] <= start < span[1]
        }
        return overlay(segments, labels, self.mix("label"))

    def _row_mark(self, marks: Sequence[Mark], span: tuple[int, int]) -> Mark | None:
        """Return the mark that the margin speaks of: the current one, a selected one, the first open in scope, the first."""
        starting = [mark for mark in marks if span[0] <= mark.start < span[1]]
        return min(
            starting,
            key=lambda mark: (
                mark.number != self.current,
                not mark.selected,
                not mark.in_scope,
                mark.look != "open",
                mark.start,
            ),
            default=None,
        )

    def _beside(self, mark: Mark, marks: Sequence[Mark], span: tuple[int, int]) -> Mark | None:
        """Return which of the other claims that begin on a row needs a look first; None where there is no other in scope."""
        others = (one for one in marks if span[0] <= one.start < span[1] and one is not mark and one.in_scope)
        return min(others, key=lambda one: (PRESSING.get(one.look, len(PRESSING)), one.start), default=None)

    def _margin(self, span: tuple[int, int]) -> list[Segment]:
        marks = self._marks.within(*span)
        mark = self._row_mark(marks, span)
        lit = self._extent is not None and self._extent.start < span[1] and span[0] < self._extent.end
        bar = EXTENT_BAR if lit else " "
        margin = self.mix("margin")
        digits = 0 if self._width < NARROW else self._digits
        if mark is None:
            return [Segment(bar + " " * (self._margin_width - 1), margin)]
        number = str(mark.number).rjust(digits) if digits else ""
        sign = SELECTED_GLYPH if mark.selected else FLAG_GLYPH if mark.flagged else " " if digits else ""
        # Where there is no room for numbers a sign stands in the bar's place.
        lead = "" if sign and not digits else CURRENT_GLYPH if mark.number == self.current else bar
        glyph = mark.glyph[:1] or " "
        other = self._beside(mark, marks, span) if digits else None
        behind = [Segment(other.glyph[:1] or " ", self.mix(other.look))] if other else []
        behind.append(Segment(" " * (1 + bool(digits) - len(behind)), margin))
        if mark.number == self.current:
            return [Segment(lead + number + sign + glyph, self.mix("current")), *behind]
        quiet = margin if mark.in_scope else self.mix("aside")
        signed = Segment(sign, self.mix("label") if mark.selected else margin if sign == " " else self.mix("note"))
        return [Segment(lead + number, quiet), signed, Segment(glyph, self.mix(mark.look)), *behind]

    def _edge(self, y: int) -> list[Segment]:
        glyph, look, inside = self._position_bar().draw(y, self.window)
        return [Segment(glyph, self.mix(*(["bar"] if inside else []), look))]

    def _position_bar(self) -> PositionBar:
        view = self._view
        if self._bar is None:
            self._bar = PositionBar(len(self.text), view.height, self._marks)
            self._bar_rows = None
        if self._bar_rows is not view.rows:
            self._bar_rows = view.rows
            self._bar.height = view.height
            whole = len(view.rows) < view.height
            self._bar.rows = [view.page.offset_of(place) for place in view.rows] if whole else ()
        return self._bar

    def _component(self, name: str) -> str:
        return f"document--{name}" if name in LOOKS else super()._component(name)

    @property
    def _margin_width(self) -> int:
        return fit_margin(self._width, self._digits)

    @property
    def _edge_width(self) -> int:
        return 1

    def _text_changed(self) -> None:
        super()._text_changed()
        self._marks, self._passages = MarkIndex(), StretchIndex()
        self._extent, self._labels, self._bar = None, {}, None
