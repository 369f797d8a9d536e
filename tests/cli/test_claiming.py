from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Run


def live(run: Run) -> dict[str, dict[str, Any]]:
    return {claim["id"]: claim for claim in run("claims", "1", "--json").json["claims"]}


def test_a_claim_is_made_of_words_or_offsets(run: Run, article: dict[str, Any]) -> None:
    text = run("show", "1", "--text").out
    start = text.index("cables")
    by_words = run("claim", "add", "1", "--text", "the city said", "--kind", "quote", "--json").json
    by_offsets = run("claim", "add", "1", str(start), str(start + 6))
    assert (by_words["id"], by_words["text"], by_words["origin"]) == ("1.8", "the city said", "added")
    assert by_offsets.out == "1.9\n"
    assert live(run)["1.9"]["text"] == "cables"


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--text", "the"], "more than once"),
        (["--text", "nowhere in it"], "not in the text"),
        (["--text", ""], "not in the text"),
        (["5"], "say which stretch"),
        (["9", "3"], "no stretch"),
        (["3", "99999"], "no stretch"),
    ],
)
def test_a_stretch_that_is_none_is_refused(run: Run, article: dict[str, Any], options: list[str], said: str) -> None:
    result = run("claim", "add", "1", *options)
    assert result.code == 2
    assert said in result.err


def test_a_claim_is_changed(run: Run, article: dict[str, Any]) -> None:
    old = article["14 weeks"]
    changed = run(
        *("claim", "edit", old["id"], "--start", str(old["start"] - 4), "--speaker", "", "--kind", "name"),
        *("--wording", "The closure takes 14 weeks.", "--extent", f"{old['start'] - 4}:{old['end']}", "--json"),
    ).json
    assert (changed["text"], changed["kind"], changed["speaker"]) == ("for 14 weeks", "name", None)
    assert changed["wording"] == "The closure takes 14 weeks."
    assert run("claim", "edit", "1.2").code == 2
    assert run("claim", "edit", "1.2", "--extent", "9-12").code == 2


def test_numbers_of_split_and_merged_claims_are_never_given_again(run: Run, article: dict[str, Any]) -> None:
    quote = next(claim for claim in article.values() if claim["kind"] == "quote")
    halves = run("claim", "split", quote["id"], "--before", "way to repair", "--json").json["claims"]
    assert [half["id"] for half in halves] == ["1.8", "1.9"]
    assert quote["id"] not in live(run)
    merged = run("claim", "merge", "1.8", "1.9")
    assert merged.out == "1.10\n"
    run("undo", "1")
    assert {"1.8", "1.9"} <= set(live(run))
    assert run("claim", "merge", "1.8", "1.9").out == "1.11\n"
    assert run("claim", "split", "1.2").code == 2


def test_claims_are_waived_flagged_and_asked_about(run: Run, article: dict[str, Any]) -> None:
    run("claim", "waive", "1.2")
    run("claim", "waive", "1.3", "1.7")
    run("claim", "flag", "1.4")
    run("claim", "question", "1.4", "Who says so?")
    claims = live(run)
    assert [claims[ref]["state"] for ref in ("1.2", "1.3", "1.7")] == ["waived"] * 3
    assert (claims["1.4"]["flagged"], claims["1.4"]["question"]) == (True, "Who says so?")
    assert "⚑" in run("claims", "1").out
    run("claim", "flag", "1.4", "--off")
    run("claim", "question", "1.4", "")
    assert (live(run)["1.4"]["flagged"], live(run)["1.4"]["question"]) == (False, "")


def test_a_passage_is_waived_and_lifted(run: Run, article: dict[str, Any]) -> None:
    before = run("status", "1", "--json").json["accounted"]
    made = run(
        "passage", "waive", "1", "--text", "Some 1,400 people cross it a day.", "--reason", "known", "--json"
    ).json
    assert (made["id"], made["reason"]) == ("1", "known")
    assert run("status", "1", "--json").json["accounted"] > before
    assert run("passage", "lift", "1", "1").code == 0
    assert run("status", "1", "--json").json["accounted"] == before
    assert run("passage", "lift", "1", "1").code == 2


def test_what_is_no_claim_is_wrong_usage(run: Run, article: dict[str, Any]) -> None:
    for name in ("1", "1.99", "2.1", "x.y"):
        assert run("claim", "waive", name).code == 2
