from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from workbench.model.claims import Claim, ClaimState, Passage
from workbench.model.progress import Progress
from workbench.model.spans import Block, Span
from workbench.text.progress import count_progress, find_unaccounted
from workbench.text.words import find_words

SCOPE = ("figure", "quote")
TEXT = "One two three. Four five six.\n\nSeven eight nine."


def claim(start: int, end: int, state: ClaimState = ClaimState.OPEN, kind: str = "figure") -> Claim:
    return Claim(
        uid=f"{start}-{end}-{state}-{kind}",
        article_id=1,
        number=1,
        kind=kind,
        start=start,
        end=end,
        text="",
        extent=Span(start, end),
        state=state,
    )


def passage(start: int, end: int, *, removed: bool = False) -> Passage:
    return Passage(uid="p", article_id=1, number=1, start=start, end=end, removed=removed)


def test_a_decided_sentence_is_accounted_for_and_an_open_one_is_not() -> None:
    claims = [claim(0, 14, ClaimState.DECIDED), claim(15, 29)]
    assert count_progress(TEXT, claims, [], SCOPE) == Progress(open=1, decided=1, waived=0, words=9, accounted=3)
    assert [span.of(TEXT) for span in find_unaccounted(TEXT, claims, [], SCOPE)] == [
        "Four five six.",
        "Seven eight nine.",
    ]


def test_an_open_claim_holds_back_the_words_that_it_shares() -> None:
    claims = [claim(0, 29, ClaimState.DECIDED), claim(15, 29)]
    assert count_progress(TEXT, claims, [], SCOPE).accounted == 3


def test_claims_out_of_scope_or_retired_do_not_count() -> None:
    claims = [claim(0, 14, ClaimState.DECIDED, "name"), claim(0, 14, ClaimState.RETIRED)]
    assert count_progress(TEXT, claims, [], SCOPE) == Progress(open=0, decided=0, waived=0, words=9, accounted=0)


def test_a_waived_passage_accounts_for_its_words_unless_lifted() -> None:
    assert count_progress(TEXT, [], [passage(0, 14)], SCOPE).accounted == 3
    assert count_progress(TEXT, [], [passage(0, 14, removed=True)], SCOPE).accounted == 0


def test_an_unaccounted_stretch_ends_with_its_block() -> None:
    blocks = [Block(0, 14, "paragraph", 1), Block(15, 29, "paragraph", 1), Block(31, 48, "paragraph", 3)]
    assert [span.of(TEXT) for span in find_unaccounted(TEXT, [], [], SCOPE, blocks=blocks)] == [
        "One two three.",
        "Four five six.",
        "Seven eight nine.",
    ]


@st.composite
def reviews(draw: st.DrawFn) -> tuple[str, list[Claim], list[Passage]]:
    text = draw(st.text("ab .\n", max_size=60))
    bounds = st.tuples(st.integers(0, 60), st.integers(1, 20))
    states = st.sampled_from(ClaimState)
    kinds = st.sampled_from(["figure", "quote", "name"])
    claims = [claim(s, s + n, draw(states), draw(kinds)) for s, n in draw(st.lists(bounds, max_size=8))]
    passages = [passage(s, s + n, removed=draw(st.booleans())) for s, n in draw(st.lists(bounds, max_size=3))]
    return text, claims, passages


@given(reviews())
def test_the_sweep_counts_as_the_definition_says(review: tuple[str, list[Claim], list[Passage]]) -> None:
    text, claims, passages = review
    live = [c for c in claims if c.kind in SCOPE and c.state is not ClaimState.RETIRED]
    accounted = []
    for word in find_words(text):
        around = [c for c in live if c.extent.contains(word)]
        inside = around or any(p.start <= word.start and word.end <= p.end for p in passages if not p.removed)
        accounted.append(bool(inside) and all(c.state is not ClaimState.OPEN for c in around))
    progress = count_progress(text, claims, passages, SCOPE)
    assert (progress.words, progress.accounted) == (len(accounted), sum(accounted))
    assert progress.claims == len(live)
    stretches = find_unaccounted(text, claims, passages, SCOPE)
    missing = [word for word, done in zip(find_words(text), accounted, strict=True) if not done]
    assert [w for w in find_words(text) if any(s.contains(w) for s in stretches)] == missing
    assert not any(re.search(r"\n\n", span.of(text)) for span in stretches)
