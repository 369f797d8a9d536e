from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.geometry import Offset

from tests.tui.widgets.stage import Stage, rows
from workbench.model.progress import Progress
from workbench.settings.scales import load_scales
from workbench.tui.marks import Mark
from workbench.tui.widgets.claim_list import ClaimList, ClaimRow
from workbench.tui.widgets.columns import fit, share_cells, share_percent
from workbench.tui.widgets.correction import Edit, compare_words, show_correction
from workbench.tui.widgets.flash import Flash
from workbench.tui.widgets.plots import Count, Part, draw_bars, draw_columns, draw_stacks
from workbench.tui.widgets.progress_line import ProgressLine
from workbench.tui.widgets.verdict_bar import VerdictBar, seat_ratings

if TYPE_CHECKING:
    from pathlib import Path

    from workbench.model.verdicts import Scale
    from workbench.tui.widgets.row_list import RowList


def claim_row(number: int) -> ClaimRow:
    return ClaimRow(Mark(number, number * 10, number * 10 + 5, "figure", label=f"claim [b]{number}[/b]"), "open")


class Listing(Stage):
    def __init__(self, count: int) -> None:
        self.listing = ClaimList()
        self.count = count
        self.rows: dict[int, ClaimRow] = {}
        super().__init__(self.listing)

    def row_of(self, number: int) -> ClaimRow:
        return self.rows.setdefault(number, claim_row(number))

    def on_mount(self) -> None:
        self.listing.show_claims(range(1, self.count + 1), self.row_of, 1)

    def on_row_list_highlighted(self, message: RowList.Highlighted) -> None:
        self.heard.append(message)

    def on_claim_list_claim_picked(self, message: ClaimList.ClaimPicked) -> None:
        self.heard.append(message.number)


async def test_ten_thousand_claims_paint_only_what_is_seen() -> None:
    app = Listing(10_000)
    async with app.run_test(size=(70, 12)) as pilot:
        app.listing.action_bottom()
        await pilot.pause()
        assert app.listing.current == 10_000
        assert len(app.listing._painted) < 40
        assert len(app.rows) < 40
        assert "10000" in rows(app.listing)[-1]
        assert "claim [b]10000[/b]" in rows(app.listing)[-1]


async def test_the_cursor_goes_by_rows_and_screens_and_stays_inside() -> None:
    app = Listing(50)
    async with app.run_test(size=(70, 11)):
        listing = app.listing
        listing.action_line_up()
        assert listing.current == 1
        listing.action_page_down()
        assert listing.current == 11
        listing.action_line_down()
        assert listing.current == 12
        listing.action_bottom()
        listing.action_page_down()
        assert listing.current == 50
        listing.action_top()
        assert listing.current == 1


async def test_other_rows_keep_the_cursor_on_its_claim() -> None:
    app = Listing(50)
    async with app.run_test(size=(70, 11)):
        app.listing.go_to(30)
        app.listing.show_claims(range(3, 51, 3), app.row_of)
        assert app.listing.current == 30
        app.listing.show_claims(range(7, 51, 7), app.row_of)
        assert app.listing.current in range(1, 51)
        app.listing.show_claims([], app.row_of)
        assert app.listing.current == 0
        assert "No claim" in rows(app.listing)[0]


async def test_a_claim_is_picked_by_click_and_by_enter() -> None:
    app = Listing(50)
    async with app.run_test(size=(70, 11)) as pilot:
        await pilot.click(ClaimList, offset=Offset(20, 4))
        app.listing.action_choose()
        await pilot.pause()
        assert [heard for heard in app.heard if isinstance(heard, int)] == [5, 5]


async def test_following_the_document_sends_no_message_back() -> None:
    app = Listing(50)
    async with app.run_test(size=(70, 11)) as pilot:
        app.listing.go_to(7)
        await pilot.pause()
        assert app.heard == []


async def test_a_changed_claim_is_painted_anew() -> None:
    app = Listing(5)
    async with app.run_test(size=(90, 11)) as pilot:
        await pilot.pause()
        decided = Mark(2, 20, 25, "figure", "decided", "fail", "✗", label="claim")
        app.rows[2] = ClaimRow(decided, "Incorrect", selected=True)
        app.listing.change_claims(2, 99)
        await pilot.pause()
        line = rows(app.listing)[1]
        assert "✗" in line
        assert "Incorrect" in line
        assert "◆" in line


@given(st.text(max_size=80), st.integers(0, 40))
def test_a_fitted_text_has_its_width_and_no_controls(text: str, width: int) -> None:
    fitted = fit(text, width)
    assert cell_len(fitted) == width
    assert not any(ord(character) < 0x20 for character in fitted)


@pytest.fixture
def desk(tmp_path: Path) -> Scale:
    return load_scales(tmp_path)["desk"]


@pytest.mark.parametrize("width", [20, 40, 60, 80, 120, 200])
def test_every_rating_has_a_place_inside_the_bar(desk: Scale, width: int) -> None:
    seats = seat_ratings(desk.ratings, width)
    assert [seat.rating.id for seat in seats] == [rating.id for rating in desk.ratings]
    assert all(seat.end <= width for seat in seats)
    assert max(seat.row for seat in seats) <= (1 if width >= 60 else 2)


def test_a_narrow_bar_cuts_no_label_below_seven_letters(desk: Scale) -> None:
    seats = seat_ratings(desk.ratings, 38)
    assert all(seat.label == seat.rating.label or len(seat.label) >= 7 for seat in seats)


def test_a_label_has_the_room_that_its_controls_are_drawn_in(desk: Scale) -> None:
    first = replace(desk.ratings[0], label="\x1b[2J 40\n\u202eboats")
    seat = seat_ratings([first, *desk.ratings[1:]], 200)[0]
    assert seat.label == "\ufffd[2J 40 ◊boats"
    assert seat.end == cell_len(f"1 ✓ {seat.label}")


class Bar(Stage):
    def __init__(self, bar: VerdictBar) -> None:
        super().__init__(bar)

    def on_verdict_bar_rating_picked(self, message: VerdictBar.RatingPicked) -> None:
        self.heard.append(message.rating.id)


async def test_a_rating_is_picked_where_it_is_drawn(desk: Scale) -> None:
    bar = VerdictBar(desk.ratings)
    app = Bar(bar)
    async with app.run_test(size=(80, 6)) as pilot:
        for y, line in enumerate(rows(bar)):
            if (x := line.find("Incorrect")) >= 0:
                await pilot.click(VerdictBar, offset=Offset(x, y))
        assert app.heard == ["incorrect"]


@given(st.tuples(st.integers(0, 9999), st.integers(0, 9999), st.integers(0, 9999)), st.integers(3, 100))
def test_the_bar_is_full_and_nothing_is_left_out(counts: tuple[int, int, int], cells: int) -> None:
    shares = share_cells(counts, cells)
    assert sum(shares) == (cells if any(counts) else 0)
    assert all(bool(share) == bool(count) for share, count in zip(shares, counts, strict=True))


@pytest.mark.parametrize(
    ("width", "words"), [(120, "3 decided · 1 waived · 4 open"), (60, "4 of 8 claims"), (30, "4/8")]
)
async def test_progress_is_said_in_words_too(width: int, words: str) -> None:
    line = ProgressLine()
    app = Stage(line)
    async with app.run_test(size=(width, 4)) as pilot:
        line.show_progress(Progress(open=4, decided=3, waived=1, words=200, accounted=50))
        await pilot.pause()
        assert words in rows(line)[0]
        assert "25%" in rows(line)[0]


async def test_an_error_stays_until_it_is_read_and_saved_stays_quiet() -> None:
    flash = Flash()
    app = Stage(flash)
    async with app.run_test(size=(80, 4)) as pilot:
        flash.say("decided 3.12 incorrect")
        flash.say_saved("14:03")
        assert rows(flash)[0].startswith("decided 3.12 incorrect")
        assert rows(flash)[0].endswith("saved 14:03")
        flash.say_error("disk [full]")
        flash.say_error("disk [full]")
        flash.say_error("second")
        flash.say("something else")
        await pilot.pause()
        assert "disk [full] (+1 more)" in rows(flash)[0]
        assert rows(flash)[1].startswith("something else")
        assert rows(flash)[1].endswith("saved 14:03")
        # The same deed is refused again: what the key had said of it goes.
        flash.say("decided 3.13 correct")
        flash.say_error("disk [full]")
        await pilot.pause()
        assert "decided" not in "".join(rows(flash))
        flash.say("something else")
        assert flash.dismiss()
        assert "second" in rows(flash)[0]
        assert flash.dismiss()
        assert not flash.dismiss()
        await pilot.pause()
        assert len(rows(flash)) == 1
        assert rows(flash)[0].startswith("something else")


async def test_an_error_is_read_whole_in_a_narrow_window() -> None:
    flash = Flash()
    app = Stage(flash)
    told = "claim 57 cannot be merged: it was ended by a split, a merge or an undo"
    async with app.run_test(size=(40, 12)) as pilot:
        flash.say("importing …")
        flash.say_error(told)
        await pilot.pause()
        assert " ".join(" ".join(rows(flash)).split()) == f"✗ {told}"
        flash.say("Give a verdict first; then say what the desk does.")
        await pilot.pause()
        assert "say what the desk does." in " ".join(" ".join(rows(flash)[-2:]).split())
        flash.say_error("lorem " * 100)
        flash.dismiss()
        await pilot.pause()
        assert len(rows(flash)) == 4
        assert rows(flash)[-1].rstrip().endswith("…")


@given(st.text("ab 1.,", max_size=30), st.text("ab 1.,", max_size=30))
def test_a_comparison_holds_both_texts(before: str, after: str) -> None:
    stretches = compare_words(before, after)
    assert "".join(text for edit, text in stretches if edit is not Edit.COME) == before
    assert "".join(text for edit, text in stretches if edit is not Edit.GO) == after


def test_only_the_wrong_figure_is_struck_through() -> None:
    assert [
        (edit.value, text) for edit, text in compare_words("about 1.4 billion people", "about 1.4 million people")
    ] == [
        ("keep", "about 1.4 "),
        ("go", "billion"),
        ("come", "million"),
        ("keep", " people"),
    ]
    assert "[/b]" in str(show_correction("[/b] x", "y"))


def test_words_that_go_and_come_are_told_apart_without_colour() -> None:
    assert str(show_correction("received 13 votes", "received 14 votes")) == "received 13→14 votes"
    assert str(show_correction("received about 13 votes", "received 13 votes")) == "received [−about] 13 votes"
    assert str(show_correction("13 votes at last.", "13 votes.")) == "13 votes [−at last]."


def test_bars_are_as_long_as_their_numbers() -> None:
    drawn = str(draw_bars([Count("Correct", 8, "pass"), Count("Incorrect", 4, "fail"), Count("None", 0)], 41))
    lines = drawn.split("\n")
    assert lines[0].count("█") == 2 * lines[1].count("█")
    assert "█" not in lines[2]
    assert all(cell_len(line) <= 41 for line in lines)


def test_a_small_day_still_shows() -> None:
    assert draw_columns([0, 1, 50, 100], 1) == [" ▁▄█"]
    assert draw_columns([0, 1, 50, 100], 2) == ["   █", " ▁██"]


def test_a_stacked_bar_gives_every_part_its_share_and_a_fill_of_its_own() -> None:
    parts = (Part("holds", "█", "pass"), Part("wrong", "▞", "fail"), Part("open", "░", "open"))
    drawn = str(draw_stacks([("figure", (50, 1, 49)), ("quote", (0, 0, 10))], parts, 60)).split("\n")
    assert "100" in drawn[0]
    assert [drawn[0].count(part.fill) > 0 for part in parts] == [True, True, True]
    assert drawn[0].count("▞") == 1
    assert abs(drawn[0].count("█") - drawn[0].count("░")) <= 2
    assert set(drawn[1].split()[-1]) == {"░"}
    assert drawn[2].split() == ["██", "holds", "▞▞", "wrong", "░░", "open"]
    assert all(cell_len(line) <= 60 for line in drawn)


def test_percentages_are_rounded_and_make_a_hundred() -> None:
    assert share_percent([2, 1, 29]) == [6, 3, 91]
    assert share_percent([1, 1, 1]) == [34, 33, 33]
    assert share_percent([0, 0]) == [0, 0]
