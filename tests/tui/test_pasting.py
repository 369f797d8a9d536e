"""What is pasted is text: no escape in it may end the paste, and let the rest of it be obeyed as keys."""

from __future__ import annotations

import pytest
from textual import events

from workbench.tui.pasting import END, START, Disarming, PasteParser

HOSTILE = "colour \x1b[31mred\x1b[0m a 1 2 3 \x1b \x1b]0;title\x07 \x1b[200~ \x1bOP \x1b[2"


def _parse(*pieces: str) -> list[events.Event]:
    parser = PasteParser()
    return [event for piece in pieces for event in parser.feed(piece) if isinstance(event, events.Event)]


@pytest.mark.parametrize("size", [1, 2, 3, 5, 6, 7, 1000])
def test_a_hostile_paste_is_one_text_however_it_comes_in(size: int) -> None:
    sent = f"n{START}{HOSTILE}{END}p"
    found = _parse(*(sent[at : at + size] for at in range(0, len(sent), size)))
    assert [type(event) for event in found] == [events.Key, events.Paste, events.Key]
    key, paste, last = found
    assert isinstance(key, events.Key)
    assert isinstance(paste, events.Paste)
    assert isinstance(last, events.Key)
    assert (key.key, last.key) == ("n", "p")
    assert paste.text == HOSTILE.replace("\x1b", "\ufffd")


def test_keys_are_never_held_back() -> None:
    disarming = Disarming()
    for sent in ("\x1b", "\x1b[", "20", "\x1b[A", "\x1b[20", "n", "\x1bOP"):
        assert disarming.feed(sent) == sent


def test_two_pastes_and_keys_between_them() -> None:
    found = _parse(f"{START}a\x1bb{END}x{START}c{END}")
    assert [getattr(event, "text", "") or getattr(event, "key", "") for event in found] == ["a\ufffdb", "x", "c"]
