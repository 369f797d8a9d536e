from __future__ import annotations

from typing import TYPE_CHECKING, Any

from workbench.settings.paths import sample_dir

if TYPE_CHECKING:
    from tests.cli.conftest import Run


def test_the_sample_and_its_sources_are_put_in_once(run: Run) -> None:
    first = run("sample")
    assert first.code == 0
    assert "Next: workbench verdict 1." in first.err
    sources = run("source", "list", "--json").json["sources"]
    assert any(source["url"] == "https://press.un.org/en/2024/sc15641.doc.htm" for source in sources)
    again = run("sample")
    assert "already here as article 1" in again.err
    assert run("source", "list", "--json").json["sources"] == sources


def test_the_draft_has_a_weekday_that_does_not_match(run: Run) -> None:
    document = run("sample", "--draft", "--json").json
    assert len(document["claims"]) > 20
    noticed = run("check", "1", "--json")
    assert noticed.code == 1
    assert "Friday" in noticed.json["notices"][0]["message"]
    assert "Friday, 25 March 2024" in run("check", "1").out
    run("sample")
    assert (run("check", "2").code, run("check", "2").out) == (0, "")
    assert run("check", str(sample_dir() / "ceasefire-vote-draft.md")).code == 1


def test_a_review_is_signed_off(run: Run, article: dict[str, Any]) -> None:
    signed = run("sign", "1", "--note", "second read", "--json").json
    assert len(signed["sha256"]) == 64
    assert "signed article 1" in run("history", "1").out
