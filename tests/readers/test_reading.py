from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

from workbench.errors import InputError, UsageError
from workbench.readers import MAX_BYTES, pick_reader, read_bytes, read_file

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("name", "raw", "message"),
    [
        ("empty.txt", b"", "empty.txt is empty"),
        ("blank.txt", b" \n\t\n", "no text in blank.txt"),
        ("rule.md", b"***\n", "no text in rule.md"),
        ("photo.txt", b"\x89PNG\r\n\x1a\n\x00\x00", "a PNG image"),
        ("report.txt", b"%PDF-1.7 ...", "a PDF file"),
        ("noise.txt", bytes(range(256)) * 10, "noise.txt: these bytes are no text"),
        ("koi.txt", "Совет Безопасности принял".encode("koi8-r"), "koi.txt: the encoding is unknown"),
        ("story.docx", b"words", r"\.docx files cannot be read"),
    ],
)
def test_what_cannot_be_read_is_refused_by_name_with_a_hint(name: str, raw: bytes, message: str) -> None:
    with pytest.raises(InputError, match=message) as refusal:
        read_bytes(name, raw)
    assert refusal.value.hint
    assert "\n" not in refusal.value.message


def test_a_file_over_the_limit_is_refused_and_not_read_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES * 1000)
    with pytest.raises(InputError, match=r"long\.txt is over 20 MB"):
        read_file(path)


def test_missing_files_and_directories_are_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="there is no file"):
        read_file(tmp_path / "gone.txt")
    with pytest.raises(InputError, match="is a directory"):
        read_file(tmp_path)
    with pytest.raises(InputError):
        read_file(tmp_path / "nul\0.txt")


def test_the_bytes_are_kept_with_their_digest(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    raw = "Head\r\n\r\nThe “vote”.\r\n".encode("cp1252")
    path.write_bytes(raw)
    document = read_file(path)
    assert document.raw == raw
    assert document.sha256 == hashlib.sha256(raw).hexdigest()
    assert (document.name, document.encoding, document.media_type) == ("story.txt", "windows-1252", "text/plain")
    assert document.text == "Head\n\nThe “vote”.\n"


def test_a_format_can_be_named_and_a_wrong_name_lists_the_right_ones() -> None:
    assert read_bytes("story.log", b"# Head\n\nText.", "markdown").metadata.title == "Head"
    with pytest.raises(UsageError) as refusal:
        read_bytes("story.txt", b"x", "word")
    assert "markdown" in refusal.value.hint


@pytest.mark.parametrize(
    ("name", "reader"), [("a.MD", "markdown"), ("a.txt", "text"), ("a", "text"), ("a.log", "text")]
)
def test_the_suffix_picks_the_reader(name: str, reader: str) -> None:
    assert pick_reader(name).id == reader
