from __future__ import annotations

import json
from dataclasses import replace
from importlib.resources import files

import jsonschema
import pytest

from tests.reports.build import SECRET, TITLE, build_review
from workbench.errors import InputError
from workbench.formats.canonical import write_json
from workbench.formats.publishing import strip_for_public
from workbench.formats.review_json import claim_to_json, detected_to_json, review_to_json
from workbench.formats.review_reading import parse_review, review_from_json
from workbench.model.articles import Document, Metadata, Place
from workbench.model.claims import Candidate
from workbench.model.spans import Span
from workbench.model.verdicts import Action
from workbench.reports import Options, find_report


@pytest.fixture(scope="module")
def validator() -> jsonschema.Draft202012Validator:
    schema = json.loads(files("workbench").joinpath("data/schema/review-1.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


@pytest.mark.parametrize(("history", "public"), [(False, False), (True, False), (False, True), (True, True)])
def test_every_form_of_a_review_obeys_the_published_schema(
    validator: jsonschema.Draft202012Validator, history: bool, public: bool
) -> None:
    value = json.loads(write_json(review_to_json(build_review(), history=history, public=public)))
    assert [error.message for error in validator.iter_errors(value)] == []
    assert ("history" in value) == (history and not public)


def test_the_schema_refuses_what_the_program_never_writes(validator: jsonschema.Draft202012Validator) -> None:
    value = json.loads(write_json(review_to_json(build_review())))
    value["claims"][0]["id"] = 3.1
    value["claims"][1]["surprise"] = 1
    assert len(list(validator.iter_errors(value))) >= 2


def test_detected_claims_have_no_names_and_obey_the_schema(validator: jsonschema.Draft202012Validator) -> None:
    text = "About 40 boats sank."
    document = Document("a.txt", "text/plain", "utf-8", b"", "0" * 64, text, (), Metadata(title="Boats"))
    candidate = Candidate(6, 14, "40 boats", "figure", Span(0, len(text)), wording="40 boats sank")
    value = json.loads(write_json(detected_to_json(document, [candidate])))
    assert [error.message for error in validator.iter_errors(value)] == []
    [claim] = value["claims"]
    assert (claim["id"], claim["sentence"], claim["speaker"], claim["state"]) == (None, text, None, "open")
    assert value["article"]["text"] == text


def test_a_claim_carries_its_verdict_and_its_evidence() -> None:
    review = build_review()
    claim = next(claim for claim in review.claims if claim.number == 11)
    value = claim_to_json(claim, text=review.text.text, evidence=review.evidence[claim.uid])
    assert (value["id"], value["rating"], value["action"]) == ("3.11", "incorrect", "fix")
    assert value["correction"] == "1.4 million hours"
    assert [(piece["source"], piece["stance"]) for piece in value["evidence"]] == [
        ("5", "contradicts"),
        ("8", "context"),
    ]
    assert review.text.text[value["start"] : value["end"]] == value["text"]
    assert review.text.text[slice(*value["extent"])] == value["sentence"]


def test_public_json_holds_no_word_written_for_the_desk() -> None:
    raw = write_json(review_to_json(build_review(), history=True, public=True)).decode()
    assert SECRET in write_json(review_to_json(build_review(), history=True)).decode()
    assert SECRET not in raw
    assert "rationale" not in raw
    assert TITLE in raw


def test_a_review_comes_back_from_its_json_as_it_was() -> None:
    review = replace(build_review(), place=Place())
    assert parse_review(write_json(review_to_json(review, history=True))) == review


def test_a_lone_surrogate_is_replaced_and_nan_refused() -> None:
    assert "\N{REPLACEMENT CHARACTER}".encode() in write_json({"a": "\ud800"})
    with pytest.raises(ValueError, match="JSON compliant"):
        write_json(float("nan"))


@pytest.mark.parametrize(
    ("path", "value", "where"),
    [
        (("claims", 3, "start"), 10**6, r"claims\[3\]"),
        (("claims", 3, "start"), True, r"claims\[3\].start"),
        (("claims", 3, "extent"), [5], r"claims\[3\].extent"),
        (("claims", 0, "id"), "three", r"claims\[0\].id"),
        (("claims", 0, "action"), "burn", "action: one of none, fix"),
        (("claims", 0, "rating"), "nonsense", "no rating 'nonsense'"),
        (("claims", 1, "uid"), None, r"claims\[1\].uid"),
        (("claims", 2, "figure"), {"kind": "count"}, r"claims\[2\].figure"),
        (("sources",), [], "no source 4"),
        (("sources", 0, "type"), "gossip", r"sources\[0\].type"),
        (("article", "text"), None, "article.text"),
        (("article", "scope"), [1], "article.scope"),
        (("article", "id"), "1" * 30, "article.id"),
        (("history", 0, "changes", 0, "after"), [], r"history\[0\].changes\[0\]"),
        (("schema",), "urn:workbench:review:9", "urn:workbench:review:1 wanted"),
        (("claims",), {}, "review.claims: a list wanted"),
    ],
)
def test_a_broken_file_is_refused_with_the_place_of_the_fault(
    path: tuple[str | int, ...], value: object, where: str
) -> None:
    broken = json.loads(write_json(review_to_json(build_review(), history=True)))
    at = broken
    for step in path[:-1]:
        at = at[step]
    at[path[-1]] = value
    with pytest.raises(InputError, match=where):
        review_from_json(broken)


@pytest.mark.parametrize("raw", [b"", b"{", b"[1]", b"null", b"\xff\xfe\x00", b"[" * 100_000, b'{"schema": 1}'])
def test_what_is_no_review_at_all_is_refused(raw: bytes) -> None:
    with pytest.raises(InputError):
        parse_review(raw)


def test_twice_the_same_claim_is_refused() -> None:
    value = json.loads(write_json(review_to_json(build_review())))
    value["claims"].append(value["claims"][0])
    with pytest.raises(InputError, match="twice"):
        review_from_json(value)


def test_claims_that_were_only_detected_cannot_be_restored() -> None:
    document = Document("a.txt", "text/plain", "utf-8", b"", "0" * 64, "x", (), Metadata())
    with pytest.raises(InputError, match="only detected"):
        review_from_json(detected_to_json(document, []))


def test_a_public_review_does_not_tell_that_the_author_was_asked() -> None:
    public = strip_for_public(build_review())
    assert Action.QUERY not in {claim.verdict.action for claim in public.claims if claim.verdict}
    assert "question" not in find_report("md").write(build_review(), Options(public=True)).decode()


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (b"", "it is empty"),
        (b'{"a": 1,}', "its JSON cannot be read beyond line 1, column 9"),
        (b"[" * 100_000, "it is nested too deep"),
        (b'{"a": ' + b"9" * 5000 + b"}", "a number in it has too many digits"),
        (b'{"a": "\xff\xff"}', "it is not in UTF-8"),
        (b'{"schema": "x", "schema": "urn:workbench:review:1"}', "'schema' stands twice in one object"),
    ],
)
def test_json_that_cannot_be_taken_is_refused_in_words_of_ours(raw: bytes, why: str) -> None:
    with pytest.raises(InputError) as caught:
        parse_review(raw)
    assert caught.value.message == f"not a review: {why}"
    assert caught.value.hint
