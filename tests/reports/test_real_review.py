"""The sample article from import to every report, through a real store."""

from __future__ import annotations

import json
from dataclasses import replace
from importlib.resources import files
from typing import TYPE_CHECKING

import jsonschema
import pytest

from workbench.desk.citing import attach_source
from workbench.desk.exporting import export_review
from workbench.desk.importing import import_document
from workbench.desk.reviewing import decide_claim, open_review
from workbench.desk.signing import sign_article
from workbench.desk.sourcing import add_source
from workbench.formats.gates import find_hindrances
from workbench.formats.review_reading import parse_review
from workbench.formats.signing import judge_signoffs
from workbench.model.articles import Place
from workbench.model.sources import SourceFields, SourceType, Stance
from workbench.model.verdicts import Action
from workbench.readers import read_file
from workbench.reports import REPORTS, Options, find_report
from workbench.settings.paths import sample_dir
from workbench.store.opening import open_store

if TYPE_CHECKING:
    from pathlib import Path

    from workbench.model.reviews import Review

BY = {"now": "2026-03-01T10:00:00Z", "actor": "ann"}


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library with the sample article: two claims decided, evidence, one source confidential, signed, then changed."""
    path = tmp_path_factory.mktemp("real") / "workbench.db"
    store = open_store(path)
    article = import_document(store, read_file(sample_dir() / "ceasefire-vote.md"), **BY).article
    review = open_review(store, article.id)
    first, second = [claim.ref for claim in review.claims if claim.kind == "figure"][:2]
    public = SourceFields(title="Press release", type=SourceType.PRIMARY, url="https://un.example/sc15641")
    secret = SourceFields(title="A diplomat", type=SourceType.INTERVIEW, confidential=True)
    for ref, fields in ((first, public), (second, secret)):
        source = add_source(store, fields, content=("note.txt", b"Fourteen members voted."), **BY)
        attach_source(
            store, [ref], source.id, stance=Stance.SUPPORTS, quote="Fourteen members", locator="para 1", note="", **BY
        )
    decide_claim(store, first, "correct", rationale="Vote record.", **BY)
    sign_article(store, article.id, note="first pass", **BY)
    decide_claim(store, second, "incorrect", action=Action.FIX, correction="sixteen", rationale="Counted.", **BY)
    store.close()
    return path


@pytest.fixture(scope="module")
def review(path: Path) -> Review:
    store = open_store(path, read_only=True)
    try:
        return open_review(store, 1, events=True)
    finally:
        store.close()


@pytest.mark.parametrize("format_id", [report.id for report in REPORTS])
def test_every_report_is_handed_in(path: Path, format_id: str) -> None:
    store = open_store(path, read_only=True)
    options = Options(check_url="https://check.example/1")
    try:
        if format_id == "claimreview":  # nobody but the article is judged
            with pytest.raises(Exception, match="no claim of this article may be marked up"):
                export_review(store, 1, format_id, options=options)
            return
        export = export_review(store, 1, format_id, options=options)
    finally:
        store.close()
    assert export.content
    if not export.content.startswith((b"PK", b"%PDF")):
        assert b"diplomat" in export.content or format_id in {"corrections", "queries", "sarif"}


def test_the_json_obeys_the_schema_and_comes_back_as_it_was(review: Review) -> None:
    raw = find_report("json").write(review, Options())
    schema = json.loads(files("workbench").joinpath("data/schema/review-1.json").read_text("utf-8"))
    jsonschema.Draft202012Validator(schema).validate(json.loads(raw))
    assert parse_review(raw) == replace(judge_signoffs(review), place=Place())


def test_a_change_after_signing_makes_the_signature_void_and_says_so(review: Review) -> None:
    assert find_hindrances(review, ["unsigned"]) == ["not signed off as it stands"]
    assert b"the review has changed since: it is void" in find_report("md").write(review, Options())


def test_the_public_version_of_a_real_review_keeps_the_secret(review: Review) -> None:
    for report in REPORTS:
        if report.id in {"queries", "claimreview", "pdf", "docx", "xlsx"}:
            continue
        raw = report.write(review, Options(public=True))
        assert not [word for word in (b"diplomat", b"Counted.", b"Vote record", b"first pass") if word in raw]
