"""Find figures in English news prose, understand them, compare two of them."""

from __future__ import annotations

from workbench.figures.figure_json import figure_from_json, figure_to_json

__all__ = ["figure_from_json", "figure_to_json"]
