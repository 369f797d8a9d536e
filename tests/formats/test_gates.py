from __future__ import annotations

from dataclasses import replace

from tests.formats.test_signing import sign
from tests.reports.build import build_review
from workbench.formats.gates import GATES, find_hindrances


def test_each_gate_names_what_stands_in_the_way() -> None:
    review = build_review()
    missing = review.progress.words - review.progress.accounted
    assert find_hindrances(review, GATES) == [
        f"open claims: {review.progress.open} of {review.progress.claims}",
        "claims that failed: 3.3, 3.6, 3.11, 3.14, 3.19, 3.24",
        "not signed off as it stands",
        f"words not accounted for: {missing} of {review.progress.words}",
    ]


def test_a_gate_asked_twice_answers_once() -> None:
    assert len(find_hindrances(build_review(), ["fail", "fail"])) == 1


def test_a_finished_and_signed_review_passes_every_gate() -> None:
    review = build_review()
    good = tuple(claim for claim in review.claims if claim.verdict and claim.verdict.rating_id == "correct")
    done = replace(review.progress, open=0, accounted=review.progress.words)
    assert find_hindrances(sign(replace(review, claims=good, progress=done)), GATES) == []


def test_a_failed_claim_hinders_whatever_the_desk_does_about_it() -> None:
    review = build_review()
    [queried] = [claim for claim in review.claims if claim.ref == "3.14"]
    assert find_hindrances(replace(review, claims=(queried,)), ["fail"]) == ["claims that failed: 3.14"]
