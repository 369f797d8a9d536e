"""File or bytes to a Document: one module per format, listed in READERS."""

from __future__ import annotations
