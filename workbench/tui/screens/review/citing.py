"""Sources on claims: pick or make one, say how it bears, read it, take it off."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from textual import on

from workbench.errors import ConflictError
from workbench.model.sources import Evidence, Source, Stance
from workbench.tui.screens.review.base import ReviewBase
from workbench.tui.screens.review.desk_view import ask_about, count_claims
from workbench.tui.screens.sourcing import choose_source
from workbench.tui.widgets.panel import Panel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.model.claims import Claim
    from workbench.tui.dialogs.ask_evidence import EvidenceFields


class Citing(ReviewBase):
    """What attaches, changes and shows evidence."""

    def action_attach_source(self) -> None:
        """Attach a source to the current claim, or to the selected ones."""
        if self.session is None or not self.session.chosen:
            self.say("There is no claim to attach a source to.")
        else:
            self.soon(self.attach(self.session.chosen), "ask")

    async def attach(self, claims: Sequence[Claim], *, why: str = "", against: bool = False) -> bool:
        """Ask for a source and how it bears, attach it to every claim, and say whether that was done."""
        from workbench.tui.dialogs.ask_evidence import AskEvidence

        about = ask_about(*claims)
        source = await choose_source(self, why=why or about)
        if source is None:
            return False
        stance = Stance.CONTRADICTS if against else Stance.SUPPORTS
        title = f"S{source.id}  {source.title}"
        attached: Sequence[Evidence] = ()
        refs = [claim.ref for claim in claims]

        async def store(fields: EvidenceFields) -> str:
            nonlocal attached
            done, fault = await self.try_deed("attach_source", refs, source.id, **asdict(fields))
            attached = done or ()
            return fault

        subject = f"{' '.join(refs)} {source.id}"
        first = (self.article_id, claims[0].number)
        await self.ask(AskEvidence(title, about, stance=stance, subject=subject, about=first, check=store))
        if not attached:
            return False
        self.cite_all(claims, attached, source)
        missing = await self._tell_missing(attached[0])
        told, undo = count_claims(claims), self.keymap.first("undo")
        self.say(f"attached S{source.id} to {told}{missing}; {undo} takes it off")
        return True

    async def _tell_missing(self, evidence: Evidence) -> str:
        """Return that the quotation is not in the text that was kept; a person decides what that means."""
        return ", whose kept text does not have these words" if await self.fetch("lacks_quote", evidence) else ""

    def cite_all(self, claims: Sequence[Claim], attached: Sequence[Evidence], source: Source | None = None) -> None:
        """Show what was attached, a piece to each claim."""
        if self.session is not None:
            for claim, evidence in zip(claims, attached, strict=True):
                self.session.cite(claim, evidence, source)
            self.show_claim()

    def action_edit_evidence(self) -> None:
        """Change the chosen evidence."""
        if (evidence := self.chosen_evidence()) is not None and (claim := self.current) is not None:
            self.soon(self._edit(claim, evidence), "ask")

    async def _edit(self, claim: Claim, evidence: Evidence) -> None:
        from workbench.tui.dialogs.ask_evidence import AskEvidence

        source = self.session.review.sources.get(evidence.source_id) if self.session else None
        title = f"S{evidence.source_id}  {source.title if source else ''}"
        changed: Evidence | None = None
        seen: int | None = evidence.revision

        async def store(fields: EvidenceFields) -> str:
            nonlocal changed, seen
            try:
                changed, fault = await self.try_deed("edit_evidence", evidence.id, revision=seen, **asdict(fields))
            except ConflictError as error:
                # Told once: who saves again has read it.
                seen = error.theirs.revision if isinstance(error.theirs, Evidence) else None
                await self.reload()
                return f"{self.word(error.message)}; save again to put yours in its place"
            return fault

        here = (self.article_id, claim.number)
        await self.ask(AskEvidence(title, ask_about(claim), evidence, subject=evidence.uid, about=here, check=store))
        if changed is not None:
            self.cite_all([claim], [changed])
            missing = await self._tell_missing(changed)
            self.say(f"changed S{evidence.source_id} on claim {claim.number}{missing}")

    def action_detach_evidence(self) -> None:
        """Take the chosen evidence off; undo brings it back."""
        if (evidence := self.chosen_evidence()) is not None and (claim := self.current) is not None:
            self.soon(self._take_off(claim, evidence))

    async def _take_off(self, claim: Claim, evidence: Evidence) -> None:
        try:
            changed = await self.attempt("detach_evidence", evidence.id, revision=evidence.revision)
        except ConflictError as error:
            self.complain(error)
            await self.reload()
        else:
            if isinstance(changed, Evidence):
                self.cite_all([claim], [changed])
                self.say(f"detached S{evidence.source_id}; {self.keymap.first('undo')} brings it back")

    def action_open_source(self) -> None:
        """Read the source of the chosen evidence, its quotation lit."""
        evidence = self.chosen_evidence()
        if evidence is None:
            self.say(f"No source on this claim yet: {self.keymap.first('attach-source')} attaches one.")
        else:
            self.workbench.read_source(evidence.source_id, evidence=evidence, claim=self.current)

    @on(Panel.Pressed)
    def _press(self, event: Panel.Pressed) -> None:
        place, number, command = (event.meta.get(name) for name in ("evidence", "claim", "command"))
        if isinstance(place, int):
            self.evidence.choose(place)
        elif isinstance(number, int):
            self.go(number)
        elif isinstance(command, str):
            self.run_command(command)
