"""Write JSON as bytes that depend on nothing but the values."""

from __future__ import annotations

import json
import re
from typing import Any

# What neither XML 1.0 nor a careful HTML checker lets through: control characters, lone surrogates, non-characters.
_BEYOND = "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000))
_BELOW = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
_UNFIT = re.compile(f"[{_BELOW}{_BEYOND}]")
# One range is looked for nine times as fast as the thirty-two characters at its planes' ends.
_PERHAPS_UNFIT = re.compile(f"[{_BELOW}\U0001fffe-\U0010ffff]")
_UNSEEN = re.compile("[\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def make_fit(text: str) -> str:
    """Replace what no XML or HTML document may hold by U+FFFD, one character for one."""
    return _UNFIT.sub("\N{REPLACEMENT CHARACTER}", text) if _PERHAPS_UNFIT.search(text) else text


def to_bytes(text: str) -> bytes:
    """Encode as UTF-8; a lone surrogate, which has no encoding, becomes U+FFFD."""
    try:
        return text.encode()
    except UnicodeEncodeError:
        return re.sub("[\ud800-\udfff]", "\N{REPLACEMENT CHARACTER}", text).encode()


def write_canonical(value: Any) -> bytes:
    """Write JSON in its shortest form with sorted keys: what hashes and signatures are taken of.

    Raise ValueError for NaN and the infinities, which JSON does not know.
    """
    return to_bytes(json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False))


def write_json(value: Any) -> bytes:
    """Write JSON for people and programs alike: indented, sorted keys, nothing unseen, a line end at the end."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, indent=2, allow_nan=False)
    return to_bytes(escape_unseen(text) + "\n")


def escape_unseen(text: str) -> str:
    """Write as escapes what may stand in JSON but moves a terminal or turns text about: C1, line ends, bidi controls."""
    return _UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
