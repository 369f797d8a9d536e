"""Find figures in English news prose, understand them, compare two of them."""

from __future__ import annotations
