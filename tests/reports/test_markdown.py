from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from tests.reports.build import PARAGRAPHS, Wording, build_review
from workbench.formats.canonical import make_fit
from workbench.reports import Options, find_report
from workbench.reports.rendering import escape_lines, escape_markdown, markdown_link
from workbench.text.cleaning import clean

COMMONMARK = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def text_of(markdown: str) -> str:
    """Return the words that a reader sees."""
    children = [child for token in COMMONMARK.parse(markdown) for child in token.children or ()]
    return "".join(
        child.content if child.type == "text" else "\n" if "break" in child.type else f"<{child.type}>"
        for child in children
    )


@given(st.text())
def test_any_line_comes_out_as_it_went_in(text: str) -> None:
    line = re.sub("[\u202a-\u202e\u2066-\u2069]", "\ufffd", make_fit(" ".join(clean(text).text.split())))
    assert text_of(escape_markdown(line)) == line


@pytest.mark.parametrize("line", ["1. one", "- x", "+ x", "=====", "---", "# x", "> x", "~~~", "a | b", "&amp;", "\\"])
def test_what_begins_a_block_is_only_words(line: str) -> None:
    [start, inline, end] = COMMONMARK.parse(escape_markdown(line))
    assert (start.type, end.type) == ("paragraph_open", "paragraph_close")
    assert inline.children
    assert "".join(child.content for child in inline.children) == line


def test_line_ends_are_kept_where_asked() -> None:
    assert text_of("- " + escape_lines("- one\n2. two", "  ")) == "- one\n2. two"


def test_a_link_holds_only_what_may_be_linked() -> None:
    assert markdown_link("javascript:alert(1)", "x") == "x"
    assert markdown_link("https://a.example/<b>", "[x]") == "[\\[x\\]](<https://a.example/%3Cb%3E>)"


def test_the_memo_has_its_chapters_and_no_html() -> None:
    poison = "<b>x</b> **x** [x](http://x.example)"
    hostile = Wording("Bridge " + poison, tuple(f"{line} {poison}" for line in PARAGRAPHS), poison)
    raw = find_report("md").write(build_review(hostile), Options()).decode()
    tokens = COMMONMARK.parse(raw)
    chapters = [tokens[i + 1].content for i, token in enumerate(tokens) if token.tag == "h2" and token.nesting == 1]
    assert chapters[:3] == ["Summary", "Findings", "Claim by claim"]
    assert "Sign-off" in chapters
    kinds = {child.type for token in tokens for child in token.children or ()} | {token.type for token in tokens}
    assert not kinds & {"html_inline", "html_block", "image", "code_block", "fence"}
    links = [child.attrs["href"] for token in tokens for child in token.children or () if child.type == "link_open"]
    assert "http://x.example" not in links
    assert "https://larnmouth.example/reports/bridge.pdf" in links


def test_corrections_are_told_as_a_change() -> None:
    raw = find_report("md").write(build_review(), Options()).decode()
    assert "have spent ~~1.4 billion hours~~ **1.4 million hours** of work" in raw


def test_each_claim_stands_in_its_sentence() -> None:
    raw = find_report("md").write(build_review(), Options()).decode()
    chapter = raw[raw.index("### 3.16") : raw.index("### 3.17")]
    assert "> Around **8,500 vehicles** a day are expected to use the crossing" in chapter
    assert "- Figure: about 8,500" in chapter
    assert "It was a lovely old boat. (6 words, line 19): colour zebra-secret-passage" in text_of(raw)


def test_what_the_desk_noted_on_evidence_is_an_item_of_its_own() -> None:
    raw = find_report("md").write(build_review(), Options()).decode()
    chapter = raw[raw.index("### 3.24") : raw.index("### 3.25")]
    call = chapter.index("- Contradicts: S7 Call to Tomas Reed")
    assert chapter[call:].splitlines()[1] == "  - Note: zebra-secret-evidence-note"


def test_a_notice_names_the_words_that_it_is_about() -> None:
    words = text_of(find_report("md").write(build_review(), Options()).decode())
    assert "4 June 2024 was a Tuesday, not a Monday. (“Monday 4 June 2024”, line 3)" in words
