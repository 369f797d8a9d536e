from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.desk.desks import BY, TEXT, bring_in
from workbench.desk.articles import (
    archive_article,
    edit_article,
    find_article,
    list_articles,
    purge_article,
    restore_article,
)
from workbench.desk.citing import attach_source
from workbench.desk.claiming import merge_claims
from workbench.desk.places import save_draft
from workbench.desk.reviewing import ask_author, decide_claim, open_review
from workbench.desk.signing import sign_article
from workbench.desk.sourcing import add_source, list_sources
from workbench.desk.undoing import history, redo_newest, undo, undo_event, undo_newest
from workbench.desk.upkeep import backup_store, check_store
from workbench.desk.waiving import waive_claim, waive_passage
from workbench.errors import ConflictError, UsageError
from workbench.model.sources import SourceFields
from workbench.settings.scales import load_scales

if TYPE_CHECKING:
    from workbench.store.opening import Store


def test_the_library_counts_what_is_in_scope(library: Store) -> None:
    bring_in(library, "Only 3 words.", "b.txt")
    decide_claim(library, "1.1", "correct", **BY)
    waive_claim(library, "1.2", **BY)
    merge_claims(library, ["1.3", "1.4"], **BY)
    rows = {row.article.id: row for row in list_articles(library)}
    assert (rows[1].claims, rows[1].decided, rows[1].waived, rows[1].open) == (3, 1, 1, 1)
    assert (rows[2].claims, rows[2].words, rows[2].file_name) == (1, 3, "b.txt")
    progress = open_review(library, 1).progress
    assert (rows[1].claims, rows[1].words) == (progress.claims, progress.words)
    edit_article(library, 1, scope=["quote"], **BY)
    assert {row.article.id: row.claims for row in list_articles(library)} == {1: 0, 2: 1}


def test_the_last_touched_comes_first(library: Store) -> None:
    bring_in(library, "Only 3 words.", "b.txt")
    assert [row.article.id for row in list_articles(library)] == [2, 1]
    decide_claim(library, "1.1", "correct", now="2027-01-01T00:00:00Z", actor="ann")
    assert [row.article.id for row in list_articles(library)] == [1, 2]


def test_an_article_is_found_by_number_uuid_or_title(library: Store) -> None:
    edit_article(library, 1, title="The vote on the truce", **BY)
    bring_in(library, "Only 3 words.", "b.txt")
    edit_article(library, 2, title="The vote", **BY)
    first = find_article(library, "1")
    assert find_article(library, first.uid) == first
    assert find_article(library, "TRUCE") == first
    assert find_article(library, "the vote").id == 2
    with pytest.raises(UsageError, match="names 2 articles: "):
        find_article(library, "vote")
    for name in ("3", "", " ", "nothing", "9" * 30, "1.5", "²", "00000000-0000-4000-8000-000000000000"):
        with pytest.raises(UsageError):
            find_article(library, name)


def test_archiving_puts_away_and_undo_brings_back(library: Store) -> None:
    archive_article(library, 1, **BY)
    assert list_articles(library) == []
    assert [row.article.id for row in list_articles(library, archived=True)] == [1]
    undo(library, 1, **BY)
    assert len(list_articles(library)) == 1
    archive_article(library, 1, **BY)
    assert not restore_article(library, 1, **BY).archived


def test_what_is_known_of_an_article_changes(library: Store) -> None:
    changed = edit_article(library, 1, title=" New \n title ", author="A. Writer", revision=1, **BY)
    assert (changed.title, changed.author, changed.revision) == ("New title", "A. Writer", 2)
    assert history(library, 1)[-1].label == "changed title, author of article 1"
    with pytest.raises(ConflictError):
        edit_article(library, 1, title="Other", revision=1, **BY)
    for bad in ({"title": " "}, {"scope": []}, {"scope": ["figure", "rumour"]}):
        with pytest.raises(UsageError):
            edit_article(library, 1, **bad, **BY)


def test_a_scale_changes_only_where_every_verdict_has_a_place_in_it(library: Store) -> None:
    scales = load_scales()
    decide_claim(library, "1.1", "correct", **BY)
    with pytest.raises(UsageError, match=r"claim 1\.1 is rated 'correct', which the scale 'six-step' does not have"):
        edit_article(library, 1, scale=scales["six-step"], **BY)
    assert open_review(library, 1).scale.id == "desk"
    undo(library, 1, **BY)
    edit_article(library, 1, scale=scales["six-step"], **BY)
    assert open_review(library, 1).scale == scales["six-step"]
    add_source(library, SourceFields("Minutes"), **BY)
    attach_source(library, ["1.1"], 1, **BY)
    rating = scales["six-step"].ratings[0]
    assert decide_claim(library, "1.1", rating.id, **BY).verdict is not None
    change = next(event for event in history(library, 1)[::-1] if event.deed == "edit_article")
    with pytest.raises(ConflictError, match="has the scale 'desk'"):
        undo_event(library, change.seq, **BY)
    assert open_review(library, 1).scale.id == "six-step"
    assert check_store(library) == ()


SECRETS = {
    "text": "Rafah now holds",
    "title": "Zanzibar title",
    "rationale": "Xylophone rationale",
    "question": "Quetzal question",
    "draft": "Dodo draft",
    "passage": "Passport passage",
    "source": "Sesame source",
    "bytes": "Bagpipe bytes",
    "quote": "Quince quote",
    "note": "Nutmeg note",
    "old": "Oldest wording",
}


def _fill(store: Store) -> None:
    edit_article(store, 1, title=SECRETS["title"], **BY)
    decide_claim(store, "1.1", "correct", rationale=SECRETS["old"], **BY)
    decide_claim(store, "1.1", "correct", rationale=SECRETS["rationale"], **BY)
    ask_author(store, "1.2", SECRETS["question"], **BY)
    waive_passage(store, 1, 0, 20, SECRETS["passage"], **BY)
    save_draft(store, 1, 1, "rationale", SECRETS["draft"], now=BY["now"])
    source = add_source(
        store, SourceFields(SECRETS["source"]), content=("x.txt", f"{SECRETS['bytes']} 15".encode()), **BY
    )
    attach_source(store, ["1.1"], source.id, quote=SECRETS["quote"], **BY)
    sign_article(store, 1, note=SECRETS["note"], **BY)


def _found(store: Store) -> set[str]:
    content = store.path.read_bytes()
    return {name for name, secret in SECRETS.items() if secret.encode() in content}


def test_a_purge_leaves_nothing_in_the_file(library: Store) -> None:
    bring_in(library, "Only 3 words.", "b.txt")
    shared = add_source(library, SourceFields("Shared source"), **BY)
    attach_source(library, ["1.2"], shared.id, **BY)
    attach_source(library, ["2.1"], shared.id, **BY)
    add_source(library, SourceFields("Unused source"), **BY)
    _fill(library)
    assert _found(library) == set(SECRETS)
    backup = backup_store(library, now=BY["now"])
    purged = purge_article(library, 1, **BY)
    assert (purged.sources, purged.backups) == ((3,), (backup,))
    assert _found(library) == set()
    assert TEXT.encode() not in library.path.read_bytes()
    assert [row.source.fields.title for row in list_sources(library)] == ["Shared source", "Unused source"]
    assert open_review(library, 2).sources[shared.id].title == "Shared source"
    assert check_store(library) == ()
    event = history(library)[-1]
    assert (event.deed, event.label, event.chain) == ("purge_article", "purged article 1", "library")
    with pytest.raises(UsageError):
        open_review(library, 1)


def test_a_purged_number_is_not_given_again(library: Store) -> None:
    purge_article(library, 1, **BY)
    assert bring_in(library).article.id == 2
    with pytest.raises(UsageError):
        purge_article(library, 1, **BY)


def test_a_purge_leaves_undo_to_the_deeds_on_everything_else(library: Store) -> None:
    bring_in(library, "Only 3 words.", "b.txt")
    kept = add_source(library, SourceFields("Another"), **BY)
    decide_claim(library, "2.1", "correct", **BY)
    purge_article(library, 1, **BY)
    assert undo_newest(library, **BY).label == "undid: decided 2.1 correct"
    assert undo_newest(library, **BY).label == f"undid: added source {kept.id}: Another"
    assert redo_newest(library, **BY).label == f"redid: added source {kept.id}: Another"
    assert redo_newest(library, **BY).label == "redid: decided 2.1 correct"
    assert check_store(library) == ()


def test_the_library_goes_on_after_a_purge(library: Store) -> None:
    _fill(library)
    purge_article(library, 1, **BY)
    # What the purge took words out of is whole no more.
    with pytest.raises(UsageError, match="nothing to undo: 'purged article 1' cannot be taken back"):
        undo_newest(library, **BY)
    add_source(library, SourceFields("Another"), **BY)
    undo(library, None, **BY)
    assert list_sources(library) == []
    assert check_store(library) == ()
