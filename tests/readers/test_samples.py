from __future__ import annotations

from workbench.checks import run_checks
from workbench.kinds import find_claims, read_text
from workbench.readers import read_file
from workbench.settings.paths import sample_dir
from workbench.text.words import count_words

FIGURES = ["two", "14", "15", "10", "1.4 million", "six months", "100,000", "two million", "700", "100", "40"]


def test_the_sample_article_has_its_length_head_and_figures() -> None:
    document = read_file(sample_dir() / "ceasefire-vote.md")
    assert 700 <= count_words(document.text) <= 1000
    assert document.metadata.published == "2024-03-25"
    found = [claim.text for claim in find_claims(document.text, document.blocks) if claim.kind == "figure"]
    assert set(FIGURES) <= set(found)


def test_the_plain_text_is_the_markdown_without_its_markup() -> None:
    markdown = read_file(sample_dir() / "ceasefire-vote.md")
    plain = read_file(sample_dir() / "ceasefire-vote.txt")
    assert plain.text == markdown.text + "\n"
    assert plain.metadata.title == markdown.metadata.title


def test_the_draft_differs_in_four_places_and_the_check_finds_the_weekday() -> None:
    final = read_file(sample_dir() / "ceasefire-vote.md")
    draft = read_file(sample_dir() / "ceasefire-vote-draft.md")
    pairs = list(zip(final.text.split(" "), draft.text.split(" "), strict=True))
    assert [(right, wrong) for right, wrong in pairs if right != wrong] == [
        ("Monday,", "Friday,"),
        ("14", "13"),
        ("State", "Defense"),
        ("million", "billion"),
    ]
    notices = run_checks(read_text(draft.text, draft.blocks, published=draft.metadata.published))
    assert [notice.message for notice in notices] == ["25 March 2024 was a Monday, not a Friday."]
    assert run_checks(read_text(final.text, final.blocks, published=final.metadata.published)) == ()


def test_every_source_note_can_be_read_and_says_what_it_is() -> None:
    notes = sorted((sample_dir() / "sources").glob("*.md"))
    assert len(notes) >= 3
    assert all(read_file(note).metadata.title for note in notes)
