"""The evidence on the current claim: stance, source, the words it rests on, and where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from workbench.model.sources import SourceType, Stance
from workbench.text.phrases import in_quotes
from workbench.tui.bindings import bindings_of
from workbench.tui.plain import lines, linked, one_line, plain
from workbench.tui.widgets.panel import Panel

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Unpack

    from workbench.model.sources import Evidence, Source
    from workbench.tui.keymap import Keymap
    from workbench.tui.widgets.naming import Naming

QUIET = "$page-margin"
# How a comparison of figures is drawn, by the sign that it begins with.
SIGNS = {"=": "$claim-pass", "≈": "$claim-note", "≠": "$claim-fail"}
STANCES = {
    Stance.SUPPORTS: ("+", "supports", "$claim-pass"),
    Stance.CONTRADICTS: ("−", "contradicts", "$claim-fail"),
    Stance.CONTEXT: ("·", "context", "$claim-note"),
}


class EvidenceList(Panel):
    """Evidence one under the other; arrows choose, a click chooses too."""

    BINDINGS = bindings_of("evidence", target="screen.")

    def __init__(self, keymap: Keymap, **naming: Unpack[Naming]) -> None:
        super().__init__(**naming)
        self._keymap = keymap
        self._evidence: tuple[Evidence, ...] = ()
        self._sources: Mapping[int, Source] = {}
        self._compared: Mapping[str, tuple[str, ...]] = {}
        self.cursor = 0

    @property
    def chosen(self) -> Evidence | None:
        """Return the evidence under the cursor."""
        return self._evidence[self.cursor] if self.cursor < len(self._evidence) else None

    def show_evidence(
        self, evidence: Sequence[Evidence], sources: Mapping[int, Source], compared: Mapping[str, tuple[str, ...]]
    ) -> None:
        """Show a claim's evidence; the cursor stays on the same piece where it is still there.

        `compared` holds, by a piece's uid, how the figures of its quotation stand to the claim's.
        """
        kept = self.chosen
        self._evidence, self._sources, self._compared = tuple(evidence), sources, compared
        places = {one.uid: place for place, one in enumerate(self._evidence)}
        self.cursor = places.get(kept.uid, 0) if kept else 0
        self._draw()

    def show_none(self) -> None:
        """Show nothing, where there is no claim: evidence is offered for one alone."""
        self.show_evidence((), {}, {})
        self.show(Content(""))

    def _draw(self) -> None:
        attach = self._key("attach-source", "attach a source" if not self._evidence else "attach another")
        if not self._evidence:
            self.show(lines([Content.styled("No evidence yet", QUIET), attach]))
            return
        items = [self._item(place, one) for place, one in enumerate(self._evidence)]
        keys = [self._key("open-source", "read it"), attach]
        self.show(Content("\n\n").join([*items, Content("   ").join(keys)]), keep_place=True)

    def _key(self, command: str, words: str) -> Content:
        key = self._keymap.first(command)
        return linked(Content.assemble((key, "bold $page-text"), (f"  {words}", QUIET)), command=command)

    def _item(self, place: int, evidence: Evidence) -> Content:
        glyph, word, style = STANCES[evidence.stance]
        source = self._sources.get(evidence.source_id)
        chosen = place == self.cursor and len(self._evidence) > 1
        title = one_line(source.title if source else "a source that is gone", "bold underline" if chosen else "bold")
        rows = [
            Content.assemble((f"{glyph} {word}", f"bold {style}"), (f"  S{evidence.source_id}  ", QUIET), title),
        ]
        if evidence.quote:
            rows.append(plain(in_quotes(evidence.quote)))
        rows += show_comparisons(self._compared.get(evidence.uid, ()))
        about = [evidence.locator, _about(source) if source else ""]
        if any(about):
            rows.append(one_line(" · ".join(filter(None, about)), QUIET))
        if evidence.note:
            rows.append(plain(evidence.note, f"italic {QUIET}"))
        return linked(lines(rows), evidence=place)

    def choose(self, place: int) -> None:
        """Move the cursor to a piece of evidence."""
        if self._evidence:
            self.cursor = max(0, min(place, len(self._evidence) - 1))
            self._draw()

    def action_line_down(self) -> None:
        """Choose the next piece, or scroll where there is one only."""
        if len(self._evidence) > 1:
            self.choose(self.cursor + 1)
        else:
            super().action_line_down()

    def action_line_up(self) -> None:
        """Choose the piece before, or scroll where there is one only."""
        if len(self._evidence) > 1:
            self.choose(self.cursor - 1)
        else:
            super().action_line_up()


def show_comparisons(compared: Sequence[str]) -> list[Content]:
    """Return what figures say about the claim's, coloured by the sign that each line begins with."""
    return [plain(told, SIGNS.get(told[:1], QUIET)) for told in compared]


def _about(source: Source) -> str:
    fields = source.fields
    kind = "" if fields.type is SourceType.OTHER else fields.type.value.replace("-", " ")
    who = f"asked {fields.asked} {fields.channel}".strip() if fields.type is SourceType.CALL else fields.publisher
    secret = "confidential" if fields.confidential else ""
    return " · ".join(filter(None, (secret, kind, who, fields.published or fields.asked_at)))
