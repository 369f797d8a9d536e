"""Which claims the review shows: a filter that can be written as a line of text and read again."""

from __future__ import annotations

import shlex
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from workbench.model.claims import ClaimState

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.model.claims import Claim
    from workbench.model.sources import Evidence


@dataclass(frozen=True, slots=True)
class Limit:
    """What a claim must be to be in view; an empty part lets everything through.

    `speaker` is compared without regard to case, '-' being the article itself; `text` must occur in the claim's mark,
    wording or question.
    """

    kinds: frozenset[str] = field(default=frozenset())
    states: frozenset[ClaimState] = field(default=frozenset())
    ratings: frozenset[str] = field(default=frozenset())
    speaker: str = ""
    evidence: bool | None = None
    flagged: bool = False
    text: str = ""

    def lets(self, claim: Claim, evidence: Sequence[Evidence]) -> bool:
        """Say whether a claim with this evidence is in view."""
        if self.kinds and claim.kind not in self.kinds:
            return False
        if self.states and claim.state not in self.states:
            return False
        if self.ratings and (claim.verdict is None or claim.verdict.rating_id not in self.ratings):
            return False
        if self.evidence is not None and bool(evidence) != self.evidence:
            return False
        if self.flagged and not claim.flagged:
            return False
        return self._is_by(claim.speaker) and self._is_about(claim)

    def _is_by(self, speaker: str | None) -> bool:
        if not self.speaker:
            return True
        return speaker is None if self.speaker == "-" else self.speaker.casefold() in (speaker or "").casefold()

    def _is_about(self, claim: Claim) -> bool:
        wanted = self.text.casefold()
        return not wanted or any(wanted in text.casefold() for text in (claim.text, claim.wording, claim.question))


def write_limit(limit: Limit) -> str:
    """Write a limit as one line: 'kind:figure,quote state:open has:source words'."""
    words = []
    for name, values in (("kind", limit.kinds), ("state", limit.states), ("rating", limit.ratings)):
        if values:
            words.append(f"{name}:{','.join(sorted(values))}")
    if limit.speaker:
        words.append(shlex.quote(f"speaker:{limit.speaker}"))
    if limit.evidence is not None:
        words.append("has:source" if limit.evidence else "has:no-source")
    if limit.flagged:
        words.append("is:flagged")
    if limit.text:
        words.append(shlex.quote(f"text:{limit.text}"))
    return " ".join(words)


def describe_limit(limit: Limit, scope: Sequence[str]) -> str:
    """Return the filter in words, without the kinds that the article counts anyway."""
    kinds = frozenset() if limit.kinds == frozenset(scope) else limit.kinds
    return write_limit(
        Limit(kinds, limit.states, limit.ratings, limit.speaker, limit.evidence, limit.flagged, limit.text)
    )


def read_limit(line: str) -> Limit:
    """Read a limit from a line; words without a name are searched for, and what cannot be read as a part is, too."""
    found: dict[str, str] = {}
    words: list[str] = []
    for word in _split(line):
        name, colon, value = word.partition(":")
        if colon and name in {"kind", "state", "rating", "speaker", "has", "is"} and value:
            found[name] = value
        else:
            words.append(value if name == "text" and colon else word)
    states = {state for state in ClaimState if state.value in found.get("state", "").split(",")}
    return Limit(
        kinds=_several(found.get("kind")),
        states=frozenset(states),
        ratings=_several(found.get("rating")),
        speaker=found.get("speaker", ""),
        evidence={"source": True, "no-source": False}.get(found.get("has", "")),
        flagged=found.get("is") == "flagged",
        text=" ".join(words),
    )


def _several(value: str | None) -> frozenset[str]:
    return frozenset(filter(None, (value or "").split(",")))


def _split(line: str) -> list[str]:
    try:
        return shlex.split(line)
    except ValueError:
        # An open quotation mark while someone types.
        return line.split()
