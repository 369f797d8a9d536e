"""Write values as canonical JSON text: one spelling for one value, so that it can be compared and hashed."""

from __future__ import annotations

import hashlib
import json
from typing import Any


def to_json(value: Any) -> str:
    """Write `value` as canonical JSON: sorted keys, no spaces, characters as they are."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def sha256_of(value: Any) -> str:
    """Hash the canonical JSON of `value`."""
    return hashlib.sha256(to_json(value).encode("utf-8")).hexdigest()
