"""Find the figures of English prose, say what they mean, and compare two of them."""

from __future__ import annotations

from workbench.figures.describing import describe
from workbench.figures.figure_json import figure_from_json, figure_to_json
from workbench.figures.finding import find_figures, find_figures_many

__all__ = ["describe", "figure_from_json", "figure_to_json", "find_figures", "find_figures_many"]
