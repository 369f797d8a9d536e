from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.cli.conftest import Run


def claim(run: Run, ref: str) -> dict[str, Any]:
    found: dict[str, Any] = next(one for one in run("claims", "1", "--json").json["claims"] if one["id"] == ref)
    return found


def test_a_verdict_is_kept_with_what_was_written(run: Run, article: dict[str, Any]) -> None:
    decided = run(
        *("verdict", "1.2", "imprecise", "--action", "fix", "--correction", "15 weeks"),
        *("--rationale", "the notice says 15", "--explanation", "It is 15.", "--json"),
    ).json
    wanted = {"rating": "imprecise", "state": "decided", "action": "fix", "correction": "15 weeks"}
    wanted |= {"rationale": "the notice says 15", "explanation": "It is 15.", "decided_by": "ada"}
    assert {name: decided[name] for name in wanted} == wanted
    assert claim(run, "1.2") == decided


def test_a_rating_that_asks_for_evidence_says_so(run: Run, article: dict[str, Any]) -> None:
    refused = run("verdict", "1.2", "incorrect")
    assert refused.code == 2
    assert "needs evidence" in refused.err
    assert "workbench attach 1.2" in refused.err
    assert claim(run, "1.2")["state"] == "open"
    run("source", "add", "Notice")
    run("attach", "1.2", "1")
    assert run("verdict", "1.2", "incorrect").code == 0


def test_an_unknown_rating_is_answered_with_those_there_are(run: Run, article: dict[str, Any]) -> None:
    result = run("verdict", "1.2", "right")
    assert result.code == 2
    assert "correct-with-context" in result.err


def test_several_claims_are_decided_in_one_deed(run: Run, article: dict[str, Any]) -> None:
    decided = run("verdict", "1.2", "1.3", "1.7", "correct", "--json").json["claims"]
    assert [one["id"] for one in decided] == ["1.2", "1.3", "1.7"]
    run("undo", "1")
    assert run("status", "1", "--json").json["decided"] == 0
    assert run("verdict", "1.2", "1.3", "correct", "--correction", "x").code == 2


def test_a_stale_write_is_refused_with_both_versions(run: Run, article: dict[str, Any]) -> None:
    seen = claim(run, "1.2")["revision"]
    run("verdict", "1.2", "correct", "--rationale", "theirs")
    refused = run("verdict", "1.2", "imprecise", "--rationale", "mine", "--revision", str(seen))
    assert refused.code == 5
    lines = refused.err.splitlines()
    assert any(line.startswith("stored: ") and "theirs" in line for line in lines)
    assert any(line.startswith("yours: ") and "mine" in line for line in lines)
    assert claim(run, "1.2")["rationale"] == "theirs"


def test_what_is_written_can_be_changed_without_the_rating(run: Run, article: dict[str, Any]) -> None:
    run("verdict", "1.2", "correct")
    changed = run("annotate", "1.2", "--rationale", "-", "--json", stdin="two\nlines\n").json
    assert (changed["rating"], changed["rationale"]) == ("correct", "two\nlines")
    assert run("annotate", "1.2").code == 2
    assert run("annotate", "1.3", "--rationale", "x").code == 2


def test_a_claim_can_be_opened_again(run: Run, article: dict[str, Any]) -> None:
    run("verdict", "1.2", "correct")
    run("claim", "waive", "1.3")
    run("reopen", "1.2", "1.3")
    assert [claim(run, ref)["state"] for ref in ("1.2", "1.3")] == ["open", "open"]


def test_only_one_text_comes_from_standard_input(run: Run, article: dict[str, Any]) -> None:
    assert run("verdict", "1.2", "correct", "--rationale", "-", "--correction", "-", stdin="x").code == 2


def test_the_sentence_about_a_verdict_is_talk(run: Run, article: dict[str, Any]) -> None:
    result = run("verdict", "1.2", "correct")
    assert (result.out, result.err) == ("", "1.2: decided correct\n")
