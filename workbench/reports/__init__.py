"""Review to bytes: one module per format, listed in REPORTS."""

from __future__ import annotations
