from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.model.spans import Block
from workbench.text.sentences import find_sentences


def cut(text: str) -> list[str]:
    return [sentence.of(text) for sentence in find_sentences(text, ())]


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Smith met J. K. Rowling on Monday. | He left.",
        "It rose 3.5 per cent to $1.4 million. | It fell later.",
        "“It undermines the efforts,” he said. | “We will not stop.” | He left.",
        "“Did he resign?” she asked. | He did.",
        "“Did he resign?” Katz asked. | He did.",
        "“Failure would be unforgivable.” | Others disagreed.",
        "The U.S. Army said so. | He left the U.S. | The army stayed.",
        "The vote was at 3 p.m. Monday. | At 5 p.m. | Police came.",
        "On Jan. 5 it began. | It ended in Dec. | Nothing followed.",
        "No. 5 Downing Street was shut. | He said no. | Five left.",
        "Gov. Gavin Newsom and Sen. Alex Padilla, D-Calif., agreed.",
        "Acme Inc. Chairman Bob Hill spoke. | He left Acme Inc. | The firm closed.",
        "Franklin D. Roosevelt won. | Vitamin C. | But not D.",
        "He paused... and went on. | So it ended…",
        "(See the annex.) | It is long.",
        "A footnote.[12] | Then more.",
        "He said “no.” | She said ‘yes.’ | They left.",
        "Was it so?! | Yes.",
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str) -> None:
    expected = text.split(" | ")
    assert cut(text.replace(" | ", " ")) == expected


def test_blocks_bound_sentences() -> None:
    text = "A headline without a point\nThe story starts."
    blocks = (Block(0, 26, "heading", 1), Block(27, len(text), "paragraph", 2))
    assert [s.of(text) for s in find_sentences(text, blocks)] == ["A headline without a point", "The story starts."]


@given(st.text(st.sampled_from("aA1 .!?…\"'“”‘’()[]\n-—é\U0001f600") | st.characters(), max_size=400))
def test_sentences_cover_every_word_once_and_never_overlap(text: str) -> None:
    sentences = find_sentences(text, ())
    end = 0
    for sentence in sentences:
        assert end <= sentence.start < sentence.end <= len(text)
        assert not text[end : sentence.start].strip()
        assert sentence.of(text) == sentence.of(text).strip()
        end = sentence.end
    assert not text[end:].strip()
