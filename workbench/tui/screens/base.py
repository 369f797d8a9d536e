"""What all screens share: the masthead and the key line, doing deeds, and saying what went wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from textual import on
from textual.css.query import NoMatches
from textual.screen import ModalScreen, Screen
from textual.widgets import Static

from workbench.errors import ConflictError, WorkbenchError
from workbench.tui.bindings import bindings_of
from workbench.tui.commands import find_command
from workbench.tui.widgets.flash import Flash
from workbench.tui.widgets.key_line import KeyLine

if TYPE_CHECKING:
    from collections.abc import Coroutine, Iterator

    from textual import events
    from textual.app import ComposeResult
    from textual.widget import Widget

    from workbench.tui.app import Workbench
    from workbench.tui.desk_lane import DeskLane
    from workbench.tui.keymap import Keymap

T = TypeVar("T")

LEAST_WIDTH, LEAST_HEIGHT = 40, 10


class Room(Screen[None]):
    """A screen of the program. `place` names its commands in the table."""

    place = "everywhere"
    # What the foot shows beside the place's own commands, while there is room.
    foot: ClassVar[tuple[str, ...]] = ("back", "show-library", "palette")
    BINDINGS = bindings_of("reading")
    AUTO_FOCUS = ""

    @property
    def workbench(self) -> Workbench:
        """Return the app by its own type."""
        return self.app  # type: ignore[return-value]  # the screens live in no other app

    @property
    def desk(self) -> DeskLane:
        """Return the way to the desk."""
        return self.workbench.desk

    @property
    def keymap(self) -> Keymap:
        """Return the user's keys."""
        return self.workbench.keymap

    def compose(self) -> ComposeResult:
        """Put the screen's own contents above the line that a window too small shows alone."""
        yield from self.contents()
        yield Flash()
        yield KeyLine(self.place, self.keymap, self.foot)
        yield Static("Make this window larger: 40 columns and 10 rows at least.", id="too-small")

    def contents(self) -> Iterator[Widget]:
        """Return the screen's widgets from top to bottom."""
        raise NotImplementedError

    def on_resize(self, event: events.Resize) -> None:
        """Show one plain line where nothing can be read any more."""
        self.set_class(event.size.width < LEAST_WIDTH or event.size.height < LEAST_HEIGHT, "-tiny")

    def must_wait(self, action: object) -> bool:
        """Say whether an action must wait for a larger window: nothing but leaving is done out of sight."""
        way_out = isinstance(action, str) and action.rpartition(".")[2] in {"quit", "help_quit"}
        return self.has_class("-tiny") and not way_out

    def say(self, words: str) -> None:
        """Say something quietly at the foot; '' takes it away."""
        self.query_one(Flash).say(words)
        self.set_class(bool(words) or bool(self.query_one(Flash).error), "-saying")

    def complain(self, error: WorkbenchError) -> None:
        """Say what went wrong, until Escape or a click says that it was read."""
        self.query_one(Flash).say_error(". ".join(part.rstrip(".") for part in (error.message, error.hint) if part))
        self.add_class("-saying")

    def soon(self, work: Coroutine[Any, Any, None], group: str = "deed") -> None:
        """Let something go on while the screen stays alive; deeds keep their order in the lane."""
        self.run_worker(self._while_there(work), group=group)

    async def _while_there(self, work: Coroutine[Any, Any, None]) -> None:
        """Do the work; what the desk refuses is said, and a screen that is being left may lose its widgets."""
        try:
            await work
        except WorkbenchError as error:
            self.complain(error)
        except NoMatches:
            if self.is_attached and self.is_running:
                raise

    async def attempt(self, deed: str, *values: Any, **fields: Any) -> Any:
        """Do a deed and say how it went: 'saved' with the time after the commit; None where it failed.

        Raises ConflictError, which only the caller can resolve.
        """
        try:
            done = await self.desk.do(deed, *values, **fields)
        except ConflictError:
            raise
        except WorkbenchError as error:
            self.complain(error)
            return None
        self.query_one(Flash).say_saved(self.workbench.wall_time())
        return done

    async def fetch(self, question: str, *values: Any, **fields: Any) -> Any:
        """Ask the desk for something; None where it cannot be had, which is said."""
        try:
            return await self.desk.read(question, *values, **fields)
        except WorkbenchError as error:
            self.complain(error)
            return None

    async def fetch_in_turn(self, question: str, *values: Any) -> Any:
        """Ask for something as it is after every deed so far; None where it cannot be had, which is said."""
        try:
            return await self.desk.do(question, *values)
        except WorkbenchError as error:
            self.complain(error)
            return None

    async def back_up(self) -> None:
        """Keep a copy of the database where one is due."""
        await self.fetch("backup_if_due")

    async def ask(self, question: ModalScreen[T | None]) -> T | None:
        """Ask a question and wait for the answer. Only inside `soon`."""
        return await self.app.push_screen_wait(question)

    def run_command(self, name: str) -> None:
        """Carry out a command of the table, as its key would."""
        command = find_command(name)
        if command is not None:
            self.call_later(self.run_action, self._target(command.action))

    def _target(self, action: str) -> str:
        if self.focused is not None and hasattr(self.focused, f"action_{action}"):
            return f"focused.{action}"
        return f"screen.{action}" if hasattr(self, f"action_{action}") else f"app.{action}"

    def reading(self) -> Widget | None:
        """Return what the reading keys move in when nothing that can be moved in has the focus."""
        return next((widget for widget in self.query("RowList, Sheet, Panel").results() if widget.display), None)

    def _move(self, way: str) -> None:
        action = f"action_{way}"
        for widget in (self.focused, self.reading()):
            if widget is not None and hasattr(widget, action):
                getattr(widget, action)()
                return

    def action_line_down(self) -> None:
        """Go down a line or a row."""
        self._move("line_down")

    def action_line_up(self) -> None:
        """Go up a line or a row."""
        self._move("line_up")

    def action_page_down(self) -> None:
        """Go down a page."""
        self._move("page_down")

    def action_page_up(self) -> None:
        """Go up a page."""
        self._move("page_up")

    def action_top(self) -> None:
        """Go to the beginning."""
        self._move("top")

    def action_bottom(self) -> None:
        """Go to the end."""
        self._move("bottom")

    @on(KeyLine.Chosen)
    def _press_key(self, event: KeyLine.Chosen) -> None:
        self.run_command(event.command)

    async def go_through(self, deed: str) -> None:
        """Undo or redo where the screen is about something that has a history."""
        self.say(f"There is nothing to {deed} here.")

    async def go_through_newest(self, deed: str) -> None:
        """Undo or redo in the history to which the newest deed of all belongs. Raises ConflictError."""
        newest = await self.fetch("history", None, 1)
        if not newest:
            self.say(f"There is nothing to {deed} yet.")
        elif (event := await self.attempt(deed, newest[0].article_id)) is not None:
            self.say(event.label)

    def more_help(self) -> list[tuple[str, str, str]]:
        """Return keys that are not in the table (group, key, sentence): a scale's ratings."""
        return []

    def performed(self, command: str) -> None:
        """Take note of a command that was carried out; the review's tour does."""

    def refresh_from_desk(self) -> None:
        """Read again what is shown; screens that show what others can change do."""

    def go_back(self) -> bool:
        """Close or drop something of the screen's own; False where there is nothing and the screen itself may go."""
        flash = self.query_one(Flash)
        if flash.dismiss():
            self.set_class(bool(flash.error), "-saying")
            return True
        return False
