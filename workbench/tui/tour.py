"""The two-minute tour: a sentence, the key to try, and on to the next when it was tried. It imports no Textual."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.settings.paths import package_data

if TYPE_CHECKING:
    from workbench.tui.keymap import Keymap


@dataclass(frozen=True, slots=True)
class Step:
    """One stop: the command to try ('rating' for any rating's key, 'end' for none) and what is said about it."""

    command: str
    text: str


class Tour:
    """Where someone is on the tour."""

    def __init__(self, steps: tuple[Step, ...]) -> None:
        self._steps = steps
        self._at = 0

    @property
    def words(self) -> str:
        """Return what is said at this stop, with its number."""
        return f"{self._at + 1}/{len(self._steps)}  {self._steps[self._at].text}"

    @property
    def at_end(self) -> bool:
        """Say whether this is the last stop."""
        return self._at == len(self._steps) - 1

    def tried(self, command: str) -> bool:
        """Take note of a command; say whether that led to the next stop."""
        if self._steps[self._at].command != command or self.at_end:
            return False
        self._at += 1
        return True


def read_tour(keymap: Keymap) -> Tour:
    """Read the tour, with the user's keys for `{command}`."""
    page = package_data() / "help" / "tour.md"
    steps = []
    for paragraph in page.read_text(encoding="utf-8").strip().split("\n\n"):
        command, _, text = " ".join(paragraph.split()).partition(": ")
        steps.append(Step(command, keymap.name_keys(text)))
    return Tour(tuple(steps))
