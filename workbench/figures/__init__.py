"""Find the figures of English prose, say what they mean, and compare two of them."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from workbench.figures.comparing import compare
    from workbench.figures.describing import describe
    from workbench.figures.figure_json import figure_from_json, figure_to_json
    from workbench.figures.finding import find_figures, find_figures_many

__all__ = ["compare", "describe", "figure_from_json", "figure_to_json", "find_figures", "find_figures_many"]

# The finder compiles eighty patterns; who only describes a figure need not wait for them.
_HOMES = {
    "compare": "comparing",
    "describe": "describing",
    "figure_from_json": "figure_json",
    "figure_to_json": "figure_json",
    "find_figures": "finding",
    "find_figures_many": "finding",
}


def __getattr__(name: str) -> Any:
    """Import a function when it is first asked for."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    # The next import finds it without asking.
    globals()[name] = found
    return found
