"""A rich review made in memory, without a database: claims of every kind and state, evidence of every stance."""

from __future__ import annotations

import hashlib
import uuid
from dataclasses import dataclass, replace
from decimal import Decimal

from workbench.model.articles import Article, Place, Text
from workbench.model.claims import Claim, ClaimState, Origin, Passage, WaiveReason
from workbench.model.events import Change, Event
from workbench.model.figures import Figure, FigureKind, Qualifier
from workbench.model.reviews import Notice, Review
from workbench.model.signoff import SignOff
from workbench.model.sources import Evidence, Source, SourceFields, SourceType, SourceVersion, Stance
from workbench.model.spans import Block, Span
from workbench.model.verdicts import Action, Outcome, Rating, Scale, Verdict
from workbench.text.progress import count_progress

TITLE = "Harbour bridge to open a year late and 40 million over budget"

PARAGRAPHS = (
    TITLE,
    (
        "The new harbour bridge in Larnmouth will open on Monday 4 June 2024, fourteen months later than planned, the city "
        "council said on Tuesday."
    ),
    (
        "The bridge, the longest of its kind in the country, has cost £212 million so far, up from the £172 million that "
        "councillors approved in 2019."
    ),
    (
        "“We have spent 1.4 billion hours of work on this and every single one was needed,” said Mayor Ellen Marsh. "
        "“No one was hurt,” she added, “in six years of building.”"
    ),
    "Around 8,500 vehicles a day are expected to use the crossing, which is 612 metres long and carries four lanes.",
    "Cost",
    (
        "The overrun of about 40 per cent is the third on a public project this decade. The national audit office put the "
        "average overrun of large bridges at 23.3 per cent in its report last year."
    ),
    "“Nobody asked the residents,” said Tomas Reed, who leads the Quayside Residents’ Association and its 2,300 members.",
    "Ms Reed, a retired engineer, said the council had promised him a hearing on 12 March 2024.",
    "The ferry that the bridge replaces carried its last passengers in December. It was a lovely old boat.",
)

SCALE = Scale(
    id="desk",
    title="Desk",
    description="What a checking desk says before publication.",
    ratings=(
        Rating("correct", "correct", "Checked and right.", Outcome.PASS, "1", "c", "✓", needs_evidence=True, value=5.0),
        Rating("correct-with-context", "correct with context", "Right, but.", Outcome.PASS, "2", "x", "≈", value=4.0),
        Rating("imprecise", "imprecise", "Close, not exact.", Outcome.NOTE, "3", "i", "~", value=3.0),
        Rating("incorrect", "incorrect", "Wrong.", Outcome.FAIL, "4", "w", "✗", needs_evidence=True, value=1.0),
        Rating("unsupported", "unsupported", "Nothing found for it.", Outcome.FAIL, "5", "u", "∅", value=2.0),
        Rating("cannot-verify", "cannot verify", "No way to tell.", Outcome.NOTE, "6", "v", "?"),
        Rating("opinion", "opinion", "Not checkable.", Outcome.NONE, "7", "o", "○"),
    ),
    sha256=hashlib.sha256(b"desk").hexdigest(),
    toml='id = "desk"\n',
    best=5.0,
    worst=1.0,
)

# (mark, kind, speaker, rating, action, correction, explanation, rationale); rating None = open, 'waived' = waived
ROWS = (
    ("a year", "figure", None, "imprecise", "fix", "more than a year", "It was fourteen months.", "See the minutes."),
    ("40 million", "figure", None, "correct", "none", "", "", "212 − 172 = 40."),
    (
        "Monday 4 June 2024",
        "date",
        None,
        "incorrect",
        "fix",
        "Tuesday 4 June 2024",
        "4 June 2024 was a Tuesday.",
        "cal",
    ),
    ("fourteen months", "figure", None, "correct", "none", "", "", "April 2023 to June 2024, council minutes."),
    ("Tuesday", "date", None, None, "", "", "", ""),
    (
        "longest of its kind in the country",
        "superlative",
        None,
        "unsupported",
        "cut",
        "",
        "No register says so.",
        "asked",
    ),
    ("£212 million", "figure", None, "correct", "none", "", "", "Budget report, p. 12."),
    (
        "£172 million",
        "figure",
        None,
        "correct-with-context",
        "add-context",
        "",
        "In prices of 2019.",
        "Without inflation.",
    ),
    ("2019", "date", None, "correct", "none", "", "", ""),
    (
        "“We have spent 1.4 billion hours of work on this and every single one was needed,”",
        "quote",
        "Ellen Marsh",
        "correct",
        "none",
        "",
        "She said it.",
        "Recording, 00:04:12.",
    ),
    ("1.4 billion hours", "figure", "Ellen Marsh", "incorrect", "fix", "1.4 million hours", "A slip.", "÷ 1,000"),
    ("every single one", "superlative", "Ellen Marsh", "opinion", "none", "", "", ""),
    ("Mayor Ellen Marsh", "name", None, "correct", "none", "", "", "Council site."),
    (
        "“No one was hurt,” she added, “in six years of building.”",
        "quote",
        "Ellen Marsh",
        "incorrect",
        "query",
        "",
        "",
        "HSE",
    ),
    ("six years", "figure", "Ellen Marsh", None, "", "", "", ""),
    ("8,500 vehicles", "figure", None, "cannot-verify", "query", "", "", "No model was published."),
    ("612 metres", "figure", None, "correct", "none", "", "", ""),
    ("four lanes", "figure", None, "correct", "none", "", "", ""),
    (
        "about 40 per cent",
        "figure",
        None,
        "incorrect",
        "fix",
        "about 23 per cent",
        "40 of 172 is 23 %.",
        "40 ÷ 172 = 0.233",
    ),
    ("third on a public project this decade", "superlative", None, "waived", "", "", "", ""),
    ("23.3 per cent", "figure", None, None, "", "", "", ""),
    ("“Nobody asked the residents,”", "quote", "Tomas Reed", "waived", "", "", "", ""),
    ("2,300 members", "figure", None, "correct", "none", "", "", ""),
    ("Ms Reed", "name", None, "incorrect", "fix", "Mr Reed", "Tomas Reed is a man.", "Phoned him."),
    ("12 March 2024", "date", "Tomas Reed", "correct", "none", "", "", "Letter."),
)

FIGURES = {
    "£212 million": (FigureKind.MONEY, "212000000", "GBP", None, None),
    "£172 million": (FigureKind.MONEY, "172000000", "GBP", None, None),
    "1.4 billion hours": (FigureKind.DURATION, "1400000000", "hour", None, None),
    "8,500 vehicles": (FigureKind.COUNT, "8500", None, "vehicles", Qualifier.ABOUT),
    "612 metres": (FigureKind.MEASUREMENT, "612", "metre", None, None),
    "about 40 per cent": (FigureKind.PERCENT, "40", "%", None, Qualifier.ABOUT),
    "23.3 per cent": (FigureKind.PERCENT, "23.3", "%", None, None),
    "2,300 members": (FigureKind.COUNT, "2300", None, "members", None),
    "Monday 4 June 2024": (FigureKind.DATE, "2024-06-04", None, None, None),
}

SECRET = "zebra-secret"


@dataclass(frozen=True)
class Wording:
    """What people typed; the hostile variant puts its poison into every one of these."""

    title: str = TITLE
    paragraphs: tuple[str, ...] = PARAGRAPHS
    poison: str = ""
    url: str = "https://larnmouth.example/bridge"

    def say(self, text: str) -> str:
        return f"{text} {self.poison}" if self.poison else text


def uid(name: str) -> str:
    return str(uuid.uuid5(uuid.NAMESPACE_URL, name))


def build_review(wording: Wording | None = None) -> Review:
    """Return the sample: article 3, sources S4 to S9, one of them confidential, one a call, a sign-off, a history."""
    say = wording or Wording()
    text, blocks = _lay_out(say.paragraphs)
    claims = tuple(_claims(text, say))
    sources = _sources(say)
    passages = (_passage(text, say),)
    return Review(
        article=_article(say),
        text=_text(text, blocks, say),
        scale=SCALE,
        claims=claims,
        retired=(_retired(claims[0]),),
        passages=passages,
        evidence=_evidence(claims, say),
        sources=sources,
        versions=_versions(),
        notices=(Notice("weekday", say.say("4 June 2024 was a Tuesday, not a Monday."), (claims[2].span,)),),
        progress=count_progress(text, claims, passages, ("figure", "quote")),
        place=Place(),
        events=tuple(_events(claims, say)),
        signoffs=(SignOff(uid("sign"), 3, "2024-06-01T12:00:00Z", "maria", say.say("second pair of eyes"), "0" * 64),),
    )


def _lay_out(paragraphs: tuple[str, ...]) -> tuple[str, tuple[Block, ...]]:
    blocks, at = [], 0
    for line, paragraph in enumerate(paragraphs):
        kind = "heading" if line == 0 or paragraph == "Cost" else "paragraph"
        blocks.append(Block(at, at + len(paragraph), kind, 2 * line + 1, f"§ {line}" if line else ""))
        at += len(paragraph) + 2
    return "\n\n".join(paragraphs) + "\n", tuple(blocks)


def _article(say: Wording) -> Article:
    return Article(
        id=3,
        uid=uid("article"),
        title=say.title,
        outlet=say.say("Larnmouth Courier"),
        author=say.say("Ada Field"),
        published="2024-05-28",
        url=say.url,
        language="en",
        scale_id="desk",
        scale_sha256=SCALE.sha256,
        scope=("figure", "quote"),
        created_at="2024-05-28T08:00:00Z",
        touched_at="2024-06-01T12:00:00Z",
        revision=4,
    )


def _text(text: str, blocks: tuple[Block, ...], say: Wording) -> Text:
    return Text(
        uid=uid("text"),
        article_id=3,
        number=1,
        name=say.say("bridge.md"),
        media_type="text/markdown",
        encoding="utf-8",
        sha256=hashlib.sha256(text.encode("utf-8", "replace")).hexdigest(),
        text=text,
        blocks=blocks,
        losses=(("control characters", 2),),
        imported_at="2024-05-28T08:00:00Z",
    )


def _claims(text: str, say: Wording) -> list[Claim]:
    claims, at = [], 0
    for number, (mark, kind, speaker, rating, action, correction, explanation, rationale) in enumerate(ROWS, 1):
        start = text.index(mark, at)
        at = start if kind == "quote" or "this decade" in mark else start + len(mark)
        verdict = None
        if rating not in (None, "waived"):
            verdict = Verdict(
                scale_id="desk",
                rating_id=rating,
                action=Action(action),
                rationale=say.say(f"{rationale} {SECRET}-rationale"),
                explanation=explanation and say.say(explanation),
                correction=correction and say.say(correction),
                decided_at=f"2024-05-30T09:{number:02}:00Z",
                decided_by=f"{SECRET}-maria",
            )
        state = ClaimState.OPEN if rating is None else ClaimState.WAIVED if rating == "waived" else ClaimState.DECIDED
        claims.append(
            Claim(
                uid=uid(f"claim {number}"),
                article_id=3,
                number=number,
                kind=kind,
                start=start,
                end=start + len(mark),
                text=mark,
                extent=_extent(text, start, start + len(mark)),
                parts=_parts(text, start, mark),
                speaker=speaker and say.say(speaker),
                wording=say.say(f"The article says: {mark}"),
                figure=_figure(mark, start),
                origin=Origin.ADDED if kind == "superlative" else Origin.FOUND,
                state=state,
                waive_reason=WaiveReason.NOT_CHECKABLE if rating == "waived" else None,
                verdict=verdict,
                question=say.say(f"How do you know? {SECRET}-question") if action == "query" else "",
                flagged=number == 5,
            )
        )
    return claims


def _extent(text: str, start: int, end: int) -> Span:
    first = max(text.rfind(". ", 0, start) + 2 if ". " in text[:start] else 0, text.rfind("\n", 0, start) + 1)
    stops = [at for at in (text.find(". ", end) + 1, text.find("\n", end)) if at > 0]
    return Span(first, min(stops))


def _parts(text: str, start: int, mark: str) -> tuple[Span, ...]:
    if " she added, " not in mark:
        return ()
    first, second = mark.split(" she added, ")
    cut = start + len(mark) - len(second)
    return (Span(start, start + len(first)), Span(cut, cut + len(second)))


def _figure(mark: str, start: int) -> Figure | None:
    if mark not in FIGURES:
        return None
    kind, value, unit, noun, qualifier = FIGURES[mark]
    low = value if kind is FigureKind.DATE else Decimal(value)
    return Figure(start, start + len(mark), mark, kind, low, low, unit, noun, qualifier)


def _retired(claim: Claim) -> Claim:
    return replace(claim, uid=uid("retired"), number=26, state=ClaimState.RETIRED, verdict=None, text=claim.text)


def _passage(text: str, say: Wording) -> Passage:
    start = text.index("It was a lovely")
    return Passage(uid("passage"), 3, 1, start, len(text) - 1, say.say(f"colour {SECRET}-passage"))


def _sources(say: Wording) -> dict[int, Source]:
    hush = f"{SECRET}-source"
    fields = {
        4: SourceFields(
            title=say.say("Harbour Bridge: final cost report"),
            type=SourceType.PRIMARY,
            url="https://larnmouth.example/reports/bridge.pdf",
            path=f"/home/maria/{SECRET}/bridge.pdf",
            publisher=say.say("Larnmouth City Council"),
            published="2024-05-14",
            accessed="2024-05-29",
            archive_url="https://archive.example/2024/bridge.pdf",
            note=say.say(f"{SECRET}-note"),
        ),
        5: SourceFields(
            title=say.say("Recording of the press conference"),
            type=SourceType.TRANSCRIPT,
            url=say.url,
            author=say.say("City press office"),
            accessed="2024-05-29",
        ),
        6: SourceFields(
            title=hush, type=SourceType.INTERVIEW, note=hush, url=f"https://{hush}.example/", confidential=True
        ),
        7: SourceFields(
            title=say.say(f"Call to Tomas Reed {SECRET}-call"),
            type=SourceType.CALL,
            asked=say.say("Tomas Reed"),
            asked_at="2024-05-30T10:00:00Z",
            channel="phone",
            answer=say.say(f"He is Mr Reed, and it was 2,300 members in May. {SECRET}-answer"),
            deadline="2024-05-31",
        ),
        8: SourceFields(title=say.say("Bridges of the north"), type=SourceType.REFERENCE, author="R. Quay"),
        9: SourceFields(title="", type=SourceType.CALCULATION, note=f"40 / 172 {SECRET}"),
    }
    return {
        number: Source(number, uid(f"source {number}"), what, "2024-05-29T09:00:00Z") for number, what in fields.items()
    }


def _versions() -> dict[str, SourceVersion]:
    digest = hashlib.sha256(b"report").hexdigest()
    version = SourceVersion(uid("v1"), 4, 1, "bridge.pdf", "application/pdf", digest, "2024-05-29T09:00:00Z")
    return {version.uid: version}


def _evidence(claims: tuple[Claim, ...], say: Wording) -> dict[str, tuple[Evidence, ...]]:
    rows = (
        (7, 4, Stance.SUPPORTS, "total cost to date of £212 million", "p. 12", "v1"),
        (7, 6, Stance.CONTEXT, f"{SECRET}-quote", "", None),
        (8, 4, Stance.SUPPORTS, "approved on 9 April 2019 at £172 million", "p. 3", "v1"),
        (10, 5, Stance.SUPPORTS, "We have spent 1.4 million hours", "00:04:12", None),
        (11, 5, Stance.CONTRADICTS, "We have spent 1.4 million hours of work", "00:04:12", None),
        (11, 8, Stance.CONTEXT, "", "ch. 4", None),
        (19, 9, Stance.CONTRADICTS, "40 ÷ 172 = 0.233", "", None),
        (23, 7, Stance.SUPPORTS, f"2,300 in May {SECRET}", "", None),
        (24, 7, Stance.CONTRADICTS, "", "", None),
        (1, 4, Stance.CONTEXT, "planned opening April 2023", "p. 1", "v1"),
    )
    result: dict[str, tuple[Evidence, ...]] = {}
    for number, (claim, source, stance, quote, locator, version) in enumerate(rows, 1):
        piece = Evidence(
            id=number,
            uid=uid(f"evidence {number}"),
            claim_uid=claims[claim - 1].uid,
            source_id=source,
            stance=stance,
            quote=quote and say.say(quote),
            locator=locator and say.say(locator),
            note=say.say(f"{SECRET}-evidence-note"),
            version_uid=version and uid(version),
        )
        result[piece.claim_uid] = (*result.get(piece.claim_uid, ()), piece)
    # A retired claim keeps its evidence: undo of the split revives both.
    gone = Evidence(id=20, uid=uid("evidence 20"), claim_uid=uid("retired"), source_id=8, stance=Stance.CONTEXT)
    return {**result, gone.claim_uid: (gone,)}


def _events(claims: tuple[Claim, ...], say: Wording) -> list[Event]:
    events, before = [], ""
    labels = (
        ("import_document", "imported bridge.md"),
        *(("decide_claim", f"decided {claim.ref} {claim.verdict.rating_id}") for claim in claims if claim.verdict),
        ("split_claim", "split 3.26"),
    )
    for seq, (deed, label) in enumerate(labels, 1):
        digest = hashlib.sha256(f"{before}{label}".encode()).hexdigest()
        change = Change("claim", uid(label), {"state": "open"}, {"state": "decided", "rationale": f"{SECRET}-history"})
        at = f"2024-05-30T09:{seq:02}:30Z"
        actor = f"{SECRET}-maria"
        events.append(
            Event(
                seq,
                uid(f"event {seq}"),
                uid("article"),
                3,
                deed,
                say.say(label),
                "",
                at,
                actor,
                (change,),
                None,
                before,
                digest,
            )
        )
        before = digest
    return events
