"""A sheet whose text can be marked: by dragging, by clicking twice or more, and by keyboard with motions."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.geometry import Offset
from textual.message import Message
from textual.selection import Selection

from workbench.model.spans import Span
from workbench.tui.commands import MARKING_KEYS
from workbench.tui.widgets.ink import Layer
from workbench.tui.widgets.marking import Marking, marking_keys
from workbench.tui.widgets.motions import paragraph_at, sentence_at, word_at
from workbench.tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Unpack

    from textual import events

    from workbench.model.spans import Block
    from workbench.tui.widgets.naming import Naming

_BY_CLICKS = {2: word_at, 3: sentence_at}


class MarkableSheet(Sheet):
    """A text to read and to mark. The selection is Textual's own, so that its copy command copies it."""

    # The mouse is followed here: Textual's own selecting knows neither words nor rows outside the screen.
    ALLOW_SELECT = False

    COMPONENT_CLASSES: ClassVar[set[str]] = {"sheet--marked", "sheet--caret"}

    DEFAULT_CSS = """
    MarkableSheet { pointer: text; }
    MarkableSheet > .sheet--marked { background: $page-marked; color: $page-marked-text; }
    MarkableSheet > .sheet--caret { text-style: reverse; }
    """

    class TextMarked(Message):
        """A stretch was selected by mouse, or (`accepted`) marked by keyboard and confirmed."""

        def __init__(self, span: Span, *, accepted: bool) -> None:
            super().__init__()
            self.span = span
            self.accepted = accepted

    class MarkingChanged(Message):
        """Marking by keyboard began or ended."""

        def __init__(self, *, active: bool) -> None:
            super().__init__()
            self.active = active

    def __init__(self, text: str = "", blocks: Sequence[Block] = (), **naming: Unpack[Naming]) -> None:
        super().__init__(text, blocks, **naming)
        # Keys that end marking, leave the stretch selected, and mean what they mean anywhere else.
        self.passing: frozenset[str] = frozenset()
        self._motions = MARKING_KEYS
        self._marking: Marking | None = None
        self._marked: Span | None = None
        self._drag_from: Span | None = None

    # The selection

    def selected_span(self) -> Span | None:
        """Return the selected stretch."""
        return self._marked

    def select_span(self, span: Span | None) -> None:
        """Select a stretch, or nothing."""
        others = {widget: value for widget, value in self.screen.selections.items() if widget is not self}
        if span is None:
            self.screen.selections = others
        else:
            self.screen.selections = {self: Selection(Offset(span.start, 0), Offset(span.end, 0))}
        self.selection_updated(self.screen.selections.get(self))

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Give Textual the selected characters, exactly as they stand in the text."""
        span = self._as_span(selection)
        return None if span is None else (span.of(self.text), "\n")

    def selection_updated(self, selection: Selection | None) -> None:
        """Repaint what is selected now or was before."""
        before, self._marked = self._marked, None if selection is None else self._as_span(selection)
        if before != self._marked:
            self.repaint(*(span for span in (before, self._marked) if span is not None))

    def _as_span(self, selection: Selection) -> Span | None:
        # Textual means 'to the edge' by None.
        start = selection.start.x if selection.start else 0
        end = selection.end.x if selection.end else len(self.text)
        start, end = max(0, min(start, len(self.text))), max(0, min(end, len(self.text)))
        return Span(start, end) if start < end else None

    def _text_changed(self) -> None:
        super()._text_changed()
        self._marking = self._marked = self._drag_from = None

    def _layers(self, start: int, end: int) -> list[Layer]:
        layers = super()._layers(start, end)
        if self._marked is not None:
            layers.append(Layer(self._marked.start, self._marked.end, "marked"))
        if self._marking is not None:
            layers.append(Layer(self._marking.caret, self._marking.caret + 1, "caret"))
        return layers

    # By keyboard

    @property
    def is_marking(self) -> bool:
        """Say whether text is being marked by keyboard."""
        return self._marking is not None

    def start_marking(self, at: int | None = None) -> None:
        """Let motions mark text: from `at`, else from the selection, else from where the reader is."""
        if not self.text:
            return
        self._motions = marking_keys(keymap) if (keymap := getattr(self.app, "keymap", None)) else MARKING_KEYS
        selected = self._marked
        if at is None and selected is not None:
            self._mark(Marking(self.text, selected.start, selected.end - 1))
        else:
            start = self._reading_offset() if at is None else at
            self._mark(Marking(self.text, start, start))
        self.post_message(self.MarkingChanged(active=True))

    def end_marking(self, *, accept: bool = False, keep: bool = False) -> None:
        """Leave marking; the stretch is handed out where it is accepted, and stays selected until it is used.

        `keep` leaves it selected without handing it out.
        """
        marking, self._marking = self._marking, None
        if marking is None:
            return
        self.repaint(Span(marking.caret, marking.caret + 1))
        if accept:
            self.post_message(self.TextMarked(marking.span, accepted=True))
        elif not keep:
            self.select_span(None)
        self.post_message(self.MarkingChanged(active=False))

    def check_consume_key(self, key: str, character: str | None = None) -> bool:  # noqa: ARG002 - Textual's signature
        """Take every key while marking but those that use the stretch, so that no other command answers to it."""
        return self.is_marking and key not in self.passing

    async def _on_key(self, event: events.Key) -> None:
        if self._marking is None:
            return
        if event.key in self.passing:
            self.end_marking(keep=True)
            return
        event.stop()
        event.prevent_default()
        motion = self._motions.get(event.key)
        if motion in {"accept", "cancel"}:
            self.end_marking(accept=motion == "accept")
        elif motion is not None:
            self._mark(self._move(self._marking, motion))

    def _reading_offset(self) -> int:
        """Return where marking begins when nothing says so: the first row on the screen."""
        return self.window.start

    def _move(self, marking: Marking, motion: str) -> Marking:
        rows = {"row_down": 1, "row_up": -1, "page_down": self._screenful, "page_up": -self._screenful}
        place = self._page.place_of(marking.caret)
        laid = self._page.lay(place.piece)
        start, end = laid.span(place.row) or (marking.caret, marking.caret + 1)
        if motion in rows:
            target = self._page.text_row(place, rows[motion])
            return marking.to(self._page.lay(target.piece).offset_at(target.row, laid.cell_of(marking.caret)))
        if motion in {"row_start", "row_end"}:
            return marking.to(start if motion == "row_start" else max(start, end - 1))
        return marking.move(motion)

    def _mark(self, marking: Marking) -> None:
        before, self._marking = self._marking, marking
        self.select_span(marking.span)
        self.bring(Span(marking.caret, marking.caret + 1))
        self.repaint(*(Span(one.caret, one.caret + 1) for one in (before, marking) if one is not None))

    # By mouse

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Begin to drag."""
        offset = self.offset_under(event.x, event.y)
        if event.button == 1 and offset is not None and not self.is_marking:
            self._drag_from = Span(offset, offset + 1)
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Select up to the pointer, and scroll where it left the widget."""
        if self._drag_from is None:
            return
        if not 0 <= event.y < self.size.height:
            self.scroll_rows(-1 if event.y < 0 else 1)
        offset = self.offset_under(event.x, max(0, min(event.y, self.size.height - 1)))
        if offset is not None and (offset != self._drag_from.start or self._marked):
            self.select_span(Span(min(offset, self._drag_from.start), max(offset + 1, self._drag_from.end)))

    def on_mouse_up(self) -> None:
        """End dragging and hand out what is selected."""
        if self._drag_from is None:
            return
        self._drag_from = None
        self.release_mouse()
        if self._marked is not None:
            self.post_message(self.TextMarked(self._marked, accepted=False))

    def on_click(self, event: events.Click) -> None:
        """Take the word, the sentence or the paragraph for two, three or more clicks."""
        event.prevent_default()
        offset = self.offset_under(event.x, event.y)
        if offset is None or event.x >= self._room or (event.chain > 1 and event.x < self._left):
            return
        if event.chain == 1:
            self._click_text(event.x, offset)
            return
        span = _BY_CLICKS.get(event.chain, paragraph_at)(self.text, offset)
        self.select_span(span)
        self.post_message(self.TextMarked(span, accepted=False))

    def _click_text(self, x: int, offset: int) -> None:
        """Answer to a single click on a row of text."""
