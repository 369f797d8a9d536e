from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.desk.desks import BY, TEXT, bring_in
from workbench.desk.citing import attach_source, detach_evidence
from workbench.desk.reviewing import (
    NeedsEvidenceError,
    ask_author,
    decide_claim,
    decide_claims,
    edit_verdict,
    flag_claim,
    open_review,
    reopen_claim,
)
from workbench.desk.sourcing import add_source
from workbench.desk.undoing import history, undo, undo_event
from workbench.desk.upkeep import check_store
from workbench.desk.waiving import waive_claims
from workbench.errors import ConflictError, UsageError
from workbench.model.claims import ClaimState
from workbench.model.sources import SourceFields
from workbench.model.verdicts import Action

if TYPE_CHECKING:
    from workbench.store.opening import Store


def test_a_review_holds_the_text_and_its_claims_in_order(library: Store) -> None:
    review = open_review(library, 1)
    assert review.text.text == TEXT.strip() or review.text.text == TEXT
    assert [claim.ref for claim in review.claims] == ["1.1", "1.2", "1.3", "1.4"]
    assert [claim.text for claim in review.claims] == ["15", "25", "14", "1.4 million"]
    assert all(claim.text == claim.span.of(review.text.text) for claim in review.claims)
    assert (review.progress.open, review.progress.decided) == (4, 0)
    assert review.scale.id == "desk"
    assert review.events == ()


def test_the_same_bytes_are_the_same_article(library: Store) -> None:
    again = bring_in(library)
    assert not again.new
    assert again.article.id == 1
    assert again.claims == 4
    assert len(history(library, 1)) == 1


def test_a_verdict_is_stored_with_its_words(library: Store) -> None:
    decided = decide_claim(library, "1.1", "correct", rationale=" checked\r\nwith the list ", action=Action.NONE, **BY)
    assert decided.state is ClaimState.DECIDED
    assert decided.verdict is not None
    assert decided.verdict.rationale == "checked\nwith the list"
    assert (decided.verdict.decided_by, decided.verdict.decided_at) == (BY["actor"], BY["now"])
    assert open_review(library, 1).claims[0] == decided
    assert open_review(library, 1).progress.decided == 1


def test_words_not_given_stay(library: Store) -> None:
    decide_claim(library, "1.1", "correct", rationale="why", **BY)
    again = decide_claim(library, "1.1", "imprecise", correction="sixteen", **BY)
    assert again.verdict is not None
    assert (again.verdict.rating_id, again.verdict.rationale, again.verdict.correction) == (
        "imprecise",
        "why",
        "sixteen",
    )


def test_a_rating_may_need_evidence(library: Store) -> None:
    with pytest.raises(NeedsEvidenceError, match=r"'incorrect' needs evidence, and claim 1\.1 has none"):
        decide_claim(library, "1.1", "incorrect", **BY)
    assert open_review(library, 1).claims[0].state is ClaimState.OPEN
    source = add_source(library, SourceFields("UN members list"), **BY)
    (evidence,) = attach_source(library, ["1.1"], source.id, **BY)
    assert decide_claim(library, "1.1", "incorrect", **BY).state is ClaimState.DECIDED
    with pytest.raises(NeedsEvidenceError):
        detach_evidence(library, evidence.id, **BY)
    assert open_review(library, 1).evidence[evidence.claim_uid] == (evidence,)


def test_an_unknown_rating_names_the_known_ones(library: Store) -> None:
    with pytest.raises(UsageError) as raised:
        decide_claim(library, "1.1", "dubious", **BY)
    assert "correct-with-context" in raised.value.hint


def test_a_stale_copy_is_refused_with_both_versions(library: Store) -> None:
    seen = open_review(library, 1).claims[0]
    theirs = decide_claim(library, "1.1", "correct", revision=seen.revision, now=BY["now"], actor="bob")
    with pytest.raises(ConflictError) as raised:
        decide_claim(library, "1.1", "imprecise", revision=seen.revision, **BY)
    assert raised.value.theirs == theirs
    assert raised.value.yours.verdict.rating_id == "imprecise"
    assert open_review(library, 1).claims[0] == theirs
    assert [event.actor for event in history(library, 1)][1:] == ["bob"]


def test_several_claims_are_decided_at_one_stroke(library: Store) -> None:
    decided = decide_claims(library, ["1.1", "1.3", "1.1"], "correct", **BY)
    assert [claim.number for claim in decided] == [1, 3]
    assert len(history(library, 1)) == 2
    undo(library, 1, **BY)
    assert open_review(library, 1).progress.open == 4


def test_a_stroke_over_one_claim_is_told_as_what_it_is(library: Store) -> None:
    decide_claims(library, ["1.3"], "correct", **BY)
    waive_claims(library, ["1.1"], **BY)
    assert [event.label for event in history(library, 1)][1:] == ["decided 1.3 correct", "waived 1.1"]


def test_one_bad_claim_stops_the_whole_stroke(library: Store) -> None:
    with pytest.raises(UsageError):
        decide_claims(library, ["1.1", "1.99"], "correct", **BY)
    assert open_review(library, 1).progress.open == 4


def test_one_stale_copy_stops_the_whole_stroke(library: Store) -> None:
    decide_claim(library, "1.3", "imprecise", now=BY["now"], actor="bob")
    with pytest.raises(ConflictError) as raised:
        decide_claims(library, ["1.1", "1.3"], "correct", revisions={"1.1": 1, "1.3": 1}, **BY)
    assert raised.value.theirs.ref == "1.3"
    assert open_review(library, 1).progress.decided == 1
    decide_claims(library, ["1.1", "1.3"], "correct", revisions={"1.1": 1, "1.3": 2}, **BY)
    assert open_review(library, 1).progress.decided == 2


def test_claims_of_two_articles_are_no_stroke(library: Store) -> None:
    bring_in(library, "Only 3 words.", "b.txt")
    with pytest.raises(UsageError, match="different articles"):
        decide_claims(library, ["1.1", "2.1"], "correct", **BY)


def test_the_words_of_a_verdict_change_without_its_rating(library: Store) -> None:
    with pytest.raises(UsageError, match="no verdict yet"):
        edit_verdict(library, "1.1", rationale="x", **BY)
    decide_claim(library, "1.1", "correct", **BY)
    edited = edit_verdict(library, "1.1", explanation="for readers", action=Action.ADD_CONTEXT, **BY)
    assert edited.verdict is not None
    assert (edited.verdict.rating_id, edited.verdict.explanation) == ("correct", "for readers")
    assert edited.verdict.action is Action.ADD_CONTEXT


def test_a_claim_is_reopened_flagged_and_asked_about(library: Store) -> None:
    decide_claim(library, "1.1", "correct", **BY)
    assert reopen_claim(library, "1.1", **BY).verdict is None
    assert flag_claim(library, "1.1", **BY).flagged
    assert ask_author(library, "1.1", "Who counted?", **BY).question == "Who counted?"
    labels = [event.label for event in history(library, 1)]
    assert labels[1:] == [
        "decided 1.1 correct",
        "reopened 1.1 (was correct)",
        "flagged 1.1",
        "asked the author about 1.1",
    ]


def test_a_deed_that_changes_nothing_is_no_event(library: Store) -> None:
    flag_claim(library, "1.1", flagged=False, **BY)
    reopen_claim(library, "1.1", **BY)
    assert len(history(library, 1)) == 1


@pytest.mark.parametrize("ref", ["", "1", "1.", ".1", "1.1.1", "x.1", "1.99", "9.1", "1.٣", "1.1 ", "0" * 40 + ".1"])
def test_what_is_no_claim_is_refused(library: Store, ref: str) -> None:
    with pytest.raises(UsageError):
        decide_claim(library, ref, "correct", **BY)


def test_hostile_words_are_cleaned(library: Store) -> None:
    decided = decide_claim(library, "1.1", "correct", rationale="a\x1b[31m\x00b\ud800\u202ec", **BY)
    assert decided.verdict is not None
    assert decided.verdict.rationale == "a\ufffd[31m\ufffdb\ufffd\u202ec"
    assert open_review(library, 1).claims[0] == decided


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(exclude_categories=()), max_size=200))
def test_any_words_come_back_as_they_were_acknowledged(library: Store, words: str) -> None:
    decided = decide_claim(library, "1.1", "correct", rationale=words, explanation=words[::-1], **BY)
    source = add_source(library, SourceFields(f"S {words}", note=words, url=words), **BY)
    (evidence,) = attach_source(library, ["1.1"], source.id, quote=words, locator=words, note=words, **BY)
    review = open_review(library, 1, events=True)
    assert review.claims[0] == decided
    assert review.sources[source.id] == source
    assert review.evidence[decided.uid][-1] == evidence
    assert check_store(library) == ()


def test_numbers_too_large_for_the_database_name_nothing(library: Store) -> None:
    for ask in (
        lambda: open_review(library, 10**30),
        lambda: attach_source(library, ["1.1"], 10**30, **BY),
        lambda: detach_evidence(library, 10**30, **BY),
        lambda: undo_event(library, 10**30, **BY),
    ):
        with pytest.raises(UsageError):
            ask()


def test_a_paste_gone_wrong_is_refused(library: Store) -> None:
    with pytest.raises(UsageError, match="characters"):
        decide_claim(library, "1.1", "correct", rationale="x" * 100_001, **BY)
