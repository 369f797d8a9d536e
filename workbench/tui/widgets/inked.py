"""A widget that paints its own lines with named styles."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.widget import Widget

from workbench.tui.widgets.ink import Ink

if TYPE_CHECKING:
    from typing import Unpack

    from rich.style import Style

    from workbench.tui.widgets.naming import Naming


class InkedWidget(Widget):
    """A Line-API widget. `mix(name, …)` gives the styles of its component classes on top of each other.

    `PREFIX` is what its component classes begin with ('rows' for `rows--cursor`); 'base' names the widget's own style.
    """

    PREFIX: ClassVar[str] = ""

    def __init__(self, **naming: Unpack[Naming]) -> None:
        super().__init__(**naming)
        self._ink = Ink(self._look_up)

    def mix(self, *names: str) -> Style:
        """Return some layers of style over the widget's own."""
        return self._ink.mix("base", *names)

    def notify_style_update(self) -> None:
        """Mix the styles anew: the theme, the focus or the pointer changed."""
        super().notify_style_update()
        self._ink = Ink(self._look_up)

    def _look_up(self, name: str) -> Style:
        if name == "base":
            return self.rich_style
        return self.get_component_rich_style(self._component(name), partial=True)

    def _component(self, name: str) -> str:
        """Return the component class that a layer is styled by."""
        return f"{self.PREFIX}--{name}"
