"""From a file to a report with the real program: a process for each command, as a script or a person would."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from pathlib import Path

WORKBENCH = [sys.executable, "-m", "workbench"]

DRAFT = """# Ferry line to stop

The ferry will stop on Tuesday, 2 April 2024, for 14 weeks, the port said. It carries 1,400 people a day.

"There is no other way to repair the pier," port director Ann Lee said.
"""


def call(*arguments: str, code: int = 0) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [*WORKBENCH, *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
        check=False,
    )
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr
    return done


def answer(*arguments: str) -> Any:
    return json.loads(call(*arguments, "--json").stdout)


@pytest.mark.timeout(180)
def test_an_article_goes_from_file_to_report_and_is_purged(tmp_path: Path) -> None:
    draft, notice, report = (tmp_path / name for name in ("draft.md", "notice.txt", "report.html"))
    draft.write_text(DRAFT, encoding="utf-8")
    notice.write_text("The ferry stops for 15 weeks.", encoding="utf-8")

    assert call("import", str(draft)).stdout == "1\n"
    document = answer("claims", "1")
    claims = {claim["text"]: claim for claim in document["claims"]}
    weeks = claims["14 weeks"]["id"]
    assert document["article"]["text"][claims["14 weeks"]["start"] :].startswith("14 weeks")

    source = answer("source", "add", str(notice), "--title", "Notice to travellers")["id"]
    piece = call("attach", weeks, source, "--stance", "contradicts", "--quote", "15 weeks").stdout.strip()
    call("verdict", weeks, "incorrect", "--action", "fix", "--correction", "15 weeks", "--rationale", "see the notice")
    call("undo")
    assert answer("status", "1")["decided"] == 0
    call("redo")

    shown = next(claim for claim in answer("show", "1")["claims"] if claim["id"] == weeks)
    assert (shown["rating"], shown["action"], shown["correction"]) == ("incorrect", "fix", "15 weeks")
    assert [(one["id"], one["source"], one["quote"]) for one in shown["evidence"]] == [(piece, source, "15 weeks")]
    table = call("claims", "1").stdout
    assert next(line for line in table.splitlines() if line.startswith(weeks)).split()[1:4] == [
        "decided",
        "✗",
        "Incorrect",
    ]

    call("export", "1", "-o", str(report))
    page = report.read_text(encoding="utf-8")
    assert all(words in page for words in ("Ferry line to stop", "15 weeks", "Notice to travellers", "see the notice"))
    assert "1 decided" in call("status", "1").stdout

    call("purge", "1", code=2)
    call("purge", "1", "--yes")
    assert answer("list") == {"articles": []}
    assert call("db", "check").stderr == "the database is sound\n"
