from __future__ import annotations

import pytest

from workbench.text.words import bound_words, count_words, find_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Israel’s 15-strong council", ["Israel’s", "15-strong", "council"]),
        ("over 100,000 killed, two million displaced", ["over", "100,000", "killed", "two", "million", "displaced"]),
        ("1.4 million. Then", ["1.4", "million", "Then"]),
        ("the U.S. — again", ["the", "U.S", "again"]),
        ("soft\u00adhyphen and zero\u200bwidth", ["soft\u00adhyphen", "and", "zero\u200bwidth"]),
        ("… — “” '", []),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert [span.of(text) for span in find_words(text)] == words
    assert count_words(text) == len(words) == len(bound_words(text))
