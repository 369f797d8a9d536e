"""A small app as `workbench` is one: a document, a lane that writes to a file, the terminal looked after."""

from __future__ import annotations

import asyncio
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from workbench.tui import themes
from workbench.tui.lane import Lane
from workbench.tui.signals import watch_signals
from workbench.tui.steady import SteadyApp
from workbench.tui.terminal import copy_text, set_mouse
from workbench.tui.widgets.document import Document

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType


class Lamp(SteadyApp[int]):
    BINDINGS: ClassVar[list[BindingType]] = [
        (key, action, "")
        for key, action in (
            ("s", "save"),
            ("c", "crash"),
            ("y", "copy"),
            ("m", "mouse"),
            ("q", "leave"),
            ("t", "title"),
            ("w", "wait"),
            ("d", "dead"),
        )
    ]

    def __init__(self, folder: Path, text: str) -> None:
        super().__init__()
        self.folder = folder
        self.document = Document(text)
        themes.register_themes(self)
        self.theme = "workbench-night"
        self.go = threading.Event()

    def log_dir(self) -> Path:
        return self.folder / "log"

    def now(self) -> str:
        return "2024-03-25T12:00:00Z"

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return themes.derive_tokens(self.current_theme)

    def compose(self) -> ComposeResult:
        yield self.document

    def on_mount(self) -> None:
        loop = asyncio.get_running_loop()
        self.lane = Lane(loop.call_soon_threadsafe, lambda _outcome: None)
        watch_signals(self, loop, lambda seconds: self.lane.flush(min(seconds, 1)))

    def action_save(self) -> None:
        # A slow commit: it ends only when leaving waits for it.
        self.lane.submit(lambda: (self.go.wait(0.4), (self.folder / "saved").write_text("saved")))

    def action_crash(self) -> None:
        secret = self.document.text
        raise RuntimeError(f"no claim of {len(secret)} characters")

    def action_copy(self) -> None:
        copy_text(self, "words to copy", {})

    def action_mouse(self) -> None:
        set_mouse(self, on=False)

    def action_title(self) -> None:
        self.document.border_title = "evil\x1b]0;owned\x07"

    async def action_wait(self) -> None:
        # As a reading from a disk that does not answer: nothing ends it.
        asyncio.get_running_loop().run_in_executor(None, self.go.wait)

    def action_dead(self) -> None:
        # As a deed on a drive that does not answer.
        self.lane.submit(self.go.wait)

    def action_leave(self) -> None:
        self.exit(0)

    def on_unmount(self) -> None:
        self.lane.close(1)


if __name__ == "__main__":
    app = Lamp(Path(sys.argv[1]), "A confidential paragraph that no log may hold.\n\nAnd \x1b[31mone\x07 more.")
    app.run()
    sys.exit(app.return_code or 0)
