from __future__ import annotations

from typing import TYPE_CHECKING

from tests.desk.desks import BY, bring_in
from workbench.desk.articles import archive_article, edit_article
from workbench.desk.reviewing import decide_claim
from workbench.desk.sourcing import add_source
from workbench.desk.statistics import KindTally, Tally, count_work
from workbench.desk.undoing import history, undo
from workbench.desk.waiving import waive_claim
from workbench.model.sources import SourceFields

if TYPE_CHECKING:
    from workbench.store.opening import Store


def test_the_work_is_counted_by_rating_kind_state_and_day(library: Store) -> None:
    bring_in(library, "Only 3 words and 4 more.", "b.txt")
    decide_claim(library, "1.1", "correct", **BY)
    decide_claim(library, "2.1", "correct", now="2026-03-02T09:00:00Z", actor="bob")
    decide_claim(library, "1.2", "imprecise", **BY)
    waive_claim(library, "1.3", **BY)
    decide_claim(library, "1.4", "imprecise", **BY)
    undo(library, 1, **BY)
    counted = count_work(library)
    assert [(one.label, one.count, one.outcome) for one in counted.ratings] == [
        ("Correct", 2, "pass"),
        ("Imprecise", 1, "note"),
    ]
    assert counted.kinds == (KindTally("figure", {"pass": 2, "note": 1, "fail": 0, "none": 0}, waived=1, open=2),)
    assert counted.kinds[0].count == 6
    assert counted.states == (Tally("decided", 3), Tally("waived", 1), Tally("open", 2))
    assert counted.days == (Tally("2026-03-01", 7), Tally("2026-03-02", 1))
    assert count_work(library, 2).states == (Tally("decided", 1), Tally("waived", 0), Tally("open", 1))


def test_as_many_deeds_are_counted_as_the_history_lists(library: Store) -> None:
    add_source(library, SourceFields("Minutes"), **BY)
    decide_claim(library, "1.1", "correct", **BY)
    bring_in(library, "Only 3 words.", "b.txt")
    archive_article(library, 2, **BY)
    assert sum(day.count for day in count_work(library).days) == len(history(library)) == 5
    assert sum(day.count for day in count_work(library, 1).days) == len(history(library, 1)) == 2


def test_what_is_out_of_scope_or_put_away_is_not_counted(library: Store) -> None:
    bring_in(library, "Only 3 words.", "b.txt")
    decide_claim(library, "2.1", "correct", **BY)
    edit_article(library, 1, scope=["quote"], **BY)
    assert [(one.label, one.count) for one in count_work(library).kinds] == [("figure", 1)]
    archive_article(library, 2, **BY)
    assert count_work(library).kinds == ()
    assert [(one.label, one.count) for one in count_work(library, 2).kinds] == [("figure", 1)]
