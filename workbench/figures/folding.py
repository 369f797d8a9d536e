"""Fold a text to one lower-case alphabet without moving any character."""

from __future__ import annotations

# Dashes that stand for a hyphen or a minus, spaces that keep digits together, curly quotes: one character each.
# The em dash stays: it separates, it never joins.
_FOLDS = (
    ("\u2010", "-"),
    ("\u2011", "-"),
    ("\u2012", "-"),
    ("\u2013", "-"),
    ("\u2212", "-"),
    ("\u00ad", "-"),
    ("\u00a0", " "),
    ("\u2007", " "),
    ("\u2009", " "),
    ("\u202f", " "),
    ("\n", " "),
    ("\u2018", "'"),
    ("\u2019", "'"),
    ("\u2032", "'"),
    ("\u201c", '"'),
    ("\u201d", '"'),
    ("\u2033", '"'),
    ("\uff05", "%"),
    ("\u066a", "%"),
    ("\u00d7", "x"),
    ("\u00b5", "\u03bc"),
    ("\u00ba", "\u00b0"),
)
# What stands behind the last character, so that looking ahead needs no bounds check.
SENTINEL = "\x00\x00\x00\x00"


def fold(text: str) -> str:
    """Return `text` in lower case with its dashes, spaces and quotes made alike; same length plus `SENTINEL`."""
    folded = text.lower()
    if len(folded) != len(text):
        # 'İ' is the one letter whose lower case is longer than itself.
        folded = "".join(low if len(low := char.lower()) == 1 else "i" for char in text)
    if not folded.isascii():
        for char, plain in _FOLDS:
            folded = folded.replace(char, plain)
    else:
        folded = folded.replace("\n", " ")
    return folded + SENTINEL
