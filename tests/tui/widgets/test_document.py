from __future__ import annotations

from textual.geometry import Offset

from tests.tui.widgets.stage import Stage, rows
from workbench.model.spans import Block, Span
from workbench.tui.marks import Mark
from workbench.tui.widgets.document import CURRENT_GLYPH, Document

TEXT = (
    "Fourteen members voted for it.\n\n"
    "“We have waited 6 months,” the ambassador said, “and over 100,000 were killed.” The US abstained. "
    "It had vetoed three drafts before that, and let none of them pass in the council.\n\n"
    "The last paragraph says nothing."
)


def mark(number: int, words: str, kind: str = "figure", **more: object) -> Mark:
    start = TEXT.index(words)
    return Mark(number, start, start + len(words), kind, **more)  # type: ignore[arg-type]


MARKS = (
    mark(1, "Fourteen"),
    mark(2, "“We have waited 6 months,”", "quote"),
    mark(3, "6 months"),
    mark(4, "100,000", state="decided", outcome="fail", glyph="✗"),
    mark(5, "three", state="waived", glyph="–"),
)


class Reader(Stage):
    def __init__(self, text: str = TEXT, theme: str = "workbench-night") -> None:
        self.document = Document(text)
        super().__init__(self.document, theme)

    def on_mount(self) -> None:
        if self.document.text == TEXT:
            self.document.show_marks(MARKS)

    def on_document_mark_picked(self, message: Document.MarkPicked) -> None:
        self.heard.append(message)

    def on_markable_sheet_text_marked(self, message: Document.TextMarked) -> None:
        self.heard.append(message)


def style_at(document: Document, offset: int) -> object:
    cell = document.cell_of(offset)
    assert cell is not None
    passed = 0
    for segment in document.render_line(cell.y):
        passed += segment.cell_length
        if passed > cell.x:
            return segment.style
    raise AssertionError


async def test_the_margin_gives_number_and_state_of_each_rows_claim() -> None:
    app = Reader()
    async with app.run_test(size=(90, 20)):
        lines = rows(app.document)
        assert lines[0].strip().startswith("1 ○")
        # The quotation's own number and state, and that of the figures inside it which needs a look first.
        assert " 2 ○✗ “We have waited" in lines[2]
        assert any("–" in line and "three" in line for line in lines)


async def test_beside_a_claims_state_stands_that_of_a_figure_inside_it_unless_it_is_out_of_scope() -> None:
    app = Reader()
    async with app.run_test(size=(90, 20)) as pilot:
        app.document.show_marks([MARKS[1], MARKS[2]])
        await pilot.pause()
        assert " 2 ○○ “We have waited" in rows(app.document)[2]
        app.document.show_marks([MARKS[1], mark(3, "6 months", "name", in_scope=False)])
        await pilot.pause()
        assert " 2 ○  “We have waited" in rows(app.document)[2]


async def test_the_current_claim_shows_without_colour_too() -> None:
    app = Reader()
    async with app.run_test(size=(90, 20)) as pilot:
        before = [line for line in rows(app.document) if CURRENT_GLYPH in line]
        app.document.current = 4
        app.document.light_extent(Span(MARKS[1].start, MARKS[3].end))
        await pilot.pause()
        after = [line for line in rows(app.document) if CURRENT_GLYPH in line]
        assert (len(before), len(after)) == (0, 1)
        assert f"{CURRENT_GLYPH}4 ✗" in after[0]
        assert style_at(app.document, MARKS[3].start) != style_at(app.document, MARKS[0].start)


async def test_moving_on_paints_only_the_rows_of_two_claims() -> None:
    app = Reader()
    async with app.run_test(size=(90, 20)) as pilot:
        app.document.current = 1
        await pilot.pause()
        painted: list[object] = []
        paint = app.document._paint
        app.document._paint = lambda place: painted.append(place) or paint(place)  # type: ignore[func-returns-value]
        app.document.current = 5
        await pilot.pause()
        assert 1 <= len(painted) <= 2


async def test_a_click_picks_the_innermost_claim_and_the_next_click_the_one_around_it() -> None:
    app = Reader()
    async with app.run_test(size=(90, 20)) as pilot:
        cell = app.document.cell_of(MARKS[2].start)
        assert cell is not None
        await pilot.click(Document, offset=cell)
        assert [message.number for message in app.heard] == [3]
        app.document.current = 3
        await pilot.pause(0.6)
        await pilot.click(Document, offset=cell)
        assert [message.number for message in app.heard] == [3, 2]


async def test_two_three_and_four_clicks_take_word_sentence_and_paragraph() -> None:
    app = Reader()
    async with app.run_test(size=(90, 20)) as pilot:
        offset = TEXT.index("abstained")
        cell = app.document.cell_of(offset)
        assert cell is not None
        await pilot.click(Document, offset=cell, times=4)
        taken = [message.span.of(TEXT) for message in app.heard_of(Document.TextMarked)]
        assert taken[0] == "abstained"
        assert taken[1] == "The US abstained."
        assert taken[2].startswith("“We have waited")
        assert taken[2].endswith("in the council.")
        assert app.screen.get_selected_text() == taken[2]


async def test_dragging_selects_exactly_the_characters_passed_over() -> None:
    app = Reader()
    async with app.run_test(size=(90, 20)) as pilot:
        start, end = TEXT.index("vetoed"), TEXT.index("before")
        first, last = app.document.cell_of(start), app.document.cell_of(end)
        assert first is not None
        assert last is not None
        await pilot.mouse_down(Document, offset=first)
        await pilot.hover(Document, offset=last)
        await pilot.mouse_up(Document, offset=last)
        assert [message.span.of(TEXT) for message in app.heard] == [TEXT[start : end + 1]]
        assert app.screen.get_selected_text() == TEXT[start : end + 1]


async def test_text_is_marked_by_keyboard() -> None:
    app = Reader()
    async with app.run_test(size=(90, 20)) as pilot:
        app.document.focus()
        app.document.start_marking(TEXT.index("The US"))
        await pilot.press("w", "w", "e")
        assert app.document.selected_span() == Span(TEXT.index("The US"), TEXT.index("abstained") + len("abstained"))
        await pilot.press("enter")
        (message,) = app.heard
        assert isinstance(message, Document.TextMarked)
        assert message.accepted
        assert message.span.of(TEXT) == "The US abstained"
        assert not app.document.is_marking


async def test_both_ends_can_be_moved_and_escape_leaves_nothing_marked() -> None:
    app = Reader()
    async with app.run_test(size=(90, 20)) as pilot:
        app.document.focus()
        app.document.start_marking(TEXT.index("abstained"))
        await pilot.press("e", "o", "b", "b")
        span = app.document.selected_span()
        assert span is not None
        assert span.of(TEXT) == "The US abstained"
        await pilot.press("escape")
        assert app.document.selected_span() is None
        assert app.heard == []


async def test_the_place_survives_resizing() -> None:
    text = "\n\n".join(f"Paragraph {number} " + "with some more words in it " * 9 for number in range(300))
    app = Reader(text)
    async with app.run_test(size=(100, 20)) as pilot:
        app.document.scroll_to_offset(text.index("Paragraph 150"))
        for width in (60, 33, 120):
            await pilot.resize_terminal(width, 15)
            await pilot.pause()
            assert app.document.window.start <= text.index("Paragraph 150") + 40
            assert "Paragraph 150" in "".join(rows(app.document)[:3])


async def test_the_current_claim_stays_in_sight_when_the_terminal_shrinks() -> None:
    text = "word " * 3_000
    app = Reader(text)
    async with app.run_test(size=(100, 30)) as pilot:
        start = 5 * 1_500
        app.document.show_marks([Mark(1, start, start + 4, "figure")])
        app.document.current = 1
        app.document.scroll_to_current()
        await pilot.resize_terminal(40, 12)
        await pilot.pause()
        assert app.document.cell_of(start) is not None


async def test_hit_testing_finds_the_character_that_is_drawn_in_the_cell() -> None:
    text = "漢字 and e\u0301 and 👩\u200d🔬 and \u200b hidden, wide 漢字漢字漢字 text to wrap over rows " * 5
    app = Reader(text)
    async with app.run_test(size=(46, 20)):
        document = app.document
        seen = 0
        for offset in range(len(text)):
            cell = document.cell_of(offset)
            if cell is None:
                continue
            found = document.offset_under(cell.x, cell.y)
            assert found is not None
            assert found <= offset
            assert document.cell_of(found) == cell
            seen += 1
        assert seen > 100


async def test_nothing_from_a_hostile_text_reaches_the_terminal() -> None:
    text = "\x1b]0;owned\x07 [bold]x[/bold] [/x] \\ \x9b31m \x00 \u202eevil\u202c [@click=app.quit]q[/] \ud800 end"
    app = Reader(text)
    async with app.run_test(size=(80, 10)):
        line = "".join(rows(app.document))
        assert "[bold]x[/bold] [/x] \\" in line
        assert "[@click=app.quit]q[/]" in line
        assert not any(ord(character) < 0x20 or 0x7F <= ord(character) < 0xA0 for character in line)
        assert "\u202e" not in line
        assert "\ud800" not in line


async def test_an_interrupted_quotation_is_not_lit_in_its_gap() -> None:
    app = Reader()
    async with app.run_test(size=(90, 20)) as pilot:
        first, second = TEXT.index("“We"), TEXT.index("“and")
        gap = TEXT.index("the ambassador")
        parts = (Span(first, TEXT.index(" the amb")), Span(second, TEXT.index(" The US")))
        app.document.show_marks([Mark(7, first, parts[1].end, "quote", parts=parts)])
        app.document.current = 7
        await pilot.pause()
        assert style_at(app.document, first) == style_at(app.document, second)
        assert style_at(app.document, first) != style_at(app.document, gap)


async def test_a_verdict_changes_the_row_at_once() -> None:
    app = Reader()
    async with app.run_test(size=(90, 20)) as pilot:
        app.document.change_marks(mark(1, "Fourteen", state="decided", outcome="pass", glyph="✓"))
        await pilot.pause()
        assert "1 ✓" in rows(app.document)[0]


async def test_labels_stand_over_the_beginning_of_claims() -> None:
    app = Reader()
    async with app.run_test(size=(90, 20)) as pilot:
        app.document.show_labels({1: "a", 4: "b"})
        await pilot.pause()
        assert "aourteen" in rows(app.document)[0]
        app.document.show_labels({})
        await pilot.pause()
        assert "Fourteen" in rows(app.document)[0]


async def test_the_position_bar_shows_open_and_failed_claims_and_is_a_way_there() -> None:
    text = "word " * 4_000
    app = Reader(text)
    async with app.run_test(size=(80, 20)) as pilot:
        app.document.show_marks(
            [Mark(1, 0, 4, "figure"), Mark(2, 19_000, 19_004, "figure", state="decided", outcome="fail", glyph="✗")]
        )
        await pilot.pause()
        edge = "".join(row[-1] for row in rows(app.document))
        assert edge[0] == "•"
        assert edge[-1] == "×"
        await pilot.click(Document, offset=Offset(79, 19))
        assert app.document.cell_of(19_000) is not None


async def test_where_the_whole_article_is_on_the_screen_the_bar_speaks_of_the_row_beside_it() -> None:
    app = Reader()
    async with app.run_test(size=(90, 20)) as pilot:
        for width in (90, 60):
            await pilot.resize_terminal(width, 20)
            lines = rows(app.document)
            assert [y for y, line in enumerate(lines) if line[-1] in "•×·"] == [
                y for y, line in enumerate(lines) if any(words in line for words in ("Fourteen", "6 months", "100,000"))
            ]


async def test_blocks_arriving_later_keep_the_place() -> None:
    text = "\n".join(f"Line {number} of the text" for number in range(400))
    app = Reader(text)
    async with app.run_test(size=(80, 20)) as pilot:
        app.document.scroll_to_offset(text.index("Line 200"))
        starts = [index + 1 for index, character in enumerate(text) if character == "\n"]
        bounds = zip([0, *starts], [*(start - 1 for start in starts), len(text)], strict=True)
        app.document.show_text(text, [Block(start, end, "paragraph", 1) for start, end in bounds])
        await pilot.pause()
        assert "Line 200" in "".join(rows(app.document)[:3])


async def test_a_claim_out_of_sight_is_brought_to_the_upper_third_with_text_above_it() -> None:
    text = "word " * 3_000
    app = Reader(text)
    async with app.run_test(size=(80, 30)):
        app.document.show_marks([Mark(1, 5_000, 5_004, "figure"), Mark(2, 5_100, 5_104, "figure")])
        app.document.current = 1
        app.document.scroll_to_current()
        cell = app.document.cell_of(5_000)
        assert cell is not None
        assert 5 <= cell.y <= 12
        top = app.document.window.start
        app.document.current = 2
        app.document.scroll_to_current()
        assert app.document.window.start == top
