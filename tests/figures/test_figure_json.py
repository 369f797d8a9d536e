"""A figure's JSON written by somebody else is refused where it is none, before anything is reckoned with it."""

from __future__ import annotations

from typing import Any

import pytest

from workbench.figures import find_figures
from workbench.figures.figure_json import figure_from_json, figure_to_json


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("unit", -1),
        ("noun", ["members"]),
        ("per", {}),
        ("as_of", True),
        ("qualifier_start", "0"),
        ("qualifier_end", 1.5),
        ("low_exact", "1E+999999999"),
        ("high_exact", "NaN"),
        ("precision_exact", ["1"]),
        ("precision_exact", ["1E-999999999", "2"]),
        ("fraction", [1]),
        ("parts", ["many"]),
    ],
)
def test_what_is_no_figure_is_refused(name: str, value: Any) -> None:
    figure = figure_to_json(find_figures("About 14 members voted.")[0])
    assert figure_to_json(figure_from_json(figure)) == figure
    with pytest.raises((LookupError, TypeError, ValueError)):
        figure_from_json({**figure, name: value})
