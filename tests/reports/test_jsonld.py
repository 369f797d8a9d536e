"""ClaimReview and Web Annotations, expanded by an independent JSON-LD processor."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from pyld import jsonld

from tests.reports.build import SCALE, build_review
from workbench.errors import UsageError
from workbench.reports import Options, find_report
from workbench.reports.claimreview import shorten

if TYPE_CHECKING:
    from workbench.model.reviews import Review

SCHEMA = "https://schema.org/"
OA = "http://www.w3.org/ns/oa#"
CHECKED = Options(check_url="https://check.example/1", publisher="The Desk", publisher_url="https://desk.example/")

# The parts of the two published contexts that these documents use (https://schema.org, https://www.w3.org/ns/anno.jsonld).
CONTEXTS: dict[str, Any] = {
    "https://schema.org": {"@vocab": SCHEMA, "url": {"@id": f"{SCHEMA}url", "@type": "@id"}},
    "http://www.w3.org/ns/anno.jsonld": {
        "oa": OA,
        "as": "http://www.w3.org/ns/activitystreams#",
        "dcterms": "http://purl.org/dc/terms/",
        "id": {"@type": "@id", "@id": "@id"},
        "type": {"@type": "@id", "@id": "@type"},
        "Annotation": "oa:Annotation",
        "AnnotationCollection": "as:OrderedCollection",
        "AnnotationPage": "as:OrderedCollectionPage",
        "SpecificResource": "oa:SpecificResource",
        "TextualBody": "oa:TextualBody",
        "TextPositionSelector": "oa:TextPositionSelector",
        "TextQuoteSelector": "oa:TextQuoteSelector",
        "TimeState": "oa:TimeState",
        "assessing": "oa:assessing",
        "classifying": "oa:classifying",
        "editing": "oa:editing",
        "linking": "oa:linking",
        "questioning": "oa:questioning",
        "body": {"@type": "@id", "@id": "oa:hasBody"},
        "target": {"@type": "@id", "@id": "oa:hasTarget"},
        "source": {"@type": "@id", "@id": "oa:hasSource"},
        "selector": {"@type": "@id", "@id": "oa:hasSelector"},
        "motivation": {"@type": "@vocab", "@id": "oa:motivatedBy"},
        "exact": {"@id": "oa:exact"},
        "start": {"@id": "oa:start"},
        "end": {"@id": "oa:end"},
        "items": {"@type": "@id", "@id": "as:items", "@container": "@list"},
        "first": {"@type": "@id", "@id": "as:first"},
        "total": {"@id": "as:totalItems"},
        "label": {"@id": "http://www.w3.org/2000/01/rdf-schema#label"},
    },
}


def load_context(url: str, _options: object = None) -> dict[str, Any]:
    return {
        "contextUrl": None,
        "documentUrl": url,
        "contentType": "application/ld+json",
        "document": {"@context": CONTEXTS[url]},
    }


def expand(raw: bytes) -> list[dict[str, Any]]:
    expanded: list[dict[str, Any]] = jsonld.expand(json.loads(raw), {"documentLoader": load_context})
    return expanded


def write(report: str, review: Review | None = None, options: Options = CHECKED) -> bytes:
    return find_report(report).write(review or build_review(), options)


@pytest.fixture(scope="module")
def reviews() -> list[dict[str, Any]]:
    [graph] = [json.loads(write("claimreview"))["@graph"]]
    found: list[dict[str, Any]] = graph
    return found


def test_each_claim_review_has_what_is_required() -> None:
    expanded = expand(write("claimreview"))
    assert len(expanded) == 4
    for node in expanded:
        assert node["@type"] == [f"{SCHEMA}ClaimReview"]
        assert node[f"{SCHEMA}url"][0]["@id"].startswith("https://check.example/1#c")
        assert len(node[f"{SCHEMA}claimReviewed"][0]["@value"]) < 75
        [rating] = node[f"{SCHEMA}reviewRating"]
        assert rating["@type"] == [f"{SCHEMA}Rating"]
        assert rating[f"{SCHEMA}alternateName"][0]["@value"]
        [item] = node[f"{SCHEMA}itemReviewed"]
        assert item["@type"] == [f"{SCHEMA}Claim"]
        assert item[f"{SCHEMA}author"][0][f"{SCHEMA}name"][0]["@value"] in {"Ellen Marsh", "Tomas Reed"}


def test_numbers_run_upwards_and_lie_between_worst_and_best(reviews: list[dict[str, Any]]) -> None:
    for review in reviews:
        rating = review["reviewRating"]
        assert 1 <= rating["worstRating"] <= rating["ratingValue"] <= rating["bestRating"]
        assert rating["worstRating"] < rating["bestRating"]


def test_a_scale_without_numbers_has_no_rating_value() -> None:
    review = build_review()
    raw = write("claimreview", replace(review, scale=replace(SCALE, best=None, worst=None)))
    assert all("ratingValue" not in found["reviewRating"] for found in json.loads(raw)["@graph"])


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        (Options(), "public address"),
        (Options(check_url="javascript:alert(1)"), "public address"),
        (Options(check_url="https://check.example/1"), "statements of the article itself"),
    ],
)
def test_what_may_not_be_marked_up_is_refused_with_the_reason(options: Options, reason: str) -> None:
    review = build_review()
    own = replace(review, claims=tuple(claim for claim in review.claims if claim.speaker is None))
    with pytest.raises(UsageError) as caught:
        write("claimreview", own, options)
    assert reason in f"{caught.value.message} {caught.value.hint}"


def test_undecided_claims_opinions_and_the_publishers_own_are_left_out(reviews: list[dict[str, Any]]) -> None:
    assert [review["url"].rpartition("#c")[2] for review in reviews] == ["10", "11", "14", "25"]
    only_reed = Options(check_url="https://check.example/1", publisher="ellen marsh")
    assert len(json.loads(write("claimreview", None, only_reed))["@graph"]) == 1


def test_what_is_left_out_is_told_with_the_reason() -> None:
    told = find_report("claimreview").explain(build_review(), CHECKED)
    assert told.startswith("18 claims left out: statements of the article itself are not somebody else's claims; ")
    assert "2 claims left out: claims that are not decided have no rating" in told
    assert find_report("md").explain(build_review(), CHECKED) == ""


def test_the_claim_is_told_without_its_claimant() -> None:
    review = build_review()
    said = [replace(claim, wording=f"“We did it” — {claim.speaker}") for claim in review.claims]
    marked = json.loads(write("claimreview", replace(review, claims=tuple(said))))["@graph"]
    assert {found["claimReviewed"] for found in marked} == {"“We did it”"}


def test_a_long_claim_is_cut_at_a_word() -> None:
    assert shorten("word " * 40) == "word " * 13 + "word…"
    assert len(shorten("x" * 200)) < 75
    assert shorten("“" + "word " * 40 + "”").endswith("word…”")
    assert len(shorten("“" + "wort " * 40 + "”")) < 75


def test_json_ld_is_safe_inside_a_script_element() -> None:
    review = build_review()
    claims = tuple(replace(claim, wording="</script><script>&") for claim in review.claims)
    raw = write("claimreview", replace(review, claims=claims))
    assert not {b"<", b">", b"&"} & {raw[at : at + 1] for at in range(len(raw))}
    assert json.loads(raw)["@graph"][0]["claimReviewed"] == "</script><script>&"


def test_annotations_point_at_the_very_words() -> None:
    review = build_review()
    value = json.loads(write("webannotation"))
    items = value["first"]["items"]
    assert value["total"] == len(items)
    assert len({item["id"] for item in items}) == len(items)
    for item in items:
        for target in item["target"]:
            quoted, position = target["selector"]
            assert review.text.text[position["start"] : position["end"]] == quoted["exact"]
            assert review.text.text[: position["start"]].endswith(quoted["prefix"])
            assert review.text.text[position["end"] :].startswith(quoted["suffix"])


def test_annotations_are_what_the_standard_calls_them() -> None:
    [collection] = expand(write("webannotation"))
    [page] = collection["http://www.w3.org/ns/activitystreams#first"]
    items = page["http://www.w3.org/ns/activitystreams#items"][0]["@list"]
    motivations = {item[f"{OA}motivatedBy"][0]["@id"] for item in items}
    assert motivations == {f"{OA}{word}" for word in ("assessing", "classifying", "editing", "linking", "questioning")}
    for item in items:
        assert item["@type"] == [f"{OA}Annotation"]
        assert item["@id"].startswith("urn:uuid:")
        assert item[f"{OA}hasTarget"]
        assert item[f"{OA}hasBody"]


def test_confidential_text_can_be_given_by_positions_alone() -> None:
    raw = write("webannotation", None, Options(positions_only=True, public=True))
    items = json.loads(raw)["first"]["items"]
    assert all(set(target["selector"][0]) == {"type", "start", "end"} for item in items for target in item["target"])
    assert b"fourteen months later" not in raw


def test_an_archived_source_has_its_state() -> None:
    bodies = [body for item in json.loads(write("webannotation"))["first"]["items"] for body in item["body"]]
    states = [body["state"] for body in bodies if "state" in body]
    assert {
        "type": "TimeState",
        "cached": "https://archive.example/2024/bridge.pdf",
        "sourceDate": "2024-05-29",
    } in states
