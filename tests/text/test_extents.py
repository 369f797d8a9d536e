from __future__ import annotations

import pytest

from workbench.model.spans import Block, Span
from workbench.text.extents import find_extent, list_extents

TEXT = "One came. Two went there. Three stayed. Four left.\n\nFive slept."
BLOCKS = (Block(0, 50, "paragraph", 1), Block(52, 63, "paragraph", 3))


def _at(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def test_a_mark_stands_for_its_sentence() -> None:
    assert find_extent(TEXT, BLOCKS, _at("went")).of(TEXT) == "Two went there."
    assert find_extent(TEXT, BLOCKS, _at("there. Three")).of(TEXT) == "Two went there. Three stayed."


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "went",
            {
                "sentence": "Two went there.",
                "before": "One came. Two went there.",
                "after": "Two went there. Three stayed.",
                "both": "One came. Two went there. Three stayed.",
                "paragraph": "One came. Two went there. Three stayed. Four left.",
            },
        ),
        (
            "left",
            {
                "sentence": "Four left.",
                "before": "Three stayed. Four left.",
                "paragraph": "One came. Two went there. Three stayed. Four left.",
            },
        ),
        ("slept", {"sentence": "Five slept."}),
    ],
)
def test_what_a_mark_may_stand_for_is_listed_once_each_and_never_leaves_its_paragraph(
    words: str, expected: dict[str, str]
) -> None:
    found = list_extents(TEXT, BLOCKS, _at(words))
    assert {name: stretch.of(TEXT) for name, stretch in found.items()} == expected
