from __future__ import annotations

import re
from dataclasses import fields

import pytest

from workbench.checks import CHECKS, Check, run_checks
from workbench.errors import InputError
from workbench.kinds import KINDS, Kind, read_text
from workbench.model.articles import DEFAULT_SCOPE
from workbench.model.spans import Block
from workbench.readers import READERS, Reader, pick_reader, read_bytes
from workbench.text.cleaning import clean

EVIL = (
    "",
    " \n\n ",
    "[sic] [/] [red]marked[/red] {{7*7}} <b>&amp;</b>",
    "\x1b[31mred\x1b[0m \x9b2J \x07",
    "a\u202ergnitset\u202c \u200b\u2060 \U000e0041",
    "“““ ”””” ‘’‘’ \"'\"'",
    "=1+1 @cmd -2 +3 \t|x",
    "said said said, said. “said” said",
    "e\u0301\u0301\u0301 \u1100\u1161 \U0001f468\u200d\U0001f469",
    "9" * 400,
    "Mr Mr Mr President President of of the",
    "on Friday, 99 March 99999",
    "\ufffd" * 50,
)
PROSE = (
    "Council votes\n\nThe council voted 14-0 on Friday, 25 March 2024. “We will never stop,” UN Secretary-General "
    "António Guterres said. It was the first of 3.5 million."
)


@pytest.mark.parametrize("registry", [KINDS, READERS, CHECKS])
def test_ids_are_unique_plain_words_and_nothing_is_left_blank(registry: tuple[Kind | Reader | Check, ...]) -> None:
    ids = [member.id for member in registry]
    assert len(set(ids)) == len(ids)
    for member in registry:
        assert re.fullmatch(r"[a-z][a-z-]*", member.id)
        assert all(getattr(member, field.name) not in ("", ()) for field in fields(member))


def test_the_usual_scope_is_what_the_kinds_say_it_is() -> None:
    assert tuple(kind.id for kind in KINDS if kind.default) == DEFAULT_SCOPE


def test_glyphs_are_one_cell_and_differ() -> None:
    glyphs = [kind.glyph for kind in KINDS]
    assert len(set(glyphs)) == len(glyphs)
    assert all(len(glyph) == 1 for glyph in glyphs)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
@pytest.mark.parametrize("evil", EVIL)
def test_a_kind_bears_any_text_and_stays_inside_it(kind: Kind, evil: str) -> None:
    text = clean(evil).text
    for candidate in kind.detect(read_text(text, (Block(0, len(text), "paragraph", 1),) if text else ())):
        assert 0 <= candidate.start < candidate.end <= len(text)
        assert candidate.text == text[candidate.start : candidate.end]
        assert candidate.kind == kind.id
        assert candidate.wording


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_a_kind_finds_something_in_a_news_story_and_the_same_every_time(kind: Kind) -> None:
    found = kind.detect(read_text(PROSE, ()))
    assert found
    assert found == kind.detect(read_text(PROSE, ()))


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.id)
@pytest.mark.parametrize("evil", EVIL)
def test_a_check_bears_any_text_and_stays_inside_it(check: Check, evil: str) -> None:
    reading = read_text(evil, ())
    for notice in check.run(reading):
        assert notice.check == check.id
        assert all(0 <= span.start < span.end <= len(evil) for span in notice.spans)


def test_the_checks_run_together() -> None:
    assert {notice.check for notice in run_checks(read_text(PROSE, ()))} <= {check.id for check in CHECKS}


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.id)
@pytest.mark.parametrize("evil", EVIL)
def test_a_reader_hands_over_clean_text_with_its_blocks_or_says_no(reader: Reader, evil: str) -> None:
    raw = evil.encode("utf-8", "surrogatepass")
    if not any(character.isalnum() for character in clean(evil).text):
        with pytest.raises(InputError):
            read_bytes("evil", raw, reader.id)
        return
    document = read_bytes("evil", raw, reader.id)
    assert document.media_type == reader.media_type
    assert document.raw == raw
    assert clean(document.text).text == document.text
    assert document.blocks
    end = 0
    for block in document.blocks:
        assert not document.text[end : block.start].strip()
        assert block.kind in {"heading", "paragraph", "quote", "item", "code", "caption"}
        assert block.line >= 1
        end = block.end
    assert not document.text[end:].strip()


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.id)
def test_a_reader_is_picked_by_each_of_its_suffixes(reader: Reader) -> None:
    assert all(pick_reader(f"story{suffix.upper()}") is reader for suffix in reader.suffixes)
