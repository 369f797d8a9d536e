"""Marking text by keyboard: an anchor, a caret that motions move, and the stretch between them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from workbench.model.spans import Span
from workbench.tui.commands import MARKING_KEYS
from workbench.tui.widgets.motions import MOTIONS

if TYPE_CHECKING:
    from workbench.tui.keymap import Keymap

# The commands whose keys, whatever the user made them, do while marking what they do anywhere.
_ALSO = {
    "line-down": "row_down",
    "line-up": "row_up",
    "page-down": "page_down",
    "page-up": "page_up",
    "top": "text_start",
    "bottom": "text_end",
    "back": "cancel",
}
# What the help screen says of them.
MARKING_HELP = (
    ("h  l  ← →", "Go a character back or on."),
    ("w  b  e", "Go to the next word, the one before, the end of this one."),
    (")  (", "Go to the next sentence, or the one before."),
    ("}  {", "Go to the next paragraph, or the one before."),
    ("0  $", "Go to the beginning of the row, or to its end."),
    ("o", "Go on from the other end of what is marked."),
    ("v  Space", "Begin again from here."),
    ("Enter", "Take what is marked."),
)


def marking_keys(keymap: Keymap) -> dict[str, str]:
    """Return the motion of each key while marking: our own, and the user's for moving in any text."""
    return {key: motion for name, motion in _ALSO.items() for key in keymap.of(name)} | MARKING_KEYS


# The characters at both ends are marked: ahead of the anchor a motion goes to the end of a word, not to its first letter.
_AHEAD = {"next_word": "word_end", "next_sentence": "sentence_end", "next_paragraph": "paragraph_end"}


@dataclass(frozen=True, slots=True)
class Marking:
    """A stretch being marked; the characters at both ends belong to it. Motions by word keep whole words marked."""

    text: str
    anchor: int
    caret: int

    @property
    def span(self) -> Span:
        """Return the marked stretch."""
        return Span(min(self.anchor, self.caret), max(self.anchor, self.caret) + 1)

    def move(self, motion: str) -> Marking:
        """Follow a motion of `MOTIONS`, or 'swap' the ends, or 'restart' from the caret."""
        if motion == "swap":
            return replace(self, anchor=self.caret, caret=self.anchor)
        if motion == "restart":
            return replace(self, anchor=self.caret)
        if self.caret >= self.anchor:
            motion = _AHEAD.get(motion, motion)
            if motion == "last_word" and (back := MOTIONS["last_word_end"](self.text, self.caret)) >= self.anchor:
                return self.to(back)
        return self.to(MOTIONS[motion](self.text, self.caret))

    def to(self, offset: int) -> Marking:
        """Move the caret to an offset, inside the text."""
        return replace(self, caret=max(0, min(offset, len(self.text) - 1)))
