"""Ask how a source bears on a claim: stance, the words it rests on, where they stand, a note."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.model.sources import Stance
from workbench.tui.dialogs.form import Entry, Form

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from workbench.model.sources import Evidence


@dataclass(frozen=True, slots=True)
class EvidenceFields:
    """What a person says about a piece of evidence."""

    stance: Stance = Stance.SUPPORTS
    quote: str = ""
    locator: str = ""
    note: str = ""


class AskEvidence(Form[EvidenceFields]):
    """Ask how a source bears on a claim, for new evidence or for what is there."""

    # What the source says is in the clipboard or under the eye; the stance is a key away.
    first = "quote"

    def __init__(
        self,
        source: str,
        claim: str,
        evidence: Evidence | None = None,
        *,
        stance: Stance = Stance.SUPPORTS,
        subject: str = "",
        about: tuple[int, int] | None = None,
        check: Callable[[EvidenceFields], Awaitable[str]] | None = None,
    ) -> None:
        super().__init__(subject=subject, about=about, check=check)
        self.title_text = source
        self.explanation = claim
        self.accept_label = "attach" if evidence is None else "save"
        self._have = evidence
        self._stance = evidence.stance if evidence else stance

    def entries(self) -> Sequence[Entry]:
        """Return stance, quote, locator and note."""
        have = self._have
        return (
            Entry(
                "stance",
                "It",
                self._stance.value,
                options=(
                    (Stance.SUPPORTS.value, "supports"),
                    (Stance.CONTRADICTS.value, "contradicts"),
                    (Stance.CONTEXT.value, "gives context"),
                ),
            ),
            Entry("quote", "Its words", have.quote if have else "", "word for word, as the source has them", long=True),
            Entry("locator", "Where", have.locator if have else "", "for instance p. 2, paragraph 3, 12:40"),
            Entry("note", "Note", have.note if have else "", long=True),
        )

    def read(self, values: dict[str, str]) -> EvidenceFields:
        """Return the fields."""
        return EvidenceFields(Stance(values["stance"]), values["quote"], values["locator"], values["note"])
