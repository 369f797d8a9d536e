from __future__ import annotations

from tests.figures.gold_set import read_gold, score
from workbench.figures import find_figures


def test_the_gold_set_is_large_enough_to_mean_something() -> None:
    assert len(read_gold()) >= 600


def test_spans_of_the_gold_set() -> None:
    result = score(read_gold(), find_figures, values=False)
    assert result.f1 >= 0.98, "\n".join(result.misses)


def test_values_of_the_gold_set() -> None:
    result = score(read_gold(), find_figures)
    assert result.f1 >= 0.98, "\n".join(result.misses)
