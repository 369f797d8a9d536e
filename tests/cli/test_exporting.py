from __future__ import annotations

import csv
import io
import json
import os
import stat
from typing import TYPE_CHECKING, Any

import pytest

from workbench.errors import ExitCode
from workbench.reports import REPORTS
from workbench.settings.paths import config_dir

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run


def test_a_report_is_written_and_never_over_another_unasked(run: Run, article: dict[str, Any], tmp_path: Path) -> None:
    path = tmp_path / "report.md"
    assert run("export", "1", "-o", str(path)).err == f"wrote {path}\n"
    written = path.read_text(encoding="utf-8")
    assert "Harbour bridge to close" in written
    refused = run("export", "1", "-o", str(path), "--to", "csv")
    assert (refused.code, path.read_text(encoding="utf-8")) == (5, written)
    assert "--force" in refused.err
    assert run("export", "1", "-o", str(path), "--to", "csv", "--force", "--json").json["format"] == "csv"
    assert path.read_text(encoding="utf-8") != written
    if os.name != "nt":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_report_goes_to_standard_output_as_it_is(run: Run, article: dict[str, Any]) -> None:
    rows = list(csv.reader(io.StringIO(run("export", "1", "--to", "csv").out, newline=""), strict=True))
    assert {"1.2", "1.3", "1.4", "1.7"} <= {row[0] for row in rows}
    document = run("export", "1", "--json").json
    assert document["schema"] == "urn:workbench:review:1"
    assert document == json.loads(run("export", "1", "--to", "json").out)
    assert document == json.loads(run("export", "1", "--to", "json", "-o", "-").out)


def test_public_reports_have_no_rationale(run: Run, article: dict[str, Any]) -> None:
    run("verdict", "1.2", "correct", "--rationale", "told in confidence")
    for report in ("md", "html", "csv", "json"):
        assert "told in confidence" in run("export", "1", "--to", report).out
        assert "told in confidence" not in run("export", "1", "--to", report, "--public").out


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ([], "say which format"),
        (["-o", "report.xyz"], "no format writes .xyz"),
        (["--to", "htm"], "Did you mean 'html'?"),
    ],
)
def test_a_format_that_is_not_there_is_wrong_usage(
    run: Run, article: dict[str, Any], options: list[str], said: str
) -> None:
    result = run("export", "1", *options)
    assert result.code == 2
    assert said in result.err


def test_formats_are_listed(run: Run) -> None:
    listed = run("export", "--formats").out
    assert [line.split()[0] for line in listed.splitlines()[1:]] == [report.id for report in REPORTS]


def test_a_folder_that_is_not_there_is_bad_input(run: Run, article: dict[str, Any], tmp_path: Path) -> None:
    result = run("export", "1", "-o", str(tmp_path / "no" / "report.md"))
    assert result.code == 3
    assert "cannot be written" in result.err


def test_options_reach_the_report(run: Run, article: dict[str, Any]) -> None:
    run("verdict", "1.2", "imprecise", "--correction", "=1+2")

    def cells(*options: str) -> list[str]:
        sheet = csv.reader(io.StringIO(run("export", "1", "--to", "csv", *options).out, newline=""))
        return [cell for row in sheet for cell in row]

    assert "=1+2" in cells("--raw")
    assert "=1+2" not in cells()


def test_a_template_of_ones_own_is_filled(run: Run, article: dict[str, Any], tmp_path: Path) -> None:
    folder = config_dir() / "templates"
    folder.mkdir(parents=True)
    (folder / "list.md.jinja").write_text("# {{ memo.title }}\n", "utf-8")
    assert run("export", "1", "--template", "list.md.jinja").out.startswith("# ")
    path = tmp_path / "list.md"
    assert (
        run("export", "1", "--template", "list.md.jinja", "-o", str(path), "--json").json["format"] == "list.md.jinja"
    )
    assert run("export", "1", "--template", "list.md.jinja", "--to", "md").code == ExitCode.USAGE
    assert "cannot read the template" in run("export", "1", "--template", "none.md").err
    assert "memo.findings" in run("export", "--template-help").out
