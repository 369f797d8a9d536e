"""The document pane alone, with an article of some words and claims: what the widgets cost without store and screens."""

from __future__ import annotations

import pickle
import sys
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.app import App

from workbench.tui import themes
from workbench.tui.firstpaint import hold_collector, settle
from workbench.tui.marks import Mark
from workbench.tui.widgets.document import Document

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType


class Pane(App[None]):
    BINDINGS: ClassVar[list[BindingType]] = [("n", "go(1)", ""), ("p", "go(-1)", "")]

    def __init__(self) -> None:
        super().__init__()
        text, spans = pickle.loads(Path(sys.argv[1]).read_bytes())
        self.document = Document(text)
        self.marks = [Mark(number, start, end, "figure") for number, (start, end) in enumerate(spans, 1)]
        self.register_theme(themes.read_theme(themes.THEMES_DIR / "workbench-night.toml"))
        self.theme = "workbench-night"

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return themes.derive_tokens(self.current_theme)

    def compose(self) -> ComposeResult:
        yield self.document

    def on_mount(self) -> None:
        self.document.show_marks(self.marks)
        self.document.current = 1
        self.document.focus()

    def on_ready(self) -> None:
        self.call_after_refresh(settle)

    def action_go(self, step: int) -> None:
        self.document.current = max(1, min(len(self.marks), self.document.current + step))
        self.document.scroll_to_current()


hold_collector()
Pane().run()
