"""Ask for a report: format, for whom, where to; with a look at what it will be."""

from __future__ import annotations

import asyncio
import re
import textwrap
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on
from textual.widgets import Static

from workbench.errors import WorkbenchError
from workbench.settings.paths import typed_path
from workbench.tui.dialogs.form import Entry, Form
from workbench.tui.plain import one_line, plain
from workbench.tui.widgets.choice import Choice
from workbench.tui.widgets.field import Line

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence
    from pathlib import Path

    from textual.widget import Widget

    Preview = Callable[..., Awaitable[str]]

PREVIEW_LINES = 24
# The most characters of a title that a file is named with.
STEM = 48


@dataclass(frozen=True, slots=True)
class WantedReport:
    """What is to be written where."""

    format: str
    path: str
    public: bool
    check_url: str = ""


class AskExport(Form[WantedReport]):
    """Ask for format, readers and place."""

    title_text = "Write a report"
    accept_label = "write"

    def __init__(
        self,
        title: str,
        formats: Sequence[tuple[str, str, str]],
        preview: Preview,
        *,
        subject: str = "",
        check: Callable[[WantedReport], Awaitable[str]] | None = None,
    ) -> None:
        super().__init__(classes="question--wide question--shown", subject=subject, check=check)
        words = " ".join(re.findall(r"[^\W_]+", title.casefold()))
        self._stem = textwrap.shorten(words, STEM, placeholder="").replace(" ", "-") or "review"
        self._formats = tuple(formats)
        self._preview = preview

    def entries(self) -> Sequence[Entry]:
        """Return format, readers and path."""
        kind, _, suffix = self._formats[0]
        return (
            Entry("format", "As", kind, options=[(kind, title) for kind, title, _ in self._formats]),
            Entry(
                "public",
                "For",
                "desk",
                options=(("desk", "the desk"), ("public", "the public: no rationale, no confidential source")),
            ),
            Entry("path", "File", f"{self._stem}{suffix}", path=True),
            Entry("check_url", "Web address", "", placeholder="https://… of the check, for ClaimReview alone"),
        )

    def body(self) -> list[Widget]:
        """Return the entries and the preview."""
        return [*super().body(), Static(id="place", markup=False), Static(id="preview", markup=False)]

    def on_mount(self) -> None:
        """Look at the first format."""
        self._look()

    @on(Line.Changed)
    def _look_there(self) -> None:
        self._begin(self._tell_place, "place")
        if self.values()["format"] == "claimreview":
            self._look()

    def _begin(self, work: Callable[[], Awaitable[None]], group: str) -> None:
        """Start work that takes the place of its like; handed over uncalled, it leaves nothing behind if it never runs."""
        self.run_worker(work, group=group, exclusive=True)

    async def _tell_place(self) -> None:
        """Say where the file comes to lie, and what lies there already."""
        values = self.values()
        if self._is_going(values):
            return
        path, there = await asyncio.to_thread(_look_up, values["path"])
        words = f"{path} is there already and will be replaced." if there else f"Goes to {path}"
        for line in self.query("#place").results(Static):
            line.update(one_line(words, "$text-warning" if there else "$page-margin"))

    @on(Choice.Chosen)
    def _choose(self, event: Choice.Chosen) -> None:
        if event.choice.name == "format":
            stem = self.values()["path"].rpartition(".")[0] or self._stem
            self.fill("path", stem + next(suffix for kind, _, suffix in self._formats if kind == event.choice.value))
        self._look()

    def _look(self) -> None:
        self._begin(self._show_preview, "preview")

    async def _show_preview(self) -> None:
        values = self.values()
        if self._is_going(values):
            return
        try:
            text = await self._preview(
                values["format"], public=values["public"] == "public", check_url=values["check_url"]
            )
        except WorkbenchError as error:
            self.tell(error.message)
            return
        head = "\n".join(line[:96] for line in text.splitlines()[:PREVIEW_LINES]) or "This format has no preview."
        for preview in self.query("#preview").results(Static):
            preview.update(plain(f"\n{head}", "$page-margin"))

    def _is_going(self, values: dict[str, str]) -> bool:
        """Say whether the dialog is being taken down: a terminal that is closed takes its entries before its work."""
        return any(entry.name not in values for entry in self.entries())

    def read(self, values: dict[str, str]) -> WantedReport | None:
        """Return what is wanted; it needs a path."""
        if not values["path"]:
            self.tell("Say where the file goes.")
            return None
        return WantedReport(values["format"], values["path"], values["public"] == "public", values["check_url"])


def _look_up(name: str) -> tuple[Path, bool]:
    path = typed_path(name).absolute()
    return path, path.is_file()
