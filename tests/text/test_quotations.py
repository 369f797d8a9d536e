from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.model.spans import Block
from workbench.text.quotations import find_quotations


def quoted(text: str) -> list[str]:
    return [text[quotation.start : quotation.end] for quotation in find_quotations(text, ())]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He said “no” and left.", ["“no”"]),
        ('He said "no" and "never again".', ['"no"', '"never again"']),
        ("He said ‘the workers’ rights matter’.", ["‘the workers’ rights matter’"]),
        ("'We won't go,' she said.", ["'We won't go,'"]),
        ("“He told me ‘go’ and I went,” she said.", ["“He told me ‘go’ and I went,”"]),
        ("“She called it “mad” twice,” he said.", ["“She called it “mad” twice,”"]),
        ("«Non», a-t-il dit.", ["«Non»"]),
        ("It was the dogs' home in the '90s, don't you know.", []),
        ("He is 6'2\" tall and 5'10\" wide.", []),
        ("“Yes,” he said, “and no.”", ["“Yes,” he said, “and no.”"]),
        ("“Yes,” he said. “And no.”", ["“Yes,” he said. “And no.”"]),
        ("“Yes,” he said of the “plan”.", ["“Yes,”", "“plan”"]),
        ("“Never closed, he said.", ["“Never closed, he said."]),
    ],
)
def test_quotations_and_what_is_none(text: str, found: list[str]) -> None:
    assert quoted(text) == found


def test_a_quotation_over_paragraphs_is_one_with_a_part_for_each() -> None:
    text = "“First part.\n\n“Second part.\n\n“Third part,” she said."
    blocks = [Block(0, 12, "paragraph", 1), Block(14, 27, "paragraph", 3), Block(29, len(text), "paragraph", 5)]
    (quotation,) = find_quotations(text, blocks)
    assert [part.of(text) for part in quotation.parts] == ["“First part.", "“Second part.", "“Third part,”"]


def test_a_closed_quotation_does_not_run_on_into_the_next_paragraph() -> None:
    text = "“First.”\n\n“Second.”"
    blocks = [Block(0, 8, "paragraph", 1), Block(10, len(text), "paragraph", 3)]
    assert len(find_quotations(text, blocks)) == 2


@given(st.text(st.sampled_from("ab .,?“”\"'‘’«»\n—s") | st.characters(), max_size=200))
def test_quotations_are_in_order_and_never_overlap(text: str) -> None:
    end = 0
    for quotation in find_quotations(text, ()):
        assert end <= quotation.start < quotation.end <= len(text)
        for part in quotation.parts:
            assert quotation.start <= part.start < part.end <= quotation.end
        end = quotation.end
