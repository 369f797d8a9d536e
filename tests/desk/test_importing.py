from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.desk.desks import BY, TEXT, bring_in, make_document
from workbench.desk.articles import edit_article
from workbench.desk.importing import import_document
from workbench.desk.reviewing import decide_claim, open_review
from workbench.desk.undoing import can_undo, history, undo
from workbench.errors import UsageError
from workbench.model.spans import Block
from workbench.settings.scales import load_scales
from workbench.store.opening import Store, open_store

if TYPE_CHECKING:
    from pathlib import Path


def test_claims_of_every_kind_are_found_and_numbered_by_start(store: Store) -> None:
    text = "Mr. Salam, the first envoy, said: “We counted 14 votes.”\n\nIt was Monday, 25 March 2024.\n"
    imported = import_document(store, make_document(text), **BY)
    review = open_review(store, imported.article.id)
    assert imported.new
    assert imported.claims == len(review.claims) > 3
    assert [claim.number for claim in review.claims] == list(range(1, len(review.claims) + 1))
    assert {"figure", "quote", "date"} <= {claim.kind for claim in review.claims}
    figure = next(claim for claim in review.claims if claim.kind == "figure")
    assert (figure.figure is not None, figure.text) == (True, "14")
    assert figure.figure is not None
    assert review.text.text[figure.figure.start : figure.figure.end] == figure.figure.text


def test_the_bytes_are_kept_as_they_were(store: Store) -> None:
    raw = TEXT.replace("\n", "\r\n").encode("utf-16")
    document = replace(make_document(), raw=raw, sha256=hashlib.sha256(raw).hexdigest())
    imported = import_document(store, document, **BY)
    with store.reading() as unit:
        assert unit.texts.read_raw(imported.text.uid) == raw
    assert imported.text.sha256 == hashlib.sha256(raw).hexdigest()


def test_a_text_comes_back_as_it_went_in(store: Store) -> None:
    document = make_document("A line\u200b with 𝒜 and \u202ertl\u202c marks, 5%.\n\nAnd “more”.")
    blocks = (*document.blocks, Block(0, 6, "heading", 1, "§ 1"))
    document = replace(document, blocks=blocks, losses=(("undecodable bytes", 2),))
    imported = import_document(store, document, candidates=(), **BY)
    text = open_review(store, imported.article.id).text
    assert text == imported.text
    assert (text.text, text.blocks, text.losses) == (document.text, blocks, document.losses)


def test_every_figure_of_the_gold_sentences_survives_the_database(store: Store) -> None:
    text = (
        "About 1.4 million of 2–3 million fled; $5 a day, 12.5% or two-thirds, over 100,000, at 3:30 p.m. on 25 March "
        "2024, aged 45, 2-1, fivefold, 40°C, 30 km, nearly half, between 10 and 20, the 15-strong council, 1,900 in 2019."
    )
    document = make_document(text)
    from workbench.kinds import find_claims

    candidates = find_claims(document.text, document.blocks)
    import_document(store, document, **BY)
    claims = open_review(store, 1).claims
    assert len([one for one in candidates if one.figure]) > 10
    found = [
        (one.start, one.end, one.kind, one.figure, one.speaker, one.extent, one.parts, one.wording)
        for one in candidates
    ]
    kept = [
        (one.start, one.end, one.kind, one.figure, one.speaker, one.extent, one.parts, one.wording) for one in claims
    ]
    assert sorted(kept, key=repr) == sorted(found, key=repr)


def test_an_import_is_told_in_the_history_and_cannot_be_undone(library: Store) -> None:
    (event,) = history(library, 1)
    assert (event.deed, event.actor, event.at) == ("import_document", "ann", BY["now"])
    assert "4 claims" in event.label
    assert can_undo(library, 1) == ""
    with pytest.raises(UsageError, match="nothing to undo"):
        undo(library, 1, **BY)


def test_the_scale_stays_as_it_was_used(tmp_path: Path) -> None:
    store = open_store(tmp_path / "w.db")
    six = load_scales()["six-step"]
    imported = import_document(store, make_document(), scale=six, scope=("date",), **BY)
    assert (imported.article.scale_id, imported.article.scope) == ("six-step", ("date",))
    store.close()
    store = open_store(tmp_path / "w.db")
    assert open_review(store, 1).scale == six
    store.close()


def test_thousands_of_claims_come_in_at_once(store: Store) -> None:
    text = "\n\n".join(f"Line {number} says {number + 7000} people." for number in range(1000))
    imported = bring_in(store, text)
    review = open_review(store, imported.article.id)
    assert imported.claims == 2000
    assert [claim.number for claim in review.claims] == list(range(1, 2001))
    assert decide_claim(store, "1.1999", "correct", **BY).number == 1999


def test_what_the_checks_notice_is_kept_and_follows_the_date(store: Store) -> None:
    import_document(store, make_document("The vote was on Tuesday, 25 March 2024, they said.\n"), **BY)
    (notice,) = open_review(store, 1).notices
    assert "Monday" in notice.message
    with store.writing() as unit:
        text = unit.texts.current(1)
        unit.texts.keep_notices(text.uid, "0.0.0", ())
    # Another version looked, so this one looks for itself.
    assert open_review(store, 1).notices == (notice,)
    edit_article(store, 1, published="2024-03-26", **BY)
    assert open_review(store, 1).notices == (notice,)
