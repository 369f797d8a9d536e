from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.errors import InputError
from workbench.model.articles import Metadata
from workbench.readers import read_bytes
from workbench.readers.markdown import read_visible


def visible(markdown: str) -> list[tuple[str, int, str]]:
    text, blocks = read_visible(markdown)
    return [(block.kind, block.line, text[block.start : block.end]) for block in blocks]


def test_the_clean_text_is_what_a_reader_sees() -> None:
    assert visible("The *council* **voted** [on Monday](https://example.org) at `9` &amp; ~~not~~ \\*later\\*.") == [
        ("paragraph", 1, "The council voted on Monday at 9 & not *later*.")
    ]


def test_blocks_know_their_kind_and_line() -> None:
    markdown = "# Head\n\nTwo\nlines\n\n> said\n\n- item\n\n  more\n\n![A vote](x.png)\n\n    code\n\n```\nfence\n```\n"
    assert visible(markdown) == [
        ("heading", 1, "Head"),
        ("paragraph", 3, "Two lines"),
        ("quote", 6, "said"),
        ("item", 8, "item"),
        ("item", 10, "more"),
        ("caption", 12, "A vote"),
        ("code", 14, "code"),
        ("code", 16, "fence"),
    ]


def test_a_table_is_read_row_by_row() -> None:
    assert visible("| Dead | Hurt |\n|---|---|\n| 100 | 200 |\n") == [
        ("item", 1, "Dead | Hurt"),
        ("item", 3, "100 | 200"),
    ]


def test_html_is_shown_and_never_read() -> None:
    assert visible("<script>alert(1)</script>\n\nA <b>bold</b> claim") == [
        ("paragraph", 1, "<script>alert(1)</script>"),
        ("paragraph", 3, "A <b>bold</b> claim"),
    ]


def test_an_entity_cannot_bring_a_control_character_back() -> None:
    assert visible("a&#27;b&#155;c")[0][2] == "a\ufffdb\ufffdc"


def test_the_head_gives_the_metadata_and_lines_count_from_the_file() -> None:
    document = read_bytes(
        "story.md",
        b"---\ntitle: \"Vote: the 'yes'\"\noutlet: The Desk\nauthors: [A. Writer, B. Writer]\ndate: 2024-03-25 # Monday\n"
        b"url: https://example.org/a#b\nlanguage: en\n---\n\n# Head\n",
    )
    assert document.metadata == Metadata(
        title="Vote: the 'yes'",
        outlet="The Desk",
        author="A. Writer, B. Writer",
        published="2024-03-25",
        url="https://example.org/a#b",
        language="en",
    )
    assert document.text == "Head"
    assert document.blocks[0].line == 10


def test_a_head_in_toml_and_authors_as_a_list() -> None:
    document = read_bytes("story.md", b'+++\ntitle = "A"\n+++\nText')
    assert (document.metadata.title, document.text) == ("A", "Text")
    document = read_bytes("story.md", b"---\ntitle: A\nauthor:\n  - X\n  - Y\n---\nText")
    assert document.metadata.author == "X, Y"


def test_rules_without_a_key_between_are_no_head() -> None:
    assert read_bytes("story.md", b"---\nA story begins.\n\n---\n\nIt ends.").text == "A story begins.\n\nIt ends."


def test_the_first_heading_is_the_title() -> None:
    assert read_bytes("story.md", b"Intro.\n\n## Council *votes*\n\nText").metadata.title == "Council votes"


@pytest.mark.parametrize(("mark", "deepest"), [("> ", 39), ("- ", 19), ("1. ", 19)])
def test_no_text_is_lost_in_the_depth(mark: str, deepest: int) -> None:
    assert read_bytes("story.md", f"Above\n\n{mark * deepest}40 men".encode()).text == "Above\n\n40 men"
    with pytest.raises(InputError, match="too deep in one another") as refused:
        read_bytes("story.md", f"Above\n\n{mark * (deepest + 1)}40 men".encode())
    assert refused.value.hint.endswith("--from text")


@given(st.text(st.sampled_from("ab1 \n#*_[]()!`>-|&;:<\\~=\t") | st.characters(codec="utf-8"), max_size=200))
def test_blocks_lie_in_order_inside_the_text_and_hold_all_of_it(markdown: str) -> None:
    text, blocks = read_visible(markdown)
    end = 0
    for block in blocks:
        assert end <= block.start < block.end <= len(text)
        assert not text[end : block.start].strip()
        end = block.end
    assert end == len(text)
    assert [block.line for block in blocks] == sorted(block.line for block in blocks)
    assert read_visible(markdown) == (text, blocks)
