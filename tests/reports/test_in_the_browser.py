"""The pages as a reader meets them: driven in headless Chromium, looked over by axe."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING, Any

import pytest

from tests.reports.browser import Tab, browse
from tests.reports.build import build_review
from tests.reports.checkers import AXE, need
from workbench.reports import Options, find_report

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = need("chromium", "bash")
PAGES = ("html", "annotated")


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("pages")
    paths = {name: folder / f"{name}.html" for name in PAGES}
    for name, path in paths.items():
        path.write_bytes(find_report(name).write(build_review(), Options()))
    return paths


@pytest.fixture(scope="module")
def tab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tab]:
    with browse(tmp_path_factory.mktemp("browser")) as tab:
        yield tab


def follow(tab: Tab, link: str) -> dict[str, Any]:
    """Go to a link by the keyboard; return what is the target then, and whether it is in sight."""
    tab.ask(f"document.querySelector({link!r}).focus()")
    tab.press("Enter", 13)
    found: dict[str, Any] = tab.ask(
        """new Promise(done => setTimeout(() => {
             const target = document.querySelector(":target"), box = target.getBoundingClientRect();
             done({id: target.id, seen: box.bottom > 0 && box.top < innerHeight});
           }))"""
    )
    return found


@pytest.mark.parametrize("name", PAGES)
def test_a_title_that_turns_its_line_round_turns_no_more_than_itself(
    tab: Tab, pages: dict[str, Path], name: str
) -> None:
    tab.open(pages[name])
    held = """[...document.querySelectorAll("a, q, bdi, .text")].map(one => getComputedStyle(one).unicodeBidi)"""
    assert set(tab.ask(held)) == {"isolate"}


@pytest.mark.parametrize("name", PAGES)
def test_a_mark_leads_to_its_note_and_the_note_back(tab: Tab, pages: dict[str, Path], name: str) -> None:
    tab.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-reduced-motion", "value": "reduce"}])
    tab.open(pages[name])
    for number in (1, 11, 14, 25):
        assert follow(tab, f'a.go[href="#c{number}"]') == {"id": f"c{number}", "seen": True}
        assert follow(tab, f'#c{number} a[href="#m{number}"]') == {"id": f"m{number}", "seen": True}


@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_complained_of_and_nothing_fetched(tab: Tab, pages: dict[str, Path], name: str) -> None:
    tab.open(pages[name])
    assert tab.complaints == []
    assert tab.requests == [pages[name].as_uri()]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("name", PAGES)
def test_the_page_fits_the_window_and_keeps_to_the_scheme(
    tab: Tab, pages: dict[str, Path], name: str, width: int, scheme: str
) -> None:
    tab.call("Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1, mobile=False)
    tab.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
    tab.open(pages[name])
    assert tab.ask("document.documentElement.scrollWidth") == width
    ground = tab.ask("getComputedStyle(document.documentElement).backgroundColor")
    assert ground == {"light": "rgb(255, 255, 255)", "dark": "rgb(22, 22, 21)"}[scheme]


@need(AXE)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(tab: Tab, pages: dict[str, Path], name: str, scheme: str) -> None:
    tab.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
    tab.open(pages[name])
    tab.ask(f"{AXE.read_text('utf-8')};0")
    found = tab.ask(
        """axe.run().then(found => ({
             passed: found.passes.length,
             violations: found.violations.map(rule => [rule.id, rule.nodes.map(node => node.html)]),
           }))"""
    )
    assert found["violations"] == []
    assert found["passed"] >= 30


def test_on_paper_the_notes_stand_in_columns_and_no_way_about_is_printed(tab: Tab, pages: dict[str, Path]) -> None:
    tab.call("Emulation.setEmulatedMedia", media="print")
    tab.open(pages["html"])
    look = "getComputedStyle(document.querySelector({!r})).{}"
    assert tab.ask(look.format(".contents", "display")) == "none"
    assert tab.ask(look.format(".notes", "columnCount")) == "2"
    assert tab.ask(look.format(".article", "maxHeight")) == "none"
    assert tab.ask(look.format(".card", "breakInside")) == "avoid"
    printed = base64.b64decode(tab.call("Page.printToPDF", preferCSSPageSize=True)["data"])
    assert printed.startswith(b"%PDF")
    tab.call("Emulation.setEmulatedMedia", media="")
