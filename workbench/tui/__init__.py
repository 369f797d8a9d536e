"""The terminal app."""

from __future__ import annotations
