"""What every report promises, whatever it looks like."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
import zlib
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from lxml import etree

from tests.reports.build import PARAGRAPHS, SECRET, Wording, build_review
from tests.reports.pages import Page
from workbench.errors import UsageError
from workbench.reports import REPORTS, Options, Report, find_report
from workbench.text.cleaning import clean

if TYPE_CHECKING:
    from workbench.model.reviews import Review

POISON = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "]]> --> </style></script><!--",
    "[click](javascript:alert(1)) ![x](http://evil.example/x.png)",
    '=HYPERLINK("http://evil.example")',
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "{{ 1234 * 4321 }}{% for x in y %}",
    "\x00\x01\x1b[31m\x7f\x9b\ufffe\ud800",
    "\u202eright\u2066\u2069\u200b\ufeff",
    "# heading\n- item\n1. one\n```\n| a | b |\n---\n",
    "line\r\n\r\nX-Header: yes\u2028\u2029",
    "%s %n {0.__class__} $(id) `id` \\u003cscript",
    "\N{SNOWMAN}" * 300,
)

URLS = (
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "file:///etc/passwd",
    'https://ok.example/a b"><script>',
    "http://[broken",
    "\\\\server\\share",
)

# The PDF is the page printed: what is true of the page is true of it, and printing takes seconds.
WRITTEN = [report for report in REPORTS if report.id != "pdf"]


def write(report: Report, review: Review | None = None, **options: Any) -> bytes:
    return report.write(review or build_review(), Options(check_url="https://check.example/1", **options))


def open_all(raw: bytes) -> bytes:
    """Return the bytes, a zip's members and a PDF's streams unpacked."""
    if raw.startswith(b"%PDF"):
        return raw + b"".join(_inflate(stream) for stream in re.findall(rb"stream\r?\n(.*?)endstream", raw, re.DOTALL))
    if not raw.startswith(b"PK"):
        return raw
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        return b"".join(name.encode() + archive.read(name) for name in archive.namelist())


def _inflate(stream: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(stream)
    except zlib.error:
        return b""


@pytest.fixture(params=REPORTS, ids=lambda report: report.id)
def report(request: pytest.FixtureRequest) -> Report:
    found: Report = request.param
    return found


@pytest.mark.parametrize("report", WRITTEN, ids=lambda report: report.id)
def test_the_same_review_gives_the_same_bytes(report: Report) -> None:
    assert write(report) == write(report)


def test_the_public_version_holds_no_word_of_the_desk(report: Report) -> None:
    if report.id == "queries":
        with pytest.raises(UsageError, match="no public version"):
            write(report, public=True)
        return
    if report.id not in {"claimreview", "corrections", "sarif", "pdf"}:  # never there, or (PDF) only as glyphs
        assert SECRET.encode() in open_all(write(report))
    raw = open_all(write(report, public=True))
    assert b"million" in raw or report.id == "pdf"
    for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
        assert SECRET.encode(encoding) not in raw


@pytest.mark.parametrize("poison", POISON, ids=range(len(POISON)))
@pytest.mark.parametrize("report", WRITTEN, ids=lambda report: report.id)
def test_hostile_words_pass_through_without_harm(report: Report, poison: str) -> None:
    fit = clean(poison).text
    hostile = Wording(f"Bridge {poison}", tuple(f"{line} {fit}" for line in PARAGRAPHS), poison)
    raw = write(report, build_review(hostile))
    if raw.startswith(b"PK"):
        check_archive(raw)
        return
    text = raw.decode()
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]", text)
    assert "5332114" not in text
    if report.suffix == ".html":
        page = Page(text)
        assert page.tags.isdisjoint({"script", "img", "iframe", "object", "form", "base"})
        assert not any(name.startswith("on") or name == "style" for _, names in page.elements for name in names)
    elif report.suffix == ".csv":
        header, *rows = csv.reader(io.StringIO(text, newline=""), strict=True)
        assert {len(row) for row in rows} == {len(header)}
        assert not any(cell.startswith(tuple("=+-@\t\r\n")) for row in rows for cell in row)
    elif report.suffix == ".jsonld":
        assert json.loads(text)["@context"]
        assert report.id != "claimreview" or "<" not in text
    elif report.suffix in {".json", ".sarif"}:
        json.loads(text)
    elif report.suffix == ".jsonl":
        assert len([json.loads(line) for line in text.split("\n") if line]) == 25


def check_archive(raw: bytes) -> None:
    """See that every part is XML without a document type, a formula, or a tie to the world outside."""
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        assert archive.testzip() is None
        parts = {name: archive.read(name) for name in archive.namelist() if name.endswith((".xml", ".rels"))}
    for part in parts.values():
        tree = etree.fromstring(part)
        assert tree.getroottree().docinfo.doctype == ""
        assert not tree.xpath("//*[local-name()='f' or local-name()='hyperlink' or local-name()='instrText']")
        assert not tree.xpath("//@TargetMode")


@pytest.mark.parametrize("report", WRITTEN, ids=lambda report: report.id)
def test_hostile_addresses_never_become_links(report: Report) -> None:
    for url in URLS:
        raw = open_all(write(report, build_review(Wording(url=url)))).lower()
        assert not re.search(rb"(href|target)=[\"'](\s*javascript|data:|file:|\\\\)", raw)
        assert not re.search(rb"\]\(<?\s*(javascript|data|file):", raw)


def test_an_empty_review_can_be_written(report: Report) -> None:
    review = build_review()
    empty = replace(
        review, claims=(), retired=(), passages=(), evidence={}, sources={}, versions={}, notices=(), events=()
    )
    if report.id == "claimreview":
        with pytest.raises(UsageError, match="it has no claims"):
            write(report, replace(empty, signoffs=()))
        return
    raw = write(report, replace(empty, signoffs=()))
    assert raw or report.id == "jsonl"


def test_a_media_type_and_a_suffix_belong_to_it(report: Report) -> None:
    assert report.suffix.startswith(".")
    assert "/" in report.media_type
    assert report.description.endswith(".")


def test_an_unknown_format_names_the_nearest() -> None:
    with pytest.raises(UsageError) as caught:
        find_report("htlm")
    assert "html" in caught.value.hint
