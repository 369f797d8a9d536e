from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.desk.desks import BY, TEXT
from workbench.desk.claiming import find_claim
from workbench.desk.reviewing import decide_claim, open_review
from workbench.desk.undoing import undo
from workbench.desk.waiving import lift_passage, waive_claim, waive_claims, waive_passage
from workbench.errors import UsageError
from workbench.model.claims import ClaimState, WaiveReason

if TYPE_CHECKING:
    from workbench.store.opening import Store

FIRST_LINE = TEXT.index("\n")


def test_a_waived_claim_loses_its_verdict_and_undo_brings_it_back(library: Store) -> None:
    decided = decide_claim(library, "1.1", "correct", rationale="why", **BY)
    waived = waive_claim(library, "1.1", **BY)
    assert (waived.state, waived.waive_reason, waived.verdict) == (
        ClaimState.WAIVED,
        WaiveReason.NOT_CHECKABLE,
        None,
    )
    undo(library, 1, **BY)
    assert find_claim(library, "1.1").verdict == decided.verdict


def test_several_claims_are_waived_at_one_stroke(library: Store) -> None:
    assert len(waive_claims(library, ["1.1", "1.2"], **BY)) == 2
    assert open_review(library, 1).progress.waived == 2
    undo(library, 1, **BY)
    assert open_review(library, 1).progress.waived == 0


def test_a_passage_takes_its_open_claims_with_it(library: Store) -> None:
    decide_claim(library, "1.1", "correct", **BY)
    passage = waive_passage(library, 1, 0, FIRST_LINE, "background", **BY)
    review = open_review(library, 1)
    assert [claim.state for claim in review.claims] == [
        ClaimState.DECIDED, ClaimState.WAIVED, ClaimState.WAIVED, ClaimState.OPEN,
    ]  # fmt: skip
    assert review.passages == (passage,)
    assert review.progress.accounted == 14
    lift_passage(library, 1, passage.number, **BY)
    review = open_review(library, 1)
    assert [claim.state for claim in review.claims] == [
        ClaimState.DECIDED, ClaimState.OPEN, ClaimState.OPEN, ClaimState.OPEN,
    ]  # fmt: skip
    assert review.passages == ()


def test_a_claim_under_two_passages_waits_for_both(library: Store) -> None:
    waive_passage(library, 1, 0, FIRST_LINE, **BY)
    waive_passage(library, 1, 20, FIRST_LINE, **BY)
    lift_passage(library, 1, 1, **BY)
    assert [claim.state.value for claim in open_review(library, 1).claims] == ["open", "waived", "waived", "open"]
    lift_passage(library, 1, 2, **BY)
    assert open_review(library, 1).progress.open == 4


def test_a_claim_waived_for_its_own_sake_stays_waived(library: Store) -> None:
    waive_claim(library, "1.1", **BY)
    waive_passage(library, 1, 0, FIRST_LINE, **BY)
    lift_passage(library, 1, 1, **BY)
    assert find_claim(library, "1.1").state is ClaimState.WAIVED


def test_what_cannot_be_waived_or_lifted_is_told(library: Store) -> None:
    with pytest.raises(UsageError):
        waive_passage(library, 1, FIRST_LINE, FIRST_LINE + 2, **BY)
    with pytest.raises(UsageError, match="no waived passage 7"):
        lift_passage(library, 1, 7, **BY)
    with pytest.raises(UsageError) as raised:
        waive_claim(library, "1.1", "because", **BY)  # type: ignore[arg-type]  # as the command line would
    assert "not-checkable" in raised.value.hint
