from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from tests.desk.desks import BY, bring_in
from workbench.desk.articles import purge_article
from workbench.desk.citing import attach_source
from workbench.desk.claiming import add_claim, split_claim
from workbench.desk.exporting import export_review
from workbench.desk.receiving import Received, restore_review
from workbench.desk.reviewing import ask_author, decide_claim, open_review
from workbench.desk.signing import sign_article
from workbench.desk.sourcing import add_source, edit_source, list_sources, read_source_text
from workbench.desk.undoing import history, undo
from workbench.desk.upkeep import check_store
from workbench.desk.waiving import waive_passage
from workbench.errors import ConflictError, InputError
from workbench.formats.review_reading import parse_review
from workbench.formats.signing import is_signed
from workbench.model.sources import SourceFields, Stance
from workbench.store.opening import Store, open_store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from workbench.model.reviews import Review


@pytest.fixture
def handed_over(library: Store) -> bytes:
    """A finished review as JSON: verdicts, evidence, a split, a passage, an undo, a signature."""
    add_source(library, SourceFields("Unused"), **BY)
    add_source(library, SourceFields("Minutes", url="https://un.org/a"), content=("m.md", b"14 voted"), **BY)
    attach_source(library, ["1.3"], 2, stance=Stance.CONTRADICTS, quote="14 voted", locator="p. 1", **BY)
    decide_claim(library, "1.3", "incorrect", rationale="see the minutes", correction="13", **BY)
    split_claim(library, "1.4", open_review(library, 1).claims[3].start + 3, **BY)
    ask_author(library, "1.1", "Who counted?", **BY)
    undo(library, 1, **BY)
    waive_passage(library, 1, 0, 20, "background", **BY)
    sign_article(library, 1, note="done", **BY)
    return export_review(library, 1, "json").content


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[Store]:
    """Another machine, with an article and a source of its own."""
    store = open_store(tmp_path / "elsewhere" / "w.db")
    bring_in(store, "Only 3 words.", "b.txt")
    add_source(store, SourceFields("Its own"), **BY)
    yield store
    store.close()


def _receive(store: Store, handed_over: bytes) -> Received:
    return restore_review(store, parse_review(handed_over), **BY)


def _essence(review: Review) -> Any:
    """What must be the same on every machine."""
    return (
        [replace(claim, article_id=0, revision=0) for claim in (*review.claims, *review.retired)],
        [replace(passage, article_id=0, revision=0) for passage in review.passages],
        {uid: [replace(one, id=0, source_id=0) for one in kept] for uid, kept in review.evidence.items()},
        [source.fields for source in review.sources.values()],
        (review.text.text, review.text.blocks, review.text.sha256, review.scale, review.progress),
        [(event.uid, event.hash, event.label) for event in review.events],
    )


def test_a_review_comes_back_on_another_machine(library: Store, handed_over: bytes, elsewhere: Store) -> None:
    received = _receive(elsewhere, handed_over)
    there, here = open_review(library, 1, events=True), open_review(elsewhere, 2, events=True)
    assert (received.article.id, received.claims, received.sources, received.conflicts) == (2, 5, (2,), ())
    assert received.article == here.article
    assert here.events[-1].deed == "restore_review"
    assert _essence(replace(here, events=here.events[:-1])) == _essence(there)
    assert is_signed(here)
    assert check_store(elsewhere) == ()
    assert read_source_text(elsewhere, 2) is None
    assert [row.source.fields.title for row in list_sources(elsewhere)] == ["Its own", "Minutes"]


def test_work_goes_on_there(handed_over: bytes, elsewhere: Store) -> None:
    _receive(elsewhere, handed_over)
    assert add_claim(elsewhere, 2, 0, 11, **BY).number == 7
    decide_claim(elsewhere, "2.1", "correct", **BY)
    assert not is_signed(open_review(elsewhere, 2))
    assert undo(elsewhere, 2, **BY).label == "undid: decided 2.1 correct"
    assert undo(elsewhere, 2, **BY).label == "undid: added claim 2.7 (figure)"
    assert is_signed(open_review(elsewhere, 2))
    assert check_store(elsewhere) == ()


def test_a_purge_spares_what_came_in_together_and_is_cited_elsewhere(
    library: Store, handed_over: bytes, elsewhere: Store
) -> None:
    attach_source(library, ["1.1"], 1, **BY)
    _receive(elsewhere, export_review(library, 1, "json").content)
    attach_source(elsewhere, ["1.1"], 2, **BY)
    assert purge_article(elsewhere, 2, **BY).sources == (3,)
    assert [row.source.fields.title for row in list_sources(elsewhere)] == ["Its own", "Unused"]
    assert b"Minutes" not in elsewhere.path.read_bytes()
    assert check_store(elsewhere) == ()
    purge_article(elsewhere, 1, **BY)
    assert [row.source.fields.title for row in list_sources(elsewhere)] == ["Its own"]
    assert b"Unused" not in elsewhere.path.read_bytes()
    assert check_store(elsewhere) == ()


def test_the_same_review_is_taken_in_once(library: Store, handed_over: bytes, elsewhere: Store) -> None:
    _receive(elsewhere, handed_over)
    before = len(history(elsewhere))
    for store in (elsewhere, library):
        with pytest.raises(ConflictError, match="is here already"):
            _receive(store, handed_over)
    assert len(history(elsewhere)) == before


def test_what_is_here_already_is_kept_and_told(library: Store, handed_over: bytes, elsewhere: Store) -> None:
    bring_in(elsewhere)
    add_source(elsewhere, SourceFields("UN", url="http://www.un.org/a/"), **BY)
    received = _receive(elsewhere, handed_over)
    assert received.conflicts == (
        "article 2 was made of the same file; it stays beside this one",
        "source 3 has the same address as source 2",
    )
    edit_source(elsewhere, 3, SourceFields("Other words"), **BY)
    value = json.loads(handed_over)
    value["article"]["uid"] = "00000000-0000-4000-8000-000000000000"
    for claim in (*value["claims"], *value["retired"]):
        claim["uid"] = claim["uid"].replace("-4", "-5")
        for evidence in claim["evidence"]:
            evidence["uid"] = evidence["uid"].replace("-4", "-5")
    value["article"]["file"]["uid"] = value["article"]["file"].get("uid", "")
    again = json.dumps(value).encode()
    assert "described otherwise here" in " ".join(_receive_changed(elsewhere, again).conflicts)
    assert list_sources(elsewhere)[2].source.fields.title == "Other words"


def _receive_changed(store: Store, raw: bytes) -> Received:
    """Take in a review whose remaining UUIDs are made new ones."""
    review = parse_review(raw)
    new = {passage.uid: f"p{number}" for number, passage in enumerate(review.passages)}
    return restore_review(
        store,
        replace(
            review,
            text=replace(review.text, uid="another text"),
            passages=tuple(replace(passage, uid=new[passage.uid]) for passage in review.passages),
            signoffs=(),
        ),
        **BY,
    )


def test_a_history_that_was_touched_is_left_out_and_told(handed_over: bytes, elsewhere: Store) -> None:
    value = json.loads(handed_over)
    value["history"][3]["actor"] = "eve"
    received = _receive(elsewhere, json.dumps(value).encode())
    assert received.conflicts == ("its history does not fit together and was left out",)
    assert [event.deed for event in history(elsewhere, 2)] == ["restore_review"]
    assert check_store(elsewhere) == ()


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda value: value["scale"].update(toml="id = 'other'"), "not what its hash says"),
        (lambda value: value["claims"][0].update(parts=[[0, 10_000]]), "leaves the text"),
        (lambda value: value["claims"][0].update(end=10_000), "characters"),
    ],
)
def test_a_review_that_contradicts_itself_is_refused(
    handed_over: bytes, elsewhere: Store, change: Any, told: str
) -> None:
    value = json.loads(handed_over)
    change(value)
    before = len(history(elsewhere))
    with pytest.raises(InputError, match=told):
        _receive(elsewhere, json.dumps(value).encode())
    assert len(history(elsewhere)) == before
    assert check_store(elsewhere) == ()


def test_hostile_words_from_outside_are_cleaned(handed_over: bytes, elsewhere: Store) -> None:
    value = json.loads(handed_over)
    value["article"]["title"] = "a\x1b[2J\x00\ud800"
    received = _receive(elsewhere, json.dumps(value).encode())
    assert received.article.title == "a\ufffd[2J\ufffd\ufffd"
