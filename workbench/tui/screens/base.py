"""What all screens share: the line at the foot and the key line, commands by name, and moving in what is read."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.widgets import Static

from workbench.tui.bindings import bindings_of
from workbench.tui.commands import find_command
from workbench.tui.screens.doing import Doing
from workbench.tui.sizes import size_classes, take_size
from workbench.tui.widgets.band import Band
from workbench.tui.widgets.flash import Flash
from workbench.tui.widgets.key_line import KeyLine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual import events
    from textual.app import ComposeResult
    from textual.widget import Widget

    from workbench.tui.dialogs.pick import Item


class Room(Doing):
    """A screen of the program. `place` names its commands in the table."""

    place = "everywhere"
    # What the foot shows beside the place's own commands, while there is room.
    foot: ClassVar[tuple[str, ...]] = ("back", "show-library", "palette")
    # Whether what another program did is shown without being asked for.
    follows = False
    BINDINGS = bindings_of("reading")
    AUTO_FOCUS = ""

    def __init__(self) -> None:
        super().__init__()
        self._is_styled = False
        # Before the first style is worked out: all would be styled and laid out a second time.
        self.update_classes(size_classes(self.app.size), update=False)

    def compose(self) -> ComposeResult:
        """Put the screen's own contents above the line that a window too small shows alone."""
        yield from self.contents()
        yield Band(Flash(), KeyLine(self.place, self.keymap, self.foot))
        yield Static("Make this window larger: 40 columns and 10 rows at least.", id="too-small")

    def contents(self) -> Iterator[Widget]:
        """Return the screen's widgets from top to bottom."""
        raise NotImplementedError

    def on_resize(self, event: events.Resize) -> None:
        """Take the classes of the new size. Textual would do so after the layout, and lay out again."""
        take_size(self, event.size)

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """Let Textual work the styles out again when something lay over the screen, not when it is new."""
        event.refresh_styles = event.refresh_styles and self._is_styled
        self._is_styled = True

    def must_wait(self, action: object) -> bool:
        """Say whether an action must wait for a larger window: nothing but leaving is done out of sight."""
        way_out = isinstance(action, str) and action.rpartition(".")[2] in {"quit", "help_quit"}
        return self.has_class("-tiny") and not way_out

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

    def _key_escape(self) -> None:
        """Leave the selection to `go_back`: Textual would drop it first, and the same Escape then close something more."""

    async def go_through(self, deed: str) -> None:
        """Undo or redo where the screen is about something that has a history."""
        self.say(f"There is nothing to {deed} here.")

    def more_help(self) -> list[tuple[str, str, str]]:
        """Return keys that are not in the table (group, key, sentence): a scale's ratings."""
        return []

    def findable(self) -> list[Item]:
        """Return what the palette finds here besides commands and articles; called beside the screen, in a thread."""
        return []

    def go_to_found(self, what: str, where: str) -> None:
        """Go to something of `findable`."""
        raise NotImplementedError(f"{what}:{where}")

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
