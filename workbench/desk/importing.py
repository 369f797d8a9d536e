"""Take a document into the library: its text, its raw bytes and every claim found in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import uuid4

from workbench import __version__
from workbench.desk.wording import clean_line
from workbench.errors import UsageError
from workbench.model.articles import DEFAULT_SCOPE, Article, Text
from workbench.model.claims import Claim
from workbench.text.words import count_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workbench.model.articles import Document
    from workbench.model.claims import Candidate
    from workbench.model.reviews import Notice
    from workbench.model.verdicts import Scale
    from workbench.store.opening import Store
    from workbench.store.units import Unit


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import came to. `new` is False where the same bytes were in the library already."""

    article: Article
    text: Text
    new: bool
    claims: int


def import_document(
    store: Store,
    document: Document,
    *,
    now: str,
    actor: str,
    scale: Scale | None = None,
    scope: tuple[str, ...] | None = None,
    candidates: Iterable[Candidate] | None = None,
) -> Imported:
    """Store a document with the claims found in it, numbered by where they start.

    The same bytes are the same article: then nothing is stored. `scale` is the desk's own unless given; `candidates`
    stand in for the claims that would be found, for callers that have found them already.
    """
    with store.reading() as unit:
        known = _find_known(unit, document)
    if known is not None:
        return known
    used = scale or _desk_scale()
    made = _article_of(document, used, scope or DEFAULT_SCOPE, now)
    # This takes long for a long text: it happens before the writer's lock is taken.
    ordered, notices = _look_through(document, candidates)
    with store.writing() as unit:
        # Another program may have imported the same bytes meanwhile.
        known = _find_known(unit, document)
        if known is not None:
            return known
        unit.scales.keep(used)
        article = unit.articles.insert(made)
        text = unit.texts.insert(_text_of(document, article, now), words=count_words(document.text), raw=document.raw)
        unit.texts.keep_notices(text.uid, __version__, notices)
        first = unit.articles.next_claims(article.id, len(ordered))
        unit.claims.load((_claim_of(one, article, number) for number, one in enumerate(ordered, first)), text.uid)
        label = f"imported {text.name} as article {article.id}, {len(ordered)} claims found"
        unit.events.record_state(article, "import_document", label, now=now, actor=actor)
        return Imported(unit.articles.get(article.id), text, new=True, claims=len(ordered))


def _find_known(unit: Unit, document: Document) -> Imported | None:
    article = unit.articles.with_text(document.sha256)
    if article is None:
        return None
    return Imported(article, unit.texts.current(article.id), new=False, claims=unit.claims.count(article.id))


def _look_through(
    document: Document, candidates: Iterable[Candidate] | None
) -> tuple[list[Candidate], tuple[Notice, ...]]:
    """Find the claims, by start, and what the checks notice."""
    from workbench.checks import run_checks
    from workbench.kinds import find_candidates, read_text

    reading = read_text(document.text, document.blocks, published=document.metadata.published)
    found = find_candidates(reading) if candidates is None else candidates
    return sorted(found, key=lambda one: (one.start, one.end)), run_checks(reading)


def _desk_scale() -> Scale:
    from workbench.settings.scales import load_scales

    return load_scales()["desk"]


def _article_of(document: Document, scale: Scale, scope: tuple[str, ...], now: str) -> Article:
    if not document.text.strip():
        raise UsageError(f"{document.name} has no text in it", hint="choose a file with an article in it")
    said = document.metadata
    return Article(
        id=0,
        uid=str(uuid4()),
        title=clean_line(said.title, "title") or document.name,
        outlet=clean_line(said.outlet, "outlet"),
        author=clean_line(said.author, "author"),
        published=clean_line(said.published, "date"),
        url=clean_line(said.url, "address"),
        language=clean_line(said.language, "language"),
        scale_id=scale.id,
        scale_sha256=scale.sha256,
        scope=scope,
        created_at=now,
        touched_at=now,
    )


def _text_of(document: Document, article: Article, now: str) -> Text:
    return Text(
        uid=str(uuid4()),
        article_id=article.id,
        number=1,
        name=clean_line(document.name, "file name"),
        media_type=document.media_type,
        encoding=document.encoding,
        sha256=document.sha256,
        text=document.text,
        blocks=document.blocks,
        losses=document.losses,
        imported_at=now,
    )


def _claim_of(candidate: Candidate, article: Article, number: int) -> Claim:
    return Claim(
        uid=str(uuid4()),
        article_id=article.id,
        number=number,
        kind=candidate.kind,
        start=candidate.start,
        end=candidate.end,
        text=candidate.text,
        extent=candidate.extent,
        parts=candidate.parts,
        speaker=candidate.speaker,
        wording=candidate.wording,
        figure=candidate.figure,
    )
