"""Screens that answer at once: frames painted as soon as there is something to paint, and keys taken in their turn."""

from __future__ import annotations

from time import monotonic
from typing import TypeVar

from textual import events, on
from textual.screen import UPDATE_PERIOD, Screen

Answer = TypeVar("Answer")


class SwiftScreen(Screen[Answer]):
    """A screen that shows what a key did at once.

    Textual paints by a timer that runs on a grid of its own and sleeps up to two of its sixtieths of a second after each
    frame: of keys that are pressed soon after one another every fourth waited 10 ms for nothing.
    """

    _painted_at = 0.0

    @on(events.ScreenResume)
    def _take_keys(self) -> None:
        """Take what was typed ahead, once what it is meant for has the focus; under a question it may be for the next."""
        if self.is_modal:
            self.call_next(self.release_keys)

    def release_keys(self) -> None:
        """Let go on what was typed while the screen was not ready for it; in an app that lets it wait."""
        if (release := getattr(self.app, "release_keys", None)) is not None:
            release()

    def hold_keys(self) -> None:
        """Let what is typed wait: a question is about to be asked, or an answer to be taken."""
        if (hold := getattr(self.app, "hold_keys", None)) is not None:
            hold()

    def on_idle(self) -> None:
        """Paint before Textual's own handler wakes its timer, unless the last frame was just now."""
        waiting = self._dirty_widgets or self._layout_required or self._scroll_required or self._repaint_required
        if waiting and monotonic() - self._painted_at >= UPDATE_PERIOD:
            self._on_timer_update()

    def _on_timer_update(self) -> None:
        self._painted_at = monotonic()
        super()._on_timer_update()
