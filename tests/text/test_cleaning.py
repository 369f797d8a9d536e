from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.errors import InputError
from workbench.text.cleaning import CONTROLS, SURROGATES, UNDECODABLE, clean, decode, defang

ANY_TEXT = st.text(st.characters())


@pytest.mark.parametrize(
    ("raw", "encoding"),
    [
        ("“Guterres” – 1.4 million".encode(), "utf-8"),
        ("“Guterres” – 1.4 million".encode("utf-8-sig"), "utf-8"),
        ("“Guterres” – 1.4 million".encode("utf-16"), "utf-16-le"),
        (b"\xfe\xff" + "“Guterres” – 1.4 million".encode("utf-16-be"), "utf-16-be"),
        ("“Guterres” – 1.4 million".encode("utf-16-le"), "utf-16-le"),
        ("“Guterres” – 1.4 million".encode("utf-16-be"), "utf-16-be"),
        ("“Guterres” – 1.4 million".encode("utf-32"), "utf-32-le"),
        ("“Guterres” – 1.4 million".encode("cp1252"), "windows-1252"),
    ],
)
def test_the_same_sentence_is_read_from_every_encoding(raw: bytes, encoding: str) -> None:
    decoded = decode(raw)
    assert decoded.text == "“Guterres” – 1.4 million"
    assert decoded.encoding == encoding
    assert decoded.losses == ()


def test_damaged_utf8_stays_utf8_and_counts_what_was_lost() -> None:
    decoded = decode("naïve café “quoted”".encode() + b" \xff end")
    assert decoded.encoding == "utf-8"
    assert decoded.text == "naïve café “quoted” \ufffd end"
    assert decoded.losses == ((UNDECODABLE, 1),)


def test_a_replacement_character_of_the_file_itself_is_no_loss() -> None:
    assert decode("was lost \ufffd before".encode()).losses == ()


@pytest.mark.parametrize("raw", [bytes(range(256)) * 8, b"\x00\x01\x02\x03" * 50, b"MZ\x90\x00\x03\x00\x00\x00\x04"])
def test_binary_bytes_are_refused(raw: bytes) -> None:
    with pytest.raises(InputError, match="no text"):
        decode(raw)


@pytest.mark.parametrize("encoding", ["koi8-r", "shift_jis", "gb18030"])
def test_text_of_another_alphabet_in_an_old_encoding_is_refused(encoding: str) -> None:
    words = {
        "koi8-r": "Совет Безопасности принял резолюцию ",
        "shift_jis": "安全保障理事会は決議を採択した",
        "gb18030": "安理会通过决议",
    }
    with pytest.raises(InputError, match="encoding is unknown"):
        decode((words[encoding] * 20).encode(encoding))


def test_one_nul_in_a_long_text_is_damage_and_not_a_binary_file() -> None:
    text = "The council voted on Monday. " * 100 + "\0"
    assert clean(decode(text.encode()).text).losses == ((CONTROLS, 1),)


def test_every_line_end_becomes_lf() -> None:
    assert decode("a\r\nb\rc\x85d\u2028e\u2029f\x0bg\x0ch\ni".encode()).text == "a\nb\nc\nd\ne\nf\ng\nh\ni"


def test_cleaning_keeps_length_and_says_what_it_replaced() -> None:
    cleaned = clean("a\tb\x1b[31m\x9b\x7f\ud800\u202ec\u200b")
    assert cleaned.text == "a b\ufffd[31m\ufffd\ufffd\ufffd\u202ec\u200b"
    assert cleaned.losses == ((CONTROLS, 3), (SURROGATES, 1))


@given(ANY_TEXT)
def test_cleaning_is_one_for_one_and_settles_at_once(text: str) -> None:
    once = clean(text).text
    assert len(once) == len(text)
    assert clean(once).text == once
    once.encode("utf-8")
    assert all(new == old or new in " \ufffd" for new, old in zip(once, text, strict=True))


@given(ANY_TEXT)
def test_defanged_text_holds_nothing_that_steers_a_terminal(text: str) -> None:
    safe = defang(text)
    assert len(safe) == len(text)
    assert not any((ord(c) < 32 and c != "\n") or 127 <= ord(c) < 160 for c in safe)
    assert not set(safe) & set("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u2028\u2029")


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused_politely(raw: bytes) -> None:
    with contextlib.suppress(InputError):
        assert not set(decode(raw).text) & set("\r\x0b\x0c\x85\u2028\u2029")


@given(st.text(st.characters(codec="utf-8"), max_size=200))
def test_utf8_with_a_mark_survives(text: str) -> None:
    decoded = decode(text.encode("utf-8-sig"))
    assert decoded.encoding == "utf-8"
    assert len(decoded.text) == len(text.replace("\r\n", "\n"))
