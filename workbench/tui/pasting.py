"""Take a pasted text whole: an escape in it would end the paste for Textual, and the rest would be obeyed as keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual._xterm_parser import XTermParser

from workbench.text.cleaning import REPLACEMENT

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.message import Message

ESCAPE = "\x1b"
START, END = "\x1b[200~", "\x1b[201~"


class Disarming:
    """Replace the escapes of pasted texts in what a terminal sends, in pieces as they come; the keys stay as they are."""

    def __init__(self) -> None:
        self._is_pasting = False
        # What may be the beginning of a mark whose rest is still to come: sent on already, or held back in a paste.
        self._before = self._held = ""

    def feed(self, sent: str) -> str:
        """Return the next piece, safe to be parsed."""
        safe: list[str] = []
        rest, self._held = self._held + sent, ""
        while rest:
            piece, rest = self._take_paste(rest) if self._is_pasting else self._take_keys(rest)
            safe.append(piece)
        return "".join(safe)

    def _take_keys(self, sent: str) -> tuple[str, str]:
        """Return what there is up to a paste, and the rest. A key is never held back: it may be Escape."""
        known = self._before + sent
        found = known.find(START)
        self._before = "" if found >= 0 else known[1 - len(START) :]
        if found < 0:
            return sent, ""
        self._is_pasting = True
        end = found + len(START) - (len(known) - len(sent))
        return sent[:end], sent[end:]

    def _take_paste(self, sent: str) -> tuple[str, str]:
        """Return what there is of a paste with the mark at its end, and the rest."""
        text, end, rest = sent.partition(END)
        if end:
            self._is_pasting = False
        else:
            held = next((count for count in range(len(END) - 1, 0, -1) if text.endswith(END[:count])), 0)
            text, self._held = text[: len(text) - held], text[len(text) - held :]
        return text.replace(ESCAPE, REPLACEMENT) + end, rest


class PasteParser(XTermParser):
    """Textual's reader of what a terminal sends, with pastes that hold nothing but text."""

    def __init__(self, debug: bool = False) -> None:
        super().__init__(debug)
        self._disarming = Disarming()

    def feed(self, data: str) -> Iterable[Message]:
        """Read the next piece; an empty one is the end."""
        safe = self._disarming.feed(data)
        # All of it may be held back, and an empty piece would be the end.
        return super().feed(safe) if safe or not data else ()
