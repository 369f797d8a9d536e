"""What makes an hour of reviewing pleasant: words marked whole, changes in sight, every deed told, lists that find."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from textual.widgets import Static

from tests.tui.libraries import NOW, running
from workbench.desk import importing
from workbench.model.claims import ClaimState
from workbench.readers import read_bytes
from workbench.store.opening import open_store
from workbench.tui.widgets.field import Field

if TYPE_CHECKING:
    from pathlib import Path


async def test_a_quotation_at_the_end_of_loose_words_is_waived_with_them(database: Path) -> None:
    async with running(database) as run:
        run.review_screen.go(8)
        await run.do("next-unaccounted")
        span = run.review_screen.document.selected_span()
        assert span is not None
        while not any(claim.kind == "quote" and span.contains(claim.span) for claim in run.review().claims):
            await run.do("next-unaccounted")
            span = run.review_screen.document.selected_span()
            assert span is not None
        assert "in them: W waives all" in run.text()
        await run.do("waive-passage")
        await run.press("enter")
        inside = [claim for claim in run.review().claims if span.contains(claim.span)]
        assert {claim.state for claim in inside} == {ClaimState.WAIVED}
        assert "waived" in run.text()
        assert "in them; u undoes" in run.text()


async def test_selected_claims_are_marked_where_they_stand(database: Path) -> None:
    async with running(database) as run:
        await run.do("select-claim")
        run.review_screen.go(13)
        await run.do("select-claim")
        assert run.text().count("◆") == 2
        assert "2 selected: rate all, s attaches" in run.text()
        # Wherever one goes, and whatever is said since, it stays in sight that a rating is for these.
        await run.do("next-open", "show-claims", "show-claims")
        assert "● 2 selected ✕" in run.text()
        await run.press("1")
        assert "◆" not in run.text()
        assert "claims 2, 13: Correct; u undoes" in run.text()


async def test_a_correction_begins_in_the_words_as_they_stand_and_shows_what_changes(database: Path) -> None:
    async with running(database) as run:
        await run.do("edit-correction")
        assert run.app.screen.query_one(Field).selected_text == "14"
        preview = str(run.app.screen.query_one("#text-preview", Static).content)
        assert preview.startswith("The council backed the harbour plan on Monday by 14 votes")
        await run.press("ctrl+s")
        await run.press("3")
        assert run.claim(2).verdict.correction == ""
        run.review_screen.go(2)
        await run.do("edit-correction")
        await run.type("13")
        assert "14 → 13" in run.text()
        await run.press("ctrl+s")
        assert run.claim(2).verdict.correction == "13"


async def test_the_search_finds_commands_and_carries_them_out(database: Path) -> None:
    async with running(database) as run:
        await run.do("search")
        await run.type("Put a flag on")
        assert "Put a flag on the claim" in run.text()
        await run.press("enter")
        assert run.claim(2).flagged


async def test_what_the_sources_figure_says_about_the_claims_stands_under_the_quotation(database: Path) -> None:
    async with running(database) as run:
        assert "= Both say 14." in run.text()


async def test_what_is_marked_becomes_the_bounds_of_the_claim_or_is_waived(database: Path) -> None:
    async with running(database) as run:
        await run.do("mark-text")
        await run.press("w", "w", "K")
        assert "14 votes" in run.text()
        await run.press("ctrl+s")
        assert run.claim(2).text == "14 votes"
        assert run.review_screen.document.selected_span() is None
        await run.do("mark-text")
        await run.press("right_parenthesis", "W")
        await run.press("enter")
        passage = run.review().passages[0]
        assert run.review().text.text[passage.start : passage.end].startswith("14 votes to 3")


async def test_words_are_marked_whole(database: Path) -> None:
    async with running(database) as run:
        document = run.review_screen.document

        def marked() -> str:
            span = document.selected_span()
            assert span is not None
            return span.of(document.text)

        await run.do("mark-text")
        await run.press("w", "w", "w")
        assert marked() == "14 votes to"
        await run.press("b")
        assert marked() == "14 votes"
        await run.press("right_parenthesis")
        assert marked() == "14 votes to 3, after a debate of six hours."
        await run.press("escape")
        assert document.selected_span() is None


async def test_the_filters_keys_can_be_clicked(database: Path) -> None:
    async with running(database) as run:
        line = next(row for row in run.text().splitlines() if "l filter" in row)
        await run.pilot.click("#filter", offset=(line.index("l filter"), 0))
        await run.settle()
        assert "Show only claims" in run.text()


async def test_what_limits_the_view_is_in_sight_however_narrow_the_window_is(database: Path) -> None:
    async with running(database, size=(44, 14)) as run:
        await run.do("limit")
        await run.type("vote")
        await run.press("ctrl+s")
        row = next(line for line in run.text().splitlines() if "✕" in line)
        assert "● words: vote ✕" in row
        assert "L show all" in row
        await run.do("next-claim", "next-claim", "next-claim")
        assert "hides 11 open" in run.text()
        assert "L shows all" in run.text()
        await run.do("clear-limit")
        assert "✕" not in run.text()


async def test_an_article_without_claims_says_how_to_make_one(tmp_path: Path) -> None:
    path = tmp_path / "workbench.db"
    store = open_store(path)
    importing.import_document(store, read_bytes("calm.md", b"The sea was calm."), now=NOW, actor="ada")
    store.close()
    async with running(path) as run:
        await run.do("next-claim")
        assert "There is no claim yet; m marks words" in run.text()


async def test_many_claims_are_told_by_their_number_and_how_to_undo_is_in_sight(database: Path) -> None:
    async with running(database, size=(80, 24)) as run:
        await run.do("select-all")
        await run.press("4")
        assert "and 5 more" in run.text()
        await run.do("cancel", "merge-claims")
        assert "merged 12 claims into" in run.text()
        assert "; u undoes" in run.text()


async def test_a_source_is_attached_to_all_that_are_selected_at_one_stroke(database: Path) -> None:
    async with running(database) as run:
        run.review_screen.go(3)
        await run.do("select-claim", "select-claim")
        chosen = [claim.number for claim in run.review_screen.session.chosen]
        assert len(chosen) == 2
        await run.do("attach-source")
        assert f"For 2 claims: {chosen[0]}, {chosen[1]}" in run.text()
        await run.press("enter")
        await run.type("14 votes")
        await run.do("accept")
        assert "attached S1 to 2 claims" in run.text()
        held = run.review().evidence
        assert [len(held.get(run.claim(number).uid, ())) for number in chosen] == [1, 1]
        await run.do("undo")
        held = run.review().evidence
        assert [len(held.get(run.claim(number).uid, ())) for number in chosen] == [0, 0]


async def test_a_rating_for_all_that_needs_evidence_asks_for_it_where_there_is_none(database: Path) -> None:
    async with running(database) as run:
        run.review_screen.go(2)
        await run.do("select-claim", "select-claim")
        rating = next(one for one in run.review().scale.ratings if one.needs_evidence)
        await run.press(rating.key)
        # Claim 2 has evidence.
        assert f"'{rating.label}' needs a source on 3" in " ".join(run.text().split())
        await run.press("enter")
        await run.do("accept")
        assert [run.claim(number).verdict.rating_id for number in (2, 3)] == [rating.id] * 2
        assert [len(run.review().evidence[run.claim(number).uid]) for number in (2, 3)] == [1, 1]


async def test_the_same_again_cites_what_the_last_verdict_rests_on_and_is_undone_at_one_stroke(database: Path) -> None:
    async with running(database, advance=False) as run:
        await run.press("1")
        await run.do("next-claim", "repeat-verdict")
        assert [one.source_id for one in run.review().evidence[run.claim(3).uid]] == [1]
        assert "claim 3: Correct, with S1; u undoes" in run.text()
        await run.do("undo")
        assert run.claim(3).verdict is None
        assert run.claim(3).uid not in run.review().evidence
        # A verdict without a source has none to give.
        run.review_screen.go(4)
        await run.press("7")
        await run.do("next-claim", "repeat-verdict")
        assert run.claim(run.current).verdict.rating_id == run.claim(4).verdict.rating_id
        assert run.claim(run.current).uid not in run.review().evidence


async def test_a_rating_that_the_stances_speak_against_says_so(database: Path) -> None:
    async with running(database, advance=False) as run:
        await run.press("4")
        told = "every source here is marked as supporting it"
        assert f"claim 2: Incorrect; {told}" in run.text()
        assert f"! {told}" in " ".join(run.text().split()).replace("▏ ", "")
        await run.press("1")
        assert told not in run.text()


async def test_merging_stays_in_the_paragraph_and_keeps_what_was_written(database: Path) -> None:
    async with running(database, advance=False) as run:
        await run.do("edit-rationale")
        await run.type("as counted")
        await run.do("accept")
        await run.press("1")
        await run.do("merge-claims")
        merged = max(claim.number for claim in run.review().claims)
        assert "into" in run.text()
        assert ", open again; u undoes" in " ".join(run.text().split())
        assert run.review_screen.drafts[merged, "rationale"] == "as counted"
        last = [
            claim
            for claim in run.review_screen.session.review.claims
            if run.review_screen.session.review.in_scope(claim)
        ]
        ends = next(a for a, b in pairwise(last) if not run.review_screen._share_paragraph(a, b))
        run.review_screen.go(ends.number)
        before = len(run.review().claims)
        await run.do("merge-claims")
        assert "stands in another paragraph" in run.text()
        assert len(run.review().claims) == before


async def test_what_is_settled_anew_says_what_it_was(database: Path) -> None:
    async with running(database, advance=False) as run:
        await run.press("1")
        await run.do("waive-claim")
        assert "claim 2: waived, no longer Correct; u undoes" in run.text()
        await run.press("3")
        run.review_screen.select(2, 3)
        await run.press("1")
        assert "claims 2, 3: Correct, 1 of them decided otherwise before; u undoes" in run.text()


async def test_a_required_source_that_is_not_given_leaves_the_claim_and_says_so(database: Path) -> None:
    async with running(database) as run:
        run.review_screen.go(3)
        await run.press("4")
        await run.do("cancel")
        assert "claim 3 not decided: 'Incorrect' needs a source" in run.text()
        assert run.claim(3).verdict is None
