from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workbench.model.spans import Span
from workbench.tui.marks import Mark, MarkIndex

SPANS = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 40)), max_size=30)


def marks_of(spans: list[tuple[int, int]]) -> list[Mark]:
    return [Mark(number, start, start + length, "figure") for number, (start, length) in enumerate(spans, 1)]


@given(SPANS, st.integers(0, 100), st.integers(1, 50))
def test_a_look_up_finds_what_a_scan_finds(spans: list[tuple[int, int]], start: int, length: int) -> None:
    marks = marks_of(spans)
    found = MarkIndex(marks).within(start, start + length)
    assert {mark.number for mark in found} == {
        mark.number for mark in marks if mark.start < start + length and start < mark.end
    }
    assert [mark.start for mark in found] == sorted(mark.start for mark in found)


def test_the_innermost_mark_comes_first() -> None:
    index = MarkIndex([Mark(1, 0, 100, "quote"), Mark(2, 10, 13, "figure"), Mark(3, 5, 40, "name")])
    assert [mark.number for mark in index.at(11)] == [2, 3, 1]


def test_the_gap_of_an_interrupted_quotation_is_not_part_of_it() -> None:
    index = MarkIndex([Mark(1, 0, 30, "quote", parts=(Span(0, 10), Span(20, 30)))])
    assert [mark.number for mark in index.at(5)] == [1]
    assert index.at(15) == []


def test_a_mark_is_replaced_in_its_place_only_when_its_bounds_stay() -> None:
    index = MarkIndex(marks_of([(0, 5), (10, 5)]))
    assert index.replace(Mark(1, 0, 5, "figure", state="decided", outcome="fail"))
    found = index.find(1)
    assert found is not None
    assert found.look == "fail"
    assert not index.replace(Mark(2, 10, 16, "figure"))
    assert not index.replace(Mark(9, 0, 5, "figure"))


def test_how_a_mark_looks() -> None:
    assert Mark(1, 0, 1, "date", in_scope=False).look == "aside"
    assert Mark(1, 0, 1, "figure", state="decided", outcome="").look == "none"
    assert Mark(1, 0, 1, "figure", state="waived").look == "waived"
    assert Mark(1, 0, 1, "figure").look == "open"
