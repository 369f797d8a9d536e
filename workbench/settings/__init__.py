"""Paths, settings and verdict scales."""

from __future__ import annotations
