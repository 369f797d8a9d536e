from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tui.reviews import SCALE, make_claim, make_review, verdict
from workbench.model.articles import Place
from workbench.model.claims import Claim, ClaimState
from workbench.model.sources import Evidence, Stance
from workbench.model.spans import Block, Span
from workbench.tui.limits import Limit, read_limit, write_limit
from workbench.tui.session import Session, evidence_of, rating_for_key
from workbench.tui.view import next_span

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def session() -> Session:
    return Session(make_review())


def test_shows_the_scope_of_the_article_in_text_order(session: Session) -> None:
    assert session.view.numbers == [1, 2, 3, 4]


def test_begins_at_the_first_open_claim_and_later_where_one_left(session: Session) -> None:
    assert session.first_stop() == 1
    assert Session(make_review(place=Place(claim=3))).first_stop() == 3
    assert Session(make_review(place=Place(claim=99))).first_stop() == 1


def test_next_and_previous_stop_at_the_ends(session: Session) -> None:
    session.go(1)
    assert session.view.before(session.claim) == 0
    assert session.view.after(session.claim) == 2
    session.go(4)
    assert session.view.after(session.claim) == 0
    assert session.view.before(session.claim) == 3


def test_next_open_skips_decided_claims_and_goes_round(session: Session) -> None:
    session.go(2)
    assert session.view.open_after(session.claim) == 4
    session.go(4)
    assert session.view.open_after(session.claim) == 1
    session.go(1)
    assert session.view.open_before(session.claim) == 4


def test_no_claim_open_is_said_with_zero() -> None:
    review = make_review()
    settled = tuple(replace(claim, state=ClaimState.WAIVED) for claim in review.claims)
    assert Session(replace(review, claims=settled)).view.open_after(None) == 0


def test_moves_on_from_a_claim_that_the_limit_hides(session: Session) -> None:
    session.limit_to(Limit())
    session.go(5)
    session.limit_to(Limit(kinds=frozenset({"figure"})))
    assert session.view.after(session.claim) == 2


def test_goes_back_and_forward_through_what_was_visited(session: Session) -> None:
    for number in (1, 3, 4):
        session.go(number)
    assert session.visit() == 3
    assert session.visit() == 1
    assert session.visit() == 0
    assert session.current == 1
    assert session.visit(forward=True) == 3
    session.go(2)
    assert session.visit(forward=True) == 0


def test_a_verdict_changes_the_counts_and_keeps_the_claim_in_view_until_one_moves() -> None:
    session = Session(make_review(), Limit(states=frozenset({ClaimState.OPEN})))
    session.go(1)
    claim = session.claim
    assert claim is not None
    session.apply(replace(claim, state=ClaimState.DECIDED, verdict=verdict("right")))
    assert (session.review.progress.open, session.review.progress.decided) == (2, 2)
    assert 1 in session.view.numbers
    assert session.view.after(session.claim) == 5


def test_a_claim_out_of_scope_is_not_counted(session: Session) -> None:
    claim = session.find(5)
    assert claim is not None
    session.apply(replace(claim, state=ClaimState.WAIVED))
    assert session.review.progress == make_review().progress


def test_a_split_claim_goes_and_new_ones_come_in_text_order(session: Session) -> None:
    claim = session.find(2)
    assert claim is not None
    session.selected.add(2)
    session.apply(replace(claim, state=ClaimState.RETIRED))
    session.apply(make_claim(6, "14"))
    session.apply(make_claim(7, "stood"))
    assert session.view.numbers == [1, 6, 7, 3, 4]
    assert session.find(2) is None
    assert not session.selected


def test_many_verdicts_at_once_are_put_in_with_one_walk_through_the_claims() -> None:
    class Walked(tuple[Claim, ...]):
        __slots__ = ()
        walks = 0

        def __iter__(self) -> Iterator[Claim]:
            Walked.walks += 1
            return super().__iter__()

    review = make_review()
    decided = [replace(one, state=ClaimState.DECIDED, verdict=verdict("right")) for one in review.claims]
    together, singly = Session(replace(review, claims=Walked(review.claims))), Session(review)
    Walked.walks = 0
    together.apply(*decided)
    assert Walked.walks == 1
    for claim in decided:
        singly.apply(claim)
    assert together.review == singly.review
    assert together.review.progress.decided == 4
    assert together.view.numbers == singly.view.numbers


def test_evidence_is_put_changed_and_taken_off(session: Session) -> None:
    claim = session.find(3)
    assert claim is not None
    first = evidence_of(session.review, claim)[0]
    second = Evidence(2, "evidence-2", claim.uid, 7, Stance.CONTEXT)
    session.cite(claim, second)
    session.cite(claim, replace(first, note="page 2"))
    assert [(one.uid, one.note) for one in evidence_of(session.review, claim)] == [
        ("evidence-1", "page 2"),
        ("evidence-2", ""),
    ]
    session.cite(claim, replace(first, removed=True))
    assert evidence_of(session.review, claim) == (second,)
    source = session.review.sources.get(second.source_id)
    assert source is not None
    assert source.title == "Record of the vote"


def test_a_new_reading_keeps_place_limit_and_selection(session: Session) -> None:
    session.limit_to(Limit(kinds=frozenset({"figure"})))
    session.go(3)
    session.selected.add(1)
    session.selected.add(2)
    review = make_review()
    session.reload(replace(review, claims=tuple(claim for claim in review.claims if claim.number not in (2, 3))))
    assert session.current == 1
    assert session.selected == {1}
    assert session.view.numbers == [1]


def test_a_verdict_is_for_the_selected_claims_or_else_the_current(session: Session) -> None:
    session.go(4)
    assert [claim.number for claim in session.chosen] == [4]
    session.selected.add(3)
    session.selected.add(1)
    assert [claim.number for claim in session.chosen] == [1, 3]


def test_finds_the_figure_that_is_said_again_also_in_words(session: Session) -> None:
    claim = session.find(1)
    assert claim is not None
    assert [other.number for other in session.said_again(claim)] == [2]
    quote = session.find(4)
    assert quote is not None
    assert session.said_again(quote) == ()


def test_another_noun_is_another_figure(session: Session) -> None:
    claim = session.find(2)
    assert claim is not None
    assert claim.figure is not None
    session.apply(replace(claim, figure=replace(claim.figure, noun="boats")))
    first = session.find(1)
    assert first is not None
    assert session.said_again(first) == ()


def test_loose_words_are_gone_round() -> None:
    spans = [Span(30, 40), Span(5, 9)]
    assert next_span(spans, 0) == Span(5, 9)
    assert next_span(spans, 5) == Span(30, 40)
    assert next_span(spans, 31) == Span(5, 9)
    assert next_span([], 0) is None


def test_rating_keys_are_the_scales() -> None:
    wrong = rating_for_key(SCALE, "f")
    assert wrong is not None
    assert wrong.id == "wrong"
    assert rating_for_key(SCALE, "2") is wrong
    assert rating_for_key(SCALE, "") is None


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("", [1, 5, 2, 3, 4]),
        ("kind:quote", [4]),
        ("state:open kind:figure", [1, 2]),
        ("rating:right", [3]),
        ("speaker:envoy", [2, 3, 4]),
        ("speaker:-", [1, 5]),
        ("has:source", [3]),
        ("has:no-source kind:figure", [1, 2]),
        ("members", [1, 2]),
        ('"It was', []),
        ("is:flagged", []),
    ],
)
def test_limits(session: Session, line: str, shown: list[int]) -> None:
    session.limit_to(read_limit(line))
    assert session.view.numbers == shown


@given(
    st.builds(
        Limit,
        kinds=st.frozensets(st.sampled_from(["figure", "quote"])),
        states=st.frozensets(st.sampled_from(ClaimState)),
        ratings=st.frozensets(st.sampled_from(["right", "wrong"])),
        speaker=st.text(max_size=8).map(str.strip),
        evidence=st.sampled_from([None, True, False]),
        flagged=st.booleans(),
        text=st.text(max_size=12).map(str.strip),
    )
)
def test_a_limit_is_read_as_it_was_written(limit: Limit) -> None:
    assert read_limit(write_limit(limit)) == limit


def test_a_claim_stands_under_the_last_heading_but_not_under_the_headline() -> None:
    text = "Vote\n\n14 members\n\nTalks\n\n40 hostages\n"
    blocks = tuple(
        Block(text.index(words), text.index(words) + len(words), kind, 1)
        for words, kind in (
            ("Vote", "heading"),
            ("14 members", "paragraph"),
            ("Talks", "heading"),
            ("40 hos", "paragraph"),
        )
    )
    review = make_review()
    first, *_ = review.claims
    session = Session(replace(review, text=replace(review.text, text=text, blocks=blocks)))
    assert session.section_of(replace(first, start=text.index("14"))) == ""
    assert session.section_of(replace(first, start=text.index("40"))) == "Talks"
    assert session.section_of(replace(first, start=text.index("Talks"))) == ""
