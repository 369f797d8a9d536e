from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.cli.conftest import Run


def states(run: Run) -> list[str]:
    return [claim["state"] for claim in run("claims", "1", "--json").json["claims"]][1:3]


def test_deeds_are_taken_back_and_done_again(run: Run, article: dict[str, Any]) -> None:
    run("verdict", "1.2", "correct")
    run("claim", "waive", "1.3")
    assert run("undo").err == "undid: waived 1.3\n"
    assert states(run) == ["decided", "open"]
    run("undo", "1")
    assert states(run) == ["open", "open"]
    run("redo", "1")
    assert run("redo", "--json").json["label"] == "redid: waived 1.3"
    assert states(run) == ["decided", "waived"]


def test_one_deed_is_taken_back_out_of_order(run: Run, article: dict[str, Any]) -> None:
    run("verdict", "1.2", "correct")
    run("claim", "waive", "1.3")
    event = next(event for event in run("history", "1", "--json").json["events"] if event["deed"] == "decide_claim")
    assert run("undo", "--event", str(event["seq"])).code == 0
    assert states(run) == ["open", "waived"]


def test_a_source_is_undone_in_its_own_chain(run: Run, article: dict[str, Any]) -> None:
    run("source", "add", "Notice")
    assert "added source 1" in run("undo").err
    assert run("source", "list", "--json").json == {"sources": []}


def test_history_tells_when_who_and_what(run: Run, article: dict[str, Any]) -> None:
    run("verdict", "1.2", "correct")
    head, *rows = run("history", "1").out.splitlines()
    assert head.split() == ["event", "at", "by", "article", "what"]
    assert rows[-1].split()[3] == "ada"
    assert rows[-1].endswith("decided 1.2 correct")
    assert len(run("history", "--limit", "1").out.splitlines()) == 2


def test_nothing_to_undo_is_said(run: Run) -> None:
    result = run("undo")
    assert result.code == 2
    assert "nothing" in result.err
