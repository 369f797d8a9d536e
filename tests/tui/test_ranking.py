from __future__ import annotations

import pytest

from workbench.tui.ranking import rank

LABELS = ["the council released 700 prisoners", "hostages were released on monday", "a vote of the council"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("COUNCIL", [0, 2]),
        ("council vote", [2, 0]),
        ("releazed", [0, 1]),
        ("releazed hosteges", [1]),
        ("prisonerz counzil", [0]),
        ("xylophone quartet", []),
    ],
)
def test_labels_with_every_word_come_before_those_that_are_alike(query: str, found: list[int]) -> None:
    assert rank(query, LABELS) == found


def test_nothing_typed_gives_all_in_their_order_as_far_as_the_limit() -> None:
    assert rank(" ", LABELS, 2) == [0, 1]
