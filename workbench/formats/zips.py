"""Zip files that depend on nothing but their contents."""

from __future__ import annotations

import io
import zipfile

# The earliest time that a zip can hold.
_EPOCH = (1980, 1, 1, 0, 0, 0)
_FILE_MODE = 0o600 << 16


def freeze_zip(raw: bytes) -> bytes:
    """Write the same members again in the same order, without the clock and the machine in their headers."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            member = zipfile.ZipInfo(name, _EPOCH)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.external_attr = _FILE_MODE
            member.create_system = 3
            target.writestr(member, source.read(name))
    return out.getvalue()
