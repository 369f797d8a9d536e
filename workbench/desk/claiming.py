"""Add claims and change where they stand; split and merge them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from workbench.desk.marking import Marked, read_figure, read_kind, read_mark, read_span, understand
from workbench.desk.recording import record_claim
from workbench.desk.references import name_refs, read_claim, read_live_claim
from workbench.desk.reviewing import read_claims
from workbench.desk.wording import clean_line, clean_prose
from workbench.errors import UsageError
from workbench.kinds.wording import shorten
from workbench.model.claims import Claim, ClaimState, Origin
from workbench.model.spans import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.model.articles import Article
    from workbench.model.sources import Evidence
    from workbench.store.opening import Store
    from workbench.store.units import Unit


def find_claim(store: Store, ref: str) -> Claim:
    """Find a claim by its name ('3.12') or its UUID, retired or not; UsageError where there is none."""
    with store.reading() as unit:
        return read_claim(unit, ref)


def add_claim(
    store: Store,
    article_id: int,
    start: int,
    end: int,
    *,
    kind: str | None = None,
    speaker: str | None = None,
    wording: str | None = None,
    now: str,
    actor: str,
) -> Claim:
    """Make a claim of a stretch of the text; what is None is found out from the words.

    An empty `speaker` is the article itself. UsageError for a stretch outside the text, or of spaces alone.
    """
    with store.writing() as unit:
        article = unit.articles.get(article_id)
        text = unit.texts.current(article_id)
        marked = understand(article, text, read_mark(text, start, end), kind and read_kind(kind))
        claim = _new_claim(unit, article, marked, Origin.ADDED)
        claim = replace(claim, **_said(speaker, wording))
        unit.claims.insert(claim, text.uid)
        label = f"added claim {claim.ref} ({claim.kind})"
        record_claim(unit, claim, "add_claim", label, now=now, actor=actor)
        return claim


def edit_claim(
    store: Store,
    ref: str,
    *,
    start: int | None = None,
    end: int | None = None,
    kind: str | None = None,
    speaker: str | None = None,
    wording: str | None = None,
    extent: Span | None = None,
    figure: str | None = None,
    revision: int | None = None,
    now: str,
    actor: str,
) -> Claim:
    """Change a claim's bounds, kind, speaker, wording, extent or what its figure means; what is None stays.

    `figure` says in words what is meant ('over 700 prisoners'). With new bounds the figure, the extent and a wording
    that nobody wrote are found anew unless they are given. An empty `speaker` is the article itself.
    """
    with store.writing() as unit:
        claim = read_live_claim(unit, ref)
        article = unit.articles.get(claim.article_id)
        text = unit.texts.current(claim.article_id)
        span = claim.span
        if start is not None or end is not None:
            span = read_mark(text, claim.start if start is None else start, claim.end if end is None else end)
        fields = _said(speaker, wording)
        if span != claim.span or kind is not None:
            marked = understand(article, text, span, read_kind(kind) if kind else claim.kind)
            fields |= _moved(claim, marked)
            if wording is None and claim.wording == understand(article, text, claim.span, claim.kind).wording:
                fields["wording"] = marked.wording
        if wording is None and "speaker" in fields:
            fields["wording"] = _word_anew(fields.get("wording", claim.wording), claim.speaker, fields["speaker"])
        if extent is not None:
            wider = read_span(text, extent.start, extent.end)
            if not wider.contains(span):
                raise UsageError("the extent has to hold the whole claim", "it is the sentence around the mark")
            fields["extent"] = wider
        if figure is not None:
            fields["figure"] = read_figure(figure, replace(claim, **fields))
        changed = unit.claims.change(claim, expected=revision, **fields)
        label = f"changed {claim.ref}: {_tell_change(claim, changed)}"
        record_claim(unit, claim, "edit_claim", label, now=now, actor=actor)
        return changed


def split_claim(
    store: Store, ref: str, at: int, *, revision: int | None = None, now: str, actor: str
) -> tuple[Claim, Claim]:
    """End a claim and make two open ones of it, before and from `at` (an offset into the article).

    Both take over its kind, speaker, flag, evidence and extent, and the first its question to the author; they get new numbers.
    """
    with store.writing() as unit:
        claim = read_live_claim(unit, ref)
        if not claim.start < at < claim.end:
            raise UsageError(
                f"{at} does not lie inside claim {claim.ref}", f"name an offset between {claim.start} and {claim.end}"
            )
        article = unit.articles.get(claim.article_id)
        text = unit.texts.current(claim.article_id)
        spans = [read_mark(text, claim.start, at), read_mark(text, at, claim.end)]
        unit.claims.change(claim, expected=revision, state=ClaimState.RETIRED)
        made: list[Claim] = []
        for span in spans:
            marked = understand(article, text, span, claim.kind)
            new = replace(
                _new_claim(unit, article, marked, Origin.SPLIT),
                speaker=claim.speaker,
                extent=claim.extent,
                # The author is asked once.
                question="" if made else claim.question,
                flagged=claim.flagged,
            )
            unit.claims.insert(new, text.uid)
            _carry_evidence(unit, [claim], new)
            made.append(new)
        label = f"split {claim.ref} into {made[0].ref} and {made[1].ref}"
        record_claim(unit, claim, "split_claim", label, now=now, actor=actor)
        return made[0], made[1]


def merge_claims(store: Store, refs: Sequence[str], *, now: str, actor: str) -> Claim:
    """End several claims and make one open claim of them, from the first one's start to the last one's end.

    It takes over the kind and speaker of the first, and of all the evidence, the questions to the author and a flag; it
    gets a new number.
    """
    with store.writing() as unit:
        claims = sorted(read_claims(unit, refs), key=lambda claim: (claim.start, claim.number))
        if len(claims) < 2:  # noqa: PLR2004 - one claim is merged already
            raise UsageError(
                "merging takes at least two claims", hint="name two or more claims of one article, like 3.12 3.13"
            )
        article = unit.articles.get(claims[0].article_id)
        text = unit.texts.current(article.id)
        span = read_mark(text, claims[0].start, max(claim.end for claim in claims))
        marked = understand(article, text, span, claims[0].kind)
        extents = [marked.extent, *(claim.extent for claim in claims)]
        new = replace(
            _new_claim(unit, article, marked, Origin.MERGED),
            speaker=claims[0].speaker,
            extent=Span(min(one.start for one in extents), max(one.end for one in extents)),
            question=clean_prose("\n".join(dict.fromkeys(claim.question for claim in claims)), "question"),
            flagged=any(claim.flagged for claim in claims),
        )
        for claim in claims:
            unit.claims.change(claim, state=ClaimState.RETIRED)
        unit.claims.insert(new, text.uid)
        _carry_evidence(unit, claims, new)
        label = f"merged {name_refs(claims)} into {new.ref}"
        record_claim(unit, new, "merge_claims", label, now=now, actor=actor)
        return new


def _new_claim(unit: Unit, article: Article, marked: Marked, origin: Origin) -> Claim:
    return Claim(
        uid=str(uuid4()),
        article_id=article.id,
        number=unit.articles.next_claims(article.id, 1),
        kind=marked.kind,
        start=marked.span.start,
        end=marked.span.end,
        text=marked.text,
        extent=marked.extent,
        speaker=marked.speaker,
        wording=marked.wording,
        figure=marked.figure,
        origin=origin,
    )


def _moved(claim: Claim, marked: Marked) -> dict[str, Any]:
    """Return what a claim takes over from a new look at its stretch."""
    fields: dict[str, Any] = {"kind": marked.kind, "text": marked.text, "figure": marked.figure}
    if marked.span != claim.span:
        fields |= {"start": marked.span.start, "end": marked.span.end, "parts": (), "extent": marked.extent}
    return fields


def _said(speaker: str | None, wording: str | None) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    if speaker is not None:
        fields["speaker"] = clean_line(speaker, "speaker") or None
    if wording is not None:
        fields["wording"] = clean_line(wording, "wording")
    return fields


def _word_anew(wording: str, before: str | None, speaker: str | None) -> str:
    """Return a quotation's wording with who says it at its end."""
    tail = f" — {before}" if before else ""
    said = wording.removesuffix(tail)
    if not wording.endswith(tail) or not said.endswith("”"):
        return wording
    return said + (f" — {speaker}" if speaker else "")


def _carry_evidence(unit: Unit, claims: Sequence[Claim], new: Claim) -> None:
    """Attach to a new claim what was attached to the old ones, each source's quote once."""
    carried: dict[tuple[object, ...], Evidence] = {}
    for claim in claims:
        for one in unit.evidence.of_claim(claim.uid):
            carried.setdefault((one.source_id, one.stance, one.quote, one.locator, one.note), one)
    for one in carried.values():
        unit.evidence.insert(replace(one, uid=str(uuid4()), claim_uid=new.uid, revision=1))


# Characters of a stretch or a wording that an event tells.
_MOST_TOLD = 40


def _tell_change(before: Claim, after: Claim) -> str:
    """Name what became another, each with what it was and what it is: 'kind quote → figure, said by the mayor → Brown'."""
    pairs = {
        "words": (before.text, after.text),
        "kind": (before.kind, after.kind),
        "figure": (_tell_figure(before), _tell_figure(after)),
        "said by": (before.speaker or "the article", after.speaker or "the article"),
        "wording": (before.wording, after.wording),
    }
    told = [
        f"{name} {shorten(was, _MOST_TOLD) or 'none'} → {shorten(now, _MOST_TOLD) or 'none'}"
        for name, (was, now) in pairs.items()
        if was != now
    ]
    if before.span != after.span and before.text == after.text:
        told.append("the same words elsewhere")
    if before.extent != after.extent and before.span == after.span:
        told.append("the sentence around it")
    return ", ".join(told)


def _tell_figure(claim: Claim) -> str:
    from workbench.figures import describe

    return describe(claim.figure) if claim.figure else ""
