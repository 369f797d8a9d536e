from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from dataclasses import replace

import pytest

from tests.reports.build import SCALE, build_review
from tests.reports.pages import Page
from workbench.reports import Options, find_report


@pytest.fixture(scope="module")
def raw() -> str:
    return find_report("html").write(build_review(), Options()).decode()


@pytest.fixture(scope="module")
def page(raw: str) -> Page:
    return Page(raw)


def test_every_claim_is_linked_both_ways(page: Page) -> None:
    for number in range(1, 26):
        if number == 5:  # a date, out of scope and never looked at
            continue
        assert f"m{number}" in page.ids
        assert f"c{number}" in page.ids
        assert f"#m{number}" in page.links
        assert f"#c{number}" in page.links


def test_no_link_leads_nowhere_and_no_id_twice(page: Page) -> None:
    assert len(set(page.ids)) == len(page.ids)
    inner = {link[1:] for link in page.links if link.startswith("#")}
    assert inner <= set(page.ids)


def test_references_between_elements_resolve(page: Page) -> None:
    for _, names in page.elements:
        for name in names.get("aria-labelledby", "").split():
            assert name in page.ids


def test_nothing_is_fetched_and_only_our_style_is_allowed(raw: str, page: Page) -> None:
    css = re.search(r"<style>(.*?)</style>", raw, re.DOTALL)
    assert css
    digest = b64encode(hashlib.sha256(css[1].encode()).digest()).decode()
    [policy] = [names["content"] for _, names in page.elements if names.get("http-equiv") == "Content-Security-Policy"]
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    assert not {"script", "img", "link", "iframe", "object"} & page.tags
    assert "url(" not in css[1]
    assert "@import" not in css[1]
    assert not any({"src", "style", "srcset"} & set(names) for _, names in page.elements)


def test_the_article_can_be_read_from_the_marks(page: Page) -> None:
    review = build_review()
    start = page.text.index("Harbour bridge to open", page.text.index("The article and its notes"))
    article = re.sub(r"\s+", " ", page.text[start : page.text.index("3.1", start)])
    words = re.sub(r"\s+", " ", review.text.text).strip()
    assert re.sub(r"(?<=[^\d ])\d{1,2}(?=\W)", "", article)[:40] == words[:40]
    assert "in six years15 of building.”14" in article


def test_what_must_change_comes_first_and_the_gravest_before_the_rest(page: Page) -> None:
    findings = page.text[page.text.index("Findings", 500) :]
    assert findings.index("1.4 million hours") < findings.index("more than a year") < findings.index("The article and")


def test_counts_are_those_of_the_review(page: Page) -> None:
    review = build_review()
    assert f"{review.progress.decided} of {review.progress.claims} claims decided" in page.text
    [chart] = [names["aria-label"] for tag, names in page.elements if tag == "svg"]
    assert "5 incorrect" in chart
    for rating in SCALE.ratings:
        assert rating.label in page.text


def test_a_review_with_everything_done_says_so() -> None:
    review = build_review()
    done = replace(review.progress, open=0, decided=14, waived=1, accounted=review.progress.words)
    text = Page(find_report("html").write(replace(review, progress=done), Options()).decode()).text
    assert "Finished: 14 of 15 claims decided" in text
    assert "it is void" in text


def test_a_hostile_language_is_not_taken_over() -> None:
    review = build_review()
    article = replace(review.article, language='en" onload="x')
    page = Page(find_report("html").write(replace(review, article=article), Options()).decode())
    assert [names["lang"] for _, names in page.elements if "lang" in names] == ["en"]


def test_what_is_not_accounted_for_is_named_by_its_first_words(page: Page) -> None:
    text = page.text[page.text.index("Words in no decided") :]
    gap = "The national audit office put the average overrun of large bridges at 23.3 per …"
    assert f"{gap} (20 words, line 13)" in re.sub(r"\s+", " ", text)


def test_the_quoted_figure_is_compared_for_the_desk_alone(raw: str) -> None:
    assert '<p class="compared">' in raw
    assert 'class="compared"' not in find_report("html").write(build_review(), Options(public=True)).decode()


def test_waived_passages_are_named_with_the_reason_at_the_desk_alone(page: Page) -> None:
    told = re.sub(r"\s+", " ", page.text)
    assert "Waived passages It was a lovely old boat. (6 words, line 19) colour zebra-secret-passage" in told
    assert "Waived passages" not in find_report("html").write(build_review(), Options(public=True)).decode()
