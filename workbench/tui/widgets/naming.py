"""What every widget takes by name and hands on to Textual."""

from __future__ import annotations

from typing import TypedDict


class Naming(TypedDict, total=False):
    """Textual's own keywords of a widget, for `**naming: Unpack[Naming]`."""

    name: str
    id: str
    classes: str
