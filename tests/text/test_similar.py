from __future__ import annotations

from workbench.text.similar import similar_titles

TITLES = ["Security Council demands Gaza ceasefire", "Resolution 2728 (2024)", "Ceasefire in Gaza: Council demands"]


def test_titles_are_ranked_and_strangers_left_out() -> None:
    found = similar_titles("Security council demands Gaza cease-fire", TITLES)
    assert found[0][0] == 0
    assert 1 not in [index for index, _ in found]


def test_nothing_is_like_an_empty_title() -> None:
    assert similar_titles("  ", TITLES) == []
