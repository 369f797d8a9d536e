"""The only room that says SQL."""

from __future__ import annotations
