"""Small reviews made by hand: what the pure parts of the terminal app are tested on."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from workbench.model.articles import Article, Place, Text
from workbench.model.claims import Claim, ClaimState
from workbench.model.figures import Figure, FigureKind
from workbench.model.progress import Progress
from workbench.model.reviews import Review
from workbench.model.sources import Evidence, Source, SourceFields, SourceType, Stance
from workbench.model.spans import Block, Span
from workbench.model.verdicts import Outcome, Rating, Scale, Verdict

TEXT = (
    "Fourteen members voted yes.\n\n"
    "The envoy said 14 members stood by the vote, and 40 hostages were named.\n\n"
    "“It was a first,” the envoy added. Nobody else spoke."
)
NOW = "2024-03-26T09:00:00Z"

SCALE = Scale(
    id="plain",
    title="Plain",
    description="Two steps.",
    ratings=(
        Rating("right", "right", "It is so.", Outcome.PASS, "1", "r", "✓"),
        Rating("wrong", "wrong", "It is not so.", Outcome.FAIL, "2", "f", "✗", needs_evidence=True),
    ),
    sha256="0" * 64,
    toml="",
)


def make_claim(number: int, words: str, kind: str = "figure", *, value: int | None = None, **fields: object) -> Claim:
    """Make a claim of the first place where the sample text has these words."""
    start = TEXT.index(words)
    figure = None
    if value is not None:
        amount = Decimal(value)
        figure = Figure(start, start + len(words), words, FigureKind.COUNT, amount, amount, noun="members")
    claim = Claim(
        uid=f"claim-{number}",
        article_id=3,
        number=number,
        kind=kind,
        start=start,
        end=start + len(words),
        text=words,
        extent=Span(start, start + len(words)),
        figure=figure,
    )
    return replace(claim, **fields)  # type: ignore[arg-type]  # fields of Claim by name


def make_review(**fields: object) -> Review:
    """Make a review of five claims: three figures, a quote, and a name outside the scope."""
    claims = (
        make_claim(1, "Fourteen members", value=14),
        make_claim(5, "The envoy", "name"),
        make_claim(2, "14 members", value=14, speaker="the envoy"),
        make_claim(3, "40 hostages", value=40, speaker="the envoy", state=ClaimState.DECIDED, verdict=verdict("right")),
        make_claim(4, "“It was a first,”", "quote", speaker="the envoy"),
    )
    article = Article(3, "article-3", "Vote", "", "", "", "", "en", "plain", "0" * 64, ("figure", "quote"), NOW, NOW)
    text = Text(
        "text-1",
        3,
        1,
        "vote.txt",
        "text/plain",
        "utf-8",
        "0" * 64,
        TEXT,
        (Block(0, len(TEXT), "paragraph", 1),),
        (),
        NOW,
    )
    source = Source(7, "source-7", SourceFields("Record of the vote", SourceType.PRIMARY), NOW)
    evidence = Evidence(1, "evidence-1", "claim-3", 7, Stance.SUPPORTS, quote="40 hostages")
    review = Review(
        article=article,
        text=text,
        scale=SCALE,
        claims=claims,
        retired=(),
        passages=(),
        evidence={"claim-3": (evidence,)},
        sources={7: source},
        versions={},
        notices=(),
        progress=Progress(open=3, decided=1, waived=0, words=22, accounted=4),
        place=Place(),
    )
    return replace(review, **fields)  # type: ignore[arg-type]  # fields of Review by name


def verdict(rating: str) -> Verdict:
    """Make a verdict of the small scale."""
    return Verdict("plain", rating, decided_at=NOW, decided_by="checker")
