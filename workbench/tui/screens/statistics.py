"""The work counted up: verdicts by rating and kind, and deeds over the days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from workbench.tui.bindings import bindings_of
from workbench.tui.plain import lines
from workbench.tui.screens.base import Room
from workbench.tui.widgets.masthead import Masthead
from workbench.tui.widgets.panel import Panel
from workbench.tui.widgets.plots import Count, draw_bars, draw_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual import events
    from textual.widget import Widget

    from workbench.desk.statistics import Statistics

DAYS = 60
WIDEST = 64


class StatisticsScreen(Room):
    """What was found and how much was done."""

    place = "statistics"
    BINDINGS = bindings_of("statistics")
    AUTO_FOCUS = "#counted"
    DEFAULT_CSS = "#counted { padding: 1 2; background: $page; }"

    def __init__(self, about: int | None) -> None:
        super().__init__()
        self._article = about
        self._about = about
        self._counted: Statistics | None = None

    def contents(self) -> Iterator[Widget]:
        """Return masthead and plots."""
        yield Masthead("Statistics", self._subject)
        yield Panel(id="counted")

    @property
    def _subject(self) -> str:
        return "of the library" if self._about is None else f"of article {self._about}"

    def action_widen_statistics(self) -> None:
        """Count all of the library, or the open article alone."""
        if self._article is None:
            self.say("This is the whole library already.")
            return
        self._about = self._article if self._about is None else None
        self.query_one(Masthead).byline = self._subject
        self.soon(self._load(), "load")

    def on_mount(self) -> None:
        """Count."""
        self.soon(self._load(), "load")

    async def _load(self) -> None:
        self._counted = await self.fetch("count_work", self._about)
        self._draw()

    def on_resize(self, event: events.Resize) -> None:
        """Draw the plots as wide as the window."""
        super().on_resize(event)
        self._draw()

    def _draw(self) -> None:
        if self._counted is not None:
            self.query_one(Panel).show(draw_statistics(self._counted, min(WIDEST, self.size.width - 4)))


def draw_statistics(counted: Statistics, width: int) -> Content:
    """Return the plots, or what to do where nothing was decided yet."""
    parts = []
    for title, counts in (
        ("Verdicts by rating", [Count(one.label, one.count, one.outcome) for one in counted.ratings]),
        ("Claims by kind", [Count(one.label, one.count) for one in counted.kinds]),
        ("Claims by state", [Count(one.label, one.count) for one in counted.states]),
    ):
        if any(count.count for count in counts):
            parts.append(lines([Content.styled(title, "bold"), draw_bars(counts, width)]))
    days = counted.days[-DAYS:]
    if days:
        span = f"{days[0].label} to {days[-1].label}"
        parts.append(
            lines(
                [
                    Content.assemble(("Deeds by day", "bold"), f"  {sum(day.count for day in days)}"),
                    Content(draw_line([day.count for day in days])),
                    Content.styled(span, "$page-margin"),
                ]
            )
        )
    return Content("\n\n").join(parts) if parts else Content("Nothing was decided yet: decide a claim and come back.")
