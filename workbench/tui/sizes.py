"""What the size of the window makes of a screen: the classes that the style sheets go by."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet
    from typing import Any

    from textual.css.stylesheet import Stylesheet
    from textual.geometry import Size
    from textual.screen import Screen

# From how many columns or rows on which class holds, as Textual's breakpoints.
WIDTHS = [(0, "-narrow"), (80, "-medium"), (120, "-wide"), (160, "-vast")]
HEIGHTS = [(0, "-short"), (20, "-high")]
LEAST_WIDTH, LEAST_HEIGHT = 40, 10


def size_classes(size: Size) -> dict[str, bool]:
    """Return for each class whether it holds in a window of this size."""
    return {
        **_reached(size.width, WIDTHS),
        **_reached(size.height, HEIGHTS),
        "-tiny": size.width < LEAST_WIDTH or size.height < LEAST_HEIGHT,
    }


def take_size(screen: Screen[Any], size: Size) -> None:
    """Give a screen the classes of a size, and style those of its widgets again that a sheet styles by these classes.

    Textual would style every widget and every component of one, which is a third of the time that a resize takes.
    """
    classes = size_classes(size)
    turned = {name for name, holds in classes.items() if holds != screen.has_class(name)}
    if turned:
        screen.update_classes(classes, update=False)
        named = sorted(set(_styled_by(turned, screen.app.stylesheet)))
        screen.app.stylesheet.update_nodes([screen, *(screen.query(", ".join(named)) if named else ())])


def _styled_by(classes: AbstractSet[str], sheet: Stylesheet) -> Iterator[str]:
    """Yield the last names ('#card', 'KeyLine', '*') of the selectors in which one of these classes stands."""
    for rule in sheet.rules:
        for selectors in rule.selector_set:
            if any(selector.name in classes for selector in selectors.selectors):
                yield from rule.selector_names


def _reached(cells: int, breakpoints: Sequence[tuple[int, str]]) -> dict[str, bool]:
    last = max(least for least, _ in breakpoints if least <= cells)
    return {name: least == last for least, name in breakpoints}
