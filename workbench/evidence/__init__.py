"""What a source's text says about a claim."""

from __future__ import annotations

from workbench.evidence.counterparts import compare_quote
from workbench.evidence.quotations import locate_quote

__all__ = ["compare_quote", "locate_quote"]
