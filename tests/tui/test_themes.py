"""Themes: ours, Textual's and the user's own; a choice that stays; a fault that is named."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.widgets import OptionList

from tests.tui.libraries import NOW, Running, running
from workbench.errors import UsageError
from workbench.settings.scales import load_scales
from workbench.settings.settings import Settings, load_settings
from workbench.store.opening import open_store
from workbench.tui.app import Workbench
from workbench.tui.glyphs import draw_plain
from workbench.tui.marks import OPEN_GLYPH, WAIVED_GLYPH
from workbench.tui.themes import THEMES_DIR, TOKENS, check_theme, read_theme
from workbench.tui.widgets.flash import Flash
from workbench.tui.widgets.table import Table

if TYPE_CHECKING:
    from pathlib import Path

    from workbench.model.verdicts import Scale

OURS = sorted(path.stem for path in THEMES_DIR.glob("*.toml"))
MINE = "dark = false\n[colours]\nprimary = '#112233'\n[tokens]\nclaim-open = '#445566'\n"


@pytest.mark.parametrize("name", OURS)
def test_our_themes_set_every_token(name: str) -> None:
    theme = read_theme(THEMES_DIR / f"{name}.toml")
    assert set(TOKENS) <= set(theme.variables)


def test_there_are_light_and_dark_ones_of_high_contrast_and_for_the_colour_blind() -> None:
    assert set(OURS) == {"workbench-paper", "workbench-night", "workbench-contrast", "workbench-clear"}
    assert not read_theme(THEMES_DIR / "workbench-paper.toml").dark


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("[colours", "is not valid TOML: Expected"),
        ("[colours]\nprimry = '#112233'\n", "there is no colour 'primry'"),
        ("[colours]\nprimary = 'bluish'\n", "bluish"),
        ("[colours]\nprimary = '#112233'\n[tokens]\npage = 'papery'\n", "papery"),
        ("dark = true\n", "primary"),
    ],
)
def test_a_file_that_is_no_theme_is_named_with_the_reason(tmp_path: Path, written: str, reason: str) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(written)
    with pytest.raises(UsageError) as refused:
        read_theme(path)
    assert str(path) in refused.value.message
    assert reason in refused.value.message


@pytest.mark.parametrize("name", ["workbench-papr", "draculla", "../workbench-paper", "/etc/passwd"])
def test_an_unknown_theme_is_refused_with_what_is_near(name: str, database: Path) -> None:
    with pytest.raises(UsageError, match="there is no theme"):
        check_theme(name)
    with pytest.raises(UsageError, match="there is no theme") as refused:
        Workbench(database, Settings(actor="ada", theme=name))
    assert "workbench-paper" in refused.value.hint or "dracula" in refused.value.hint


@pytest.mark.parametrize(
    ("term", "colorterm", "theme"),
    [
        ("linux", "", "ansi-dark"),
        ("screen", "", "ansi-dark"),
        ("xterm-256color", "", "workbench-night"),
        ("xterm", "truecolor", "workbench-night"),
    ],
)
def test_the_first_theme_suits_the_terminal(
    database: Path, monkeypatch: pytest.MonkeyPatch, term: str, colorterm: str, theme: str
) -> None:
    monkeypatch.setenv("TERM", term)
    monkeypatch.setenv("COLORTERM", colorterm)
    assert Workbench(database, Settings(actor="ada")).theme == theme
    assert Workbench(database, Settings(actor="ada", theme="workbench-clear")).theme == "workbench-clear"


async def test_the_users_own_theme_is_used_offered_and_a_bad_one_is_told(database: Path, tmp_path: Path) -> None:
    folder = tmp_path / "themes"
    folder.mkdir()
    (folder / "mine.toml").write_text(MINE)
    (folder / "broken.toml").write_text("[colours]\nprimry = 'red'\n")
    app = Workbench(database, Settings(actor="ada", theme="mine"), folder=tmp_path, clock=lambda: NOW)
    store = open_store(database)
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        run = Running(app, pilot, store, set())
        await run.settle()
        assert "broken.toml is no theme" in run.room.query_one(Flash).error
        assert app.theme == "mine"
        assert app.theme_variables["claim-open"] == "#445566"
        await run.press("f8")
        offered = app.screen.query_one(OptionList)
        assert offered.highlighted_option is offered.get_option("mine")
    app.desk.close()
    store.close()


async def test_a_theme_is_tried_while_the_cursor_is_on_it_and_kept_only_when_picked(database: Path) -> None:
    async with running(database) as run:
        await run.press("f8")
        await run.type("paper")
        assert run.app.theme == "workbench-paper"
        await run.press("escape")
        assert run.app.theme == "workbench-night"
        assert load_settings().theme == ""
        await run.press("f8")
        await run.type("paper")
        await run.press("enter")
        assert run.app.theme == "workbench-paper"
        assert "colours: workbench-paper" in run.text()
    assert load_settings().theme == "workbench-paper"


@pytest.mark.parametrize("scale", load_scales().values(), ids=lambda scale: scale.id)
def test_on_the_linux_console_the_ratings_are_told_apart_by_what_its_font_has(scale: Scale) -> None:
    drawn = [draw_plain(rating.glyph) for rating in scale.ratings]
    assert all(len(glyph) == len(glyph.encode("cp437")) == 1 for glyph in drawn)
    assert len(set(drawn)) == len(drawn)
    assert draw_plain(OPEN_GLYPH + WAIVED_GLYPH) == "o-"


@pytest.mark.parametrize("theme", ["workbench-night", "workbench-paper", "ansi-dark", "ansi-light"])
async def test_the_panel_beside_the_text_that_has_the_keys_is_told_by_a_bar_in_every_theme(
    database: Path, theme: str
) -> None:
    def barred(run: Running) -> set[tuple[int, int]]:
        lines = run.text().splitlines()
        return {(x, y) for y, line in enumerate(lines) for x, sign in enumerate(line) if sign == "▌"}

    async with running(database, size=(200, 60), theme=theme) as run:
        assert not barred(run)
        for panel in ("card", "evidence", "claims"):
            await run.press("tab")
            region = run.room.query_one(f"#{panel}").region
            assert barred(run) == {(region.x, y) for y in range(region.y, region.bottom)}
        await run.press("tab", "o")
        assert not barred(run)
        await run.press("tab")
        region = run.room.query_one("#source-about").region
        assert barred(run) == {(region.x, y) for y in range(region.y, region.bottom)}


async def test_without_colours_a_theme_of_the_terminals_own_is_not_black_on_black(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with running(database, article=None, theme="ansi-dark") as run:
        rows = run.app.screen.query_one(Table)
        (chain,) = run.app.get_line_filters()
        drawn = [chain.apply(list(rows.render_line(y)), rows.styles.background) for y in range(2)]
        styles = [segment.style for row in drawn for segment in row if segment.style]
        assert all(style.color is None or style.color.is_default for style in styles)
        assert all(style.bgcolor is None or style.bgcolor.is_default for style in styles)
        # The row at hand is told by more than bold letters.
        assert all(part.style and part.style.reverse for part in drawn[0] if part.text.strip())
        assert not any(part.style and part.style.reverse for part in drawn[1])


async def test_without_colours_a_claims_state_is_told_by_the_style_of_its_words(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with running(database) as run:
        claims = {kind: next(one for one in run.review().claims if one.kind == kind) for kind in ("figure", "quote")}
        styles = {}
        for key in ("open", "1", "3", "4", "7"):
            document = run.review_screen.document
            for kind, claim in claims.items():
                run.review_screen.go(claim.number)
                if key != "open":
                    await run.press(key)
                    if key == "4":
                        await run.press("enter", "ctrl+s")
                run.review_screen.go(13)
                await run.settle()
                words = [
                    segment
                    for y in range(document.size.height)
                    for segment in document.render_line(y)
                    if segment.style and segment.text.strip() and segment.text.strip() in claim.text
                ]
                assert words, (key, kind)
                style = words[0].style
                styles[key, kind] = (style.bold, style.italic, style.underline, style.dim)
        for kind in ("figure", "quote"):
            told = [styles[key, kind] for key in ("open", "1", "3", "4", "7")]
            assert len(set(told)) == len(told), styles
