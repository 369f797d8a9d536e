"""Whole-article checks: one module each, listed in CHECKS. They notice, they decide nothing."""

from __future__ import annotations
