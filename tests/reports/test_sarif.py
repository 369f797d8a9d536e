from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import jsonschema
import pytest

from tests.reports.build import build_review
from workbench.reports import Options, find_report

# What SARIF 2.1.0 demands of the objects used here (sections 3.14, 3.18, 3.24, 3.27 to 3.30, 3.35), strictly.
TEXT = {
    "type": "object",
    "required": ["text"],
    "additionalProperties": False,
    "properties": {"text": {"type": "string"}},
}
LINE = {"type": "integer", "minimum": 1}
REGION = {
    "type": "object",
    "additionalProperties": False,
    "properties": {
        **dict.fromkeys(("startLine", "startColumn", "endLine", "endColumn"), LINE),
        "charOffset": {"type": "integer", "minimum": 0},
        "charLength": {"type": "integer", "minimum": 0},
        "snippet": TEXT,
    },
}
URI = {"type": "string", "pattern": "^[A-Za-z0-9._~%-]+$"}
LOCATION = {
    "type": "object",
    "additionalProperties": False,
    "properties": {
        "physicalLocation": {
            "type": "object",
            "required": ["artifactLocation"],
            "additionalProperties": False,
            "properties": {
                "artifactLocation": {"type": "object", "properties": {"uri": URI, "index": {"const": 0}}},
                "region": REGION,
            },
        }
    },
}
RESULT = {
    "type": "object",
    "required": ["message", "ruleId"],
    "additionalProperties": False,
    "properties": {
        "ruleId": {"type": "string"},
        "kind": {"enum": ["notApplicable", "pass", "fail", "review", "open", "informational"]},
        "level": {"enum": ["none", "note", "warning", "error"]},
        "message": TEXT,
        "locations": {"type": "array", "items": LOCATION},
        "fingerprints": {"type": "object", "additionalProperties": {"type": "string"}},
        "suppressions": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["kind"],
                "additionalProperties": False,
                "properties": {
                    "kind": {"enum": ["inSource", "external"]},
                    "status": {"enum": ["accepted", "underReview", "rejected"]},
                    "justification": {"type": "string"},
                },
            },
        },
    },
    "if": {"properties": {"kind": {"not": {"const": "fail"}}}},
    "then": {"properties": {"level": {"const": "none"}}},
}
LOG = {
    "type": "object",
    "required": ["version", "runs"],
    "additionalProperties": False,
    "properties": {
        "$schema": {"type": "string", "format": "uri"},
        "version": {"const": "2.1.0"},
        "runs": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["tool"],
                "additionalProperties": False,
                "properties": {
                    "tool": {
                        "type": "object",
                        "required": ["driver"],
                        "properties": {"driver": {"type": "object", "required": ["name"]}},
                    },
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                    "artifacts": {"type": "array"},
                    "results": {"type": "array", "items": RESULT},
                },
            },
        },
    },
}


@pytest.fixture(scope="module")
def run() -> dict[str, Any]:
    value = json.loads(find_report("sarif").write(build_review(), Options()))
    jsonschema.validate(value, LOG)
    found: dict[str, Any] = value["runs"][0]
    return found


def test_open_and_failed_claims_and_notices_stand_at_their_lines(run: dict[str, Any]) -> None:
    results = {result["message"]["text"].split()[0]: result for result in run["results"]}
    assert (results["3.11"]["kind"], results["3.11"]["level"], results["3.11"]["ruleId"]) == (
        "fail",
        "error",
        "claim/fail",
    )
    assert results["3.11"]["locations"][0]["physicalLocation"]["region"]["startLine"] == 7
    assert results["3.15"]["kind"] == "open"
    assert results["3.16"]["kind"] == "review"
    assert results["3.22"]["suppressions"][0]["justification"] == "Waived, not checkable"
    [notice] = [result for result in run["results"] if result["ruleId"] == "check/weekday"]
    assert notice["locations"][0]["physicalLocation"]["region"]["snippet"]["text"] == "Monday 4 June 2024"


def test_every_rule_used_is_declared_once(run: dict[str, Any]) -> None:
    declared = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert len(set(declared)) == len(declared)
    assert {result["ruleId"] for result in run["results"]} <= set(declared)


def test_columns_are_given_where_the_file_is_the_text() -> None:
    review = build_review()
    plain = replace(review, text=replace(review.text, media_type="text/plain", name="a b/../%2e%2e:ü.txt"))
    value = json.loads(find_report("sarif").write(plain, Options()))
    jsonschema.validate(value, LOG)
    lines = review.text.text.split("\n")
    for result in value["runs"][0]["results"]:
        for location in result["locations"]:
            region = location["physicalLocation"]["region"]
            line = lines[region["startLine"] - 1]
            assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == region["snippet"]["text"]


def test_a_fingerprint_stays_when_the_article_moves(run: dict[str, Any]) -> None:
    prints = [result["fingerprints"]["workbench/v1"] for result in run["results"] if "fingerprints" in result]
    assert len(set(prints)) == len(prints)
