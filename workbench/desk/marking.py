"""Understand a stretch that a person marked: its sentence, its kind, the figure in it, who says it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from workbench.errors import UsageError
from workbench.model.spans import Block, Span
from workbench.text.extents import find_extent, find_place

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workbench.model.articles import Article, Text
    from workbench.model.claims import Candidate, Claim
    from workbench.model.figures import Figure

# A claim longer than this is a passage.
MAX_MARK = 20_000
# The shares of a stretch that are most of it, and enough of it to word it.
MOST, MUCH = 0.5, 0.3


@dataclass(frozen=True, slots=True)
class Marked:
    """What was understood of a marked stretch."""

    span: Span
    text: str
    extent: Span
    kind: str
    figure: Figure | None
    speaker: str | None
    wording: str


def read_span(text: Text, start: int, end: int) -> Span:
    """Trim white space off a stretch; UsageError where it leaves the text or nothing is left."""
    length = len(text.text)
    if not 0 <= start < end <= length:
        raise UsageError(
            f"{start}–{end} is no stretch of this text", f"it has {length} characters; the end lies after the start"
        )
    stretch = text.text[start:end]
    kept = stretch.strip()
    if not kept:
        raise UsageError("there are only spaces in this stretch", "mark some words")
    begin = start + len(stretch) - len(stretch.lstrip())
    return Span(begin, begin + len(kept))


def read_mark(text: Text, start: int, end: int) -> Span:
    """Read the stretch that a claim is to stand on; UsageError as `read_span`, or where it is too long for a claim."""
    span = read_span(text, start, end)
    if len(span) > MAX_MARK:
        raise UsageError(
            f"{len(span):,} characters are no single claim", "mark the part to check, or waive the passage"
        )
    return span


def understand(article: Article, text: Text, span: Span, kind: str | None = None) -> Marked:
    """Find out what a stretch is, as if a detector had marked it; `kind` is what the person said it is.

    What a person marks is to be checked: a kind that the article counts goes before one that it does not, which has to
    be most of the stretch. A wording that says only a small part of it is none.
    """
    place = find_place(text.blocks, span)
    found = _candidates_in(text, place, span)
    if kind is not None:
        best = _largest(one for one in found if one.kind == kind)
    else:
        counted = _largest(one for one in found if one.kind in article.scope)
        best = counted or _largest(one for one in found if one.end - one.start >= MOST * len(span))
    return Marked(
        span=span,
        text=span.of(text.text),
        extent=find_extent(text.text, text.blocks, span),
        kind=kind or (best.kind if best else article.scope[0]),
        figure=best.figure if best else None,
        speaker=best.speaker if best else None,
        wording=best.wording if best and _words(best) >= MUCH * len(span) else "",
    )


def read_kind(kind: str) -> str:
    """Check the name of a kind; UsageError that lists them all where there is none."""
    from workbench.kinds import KINDS

    known = [one.id for one in KINDS]
    if kind not in known:
        raise UsageError(f"there is no kind of claim '{kind}'", f"choose one of: {', '.join(known)}")
    return kind


def read_figure(words: str, claim: Claim) -> Figure:
    """Read what a person says that a claim's figure means; it stays where it stands in the article, in its words.

    UsageError where the words say no figure, or several.
    """
    from workbench.figures.phrasing import read_phrase

    said, have = read_phrase(words), claim.figure
    start, end, text = (have.start, have.end, have.text) if have else (claim.start, claim.end, claim.text)
    as_of = said.as_of or (have.as_of if have else None)
    return replace(said, start=start, end=end, text=text, qualifier_start=None, qualifier_end=None, as_of=as_of)


def _candidates_in(text: Text, place: Span, span: Span) -> list[Candidate]:
    """Find the claims that detectors see inside the stretch."""
    from workbench.kinds import find_claims

    inner = (Block(0, len(place), "paragraph", 1),)
    found = (_shift(one, place.start) for one in find_claims(place.of(text.text), inner))
    return [one for one in found if span.contains(Span(one.start, one.end))]


def _words(one: Candidate) -> int:
    """Count the characters that a wording speaks for: a figure's has what is counted too, a long quotation's is cut."""
    return max(one.end - one.start, len(one.wording))


def _largest(found: Iterable[Candidate]) -> Candidate | None:
    return max(found, key=lambda one: (one.end - one.start, -one.start), default=None)


def _shift(found: Candidate, by: int) -> Candidate:
    """Move a candidate from its block to its place in the article."""
    figure = found.figure
    if figure is not None:
        places = ("start", "end", "qualifier_start", "qualifier_end")
        moved = {name: at + by for name in places if (at := getattr(figure, name)) is not None}
        figure = replace(figure, **moved)
    return replace(
        found,
        start=found.start + by,
        end=found.end + by,
        extent=Span(found.extent.start + by, found.extent.end + by),
        parts=tuple(Span(part.start + by, part.end + by) for part in found.parts),
        figure=figure,
    )
