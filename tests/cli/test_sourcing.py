from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run


def test_a_source_is_added_by_address_title_or_file(run: Run, tmp_path: Path) -> None:
    note = tmp_path / "notice.txt"
    note.write_text("The bridge is closed for 15 weeks.", encoding="utf-8")
    assert run("source", "add", "https://example.org/a", "--title", "A notice").out == "1\n"
    assert (
        run("source", "add", "Phone call with the harbour office", "--type", "call", "--asked", "J. Doe").out == "2\n"
    )
    assert run("source", "add", str(note), "--publisher", "The city", "--json").json["id"] == "3"
    listed = run("source", "list", "--json").json["sources"]
    assert [(row["title"], row["url"], row["used"]) for row in listed] == [
        ("A notice", "https://example.org/a", 0),
        ("Phone call with the harbour office", "", 0),
        ("notice.txt", "", 0),
    ]
    assert run("source", "show", "3", "--text").out.strip() == "The bridge is closed for 15 weeks."
    assert "asked: J. Doe" in run("source", "show", "2").out
    assert run("source", "show", "2", "--text").code == 3
    note.write_text("The bridge is closed for 16 weeks.", encoding="utf-8")
    assert run("source", "edit", "3", "--file", str(note), "--note", "corrected", "--json").json["note"] == "corrected"
    assert run("source", "show", "3", "--text").out.strip() == "The bridge is closed for 16 weeks."


def test_a_stale_copy_is_told(run: Run, article: dict[str, Any], tmp_path: Path) -> None:
    note = tmp_path / "notice.txt"
    note.write_text("The bridge is closed for 15 weeks.", encoding="utf-8")
    run("source", "add", str(note))
    run("attach", "1.1", "1", "--quote", "15 weeks")

    def listed() -> tuple[int, int, bool]:
        (row,) = run("source", "list", "--json").json["sources"]
        return row["copies"], row["behind"], row["changed"]

    assert listed() == (1, 0, False)
    note.write_text("The bridge is closed for 16 weeks.", encoding="utf-8")
    assert listed() == (1, 0, True)
    assert "file changed" in run("source", "list").out
    run("source", "edit", "1", "--file", str(note))
    assert listed() == (2, 1, False)
    assert "1 quote older" in run("source", "list").out
    note.unlink()
    assert listed() == (2, 1, False)


def test_the_same_address_gives_the_source_that_is_there(run: Run) -> None:
    run("source", "add", "https://example.org/a/", "--title", "A notice")
    again = run("source", "add", "https://www.example.org/a", "--title", "Another", "--json").json
    assert (again["id"], again["new"], again["title"]) == ("1", False, "A notice")


def test_the_same_file_again_is_the_source_that_is_there(run: Run, tmp_path: Path) -> None:
    for name in ("minutes.md", "copy.md"):
        (tmp_path / name).write_text("# Minutes\n\n14 in favour.", encoding="utf-8")
        result = run("source", "add", str(tmp_path / name), "--json").json
        assert (result["id"], result["title"], result["new"]) == ("1", "minutes.md", name == "minutes.md")
    (tmp_path / "copy.md").write_text("# Minutes\n\n15 in favour.", encoding="utf-8")
    assert run("source", "add", str(tmp_path / "copy.md"), "--json").json["new"] is True


def test_a_similar_title_is_pointed_out(run: Run) -> None:
    run("source", "add", "Report on the harbour bridge 2024")
    result = run("source", "add", "Report on the Harbour Bridge, 2024")
    assert result.out == "2\n"
    assert "similar: source 1" in result.err


def test_a_source_is_changed_removed_and_refused_while_cited(run: Run, article: dict[str, Any]) -> None:
    run("source", "add", "Notice")
    changed = run("source", "edit", "1", "--title", "Public notice", "--confidential", "--json").json
    assert (changed["title"], changed["confidential"]) == ("Public notice", True)
    assert run("source", "edit", "1", "--public", "--json").json["confidential"] is False
    run("attach", "1.2", "S1")
    assert run("source", "remove", "1").code == 2
    run("detach", "1.2", "1")
    assert run("source", "remove", "1").code == 0
    assert run("source", "list", "--json").json == {"sources": []}


def test_evidence_is_attached_changed_and_detached(run: Run, article: dict[str, Any]) -> None:
    run("source", "add", "Notice")
    piece = run(
        *("attach", "1.2", "1", "--stance", "contradicts", "--quote", "15 weeks", "--locator", "p. 2", "--json")
    ).json
    assert (piece["id"], piece["source"], piece["stance"], piece["locator"]) == ("1", "1", "contradicts", "p. 2")
    assert run("evidence", "edit", "1", "--stance", "context", "--json").json["quote"] == "15 weeks"
    assert run("evidence", "edit", "1").code == 2
    shown = run("show", "1").out
    assert "S1 Notice, p. 2: “15 weeks”" in shown
    assert "the source 15 weeks: 1 week more" in shown
    assert run("source", "show", "1", "--json").json["used_by"] == ["1.2"]
    assert "used by: 1.2" in run("source", "show", "1").out
    run("attach", "1.2", "1", "--quote", "again")
    twice = run("detach", "1.2", "1")
    assert twice.code == 2
    assert "1, 2" in twice.err
    assert run("detach", "2").code == 0
    assert run("detach", "1.2", "1").code == 0
    assert run("detach", "1.2", "1").code == 2


@pytest.mark.parametrize(
    "arguments",
    [
        ["source", "add"],
        ["source", "show", "99"],
        ["source", "show", "x"],
        ["source", "edit", "1"],
        ["source", "add", "A", "--type", "rumour"],
        ["attach", "1.2", "99"],
        ["detach", "x"],
    ],
)
def test_wrong_usage_is_refused(run: Run, article: dict[str, Any], arguments: list[str]) -> None:
    assert run(*arguments).code == 2


def test_a_file_that_cannot_be_read_is_bad_input(run: Run, tmp_path: Path) -> None:
    assert run("source", "add", "A", "--file", str(tmp_path / "none")).code == 3


def test_a_source_is_attached_to_several_claims_in_one_deed(run: Run, article: dict[str, Any]) -> None:
    run("source", "add", "Notice")
    pieces = run("attach", "1.1", "1.2", "S1", "--quote", "15 weeks", "--json").json
    assert [(piece["source"], piece["quote"]) for piece in pieces] == [("1", "15 weeks")] * 2
    assert "attached S1 to 2 claims: 1.1, 1.2" in run("undo").err
