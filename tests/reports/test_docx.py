from __future__ import annotations

import io
import zipfile
from typing import Any

import docx
import pytest
from lxml import etree

from tests.reports.build import Wording, build_review
from workbench.formats.wordml import W
from workbench.reports import Options, find_report


@pytest.fixture(scope="module")
def raw() -> bytes:
    return find_report("docx").write(build_review(), Options())


@pytest.fixture(scope="module")
def body(raw: bytes) -> Any:
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        return etree.fromstring(archive.read("word/document.xml"))


def name(tag: str) -> str:
    return f"{{{W}}}{tag}"


def read_ranges(body: Any) -> dict[int, str]:
    """Return the words, deleted ones too but inserted ones not, that each comment is anchored to."""
    ranges: dict[int, list[str]] = {}
    open_now: set[int] = set()
    for element in body.iter():
        if element.tag == name("commentRangeStart"):
            open_now.add(int(element.get(name("id"))))
        elif element.tag == name("commentRangeEnd"):
            open_now.remove(int(element.get(name("id"))))
        elif element.tag in {name("t"), name("delText")} and element.getparent().getparent().tag != name("ins"):
            for number in open_now:
                ranges.setdefault(number, []).append(element.text)
    assert open_now == set()
    return {number: "".join(words) for number, words in ranges.items()}


def test_every_comment_lies_on_the_very_words_of_its_claim(raw: bytes, body: Any) -> None:
    claims = {claim.number: claim.text for claim in build_review().claims if claim.number != 5}
    assert read_ranges(body) == claims
    assert {comment.comment_id for comment in docx.Document(io.BytesIO(raw)).comments} == set(claims)


def test_comments_say_who_when_and_what(raw: bytes) -> None:
    comments = {comment.comment_id: comment for comment in docx.Document(io.BytesIO(raw)).comments}
    comment = comments[11]
    assert (comment.author, comment.initials) == ("zebra-secret-maria", "Z")
    assert comment.timestamp
    assert comment.timestamp.isoformat() == "2024-05-30T09:11:00+00:00"
    assert comment.paragraphs[0].text.startswith("3.11 ✗ incorrect → fix")
    assert "Proposed: 1.4 million hours" in comment.text
    assert "Contradicts: S5 Recording of the press conference, 00:04:12" in comment.text
    assert comments[15].author == "Fact-check desk"


def test_rejecting_every_change_gives_the_article_back(body: Any) -> None:
    paragraphs = [line for line in build_review().text.text.split("\n") if line]
    rejected = []
    for paragraph in body.iter(name("p")):
        words = [
            element.text
            for element in paragraph.iter(name("t"), name("delText"))
            if element.getparent().getparent().tag != name("ins")
        ]
        rejected.append("".join(words))
    assert rejected == paragraphs


def test_accepting_every_change_gives_the_corrected_article(body: Any) -> None:
    accepted = "\n".join("".join(element.text for element in p.iter(name("t"))) for p in body.iter(name("p")))
    assert "open on Tuesday 4 June 2024, fourteen" in accepted
    assert "“We have spent 1.4 million hours of work" in accepted
    assert "The bridge, the , has cost" in accepted


def test_changes_have_hands_and_numbers_of_their_own(body: Any) -> None:
    changes = [*body.iter(name("ins")), *body.iter(name("del"))]
    assert len(changes) == 11
    comments = [*body.iter(name("commentRangeStart"))]
    assert len({thing.get(name("id")) for thing in (*changes, *comments)}) == 11 + 24
    assert all(change.get(name("author")) and change.get(name("date")).endswith("Z") for change in changes)


def test_hostile_words_make_no_broken_xml() -> None:
    review = build_review(Wording(poison="\x00\x0b\ud800 ]]> <w:p/> & \ufffe"))
    document = docx.Document(io.BytesIO(find_report("docx").write(review, Options())))
    assert "<w:p/> &" in next(iter(document.comments)).text


def test_the_file_carries_the_version_and_the_hash(raw: bytes) -> None:
    document = docx.Document(io.BytesIO(raw))
    assert build_review().text.sha256 in document.sections[0].footer.paragraphs[0].text
    assert "workbench" in document.core_properties.comments
