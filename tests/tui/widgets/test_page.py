from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from workbench.model.spans import Block
from workbench.tui.widgets.page import Page, Place
from workbench.tui.widgets.pieces import LONGEST_PIECE

# Latin, spaces, wide, combining, joined emoji, flags, invisible, controls, direction marks, lone surrogates.
CHARACTERS = st.sampled_from(
    "aé .,-—’“\n漢字e\u0301👩\u200d🔬\ufe0f🇺🇳\u200b\u202e\x1b\x07\x9b\ufeff\u00ad\ud800\u3000ש\u0915\u094d☎"
)
TEXTS = st.one_of(st.text(CHARACTERS, max_size=200), st.text(max_size=200))
WIDTHS = st.integers(4, 90)


def all_rows(page: Page) -> list[Place]:
    if not page.pieces:
        return []
    return [Place(index, row) for index in range(len(page.pieces)) for row in range(page.lay(index).height)]


@given(TEXTS, WIDTHS)
@settings(max_examples=300, deadline=None)
def test_each_character_stands_in_exactly_one_row_in_order(text: str, width: int) -> None:
    page = Page(text, (), width)
    for index, piece in enumerate(page.pieces):
        laid = page.lay(index)
        spans = [span for row in range(laid.height) if (span := laid.span(row))]
        assert spans[0][0] == piece.start
        assert spans[-1][1] == piece.end
        assert all(before[1] == after[0] for before, after in pairwise(spans))
        assert all(start < end for start, end in spans)
    kept = "".join(text[piece.start : piece.end] for piece in page.pieces)
    assert "".join(kept.split()) == "".join(text.split())


@given(TEXTS, WIDTHS)
@settings(max_examples=300, deadline=None)
def test_a_row_is_no_wider_than_the_column_but_for_spaces_at_its_end(text: str, width: int) -> None:
    page = Page(text, (), width)
    for index in range(len(page.pieces)):
        laid = page.lay(index)
        for start, end in pairwise(laid.breaks):
            row = laid.drawn[start - laid.piece.start : end - laid.piece.start]
            assert laid.cells(start, start + len(row.rstrip(" "))) <= max(2, width)
            assert cell_len(row) == laid.cells(start, end)


@given(TEXTS, WIDTHS)
@settings(max_examples=200, deadline=None)
def test_from_a_character_to_its_cell_and_back(text: str, width: int) -> None:
    page = Page(text, (), width)
    for index, piece in enumerate(page.pieces):
        laid = page.lay(index)
        for offset in range(piece.start, piece.end):
            row = laid.row_of(offset)
            start, end = laid.span(row) or (0, 0)
            assert start <= offset < end
            own = laid.widths is None or laid.widths[offset - piece.start]
            if own:
                assert laid.offset_at(row, laid.cells(start, offset)) == offset


@given(TEXTS, WIDTHS, st.integers(-40, 40))
@settings(max_examples=200, deadline=None)
def test_walking_there_and_back_ends_where_it_began(text: str, width: int, rows: int) -> None:
    page = Page(text, (), width)
    places = all_rows(page)
    if not places:
        return
    for number, place in enumerate(places[:20]):
        target = page.move(place, rows)
        assert target == places[max(0, min(len(places) - 1, number + rows))]
    assert page.rows_from(places[0], len(places) + 5) == places


@given(TEXTS)
@settings(max_examples=200, deadline=None)
def test_nothing_that_a_terminal_obeys_is_drawn(text: str) -> None:
    page = Page(text)
    drawn = "".join(page.lay(index).drawn for index in range(len(page.pieces)))
    assert not any(ord(character) < 0x20 or 0x7F <= ord(character) < 0xA0 for character in drawn)
    assert not any(0x202A <= ord(character) <= 0x202E or 0x2066 <= ord(character) <= 0x2069 for character in drawn)
    drawn.encode("utf-8")


def test_unseen_characters_are_drawn_as_signs_and_joined_emoji_stay_whole() -> None:
    page = Page("a\u200bb\u00adc\u202ed 👩\u200d🔬 x\u200dy", (), 40)
    assert page.lay(0).drawn == "a◦b¬c◊d 👩\u200d🔬 x◦y"


def test_blocks_are_set_apart_and_items_stand_close() -> None:
    text = "Title\n\nOne.\n- a\n- b"
    blocks = (
        Block(0, 5, "heading", 1),
        Block(7, 11, "paragraph", 3),
        Block(12, 15, "item", 4),
        Block(16, 19, "item", 5),
    )
    page = Page(text, blocks, 40)
    assert [(piece.kind, piece.gap) for piece in page.pieces] == [
        ("heading", 0),
        ("paragraph", 1),
        ("item", 1),
        ("item", 0),
    ]


def test_text_that_no_block_covers_is_shown_all_the_same() -> None:
    page = Page("before\nblock\nafter", (Block(7, 12, "paragraph", 2),), 40)
    assert [page.text[piece.start : piece.end] for piece in page.pieces] == ["before", "block", "after"]


def test_lines_broken_by_a_machine_are_set_as_one_paragraph_and_verse_is_not() -> None:
    wire = "x" * 60 + "\n" + "y" * 60 + "\nend"
    assert len(Page(wire, (Block(0, len(wire), "paragraph", 1),), 70).pieces) == 1
    verse = "Roses are red,\nviolets are blue"
    assert len(Page(verse, (Block(0, len(verse), "paragraph", 1),), 70).pieces) == 2


@pytest.mark.parametrize("text", ["x" * 100_000, "word " * 20_000, "漢" * 50_000])
def test_one_endless_line_is_laid_out_in_pieces(text: str) -> None:
    page = Page(text, (), 76)
    assert max(piece.end - piece.start for piece in page.pieces) <= LONGEST_PIECE
    page.lay(len(page.pieces) - 1)
    assert len(page._laid) == 1


def test_opening_and_resizing_a_long_text_wraps_only_what_is_on_the_screen() -> None:
    text = "\n\n".join("some words of a paragraph that wraps over several rows " * 4 for _ in range(20_000))
    page = Page(text, (), 60)
    page.rows_from(page.place_of(len(text) // 2), 40)
    assert len(page._laid) < 30
    page.rewrap(33)
    page.rows_from(page.place_of(len(text) // 2), 40)
    assert len(page._laid) < 30
