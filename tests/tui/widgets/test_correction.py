from __future__ import annotations

import pytest

from workbench.tui.widgets.correction import show_in_sentence

SENTENCE = "The other 14 members of the council voted yes."
MARK = (SENTENCE.index("14"), SENTENCE.index("14") + 2)


@pytest.mark.parametrize(
    ("new", "shown"),
    [
        ("13", "The other 14 → 13 members of the council voted yes."),
        ("13 members", "The other 14 → 13 members members of the council voted yes.\n! “members” would stand twice"),
        ("other 13", "The other 14 → other 13 members of the council voted yes.\n! “other” would stand twice"),
        (
            "The other 13 members of the council voted yes.",
            "The other 14→13 members of the council voted yes.",
        ),
        ("", "The other [−14] members of the council voted yes."),
    ],
)
def test_a_correction_is_shown_where_it_will_stand(new: str, shown: str) -> None:
    assert show_in_sentence(SENTENCE, MARK, new).plain == shown


def test_much_around_it_is_cut_at_words() -> None:
    long = f"{'before ' * 40}14{' behind' * 40}"
    shown = show_in_sentence(long, (280, 282), "13").plain
    assert shown.startswith("… before")
    assert shown.endswith("behind …")
    assert "14 → 13" in shown
