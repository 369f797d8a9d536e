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
    from collections.abc import Sequence
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

    def __init__(
        self,
        *,
        empty: str = "No claim is in view: change the filter, or mark text to add one.",
        **naming: Unpack[Naming],
    ) -> None:
        super().__init__(empty=empty, **naming)
        self._claims: list[ClaimRow] = []
        self._indexes: dict[int, int] = {}
        self._digits = 1

    @property
    def row_count(self) -> int:
        """Count the claims in view."""
        return len(self._claims)

    @property
    def current(self) -> int:
        """Return the number of the claim at the cursor, 0 for none."""
        return self._claims[self.cursor].mark.number if 0 <= self.cursor < len(self._claims) else 0

    def show_claims(self, rows: Sequence[ClaimRow], current: int = 0) -> None:
        """Show these rows; the cursor goes to `current`, or stays on its claim, or near where it was."""
        wanted, at = current or self.current, self.cursor
        self._claims = list(rows)
        self._indexes = {row.mark.number: index for index, row in enumerate(self._claims)}
        self._digits = len(str(max(self._indexes, default=0)))
        self.rows_changed(self._indexes.get(wanted, min(at, len(self._claims) - 1)))

    def change_claim(self, row: ClaimRow) -> None:
        """Show a claim in its new state, where it is in view."""
        index = self._indexes.get(row.mark.number)
        if index is not None:
            self._claims[index] = row
            self.row_changed(index)

    def go_to(self, number: int) -> None:
        """Put the cursor on a claim, where it is in view, without a message."""
        index = self._indexes.get(number)
        if index is not None and index != self.cursor:
            with self.prevent(RowList.Highlighted):
                self.cursor = index

    def paint_row(self, index: int, width: int) -> list[Segment]:
        """Return a claim's row."""
        row = self._claims[index]
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
        self.post_message(self.ClaimPicked(self._claims[message.index].mark.number))

    def _component(self, name: str) -> str:
        return f"claims--{name}" if f"claims--{name}" in ClaimList.COMPONENT_CLASSES else super()._component(name)
