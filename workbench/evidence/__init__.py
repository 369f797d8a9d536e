"""What a source's text says about a claim."""

from __future__ import annotations

from workbench.evidence.counterparts import compare_quote
from workbench.evidence.excerpts import Excerpt, find_excerpts
from workbench.evidence.quotations import locate_quote

__all__ = ["Excerpt", "compare_quote", "find_excerpts", "locate_quote"]
