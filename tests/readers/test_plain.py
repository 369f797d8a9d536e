from __future__ import annotations

from workbench.readers import read_bytes


def blocks_of(text: str) -> list[tuple[str, int, str]]:
    document = read_bytes("story.txt", text.encode())
    return [(block.kind, block.line, document.text[block.start : block.end]) for block in document.blocks]


def test_paragraphs_of_a_wrapped_file_are_joined_and_know_their_line() -> None:
    assert blocks_of("Council votes\n\nThe council voted\non Monday.\n\n\n- first\n- second\n") == [
        ("heading", 1, "Council votes"),
        ("paragraph", 3, "The council voted\non Monday."),
        ("item", 7, "- first"),
        ("item", 8, "- second"),
    ]


def test_every_line_of_an_unwrapped_file_is_a_paragraph() -> None:
    long = "The council voted on Monday, " * 5 + "at last."
    assert [kind for kind, _, _ in blocks_of(f"Council votes\n{long}\n{long}")] == ["heading", "paragraph", "paragraph"]


def test_a_first_line_that_is_a_sentence_is_no_heading_but_lends_the_title() -> None:
    line = "Tensions were exposed on Monday when the council passed a resolution that calls for a halt to the fighting."
    assert blocks_of(f"{line}\n\nMore.")[0][0] == "paragraph"
    title = read_bytes("story.txt", f"{line}\n\nMore.".encode()).metadata.title
    assert title.endswith("…")
    assert len(title) <= 100
    assert line.startswith(title[:-1])


def test_a_short_line_between_paragraphs_is_a_heading_and_a_short_sentence_is_none() -> None:
    assert [kind for kind, _, _ in blocks_of("Title\n\nIt began.\n\n‘For life’\n\n“Go!”\n\nNo.\n\nJane Doe")] == [
        "heading",
        "paragraph",
        "heading",
        "paragraph",
        "paragraph",
        "paragraph",
    ]
