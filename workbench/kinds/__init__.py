"""What counts as a claim: one module per kind, listed in KINDS."""

from __future__ import annotations
