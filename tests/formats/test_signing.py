from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from tests.reports.build import build_review, uid
from workbench.formats.canonical import write_json
from workbench.formats.review_json import review_to_json
from workbench.formats.review_reading import parse_review
from workbench.formats.signing import digest_review, is_signed, judge_signoffs
from workbench.model.signoff import SignOff

if TYPE_CHECKING:
    from collections.abc import Callable

    from workbench.model.reviews import Review


def sign(review: Review) -> Review:
    signature = SignOff(uid("mine"), 3, "2024-06-02T08:00:00Z", "ada", "", digest_review(review))
    return replace(review, signoffs=(*review.signoffs, signature))


def test_signing_changes_nothing_that_is_signed() -> None:
    review = build_review()
    signed = sign(review)
    assert digest_review(signed) == digest_review(review)
    assert is_signed(signed)
    assert not is_signed(review)
    assert [signoff.void for signoff in judge_signoffs(signed).signoffs] == [True, False]


def test_names_flags_and_revisions_are_not_signed() -> None:
    review = build_review()
    claims = tuple(replace(claim, revision=9, flagged=True) for claim in review.claims)
    assert digest_review(replace(review, claims=claims, events=(), notices=())) == digest_review(review)


def test_the_same_review_on_another_machine_has_the_same_digest() -> None:
    review = sign(build_review())
    assert is_signed(parse_review(write_json(review_to_json(review))))


def change_claim(**fields: Any) -> Callable[[Review], Review]:
    return lambda review: replace(review, claims=(replace(review.claims[0], **fields), *review.claims[1:]))


def change_verdict(**fields: Any) -> Callable[[Review], Review]:
    def change(review: Review) -> Review:
        claim = review.claims[0]
        assert claim.verdict
        return replace(review, claims=(replace(claim, verdict=replace(claim.verdict, **fields)), *review.claims[1:]))

    return change


def change_evidence(review: Review) -> Review:
    pieces = review.evidence[review.claims[0].uid]
    return replace(review, evidence={**review.evidence, review.claims[0].uid: (replace(pieces[0], quote="x"),)})


def change_version(review: Review) -> Review:
    [(key, version)] = review.versions.items()
    return replace(review, versions={key: replace(version, sha256="f" * 64)})


def change_source(review: Review) -> Review:
    source = review.sources[4]
    return replace(review, sources={**review.sources, 4: replace(source, fields=replace(source.fields, url="x"))})


@pytest.mark.parametrize(
    "change",
    [
        change_claim(start=0, text="x"),
        change_claim(speaker="somebody"),
        change_claim(question="why?"),
        change_verdict(rating_id="correct"),
        change_verdict(rationale="another"),
        change_verdict(correction="another"),
        change_evidence,
        change_version,
        change_source,
        lambda review: replace(review, passages=()),
        lambda review: replace(review, text=replace(review.text, text=review.text.text + " ")),
        lambda review: replace(review, article=replace(review.article, scope=("figure",))),
    ],
)
def test_any_later_change_makes_a_signature_void(change: Callable[[Review], Review]) -> None:
    changed = change(sign(build_review()))
    assert not is_signed(changed)
    assert all(signoff.void for signoff in judge_signoffs(changed).signoffs)
