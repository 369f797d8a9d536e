from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Run


def test_a_file_becomes_an_article_and_its_id_is_the_data(run: Run, draft: Path) -> None:
    result = run("import", str(draft))
    assert (result.code, result.out) == (0, "1\n")
    assert "imported as article 1: Harbour bridge to close" in result.err


def test_the_same_bytes_are_the_same_article(run: Run, draft: Path, tmp_path: Path) -> None:
    run("import", str(draft))
    copy = tmp_path / "copy.md"
    copy.write_bytes(draft.read_bytes())
    result = run("import", str(copy), "--json")
    assert (result.json["id"], result.json["new"]) == ("1", False)
    assert result.json["sha256"] == hashlib.sha256(draft.read_bytes()).hexdigest()
    assert len(run("list", "--json").json["articles"]) == 1


def test_one_bad_file_is_reported_and_the_rest_goes_on(run: Run, draft: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.md").touch()
    (tmp_path / "noise.txt").write_bytes(bytes(range(256)) * 40)
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "notes.md").write_text("14 hidden words", encoding="utf-8")
    result = run("import", str(tmp_path), "--json")
    answers = {Path(line["path"]).name: line for line in map(json.loads, result.out.splitlines())}
    assert result.code == 3
    assert answers["draft.md"]["id"] == "1"
    assert "empty" in answers["empty.md"]["error"]
    assert answers["noise.txt"]["id"] is None
    assert not {"picture.png", "notes.md"} & set(answers)
    assert "1 file imported, 2 could not be" in result.err
    told = run("import", str(tmp_path)).err
    assert f"{tmp_path}: left out 1 file of other formats (.png 1)" in told
    assert f"error: {tmp_path / 'empty.md'} is empty" in told
    assert "0 files imported, 1 already here, 2 could not be" in told


@pytest.mark.parametrize(
    ("name", "raw", "said"),
    [
        ("empty.txt", b"", "is empty"),
        ("space.txt", b" \n\n", "no text"),
        ("bytes.txt", b"\x00\x01\x02\x03" * 100, "no text"),
        ("big.txt", b"word " * 10_000_000, "over 20 MB"),
        ("koi8.txt", "съешь же ещё этих мягких французских булок ".encode("koi8-r") * 20, "encoding is unknown"),
        ("paper.pdf", b"%PDF-1.7\n", "PDF"),
    ],
)
def test_a_file_that_is_no_text_is_refused_in_a_line(
    run: Run, tmp_path: Path, name: str, raw: bytes, said: str
) -> None:
    path = tmp_path / name
    path.write_bytes(raw)
    result = run("import", str(path))
    assert (result.code, result.out) == (3, "")
    lines = result.err.splitlines()
    assert said in lines[0].replace(".pdf files", "PDF")
    assert lines[0].startswith("error: ")
    assert lines[1].startswith("hint: ")
    assert len(lines) == 2
    assert run("list", "--json").json == {"articles": []}


def test_a_file_that_is_not_there_is_named(run: Run) -> None:
    result = run("import", "nowhere.md")
    assert result.code == 3
    assert "there is no file nowhere.md" in result.err


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_encodings_give_the_same_text(run: Run, tmp_path: Path, encoding: str) -> None:
    text = "The mayor’s “plan” costs €3 million – a café owner said so, again and again, to everyone in town."
    path = tmp_path / "a.txt"
    path.write_bytes(text.encode(encoding))
    assert run("import", str(path)).code == 0
    assert run("show", "1", "--text").out == text


def test_standard_input_is_a_file_too(run: Run) -> None:
    result = run("import", "-", stdin="Fourteen people came.\r\nTwo left.\r\n")
    assert (result.code, result.out) == (0, "1\n")
    assert run("show", "1", "--text").out.startswith("Fourteen people came.\nTwo left.")


def test_a_scale_can_be_chosen_and_must_exist(run: Run, draft: Path) -> None:
    assert run("import", str(draft), "--scale", "nine-step").code == 2
    assert run("import", str(draft), "--scale", "six-step").code == 0
    assert run("show", "1", "--json").json["scale"]["id"] == "six-step"


def test_an_unknown_format_is_refused_once(run: Run, draft: Path) -> None:
    result = run("import", str(draft), "--from", "scroll")
    assert result.code == 2
    assert "choose one of" in result.err


def test_a_review_comes_over_from_another_machine(run: Run, draft: Path, tmp_path: Path) -> None:
    run("import", str(draft))
    run("source", "add", "Notice")
    run("attach", "1.2", "1", "--quote", "15 weeks")
    run("verdict", "1.2", "incorrect", "--correction", "15 weeks")
    handed_over = tmp_path / "review.json"
    run("export", "1", "-o", str(handed_over))
    there = ("--db", str(tmp_path / "there.db"))
    run(*there, "sample")
    taken = run(*there, "import", str(handed_over), "--json")
    assert (taken.code, taken.json["id"], taken.json["claims"], taken.json["conflicts"]) == (0, "2", 7, [])
    claims = {claim["id"]: claim for claim in run(*there, "claims", "2", "--json").json["claims"]}
    assert (claims["2.2"]["rating"], claims["2.2"]["correction"]) == ("incorrect", "15 weeks")
    assert claims["2.2"]["evidence"][0]["quote"] == "15 weeks"
    assert "decided 1.2 incorrect" in run(*there, "history", "2").out
    again = run(*there, "import", str(handed_over))
    assert again.code == 5
    assert "already" in again.err
    (tmp_path / "noise.json").write_text("{}", encoding="utf-8")
    assert run("import", str(tmp_path / "noise.json")).code == 3
    assert run("import", str(tmp_path / "none.json")).code == 3


@pytest.mark.parametrize("name", ["", "x" * 5000])
def test_a_name_that_can_be_none_of_a_file_is_a_line(run: Run, name: str) -> None:
    result = run("import", name)
    assert (result.code, result.out) == (3, "")
    assert result.err.startswith("error: ")
    assert run("review", name or " ").code == 2


def test_a_folder_without_articles_is_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    result = run("import", str(tmp_path))
    assert result.code == 3
    assert f"error: there is no file in {tmp_path} that can be read" in result.err


@pytest.mark.skipif(os.name == "nt", reason="no such names there")
def test_a_line_end_in_a_files_name_begins_no_line(run: Run, tmp_path: Path) -> None:
    for name, text in (("a\nerror: b.txt", "14 men"), ("c\nhint: d.txt", "")):
        (tmp_path / name).write_text(text, encoding="utf-8")
        result = run("import", str(tmp_path / name))
        assert not {"error: b.txt", "hint: d.txt"} & {line[: len("error: b.txt")] for line in result.err.splitlines()}
        assert len(result.err.splitlines()) == (1 if text else 2)
