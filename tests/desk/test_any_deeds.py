"""Whatever is done in whatever order: the events account for it, and undoing all of it leads back to the start."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule, run_state_machine_as_test

from tests.desk.desks import BY, TEXT
from workbench.desk.articles import archive_article, edit_article
from workbench.desk.citing import attach_source, detach_evidence, edit_evidence
from workbench.desk.claiming import add_claim, edit_claim, merge_claims, split_claim
from workbench.desk.reviewing import (
    ask_author,
    decide_claim,
    decide_claims,
    edit_verdict,
    flag_claim,
    open_review,
    reopen_claim,
)
from workbench.desk.signing import sign_article
from workbench.desk.sourcing import add_source, edit_source, list_sources, remove_source
from workbench.desk.undoing import can_redo, can_undo, history, redo, undo, undo_event
from workbench.desk.upkeep import check_store
from workbench.desk.waiving import lift_passage, waive_claim, waive_claims, waive_passage
from workbench.errors import ConflictError, UsageError
from workbench.model.sources import SourceFields, Stance
from workbench.settings.scales import load_scales
from workbench.store.opening import Store, open_store

if TYPE_CHECKING:
    from collections.abc import Callable

RATINGS = ("correct", "imprecise", "incorrect", "opinion")
WORDS = st.sampled_from(["", "why", "a\nb", "“so”", "x\x00\ud800", "= 1+1", "  "])
NUMBERS = st.integers(1, 12)
OFFSETS = st.integers(-2, len(TEXT) + 2)


def snapshot(store: Store) -> Any:
    """What a person sees, without the revisions and without what was put away."""
    review = open_review(store, 1)
    return (
        replace(review.article, revision=0, touched_at=""),
        [replace(claim, revision=0) for claim in review.claims],
        [replace(passage, revision=0) for passage in review.passages],
        {uid: [replace(one, revision=0) for one in kept] for uid, kept in review.evidence.items()
         if uid in {claim.uid for claim in review.claims}},
        review.signoffs,
        review.progress,
        [replace(row.source, revision=0) for row in list_sources(store)],
    )  # fmt: skip


class AnyDeeds(RuleBasedStateMachine):
    """Deeds as a person with fat fingers does them: many are refused, none may break anything."""

    finished: Path

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        shutil.copy2(self.finished, self.folder / "w.db")
        self.store = open_store(self.folder / "w.db")
        self.scales = list(load_scales().values())
        self.start = snapshot(self.store)

    def _try(self, deed: Callable[..., Any], *values: Any, **fields: Any) -> None:
        """Do a deed; a refusal must leave everything as it was."""
        before = len(history(self.store))
        try:
            deed(self.store, *values, **fields, **BY)
        except (UsageError, ConflictError):
            assert len(history(self.store)) == before

    @rule(
        number=NUMBERS, rating=st.sampled_from(RATINGS), rationale=WORDS, revision=st.sampled_from([None, None, 1, 2])
    )
    def decide(self, number: int, rating: str, rationale: str, revision: int | None) -> None:
        self._try(decide_claim, f"1.{number}", rating, rationale=rationale, revision=revision)

    @rule(numbers=st.lists(NUMBERS, max_size=4), rating=st.sampled_from(RATINGS))
    def decide_several(self, numbers: list[int], rating: str) -> None:
        self._try(decide_claims, [f"1.{number}" for number in numbers], rating)

    @rule(number=NUMBERS, words=WORDS)
    def write(self, number: int, words: str) -> None:
        self._try(edit_verdict, f"1.{number}", correction=words)
        self._try(ask_author, f"1.{number}", words)

    @rule(number=NUMBERS, flagged=st.booleans())
    def flag_or_reopen(self, number: int, flagged: bool) -> None:
        self._try(flag_claim, f"1.{number}", flagged=flagged)
        self._try(reopen_claim, f"1.{number + 1}")

    @rule(start=OFFSETS, end=OFFSETS)
    def mark(self, start: int, end: int) -> None:
        self._try(add_claim, 1, start, end)

    @rule(number=NUMBERS, start=OFFSETS, speaker=WORDS)
    def move(self, number: int, start: int, speaker: str) -> None:
        self._try(edit_claim, f"1.{number}", start=start, speaker=speaker)

    @rule(number=NUMBERS, offset=OFFSETS)
    def split(self, number: int, offset: int) -> None:
        self._try(split_claim, f"1.{number}", offset)

    @rule(numbers=st.lists(NUMBERS, min_size=2, max_size=3))
    def merge(self, numbers: list[int]) -> None:
        self._try(merge_claims, [f"1.{number}" for number in numbers])

    @rule(numbers=st.lists(NUMBERS, max_size=3), start=OFFSETS, end=OFFSETS)
    def waive(self, numbers: list[int], start: int, end: int) -> None:
        self._try(waive_claims, [f"1.{number}" for number in numbers])
        self._try(waive_claim, f"1.{start}")
        self._try(waive_passage, 1, start, end, "why")

    @rule(number=st.integers(1, 4))
    def lift(self, number: int) -> None:
        self._try(lift_passage, 1, number)

    @rule(words=WORDS)
    def source(self, words: str) -> None:
        self._try(add_source, SourceFields(words or "Minutes"), content=("a.txt", b"14 voted"))

    @rule(number=st.integers(1, 4), words=WORDS)
    def change_source(self, number: int, words: str) -> None:
        self._try(edit_source, number, SourceFields("Minutes", note=words))

    @rule(number=st.integers(1, 4))
    def lose_source(self, number: int) -> None:
        self._try(remove_source, number)

    @rule(number=NUMBERS, source=st.integers(1, 4), stance=st.sampled_from(list(Stance)))
    def attach(self, number: int, source: int, stance: Stance) -> None:
        self._try(attach_source, f"1.{number}", source, stance=stance, quote="14 voted")

    @rule(evidence=st.integers(1, 8), words=WORDS)
    def change_evidence(self, evidence: int, words: str) -> None:
        self._try(edit_evidence, evidence, note=words)

    @rule(evidence=st.integers(1, 8))
    def detach(self, evidence: int) -> None:
        self._try(detach_evidence, evidence)

    @rule(words=WORDS, scale=st.integers(0, 2), sign=st.booleans())
    def describe(self, words: str, scale: int, sign: bool) -> None:
        self._try(edit_article, 1, outlet=words, scale=self.scales[scale])
        if sign:
            self._try(sign_article, 1, note=words)
        else:
            self._try(archive_article, 1)

    @rule(article=st.sampled_from([1, 1, None]))
    def take_back(self, article: int | None) -> None:
        self._try(undo, article)

    @rule(article=st.sampled_from([1, 1, None]))
    def do_again(self, article: int | None) -> None:
        self._try(redo, article)

    @rule(back=st.integers(1, 6))
    def take_back_any(self, back: int) -> None:
        self._try(undo_event, history(self.store)[-min(back, len(history(self.store)))].seq)

    @precondition(lambda self: can_undo(self.store, 1))
    @rule()
    def there_and_back(self) -> None:
        before = snapshot(self.store)
        try:
            undo(self.store, 1, **BY)
        except ConflictError:
            return
        assert can_redo(self.store, 1)
        redo(self.store, 1, **BY)
        assert snapshot(self.store) == before

    def teardown(self) -> None:
        """Take everything back: where one chain is stuck, the other one has to go first."""
        assert check_store(self.store) == ()
        stuck = 0
        while stuck < 2 and (can_undo(self.store, 1) or can_undo(self.store, None)):
            for article in (1, None):
                stuck += 1
                while can_undo(self.store, article):
                    try:
                        undo(self.store, article, **BY)
                        stuck = 0
                    except ConflictError:
                        break
        assert snapshot(self.store) == self.start
        assert check_store(self.store) == ()
        self.store.close()
        shutil.rmtree(self.folder)


@pytest.mark.timeout(300)
def test_any_deeds_then_undo_all_is_the_start(finished: Path) -> None:
    AnyDeeds.finished = finished
    run_state_machine_as_test(
        AnyDeeds,
        settings=settings(
            max_examples=12, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck)
        ),
    )
