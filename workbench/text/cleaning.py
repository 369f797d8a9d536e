"""Turn bytes into clean text: decode and unify line ends, then replace one character by one character."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from workbench.errors import InputError

REPLACEMENT = "\ufffd"

UNDECODABLE = "undecodable bytes"
CONTROLS = "control characters"
SURROGATES = "lone surrogates"

_HINT = "save it as plain text in UTF-8 and import that file"
# The longer mark first: UTF-32 LE starts with the mark of UTF-16 LE.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 8192
# A share of NUL bytes below this is damage in a text; above it the bytes are no text.
_NUL_SHARE = 0.002
_CONTROL_SHARE = 0.02
# English in Windows-1252 has a few curly quotes and accents; another 8-bit alphabet has little else.
_HIGH_SHARE = 0.3

_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_UNFIT = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_UNSAFE = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff"
    "\U000e0000-\U000e007f]"
)
_RAW_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_HIGH_BYTES = re.compile(rb"[\x80-\xff]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text as it came out of bytes, the encoding's name, and by name how much could not be kept."""

    text: str
    encoding: str
    losses: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Cleaned:
    """Clean text, as long as what went in, and by name how many characters were replaced."""

    text: str
    losses: tuple[tuple[str, int], ...] = ()


def decode(raw: bytes) -> Decoded:
    """Decode bytes of an unnamed encoding and turn every line end into LF.

    A byte order mark decides; then UTF-16 is known by its NULs, UTF-8 by being valid, Windows-1252 by what is left.
    Raise InputError for bytes that are no text or are in another encoding.
    """
    encoding, body = _name_encoding(raw)
    if encoding == "windows-1252":
        _refuse_foreign(body)
        text = body.decode("cp1252", "replace")
    else:
        text = body.decode(encoding, "replace")
    lost = text.count(REPLACEMENT) - _count_written_replacements(body, encoding)
    losses = ((UNDECODABLE, lost),) if lost > 0 else ()
    return Decoded(unify_line_ends(text), encoding, losses)


def unify_line_ends(text: str) -> str:
    """Turn CRLF, CR, NEL, LS, PS, vertical tab and form feed into LF."""
    return _LINE_ENDS.sub("\n", text)


def clean(text: str) -> Cleaned:
    """Replace what no store, screen or report may hold, one character for one character.

    A tab becomes a space; other control characters, lone surrogates and non-characters become U+FFFD. Invisible
    characters stay: they are evidence of where a text came from, and are drawn as marks.
    """
    counts = {CONTROLS: 0, SURROGATES: 0}

    def replace(match: re.Match[str]) -> str:
        if match[0] == "\t":
            return " "
        counts[SURROGATES if "\ud800" <= match[0] <= "\udfff" else CONTROLS] += 1
        return REPLACEMENT

    cleaned = _UNFIT.sub(replace, text)
    return Cleaned(cleaned, tuple((name, count) for name, count in counts.items() if count))


def defang(text: str) -> str:
    """Replace, one for one, what could steer or deceive a terminal: controls but LF, bidi controls, tag characters."""
    return _UNSAFE.sub(lambda match: " " if match[0] == "\t" else REPLACEMENT, text)


def _name_encoding(raw: bytes) -> tuple[str, bytes]:
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return encoding, raw[len(mark) :]
    wide = _name_wide_encoding(raw[:_SAMPLE])
    if wide:
        return wide, raw
    _refuse_binary(raw)
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return ("utf-8" if _is_damaged_utf8(raw) else "windows-1252"), raw
    return "utf-8", raw


def _name_wide_encoding(sample: bytes) -> str:
    """Name UTF-16 without a mark: in English every other byte is NUL. Return '' for anything else."""
    pairs = len(sample) // 2
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if pairs and odd > 0.5 * pairs and even < 0.05 * pairs:
        return "utf-16-le"
    if pairs and even > 0.5 * pairs and odd < 0.05 * pairs:
        return "utf-16-be"
    return ""


def _refuse_binary(raw: bytes) -> None:
    if raw.count(0) > _NUL_SHARE * len(raw):
        raise InputError("these bytes are no text (they hold NUL bytes)", _HINT)


def _is_damaged_utf8(raw: bytes) -> bool:
    """Say whether more multi-byte characters than broken bytes are in it: then it is UTF-8 with some damage."""
    text = raw.decode("utf-8", "replace")
    broken = text.count(REPLACEMENT)
    whole = sum(1 for _ in re.finditer("[^\x00-\x7f\ufffd]", text))
    return whole > broken


def _refuse_foreign(raw: bytes) -> None:
    size = len(raw)
    if len(_RAW_CONTROLS.findall(raw)) > _CONTROL_SHARE * size:
        raise InputError("these bytes are no text (they hold control bytes)", _HINT)
    if len(_HIGH_BYTES.findall(raw)) > _HIGH_SHARE * size:
        raise InputError("the encoding is unknown: neither UTF-8, UTF-16 nor Windows-1252", _HINT)


def _count_written_replacements(raw: bytes, encoding: str) -> int:
    """Count the U+FFFD that were in the file already: they are no loss of ours."""
    return 0 if encoding == "windows-1252" else raw.count(REPLACEMENT.encode(encoding))
