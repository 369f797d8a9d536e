"""The claims as a list: glyph, number, state, kind, wording."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual.message import Message

from workbench.tui.bindings import bindings_of
from workbench.tui.widgets.columns import fit
from workbench.tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Unpack

    from workbench.tui.marks import Mark
    from workbench.tui.widgets.naming import Naming

# From these widths on there is room for the kind, and for the state in words.
KIND_WIDTH = 46
STATE_WIDTH = 64
SELECTED_GLYPH = "◆"
FLAG_GLYPH = "⚑"


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim as a row; `state` is the word for a person ('Incorrect', 'open', 'waived')."""

    mark: Mark
    state: str
    selected: bool = False


class ClaimList(RowList):
    """Claims to go through. Feed it the rows in view; it keeps the cursor on the same claim."""

    BINDINGS = bindings_of("claims", target="screen.")

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"claims--{look}" for look in ("open", "pass", "note", "fail", "none", "waived", "aside")
    }

    DEFAULT_CSS = """
    ClaimList > .claims--open { color: $claim-open; }
    ClaimList > .claims--pass { color: $claim-pass; }
    ClaimList > .claims--note { color: $claim-note; }
    ClaimList > .claims--fail { color: $claim-fail; }
    ClaimList > .claims--none { color: $claim-none; }
    ClaimList > .claims--waived { color: $claim-waived; }
    ClaimList > .claims--aside { color: $claim-aside; }
    """

    class ClaimPicked(Message):
        """A claim's row was chosen."""

        def __init__(self, number: int) -> None:
            super().__init__()
            self.number = number

    def __init__(self, **naming: Unpack[Naming]) -> None:
        super().__init__(empty="No claim here.", **naming)
        self._numbers: Sequence[int] = ()
        self._indexes: dict[int, int] = {}
        self._row_of: Callable[[int], ClaimRow | None] = dict[int, ClaimRow]().get
        self._digits = 1

    @property
    def row_count(self) -> int:
        """Count the claims in view."""
        return len(self._numbers)

    @property
    def current(self) -> int:
        """Return the number of the claim at the cursor, 0 for none."""
        return self._numbers[self.cursor] if 0 <= self.cursor < len(self._numbers) else 0

    def show_claims(self, numbers: Sequence[int], row_of: Callable[[int], ClaimRow | None], current: int = 0) -> None:
        """Show the claims with these numbers; `row_of` is asked for a row (None for one that is gone) when it is seen.

        The cursor goes to `current`, or stays on its claim, or near where it was.
        """
        wanted, at = current or self.current, self.cursor
        self._numbers, self._row_of = numbers, row_of
        self._indexes = {number: index for index, number in enumerate(numbers)}
        self._digits = len(str(max(numbers, default=0)))
        self.rows_changed(self._indexes.get(wanted, min(at, len(numbers) - 1)))

    def change_claims(self, *numbers: int) -> None:
        """Show claims as they are now, where they are in view."""
        changed = [self._indexes[number] for number in numbers if number in self._indexes]
        if len(changed) == 1:
            self.row_changed(changed[0])
        elif changed:
            self._painted.clear()
            self.refresh()

    def go_to(self, number: int) -> None:
        """Put the cursor on a claim, where it is in view, without a message."""
        index = self._indexes.get(number)
        if index is not None and index != self.cursor:
            with self.prevent(RowList.Highlighted):
                self.cursor = index

    def paint_row(self, index: int, width: int) -> list[Segment]:
        """Return a claim's row."""
        row = self._row_of(self._numbers[index])
        if row is None:
            return []
        mark, mix = row.mark, self.mix
        signs = (SELECTED_GLYPH if row.selected else " ") + (FLAG_GLYPH if mark.flagged else " ")
        segments = [
            Segment(signs, mix()),
            Segment(fit(mark.glyph, 1) + " ", mix(mark.look)),
            Segment(str(mark.number).rjust(self._digits) + "  ", mix("quiet")),
        ]
        if width >= STATE_WIDTH:
            segments.append(Segment(fit(row.state, 14) + " ", mix(mark.look)))
        if width >= KIND_WIDTH:
            segments.append(Segment(fit(mark.kind, 11) + " ", mix("quiet")))
        used = sum(segment.cell_length for segment in segments)
        words = mix() if mark.look == "open" else mix(mark.look)
        segments.append(Segment(fit(mark.label, max(1, width - used)), words))
        return segments

    def on_row_list_chosen(self, message: RowList.Chosen) -> None:
        """Say which claim was chosen."""
        message.stop()
        self.post_message(self.ClaimPicked(self._numbers[message.index]))

    def _component(self, name: str) -> str:
        return f"claims--{name}" if f"claims--{name}" in ClaimList.COMPONENT_CLASSES else super()._component(name)
