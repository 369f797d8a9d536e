from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.desk.desks import BY, TEXT, bring_in
from workbench.desk.citing import attach_source
from workbench.desk.claiming import add_claim, edit_claim, find_claim, merge_claims, split_claim
from workbench.desk.reviewing import ask_author, decide_claim, flag_claim, open_review
from workbench.desk.sourcing import add_source
from workbench.desk.undoing import history, redo, undo
from workbench.errors import ConflictError, UsageError
from workbench.figures import describe
from workbench.model.claims import ClaimState, Origin
from workbench.model.sources import SourceFields
from workbench.model.spans import Span

if TYPE_CHECKING:
    from workbench.store.opening import Store


def _at(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def test_a_claim_is_found_by_its_name_or_its_uuid(library: Store) -> None:
    claim = find_claim(library, "1.3")
    assert claim.text == "14"
    assert find_claim(library, claim.uid) == claim


def test_marked_words_become_a_claim_in_scope(library: Store) -> None:
    claim = add_claim(library, 1, *_at(" yes."), **BY)
    assert (claim.ref, claim.text, claim.origin) == ("1.5", "yes.", Origin.ADDED)
    assert claim.extent.of(TEXT) == "It voted on 25 March, and 14 said yes."
    review = open_review(library, 1)
    assert review.in_scope(claim)
    assert review.progress.open == 5
    assert [one.number for one in review.claims] == [1, 2, 3, 5, 4]


def test_a_marked_figure_is_understood_in_its_place(library: Store) -> None:
    start, end = _at("holds 1.4 million people")
    claim = add_claim(library, 1, start, end, **BY)
    assert claim.kind == "figure"
    assert claim.figure is not None
    assert int(str(claim.figure.low)) == 1_400_000
    assert TEXT[claim.figure.start : claim.figure.end] == "1.4 million"
    assert find_claim(library, claim.ref) == claim


def test_what_a_person_says_of_a_claim_stands(library: Store) -> None:
    claim = add_claim(library, 1, *_at("Rafah"), kind="name", speaker="officials", wording="where it is", **BY)
    assert (claim.kind, claim.speaker, claim.wording) == ("name", "officials", "where it is")
    article = edit_claim(library, claim.ref, speaker="", **BY)
    assert article.speaker is None


@pytest.mark.parametrize(
    ("start", "end"), [(0, 0), (5, 3), (-1, 4), (0, 10**9), (len(TEXT), len(TEXT) + 1), (66, 68), (10**30, 10**31)]
)
def test_a_stretch_that_is_none_is_refused(library: Store, start: int, end: int) -> None:
    with pytest.raises(UsageError):
        add_claim(library, 1, start, end, **BY)
    assert len(open_review(library, 1).claims) == 4


def test_an_unknown_kind_names_the_known_ones(library: Store) -> None:
    with pytest.raises(UsageError) as raised:
        add_claim(library, 1, 0, 5, kind="rumour", **BY)
    assert "quote" in raised.value.hint


def test_new_bounds_bring_new_words_and_a_new_extent(library: Store) -> None:
    start, end = _at("15 members")
    edited = edit_claim(library, "1.1", end=end, **BY)
    assert (edited.text, edited.span, edited.revision) == ("15 members", Span(start, end), 2)
    assert edited.extent.of(TEXT) == "The council has 15 members."
    assert find_claim(library, "1.1") == edited
    undo(library, 1, **BY)
    assert find_claim(library, "1.1").text == "15"
    assert find_claim(library, "1.1").revision == 3


def test_the_extent_holds_the_claim(library: Store) -> None:
    wide = Span(*_at("The council has 15 members. It voted on 25 March, and 14 said yes."))
    assert edit_claim(library, "1.1", extent=wide, **BY).extent == wide
    with pytest.raises(UsageError, match="hold the whole claim"):
        edit_claim(library, "1.1", extent=Span(0, 5), **BY)


def test_a_stale_edit_of_the_bounds_is_refused(library: Store) -> None:
    edit_claim(library, "1.1", start=12, **BY)
    with pytest.raises(ConflictError):
        edit_claim(library, "1.1", end=20, revision=1, **BY)


def test_a_claim_is_split_in_two_new_ones(library: Store) -> None:
    add_source(library, SourceFields("Minutes"), **BY)
    attach_source(library, ["1.4"], 1, quote="1.4m", **BY)
    ask_author(library, "1.4", "Of what?", **BY)
    flag_claim(library, "1.4", **BY)
    old = find_claim(library, "1.4")
    first, second = split_claim(library, "1.4", old.start + 3, **BY)
    assert [(one.ref, one.text, one.state) for one in (first, second)] == [
        ("1.5", "1.4", ClaimState.OPEN),
        ("1.6", "million", ClaimState.OPEN),
    ]
    review = open_review(library, 1)
    assert [claim.number for claim in review.claims] == [1, 2, 3, 5, 6]
    assert [claim.number for claim in review.retired] == [4]
    assert [one.quote for uid in (first.uid, second.uid) for one in review.evidence[uid]] == ["1.4m", "1.4m"]
    assert [(one.flagged, one.question) for one in (first, second)] == [(True, "Of what?"), (True, "")]
    with pytest.raises(UsageError, match="was ended by a split"):
        decide_claim(library, "1.4", "correct", **BY)


def test_the_halves_of_a_quotation_are_quotations(library: Store) -> None:
    edit_claim(library, "1.4", kind="quote", **BY)
    old = find_claim(library, "1.4")
    assert [one.kind for one in split_claim(library, "1.4", old.start + 3, **BY)] == ["quote", "quote"]


def test_no_number_is_given_twice(library: Store) -> None:
    split_claim(library, "1.4", find_claim(library, "1.4").start + 3, **BY)
    undo(library, 1, **BY)
    assert [claim.number for claim in open_review(library, 1).claims] == [1, 2, 3, 4]
    assert add_claim(library, 1, 0, 3, **BY).number == 7
    undo(library, 1, **BY)
    assert add_claim(library, 1, 0, 3, **BY).number == 8


def test_redo_brings_the_split_back_under_its_numbers(library: Store) -> None:
    split_claim(library, "1.4", find_claim(library, "1.4").start + 3, **BY)
    before = [claim.uid for claim in open_review(library, 1).claims]
    undo(library, 1, **BY)
    redo(library, 1, **BY)
    assert [claim.uid for claim in open_review(library, 1).claims] == before


@pytest.mark.parametrize("offset", [0, 11, -3, 400])
def test_a_split_lies_inside_the_claim(library: Store, offset: int) -> None:
    with pytest.raises(UsageError, match="does not lie inside"):
        split_claim(library, "1.4", find_claim(library, "1.4").start + offset, **BY)


def test_claims_are_merged_into_a_new_one(library: Store) -> None:
    add_source(library, SourceFields("Minutes"), **BY)
    for ref in ("1.2", "1.3"):
        attach_source(library, [ref], 1, quote="the same words", **BY)
    ask_author(library, "1.3", "Counted by whom?", **BY)
    ask_author(library, "1.2", "Of which year?", **BY)
    flag_claim(library, "1.3", **BY)
    merged = merge_claims(library, ["1.3", "1.2"], **BY)
    assert (merged.ref, merged.text, merged.kind) == ("1.5", "25 March, and 14", "figure")
    assert merged.state is ClaimState.OPEN
    assert (merged.flagged, merged.question) == (True, "Of which year?\nCounted by whom?")
    review = open_review(library, 1)
    assert [claim.number for claim in review.claims] == [1, 5, 4]
    assert len(review.evidence[merged.uid]) == 1


@pytest.mark.parametrize("refs", [[], ["1.1"], ["1.1", "1.1"], ["1.1", "2.1"]])
def test_merging_takes_two_claims_of_one_article(library: Store, refs: list[str]) -> None:
    bring_in(library, "Only 3 words.", "b.txt")
    with pytest.raises(UsageError):
        merge_claims(library, refs, **BY)


def test_a_person_says_what_a_figure_means(library: Store) -> None:
    before = add_claim(library, 1, *_at("holds 1.4 million people"), **BY)
    assert before.figure is not None
    claim = edit_claim(library, before.ref, figure="over 14 councillors", **BY)
    assert claim.figure is not None
    assert describe(claim.figure) == "over 14 · count of councillors · open above"
    # It stands where it stood, in the article's own words.
    assert (claim.figure.start, claim.figure.text) == (before.figure.start, "1.4 million")
    assert find_claim(library, before.ref) == claim
    told = history(library, 1)[-1].label
    assert "figure 1,400,000 · count of people" in told
    assert "→ over 14 · count of councillors" in told
    undo(library, 1, **BY)
    assert find_claim(library, before.ref).figure == before.figure


def test_a_figure_that_no_detector_reads_is_said_in_words(library: Store) -> None:
    claim = add_claim(library, 1, *_at("Rafah"), kind="figure", **BY)
    assert claim.figure is None
    said = edit_claim(library, claim.ref, figure="about a quarter to six", **BY)
    assert said.figure is not None
    assert (said.figure.low, said.figure.text, said.figure.start) == ("T05:45", "Rafah", claim.start)


def test_words_that_say_no_figure_change_nothing(library: Store) -> None:
    with pytest.raises(UsageError, match="no figure"):
        edit_claim(library, "1.3", figure="many", **BY)
    assert find_claim(library, "1.3").revision == 1


def test_a_wording_that_nobody_wrote_follows_bounds_and_speaker(library: Store) -> None:
    claim = add_claim(library, 1, *_at("holds 1.4 million people"), **BY)
    assert claim.wording
    moved = edit_claim(library, claim.ref, start=_at("1.4 million")[0], end=_at("1.4 million")[1], **BY)
    assert moved.wording == find_claim(library, claim.ref).wording != ""
    own = edit_claim(library, claim.ref, wording="my own words", **BY)
    kept = edit_claim(library, own.ref, start=_at("holds")[0], **BY)
    assert kept.wording == "my own words"


def test_a_quotations_wording_names_who_says_it_now(library: Store) -> None:
    claim = add_claim(library, 1, *_at("Rafah"), speaker="the mayor", wording="“Rafah” — the mayor", **BY)
    assert edit_claim(library, claim.ref, speaker="the clerk", **BY).wording == "“Rafah” — the clerk"
    assert edit_claim(library, claim.ref, speaker="", **BY).wording == "“Rafah”"
    assert edit_claim(library, claim.ref, speaker="the clerk", **BY).wording == "“Rafah” — the clerk"


def test_a_kind_that_is_not_counted_has_to_be_most_of_what_was_marked(library: Store) -> None:
    assert add_claim(library, 1, *_at("25 March"), **BY).kind == "date"
    whole = add_claim(library, 1, *_at("It voted on 25 March, and"), **BY)
    assert (whole.kind, whole.wording) == ("figure", "")


def test_a_long_quotation_that_is_marked_whole_has_its_wording(library: Store) -> None:
    said = "“" + "We counted every vote in this town twice. " * 12 + "”"
    bring_in(library, f"The mayor spoke for an hour. {said} she said.")
    text = open_review(library, 2).text.text
    start = text.index("“")
    claim = add_claim(library, 2, start, start + len(said), **BY)
    assert claim.kind == "quote"
    assert claim.wording.startswith("“We counted every vote")
