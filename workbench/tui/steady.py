"""An app that keeps its promises to the terminal: nothing obeyed that was not meant, no crash that tells the article."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Generic, TypeVar

from rich.segment import Segments
from rich.text import Text
from textual.app import App
from textual.css.query import NoMatches
from textual.filter import Monochrome
from textual.worker import WorkerFailed

import workbench
from workbench.errors import ExitCode, WorkbenchError
from workbench.tui.firstpaint import settle, take_turns
from workbench.tui.glyphs import lacks_glyphs
from workbench.tui.pasting import PasteParser
from workbench.tui.terminal import (
    ColourlessFilter,
    ControlFilter,
    FilterChain,
    PlainFilter,
    UprightFilter,
    copy_text,
    in_screen,
    wipe_screen,
    write_crash,
)
from workbench.tui.themes import THEMES_DIR, register_themes

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from textual.driver import Driver
    from textual.filter import LineFilter
    from textual.notifications import SeverityLevel

    from workbench.tui.curtain import Curtain

Result = TypeVar("Result")


class SteadyApp(App[Result], Generic[Result], inherit_bindings=False):
    """What the terminal needs of every app of ours; `log_dir` gives the folder for the log of crashes."""

    ENABLE_COMMAND_PALETTE = False

    # What holds the screen until the app is there, if anything does.
    curtain: Curtain | None = None
    _controls = ControlFilter()
    _plain = PlainFilter()
    _colourless = ColourlessFilter()
    _upright = UprightFilter()
    _filter_chain = FilterChain(())

    def log_dir(self) -> Path:
        """Return where the log of crashes is kept."""
        raise NotImplementedError

    def now(self) -> str:
        """Return the time, RFC 3339 in UTC."""
        raise NotImplementedError

    def tell_fault(self, fault: str) -> None:
        """Say what went wrong where it is looked for."""
        raise NotImplementedError(fault)

    def theme_folders(self) -> Sequence[Path]:
        """Return the folders with themes; a later one's goes before an earlier one's of the same name."""
        return (THEMES_DIR,)

    def on_load(self) -> None:
        """Take the terminal over as it was before the curtain."""
        if self.curtain is not None:
            self.curtain.lift()

    def on_unmount(self) -> None:
        """Leave a clear screen."""
        wipe_screen(self)

    def on_ready(self) -> None:
        """See to what could wait until something is on the screen."""
        self.call_after_refresh(self.painted)

    def painted(self) -> None:
        """Do what could wait: see to collector and threads, and make the other themes known."""
        settle()
        take_turns()
        for fault in register_themes(self, self.theme_folders()):
            self.tell_fault(fault.in_one_line())

    def get_driver_class(self) -> type[Driver]:
        """Let what is pasted be taken for text; a driver makes its parser itself, by the name that its module has."""
        driver = super().get_driver_class()
        module = sys.modules[driver.__module__]
        if hasattr(module, "XTermParser"):
            vars(module)["XTermParser"] = PasteParser
        return driver

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Let nothing reach the terminal that it would obey or has no character for."""
        # Textual chooses how to leave colours out before the theme is known.
        usual = (
            self._colourless if self.native_ansi_color and isinstance(one, Monochrome) else one
            for one in super().get_line_filters()
        )
        wanting = ((self._plain, lacks_glyphs()), (self._upright, in_screen()))
        filters = (*usual, self._controls, *(one for one, needed in wanting if needed))
        if self._filter_chain.filters != filters:
            self._filter_chain = FilterChain(filters)
        return [self._filter_chain]

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = False,
    ) -> None:
        """Show a notice as Textual does, but take no markup in it unless asked to."""
        super().notify(message, title=title, severity=severity, timeout=timeout, markup=markup)

    def copy_to_clipboard(self, text: str) -> None:
        """Copy by a local tool where there is one, else by the terminal."""
        copy_text(self, text)

    def _handle_exception(self, error: Exception) -> None:
        """Let a widget that is not found while the screens are taken down be no crash: the program is leaving already."""
        cause = error.error if isinstance(error, WorkerFailed) else error
        if not (self._exit and isinstance(cause, NoMatches)):
            super()._handle_exception(error)

    def _fatal_error(self) -> None:
        """End the program with one line; Textual's own way prints local variables, and with them the article."""
        error = self._exception
        if isinstance(error, WorkbenchError):
            said = ": ".join(filter(None, (error.message, error.hint)))
            self._return_code = int(error.exit_code)
        else:
            said = self._write_report(error)
            self._return_code = int(ExitCode.INTERNAL)
        self.bell()
        self._exit_renderables.append(Segments(self.console.render(Text(said), self.console.options)))
        self._close_messages_no_wait()

    def _write_report(self, error: BaseException | None) -> str:
        if error is None:
            return "workbench ended without a reason"
        name = type(error).__name__
        try:
            log = write_crash(error, self.log_dir(), self.now(), workbench.__version__)
        except OSError as refused:
            return f"workbench failed ({name}), and the log could not be written: {refused.strerror}. All is saved."
        return f"workbench failed ({name}). What was done is saved. The report: {log}"
