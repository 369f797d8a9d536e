"""File or bytes to a Document: one module per format, listed in READERS."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.errors import InputError, UsageError
from workbench.readers.markdown import read_markdown
from workbench.readers.plain import read_plain

if TYPE_CHECKING:
    from collections.abc import Callable

    from workbench.model.articles import Document

MAX_BYTES = 20_000_000


@dataclass(frozen=True, slots=True)
class Reader:
    """A format that can be read. `suffixes` are lower-case, with their point."""

    id: str
    title: str
    suffixes: tuple[str, ...]
    media_type: str
    read: Callable[[str, bytes], Document]


READERS: tuple[Reader, ...] = (
    Reader("text", "plain text", (".txt", ".text", ""), "text/plain", read_plain),
    Reader("markdown", "Markdown", (".md", ".markdown", ".mdown", ".mkd"), "text/markdown", read_markdown),
)

# What a newsroom has and this program cannot read: read as text it would be noise.
_FOREIGN = (
    ".doc .docx .odt .rtf .pages .pdf .html .htm .xml .epub .xls .xlsx .ods .csv .json .ppt .pptx .zip .gz .png .jpg "
    ".jpeg .gif .webp .mp3 .mp4 .eml .msg .db .sqlite"
)
_SIGNATURES = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP file (as DOCX, ODT and XLSX are)"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x1f\x8b", "a gzip file"),
    (b"SQLite format 3", "a database"),
)
_TEXT_HINT = "save it as plain text (.txt) or Markdown (.md) and import that"


def read_file(path: Path, format: str | None = None) -> Document:  # noqa: A002 - the option is called --from FORMAT
    """Read a file; `format` names a reader, else the suffix does.

    Raise InputError for a file that is missing, unreadable, empty, binary, too large or in no format known here.
    """
    reader = pick_reader(path.name, format)
    try:
        if path.is_dir():
            raise InputError(f"{path} is a directory", "name a file, or import the directory's files")
        with path.open("rb") as file:
            raw = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise InputError(f"there is no file {path}", "check the spelling and the folder") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise InputError(f"cannot read {path}: {reason}", "check the file and its permissions") from None
    return _read(reader, str(path.name), raw)


def list_folder(folder: Path) -> tuple[list[Path], list[Path]]:
    """List the files in a folder and the folders in it: those with a suffix known here, and the others.

    Hidden ones are left out.
    """
    suffixes = {suffix for reader in READERS for suffix in reader.suffixes if suffix}
    known: list[Path] = []
    others: list[Path] = []
    for file in sorted(folder.rglob("*")):
        if any(part.startswith(".") for part in file.relative_to(folder).parts) or not file.is_file():
            continue
        (known if file.suffix.lower() in suffixes else others).append(file)
    return known, others


def read_bytes(name: str, raw: bytes, format: str | None = None) -> Document:  # noqa: A002 - as read_file
    """Read bytes that came from elsewhere; `name` is what messages call them. Raise InputError as `read_file`."""
    return _read(pick_reader(name, format), name, raw)


def pick_reader(name: str, format: str | None = None) -> Reader:  # noqa: A002 - as read_file
    """Pick the reader by its id, or by the suffix of `name`; a suffix that nobody claims is read as text."""
    if format is not None:
        for reader in READERS:
            if reader.id == format:
                return reader
        known = ", ".join(reader.id for reader in READERS)
        raise UsageError(f"there is no format '{format}'", f"choose one of: {known}")
    suffix = Path(name).suffix.lower()
    for reader in READERS:
        if suffix in reader.suffixes:
            return reader
    if suffix in _FOREIGN.split():
        raise InputError(f"{name}: {suffix} files cannot be read", _TEXT_HINT)
    return READERS[0]


def _read(reader: Reader, name: str, raw: bytes) -> Document:
    if not raw:
        raise InputError(f"{name} is empty", "choose a file with an article in it")
    if len(raw) > MAX_BYTES:
        limit = MAX_BYTES // 1_000_000
        raise InputError(f"{name} is over {limit} MB", "an article is far smaller: is this the right file?")
    for signature, what in _SIGNATURES:
        if raw.startswith(signature):
            raise InputError(f"{name} is {what}, not text", _TEXT_HINT)
    try:
        return reader.read(name, raw)
    except InputError as error:
        if name in error.message:
            raise
        raise InputError(f"{name}: {error.message}", error.hint) from None
