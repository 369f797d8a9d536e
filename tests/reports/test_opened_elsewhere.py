"""Reports opened by programs that we did not write: LibreOffice, Poppler, Chromium. Skipped where they are missing."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest
from lxml import etree

from tests.reports.build import SECRET, Wording, build_review
from tests.reports.checkers import SARIF_SCHEMA, VNU, need
from workbench.reports import REPORTS, Options, find_report

if TYPE_CHECKING:
    from collections.abc import Iterator

REPO = Path(__file__).resolve().parents[2]


def run(*command: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        list(map(str, command)),
        capture_output=True,
        text=True,
        timeout=100,
        env={**os.environ, **environment},
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done


def read_pdf(path: Path) -> str:
    return re.sub(r"\s+", " ", run("pdftotext", "-layout", path, "-").stdout)


def save(report: str, folder: Path) -> Path:
    found = find_report(report)
    path = folder / f"{report}{found.suffix}"
    path.write_bytes(found.write(build_review(), Options()))
    return path


@need("tidy")
@pytest.mark.parametrize("report", ["html", "annotated"])
@pytest.mark.parametrize("poison", ["", "</style><b onclick=x>&amp;\x00 {{ 1 }}"])
def test_an_html_checker_has_nothing_to_say(report: str, poison: str, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_bytes(find_report(report).write(build_review(Wording(poison=poison)), Options()))
    assert run("tidy", "-errors", "-quiet", page).stderr == ""


@need("java", VNU)
@pytest.mark.parametrize("poison", ["", "</style><b onclick=x>&amp;\x00 {{ 1 }}"])
def test_the_living_standard_is_kept(poison: str, tmp_path: Path) -> None:
    for report in ("html", "annotated"):
        (tmp_path / f"{report}.html").write_bytes(
            find_report(report).write(build_review(Wording(poison=poison)), Options())
        )
    assert run("java", "-jar", VNU, "--errors-only", *sorted(tmp_path.glob("*.html"))).stderr == ""


@need(SARIF_SCHEMA)
def test_sarif_obeys_the_schema_of_the_standard() -> None:
    schema = json.loads(SARIF_SCHEMA.read_text("utf-8"))
    log = json.loads(find_report("sarif").write(build_review(), Options()))
    validator = jsonschema.validators.validator_for(schema)(schema)
    assert [error.message for error in validator.iter_errors(log)] == []
    del log["runs"][0]["tool"]["driver"]["name"]
    assert not validator.is_valid(log)


def convert(path: Path, suffix: str) -> Path:
    """Let LibreOffice open a file and save it in another format."""
    folder = path.parent
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    run("soffice", profile, "--headless", "--convert-to", suffix, "--outdir", folder, path)
    return folder / f"{path.stem}.{suffix}"


OFFICE, TEXT = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}", "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"


def walk(element: Any) -> Iterator[tuple[str, str]]:
    """Yield the words of a document and, by the first word of each comment, where its range begins and ends."""
    name = element.get(f"{OFFICE}name", "")
    if element.tag == f"{OFFICE}annotation":
        yield f"begin {name}", "".join(element.find(f"{TEXT}p").itertext()).split()[0]
    elif element.tag == f"{OFFICE}annotation-end":
        yield f"end {name}", ""
    else:
        yield "words", element.text or ""
        for child in element:
            yield from walk(child)
    yield "words", element.tail or ""


def read_comments(body: Any) -> dict[str, str]:
    """Return the words that each comment is about."""
    ranges: dict[str, str] = {}
    open_now: dict[str, str] = {}
    for step, words in walk(body):
        kind, _, name = step.partition(" ")
        if kind == "begin":
            open_now[name] = words
        elif kind == "end":
            del open_now[name]
        else:
            for ref in open_now.values():
                ranges[ref] = ranges.get(ref, "") + words
    assert open_now == {}
    return ranges


@need("soffice")
def test_libreoffice_shows_each_comment_on_its_words(tmp_path: Path) -> None:
    comments = read_comments(etree.parse(convert(save("docx", tmp_path), "fodt")).find(f"{OFFICE}body"))
    assert len(comments) == 24
    for claim in build_review().claims:
        correction = claim.verdict.correction if claim.verdict else ""
        if claim.number not in {5, 10}:  # one has no comment, the other holds the words of another's correction
            assert comments[claim.ref] == claim.text + correction


@need("soffice", "pdftotext")
def test_libreoffice_opens_the_sheet(tmp_path: Path) -> None:
    sheet = re.sub(r"\s", "", read_pdf(convert(save("xlsx", tmp_path), "pdf")))
    assert "Harbourbridge" in sheet


@need("soffice", "pdftotext")
@pytest.mark.parametrize("report", ["docx", "xlsx", "pdf"])
def test_hostile_words_are_words_in_every_program(report: str, tmp_path: Path) -> None:
    poison = "<w:p>&#x0; ]]> =1+1 \x00\x1b\u202e\ufffe {{ 7*7 }} \\'"
    found = find_report(report)
    path = tmp_path / f"hostile{found.suffix}"
    path.write_bytes(found.write(build_review(Wording(poison=poison)), Options()))
    words = re.sub(r"\s", "", read_pdf(path if report == "pdf" else convert(path, "pdf")))
    assert {"<w:p>", "&#x0;", "]]>", "=1+1"} == {part for part in ("<w:p>", "&#x0;", "]]>", "=1+1") if part in words}
    assert "Harbourbridge" in words


@need("pdftotext")
def test_the_pdf_holds_the_words_of_the_memo(tmp_path: Path) -> None:
    words = read_pdf(save("pdf", tmp_path))
    assert "Harbour bridge to open a year late" in words
    assert "1.4 million hours" in words
    assert "Appendix: history" in words
    assert re.search(r"\b1 ?/ ?\d", words)


@need("pdftotext")
def test_the_public_pdf_shows_no_word_of_the_desk(tmp_path: Path) -> None:
    path = tmp_path / "public.pdf"
    path.write_bytes(find_report("pdf").write(build_review(), Options(public=True)))
    # A hyphen may end a line.
    hidden, *_ = SECRET.split("-")
    assert hidden in read_pdf(save("pdf", tmp_path))
    assert hidden not in read_pdf(path)


@need("chromium", "pdftotext")
def test_the_browser_prints_the_page_without_a_complaint(tmp_path: Path) -> None:
    page, printed = save("html", tmp_path), tmp_path / "printed.pdf"
    flags = (
        "--headless --no-sandbox --disable-gpu --no-first-run --disable-background-networking --enable-logging=stderr"
    )
    done = run(
        "chromium", *flags.split(), f"--user-data-dir={tmp_path / 'user'}", f"--print-to-pdf={printed}", page.as_uri()
    )
    assert "CONSOLE" not in done.stderr
    words = read_pdf(printed)
    assert "Not finished" in words
    # The style sheet was allowed by its hash: it hides the contents in print.
    assert "Article and notes" not in words


def test_bytes_do_not_depend_on_the_process(tmp_path: Path) -> None:
    program = (
        "import hashlib, sys; from tests.reports.build import Wording, build_review; from workbench.reports import *\n"
        "o = Options(check_url='https://check.example/1')\n"
        "for r in REPORTS: print(r.id, hashlib.sha256(r.write(build_review(), o)).hexdigest())"
    )
    outputs = set()
    for seed, zone, locale in (("1", "UTC", "C"), ("2", "Pacific/Auckland", "C.UTF-8")):
        environment = {"PYTHONPATH": str(REPO), "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale}
        outputs.add(run(sys.executable, "-c", program, **environment).stdout)
    [output] = outputs
    assert len(output.split()) == 2 * len(REPORTS)
