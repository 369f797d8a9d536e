"""Write values as canonical JSON text: one spelling for one value, so that it can be compared and hashed."""

from __future__ import annotations

from typing import Any

from workbench.formats.canonical import write_canonical


def to_json(value: Any) -> str:
    """Write `value` as canonical JSON: sorted keys, no spaces, characters as they are."""
    return write_canonical(value).decode()


def sha256_of(value: Any) -> str:
    """Hash the canonical JSON of `value`."""
    # Not for the first paint, which hashes nothing: OpenSSL takes four megabytes.
    from hashlib import sha256

    return sha256(write_canonical(value)).hexdigest()
