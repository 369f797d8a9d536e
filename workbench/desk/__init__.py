"""What a reviewer does: one function per deed, one transaction, one event."""

from __future__ import annotations
