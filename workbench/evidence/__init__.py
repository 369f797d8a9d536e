"""What a source's text says about a claim."""

from __future__ import annotations
