from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run


def test_an_empty_library_says_how_to_begin(run: Run) -> None:
    result = run("list")
    assert (result.code, result.out) == (0, "")
    assert "workbench import FILE" in result.err
    assert "workbench sample" in result.err
    assert run("list", "--archived").err == "No article is archived.\n"


def test_the_library_is_a_table_without_padding(run: Run, article: dict[str, Any]) -> None:
    head, row = run("list").out.splitlines()
    assert head.split() == ["id", "title", "outlet", "words", "settled", "touched"]
    assert row.startswith("1   Harbour bridge to close  The Example")
    assert " 0 of 4 " in row
    assert row == row.rstrip()


def test_claims_of_an_article_and_of_a_file_are_the_same(run: Run, article: dict[str, Any], draft: Path) -> None:
    stored = run("claims", "1", "--json").json
    detected = run("claims", str(draft), "--json").json
    assert stored["article"]["text"] == detected["article"]["text"] == run("show", "1", "--text").out
    assert detected["article"]["id"] is None
    assert {claim["id"] for claim in detected["claims"]} == {None}
    fields = ("start", "end", "text", "kind", "sentence", "speaker", "state", "figure")
    shapes = [
        [{name: claim[name] for name in fields} for claim in document["claims"]] for document in (stored, detected)
    ]
    assert shapes[0] == shapes[1]


def test_each_claim_lies_where_it_says(run: Run, article: dict[str, Any]) -> None:
    text = run("show", "1", "--text").out
    assert {"14 weeks", "1,400", "$3.2 million"} <= set(article)
    assert all(text[claim["start"] : claim["end"]] == words for words, claim in article.items())
    assert article["14 weeks"]["id"] == "1.2"
    assert article["14 weeks"]["figure"]["low"] == 14


def test_claims_can_be_narrowed_down(run: Run, article: dict[str, Any]) -> None:
    def kinds(*options: str) -> set[str]:
        return {claim["kind"] for claim in run("claims", "1", "--json", *options).json["claims"]}

    assert {"figure", "quote", "date", "name"} <= kinds()
    assert kinds("--scope") == {"figure", "quote"}
    assert kinds("--kind", "date", "--kind", "name") == {"date", "name"}
    assert kinds("--state", "decided") == set()


def test_the_table_is_not_cut_in_a_pipe(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "long.md"
    path.write_text(f"# {'Headline ' * 9}\n\nThere were 14 of them, said {'Maria ' * 3}Smith.", encoding="utf-8")
    run("import", str(path))
    assert all("…" not in line and line == line.rstrip() for line in run("claims", "1").out.splitlines())


def test_one_long_cell_in_a_pipe_does_not_push_the_column_away_in_every_row(run: Run) -> None:
    run("source", "add", "A" * 90)
    run("source", "add", "Minutes")
    head, long, short = run("source", "list").out.splitlines()
    assert "A" * 90 in long
    assert len(short) < 80
    assert head.index("type") == short.index("other") == 46


def test_a_review_is_shown_whole(run: Run, article: dict[str, Any]) -> None:
    run("verdict", "1.2", "correct", "--rationale", "the city's notice")
    shown = run("show", "1").out
    assert "Harbour bridge to close" in shown
    assert "rationale: the city's notice" in shown
    assert "✓ Correct" in shown
    document = run("show", "1", "--json").json
    assert document["schema"] == "urn:workbench:review:1"
    assert "history" not in document


@pytest.mark.parametrize("name", ["1", "harbour bridge", "Harbour bridge to close"])
def test_an_article_is_named_by_id_or_title(run: Run, article: dict[str, Any], name: str) -> None:
    assert run("status", name, "--json").json["id"] == "1"


def test_digits_are_an_id_and_a_path_with_a_dot_is_a_file(
    run: Run, article: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "1").write_text("There were 77 of them.", encoding="utf-8")
    assert run("claims", "1", "--json").json["article"]["id"] == "1"
    detected = run("claims", "./1", "--json").json
    assert detected["article"]["id"] is None
    assert detected["claims"][0]["text"].startswith("77")


@pytest.mark.parametrize("name", ["2", "no such title", "./nowhere.md", "", " "])
def test_what_is_not_there_is_wrong_usage(run: Run, article: dict[str, Any], name: str) -> None:
    result = run("claims", name)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("error: ")


def test_status_counts_the_scope_alone(run: Run, article: dict[str, Any]) -> None:
    for claim in article.values():
        if claim["kind"] == "figure":
            run("verdict", claim["id"], "correct")
    run("verdict", article["Mayor Jane Smith"]["id"], "correct")
    status = run("status", "1", "--json").json
    assert (status["claims"], status["decided"], status["open"]) == (4, 3, 1)
    assert status["ratings"] == {"correct": 3}
    assert 0 < status["accounted"] < status["words"]
    assert "4 claims: 3 decided, 1 open, 0 waived" in run("status", "1").out


def test_hostile_words_do_not_reach_the_terminal_or_become_markup(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "evil.txt"
    path.write_text("[red]Evil[/red] \x1b]0;owned\x07 \u202etitle [/x\n\nThere were 14 people.", encoding="utf-8")
    run("import", str(path))
    listed = run("list").out
    assert "[red]Evil[/red]" in listed
    assert "[/x" in listed
    for output in (listed, run("claims", "1").out, run("show", "1").out):
        assert not set("\x1b\x07\u202e") & set(output)


def test_gates_hold_what_is_not_fit(run: Run, article: dict[str, Any]) -> None:
    assert run("status", "1").code == 0
    held = run("status", "1", "--fail-on", "open,unsigned")
    assert held.code == 1
    assert "not fit: open claims: 4 of 4" in held.err
    assert "not fit: not signed off as it stands" in held.err
    run("verdict", "1.2", "unsupported")
    run("claim", "waive", "1.3", "1.4", "1.7")
    run("sign", "1")
    assert run("status", "1", "--fail-on", "open,unsigned").code == 0
    hindrances = run("status", "1", "--json").json["hindrances"]
    assert (hindrances["open"], hindrances["unsigned"]) == ([], [])
    assert hindrances["fail"] == ["claims that failed: 1.2"]
    assert len(hindrances["unaccounted"]) == 1
    failed = run("export", "1", "--to", "md", "--fail-on", "fail")
    assert failed.code == 1
    assert "claims that failed: 1.2" in failed.err
    assert failed.out.startswith("#")
    run("reopen", "1.3")
    assert run("status", "1", "--json").json["hindrances"]["unsigned"] != []
    assert run("status", "1", "--fail-on", "shut").code == 2


def test_the_work_is_counted(run: Run, article: dict[str, Any]) -> None:
    run("verdict", "1.2", "1.3", "correct")
    counted = run("statistics", "--json").json
    assert counted["ratings"] == [{"label": "Correct", "count": 2, "outcome": "pass"}]
    assert run("statistics", "1").out == run("statistics").out
    assert ["states", "decided", "2"] in [line.split() for line in run("statistics").out.splitlines()]
