from __future__ import annotations

from dataclasses import replace

import pytest

from tests.formats.test_signing import sign
from tests.reports.build import build_review
from workbench.errors import UsageError
from workbench.reports.gates import GATES, find_obstacles


def test_each_gate_names_what_stands_in_the_way() -> None:
    review = build_review()
    assert [obstacle.ref for obstacle in find_obstacles(review, ["open"])] == ["3.15", "3.21"]
    assert [obstacle.ref for obstacle in find_obstacles(review, ["fail"])] == [
        "3.3",
        "3.6",
        "3.11",
        "3.14",
        "3.19",
        "3.24",
    ]
    assert [obstacle.message for obstacle in find_obstacles(review, ["unsigned"])] == ["the sign-off is void"]
    missing = review.progress.words - review.progress.accounted
    assert [obstacle.message for obstacle in find_obstacles(review, ["unaccounted"])] == [
        f"{missing} words not accounted for"
    ]
    assert len(find_obstacles(review, GATES)) == 10


def test_a_finished_and_signed_review_passes_every_gate() -> None:
    review = build_review()
    good = tuple(claim for claim in review.claims if claim.verdict and claim.verdict.rating_id == "correct")
    done = replace(review, claims=good, progress=replace(review.progress, accounted=review.progress.words))
    assert find_obstacles(sign(done), GATES) == ()


def test_an_open_claim_out_of_scope_is_no_obstacle() -> None:
    review = build_review()
    assert "3.5" not in [obstacle.ref for obstacle in find_obstacles(review, ["open"])]


def test_a_gate_that_there_is_not_is_refused() -> None:
    with pytest.raises(UsageError, match="no gate 'openn'"):
        find_obstacles(build_review(), ["openn"])
