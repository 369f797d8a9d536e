"""What a source's text says about a claim."""

from __future__ import annotations

from workbench.evidence.quotations import locate_quote

__all__ = ["locate_quote"]
