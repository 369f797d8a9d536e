from __future__ import annotations

import pytest

from workbench.formats.canonical import make_fit


@pytest.mark.parametrize(
    ("text", "fit"),
    [
        ("Plain, café, 北京, 😀\t\n", "Plain, café, 北京, 😀\t\n"),
        ("a\x00b\x1bc\x9b", "a\ufffdb\ufffdc\ufffd"),
        ("\ud800 \ufffe \uffff \ufdd0", "\ufffd \ufffd \ufffd \ufffd"),
        ("\U0001fffe \U0002ffff \U0010ffff", "\ufffd \ufffd \ufffd"),
        ("\U00020000 \U000e0041 \U0010fffd", "\U00020000 \U000e0041 \U0010fffd"),
    ],
)
def test_only_what_no_document_may_hold_is_replaced(text: str, fit: str) -> None:
    assert make_fit(text) == fit
