"""How far a review has come: claims by state, and words accounted for."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Progress:
    """Counts of in-scope claims by state, and of the text's words.

    A word is accounted for when it lies in the extent of at least one in-scope claim or waived passage and all such
    claims are decided or waived.
    """

    open: int
    decided: int
    waived: int
    words: int
    accounted: int

    @property
    def claims(self) -> int:
        """Count the claims in scope."""
        return self.open + self.decided + self.waived

    @property
    def done(self) -> bool:
        """Say whether no claim in scope is open."""
        return self.open == 0
