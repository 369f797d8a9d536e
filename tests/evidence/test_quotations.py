from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.evidence import locate_quote


@pytest.mark.parametrize(
    ("quote", "text", "found"),
    [
        ("Failure would be unforgivable", "He wrote: Failure would be unforgivable.", "Failure would be unforgivable"),
        ("“don’t stop”", "They said 'don't stop' twice", "'don't stop'"),
        ("“don’t stop,”", "They said they don't stop.", "don't stop"),
        ("a long – awaited text", "a\n  long — awaited\u00a0text", "a\n  long — awaited\u00a0text"),
        ("ceasefire", "cease\u00adfire \u200bnow", "cease\u00adfire"),
        ("“It must be so.”", "It must be so", "It must be so"),
        ("and so on…", "and so on… he said", "and so on…"),
        ("\U0001f600 after", "before \U0001f600 after", "\U0001f600 after"),
    ],
)
def test_words_are_found_under_another_typography(quote: str, text: str, found: str) -> None:
    span = locate_quote(quote, text)
    assert span is not None
    assert span.of(text) == found


@pytest.mark.parametrize(("quote", "text"), [("", "words"), ("“…”", "a … b"), ("13 votes", "14 votes"), ("stop", "")])
def test_other_words_are_not_found(quote: str, text: str) -> None:
    assert locate_quote(quote, text) is None


@given(st.text(st.characters(codec="utf-8"), max_size=80), st.text(max_size=30), st.text(max_size=30))
def test_what_stands_in_the_text_is_found_there(middle: str, before: str, behind: str) -> None:
    text = f"{before} {middle} {behind}"
    span = locate_quote(middle, text)
    if any(character.isalnum() for character in middle):
        assert span is not None
        assert 0 <= span.start < span.end <= len(text)
