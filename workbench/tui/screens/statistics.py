"""The work counted up: verdicts by rating and kind, and deeds over the days."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from textual.content import Content

from workbench.model.verdicts import Outcome
from workbench.tui.bindings import bindings_of
from workbench.tui.plain import lines
from workbench.tui.screens.base import Room
from workbench.tui.widgets.key_line import KeyLine
from workbench.tui.widgets.masthead import Masthead
from workbench.tui.widgets.panel import Panel
from workbench.tui.widgets.plots import Count, Part, draw_bars, draw_columns, draw_stacks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual import events
    from textual.widget import Widget

    from workbench.desk.statistics import Statistics

DAYS = 90
# The panel's padding and its scroll bar.
AROUND = 5
WIDEST = 100
HEIGHT = 6
# What the scale of the days takes, and how broad a day may be.
SCALE_WIDTH = 8
BROADEST, NARROW = 6, 2
LOOKS = {"open": "open", "waived": "waived"}
PARTS = (
    Part("holds", "█", "pass"),
    Part("with a note", "▓", "note"),
    Part("wrong", "▞", "fail"),
    Part("no answer", "▒", "none"),
    Part("waived", "╌", "waived"),
    Part("open", "░", "open"),
)


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
        self._show_subject()
        self.reread()

    def on_mount(self) -> None:
        """Count."""
        self._show_subject()
        self.reread()

    def _show_subject(self) -> None:
        """Say what is counted, and at the foot what else could be."""
        self.query_one(Masthead).byline = self._subject
        other = "whole library" if self._about is not None else f"article {self._article} alone"
        without = () if self._article is not None else ("widen-statistics",)
        self.query_one(KeyLine).show(without=without, labels={"widen-statistics": other})

    async def load(self) -> None:
        """Read what is shown, and show it."""
        self._counted = await self.fetch("count_work", self._about)
        self._draw()

    def on_resize(self, event: events.Resize) -> None:
        """Draw the plots as wide as the window."""
        super().on_resize(event)
        self._draw()

    def _draw(self) -> None:
        if self._counted is not None:
            self.query_one(Panel).show(draw_statistics(self._counted, min(WIDEST, self.size.width - AROUND)))


def draw_statistics(counted: Statistics, width: int) -> Content:
    """Return the plots, or what to do where there is nothing to count."""
    parts = []
    if any(one.count for one in counted.ratings):
        bars = draw_bars([Count(one.label, one.count, one.outcome) for one in counted.ratings], width)
        parts.append(_titled("Verdicts by rating", bars))
    if counted.kinds:
        rows = [(one.label, [*(one.outcomes[key] for key in Outcome), one.waived, one.open]) for one in counted.kinds]
        parts.append(_titled("Verdicts by kind of claim", draw_stacks(rows, PARTS, width)))
    if any(one.count for one in counted.states):
        bars = draw_bars([Count(one.label, one.count, LOOKS.get(one.label, "")) for one in counted.states], width)
        parts.append(_titled("Claims by state", bars))
    if counted.days:
        parts.append(_draw_days({one.label: one.count for one in counted.days}, width))
    return (
        Content("\n\n").join(parts) if parts else Content("Nothing to count yet: import an article and decide a claim.")
    )


def _titled(title: str, plot: Content) -> Content:
    return lines([Content.styled(title, "bold"), plot])


def _draw_days(counts: dict[str, int], width: int) -> Content:
    """Return the deeds of the last days, those without any as gaps."""
    first, last = date.fromisoformat(min(counts)), date.fromisoformat(max(counts))
    days = min((last - first).days + 1, width - SCALE_WIDTH, DAYS)
    broad = max(1, min(BROADEST, (width - SCALE_WIDTH) // days))
    shown = [last - timedelta(days=back) for back in reversed(range(days))]
    values = [counts.get(day.isoformat(), 0) for day in shown]
    scale = [f"{max(values):,}", *[""] * (HEIGHT - 2), "0"]
    rows = [
        Content.assemble((f"{mark:>{SCALE_WIDTH - 2}} ", "$page-margin"), ("│", "$page-margin"), _widen(row, broad))
        for mark, row in zip(scale, draw_columns(values, HEIGHT), strict=True)
    ]
    ends = shown[0].isoformat() if days == 1 else f"{shown[0].isoformat()} to {shown[-1].isoformat()}"
    axis = Content.styled(f"{'':>{SCALE_WIDTH - 1}}└{'─' * days * broad}", "$page-margin")
    foot = Content.styled(f"{'':>{SCALE_WIDTH}}{ends}", "$page-margin")
    return lines([Content.assemble(("Deeds by day", "bold"), f"  {sum(values):,}"), *rows, axis, foot])


def _widen(row: str, broad: int) -> str:
    # One column in three is left free where there is room: neighbours are told apart.
    free = 1 if broad > NARROW else 0
    return "".join(column * (broad - free) + " " * free for column in row)
