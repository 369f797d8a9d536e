from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.cli.conftest import Run


def test_what_is_known_of_an_article_is_changed(run: Run, article: dict[str, Any]) -> None:
    changed = run("edit", "1", "--title", "Bridge", "--outlet", "Daily", "--scope", "figure,date", "--json").json
    assert (changed["title"], changed["outlet"], changed["scope"]) == ("Bridge", "Daily", ["figure", "date"])
    assert run("status", "1", "--json").json["claims"] == 4
    assert run("edit", "1", "--scale", "six-step", "--json").json["scale"] == "six-step"
    assert run("edit", "1").code == 2
    assert run("edit", "1", "--scope", "figures").code == 2
    assert run("edit", "1", "--scale", "nine-step").code == 2


def test_an_archived_article_is_put_away_and_brought_back(run: Run, article: dict[str, Any]) -> None:
    assert run("archive", "1").code == 0
    assert run("list", "--json").json["articles"] == []
    assert [row["id"] for row in run("list", "--archived", "--json").json["articles"]] == ["1"]
    run("unarchive", "1")
    assert [row["id"] for row in run("list", "--json").json["articles"]] == ["1"]
