"""The read model of one article under review: what the screen, the reports and the command line all look at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.model.articles import Article, Place, Text
    from workbench.model.claims import Claim, Passage
    from workbench.model.events import Event
    from workbench.model.progress import Progress
    from workbench.model.signoff import SignOff
    from workbench.model.sources import Evidence, Source, SourceVersion
    from workbench.model.spans import Span
    from workbench.model.verdicts import Scale


@dataclass(frozen=True, slots=True)
class Notice:
    """What a whole-article check noticed, with the spans that it speaks of. It decides nothing."""

    check: str
    message: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Review:
    """Everything about one article at one moment.

    `claims` are the live ones in text order (start, then number), `retired` those ended by split or merge;
    `evidence` maps a claim's uid to its live evidence in the order it was attached; `sources` holds every source
    cited there, by id. `events` is empty unless asked for; `signoffs` are in the order in which they were given.
    """

    article: Article
    text: Text
    scale: Scale
    claims: tuple[Claim, ...]
    retired: tuple[Claim, ...]
    passages: tuple[Passage, ...]
    evidence: dict[str, tuple[Evidence, ...]]
    sources: dict[int, Source]
    versions: dict[str, SourceVersion]
    notices: tuple[Notice, ...]
    progress: Progress
    place: Place
    events: tuple[Event, ...] = ()
    signoffs: tuple[SignOff, ...] = ()

    def in_scope(self, claim: Claim) -> bool:
        """Say whether progress and gates count the claim."""
        return claim.kind in self.article.scope
