from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.desk.desks import BY, bring_in
from workbench.desk.citing import attach_source
from workbench.desk.claiming import edit_claim, find_claim
from workbench.desk.reviewing import ask_author, decide_claim, flag_claim, open_review
from workbench.desk.signing import sign_article
from workbench.desk.sourcing import add_source
from workbench.desk.undoing import can_redo, can_undo, history, redo, undo, undo_event, undoable_events
from workbench.errors import ConflictError, UsageError
from workbench.formats.signing import is_signed
from workbench.model.sources import SourceFields
from workbench.store.opening import open_store

if TYPE_CHECKING:
    from workbench.store.opening import Store


def test_undo_and_redo_walk_the_same_way(library: Store) -> None:
    decide_claim(library, "1.1", "correct", rationale="a", **BY)
    decide_claim(library, "1.1", "imprecise", rationale="b", **BY)
    flag_claim(library, "1.2", **BY)
    assert can_undo(library, 1) == "flagged 1.2"
    labels = [undo(library, 1, **BY).label for _ in range(3)]
    assert labels == ["undid: flagged 1.2", "undid: decided 1.1 imprecise (was correct)", "undid: decided 1.1 correct"]
    assert can_undo(library, 1) == ""
    assert all(claim.verdict is None and not claim.flagged for claim in open_review(library, 1).claims)
    assert can_redo(library, 1) == "undid: decided 1.1 correct"
    redo(library, 1, **BY)
    redo(library, 1, **BY)
    verdict = find_claim(library, "1.1").verdict
    assert verdict is not None
    assert (verdict.rating_id, verdict.rationale) == ("imprecise", "b")
    assert undo(library, 1, **BY).label == "undid: decided 1.1 imprecise (was correct)"
    verdict = find_claim(library, "1.1").verdict
    assert verdict is not None
    assert verdict.rationale == "a"


def test_a_new_deed_ends_redo(library: Store) -> None:
    decide_claim(library, "1.1", "correct", **BY)
    undo(library, 1, **BY)
    flag_claim(library, "1.2", **BY)
    assert can_redo(library, 1) == ""
    with pytest.raises(UsageError, match="nothing to redo"):
        redo(library, 1, **BY)
    undo(library, 1, **BY)
    assert can_undo(library, 1) == ""


def test_undo_works_after_a_restart_and_by_somebody_else(library: Store) -> None:
    decide_claim(library, "1.1", "correct", **BY)
    library.close()
    again = open_store(library.path)
    event = undo(again, 1, now="2026-03-02T08:00:00Z", actor="bob")
    assert (event.actor, event.deed, event.undoes) == ("bob", "undo", history(again, 1)[-2].seq)
    assert find_claim(again, "1.1").verdict is None
    again.close()


def test_each_article_has_its_own_undo(library: Store) -> None:
    bring_in(library, "Only 3 words.", "b.txt")
    decide_claim(library, "1.1", "correct", **BY)
    decide_claim(library, "2.1", "correct", **BY)
    undo(library, 1, **BY)
    assert find_claim(library, "2.1").verdict is not None
    assert can_undo(library, 1) == ""
    assert can_undo(library, 2) == "decided 2.1 correct"
    assert [event.label for event in history(library) if event.seq in undoable_events(library, None)] == [
        "decided 2.1 correct",
        "undid: decided 1.1 correct",
    ]


def test_any_single_deed_is_undone_where_nothing_came_after_it(library: Store) -> None:
    decide_claim(library, "1.1", "correct", **BY)
    flag_claim(library, "1.2", **BY)
    decided, flagged = history(library, 1)[1:]
    assert undoable_events(library, 1) == {decided.seq, flagged.seq}
    undo_event(library, decided.seq, **BY)
    assert find_claim(library, "1.1").verdict is None
    assert find_claim(library, "1.2").flagged
    with pytest.raises(UsageError, match="cannot be undone"):
        undo_event(library, decided.seq, **BY)
    assert undo(library, 1, **BY).undoes == flagged.seq


def test_an_undoing_is_taken_back_itself_whatever_was_done_since(library: Store) -> None:
    decide_claim(library, "1.1", "correct", **BY)
    undone = undo(library, 1, **BY)
    flag_claim(library, "1.2", **BY)
    assert undo_event(library, undone.seq, **BY).label == "redid: decided 1.1 correct"
    assert find_claim(library, "1.1").verdict is not None
    assert undone.seq not in undoable_events(library, 1)
    with pytest.raises(UsageError, match="cannot be undone"):
        undo_event(library, undone.seq, **BY)
    assert undo(library, 1, **BY).label == "undid: decided 1.1 correct"


def test_what_was_changed_since_is_not_undone(library: Store) -> None:
    decide_claim(library, "1.1", "correct", rationale="a", **BY)
    decide_claim(library, "1.1", "correct", rationale="b", **BY)
    with pytest.raises(ConflictError, match=r"'decided 1\.1 correct' cannot be taken back: .*rationale") as raised:
        undo_event(library, history(library, 1)[1].seq, **BY)
    assert raised.value.theirs["rationale"] == "b"
    verdict = find_claim(library, "1.1").verdict
    assert verdict is not None
    assert verdict.rationale == "b"


def test_deeds_on_other_fields_do_not_stand_in_the_way(library: Store) -> None:
    ask_author(library, "1.1", "Who?", **BY)
    edit_claim(library, "1.1", wording="the council's members", **BY)
    undo_event(library, history(library, 1)[1].seq, **BY)
    claim = find_claim(library, "1.1")
    assert (claim.question, claim.wording) == ("", "the council's members")


def test_evidence_that_a_verdict_needs_is_not_taken_from_under_it(library: Store) -> None:
    add_source(library, SourceFields("Minutes"), **BY)
    attach_source(library, ["1.1"], 1, **BY)
    decide_claim(library, "1.1", "incorrect", **BY)
    with pytest.raises(ConflictError, match="needs evidence"):
        undo_event(library, history(library, 1)[1].seq, **BY)
    assert len(open_review(library, 1).evidence) == 1


def test_an_import_and_an_unknown_event_are_no_deeds_to_undo(library: Store) -> None:
    for seq in (1, 99, -1):
        with pytest.raises(UsageError):
            undo_event(library, seq, **BY)


def test_history_is_told_in_order_and_cut_from_the_front(library: Store) -> None:
    for ref in ("1.1", "1.2", "1.3"):
        flag_claim(library, ref, **BY)
    events = history(library, 1)
    assert [event.seq for event in events] == sorted(event.seq for event in events)
    assert history(library, 1, 2) == events[-2:]
    assert [event.prev for event in events[1:]] == [event.hash for event in events[:-1]]
    assert {event.subject for event in events} == {"1", "1.1", "1.2", "1.3"}


def test_a_clock_that_jumps_back_breaks_nothing(library: Store) -> None:
    flag_claim(library, "1.1", now="2026-03-02T00:00:00Z", actor="ann")
    flag_claim(library, "1.2", now="2020-01-01T00:00:00Z", actor="ann")
    assert undo(library, 1, now="2019-01-01T00:00:00Z", actor="ann").label == "undid: flagged 1.2"


def test_a_signature_holds_until_something_changes_and_again_after_undo(library: Store) -> None:
    decide_claim(library, "1.1", "correct", **BY)
    signoff = sign_article(library, 1, note="all seen", **BY)
    review = open_review(library, 1)
    assert review.signoffs == (signoff,)
    assert is_signed(review)
    ask_author(library, "1.2", "Who counted?", **BY)
    assert not is_signed(open_review(library, 1))
    undo(library, 1, **BY)
    assert is_signed(open_review(library, 1))
    undo(library, 1, **BY)
    assert open_review(library, 1).signoffs == ()
