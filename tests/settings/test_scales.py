from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from workbench.errors import UsageError
from workbench.model.verdicts import Outcome, Scale
from workbench.settings.paths import package_data
from workbench.settings.scales import load_scales, parse_scale
from workbench.tui.commands import commands_in
from workbench.tui.keymap import SHIPPED, check_keymap, load_keymap

if TYPE_CHECKING:
    from pathlib import Path

ONE = """
id = "mine"
[[ratings]]
id = "yes"
label = "Yes"
outcome = "pass"
key = "1"
letter = "c"
glyph = "y"
"""


@pytest.fixture(params=sorted(load_scales()))
def scale(request: pytest.FixtureRequest) -> Scale:
    return load_scales()[request.param]


def test_the_desk_scale_leads_and_has_the_promised_ratings() -> None:
    scales = load_scales()
    assert list(scales) == ["desk", "five-step", "six-step"]
    assert [rating.id for rating in scales["desk"].ratings] == [
        "correct",
        "correct-with-context",
        "imprecise",
        "incorrect",
        "unsupported",
        "cannot-verify",
        "opinion",
    ]


def test_each_shipped_scale_is_complete(scale: Scale) -> None:
    assert scale.title
    assert scale.description
    assert all(rating.description for rating in scale.ratings)
    assert {Outcome.PASS, Outcome.FAIL} <= {rating.outcome for rating in scale.ratings}
    assert len({rating.glyph for rating in scale.ratings}) == len(scale.ratings)


def test_numbers_of_a_scale_lie_between_its_bounds(scale: Scale) -> None:
    values = [rating.value for rating in scale.ratings if rating.value is not None]
    if scale.best is None or scale.worst is None:
        assert not values
    else:
        assert (max(values), min(values)) == (scale.best, scale.worst)


def test_no_rating_key_is_a_command_where_claims_are_decided(scale: Scale) -> None:
    taken = {key for place in ("review", "evidence") for command in commands_in(place) for key in command.keys}
    assert "n" in taken
    assert not taken & {key for rating in scale.ratings for key in (rating.key, rating.letter)}


@pytest.mark.parametrize("keymap", SHIPPED)
def test_no_shipped_keymap_clashes_with_a_scale(scale: Scale, keymap: str) -> None:
    assert check_keymap(load_keymap(keymap), scale) == ()


def test_a_file_of_the_user_adds_a_scale_or_replaces_one(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text(ONE, encoding="utf-8")
    (tmp_path / "desk.toml").write_text(ONE.replace("mine", "desk"), encoding="utf-8")
    scales = load_scales(tmp_path)
    assert scales["mine"].ratings[0].label == "Yes"
    assert len(scales["desk"].ratings) == 1


def test_the_hash_is_that_of_the_file() -> None:
    toml = (package_data() / "scales" / "desk.toml").read_text(encoding="utf-8")
    assert parse_scale(toml).sha256 == parse_scale(toml).sha256 != parse_scale(toml + "\n").sha256


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("[[ratings]]", "[[ratings", "not valid TOML"),
        ('id = "mine"', 'id = "Mine"', "needs an id"),
        ('key = "1"', 'key = "0"', "digit from 1 to 9"),
        ('key = "1"', "key = 1", "wrong type"),
        ('letter = "c"', 'letter = "C"', "one small letter"),
        ('glyph = "y"', 'glyph = "\\u001b"', "one visible character"),
        ('outcome = "pass"', 'outcome = "good"', "outcome is one of"),
        ('label = "Yes"', "", "'label' is missing"),
        ('label = "Yes"', 'label = "Yes"\ncolour = "red"', "'colour' is not a field"),
        ('label = "Yes"', 'label = "Yes"\nvalue = true', "wrong type"),
        ('id = "yes"', 'id = "Yes!"', "id is made of small letters"),
    ],
)
def test_a_bad_scale_is_refused_with_its_place(old: str, new: str, said: str) -> None:
    with pytest.raises(UsageError, match=said) as caught:
        parse_scale(ONE.replace(old, new), "mine.toml")
    assert caught.value.message.startswith("mine.toml")


@pytest.mark.parametrize("glyph", ["✅", "船", "\u0301", " "])
def test_a_glyph_that_fills_no_column_is_refused(tmp_path: Path, glyph: str) -> None:
    (tmp_path / "mine.toml").write_text(ONE.replace('glyph = "y"', f'glyph = "{glyph}"'), encoding="utf-8")
    with pytest.raises(UsageError, match="the glyph of 'yes' has to fill one column"):
        load_scales(tmp_path)


def test_two_ratings_on_one_key_are_refused() -> None:
    second = ONE.split("[[ratings]]")[1].replace('"yes"', '"no"').replace('"c"', '"d"')
    with pytest.raises(UsageError, match="two ratings have the key '1'"):
        parse_scale(f"{ONE}[[ratings]]{second}")


def test_a_scale_without_ratings_is_refused() -> None:
    with pytest.raises(UsageError, match="at least one"):
        parse_scale('id = "mine"')


@pytest.mark.parametrize(
    ("numbers", "told"),
    [
        ("best = 1\nworst = 5", "higher is truer"),
        ("best = 5\nworst = 0", "has to be 1 or more"),
        ("best = 5\nworst = 1", "the value 9 of 'yes' is not between 1 and 5"),
    ],
)
def test_numbers_that_no_reader_could_place_are_refused(tmp_path: Path, numbers: str, told: str) -> None:
    (tmp_path / "mine.toml").write_text(f"{numbers}{ONE}value = 9\n", encoding="utf-8")
    with pytest.raises(UsageError, match=told):
        load_scales(tmp_path)
