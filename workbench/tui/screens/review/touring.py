"""The tour as a line over the foot of the review; the keys that it names work as always."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Static

from workbench.tui.plain import plain
from workbench.tui.screens.review.base import ReviewBase
from workbench.tui.tour import Tour, read_tour

if TYPE_CHECKING:
    from workbench.model.verdicts import Action, Rating


class Touring(ReviewBase):
    """What shows the tour and follows what is tried."""

    _tour: Tour | None = None

    def action_take_tour(self) -> None:
        """Begin the tour, or end it."""
        self._tour = None if self._tour else read_tour(self.keymap)
        self._show_tour()

    def performed(self, command: str) -> None:
        """Go on with the tour when what it names was tried."""
        if self._tour is not None and self._tour.tried(command):
            self._show_tour()

    def decide(self, rating: Rating, *, action: Action | None = None) -> None:
        """Take a rating as tried."""
        super().decide(rating, action=action)  # type: ignore[misc]  # the deciding part comes after this one
        self.performed("rating")

    @property
    def has_toured(self) -> bool:
        """Say whether the tour stands at its last stop."""
        return self._tour is not None and self._tour.at_end

    def end_tour(self) -> bool:
        """Close the tour, and say how it is had again where it was not over; False where there is none."""
        if self._tour is None:
            return False
        self.say("" if self.has_toured else f"the tour is closed; {self.keymap.first('take-tour')} begins it again")
        self.action_take_tour()
        return True

    def _show_tour(self) -> None:
        line = self.query_one("#tour", Static)
        line.display = self._tour is not None
        if self._tour is not None:
            line.update(plain(self._tour.words))
