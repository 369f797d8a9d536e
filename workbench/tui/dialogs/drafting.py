"""What all forms share: they stay open until their answer is taken, and what was typed outlives the form that is left."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from textual import on

from workbench.tui.dialogs.question import Question
from workbench.tui.widgets.choice import Choice
from workbench.tui.widgets.field import Field, Line

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from textual.timer import Timer
    from textual.widget import Widget

    from workbench.tui.left_forms import LeftForms

T = TypeVar("T")
# How long, in seconds, a pause in typing is before what was typed is stored.
DRAFT_PAUSE = 0.5


class Drafting(Question[T]):
    """A question of several named entries.

    `subject` says what it is about: left with something typed and asked about the same again, it stands there as it was
    left, as long as the program runs. Without a subject nothing is kept. `about` is the article and the claim that it
    asks about: then what was typed is stored with them, and outlives the program too.
    `check` does what may fail with an answer while the form is open: it gives back why it cannot be taken, or ''.
    """

    def __init__(
        self,
        *,
        classes: str | None = None,
        subject: str = "",
        about: tuple[int, int] | None = None,
        check: Callable[[T], Awaitable[str]] | None = None,
    ) -> None:
        super().__init__(classes=classes)
        self._subject = subject
        self._about = about
        self._pause: Timer | None = None
        self._check = check
        # What the entries held before anything was typed, by name.
        self._stored: dict[str, str] = {}
        self._is_typed = False
        self._is_taken = False

    def values(self) -> dict[str, str]:
        """Return every entry's value by name, without white space around it."""
        found = {}
        for control in self._controls():
            if control.name and isinstance(control, Line | Choice):
                found[control.name] = control.value.strip()
            elif control.name and isinstance(control, Field):
                found[control.name] = control.text.strip()
        return found

    def control(self, name: str) -> Widget:
        """Return the widget of an entry."""
        return next(widget for widget in self._controls() if widget.name == name)

    def fill(self, name: str, value: str) -> None:
        """Put a value into an entry."""
        control = self.control(name)
        if isinstance(control, Line):
            control.value = value
        elif isinstance(control, Field):
            # The field's own undo brings back what stood there.
            control.replace(value, (0, 0), control.document.end)
            control.move_cursor(control.document.end)
        elif isinstance(control, Choice):
            control.choose(value)

    def _controls(self) -> list[Widget]:
        return [one for one in self.query("#question-body *").results() if isinstance(one, Line | Field | Choice)]

    def on_mount(self) -> None:
        """Put back what was typed before the form was left."""
        self._stored = self.values()
        left = self._left.of(self._key) if self._left else {}
        for name in left.keys() & self._stored.keys():
            self.fill(name, left[name])
        if left:
            if isinstance(self.focused, Line):
                # As in every line that one comes into: to type is to begin anew.
                self.focused.select_all()
            key = self.keymap.first("drop-draft")
            self.note(f"✎ as you left it; {key} drops it" if key else "✎ as you left it")

    @property
    def _key(self) -> tuple[str, str]:
        return type(self).__name__, self._subject

    @property
    def _left(self) -> LeftForms | None:
        """Return what was typed into forms and not saved, of all the program; None in an app that keeps none."""
        return getattr(self.app, "left_forms", None)

    @on(Line.Changed)
    @on(Field.Changed)
    @on(Choice.Chosen)
    def _keep_typed(self) -> None:
        """Keep what differs from what is stored, once something was typed: to choose is done again with a key."""
        values = self.values()
        if self._is_taken or values.keys() != self._stored.keys():
            return
        changed = {name: value for name, value in values.items() if value != self._stored[name]}
        is_typed = any(not isinstance(self.control(name), Choice) for name in changed)
        if self._left and self._subject:
            self._left.put(self._key, changed if is_typed else {})
        if is_typed != self._is_typed:
            self._is_typed = is_typed
            self.show_keys()
        if self._pause is None:
            self._pause = self.set_timer(DRAFT_PAUSE, self.draft_now)
        else:
            self._pause.reset()

    def draft_now(self) -> None:
        """Store what was typed, without waiting for a pause in it."""
        if self._pause is not None:
            self._pause.stop()
            self._pause = None
            self._store()

    def _store(self) -> None:
        if self._left and self._about is not None:
            self._left.store(self._key, self._about)

    def on_unmount(self) -> None:
        """Store what was typed last."""
        self.draft_now()

    def keys(self) -> list[tuple[str, str, str]]:
        """Return the keys of a form."""
        if not (self._is_typed and self._subject):
            return super().keys()
        return [("accept", "", self.accept_label), ("drop-draft", "", "drop draft"), ("cancel", "", "keep draft")]

    def action_drop_draft(self) -> None:
        """Put back what is stored."""
        if self._is_typed:
            for name, value in self._stored.items():
                self.fill(name, value)
            self.note("")

    def action_accept(self) -> None:
        """Take the answer, if it can be taken; a form that waits to hear so asks once."""
        found = None if self._is_taken else self.answer()
        if found is None:
            return
        self._is_taken = True
        if self._check is None:
            self._take(found)
        else:
            self.note("a moment …")
            self.hold_keys()
            self.run_worker(self._try(found, self._check), group="accept")

    async def _try(self, found: T, check: Callable[[T], Awaitable[str]]) -> None:
        fault = await check(found)
        if fault:
            self._is_taken = False
            self.tell(fault)
            self.release_keys()
        else:
            self._take(found)

    def _take(self, found: T) -> None:
        if self._left:
            self._left.put(self._key, {})
        self._store()
        self.dismiss(found)

    def action_cancel(self) -> None:
        """Close without an answer; the last letter typed is kept as well."""
        self._keep_typed()
        super().action_cancel()

    def click_beside(self) -> None:
        """Close nothing in which something was typed: such a click is a slip."""
        self._keep_typed()
        if self._is_typed:
            self.note(f"{self.keymap.first('cancel')} closes this; it is not saved.")
        else:
            super().click_beside()
